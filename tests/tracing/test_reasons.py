"""Why a number stands or is flagged, and what is suggested, in sentences that a clerk can check."""

import pytest
from flagging import last_trace, only_alarm, only_trace, report_on


def test_a_number_of_the_last_period_stands_by_that_periods_value():
    first, second = report_on("书法学员由上年的61人增加到75人。", "书法学员|75|人|61").traces
    assert (first.because, second.because) == ("与“书法学员 上期61人”一致。", "与“书法学员 75人”一致。")


def test_a_number_that_a_label_has_stands_by_the_label():
    assert report_on("70岁以上老人43人。", "70岁以上老人|43|人").traces[0].because == "与“70岁以上老人”一致。"


def test_a_statement_is_quoted_as_far_as_a_stop():
    told = "修渠投入12.5万元，铺设步道投入8.25万元，安装路灯投入6万元，余款存入专户。"
    trace = only_trace("修渠和步道合计20.75万元。", told)
    assert trace.because.startswith("由“修渠投入12.5万元，铺设步道投入8.25万元……”推算得出")


@pytest.mark.parametrize(
    ("text", "facts", "reckoning", "suggestion"),
    [
        ("队员人数是教练的8.5倍。", ("队员|45|人", "教练|6|人"), "45 ÷ 6 = 7.5", "7.5"),
        ("队员45人，是上年的3倍。", ("队员|45|人|25",), "45 ÷ 25 = 1.8", "1.8"),
        ("训练场次为去年的2.6倍。", ("训练|48|场|30",), "48 ÷ 30 = 1.6", "1.6"),
        ("会费收入比上年增长3倍。", ("会费收入|9|万元|3.6",), "(90000 - 36000) ÷ 36000 = 150%", "1.5"),
        ("会费收入比上年翻了一番。", ("会费收入|5.4|万元|3.6",), "(54000 - 36000) ÷ 36000 = 50%", ""),
        ("队员人数增长一倍。", ("队员|30|人|25",), "(30 - 25) ÷ 25 = 20%", ""),
        ("学员是教练的三倍。", ("学员|42|人", "教练|21|人"), "42 ÷ 21 = 2", "两"),
    ],
)
def test_a_wrong_multiple_is_reckoned_of_what_it_compares(text, facts, reckoning, suggestion):
    alarm = last_trace(text, *facts)
    assert (alarm.category, alarm.reckoning, alarm.suggestion) == ("wrong_derived", reckoning, suggestion)


def test_a_multiple_is_quoted_with_its_word_and_held_against_no_count():
    alarm = only_alarm("传单发放量是去年的3倍。", "传单|6000|份")
    assert "“3倍”" in alarm.because
    assert (alarm.category, alarm.suggestion) == ("invented", "")
