"""What the words around a numeral allow: 近 and 超过 are strict, 约 takes four per cent, 余 ends at the next step."""

from decimal import Decimal

import pytest
from flagging import report_on

from drafter.tracing.approximation import holds, sense_of, stated


def allows(text: str, core: str, value: str, actual: str, *, rounded: bool = False) -> bool:
    start = text.index(core)
    end = start + len(core)
    return holds(stated(core, Decimal(value), sense_of(text, start, end, end + 1)), Decimal(actual), rounded)


@pytest.mark.parametrize(
    ("text", "core", "value", "actual"),
    [
        ("2300余人", "2300", "2300", "2360"),
        ("三千多人", "三千", "3000", "3218"),
        ("近3300人", "3300", "3300", "3218"),
        ("约60人", "60", "60", "59.6"),
        ("超过9人", "9", "9", "9.4"),
        ("90人以上", "90", "90", "90"),
        ("不足50人", "50", "50", "47"),
        ("2.5万人", "2.5万", "25000", "25040"),
    ],
)
def test_the_words_hold(text, core, value, actual):
    assert allows(text, core, value, actual)


@pytest.mark.parametrize(
    ("text", "core", "value", "actual"),
    [
        ("3300余人", "3300", "3300", "3218"),
        ("900余人", "900", "900", "870"),
        ("近3900人", "3900", "3900", "3926"),
        ("2000多人", "2000", "2000", "3218"),
        ("超过93人", "93", "93", "93"),
        ("约60人", "60", "60", "70"),
        ("60人", "60", "60", "61"),
    ],
)
def test_the_words_do_not_hold(text, core, value, actual):
    assert not allows(text, core, value, actual)


def test_the_outcome_of_a_division_may_be_rounded_to_the_digits_shown():
    assert allows("2.7人", "2.7", "2.7", "2.736", rounded=True)
    assert not allows("2.6人", "2.6", "2.6", "2.736", rounded=True)


@pytest.mark.parametrize(("told", "wrong"), [("0.98亩", []), ("0.97亩", []), ("0.975亩", []), ("0.99亩", ["0.99"])])
def test_a_measure_may_be_rounded_in_another_unit(told, wrong):
    assert [t.mention.text for t in report_on(f"活动中心占地{told}。", "活动中心|650|平方米").flagged] == wrong


@pytest.mark.parametrize("text", ["签订楼道公约60份", "节约60元", "附近60米", "来自60个"])
def test_other_words_that_end_alike_change_nothing(text):
    start = text.index("60")
    assert sense_of(text, start, start + 2, start + 3) == "exact"


def flagged_as(value: str, unit: str, written: str) -> list[str]:
    return [t.category for t in report_on(f"全年清理垃圾{written}。", ("清理垃圾", value, unit)).flagged]


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("近1000", "处", "1000余处"), ("近1000", "处", "超1000处"), ("近1000", "处", "千余处"),
        ("约200", "吨", "200余吨"), ("约200", "吨", "近200吨"), ("约200", "吨", "超过200吨"),
        ("约200", "吨", "200吨以上"), ("1000余", "处", "近1000处"), ("200多", "吨", "近200吨"),
    ],
)  # fmt: skip
def test_an_approximate_fact_does_not_back_the_other_side_of_its_figure(value, unit, written):
    assert flagged_as(value, unit, written) == ["approx_wrong"]


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("近1000", "处", "近1000处"), ("近1000", "处", "近千处"), ("近1000", "处", "约1000处"),
        ("近1000", "处", "不足1000处"), ("约200", "吨", "约200吨"), ("约200", "吨", "200吨左右"),
        ("百来", "处", "100处左右"), ("百来", "处", "百来处"),
        ("1000余", "处", "1000多处"), ("1000余", "处", "超1000处"), ("1000余", "处", "1000处以上"),
    ],
)  # fmt: skip
def test_an_approximate_fact_backs_other_words_for_the_same(value, unit, written):
    assert flagged_as(value, unit, written) == []
