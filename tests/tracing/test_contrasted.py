"""Numbers told of the other side of a contrast than their fact states."""

import pytest

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers


def flags(text, *facts):
    made = tuple(Fact(label=label, value=value) for label, value in (fact.split(" ") for fact in facts))
    return trace_numbers(text, FactSheet(period="2025年", facts=made)).flagged


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("室内活动场地 520平方米", "室外活动场地520平方米。"),
        ("计划新建停车位 300个", "已新建停车位300个。"),
        ("满意率目标 95%", "满意率达到95%。"),
        ("区级荣誉 3项", "获得市级荣誉3项。"),
        ("每月巡查 2次", "每周巡查2次。"),
        ("受理投诉 52件", "办结投诉52件。"),
        ("申请低保 52户", "批准低保52户。"),
        ("报案 12起", "破案12起。"),
        ("新增绿地 520平方米", "绿地总面积520平方米。"),
        ("上半年调解 52件", "全年调解52件。"),
        ("全年调解 52件", "上半年调解52件。"),
        ("平均年龄 45岁", "最大年龄45岁。"),
        ("同比下降 12%", "同比上升12%。"),
        ("拆除违建 520平方米", "新建用房520平方米。"),
        ("争取资金 52万元", "自筹资金52万元。"),
        ("在职党员 93人", "退休党员93人。"),
        ("垃圾分类知晓率 92%", "垃圾分类参与率92%。"),
        ("60岁以上居民 910人", "60岁以下居民910人。"),
        ("志愿者 326人", "新招募志愿者326人。"),
        ("宣传活动 12场", "上半年开展宣传活动12场。"),
        ("宣传活动 12场", "每月开展宣传活动12场。"),
        ("党员占比 12%", "党员同比增长12%。"),
        ("参与率增长 12%", "参与率达12%。"),
    ],
)
def test_a_number_of_the_other_side_is_flagged_with_its_source(fact, text):
    (flagged,) = flags(text, fact)
    assert flagged.closest == ("F1",)
    assert fact.split(" ")[0] in flagged.because


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("排查并整改隐患52处。", ("排查隐患 52处",)),
        ("受理诉求52件，全部办结。", ("受理诉求 52件",)),
        ("办结诉求52件。", ("受理诉求 52件", "诉求办结率 100%")),
        ("绿地面积增加520平方米。", ("增加绿地 520平方米",)),
        ("刑事案件同比减少12%。", ("刑事案件下降 12%",)),
        ("完成培训12期。", ("年度培训计划 12期", "实际培训 12期")),
        ("网上办理率96.8%。", ("网办率 96.8%",)),
        ("群众满意率98%。", ("满意度 98%",)),
        ("每天接待120人次。", ("日均接待 120人次",)),
        ("对排查出的52处隐患逐一整改。", ("排查隐患 52处",)),
        ("广播每天响两次。", ("广播 2次/天",)),
        ("新增志愿者326人。", ("招募志愿者 326人",)),
        ("参与率比上年提高12%。", ("参与率增长 12%",)),
    ],
)
def test_the_same_side_in_other_words_is_backed(text, facts):
    assert flags(text, *facts) == ()


def test_the_suggestion_is_what_the_sheet_states_of_the_side_that_was_told():
    (flagged,) = flags("室外场地520平方米。", "室内场地 520平方米", "室外场地 800平方米")
    assert flagged.suggestion == "800"
