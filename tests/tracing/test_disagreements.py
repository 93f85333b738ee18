"""What a draft tells twice with two values, and totals that their parts don't make; right drafts raise none."""

import pytest
from flagging import report_on, sheet_of

from drafter.tracing.trace import conflicts_between, trace_numbers


@pytest.mark.parametrize(
    ("wrong", "right", "reckoning"),
    [
        ("在校学生860人，其中男生452人，女生418人。", "在校学生870人，其中男生452人，女生418人。", "452 + 418 = 870"),
        ("办班31期，其中烹饪12期、育婴9期、电工11期。",
         "办班32期，其中烹饪12期、育婴9期、电工11期。", "12 + 9 + 11 = 32"),
        ("职工66名（男41名、女27名）。", "职工68名（男41名、女27名）。", "41 + 27 = 68"),
        ("补种杨树210株、国槐85株，合计300株。", "补种杨树210株、国槐85株，合计295株。", "210 + 85 = 295"),
        ("男生占53%，女生占49%。", "男生占51%，女生占49%。", "53% + 49% = 102%"),
    ],
)  # fmt: skip
def test_a_total_that_its_parts_do_not_make_is_told(wrong: str, right: str, reckoning: str):
    (conflict,) = report_on(wrong).conflicts
    assert reckoning in conflict
    assert report_on(right).conflicts == ()


@pytest.mark.parametrize(
    "text",
    [
        "党员96名，其中女党员41名、流动党员12名。",  # not all of them
        "教师120人，其中女教师70人、35岁以下52人。",  # they overlap
        "老人410人，其中70岁以上210人、80岁以上190人。",
        "65岁以上老人210人。\n75岁以上老人90人。",
        "2022年图书外借1200册。\n2023年图书外借1500册。",
        "上半年健康讲座12场。\n下半年健康讲座15场。",
        "本科学历占62%，党员占58%。",
        "维修资金40万元，其中屋面12万元、电梯9万元。",
    ],
)
def test_what_only_looks_like_a_contradiction_is_none(text: str):
    assert report_on(text).conflicts == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("家长满意度97%。\n家长满意度达到95%。", ("97%", "95%")),
        ("消防演练6次。\n全年共开展消防演练9次。", ("6次", "9次")),
        ("2024年消防演练6次。\n2024年消防演练9次。", ("6次", "9次")),
    ],
)
def test_one_quantity_with_two_values_is_told(text: str, values: tuple[str, str]):
    (conflict,) = report_on(text).conflicts
    assert all(value in conflict for value in values)


@pytest.mark.parametrize(
    ("text", "facts", "told"),
    [
        ("经费28.5万元，其中拨款18万元，自筹9.5万元。",
         ("经费|28.5|万元", "拨款|18|万元", "自筹|10.5|万元"), "18万 + 9.5万 = 27.5万"),
        ("经费29.5万元，其中拨款18万元，自筹10.5万元。",
         ("经费|28.5|万元", "拨款|18|万元", "自筹|10.5|万元"), "18万 + 10.5万 = 28.5万"),
        ("建成驿站21座，其中新建8座、改建12座。", ("驿站21座，其中新建8座、改建13座。",), "8 + 12 = 20"),
        ("现有读者562人。\n读者队伍发展到580人。", ("读者|562|人|510",), "一处写“562人”，另一处写“580人”"),
        ("少儿读者140人，占读者的25%。\n少儿读者占读者的31%。",
         ("少儿读者|140|人", "读者|560|人"), "一处写“25%”，另一处写“31%”"),
    ],
)  # fmt: skip
def test_what_the_facts_make_a_contradiction_is_told(text: str, facts: tuple[str, ...], told: str):
    (conflict,) = report_on(text, *facts).conflicts
    assert told in conflict


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "经费40万元，其中拨款12万元，自筹9.5万元。",
            ("经费|40|万元", "拨款|12|万元", "自筹|10|万元"),
        ),  # not all of it
        ("皮影、剪纸、风筝三门课程。\n小班、中班两个年级。", ("课程|皮影、剪纸、风筝",)),
    ],
)
def test_parts_of_more_and_lists_of_other_things_contradict_nothing(text: str, facts: tuple[str, ...]):
    assert report_on(text, *facts).conflicts == ()


