"""Reckonings told in other words: a whole named before 中, another stretch of time, levels, goals without a name."""

import pytest

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers


def flags(text, *facts, period="2024年"):
    sheet = FactSheet(
        period=period,
        facts=tuple(Fact(label=f[0], value=f[1], unit=f[2], previous=f[3] if len(f) > 3 else "") for f in facts),
    )
    return [t.mention.text for t in trace_numbers(text, sheet).flagged]


COURT = (("结案", "456", "件", "384"), ("调解成功", "285", "件"), ("诉前调解", "320", "件"), ("诉前成功", "240", "件"))
DESK = (("诉求办结", "1225", "件"), ("群众满意", "1176", "件"), ("受理", "1250", "件"))
HELP = (("在校学生", "1560", "人"), ("资助学生", "117", "人"), ("资助金额", "14.04", "万元"))
OPEN = (("开放时间", "每周42小时", ""), ("生活补助", "每学期500元", ""))
FIELD = (("水稻面积", "600", "亩"), ("水稻亩均产量", "约550", "公斤"), ("玉米面积", "300", "亩"))
GOAL = (("年度目标", "200", "户"), ("新增电商户", "220", "户"))
HONOURS = (("表彰", "镇级12人、县级4人、省级1人", ""),)
SAMPLES = (("抽检", "120", "批次"), ("抽检合格", "116", "批次"))
LOANS = (("读者", "2.4", "万人次"), ("借阅", "3.6", "万册次"), ("藏书", "5", "万册"))
LIMIT = (("办理时限", "由15个工作日缩短至6个工作日", ""),)
CLINICS = (("卫生站", "14", "个"), ("行政村", "18", "个"))


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("结案中调解成功285件，调解率62.5%。", COURT, []),
        ("结案中调解成功285件，调解率75%。", COURT, ["75%"]),
        ("办结诉求中群众表示满意的1176件，满意率94.1%。", DESK[:1] + DESK[1:2], ["94.1%"]),
        ("发放14.04万元，资助学生117名，人均1200元，受助面7.5%。", HELP, []),
        ("发放14.04万元，资助学生117名，人均1200元，受助面8.5%。", HELP, ["8.5%"]),
        ("每周开放42小时，日均6小时。", OPEN, []),
        ("每周开放42小时，日均7小时。", OPEN, ["7"]),
        ("每学期补助500元，全年1000元。", OPEN, []),
        ("每学期补助500元，全年1500元。", OPEN, ["1500"]),
        ("600亩水稻喜获丰收，总产量近332吨。", FIELD, []),
        ("600亩水稻喜获丰收，总产量近400吨。", FIELD, ["400"]),
        ("新增电商户220户，完成年度目标的110%，超出20户。", GOAL, []),
        ("新增电商户220户，完成年度目标的120%，超出30户。", GOAL, ["120%", "30"]),
        ("受到镇级表彰12人，另有5人获县级以上表彰。", HONOURS, []),
        ("受到镇级表彰12人，另有4人获县级以上表彰。", HONOURS, ["4"]),
        ("抽检120批次，合格率96.7%，4批次不合格产品已下架。", SAMPLES, []),
        ("抽检120批次，合格率96.7%，6批次不合格产品已下架。", SAMPLES, ["6"]),
        ("接待读者2.4万人次，借阅3.6万册次，每名读者平均借阅1.5册。", LOANS, []),
        ("接待读者2.4万人次，借阅3.6万册次，每名读者平均借阅2.1册。", LOANS, ["2.1"]),
        ("建成卫生站18个，覆盖18个行政村的77.8%。", CLINICS, ["18"]),
        ("办理时限由15个工作日缩短至6个工作日，提速9个工作日。", LIMIT, []),
    ],
)
def test_what_is_told_in_other_words_is_reckoned_as_it_is_meant(text, facts, wrong):
    assert flags(text, *facts) == wrong
