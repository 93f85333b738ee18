"""A number of one deed, measure or rank of a fact does not stand for the next one."""

import pytest
from flagging import flags

from drafter.models import Fact

DEEDS = (Fact(label="申报项目", value="41", unit="个"), Fact(label="立项项目", value="38", unit="个"))
ISSUES = (Fact(label="收集诉求", value="214", unit="条"), Fact(label="办结诉求", value="197", unit="条"))
CHECKED = Fact(text="检查商铺92家，整改86家。")
RANKS = Fact(text="获全县龙舟赛三等奖、全镇拔河赛一等奖")
MARKET = Fact(text="举办年货节，设36个展位，接待市民2400人。")
CLINIC = Fact(text="组织义诊6场，服务居民540人次，测量血压420人次。")


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("申报项目41个，立项38个。", []),
        ("申报项目41个，立项41个。", ["41"]),
        ("申报38个，立项项目38个。", ["38"]),
    ],
)
def test_what_was_tried_is_not_what_was_brought_about(text, flagged):
    assert flags(text, *DEEDS) == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("收集诉求214条，办结197条，剩余17条正在办理。", []),
        ("收集诉求214条，办结197条，剩余197条正在办理。", ["197"]),
        ("收集诉求214条，办结197条，还有214条正在办理。", ["214"]),
    ],
)
def test_what_is_left_is_not_what_was_done(text, flagged):
    assert flags(text, *ISSUES) == flagged


@pytest.mark.parametrize(("text", "flagged"), [("整改商铺86家。", []), ("整改商铺92家。", ["92"])])
def test_each_step_of_a_statement_has_its_own_count(text, flagged):
    assert flags(text, CHECKED) == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("获龙舟赛三等奖。", []),
        ("获龙舟赛一等奖。", ["一"]),
        ("拔河赛获一等奖，龙舟赛获三等奖。", []),
        ("拔河赛获三等奖。", ["三"]),
    ],
)
def test_each_rank_of_a_statement_is_that_of_its_own_contest(text, flagged):
    assert flags(text, RANKS) == flagged


def test_a_noun_is_counted_in_its_own_unit():
    assert flags("年货节设36个展位，接待2400人。", MARKET) == []
    assert flags("年货节设2400个展位。", MARKET) == ["2400"]


def test_an_average_is_of_the_measure_that_is_named():
    assert flags("义诊场均服务90人次。", CLINIC) == []
    assert flags("义诊场均服务70人次。", CLINIC) == ["70"]
    assert flags("义诊场均测量血压70人次。", CLINIC) == []
