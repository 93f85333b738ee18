"""Times of day are compared with the part of the day that the words name; a fact or a draft may leave it out."""

import pytest
from flagging import flags, last_trace, only_alarm

EVENING = "广场舞队每周五晚上7:30开练。"
MORNING = "广场舞队每周五早上7:30开练。"
NO_PART = "广场舞队每周五7:30开练。"
BY_24_HOURS = "广场舞队每周五19:30开练。"


@pytest.mark.parametrize(
    ("told", "fact", "wrong"),
    [
        ("晚上7点半", EVENING, []),
        ("上午7:30", EVENING, ["7:30"]),
        ("19:30", EVENING, []),
        ("7:30", EVENING, []),
        ("晚8点", EVENING, ["8点"]),
        ("晚上7:30", MORNING, ["7:30"]),
        ("19:30", MORNING, ["19:30"]),
        ("7点半", MORNING, []),
        ("晚上7:30", NO_PART, []),
        ("上午7:30", NO_PART, []),
        ("晚7点半", BY_24_HOURS, []),
        ("早7点半", BY_24_HOURS, ["7点半"]),
    ],
)
def test_a_time_is_of_the_part_of_the_day_that_its_fact_names(told, fact, wrong):
    assert flags(f"广场舞队{told}开练。", fact) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("每天19:00至21:00开放。", []),
        ("每晚7:00—9:00开放，每天2小时。", []),
        ("每天上午7点至9点开放。", ["7点", "9点"]),
    ],
)
def test_the_end_of_a_stretch_is_of_the_same_part_of_the_day(text, wrong):
    assert flags(text, "开放时间|每晚7点至9点") == wrong


@pytest.mark.parametrize(
    ("told", "suggestion"),
    [("晚8点", "7:30"), ("20:30", "19:30"), ("上午8点半", "")],
)
def test_a_time_is_corrected_in_the_manner_in_which_it_is_told(told, suggestion):
    alarm = only_alarm(f"广场舞队每周五{told}开练。", EVENING)
    assert alarm.suggestion == suggestion


def test_no_unit_belongs_to_a_time():
    assert only_alarm("合唱团晚8点排练。", "合唱团晚7点排练。").because.startswith("正文写“8点”，")


def test_money_told_without_yuan_is_money():
    assert last_trace("人均收入增加1800块。", "人均收入|28600|元|26800").category == "derived_diff"
    assert flags("发放慰问金300块，发放贷款3000万。", "慰问金|300|块", "贷款|3000|万元") == []
