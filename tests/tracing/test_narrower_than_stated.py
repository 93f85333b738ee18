"""A fact's number is not that of fewer, of newer, of a longer time, nor of another part of the same fact."""

import pytest
from flagging import flags, last_trace, report_on

SCHOOL = (("在校学生", "1620", "人", "1548"), ("教职工", "108", "人"), ("图书", "4.86", "万册", "4.52"))
HOSPITAL = (("门急诊量", "38.6", "万人次"), ("手术", "4860", "台"))
POLICE = (("宣讲", "58", "场"), ("安装反诈APP", "8600", "人"))
TOWN = (("小区改造", "12", "个"), ("宣讲", "58", "场"), ("60岁以上老人", "1364", "人"))
WINDOWS = (("办理各类业务", "8.62", "万件"), ("窗口", "42", "个"))
BANK = (("各项贷款", "19.8", "亿元"), ("网点", "6", "个"))
BUSES = (("营运线路", "96", "条"), ("驾驶员", "1420", "人"))
READERS = (("到馆读者", "41.2", "万人次"), ("参与活动", "2.35", "万人次"))
AIDED = (("低保", "城市低保142户213人，农村低保65户98人"), ("监测", "监测对象86户254人，消除风险71户213人"))
HALF_YEAR = (("巡查", "2180", "次"),)
HOTLINE = (("求助热线", "接听5680通，解决5612件"), ("矛盾纠纷", "排查214件，化解207件"))


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("学校男生1620人。", SCHOOL, ["1620"]),
        ("电子图书4.86万册。", SCHOOL, ["4.86万"]),
        ("全校教师108人。", SCHOOL, ["108"]),
        ("全校教职工108人。", SCHOOL, []),
        ("急诊量38.6万人次。", HOSPITAL, ["38.6万"]),
        ("微创手术4860台。", HOSPITAL, ["4860"]),
        ("60岁以上独居老人1364人。", TOWN, ["1364"]),
        ("全年网上办理业务8.62万件。", WINDOWS, ["8.62万"]),
        ("中心全年办理不动产业务8.62万件。", WINDOWS, ["8.62万"]),
        ("中心为群众办理各类业务8.62万件。", WINDOWS, []),
        ("个人贷款19.8亿元。", BANK, ["19.8亿"]),
        ("各项贷款余额19.8亿元。", BANK, []),
        ("夜班线路96条。", BUSES, ["96"]),
        ("少儿读者41.2万人次。", READERS, ["41.2万"]),
        ("参与活动读者41.2万人次。", READERS, ["41.2万"]),
        ("到馆读者41.2万人次，参与活动2.35万人次。", READERS, []),
    ],
)
def test_a_number_is_not_that_of_fewer(text, facts, wrong):
    assert flags(text, *facts) == wrong


def test_what_a_deed_implies_and_what_the_sheet_is_about_narrow_nothing():
    assert flags("实施老旧小区改造12个。", *TOWN) == []
    assert flags("举办反诈宣讲58场。", *POLICE) == []
    assert flags("举办反诈宣讲58场。", *TOWN) == ["58"]


@pytest.mark.parametrize(
    ("text", "number", "suggestion"),
    [
        ("新增图书4.86万册。", "4.86万", "3400"),
        ("在校学生比上年增加1620人。", "1620", "72"),
    ],
)
def test_all_there_is_told_as_new_is_corrected_by_the_growth(text, number, suggestion):
    trace = last_trace(text, *SCHOOL)
    assert (trace.mention.text, trace.flagged, trace.suggestion) == (number, True, suggestion)


def test_half_a_year_is_not_told_as_the_year():
    assert flags("全年开展巡查2180次。", *HALF_YEAR, period="2023年上半年") == ["2180"]
    assert flags("上半年开展巡查2180次。", *HALF_YEAR, period="2023年上半年") == []
    assert flags("全年开展巡查2180次。", *HALF_YEAR, period="2023年") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("城市低保142户213人，农村低保65户98人。", {}),
        ("城市低保142户98人，农村低保65户213人。", {"98": "213", "213": "98"}),
        ("已消除风险71户254人。", {"254": "213"}),
        ("监测对象254户、86人。", {"254": "86", "86": "254"}),
    ],
)
def test_numbers_told_side_by_side_belong_to_one_part_of_a_fact(text, wrong):
    assert {t.mention.text: t.suggestion for t in report_on(text, *AIDED).flagged} == wrong


def test_what_stands_beside_a_number_that_was_taken_was_taken_with_it():
    assert flags("全乡有脱贫户86户254人。", *AIDED) == ["86", "254"]
    assert flags("全乡有监测对象86户254人。", *AIDED) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("9月受理诉求1682件。", ["9月"]),
        ("仅9月，受理诉求1682件。", ["9月"]),
        ("截至9月底，受理诉求1682件。", []),
        ("7月至9月，受理诉求1682件。", []),
        ("9月，全部工单接受回访。", []),
    ],
)
def test_one_month_is_not_told_of_what_a_quarter_came_to(text, wrong):
    assert flags(text, "受理诉求|1682|件", period="2024年第三季度") == wrong


def test_the_parts_of_a_fact_are_quoted_each_by_itself():
    trace = report_on("已消除风险71户254人。", *AIDED).flagged[0]
    assert trace.because == "正文写“254人”，可能取自“监测 监测对象254人”，此处说的是“监测 消除风险213人”。"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("还有68件诉求未解决。", []),
        ("还有7件纠纷正在化解。", []),
        ("还有9件纠纷正在化解。", ["9"]),
    ],
)
def test_what_was_settled_is_taken_off_what_came_in(text, wrong):
    assert flags(text, *HOTLINE) == wrong


def test_a_wrong_total_beside_its_parts_is_told_for_the_whole_draft():
    (told,) = report_on("低保共297户，其中城市142户、农村65户。", *AIDED).conflicts
    assert told == "“297户”与文中其他数字不符：142 + 65 = 207"
