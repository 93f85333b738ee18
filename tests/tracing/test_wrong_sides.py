"""Numbers that the facts state or give, but of the other side: of a part, another stretch, another base."""

import pytest

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers

LEARNERS = ("男学员 180人", "女学员 300人")
CASES = ("线上办理 2400件", "线下办理 800件", "预约 160件")
HOUSES = ("东区住户 600户", "西区住户 400户", "租户 120户")
LETTERS = ("上半年来信 160件", "下半年来信 120件")
PLANTING = ("参加植树：干部40人次、学生260人次、村民100人次",)
BALLOT = ("居民投票：2800票，赞成2600票",)
FAULTS = ("整改问题：23项，完成21项",)
PRIZES = ("科技竞赛：省级铜奖2项，市级金奖4项",)
EVENTS = ("全国卫生县城复审：2015年9月", "运动会：2015年5月")
TALKS = ("讲座：2014年40场，2000人次参加；2015年50场，3000人次参加",)


CLASSES = ("学校班级 30个", "市级文明班级 12个", "志愿家长 180名")
FEASTS = ("活动 40场", "其中节日活动 16场", "亲子活动 10场")
VILLAGES = ("行政村 12个", "示范村 5个", "一般村 4个", "后进村 3个")
FOUND = ("检查情况：共发现问题60个，其中消防类25个、用电类20个、卫生类15个",)
GRANTS = ("补贴标准：70岁以上每月50元，80岁以上每月100元，90岁以上每月200元", "80岁以上老人 120人")


def flags(text, *facts, period="2015年"):
    made = []
    for fact in facts:
        label, colon, value = fact.partition("：")
        label, value = (label, value) if colon else fact.split(" ")
        made.append(Fact(label=label, value=value))
    return [t.mention.text for t in trace_numbers(text, FactSheet(period=period, facts=tuple(made))).flagged]


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("学员480人，男学员占37.5%。", LEARNERS, []),
        ("学员480人，男学员占60%。", LEARNERS, ["60%"]),
        ("学员480人，男学员是女学员的60%。", LEARNERS, []),
        ("全年办理3200件，线下占四分之一。预约160件，占全部办理件的5%。", CASES, []),
        ("全年办理3200件，线下占三分之一。预约160件，占全部办理件的20%。", CASES, ["三分之一", "20%"]),
        ("两区住户1000户，西区占40%。租户占12%。", HOUSES, []),
        ("两区住户1000户，西区占66.7%。租户占20%。", HOUSES, ["66.7%", "20%"]),
        ("全年来信280件，其中上半年160件、下半年120件。", LETTERS, []),
        ("全年来信280件，其中上半年120件、下半年160件。", LETTERS, ["120", "160"]),
        ("干部40人次、学生260人次、村民100人次参加，村民占25%，干部占10%。", PLANTING, []),
        ("干部40人次、学生260人次、村民100人次参加，村民占65%，干部占25%。", PLANTING, ["65%", "25%"]),
        ("居民投票2800张，其中赞成票2600张。", BALLOT, []),
        ("居民投票2600张，其中赞成票2600张。", BALLOT, ["2600"]),
        ("查摆问题23项，已整改21项。", FAULTS, []),
        ("查摆问题23项，已整改23项。", FAULTS, ["23"]),
        ("获省级铜奖2项、市级金奖4项，共6项。", PRIZES, []),
        ("获省级铜奖2项、市级金奖6项。", PRIZES, ["6"]),
        ("9月，迎接了卫生县城复审。5月举办运动会。12月，全年工作收官。", EVENTS, []),
        ("12月，迎接了卫生县城复审。1月举办运动会。", EVENTS, ["12月", "1月"]),
        ("学校30个班。市级文明班级12个。志愿家长180名，每班平均6名。", CLASSES, []),
        ("学校30个班。市级文明班级12个。志愿家长180名，每班平均15名。", CLASSES, ["15"]),
        ("活动40场，其中节日活动16场、亲子活动10场，节日活动占四成。", FEASTS, []),
        ("活动40场，其中节日活动16场、亲子活动10场，节日活动占六成。", FEASTS, ["六成"]),
        ("12个行政村中示范村5个，其余7个村为一般村或后进村。", VILLAGES, []),
        ("12个行政村中示范村5个，其余4个村为一般村或后进村。", VILLAGES, ["4"]),
        ("发现问题60个，消防类25个，用电类20个，占三分之一。", FOUND, []),
        ("发现问题60个，消防类20个，用电类25个，卫生类15个。", FOUND, ["20", "25"]),
        ("80岁以上老人120人，每月100元。70岁以上每月50元。", GRANTS, []),
        ("70岁以上每月100元，80岁以上每月50元。", GRANTS, ["100", "50"]),
        ("听课3000人次，场均60人次，上年场均50人次。", TALKS, []),
        ("场均听课人数从60人次提高到60人次。", TALKS, ["60"]),
    ],
)
def test_the_other_side_is_flagged_and_its_own_is_not(text, facts, wrong):
    assert flags(text, *facts) == wrong
