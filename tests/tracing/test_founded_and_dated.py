"""Foundings, anniversaries, and the date that a wrong one meant."""

import pytest
from flagging import flags, only_alarm

STATION = (("建站时间", "2008年11月", ""), "2023年11月被市消防救援支队评为“执勤训练先进站”")
LIBRARY = ("图书馆2005年10月建成开放，建筑面积2.1万平方米",)
SCHOOL = ("2024年6月5日举行建校70周年纪念大会，1600名校友返校",)
AWARD = ("2023年11月被评为“省级示范社区”", ("志愿者", "326", "人"))
CONTEST = ("2024年5月，承办全市职业院校技能大赛6个赛项",)


@pytest.mark.parametrize(
    ("text", "facts", "period", "wrong"),
    [
        ("消防救援站于2008年11月建成执勤。", STATION, "2023年", []),
        ("建馆18年来，馆藏不断丰富。", LIBRARY, "2023年", []),
        ("建馆20年来，馆藏不断丰富。", LIBRARY, "2023年", ["20"]),
        ("学校创建于1954年。", SCHOOL, "2024年", []),
        ("学校创建于1956年。", SCHOOL, "2024年", ["1956年"]),
    ],
)
def test_what_was_founded_when_follows(text, facts, period, wrong):
    assert flags(text, *facts, period=period) == wrong


@pytest.mark.parametrize(
    ("text", "facts", "period", "suggestion"),
    [
        ("12月，社区被评为“省级示范社区”。", AWARD, "2023年", "11月"),
        ("2024年6月，学校承办全市职业院校技能大赛6个赛项。", CONTEST, "2024年", "2024年5月"),
        ("图书馆2005年11月建成开放。", LIBRARY, "2023年", "2005年10月"),
    ],
)
def test_the_date_that_was_meant_is_suggested_as_the_wrong_one_is_written(text, facts, period, suggestion):
    assert only_alarm(text, *facts, period=period).suggestion == suggestion
