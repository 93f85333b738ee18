"""One reckoning told in many forms: each right number beside its wrong twin."""

import pytest

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers


def flags(text, *facts, period="2024年"):
    sheet = FactSheet(
        period=period,
        facts=tuple(Fact(label=f[0], value=f[1], unit=f[2], previous=f[3] if len(f) > 3 else "") for f in facts),
    )
    return [t.mention.text for t in trace_numbers(text, sheet).flagged]


SHOWS = (("文化活动", "122", "场"),)
DESK = (("接待群众", "16000", "人次"), ("工作日", "250", "天"))
CLERKS = (("窗口人员", "20", "名"), ("办件", "60000", "件"), ("工作日", "250", "天"))
AREA = (("面积", "0.4", "平方公里"), ("居民", "6000", "人"))
HELPERS = (("居民", "8000", "人"), ("志愿者", "800", "人"))
LIGHTS = (("单元", "80", "个"), ("更换楼道灯", "400", "盏"))
TREES = (("植树任务", "1500", "棵"), ("植树", "1650", "棵"))
MONEY = (("计划投资", "800", "万元"), ("完成投资", "600", "万元"))
CLASS = (("学员", "400", "人"), ("女学员", "280", "人"))
MEETING = (("应到代表", "80", "人"), ("实到代表", "76", "人"))
GREEN = (("总面积", "12", "万平方米"), ("绿化面积", "4.2", "万平方米"))
FUNDS = (("总投入", "500", "万元"), ("财政资金", "400", "万元"), ("社会资金", "100", "万元"))
HONOURS = (("荣誉", "省级2项、市级3项、区级6项", ""),)
LIMITS = (("承诺办结时限", "20", "天"), ("实际办结", "8", "天"))


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("平均每3天就有一场活动。", SHOWS, []),
        ("平均每5天就有一场活动。", SHOWS, ["5"]),
        ("每个工作日接待群众64人次。", DESK, []),
        ("每个工作日接待群众84人次。", DESK, ["84"]),
        ("每名窗口人员日均办理12件。", CLERKS, []),
        ("每名窗口人员日均办理16件。", CLERKS, ["16"]),
        ("每平方公里居住1.5万人。", AREA, []),
        ("每平方公里居住1.8万人。", AREA, ["1.8万"]),
        ("每10个居民中就有1个志愿者。", HELPERS, []),
        ("每10人中有1人是志愿者。", HELPERS, []),
        ("每10人中有3人是志愿者。", HELPERS, ["10", "3"]),
        ("平均每个单元5盏。", LIGHTS, []),
        ("平均每个单元8盏。", LIGHTS, ["8"]),
        ("完成年度任务的110%。", TREES, []),
        ("完成年度任务的115%。", TREES, ["115%"]),
        ("超额10%完成任务。", TREES, []),
        ("超额20%完成任务。", TREES, ["20%"]),
        ("完成计划的75%。", MONEY, []),
        ("完成计划的85%。", MONEY, ["85%"]),
        ("女性占七成，男性占三成。", CLASS, []),
        ("女学员占70%，男学员占30%。", CLASS, []),
        ("女学员占70%，男学员占70%。", CLASS, ["70%"]),
        ("到会率95%。", MEETING, []),
        ("到会率98%。", MEETING, ["98%"]),
        ("绿化覆盖率35%。", GREEN, []),
        ("绿化覆盖率42%。", GREEN, ["42%"]),
        ("财政资金与社会资金之比4:1。", FUNDS, []),
        ("财政资金与社会资金之比5:1。", FUNDS, ["5:1"]),
        ("市级以上荣誉5项。", HONOURS, []),
        ("市级以上荣誉3项。", HONOURS, ["3"]),
        ("省、市、区荣誉共11项。", HONOURS, []),
        ("省、市、区荣誉共9项。", HONOURS, ["9"]),
        ("提前12天办结。", LIMITS, []),
        ("提前20天办结。", LIMITS, ["20"]),
    ],
)
def test_forms_of_telling(text, facts, wrong):
    assert flags(text, *facts) == wrong
