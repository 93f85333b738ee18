"""A right value in the wrong place, of another year, behind 分别 or of another rate, is flagged."""

from functools import partial

import flagging
import pytest

from drafter.models import Fact

flags = partial(flagging.flags, period="2023年")

TWO_YEARS = Fact(text="2022年培训居民430人，2023年培训居民720人")
TEAMS = tuple(
    Fact(label=name, value=value, unit="人") for name, value in (("舞蹈队", "30"), ("合唱团", "38"), ("腰鼓队", "22"))
)
SPENT = tuple(
    Fact(label=f"其中{name}", value=value, unit="万元")
    for name, value in (("道路", "50"), ("路灯", "18"), ("广场", "27"))
)


def test_a_value_of_another_year_of_one_statement_is_flagged():
    text = "2022年培训居民720人，2023年培训居民430人。"
    assert flags(text, TWO_YEARS) == ["720", "430"]


@pytest.mark.parametrize(
    "text",
    ["2022年培训居民430人，2023年培训居民720人。", "2023年培训居民720人，比2022年增加290人。"],
)
def test_each_year_with_its_own_value_stands(text):
    assert flags(text, TWO_YEARS) == []


def test_a_list_behind_respectively_in_another_order_is_flagged():
    assert flags("舞蹈队、合唱团、腰鼓队分别有38人、30人、22人。", *TEAMS) == ["38", "30"]
    assert flags("硬化道路，安装路灯，修建广场，分别花去50万元、27万元、18万元。", *SPENT) == [
        "27万",
        "18万",
    ]


def test_a_list_behind_respectively_in_its_own_order_stands():
    assert flags("舞蹈队、合唱团和腰鼓队分别有30人、38人和22人。", *TEAMS) == []
    assert flags("硬化道路，安装路灯，修建广场，分别花去50万元、18万元、27万元。", *SPENT) == []


def test_points_between_two_different_rates_are_flagged():
    medical = Fact(label="医保参保率", value="99.6%", previous="98.9%")
    pension = Fact(label="养老参保率", value="98.7%")
    told = "养老参保率98.7%；医保参保率由98.9%升到99.6%，提高{}个百分点。"
    assert flags(told.format("0.7"), medical, pension) == []
    alarm = flagging.only_alarm(told.format("0.9"), medical, pension, period="2023年")
    assert (alarm.mention.text, alarm.category) == ("0.9", "wrong_derived")
    satisfied, known = Fact(label="满意度", value="97.6%"), Fact(label="知晓率", value="95.2%")
    assert flags("居民满意度97.6%，提高2.4个百分点。", satisfied, known)


def test_an_average_may_be_of_what_was_just_told_together():
    facts = (
        Fact(label="文化广场", value="1500", unit="平方米"),
        Fact(label="室内活动场所", value="320", unit="平方米"),
        Fact(label="常住人口", value="4550", unit="人"),
    )
    told = "文化广场1500平方米、室内场所320平方米，人均活动面积{}平方米。"
    assert flags(told.format("0.4"), *facts) == []
    assert flags(told.format("0.6"), *facts)
