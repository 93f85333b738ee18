"""A suggestion leads to a right number: put in its place, the checker itself accepts it; else there is none."""

import json
from pathlib import Path

import pytest
from flagging import only_alarm, report_on, sheet_of

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers

DATA = Path(__file__).parents[2] / "benchmarks" / "data"
SETS = ["trace_own", "trace_derived_dev", "trace_varied_dev", "trace_other_dev", "trace_fresh4_dev"]


def drafts(name: str) -> list[tuple[str, FactSheet]]:
    cases = map(json.loads, (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
    return [(c["text"], sheet_of(*(Fact(**fact) for fact in c["facts"]), period=c["period"])) for c in cases]


@pytest.mark.parametrize("name", SETS)
def test_every_suggestion_of_a_development_draft_stands_when_it_is_applied(name: str):
    again = []
    for text, sheet in drafts(name):
        for trace in trace_numbers(text, sheet).flagged:
            if trace.suggestion:
                mended = text[: trace.mention.start] + trace.suggestion + text[trace.mention.end :]
                place = range(trace.mention.start, trace.mention.start + len(trace.suggestion))
                flagged = trace_numbers(mended, sheet).flagged
                again += [mended for t in flagged if t.mention.start in place or t.mention.end - 1 in place]
    assert again == []


@pytest.mark.parametrize(
    ("text", "facts", "suggestion"),
    [
        ("发放补助48200元，37户受助，户均1400元。", ("发放补助|48200|元", "受助户|37|户"), "1303"),
        ("受理诉求52件，办结49件，办结率90%。", ("受理诉求|52|件", "办结诉求|49|件"), "94%"),
        ("造林面积同比增长20.0%。", ("造林面积|452|亩|381",), "18.6%"),
        ("造林面积约500亩。", ("造林面积|452|亩",), "450"),
        ("去年造林面积452亩。", ("造林面积|452|亩|381",), "381"),
        ("造林面积542亩。", ("造林面积|452|亩",), "452"),
        ("造林面积700亩。", ("造林面积|452|亩",), "452"),
        ("果树每公里60棵。", ("果树|360|棵", "村道|9|公里"), "40"),
        ("清运垃圾150吨。", ("清运垃圾|130余|吨",), "130余"),
        ("观众2万人次。", ("观众|近3万|人次",), "近3万"),
        ("退休教师31名。", ("教师|118|名", "在职教师|31|名"), ""),
        ("获市级以上奖项19项。", ("获奖|国家级1项、市级6项、区级12项",), ""),
    ],
)
def test_what_is_suggested(text: str, facts: tuple[str, ...], suggestion: str):
    assert only_alarm(text, *facts).suggestion == suggestion


def test_a_number_of_this_period_told_of_the_last_is_explained_as_such():
    assert "本期的数" in only_alarm("去年造林面积452亩。", "造林面积|452|亩|381").because
    assert "上期的数" in only_alarm("今年造林面积381亩。", "造林面积|452|亩|381").because


def test_a_slip_in_the_last_period_is_explained_with_the_number_of_that_period():
    alarm = only_alarm("去年造林面积318亩。", "造林面积|452|亩|381")
    assert "“造林面积 上期381亩”不符，可能是数字颠倒" in alarm.because


def test_a_number_of_a_part_is_not_said_to_disagree_with_the_whole():
    alarm = only_alarm("教师118名，其中女教师98名。", "教师|118|名")
    assert (alarm.category, alarm.suggestion) == ("invented", "")
    assert "最接近的是“教师 118名”" in alarm.because


def test_a_growth_behind_a_wrong_difference_is_taken_of_the_same_fact():
    text = "举办演出11场，发放传单5200份，比上年增加800份，增长17.4%。"
    alarms = report_on(text, "演出|11|场|9", "传单|5200|份|4600").flagged
    assert [alarm.suggestion for alarm in alarms] == ["600", "13%"]
