"""What a typed figure can mean, and on which side of a mark that lies."""

from decimal import Decimal

import pytest

from drafter.structure.criteria import Comparator
from drafter.structure.interval import Interval, reaches, read_interval, shown

READ = [
    ("60", "平方米", "平方米", "60平方米"),
    ("3600余", "册", "册", "3600册以上不到3700册"),
    ("三千多", "册", "册", "3000册以上不到4000册"),
    ("约90", "%", "%", "86.4%至93.6%"),
    ("约90%", "%", "%", "86.4%至93.6%"),
    ("近3万", "册", "册", "26970册以上不到30000册"),
    ("90%以上", "%", "%", "不少于90%"),
    ("超过95", "%", "%", "超过95%"),
    ("不到4", "%", "%", "不到4%"),
    ("12至18", "次", "次", "12次至18次"),
    ("90-95", "%", "%", "90%至95%"),
    ("九成", "", "%", "90%"),
    ("一半", "", "%", "50%"),
    ("0.08万", "平方米", "平方米", "800平方米"),
    ("3", "万册", "册", "30000册"),
    ("1.2", "亩", "平方米", "800平方米"),
    ("5", "场", "次", "5次"),
    ("300", "本", "册", "300册"),
    ("96.5％", "%", "%", "96.5%"),
    ("三", "起", "起", "3起"),
    ("无", "起", "起", "0起"),
    ("零", "起", "起", "0起"),
]


@pytest.mark.parametrize(("typed", "unit", "wanted", "meant"), READ, ids=lambda v: v)
def test_a_typed_figure_is_read_as_all_that_it_may_stand_for(typed: str, unit: str, wanted: str, meant: str) -> None:
    read = read_interval(typed, unit, wanted)
    assert isinstance(read, Interval), read
    assert shown(read, wanted) == meant


@pytest.mark.parametrize(
    ("typed", "unit", "wanted", "said"),
    [
        ("100", "人", "平方米", "单位是“人”"),
        ("12O", "册", "册", "字母 O"),
        ("几千", "册", "册", "不是准数"),
        ("2002年6月", "", "次", "不是准数"),
        ("0.965", "", "%", "没有写单位"),
        ("96", "人", "%", "要求的是“%”"),
        ("无", "%", "%", "读不出数值"),
        ("", "册", "册", "还没有填写"),
        ("12次，8次", "次", "次", "没有读出一个准数"),
    ],
)
def test_what_can_not_be_held_against_a_mark_says_why(typed: str, unit: str, wanted: str, said: str) -> None:
    read = read_interval(typed, unit, wanted)
    assert isinstance(read, str)
    assert said in read


@pytest.mark.parametrize(
    ("typed", "comparator", "threshold", "reached"),
    [
        ("90", "≥", 90, True),
        ("90", ">", 90, False),
        ("90", "≤", 90, True),
        ("90", "=", 90, True),
        ("91", "=", 90, False),
        ("约90", "≥", 90, None),
        ("约90", "≥", 86, True),
        ("约90", "≥", 94, False),
        ("近90", "≥", 90, False),
        ("近90", "≤", 90, True),
        ("近90", "≥", 85, None),
        ("3600余", "≥", 3600, True),
        ("3600余", ">", 3600, None),
        ("3600余", "≥", 3700, False),
        ("3600余", "≥", 3650, None),
        ("超过90", ">", 90, True),
        ("90以上", ">", 90, None),
        ("90以上", "≥", 90, True),
        ("90以上", "≤", 95, None),
        ("不到4", "≤", 4, True),
        ("不到4", "≥", 4, False),
        ("不超过4", "≥", 4, None),
        ("约90", "=", 90, None),
        ("近90", "=", 90, False),
        ("超过90", "=", 90, False),
    ],
)
def test_an_interval_meets_a_mark_misses_it_or_lies_across(
    typed: str, comparator: Comparator, threshold: int, reached: bool | None
) -> None:
    read = read_interval(typed, "册", "册")
    assert isinstance(read, Interval), read
    assert reaches(read, comparator, Decimal(threshold)) is reached


def test_a_quotient_of_two_vague_numbers_is_as_vague_as_both() -> None:
    part, whole = read_interval("300余", "平方米", "平方米"), read_interval("约1000", "户", "户")
    assert isinstance(part, Interval)
    assert isinstance(whole, Interval)
    share = part.over(whole)
    assert share is not None
    assert share.high is not None
    assert share.low < Decimal("0.3") < Decimal("0.4") < share.high
    assert part.over(Interval(Decimal(0), None)) is None
