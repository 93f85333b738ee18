"""Numbers that carry on from what was just told: in another unit, as growth, as where it came from, as the rest."""

import pytest

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers

GREEN = ("绿地|2.6|公顷|2.2",)
TEAMS = ("门球队|22|人", "合唱队|40|人", "棋牌协会|31|人", "书画社|17|人", "活动场地|5|处")
MASKS = ("发放口罩|5.8|万只", "值守天数|61|天", "志愿者|31|名")
LETTERS = ("上半年来信|160|件", "下半年来信|120|件")
COMPLAINTS = ("一季度投诉|50|起", "二季度投诉|30|起", "三季度投诉|45|起")
FUNDS = ("专项资金|使用3笔，金额分别为2.4万元、6.1万元、1.5万元|",)
MEDALS = ("“孝亲敬老”奖章|24|枚", "党员总数|160|名", "退伍老兵|32|名")
HOURS = ("志愿者|50|名|40", "服务时长|2000|小时|1200")
REST = (
    "历年共获荣誉30项，其中省级3项、市级12项，其余为县级",
    "投入120万元，其中财政70万元，村民自筹20万元，其余由企业捐助",
    "改造路灯86盏，其中太阳能路灯50盏，其余均为普通路灯",
)
GOAL = ("成立年份|2011年|", "创建目标|2027年建成省级示范村|", "荣誉|2021年获评市级文明村|")
CARE = ("困境儿童关爱|每月2次|", "关爱对象|26|人", "爱心妈妈|13|名")
HELPERS = ("专职调解员|4|名", "兼职调解员|8|名")
FRUIT = ("果农总户数|4800|户", "果品产值|3.6|亿元", "菜农总户数|3000|户", "蔬菜产值|1.5|亿元")


def flags(text, *facts):
    made = []
    for fact in facts:
        label, *rest = fact.split("|")
        value, unit, previous = (*rest, "", "", "")[:3]
        made.append(Fact(label=label, value=value, unit=unit, previous=previous) if rest else Fact(text=fact))
    return [t.mention.text for t in trace_numbers(text, FactSheet(period="2024年", facts=tuple(made))).flagged]


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("绿地由2.2公顷扩到2.6公顷，净增0.4公顷，折合6亩。", GREEN, []),
        ("绿地增加0.4公顷，约合8亩。", GREEN, ["8"]),
        ("四支文体队伍共110人，合唱队人数最多，40人。", TEAMS, []),
        ("四支文体队伍共120人。", TEAMS, ["120"]),
        ("值守61天，发放口罩5.8万只，日均950只。", MASKS, []),
        ("值守61天，发放口罩5.8万只，日均960只。", MASKS, ["960"]),
        ("上半年来信160件，下半年降至120件，减少40件，降幅25%。", LETTERS, []),
        ("上半年来信160件，下半年降至120件，减少40件，降幅33.3%。", LETTERS, ["33.3%"]),
        ("三季度投诉45起，比二季度增加15起，增长50%，比一季度下降10%。", COMPLAINTS, []),
        ("三季度投诉45起，比二季度增加15起，增长33.3%，比一季度下降11.1%。", COMPLAINTS, ["33.3%", "11.1%"]),
        ("一季度投诉50起，二季度30起，增长66.7%。", COMPLAINTS, ["66.7%"]),
        ("使用专项资金3笔共10万元，最大的一笔6.1万元。", FUNDS, []),
        ("打赢了一场环境整治翻身仗，使用专项资金3笔。", FUNDS, []),
        ("为24名党员颁发“孝亲敬老”奖章，占党员总数的15%。", MEDALS, []),
        ("为24名党员颁发“孝亲敬老”奖章，占党员总数的20%。", MEDALS, ["20%"]),
        ("人均服务时长由30小时增加到40小时。", HOURS, []),
        ("人均服务时长由24小时增加到40小时。", HOURS, ["24"]),
        ("获荣誉30项，其中省级3项、市级12项、县级15项，县级占一半。", REST, []),
        ("获荣誉30项，其中省级3项、市级12项、县级18项。", REST, ["18"]),
        ("投入120万元，企业捐助30万元，占25%。普通路灯36盏。", REST, []),
        ("投入120万元，企业捐助50万元。普通路灯46盏。", REST, ["50万", "46"]),
        ("三年后，也就是2027年，将建成省级示范村。三年前的2021年获评市级文明村。", GOAL, []),
        ("两年后，也就是2027年，将建成省级示范村。四年前的2021年获评市级文明村。", GOAL, ["两", "四"]),
        ("26名困境儿童，13名爱心妈妈，一人结对2名。", CARE, []),
        ("13名困境儿童受到关爱。", CARE, ["13"]),
        ("专职4名、兼职8名，专兼职之比为1:2。", HELPERS, []),
        ("专职4名、兼职8名，专兼职之比为1:3。", HELPERS, ["1:3"]),
        ("4800户果农户均产值7.5万元，3000户菜农户均产值5万元。", FRUIT, []),
        ("3000户果农户均产值7.5万元。", FRUIT, ["3000"]),
    ],
)
def test_what_carries_on_is_reckoned_and_its_wrong_twin_is_flagged(text, facts, wrong):
    assert flags(text, *facts) == wrong


def test_a_rest_that_a_statement_leaves_open_is_told_with_its_reckoning():
    sheet = FactSheet(period="2024年", facts=(Fact(text=REST[1]),))
    (trace,) = (t for t in trace_numbers("企业捐助30万元。", sheet).traces if t.mention.text == "30万")
    assert trace.reckoning == "1200000 - 700000 - 200000 = 300000"
