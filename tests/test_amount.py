"""A figure typed with the 万 of its field's unit says 万 once, wherever it is read, written, reckoned or traced."""

import pytest

from drafter.amount import joined
from drafter.models import Fact, FactSheet
from drafter.numbers.typed import read_value
from drafter.structure.interval import exactly, read_interval
from drafter.tracing.trace import trace_numbers
from drafter.word.tables import figures_table
from drafter.writing.offline_words import amount_words
from drafter.writing.reckoned import reckon
from drafter.writing.slots import section_slots


@pytest.mark.parametrize(
    ("value", "unit", "whole"),
    [
        ("23.5万", "万元", "23.5万元"), ("23.5", "万元", "23.5万元"), ("23.5万元", "万元", "23.5万元"),
        ("1.2亿", "亿元", "1.2亿元"), ("3万", "万人次", "3万人次"), ("２万", "万人次", "２万人次"),
        ("三万", "万元", "三万元"), ("约3万", "万元", "约3万元"), ("3万余", "万元", "3万余元"),
        ("10万至20万", "万元", "10万至20万元"), ("2万亿", "亿元", "2万亿元"), ("3百", "百人", "3百人"),
        ("3万", "万", "3万"), ("3万多", "万", "3万多"), ("96％", "%", "96％"), ("23.5万", "元", "23.5万元"),
        ("5千", "千米", "5千千米"), ("12", "", "12"), ("2500", "人", "2500人"), ("3千", "万元", "3千万元"),
    ],
)  # fmt: skip
def test_a_scale_that_is_the_unit_s_own_is_written_once(value: str, unit: str, whole: str):
    assert joined(value, unit) == whole
    assert amount_words(value, unit).translate(str.maketrans("２％", "2%")) == whole.translate(
        str.maketrans("２％", "2%")
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (("23.5万", "20", "万元"), ("23.5", "20", "万元")),
        (("23.5", "20万", "万元"), ("23.5", "20", "万元")),
        (("约3万", "", "万人次"), ("约3", "", "万人次")),
        (("3万余", "", "万元"), ("3万余", "", "元")),
        (("3万余", "2万", "万元"), ("3万余", "2万", "元")),
        (("30万余", "20", "万元"), ("30余", "20", "万元")),
        (("23.5万元", "20万元", "万元"), ("23.5万元", "20万元", "万元")),
        (("万", "", "万元"), ("万", "", "万元")),
    ],
)
def test_a_fact_keeps_its_figures_such_that_each_says_its_scale_once(typed, kept):
    value, previous, unit = typed
    fact = Fact(label="投入资金", value=value, previous=previous, unit=unit)
    assert (fact.value, fact.previous, fact.unit) == kept
    assert Fact(**fact.model_dump()) == fact, "a fact that is read again changes no more"


SHEET = FactSheet(
    period="2024年",
    facts=(
        Fact(id="F1", label="投入资金", value="23.5万", previous="20", unit="万元"),
        Fact(id="F2", label="服务居民", value="3万", unit="万人次"),
    ),
)


def test_form_assessment_and_facts_read_the_same_amount():
    read = read_value("23.5万", "万元")
    assert read is not None
    assert (read.value, read.unit) == (235000, "元")
    assert read_interval("23.5万", "万元", "元") == exactly(read.value)
    assert SHEET.facts[0].wording == "投入资金 23.5万元"


def test_what_was_meant_is_backed_and_what_was_not_is_flagged():
    right = trace_numbers("全年投入资金23.5万元，服务居民3万人次。", SHEET)
    assert [(t.flagged, t.facts) for t in right.traces] == [(False, ("F1",)), (False, ("F2",))]
    same = trace_numbers("全年投入资金235000元，服务居民30000人次。", SHEET)
    assert [t.flagged for t in same.traces] == [False, False]
    wrong = trace_numbers("全年投入资金23.5万万元，服务居民3亿人次。", SHEET)
    assert [t.flagged for t in wrong.traces] == [True, True]


def test_slots_reckoning_and_the_word_table_use_it():
    words = {slot.name: slot.words for slot in section_slots(SHEET.facts, "上年")}
    assert words["F1"] == "23.5万元"
    assert words["F1.value"] == "23.5"
    assert words["F2"] == "3万人次"
    assert [(r.value, r.unit) for r in reckon(SHEET.facts[:1], "上年")] == [("3.5", "万元"), ("17.5%", "")]
    table = figures_table("投入", SHEET.facts)
    assert table is not None
    assert table.rows == (("投入资金", "23.5万元", "20万元", "增加3.5万元，增长17.5%"),)
