"""Wrong numbers that come out right on a base that the words don't mean, each beside its right twin."""

import pytest

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers


def flags(text, *facts, period="2024年"):
    sheet = FactSheet(
        period=period,
        facts=tuple(Fact(label=f[0], value=f[1], unit=f[2], previous=f[3] if len(f) > 3 else "") for f in facts),
    )
    return [t.mention.text for t in trace_numbers(text, sheet).flagged]


TRIPS = (("春游", "8次，2400人次参加", ""), ("家长会", "10场，5000人次", ""), ("岗亭", "20", "个"))
CREW = (("职工", "800", "人"), ("车间职工", "600", "人"), ("义工", "200", "人"), ("义工服务时长", "4800", "小时"))
CLINIC = (
    ("服务人口", "30000", "人"), ("签约居民", "21000", "人"), ("65岁以上老人", "6000", "人"),
    ("在管慢病患者", "4200", "人"),
)  # fmt: skip
APPS = (("宣传覆盖", "4500", "人"), ("平安APP安装", "6000", "人"), ("常住人口", "8000", "人"))
THEFTS = (("盗窃立案", "40", "起"), ("盗窃破案", "30", "起"))
ROOMS = (("班级", "小班3个、中班4个、大班4个、托班2个", ""), ("幼儿", "390", "人"))
PRIZES = (("获奖作品", "金奖2件、银奖6件、铜奖5件", ""), ("非遗项目", "国家级2项、省级4项、市级9项", ""))
MARKET = (("占地面积", "5200", "平方米"), ("建筑面积", "7600", "平方米"), ("摊位", "130", "个"))


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("春游8次，参加2400人次，每次300人次。", TRIPS, []),
        ("春游8次，参加2400人次，每次250人次。", TRIPS, ["250"]),
        ("义工服务4800小时，人均24小时。", CREW, []),
        ("义工服务4800小时，人均8小时。", CREW, ["8"]),
        ("签约居民21000人，占服务人口的70%。", CLINIC, []),
        ("签约居民21000人，占老年人口的70%。", CLINIC, ["70%"]),
        ("平安APP安装6000人，安装率75%。", APPS, []),
        ("平安APP安装6000人，安装率达到常住人口的75%。宣传覆盖4500人。", APPS, []),
        ("宣传覆盖4500人。平安APP安装6000人，安装率60%。", APPS, ["60%"]),
        ("盗窃立案40起，未破案件10起，占四分之一。", THEFTS, []),
        ("盗窃立案40起，未破案件10起，占三分之一。", THEFTS, ["三分之一"]),
        ("幼儿园开设班级13个。", ROOMS, []),
        ("幼儿园开设班级11个。", ROOMS, ["11"]),
        ("小班、中班、大班共11个。", ROOMS, []),
        ("获金奖2件、银奖6件。非遗项目15项。", PRIZES, []),
        ("获金奖6件、银奖2件。非遗项目15项。", PRIZES, ["6", "2"]),
        ("市场占地5200平方米，摊位130个。", MARKET, []),
        ("市场占地7600平方米，摊位130个。", MARKET, ["7600"]),
    ],
)
def test_a_base_that_the_words_do_not_mean(text, facts, wrong):
    assert [n.rstrip("小时人次个件起") for n in flags(text, *facts)] == wrong


ROADS = (("查摆问题", "60个，其中服务类24个、效率类20个、卫生类16个", ""), ("已整改", "54", "个"))
POINTS = (("投放点", "25", "个"), ("督导员", "50", "名"))
SCHOOL = (("学生", "1200", "人"), ("教学班", "30", "个"), ("社团", "24", "个"), ("社团成员", "960", "人"))
BRANCH = (("在册党员", "120", "名"), ("55岁以上党员", "40", "名"), ("党员志愿服务", "1440", "小时"))
VOTES = (("办件", "8", "万件"), ("群众评价", "6", "万次"), ("满意评价", "59400", "次"))
STAFF_ROOM = (("教师", "40名，其中志愿教师24名", ""), ("学员", "800", "人"))


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("服务类最多，效率类20个，占三分之一。", ROADS, []),
        ("三类问题平均每类20个，效率类16个。", ROADS, ["16"]),
        ("每个投放点2名督导员。", POINTS, []),
        ("每个投放点50名督导员。", POINTS, ["50"]),
        ("每个社团40人，参加面80%。", SCHOOL, []),
        ("每个社团40人，参加面75%。", SCHOOL, ["75%"]),
        ("志愿服务每名党员每月1小时。", BRANCH, []),
        ("志愿服务每名党员每月3小时。", BRANCH, ["3"]),
        ("评价率75%。", VOTES, []),
        ("评价率74.3%。", VOTES, ["74.3%"]),
        ("专职教师16名，占40%。", STAFF_ROOM, []),
        ("专职教师16名，占60%。", STAFF_ROOM, ["60%"]),
    ],
)
def test_a_narrower_fact_than_the_words_name(text, facts, wrong):
    assert flags(text, *facts) == wrong
