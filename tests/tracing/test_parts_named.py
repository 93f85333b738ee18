"""Sums and shares are those of the parts that the words name, and of no other part of the same fact."""

import pytest
from flagging import flags, only_alarm

CHOSEN = ["评出“孝心少年”7名、“热心邻居”11名、“巧手妈妈”16名。"]
RATED = ["评比|“放心店”8家、“文明店”11家、“整洁店”5家"]
SETTLED = ["矛盾调处|受理86件，村组解决48件、片区解决23件、镇里解决15件"]
TALKS = ["反诈宣传12场，禁毒宣传8场，防火宣传5场。"]
KEPT = ["小区|11|个", "有物业小区7个，无物业小区4个。", "物业服务覆盖率|63.6|%|54.5", "网格|15|个"]
CRAFTS = ["非遗项目省级2项、市级5项，传承人9名。"]
CLASSES = ["学员|书法班38人、声乐班46人、舞蹈班42人、手工班30人"]
PARTY = ["党员|120|人", "党员志愿者|86|人", "志愿者|640|人"]


@pytest.mark.parametrize(
    ("text", "wrong", "facts"),
    [
        ("评出孝心少年、热心邻居共18名。", [], CHOSEN),
        ("评出“热心邻居”“巧手妈妈”共27名。", [], CHOSEN),
        ("评出孝心少年、热心邻居等先进典型34名。", [], CHOSEN),
        ("评出孝心少年、热心邻居、巧手妈妈共34名。", [], CHOSEN),
        ("评出孝心少年、热心邻居共23名。", ["23"], CHOSEN),
        ("评出“热心邻居”“巧手妈妈”共18名。", ["18"], CHOSEN),
        ("热心邻居和巧手妈妈共评出18名。", ["18"], CHOSEN),
        ("放心店和整洁店合计13家。", [], RATED),
        ("放心店和整洁店合计16家。", ["16"], RATED),
        ("评出文明店、整洁店11家。", ["11"], RATED),
        ("评出文明店11家、整洁店5家。", [], RATED),
        ("受理86件，在村组和片区就了结的有71件。", [], SETTLED),
        ("受理86件，在村组和片区就了结的有57件。", ["57"], SETTLED),
        ("禁毒、防火宣传共13场。", [], TALKS),
        ("禁毒、防火宣传共20场。", ["20"], TALKS),
    ],
)
def test_a_sum_adds_just_the_named_parts(text, wrong, facts):
    assert flags(text, *facts) == wrong


def test_the_sum_of_the_named_parts_is_suggested():
    assert only_alarm("评出孝心少年、热心邻居共23名。", *CHOSEN).suggestion == "18"
    assert only_alarm("禁毒、防火宣传共20场。", *TALKS).suggestion == "13"


@pytest.mark.parametrize(
    ("text", "wrong", "facts"),
    [
        ("小区11个，其中有物业小区7个、无物业小区4个。", [], KEPT),
        ("小区11个，其中有物业小区4个、无物业小区7个。", ["4", "7"], KEPT),
        ("有物业的小区占63.6%。", [], KEPT),
        ("无物业小区占36.4%。", [], KEPT),
        ("辖区有物业的小区占七成以上。", ["七成"], KEPT),
        ("无物业小区占63.6%。", ["63.6%"], KEPT),
        ("没有物业的小区占63.6%。", ["63.6%"], KEPT),
        ("未引入物业的小区占63.6%。", ["63.6%"], KEPT),
        ("封闭小区占73.3%。", ["73.3%"], KEPT),
        ("市级非遗项目占71.4%。", [], CRAFTS),
        ("省级非遗项目占28.6%。", [], CRAFTS),
        ("省级非遗项目占71.4%。", ["71.4%"], CRAFTS),
        ("国家级非遗项目占71.4%。", ["71.4%"], CRAFTS),
        ("声乐班学员占29.5%。", [], CLASSES),
        ("书法班学员占29.5%。", ["29.5%"], CLASSES),
        ("国画班学员占29.5%。", ["29.5%"], CLASSES),
        ("党员志愿者占志愿者的13.4%。", [], PARTY),
        ("青年志愿者占志愿者的13.4%。", ["13.4%"], PARTY),
        ("退休党员占党员总数的71.7%。", ["71.7%"], PARTY),
    ],
)
def test_a_share_is_that_of_the_named_part(text, wrong, facts):
    assert flags(text, *facts) == wrong
