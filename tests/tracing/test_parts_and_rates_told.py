"""Parts that words join, rates just told, bands of age, school years: each right number beside its wrong twin."""

import pytest

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers

MEDALS = ("选手|860|名", "获奖选手|金奖9名、银奖21名、铜奖40名|")
BANDS = ("高龄老人|70—79岁310人，80—89岁120人，90岁以上15人|",)
BANDS_APART = ("70—79岁老人|310|人", "80—89岁老人|120|人", "90岁以上老人|15|人")
NESTED = ("60岁以上老人|900|人", "80岁以上老人|150|人")
PARTY = ("党员|96|名", "其中女党员|40|名")
WEDDINGS = ("婚事新办|40|起", "丧事简办|60|起", "户均节约|0.8|万元")
COURSES = ("培训班|古筝班、二胡班、葫芦丝班、舞蹈班|", "课时|每班每周3课时，开课20周|")
CARE = ("特困供养|70|人", "其中集中供养|26|人")
POOR = ("建档立卡贫困户|90|户", "建档立卡贫困人口|260|人", "当年脱贫|35户102人|")
HOURS = ("注册志愿者2024年|2150|人", "常住人口|13000|人", "服务时长|4.3|万小时", "志愿服务队|20|支")
DISPUTES = ("矛盾纠纷2024年|250|件", "矛盾纠纷2023年|310|件", "化解率2024年|98%|", "化解率2023年|94%|")


def flags(text, facts, period="2024年"):
    made = []
    for fact in facts:
        label, value, unit = (*fact.split("|"), "")[:3]
        made.append(Fact(label=label, value=value, unit=unit))
    return [t.mention.text for t in trace_numbers(text, FactSheet(period=period, facts=tuple(made))).flagged]


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("评出金、银、铜奖选手共70名。", MEDALS, []),
        ("评出金、银、铜奖选手共72名。", MEDALS, ["72"]),
        ("评出金、银奖选手30名。", MEDALS, []),
        ("评出金、银奖选手70名。", MEDALS, ["70"]),
        ("80岁以上老人135人全部建档。", BANDS, []),
        ("80岁以上老人145人全部建档。", BANDS, ["145"]),
        ("70岁以上老人445人，其中80岁以上135人。", BANDS_APART, []),
        ("60岁以上老人1050人。", NESTED, ["1050"]),
        ("共有老人1050人。", NESTED, ["1050"]),
        ("老人1050人。", ("高龄老人|60岁以上900人，80岁以上150人|",), ["1050"]),
        ("共有党员136名。", PARTY, ["136"]),
        ("共有党员136名。", ("党员|96名，其中女党员40名|",), ["136"]),
        ("共有党员136名。", ("党员|96|名", "女党员|40|名"), ["136"]),
        ("教师100人，退休教师20人，共120人。", ("教师|100|人", "退休教师|20|人"), []),
        ("男党员56名、女党员40名，共96名。", PARTY, []),
        ("婚事新办40起、丧事简办60起，共100起，按户均节约8000元计算，为群众减负80万元。", WEDDINGS, []),
        ("婚事新办40起、丧事简办60起，共100起，按户均节约8000元计算，为群众减负90万元。", WEDDINGS, ["90万"]),
        ("开设古筝、二胡等4个班，每班每周3课时，开课20周，单班授课60课时，四个班共240课时。", COURSES, []),
        ("开设古筝、二胡等4个班，每班每周3课时，开课20周，单班授课60课时，四个班共280课时。", COURSES, ["280"]),
        ("对70名特困人员分类供养，集中供养26人，分散供养44人。", CARE, []),
        ("对70名特困人员分类供养，集中供养26人，分散供养46人。", CARE, ["46"]),
        ("共有贫困户90户260人。当年脱贫35户102人，尚有55户158人未脱贫。", POOR, []),
        ("共有贫困户90户260人。当年脱贫35户102人，尚有65户158人未脱贫。", POOR, ["65"]),
        ("注册志愿者2150人。20支队伍累计服务43000小时，人均20小时。", HOURS, []),
        ("注册志愿者2150人。20支队伍累计服务43000小时，人均25小时。", HOURS, ["25"]),
        ("排查矛盾纠纷250件，比上年减少60件，化解率98%，成功化解245件。", DISPUTES, []),
        ("排查矛盾纠纷250件，比上年减少60件，化解率98%，成功化解235件。", DISPUTES, ["235"]),
    ],
)
def test_a_right_reckoning_stands_and_its_wrong_twin_is_flagged(text, facts, wrong):
    assert flags(text, facts) == wrong


@pytest.mark.parametrize(
    ("text", "period", "wrong"),
    [
        ("一学年来，开展班会12次。", "2022—2023学年", []),
        ("一学期开展班会12次。", "2023年秋季学期", []),
        ("自9月开学以来，开展班会12次。", "2023—2024学年第一学期", []),
        ("自5月开学以来，开展班会12次。", "2023—2024学年第一学期", ["5月"]),
    ],
)
def test_a_school_year_and_its_terms_follow_from_the_period(text, period, wrong):
    assert flags(text, ("主题班会|12|次",), period) == wrong
