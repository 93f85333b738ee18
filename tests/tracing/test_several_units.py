"""Lengths of time in several units, told in one, and the other way round: right numbers beside their wrong twins."""

import pytest
from flagging import flags, only_alarm

DRILL = (("消防演练", "4次，最快3分20秒，平均4分10秒", ""),)
HANDLING = (("应急响应", "由5分钟缩短至200秒", ""), ("全程办理时长", "80", "分钟"))
SERVICE = (("网点办理", "平均1小时20分钟", ""), ("上门办理", "平均45分钟", ""), ("连续安全运行", "1年3个月", ""))


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("消防演练4次，最快200秒，平均250秒。", DRILL, []),
        ("消防演练4次，最快250秒，平均200秒。", DRILL, ["250", "200"]),
        ("消防演练4次，最快210秒全员撤离。", DRILL, ["210"]),
        ("消防演练4次，最快不到4分钟。", DRILL, []),
        ("网点办理平均80分钟。", SERVICE, []),
        ("上门办理平均80分钟。", SERVICE, ["80"]),
        ("网点办理平均1.3小时，上门办理平均45分钟。", SERVICE, []),
        ("连续安全运行15个月。", SERVICE, []),
        ("连续安全运行16个月。", SERVICE, ["16"]),
        ("网点办理平均1小时20分钟。", SERVICE, []),
    ],
)
def test_what_a_fact_tells_in_two_units_may_be_told_in_one(text, facts, wrong):
    assert flags(text, *facts) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("全程办理时长1小时20分钟。", []),
        ("全程办理只需1小时20分。", []),
        ("全程办理只需1小时30分。", ["30"]),
        ("应急响应缩短至3分20秒。", []),
        ("应急响应缩短至3分40秒。", ["3", "40"]),
    ],
)
def test_what_a_fact_tells_in_one_unit_may_be_told_in_two(text, wrong):
    assert flags(text, *HANDLING) == wrong


def test_a_part_of_a_length_of_time_is_not_the_whole():
    assert flags("消防演练4次，最快20秒。", *DRILL) == ["20"]
    assert flags("连续安全运行3个月。", *SERVICE) == ["3"]


def test_a_wrong_length_of_time_is_told_what_it_should_be():
    alarm = only_alarm("连续安全运行16个月。", *SERVICE)
    assert alarm.suggestion == "15"
    assert "1年3个月 = 15个月" in alarm.because
