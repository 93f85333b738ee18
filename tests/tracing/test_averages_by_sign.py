"""Averages over what one sign stands for, shares of a total named as such: each beside its wrong twin."""

import pytest
from flagging import flags, report_on

POLICE = ("民警|24|名", "辅警|36|名", "入户走访|5400|户")
SHOPS = ("便利店|30|家", "销售额|480|万元")
PAID = ("改造资金|街道补助36万元，居民自筹24万元，合计60万元",)


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("入户走访5400户，警均225户。", POLICE, []),
        ("入户走访5400户，警均252户。", POLICE, ["252"]),
        ("入户走访5400户，警均150户。", POLICE, ["150"]),
        ("销售额480万元，店均16万元。", SHOPS, []),
        ("销售额480万元，店均19万元。", SHOPS, ["19万"]),
        ("居民自筹24万元，占总投入的40%。", PAID, []),
        ("居民自筹24万元，占总投入的66.7%。", PAID, ["66.7%"]),
        ("居民自筹24万元，相当于街道补助的三分之二。", PAID, []),
    ],
)
def test_an_average_is_over_what_its_sign_stands_for_and_a_share_of_what_is_named(text, facts, wrong):
    assert flags(text, *facts) == wrong


CHECKED = ("排查隐患|37|处", "整改隐患|37|处")
OPEN = ("排查隐患|37|处", "整改隐患|35|处")


@pytest.mark.parametrize(
    ("text", "facts", "flagged"),
    [
        ("排查隐患37处，整改37处，无一遗漏。", CHECKED, False),
        ("排查隐患37处，整改35处，无一遗漏。", OPEN, True),
        ("排查隐患37处，整改37处，全部销号。", CHECKED, True),
        ("党员68名，志愿者68名，无一缺席。", ("党员|68|名", "志愿者|68|名"), True),
    ],
)
def test_as_many_done_as_there_were_bear_an_absolute_out(text, facts, flagged):
    assert [absolute.flagged for absolute in report_on(text, *facts).absolutes] == [flagged]