@pytest.mark.parametrize(
    ("wrong", "right", "reckoning"),
    [
        ("医生52人，其中高级14人、中级23人、初级9人。",
         "医生46人，其中高级14人、中级23人、初级9人。", "14 + 23 + 9 = 46"),
        ("图书馆馆员12人、保安8人、志愿者31人，共60人。",
         "图书馆馆员12人、保安8人、志愿者31人，共51人。", "12 + 8 + 31 = 51"),
        ("东门车位120个、西门车位85个，车位总数240个。",
         "东门车位120个、西门车位85个，车位总数205个。", "120 + 85 = 205"),
        ("筹资75万元，其中财政拨款40万元、村民捐款25万元。",
         "筹资65万元，其中财政拨款40万元、村民捐款25万元。", "40万 + 25万 = 65万"),
    ],
)  # fmt: skip
def test_a_total_of_a_whole_list_or_of_what_splits_it_is_told_though_the_facts_have_it(
    wrong: str, right: str, reckoning: str
):
    names = ("医生|52|人", "车位总数|240|个", "筹资|75|万元")
    (conflict,) = report_on(wrong, *names).conflicts
    assert reckoning in conflict
    assert report_on(right).conflicts == ()


@pytest.mark.parametrize(
    "text",
    [
        "讲座12场、展览10场，共开展活动30场。",  # other activities as well
        "投入75万元，其中财政拨款40万元、绿化25万元。",  # whose it was, and what for
        "职工60人，其中女职工35人、青年职工31人、党员职工22人。",  # they overlap
    ],
)
def test_a_total_of_more_than_what_is_listed_is_none(text: str):
    assert report_on(text).conflicts == ()


PARK = ("进园游客|8600|人次", "园区植树|1250|株", "玻璃温室落成|2021年4月", "3月游园|420|人次", "4月游园|610|人次")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("园区植树1250株。", "明年计划植树1500株。"),
        ("园区植树1250株。", "下一步，争取植树1520株。"),
        ("园区植树1250株。", "十年前，园区植树只有1200株。"),
        ("园区植树1250株。", "2019年，园区植树1205株。"),
        ("园区植树1250株。", "东湖景区植树125株。"),
        ("园区植树1250株。", "其中，绿化月植树1150株。"),
        ("3月游园610人次，4月游园420人次。", ""),
        ("原计划植树1520株，实际植树1250株。", ""),
    ],
)
def test_a_plan_another_time_and_a_part_contradict_nothing(one: str, other: str):
    sheet = sheet_of(*PARK)
    reports = [trace_numbers(text, sheet) for text in (one, other) if text]
    assert conflicts_between(reports, sheet) == ()


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("园区植树1250株。", "全年共植树1520株。", ("1250株", "1520株")),
        ("玻璃温室于2021年4月落成。", "2021年9月，玻璃温室落成。", ("2021年4月", "2021年9月")),
        ("排查火灾隐患42处。", "共排查出火灾隐患24处。", ("42处", "24处")),
        ("家长满意率达97%。", "广大家长满意率为93%。", ("97%", "93%")),
        ("获市级奖项3项、区级奖项5项。", "全年获得区级奖项7项。", ("5项", "7项")),
    ],
)
def test_two_texts_that_tell_one_thing_otherwise_contradict_each_other(one: str, other: str, values: tuple[str, str]):
    sheet = sheet_of(*PARK)
    (conflict,) = conflicts_between([trace_numbers(text, sheet) for text in (one, other)], sheet)
    assert all(value in conflict for value in values)


def test_what_a_text_contradicts_by_itself_is_told_of_several_texts_too():
    report = report_on("职工66名（男41名、女27名）。")
    assert conflicts_between([report, report], sheet_of()) == report.conflicts != ()
