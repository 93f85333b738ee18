"""The traced text as HTML."""

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers
from drafter.ui.marks import marked_html

SHEET = FactSheet(facts=(Fact(id="F1", label="志愿者", value="326", unit="人", note="台账<第1页>"),))


def test_backed_and_flagged_numbers_differ_by_more_than_colour():
    html = marked_html(trace_numbers("有志愿者326人。植树8812棵。", SHEET), SHEET)
    assert 'title="有出处：' in html
    assert "志愿者 326人" in html
    assert 'title="待核：' in html
    assert "⚠待核" in html
    assert html.count("⚠") == 1


def test_everything_that_people_typed_is_escaped():
    text = '“<img src=x onerror=alert(1)>”有志愿者326人，"&amp;'
    html = marked_html(trace_numbers(text, SHEET), SHEET)
    assert "<img" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html
    assert "台账&lt;第1页&gt;" in html


def test_paragraphs_stay_paragraphs_and_numbers_keep_their_place():
    html = marked_html(trace_numbers("第一段。\n\n有志愿者326人。", SHEET), SHEET)
    assert html.count("<p ") == 2
    assert ">326</span>" in html


def test_a_reckoning_that_the_reason_gives_is_not_said_twice():
    facts = FactSheet(facts=(Fact(id="F1", label="传单", value="5200", unit="份", previous="4600"),))
    html = marked_html(trace_numbers("传单5200份，比上年增加800份。", facts), facts)
    assert html.count("5200 - 4600 = 600") == 1
