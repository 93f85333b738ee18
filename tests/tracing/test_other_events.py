"""A number or date that a statement tells of one event does not stand beside another event of it."""

import pytest
from flagging import flags, only_alarm

FAIR = "4月办读书节，620名学生参加；9月办运动会2场，410人参加。"
WORKS = "6月新增路灯46盏，投资12万元，10月改造管网3.2公里，投资85万元。"
HISTORY = "2018年5月创办合唱团，2020年9月入选市级展演，2023年7月被授予“最美歌声”称号。"
SITES = "建成托育点3处，日均入托95人次；建成健身房1处，面积240平方米。"
STAIRS = "4月12日启动楼道美化行动，11月底全部完工，涉及116个楼道，投入96万元。"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("4月办读书节，620名学生参加。", []),
        ("4月办读书节，410名学生参加。", ["410"]),
        ("读书节有620人参加，运动会有410人参加。", []),
        ("运动会有620人参加。", ["620"]),
        ("9月办读书节。", ["9月"]),
    ],
)
def test_those_who_came_to_one_event_did_not_come_to_another(text, wrong):
    assert flags(text, FAIR) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("新增路灯46盏，投资12万元。", []),
        ("新增路灯46盏，投资85万元。", ["85万"]),
        ("投资85万元改造管网。", []),
        ("改造管网3.2公里，投资12万元。", ["12万"]),
        ("全年投资12万元，添了路灯，又改造管网3.2公里。", []),
    ],
)
def test_money_stays_with_what_it_was_spent_on(text, wrong):
    assert flags(text, WORKS) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("合唱团创办于2018年5月。", []),
        ("合唱团创办于2023年7月。", ["2023年7月"]),
        ("2018年5月，合唱团创办；2020年9月，入选市级展演。", []),
        ("2020年9月被授予“最美歌声”称号。", ["2020年9月"]),
    ],
)
def test_each_event_keeps_its_date(text, wrong):
    assert flags(text, HISTORY) == wrong


def test_an_area_is_that_of_its_own_site():
    assert flags("健身房面积240平方米，托育点日均入托95人次。", SITES) == []
    assert flags("托育点面积240平方米。", SITES) == ["240"]
    assert flags("健身房日均入托95人次。", SITES) == ["95"]


def test_what_goes_on_with_an_event_is_the_same_event():
    assert flags("11月，楼道美化行动完工，涉及116个楼道，投入96万元。", STAIRS) == []


@pytest.mark.parametrize("month", ["1月", "12月"])
def test_the_first_and_last_month_of_the_period_back_no_event_of_another(month):
    assert flags(f"{month}新增路灯46盏。", WORKS) == [month]
    assert flags("6月新增路灯46盏。", WORKS) == []
    assert flags(f"{month}，全部工程接受检查。", WORKS) == []


def test_the_reason_names_the_clause_that_is_meant():
    alarm = only_alarm("4月办读书节，410名学生参加。", FAIR)
    assert alarm.mention.text == "410"
    assert "“9月办运动会2场，410人参加”" in alarm.because
    assert "“4月办读书节，620名学生参加”" in alarm.because
