"""What was more told as less, ratios the other way round, and times of day."""

import pytest
from flagging import flags

QUARTERS = ("一季度调解|12件", "二季度调解|15件")
DISTRICTS = ("东区调解|12件", "西区调解|15件")
LEARNERS = ("男学员|60人", "女学员|40人")


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("二季度调解比一季度增加3件。", QUARTERS, []),
        ("二季度调解比一季度减少3件。", QUARTERS, ["3"]),
        ("西区比东区减少3件。", DISTRICTS, ["3"]),
        ("学员男女比例为3:2。", LEARNERS, []),
        ("学员男女比例为2:3。", LEARNERS, ["2:3"]),
        ("师生比为1:20。", ("教师|60人", "学生|1200人"), []),
        ("每天8:00—18:00开放。", ("开放时间|8:00—18:00",), []),
        ("每天8:00—20:00开放。", ("开放时间|8:00—18:00",), ["8:00—20:00"]),
        ("每天8:00至20:00开放。", ("开放时间|8:00至18:00",), ["20:00"]),
        ("夜校19:00—20:30上课。", ("夜校|晚7:00至8:30",), []),
        ("夜校晚上7点开课。", ("夜校|19:00",), []),
        ("上午9点至下午5点开放。", ("阅览室|9:00—17:00",), []),
    ],
)
def test_order_and_times_follow_the_facts(text, facts, wrong):
    assert flags(text, *facts, period="2025年") == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("3月12日植树节，植树200棵。", []),
        ("3月15日植树节，植树200棵。", ["3月15日"]),
        ("三月五日学雷锋纪念日，植树200棵。", []),
        ("12月4日国家宪法日，植树200棵。", []),
        ("11月9日开展消防演练，植树200棵。", ["11月9日"]),
    ],
)
def test_a_day_told_by_its_name_follows_from_the_calendar(text, wrong):
    assert flags(text, "植树|200|棵") == wrong
