"""Quotients whose sides the words name, or the text has told, or that are the one total of their kind."""

import pytest
from flagging import flags

SHOWS = (("演出", "12", "场"), ("外来人口", "960", "人"), ("图书借阅", "3600", "人次"))
SHOWS_WITH_AUDIENCE = (*SHOWS, ("观众", "2400", "人次"))
MEETINGS = (("摄像头", "8", "个"), ("电动车棚", "7", "座"), ("采纳建议", "168", "条"), ("居民议事会", "24", "次"))
FIELDS = (("茶园", "4200", "亩"), ("农户", "600", "户"), ("护林岗位", "30", "个"))
HELPED = (("救助困难学生", "60", "人"), ("救助金", "9", "万元"), ("全校学生", "1800", "人"))
CASES = (("受理投诉", "150", "件"), ("处理投诉", "132", "件"), ("热线来电", "480", "件"), ("垃圾桶", "220", "组"))
INCOMES = (("人均收入", "21000", "元", "20000"), ("合作社收入", "84", "万元", "70"))
STAFF = (("特级教师", "9", "人"), ("教师", "75", "人"), ("学生", "1500", "人"), ("三好学生", "150", "人"))
MOVED = (("", "5月组织清淤，24名党员清理沟渠160米；8月慰问退役军人40户。", ""), ("女党员", "6", "名"))


FEES = (("居民议事会", "34次，解决问题90件", ""), ("物业投诉", "125", "件"), ("物业费缴费率", "85%", ""))


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("解决问题90件，物业投诉125件；缴费率由72%提高到85%。", FEES, ["72%"]),
        ("平均每场观众200人次。", SHOWS_WITH_AUDIENCE, []),
        ("平均每场观众80人。", SHOWS, ["80"]),
        ("演出12场，场均观众300人次。", SHOWS, ["300"]),
        ("采纳建议168条，平均每次议事会采纳7条。", MEETINGS, []),
        ("采纳建议168条，平均每次采纳21条。", MEETINGS, ["21"]),
        ("户均茶园7亩。", FIELDS, []),
        ("户均茶园140亩。", FIELDS, ["140"]),
        ("救助困难学生60人，人均1500元。", HELPED, []),
        ("救助困难学生60人，人均50元。", HELPED, ["50"]),
    ],
)
def test_averages_are_of_and_over_what_is_spoken_of(text, facts, wrong):
    assert flags(text, *facts) == wrong


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("受理投诉150件，处理率88%。", CASES, []),
        ("受理投诉150件，处理率27.5%。", CASES, ["27.5%"]),
        ("处理率60%。", CASES, ["60%"]),
        ("合作社收入84万元，增长20%。", INCOMES, []),
        ("合作社收入84万元，增长5%。", INCOMES, ["5%"]),
        ("特级教师9人，占12%。", STAFF, []),
        ("特级教师9人，占0.6%。", STAFF, ["0.6%"]),
        ("女党员占25%。", MOVED, []),
        ("女党员占15%。", MOVED, ["15%"]),
    ],
)
def test_shares_are_in_what_is_spoken_of(text, facts, wrong):
    assert flags(text, *facts) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("生师比20:1。", []), ("生师比2:1。", ["2:1"]), ("生师比17:1。", ["17:1"])],
)
def test_signs_of_a_ratio_stand_for_the_facts_of_that_very_name(text, wrong):
    assert flags(text, *STAFF) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("全年召开协商会6次，平均每2个月1次。", []),
        ("每月召开协商会1次。", ["1"]),
        ("平均每月走访1.5次。", []),
        ("平均每月走访2次。", []),
    ],
)
def test_an_average_below_one_is_no_one(text, wrong):
    assert flags(text, ("协商会", "6", "次"), ("走访", "18", "次")) == wrong
