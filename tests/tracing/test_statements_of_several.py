"""Reckonings of the numbers that one statement tells, each right number beside its wrong twin."""

import pytest

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers


def flags(text, *facts, period="2024年"):
    sheet = FactSheet(
        period=period,
        facts=tuple(Fact(label=f[0], value=f[1], unit=f[2]) if isinstance(f, tuple) else Fact(text=f) for f in facts),
    )
    return [t.mention.text for t in trace_numbers(text, sheet).flagged]


YEARS = (
    "2022年改造小区4个，惠及居民720户；2023年改造6个，惠及居民900户；2024年改造8个，惠及居民1380户",
    ("改造总投资", "6000", "万元"),
)
REVIEW = (
    "10月开展自查，共查摆问题40个，其中服务类17个、效率类14个、资料类9个",
    ("已整改问题", "36", "个"),
    ("自查小组", "5", "个"),
)
OPINIONS = ("收集意见90条，采纳72条",)
FUNDS = ("投入50万元，其中财政拨款32万元，其余为自筹",)
PAIRS = ("36名党员结对帮扶50户困难家庭，其中14名党员每人结对2户",)


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("三年累计改造小区18个，惠及3000户，户均2万元。", YEARS, []),
        ("三年累计改造小区16个，惠及3000户，户均2.5万元。", YEARS, ["16", "2.5万"]),
        ("2024年改造8个小区，占三年总数的44.4%。", YEARS, []),
        ("2024年改造8个小区，占三年总数的54.4%。", YEARS, ["54.4%"]),
        ("2024年改造8个小区，比2023年多2个。", YEARS, []),
        ("2024年改造8个小区，比2023年多4个。", YEARS, ["4"]),
        ("查摆问题40个，服务类最多，比效率类多3个。", REVIEW, []),
        ("查摆问题40个，服务类最多，比效率类多5个。", REVIEW, ["5"]),
        ("查摆问题40个，整改36个，整改率90%，还有4个正在整改，平均每组查出8个。", REVIEW, []),
        ("查摆问题40个，整改36个，整改率90%，还有5个正在整改，平均每组查出10个。", REVIEW, ["5", "10"]),
        ("收集意见90条，采纳72条，采纳率八成，18条作出解释。", OPINIONS, []),
        ("收集意见90条，采纳72条，采纳率八成，28条作出解释。", OPINIONS, ["28"]),
        ("投入50万元，其中财政拨款32万元，占64%，自筹18万元。", FUNDS, []),
        ("投入50万元，其中财政拨款32万元，占64%，自筹20万元。", FUNDS, ["20万"]),
        ("36名党员结对50户，其中14名每人结对2户，其余22名党员结对余下的户。", PAIRS, []),
        ("36名党员结对50户，其中14名每人结对2户，其余34名党员结对余下的户。", PAIRS, ["34"]),
    ],
)
def test_a_statement_of_several_numbers(text, facts, wrong):
    assert flags(text, *facts) == wrong
