"""Multiples of two parts named by half their names, and doublings with a little more: each beside its wrong twin."""

import pytest
from flagging import flags

APART = ("职工|310|名", "男职工|186|名", "女职工|124|名")
HALF_NAMED = ("职工|310|名", "男|186|名", "女|124|名")
IN_SHORT = ("村民|1450|人", "外出|870|人", "留守|580|人")
IN_ONE = ("村民|1450人，其中外出870人、留守580人|",)


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("男职工是女职工的1.5倍。", APART, []),
        ("男职工是女职工的2.5倍。", APART, ["2.5"]),
        ("职工总数是女职工的2.5倍。", APART, []),
        ("外出村民是留守村民的1.5倍。", IN_SHORT, []),
        ("外出村民是留守村民的2.5倍。", IN_SHORT, ["2.5"]),
        ("外出村民是留守村民的1.5倍。", IN_ONE, []),
        ("外出村民是留守村民的2.5倍。", IN_ONE, ["2.5"]),
        ("男职工是女职工的2.5倍。", HALF_NAMED, ["2.5"]),
    ],
)
def test_a_multiple_is_of_both_sides_by_their_fullest_names(text, facts, wrong):
    assert flags(text, *facts) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("游客2.6万人次，比上年翻了一番多。", []),
        ("游客2.6万人次，比上年翻一番还多。", []),
        ("游客2.6万人次，比上年翻了一番有余。", []),
        ("游客2.6万人次，比上年翻了两番多。", ["两番"]),
        ("游客2.6万人次，比上年翻了三番。", ["三番"]),
        ("游客2.6万人次，比上年增长一倍还多。", []),
        ("游客2.6万人次，比上年增长两倍还多。", ["两"]),
    ],
)
def test_a_doubling_and_more_is_short_of_the_next(text, wrong):
    assert flags(text, "游客接待|2.6|万人次|1.05", "民宿|18|家") == wrong


@pytest.mark.parametrize(("before", "wrong"), [("1.3", ["一番"]), ("1.05", []), ("0.6", ["一番"])])
def test_just_double_is_no_doubling_and_more(before, wrong):
    assert flags("游客2.6万人次，翻了一番多。", f"游客接待|2.6|万人次|{before}") == wrong
