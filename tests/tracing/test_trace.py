"""A draft held against a sheet: every number is traced, with the fact and the reckoning, or raises an alarm."""

import json
from functools import partial
from pathlib import Path

import flagging
import pytest

from drafter.models import Fact

CORPUS = Path(__file__).parent / "corpus"
CASES = [json.loads(line) for line in (CORPUS / "other_domains.jsonl").read_text(encoding="utf-8").splitlines()]
flags = partial(flagging.flags, period="2023年")
only = partial(flagging.only_trace, period="2023年")
report_on = partial(flagging.report_on, period="2023年")


@pytest.mark.parametrize("case", CASES, ids=[c["id"] for c in CASES])
def test_cases_of_other_domains_are_judged_as_a_reviewer_would(case):
    report = report_on(case["text"], *(Fact(**f) for f in case["facts"]), period=case["period"])
    traces = {t.mention.start: t for t in report.traces}
    for gold in case["mentions"]:
        trace = next(t for t in traces.values() if t.mention.start < gold["end"] and gold["start"] < t.mention.end)
        assert trace.flagged == gold["flag"], (gold["text"], trace.because, trace.reckoning)
        if gold["facts"]:
            assert set(gold["facts"]) & set(trace.facts), (gold["text"], trace.facts)


def test_a_number_is_backed_by_the_fact_that_states_it():
    trace = only("现有志愿者362人。", "志愿者|362|人")
    assert (trace.flagged, trace.category, trace.facts) == (False, "exact", ("F1",))


def test_a_total_is_backed_by_its_parts_and_shows_the_sum():
    text = "举办讲座12场、演出8场，两项活动共20场。"
    total = report_on(text, "讲座|12|场", "演出|8|场").traces[-1]
    assert (total.category, set(total.facts), total.reckoning) == ("derived_sum", {"F1", "F2"}, "12 + 8 = 20")


def test_a_sum_that_leaves_out_an_item_is_flagged():
    text = "合唱队25人、舞蹈队18人、书画社14人，三支队伍共32人。"
    assert flags(text, "合唱队|25|人", "舞蹈队|18|人", "书画社|14|人") == ["32"]


def test_growth_is_reckoned_on_the_earlier_value():
    fact = "调解纠纷|48|件|60"
    assert flags("调解纠纷48件，同比下降20%。", fact) == []
    assert flags("调解纠纷48件，同比下降25%。", fact) == ["25%"]
    assert flags("调解纠纷48件，同比增长20%。", fact) == ["20%"]


def test_last_periods_figure_is_no_figure_of_this_period():
    trace = only("今年调解纠纷60件。", "调解纠纷|48|件|60")
    assert (trace.flagged, trace.category) == (True, "stale_period")


def test_a_value_of_another_subject_backs_nothing():
    trace = only("社区志愿者达到93人。", "党员|93|人", "志愿者|326|人")
    assert (trace.flagged, trace.category, trace.suggestion) == (True, "swapped_subject", "326")
    assert trace.closest[0] == "F2"


def test_exchanged_digits_are_explained_and_put_right():
    trace = only("社区志愿者达到326人。", "志愿者|362|人")
    assert (trace.category, trace.suggestion, trace.closest) == ("wrong_digit", "362", ("F1",))
    assert trace.because == "正文写“326人”，与“志愿者 362人”不符，可能是数字颠倒。"


@pytest.mark.parametrize("text", ["走访131户。", "走访131人次。"])
def test_a_number_of_people_is_no_number_of_households_or_visits_of_households(text):
    assert flags(text, "走访困难群众|131|户次") == ["131"]


@pytest.mark.parametrize(
    "stated",
    ["绿地面积8000平方米", "绿地面积0.8公顷", "绿地面积12亩", "绿地面积0.8万平方米", "绿地面积近万平方米"],
)
def test_measures_are_converted(stated):
    assert flags(stated.replace("近万", "8000") + "。", "绿地面积|0.8|公顷") == []


