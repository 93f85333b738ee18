"""What comes told as what goes, things told as lost, pupils who did what a name tells: each beside its wrong twin."""

import pytest
from flagging import flags

VILLAGE = (
    "引进人才|42|名",
    "招募志愿者|160|名",
    "购置座椅|85|张",
    "新增绿地|3600|平方米",
    "撤并教学点|6|个",
    "设立便民服务点|11|处",
    "更换路灯|64|盏",
    "农家书屋图书|2100|册",
    "新开公交线路|3|条",
    "找回遗失物品|217|件",
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("引进人才42名。", []),
        ("流失人才42名。", ["42"]),
        ("招募志愿者160名。", []),
        ("退出志愿者160名。", ["160"]),
        ("新购座椅85张。", []),
        ("损坏座椅85张。", ["85"]),
        ("绿地新增3600平方米。", []),
        ("绿地减少3600平方米。", ["3600"]),
        ("撤销教学点6个。", []),
        ("增设教学点6个。", ["6"]),
        ("设立便民服务点11处。", []),
        ("关闭便民服务点11处。", ["11"]),
        ("更换损坏路灯64盏。", []),
        ("为农家书屋添书2100册。", []),
        ("农家书屋丢失图书2100册。", ["2100"]),
        ("新开公交线路3条。", []),
        ("减少公交线路3条。", ["3"]),
        ("为群众找回遗失物品217件。", []),
    ],
)
def test_what_came_is_not_told_as_gone(text, wrong):
    assert flags(text, *VILLAGE) == wrong


SCHOOL = ("毕业生|318|人", "在校学生|1240|人", "教师|96|人")


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("今年有318名学生毕业。", SCHOOL[::2], []),
        ("318名学生顺利毕业离校。", SCHOOL, []),
        ("318名学生入学。", SCHOOL[::2], ["318"]),
        ("318名学生在校就读。", SCHOOL, ["318"]),
        ("1240名学生毕业。", SCHOOL, ["1240"]),
        ("318名女生毕业。", SCHOOL[::2], ["318"]),
    ],
)
def test_pupils_who_did_what_a_name_tells_are_those_it_counts(text, facts, wrong):
    assert flags(text, *facts) == wrong
