"""Numbers told of those of whom they do not hold, and the rate that is left for these."""

from functools import partial

import flagging
import pytest

report_on = partial(flagging.report_on, period="2025年")


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("参加体检|326人", "未参加体检的有326人。"),
        ("参加体检|326人", "326人没有参加体检。"),
        ("达标商户|52家", "不达标商户52家。"),
        ("机动车停车位|40个", "非机动车停车位40个。"),
        ("参保居民|520人", "仍有520名居民未能按时参保。"),
        ("未整改隐患|5处", "已整改隐患5处。"),
        ("无物业小区|5个", "有物业小区5个。"),
        ("诉求办结率|97%", "诉求未办结率97%。"),
    ],
)
def test_a_number_told_of_those_of_whom_it_does_not_hold_is_flagged(fact, text):
    (flagged,) = report_on(text, fact).flagged
    assert flagged.closest or flagged.because


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("未参保|5人", "没有参保的5人。"),
        ("未整改隐患|5处", "尚有5处隐患正在整改。"),
        ("无物业小区|5个", "5个无物业小区全部成立自管会。"),
        ("不文明行为|5起", "劝阻不文明行为5起。"),
        ("文明劝导|185人次", "劝导不文明行为185人次。"),
        ("献血|50人", "无偿献血50人。"),
        ("非公企业|32家", "辖区有非公企业32家。"),
        ("群众安全感|97%", "群众安全感达97%，没有发生火灾。"),
        ("满意率|97%", "无投诉，满意率97%。"),
    ],
)
def test_the_same_said_in_other_words_is_backed(fact, text):
    assert report_on(text, fact).flagged == ()


@pytest.mark.parametrize(
    ("text", "right", "reckoning"),
    [
        ("不满意率仅3.6%。", True, "100 - 96.4 = 3.6"),
        ("食堂满意率96.4%，不满意的只有3.6%。", True, "100 - 96.4 = 3.6"),
        ("不满意率仅4.6%。", False, "100 - 96.4 = 3.6"),
        ("满意率3.6%。", False, ""),
    ],
)
def test_a_rate_leaves_the_rest_of_a_hundred_to_the_others(text, right, reckoning):
    report = report_on(text, "食堂满意率|96.4%")
    assert (report.flagged == ()) == right
    assert report.traces[-1].reckoning == reckoning


def test_of_two_rates_of_one_name_the_sentence_says_which_is_meant():
    facts = ("垃圾分类参与率|88%", "体检参与率|70%")
    assert report_on("仍有30%的居民没有参与体检。", *facts).flagged == ()
    assert len(report_on("仍有12%的居民没有参与体检。", *facts).flagged) == 1


def test_a_denied_rate_is_flagged_with_the_rate_that_is_left():
    (flagged,) = report_on("诉求未办结率97%。", "诉求办结率|97%").flagged
    assert flagged.suggestion == "3%"
