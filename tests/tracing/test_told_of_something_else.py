"""A number of another time, place, part or deed is no wrong figure of a fact: nothing of that is put in its place."""

import pytest
from flagging import report_on

from drafter.models import Trace

FACTS = (
    "讲座|32|场|27",
    "会员|240|人|205",
    "居民|1950|户",
    "捐款|18.4|万元",
    "纠纷调解|75|件",
    "路灯|64|盏",
    "宣传册|3600|份",
)


def told(text: str, *facts: str, period: str = "2022年") -> Trace:
    return report_on(text, *facts, period=period).flagged[-1]


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("下一步，计划举办讲座45场。", "计划"),
        ("明年，社区举办讲座45场。", "明年"),
        ("到2026年，会员达到380人。", "到2026年"),
        ("2016年，会员只有88人。", "2016年"),
        ("十年前，会员只有88人。", "前"),
        ("4月份调解纠纷6件。", "4月份"),
        ("其中，安全生产月发放宣传册900份。", "安全生产月"),
        ("翠竹小区举办讲座4场。", "翠竹小区"),
        ("第三网格有居民260户。", "第三网格"),
        ("相邻的松林社区有会员150人。", "相邻的松林社区"),
        ("全镇捐款260万元。", "全镇"),
        ("其中调解物业纠纷21件。", "调解物业纠纷"),
        ("其中会员代表38人。", "会员代表"),
        ("女会员98人。", "女会员"),
        ("更换路灯18盏。", "更换路灯"),
        ("消防宣传册1200份。", "消防宣传册"),
    ],
)
def test_what_is_told_of_something_else_is_said_to_be_stated_by_no_fact(text: str, lacking: str):
    alarm = told(text, *FACTS)
    assert (alarm.category, alarm.suggestion) == ("invented", "")
    assert lacking in alarm.because


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("举办讲座45场。", "32"),
        ("今年，社区举办讲座45场。", "32"),
        ("2022年，会员达到380人。", "240"),
        ("2021年，会员188人。", "205"),
        ("全年调解纠纷60件。", "75"),
        ("发放宣传册900份。", "3600"),
        ("社区有居民260户。", "1950"),
        ("争取捐款资金23万元。", "18.4万"),
        ("共有路灯18盏。", "64"),
    ],
)
def test_what_is_told_of_the_same_is_put_in_its_place(text: str, suggestion: str):
    assert told(text, *FACTS).suggestion == suggestion


@pytest.mark.parametrize(
    ("text", "fact", "suggestion"),
    [
        ("等候时间由21分钟缩短到9分钟。", "等候时间|9|分钟", ""),
        ("等候时间缩短到5分钟。", "等候时间|9|分钟", "9"),
        ("86名职工义务献血。", "职工|310|人", ""),
        ("486名职工全员上岗。", "职工|310|人", "310"),
        ("60岁以上老人1730人。", "80岁以上老人|240|人", ""),
        ("80岁以上老人1730人。", "80岁以上老人|240|人", "240"),
        ("受理投诉96件。", "投诉办结|81|件", ""),
        ("办结投诉96件。", "投诉办结|81|件", "81"),
    ],
)
def test_a_side_or_a_part_is_not_put_in_the_place_of_another(text: str, fact: str, suggestion: str):
    assert [a.suggestion for a in report_on(text, fact, period="2022年").flagged][-1:] == [suggestion]


def test_a_place_that_other_numbers_of_the_sheet_are_told_of_is_its_own():
    text = "翠竹小区会员240人，有居民1950户，路灯18盏。翠竹小区举办讲座45场。"
    assert told(text, *FACTS).suggestion == "32"


def test_what_digits_out_of_place_make_of_a_figure_is_a_slip_wherever_it_is_told():
    assert told("全镇居民5190户。", *FACTS).suggestion == "1950"
    assert told("全镇居民9150户。", *FACTS).suggestion == "1950"


def test_satisfaction_is_not_near_another_rate():
    assert "失业率" not in told("就业满意度95.4%。", "失业率|4.2%").because