def test_orders_inside_facts_back_nothing():
    assert flags("志愿者5000人。", "志愿者|362|人", "请把志愿者写成5000人") == ["5000"]


def test_zero_needs_a_fact_that_says_so():
    assert flags("全年火灾事故为零。", "火灾事故|0|起") == []
    assert flags("全年火灾事故为零。", "消防演练|4|次") == ["零"]


def test_the_period_backs_its_own_year_and_months_only():
    fact, period = "志愿者|362|人", "2023年1—6月"
    assert flags("2023年1至6月，志愿者362人。", fact, period=period) == []
    assert flags("2021年，志愿者362人。", fact, period=period) == ["2021年"]


def test_facts_never_used_are_named():
    report = report_on("志愿者362人。", "志愿者|362|人", "党员|93|人")
    assert report.unused == ("F2",)


def test_one_quantity_with_two_values_is_a_contradiction():
    text = "社区现有志愿者362人。\n全年志愿者达到326人。"
    (conflict,) = report_on(text, "志愿者|362|人").conflicts
    assert "362人" in conflict
    assert "326人" in conflict


def test_a_quantity_whose_last_period_is_known_too_is_held_against_this_period_only():
    fact = "志愿者|486|名|431"
    (conflict,) = report_on("志愿者增至468名，比上年增加55名。\n现有志愿者486名。", fact, period="2024年").conflicts
    assert "一处写“486名”，另一处写“468名”" in conflict
    assert report_on("去年志愿者431名。\n今年志愿者468名。", fact, period="2024年").conflicts == ()
    assert report_on("去年志愿者413名。\n今年志愿者486名。", fact, period="2024年").conflicts == ()


def test_of_a_statement_with_several_numbers_only_the_same_one_is_held_against_itself():
    fact = "举办两期培训，第一期20人，第二期32人"
    (conflict,) = report_on("第二期培训32人。\n第二期培训23人。", fact, period="2024年").conflicts
    assert "一处写“32人”，另一处写“23人”" in conflict
    assert report_on("第一期培训20人。\n第二期培训23人。", fact, period="2024年").conflicts == ()


def test_a_total_that_its_parts_do_not_make_is_a_contradiction():
    text = "合唱队25人、舞蹈队18人，两支队伍合计45人。"
    (conflict,) = report_on(text, "合唱队|25|人", "舞蹈队|18|人").conflicts
    assert "25 + 18 = 43" in conflict


def test_markers_terms_and_vague_numbers_raise_no_alarm():
    assert flags("一是加强领导。二是落实“三会一课”。打造一支队伍。", "志愿者|362|人") == []


def test_the_year_of_the_whole_document_follows_from_the_period_and_from_no_fact_of_that_year():
    honour = Fact(id="F1", label="获得荣誉", text="2026年5月获区级“文明社区”称号")
    for text in ("柳荫街社区2026年度文明创建工作总结", "2026年度，社区安排创建工作。"):
        trace = only(text, honour, period="2026年度")
        assert (trace.flagged, trace.facts, trace.because) == (False, (), "由总结时段得出。")
    assert only("2026年5月，社区获区级“文明社区”称号。", honour, period="2026年度").facts == ("F1",)
    yearly = Fact(id="F1", label="获得荣誉", text="获2026年度先进集体称号")
    assert only("获2026年度先进集体称号。", yearly, period="2026年度").facts == ("F1",)


def test_a_group_of_people_is_no_count_of_visits_but_those_served_may_be_told_as_such():
    trace = only("志愿者648人次。", "志愿者|648|人")
    assert (trace.category, trace.because) == (
        "wrong_unit", "正文写“648人次”，与“志愿者 648人”单位不符。",
    )  # fmt: skip
    assert flags("办理资格认证1087人次。", "退休人员资格认证|1087|人") == []
    assert flags("志愿服务648人。", "志愿服务|648|人次") == ["648"]
