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


PARKING = ("停车位|200|个|", "停车收入|24|万元|", "民情日记|480|篇|", "网格员|10|人|")
LAMPS = ("农户|600|户|", "路灯|150|盏|", "垃圾桶|120|个|")
HOME = ("入住老人|120|人|", "其中失能老人|30|人|")
REPAIRS = ("报修|900|件|1200", "客户|3|万户|")
LIFTS = ("加装电梯|20|部|12",)
MEDICS = ("支援医护|第一批5人，第二批8人，第三批6人||",)
AGED = ("百岁老人|4|人|", "90岁以上老人|120|人|")
PROJECTS = ("完工项目|14|个|", "续建项目|4|个|")
POSTS = ("捐款群众|330|人|", "捐物|口罩900只||", "卡点|8|个|", "值守人员|120|人|")
COURSES = ("课程|10|门|", "学员|600|人|", "学费|每班每人150元||")


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("停车位200个，收入24万元，每个车位一年1200元，一个月100元。", PARKING, []),
        ("停车位200个，收入24万元，每个车位一年1200元，一个月120元。", PARKING, ["120"]),
        ("民情日记人均48篇，一月4篇。", PARKING, []),
        ("路灯150盏，户均不到1盏，约4户1盏。", LAMPS, []),
        ("自理老人90人，占四分之三。", HOME, []),
        ("自理老人90人，占四分之一。", HOME, ["四分之一"]),
        ("每百户年报修3件，比上年减少1件。", REPAIRS, []),
        ("每百户年报修3件，比上年减少2件。", REPAIRS, ["2"]),
        ("加装电梯20部，比上年多8部，两年累计32部。", LIFTS, []),
        ("先后派出三批19名医护人员，其中第二批8人。", MEDICS, []),
        ("先后派出四批19名医护人员。", MEDICS, ["四"]),
        ("百岁以上老人4位，90岁以上120位。", AGED, []),
        ("18个项目中14个完工，完工率77.8%。", PROJECTS, []),
        ("16个项目中14个完工。", PROJECTS, ["16"]),
        ("一个卡点15人。", POSTS, []),
        ("一个卡点12人。", POSTS, ["12"]),
        ("全年学费收入9万元。", COURSES, []),
        ("全年学费收入12万元。", COURSES, ["12万"]),
    ],
)
def test_what_is_told_in_few_words(text, facts, wrong):
    made = [Fact(label=f[0], value=f[1], unit=f[2], previous=f[3]) for f in (fact.split("|") for fact in facts)]
    report = trace_numbers(text, FactSheet(period="2024年", facts=tuple(made)))
    assert [t.mention.text for t in report.flagged] == wrong


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
