"""Dates of events that the facts date: each right date beside that of another event, with the date that was meant."""

import pytest
from flagging import flags, only_alarm

VILLAGE = (
    "便民桥竣工|2021年11月",
    "文化礼堂开工|2022年3月12日",
    "文化礼堂投入使用|2023年6月28日",
    "百家宴|2月4日",
    "龙舟赛|6月22日",
    "被授予“省级卫生村”称号|2020年",
    "村史馆建成|2018年",
    "便民服务站建成|2019年",
)
TOLD = (
    "2021年获评“巾帼文明岗”；2023年通过市级复查",
    "阅览室2017年建成，2022年改造",
    "2019年3月成立舞蹈队；2021年5月成立合唱队",
    "市级先进集体（2020年）、省级五四红旗团委（2022年）",
    "侨法宣传|3月、9月，发放资料1600份",
)
HOURS = ("图书室开放时间|9:00至20:30", "托管班招收|7至13岁", "学费|120—260元", "食堂每天11:00到12:30供餐")
HOSPITAL = ("建院|1968年", "建院55周年座谈会|2023年5月", "医生|128|人")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("便民桥于2021年11月竣工。", VILLAGE),
        ("2023年6月28日，文化礼堂正式投用。", VILLAGE),
        ("文化礼堂于2022年3月12日动工建设。", VILLAGE),
        ("2月4日，村里举办百家宴，6月22日举行龙舟赛。", VILLAGE),
        ("2020年，村被授予省级卫生村称号。", VILLAGE),
        ("2018年建成村史馆，2019年建成便民服务站。", VILLAGE),
        ("2018年、2019年先后建成村史馆、便民服务站。", VILLAGE),
        ("截至2023年底，村史馆已建成。", VILLAGE),
        ("2023年再次获评省级卫生村。", VILLAGE),
        ("2022年，依托村史馆建成文化长廊。", VILLAGE),
        ("2023年通过“巾帼文明岗”市级复查。", TOLD),
        ("2021年5月，合唱队成立。", TOLD),
        ("2020年，获评市级先进集体。", TOLD),
        ("3月、9月开展侨法宣传。", TOLD),
        ("图书室每天9:00至20:30开放。", HOURS),
        ("托管班招收7—13岁儿童。", HOURS),
        ("医院始建于1968年。", HOSPITAL),
    ],
)
def test_the_date_of_an_event_is_right_however_it_is_told(text: str, facts: tuple[str, ...]):
    assert flags(text, *facts, period="2023年") == []


@pytest.mark.parametrize(
    ("text", "facts", "wrong", "meant"),
    [
        ("2022年3月12日，文化礼堂正式投用。", VILLAGE, "2022年3月12日", "2023年6月28日"),
        ("文化礼堂2023年6月28日开工。", VILLAGE, "2023年6月28日", "2022年3月12日"),
        ("2021年11月，文化礼堂开工。", VILLAGE, "2021年11月", "2022年3月12日"),
        ("6月22日，村里举办百家宴。", VILLAGE, "6月22日", "2月4日"),
        ("2018年，村被授予省级卫生村称号。", VILLAGE, "2018年", "2020年"),
        ("2023年，村被授予省级卫生村称号。", VILLAGE, "2023年", "2020年"),
        ("2019年建成村史馆。", VILLAGE, "2019年", "2018年"),
        ("2023年，获评“巾帼文明岗”。", TOLD, "2023年", "2021年"),
        ("阅览室建成于2022年。", TOLD, "2022年", "2017年"),
        ("2021年5月，舞蹈队成立。", TOLD, "2021年5月", "2019年3月"),
        ("2019年，获评市级先进集体。", TOLD, "2019年", "2020年"),
        ("图书室开放时间为9:00至21:30。", HOURS, "21:30", "20:30"),
        ("图书室每天10:00至20:30开放。", HOURS, "10:00", "9:00"),
        ("图书室开放时间为9:30—20:30。", HOURS, "9:30—20:30", "9:00—20:30"),
        ("托管班招收7—12岁儿童。", HOURS, "7—12", "7—13"),
        ("学费120至280元。", HOURS, "120至280", "120至260"),
        ("食堂每天11:00到13:00供餐。", HOURS, "13:00", "12:30"),
        ("医院创办于1969年。", HOSPITAL, "1969年", "1968年"),
        ("召开建院50周年座谈会。", HOSPITAL, "50", "55"),
        ("2022年5月，召开座谈会，庆祝建院。", (*HOSPITAL[2:], "座谈会|2023年5月"), "2022年5月", "2023年5月"),
    ],
)
def test_the_date_of_another_event_is_flagged_and_the_own_one_suggested(
    text: str, facts: tuple[str, ...], wrong: str, meant: str
):
    alarm = only_alarm(text, *facts, period="2023年")
    assert (alarm.mention.text, alarm.suggestion) == (wrong, meant)


def test_what_other_words_found_is_not_the_own_founding():
    assert only_alarm("门诊楼始建于1969年。", *HOSPITAL, period="2023年").suggestion == ""
