"""Several facts or numbers taken together: averages over them, totals of the last so many, how long a rate went on."""

import pytest

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers

SPECIAL = ("在校残疾学生|150|名", "其中：视障|30|", "其中：肢障|45|", "其中：智障|75|")
WORK = ("扶贫车间|3个，吸纳就业140人|", "公益岗|36|个", "户数|300|户")
GUARDS = ("护学岗|每天20人，共1800人次|",)
TREES = ("古树|186株，其中一级12株、二级40株|", "获奖|一等奖2篇，二等奖5篇，三等奖9篇|")
USERS = ("二月用户|1500|户", "五月用户|1640|户", "八月用户|1900|户")
PEARS = ("果园|5000|亩", "梨产量|1.2|万吨", "冷库|3座，库容2000吨|")
FAIRS = ("便民集市|3期|", "进驻单位|首期12家、二期15家、三期18家|")
GIVERS = ("捐款党员|60|人", "捐款群众|140|人", "捐款|20000|元", "慰问|50|户")
HALL = ("文化站开放时间|周二至周日，9:00—17:00|", "图书|8000|册")
STAFF = ("职工总数|280|人", "其中：在岗职工|200|", "交流会|180人到会，发言12个|")


def flags(text, *facts):
    made = [Fact(label=label, value=value, unit=unit) for label, value, unit in (f.split("|") for f in facts)]
    return [t.mention.text for t in trace_numbers(text, FactSheet(period="2023年", facts=tuple(made))).flagged]


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("150名残疾学生中，智力障碍的占一半，视力障碍学生30名，肢体障碍的占30%。", SPECIAL, []),
        ("150名残疾学生中，智力障碍的占30%，视力障碍学生45名。", SPECIAL, ["30%", "45"]),
        ("扶贫车间3个，140人上班；另有公益岗36个，两项就业共176人。", WORK, []),
        ("扶贫车间3个，140人上班；另有公益岗36个，两项就业共186人。", WORK, ["186"]),
        ("护学岗每天20人，累计1800人次，坚持了90天。", GUARDS, []),
        ("护学岗每天20人，累计1800人次，坚持了80天。", GUARDS, ["80"]),
        ("古树186株，一、二级古树52株。一、二等奖7篇。", TREES, []),
        ("古树186株，一、二级古树62株。一、二等奖9篇。", TREES, ["62", "9"]),
        ("用户由2月的1500户增加到8月的1900户，6个月净增400户。", USERS, []),
        ("用户由2月的1500户增加到8月的1900户，7个月净增400户。", USERS, ["7"]),
        ("果园5000亩，产梨1.2万吨，亩产2.4吨。", PEARS, []),
        ("果园5000亩，产梨1.2万吨，亩产3吨。", PEARS, ["3"]),
        ("便民集市3期，三期进驻单位45家次，平均每期15家。", FAIRS, []),
        ("便民集市3期，三期进驻单位48家次，平均每期16家。", FAIRS, ["48", "16"]),
        ("60名党员和140名群众捐款2万元，人均100元。", GIVERS, []),
        ("60名党员和140名群众捐款2万元，人均120元。", GIVERS, ["120"]),
        ("人均捐款100元，50户得到慰问。", GIVERS, []),
        ("文化站每周开放6天，每天8小时。", HALL, []),
        ("文化站每周开放5天，每天9小时。", HALL, ["5", "9"]),
        ("180名在岗职工到会交流，到会率90%。", STAFF, []),
        ("180名在岗职工到会交流，到会率80%。", STAFF, ["80%"]),
    ],
)
def test_what_goes_together_is_reckoned_together(text, facts, wrong):
    assert flags(text, *facts) == wrong


ROADS = ("村道|12|公里", "路灯|400|盏")
CARS = ("住户|2000|户", "汽车|1240|辆", "充电桩|60|个")
OLDER = ("55岁以上党员|40|人", "党员|100|人")


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("村道12公里，路灯400盏，相隔30米一盏。", ROADS, []),
        ("村道12公里，路灯400盏，相隔50米一盏。", ROADS, ["50"]),
        ("百户拥有汽车62辆，每百户有充电桩3个。", CARS, []),
        ("百户拥有汽车72辆。", CARS, ["72"]),
        ("党员100人，55岁以上40人，55岁以下60人。", OLDER, []),
        ("党员100人，55岁以下40人。", OLDER, ["40"]),
    ],
)
def test_what_lies_on_the_other_side_or_on_so_many(text, facts, wrong):
    assert flags(text, *facts) == wrong
