"""Shares told the other way: the whole behind the number, two parts side by side, what is left of last year's."""

import pytest
from flagging import flags

PEOPLE = ["总人口|6000|人", "60岁以上老人|1500|人", "居民户数|2000|户"]
STAFF = ["职工总数|240|人", "女职工|96|人", "文明科室|8|个", "科室|16|个"]
BEDS = ["养老中心设床位24张，入住老人18人。"]
SCHOOL = ["女教师|80|人", "男教师|20|人", "学生|735|人", "留守儿童|245|人"]
SHOPS = ["商户|320|户", "签约商户|240|户", "诚信商户|64|户"]
MOVING = ["户籍人口|5480|人", "流动人口|1320|人"]
DONE = ["现场办理|540|件", "网络办理|360|件"]


@pytest.mark.parametrize(
    ("text", "wrong", "facts"),
    [
        ("社区四分之一的居民是60岁以上老人。", [], PEOPLE),
        ("四分之一的居民年龄在60岁以上。", [], PEOPLE),
        ("社区三分之一的居民是60岁以上老人。", ["三分之一"], PEOPLE),
        ("单位四成职工是女性，六成职工是男性。", [], STAFF),
        ("单位六成职工是女性。", ["六成"], STAFF),
        ("一半的科室是文明科室。", [], STAFF),
        ("四分之三的床位已入住，四分之一的床位空置。", [], BEDS),
        ("三分之二的床位已入住。", ["三分之二"], BEDS),
        ("八成教师是女性，两成教师为男性。", [], SCHOOL),
        ("七成教师是女性。", ["七成"], SCHOOL),
        ("三分之一的学生是留守儿童。", [], SCHOOL),
        ("四分之三的商户签约，两成商户获评诚信商户。", [], SHOPS),
        ("三成商户获评诚信商户。", ["三成"], SHOPS),
    ],
)
def test_the_whole_may_stand_behind_a_share(text, wrong, facts):
    assert flags(text, *facts) == wrong


@pytest.mark.parametrize(
    ("text", "wrong", "facts"),
    [
        ("户籍人口占80.6%，流动人口占19.4%。", [], MOVING),
        ("流动人口占总人口的19.4%。", [], MOVING),
        ("流动人口占比近两成。", [], MOVING),
        ("流动人口占总人口的24.1%。", ["24.1%"], MOVING),
        ("户籍人口占70.6%，流动人口占29.4%。", ["70.6%", "29.4%"], MOVING),
        ("现场办理占60%，网络办理占40%。", [], DONE),
        ("现场办理占40%，网络办理占60%。", ["40%", "60%"], DONE),
    ],
)
def test_two_parts_told_side_by_side_make_the_whole(text, wrong, facts):
    assert flags(text, *facts) == wrong


@pytest.mark.parametrize(
    ("text", "wrong", "facts"),
    [
        ("居民投诉减少五成，仅为上年的50%。", [], ["居民投诉|20|件|40"]),
        ("居民投诉减少五成，仅为上年的40%。", ["40%"], ["居民投诉|20|件|40"]),
        ("全院设床位150张，入住率84%。", [], ["在院老人|126|人", "床位|150|张"]),
        ("全院设床位150张，入住率74%。", ["74%"], ["在院老人|126|人", "床位|150|张"]),
        ("卫生厕所普及率约90%。", [], ["累计卫生厕所|9386|座", "农村常住户|10430|户"]),
        ("卫生厕所普及率约80%。", ["80%"], ["累计卫生厕所|9386|座", "农村常住户|10430|户"]),
    ],
)
def test_shares_by_other_names(text, wrong, facts):
    assert flags(text, *facts) == wrong
