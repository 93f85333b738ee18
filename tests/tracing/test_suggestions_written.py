"""How a suggestion is written: in the figures, tenths, fractions and units that a clerk would write."""

import pytest
from flagging import last_trace, only_trace, report_on


@pytest.mark.parametrize(
    ("text", "facts", "suggestion"),
    [
        ("销售额37.2万元。", ("销售额|37.2|亿元",), "37.2亿"),
        ("销售额37.2元。", ("销售额|37.2|亿元",), "37.2亿"),
        ("赔款485元。", ("赔款|485|万元",), "485万"),
        ("赔款4.85亿元。", ("赔款|485|万元",), "485万"),
        ("存款6.3亿元。", ("存款|0.63|亿元",), "6300万"),
        ("销售额27.3亿元。", ("销售额|37.2|亿元",), "37.2亿"),
        ("藏书52600册。", ("藏书|4.8|万册",), "48000"),
        ("藏书526册。", ("藏书|4.8|万册",), "4.8万"),
        ("读者37人。", ("读者|73|人",), "73"),
        ("社员120人，分红98.4万元，人均0.28万元。", ("社员|120|人", "分红|98.4|万元"), "0.82万"),
        ("学员24人，其中女学员12人，占三分之一。", ("学员|24|人", "女学员|12|人"), "一半"),
        ("学员24人，其中女学员6人，占三分之一。", ("学员|24|人", "女学员|6|人"), "四分之一"),
        ("学员比上年增长五成。", ("学员|36|人|30",), "两成"),
    ],
)
def test_a_suggestion_is_written_as_a_clerk_would(text: str, facts: tuple[str, ...], suggestion: str):
    assert last_trace(text, *facts).suggestion == suggestion


@pytest.mark.parametrize(
    ("text", "facts", "reckoning"),
    [
        ("玉米1250亩，总产约809吨。", ("玉米|1250|亩", "玉米亩产|647|公斤"), "1250 × 0.647 = 808.75"),
        ("每千名老人拥有床位51张。", ("床位|72|张", "老人|1405|人"), "72 ÷ 1.405 = 51.25"),
    ],
)
def test_a_reckoning_comes_out_as_it_is_shown(text: str, facts: tuple[str, ...], reckoning: str):
    assert last_trace(text, *facts).reckoning == reckoning


def test_a_value_that_another_fact_of_the_sentence_has_is_told_as_taken_from_it():
    first, second = report_on("回收率81.7%，知晓率81.7%。", "回收率|81.7%", "知晓率|93.4%").traces
    assert (first.flagged, second.flagged, second.suggestion) == (False, True, "93.4%")
    assert "可能取自“回收率 81.7%”" in second.because


def test_a_small_figure_that_many_facts_may_have_is_told_as_taken_from_none():
    alarm = only_trace("新建凉亭8座。", "新建凉亭|5|座", "社团|8|个")
    assert alarm.because == "正文写“8座”，与“新建凉亭 5座”不符。"
