"""What a draft denies, 零上访 or 未发生一起事故, stands only where a fact says so."""

import pytest
from flagging import flags, last_trace, only_alarm, report_on

from drafter.models import Fact

OTHER = Fact(label="治安案件", value="18", unit="起")


@pytest.mark.parametrize(
    "text",
    [
        "全年未发生一起群体性事件。", "全年无一起火灾。", "连续零医疗事故。", "全年实现零上访。", "全年无一例感染。",
        "全年没有发生一起安全事故。", "全年没有一人越级上访。", "全年上访为零",
    ],
)  # fmt: skip
def test_a_denial_without_a_fact_is_flagged(text):
    assert len(flags(text, OTHER)) == 1


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("全年未发生一起安全事故。", Fact(label="安全事故", value="0", unit="起")),
        ("全年未发生一起安全事故。", Fact(label="安全事故", value="无")),
        ("全年无一起重大安全事故。", Fact(text="全年未发生重大安全事故")),
        ("全年零安全事故。", Fact(text="全年未发生一起安全事故")),
        ("安全生产零事故，未发生一起事故。", Fact(label="安全生产", value="零事故")),
        ("全年无一人越级上访。", Fact(label="越级上访", value="0", unit="人次")),
    ],
)
def test_a_denial_stands_where_a_fact_denies_the_same(text, fact):
    assert flags(text, OTHER, fact) == []
    assert last_trace(text, OTHER, fact).facts == ("F2",)


def test_a_denial_is_flagged_where_the_fact_counts_one():
    assert flags(
        "全年未发生一起火灾。", Fact(label="安全事故", value="0", unit="起"), Fact(label="火灾", value="2", unit="起")
    )


def test_the_alarm_quotes_the_whole_denial():
    assert "未发生一起火灾" in only_alarm("全年未发生一起火灾。", OTHER).because


@pytest.mark.parametrize(
    "text", ["大家一起努力。", "没有一起吃饭。", "没有一个旁观者。", "不漏一户、不落一人。", "服务零距离。"]
)
def test_what_denies_no_event_is_no_claim(text):
    assert flags(text, OTHER) == []


def test_what_a_fact_says_there_is_none_of_is_used_where_the_draft_denies_it() -> None:
    fact = Fact(label="重大刑事案件", value="无", unit="起")
    assert report_on("全年未发生重大刑事案件。", fact, period="").unused == ()
    assert report_on("全年调解重大刑事案件，建成无障碍坡道。", fact, period="").unused == ("F1",)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("全年零火灾、零溺水。", ["零"]),
        ("全年零溺水，未发生一起火灾。", ["零"]),
        ("全年零火灾。", []),
        ("火灾由上年的3起降为零。", []),
        ("守住了火灾零发生的底线。", []),
    ],
)
def test_each_nought_is_that_of_its_own_subject(text, wrong):
    known = (Fact(label="火灾", value="0", unit="起", previous="3"), Fact(label="溺水", value="1", unit="起"))
    assert flags(text, *known) == wrong


@pytest.mark.parametrize("grave", ["重大", "较大", "恶性"])
def test_a_denial_of_what_is_grave_is_none_of_all(grave):
    fact = Fact(text=f"全年未发生{grave}交通事故")
    assert flags("全年未发生一起交通事故。", OTHER, fact) == ["一"]
    assert flags("全年交通零事故。", OTHER, fact) == ["零"]
    assert flags(f"全年未发生一起{grave}交通事故。", OTHER, fact) == []


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("全年实现零上访。", ("信访事项|0|件", "志愿者|310|名"), []),
        ("全年实现零上访。", ("全年未发生信访事件", "志愿者|310|名"), []),
        ("全年实现零信访。", ("上访|0|起", "志愿者|310|名"), ["零"]),
        ("全年实现零上访。", ("越级信访|0|件", "志愿者|310|名"), ["零"]),
        ("全年实现零上访。", ("信访事项|4|件", "志愿者|310|名"), ["零"]),
    ],
)
def test_none_of_the_wider_leaves_none_of_what_it_holds(text, facts, wrong):
    assert flags(text, *facts) == wrong
