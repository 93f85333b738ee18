"""What is part of what: levels that words join, what was done of what was planned, one person's deed so far."""

import pytest
from flagging import flags, last_trace

YARDS = ("美丽庭院", "评选30户，其中省级1户、市级4户、县级9户")
MEDALS = ("参赛选手", "金牌3人、银牌5人、铜牌9人")
WORKS = ("改造项目", "计划10个，完工8个")
TRAINING = ("技能培训", "目标20场，完成18场")
CALLS = ("热线诉求", "640条，办结618条")
NOTES = ("微信留言", "1210条，答复800条")
TALKS = ("红色宣讲", "6", "场")
VISITS = ("居民来访", "5", "次")
CASES = ("法律援助|诉讼案36件、非诉案24件", "挽回损失|540万元")
HELD = ("讲座|12|场", "观影|8|场", "参加居民|1800|人次")
LAMPS = ("节能改造|路灯60盏、楼道灯140盏", "年节约电费|8万元")
HER = "志愿者李秀英累计上门服务58次"


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("评选美丽庭院30户，省、市两级获评5户。", (YARDS,), []),
        ("评选美丽庭院30户，省市两级获评5户。", (YARDS,), []),
        ("评选美丽庭院30户，省市县三级获评14户。", (YARDS,), []),
        ("评选美丽庭院30户，市、县两级13户。", (YARDS,), []),
        ("评选美丽庭院30户，省、市两级获评13户。", (YARDS,), ["13"]),
        ("评选美丽庭院30户，省市两级获评9户。", (YARDS,), ["9"]),
        ("评选美丽庭院30户，市、县两级获评4户。", (YARDS,), ["4"]),
        ("评选美丽庭院30户，省市三级获评14户。", (YARDS,), ["三", "14"]),
        ("金、银牌选手8人。", (MEDALS,), []),
        ("金、银牌选手5人。", (MEDALS,), ["5"]),
        ("金、银牌选手分别为3人、5人。", (MEDALS,), []),
    ],
)
def test_words_join_several_parts_of_a_fact(text, facts, wrong):
    assert flags(text, *facts) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("10个改造项目已完工8个。", []),
        ("10个改造项目已完工7个。", ["7"]),
        ("9个改造项目已完工8个。", ["9"]),
        ("已完工改造项目10个。", ["10"]),
        ("20场技能培训完成18场。", []),
        ("20场技能培训，完成18场。", []),
        ("完成20场技能培训。", ["20"]),
        ("技能培训20场，居民都说好。", ["20"]),
    ],
)
def test_what_was_planned_is_the_whole_of_what_is_told_as_done(text, wrong):
    assert flags(text, WORKS, TRAINING) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("热线诉求超过600条，办结618条。", []),
        ("热线诉求超过1200条，办结618条。", ["1200"]),
        ("共受理热线诉求1258条。", ["1258"]),
        ("微信留言超过1200条。", []),
        ("微信留言超过700条。", ["700"]),
    ],
)
def test_what_was_done_is_not_added_to_all_there_was(text, wrong):
    assert flags(text, CALLS, NOTES) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("志愿者李秀英累计上门服务58次。", []),
        ("志愿者李秀英累计上门服务63次。", ["63"]),
        ("全年接待居民来访5次，志愿者李秀英累计上门服务63次。", ["63"]),
        ("全年接待居民来访5次。志愿者李秀英累计上门服务63次。", ["63"]),
    ],
)
def test_nothing_is_added_to_what_one_did_so_far(text, wrong):
    assert flags(text, TALKS, HER, VISITS) == wrong


def test_what_is_told_so_far_may_be_of_several_kinds():
    kinds = (("上门服务", "30", "次"), ("电话服务", "12", "次"))
    assert flags("上门服务30次，电话服务12次，累计服务42次。", *kinds) == []
    assert flags("上门服务30次，电话服务12次，累计服务45次。", *kinds) == ["45"]


def test_the_reckoning_names_the_levels():
    assert last_trace("省市两级获评美丽庭院5户。", YARDS).reckoning == "1 + 4 = 5"


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("办理诉讼案36件、非诉案24件，挽回损失540万元，平均每件9万元。", CASES, []),
        ("办理诉讼案36件、非诉案24件，挽回损失540万元，案均9万元。", CASES, []),
        ("办理诉讼案36件、非诉案24件，挽回损失540万元，案均8万元。", CASES, ["8万"]),
        ("办理诉讼案36件、非诉案24件，挽回损失540万元，平均每件15万元。", CASES, ["15万"]),
        ("举办讲座12场、观影8场，参加居民1800人次，场均90人次。", HELD, []),
        ("举办讲座12场、观影8场，参加居民1800人次，场均95人次。", HELD, ["95"]),
        ("改造路灯60盏、楼道灯140盏，年节约电费8万元，平均每盏节约400元。", LAMPS, []),
        ("改造路灯60盏、楼道灯140盏，年节约电费8万元，平均每盏节约500元。", LAMPS, ["500"]),
        ("改造路灯60盏、楼道灯140盏，年节约电费8万元，平均每盏比上年节约400元。", LAMPS, ["400"]),
    ],
)
def test_an_average_is_over_all_that_was_told_together(text, facts, wrong):
    assert flags(text, *facts) == wrong
