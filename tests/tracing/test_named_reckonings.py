"""Reckonings whose operands the words name, and wrong numbers that look like one."""

import pytest

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers


def flags(text, *facts, period="2024年"):
    sheet = FactSheet(
        period=period,
        facts=tuple(Fact(label=f[0], value=f[1], unit=f[2], previous=f[3] if len(f) > 3 else "") for f in facts),
    )
    return [t.mention.text for t in trace_numbers(text, sheet).flagged]


TREES = (("栽树", "800", "棵"), ("栽活", "720", "棵"))
HYDRANTS = (("消火栓", "240", "个"), ("维修消火栓", "60", "个"))
CHECKS = (("查出隐患", "200", "处", "160"), ("整改隐患", "196", "处", "152"))
CLASSES = (("幼儿园班级", "小班90人、大班132人", ""),)
TEAM = (("护理员", "12", "名"), ("服务老人", "4800", "人次"), ("助浴", "300", "人次"))
CASES = (("调处矛盾", "64件，成功61件", ""),)
USE = (("用水量（万吨）", "3.2", "", "3.6"), ("旅客（万人次）", "1280", ""))


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("栽活率90%，枯死的80棵补栽完毕。", TREES, []),
        ("栽活率90%，枯死的90棵补栽完毕。", TREES, ["90"]),
        ("维修的消火栓占四分之一，没有维修的180个运行正常。", HYDRANTS, []),
        ("维修的消火栓占三分之一。", HYDRANTS, ["三分之一"]),
        ("整改率98%，上年是95%。", CHECKS, []),
        ("整改率98%，上年是93%。", CHECKS, ["93%"]),
        ("大班132人，比小班多42人。", CLASSES, []),
        ("大班132人，比小班多52人。", CLASSES, ["52"]),
        ("一名护理员要服务400人次。", TEAM, []),
        ("一名护理员要服务450人次。", TEAM, ["450"]),
        ("全年受理矛盾61件。", CASES, ["61"]),
        ("全年受理矛盾64件，成功61件。", CASES, []),
        ("用水3.2万吨，节水11.1%；运送旅客1280万人次。", USE, []),
        ("用水3.2吨；运送旅客1280人次。", USE, ["3.2", "1280"]),
    ],
)
def test_a_reckoning_is_backed_by_what_its_words_name_and_by_nothing_else(text, facts, wrong):
    assert flags(text, *facts) == wrong


def test_an_event_of_another_month_is_flagged_although_the_period_ends_in_that_month():
    facts = (("获评“市级绿色社区示范点”", "2024年10月", ""),)
    assert flags("12月，社区获评“市级绿色社区示范点”。", *facts) == ["12月"]
    assert flags("10月，社区获评“市级绿色社区示范点”。", *facts) == []
