"""Which units convert, which counting words may stand for each other, and which never match."""

from decimal import Decimal

import pytest

from drafter.tracing.units import UNITS, compatible, convert, named, split_scale, unit_at


@pytest.mark.parametrize(
    ("stated", "known"),
    [
        ("名", "人"),
        ("场", "次"),
        ("家", "个"),
        ("起", "件"),
        ("幢", "栋"),
        ("平方米", "公顷"),
        ("公里", "米"),
        ("吨", "公斤"),
        ("兆瓦", "千瓦"),
        ("床", "条"),
        ("枝", "束"),
        ("羽", "只"),
        ("餐", "人次"),
        ("卷", "册"),
    ],
)
def test_units_of_one_kind_may_stand_for_each_other(stated, known):
    assert compatible(named(stated), named(known))


@pytest.mark.parametrize(
    ("stated", "known"),
    [
        ("户", "人"),
        ("人次", "户"),
        ("人次", "件"),
        ("处", "平方米"),
        ("册", "人次"),
        ("立方米", "吨"),
        ("元", "平方米"),
        ("箱", "盒"),
        ("瓶", "盒"),
        ("尾", "羽"),
        ("床", "户"),
        ("人次", "次"),
        ("美元", "元"),
    ],
)
def test_units_of_different_kinds_never_match(stated, known):
    assert not compatible(named(stated), named(known))


@pytest.mark.parametrize(
    ("value", "known", "stated", "expected"),
    [
        ("0.8", "平方公里", "平方米", 800000),
        ("2.5", "小时", "分钟", 150),
        ("3", "吨", "公斤", 3000),
        ("2", "公里", "里", 4),
        ("1.2", "平方千米", "平方公里", Decimal("1.2")),
    ],
)
def test_measures_are_converted_exactly(value, known, stated, expected):
    assert convert(Decimal(value), named(known), named(stated)) == expected


def test_the_longest_unit_behind_a_numeral_wins():
    assert unit_at("1129人次参加", 4)[0].name == "人次"
    assert unit_at("300余平方公里", 3)[0].name == "平方公里"
    assert unit_at("300。", 3) == (named(""), 3)


def test_a_units_multiplier_is_split_off():
    assert split_scale("万元") == (10_000, UNITS["元"])
    assert split_scale("千平方米") == (1_000, UNITS["平方米"])
