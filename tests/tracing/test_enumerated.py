"""Totals and shares of what the words enumerate by name, before a number or behind it."""

import pytest
from flagging import flags, only_alarm

FORCE = (("民警", "24", "名"), ("辅警", "41", "名"), ("接处警", "5200", "起"))
ELDERS = (("在院老人", "150", "人"), ("失能老人", "52", "人"), ("半失能老人", "38", "人"), ("自理老人", "60", "人"))
CALLS = (("接警出动", "420", "起", "460"), ("火灾扑救", "170", "起", "190"), ("抢险救援", "145", "起", "160"))
EVENTS = ("全年组织生日会10场、健康讲座16场、文艺演出8场",)
ISSUES = (("协商议题", "200", "个"), ("停车类议题", "70", "个"), ("物业类议题", "50", "个"), ("环境类议题", "30", "个"))
MEMBERS = (("党员", "120", "人"), ("志愿者", "340", "人"))


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("65名民警、辅警全年接处警5200起，人均80起。", FORCE, []),
        ("66名民警、辅警全年接处警5200起。", FORCE, ["66"]),
        ("失能、半失能老人90人，占在院老人的六成。", ELDERS, []),
        ("失能、半失能老人98人。", ELDERS, ["98"]),
        ("火灾扑救和抢险救援共315起，占出动总数的75%。", CALLS, []),
        ("火灾扑救和抢险救援共335起。", CALLS, ["335"]),
        ("组织生日会、健康讲座共26场。", EVENTS, []),
        ("组织生日会、健康讲座共34场。", EVENTS, ["34"]),
        ("全年协商议题200个，停车和物业两类就占了60%。", ISSUES, []),
        ("全年协商议题200个，停车和物业两类就占了75%。", ISSUES, ["75%"]),
        ("社区共有党员志愿者460人。", MEMBERS, ["460"]),
        ("社区共有党员、志愿者460人。", MEMBERS, []),
    ],
)
def test_all_that_is_named_and_nothing_else_is_added_up(text, facts, wrong):
    assert flags(text, *facts) == wrong


@pytest.mark.parametrize(
    ("text", "facts", "suggestion"),
    [
        ("失能、半失能老人共98人。", ELDERS, "90"),
        ("组织生日会、健康讲座共34场。", EVENTS, "26"),
        ("66名民警、辅警接处警5200起。", FORCE, "65"),
    ],
)
def test_a_wrong_total_is_corrected_by_what_is_named(text, facts, suggestion):
    assert only_alarm(text, *facts).suggestion == suggestion
