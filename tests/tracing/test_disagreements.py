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
