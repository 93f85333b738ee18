"""What a draft tells twice with two values, and totals that their parts don't make; right drafts raise none."""

import pytest
from flagging import report_on


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
