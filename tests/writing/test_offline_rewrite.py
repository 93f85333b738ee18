"""Without a model, a section is rewritten in other words; a wish is followed or its refusal is said."""

from __future__ import annotations

import pytest

from drafter.models import Fact, FactSheet, Section, SectionSpec, Skeleton
from drafter.structure.skeletons import load_skeleton
from drafter.tracing.trace import trace_numbers
from drafter.writing.events import Event, Rewrite
from drafter.writing.writer import rewrite_section, write_document

FACTS = (
    Fact(topic="environment", label="环境集中整治", value="46", unit="次", previous="40"),
    Fact(topic="environment", label="清运垃圾", value="130", unit="吨", previous="104"),
    Fact(topic="environment", label="植树", value="180", unit="棵"),
)
SHEET = FactSheet(unit="槐安社区", period="2024年度", facts=FACTS).with_ids()
SKELETON = load_skeleton("annual_summary")
PRESENT = next(s for s in write_document(SHEET, SKELETON, None).sections if s.key == "environment")


def _rewritten(present: Section, wish: str) -> tuple[Section, tuple[str, ...]]:
    heard: list[Event] = []
    section = rewrite_section(SHEET, SKELETON, None, Rewrite(present, wish, heard.append))
    report = heard[-1].report
    assert report is not None
    return section, report.notes


def test_a_rewrite_says_the_same_facts_in_other_words_each_time() -> None:
    texts, present = [PRESENT.text], PRESENT
    for _ in range(3):
        present, notes = _rewritten(present, "")
        assert present.text != texts[-1]
        assert notes == ()
        texts.append(present.text)
    for text in texts:
        report = trace_numbers(text, SHEET)
        assert report.flagged == ()
        assert report.unused == ()


def test_a_wish_for_brevity_shortens() -> None:
    section, notes = _rewritten(PRESENT, "更简洁")
    assert len(section.text) < len(PRESENT.text)
    assert trace_numbers(section.text, SHEET).unused == ()
    told = sum("上年" in s for s in PRESENT.text.split("。"))
    assert notes == (f"已按“更简洁”改写；与上年的比较有{told}句没有写进新稿；原文都在“历史版本”里，可以换回。",)


@pytest.mark.parametrize("wish", ["更简洁", ""])
def test_a_rewrite_says_how_many_typed_sentences_it_left_out_and_where_they_are(wish: str) -> None:
    typed = "居民王大妈说，楼道比以前亮堂多了。大家都夸好。"
    section, notes = _rewritten(PRESENT.model_copy(update={"text": PRESENT.text + typed}), wish)
    assert "王大妈" not in section.text
    assert "手工添改或模型写的有2句没有写进新稿" in notes[0]
    assert "原文都在“历史版本”里" in notes[0]


def test_a_wish_that_only_a_model_could_follow_is_said_to_be_left() -> None:
    _, notes = _rewritten(PRESENT, "更简洁；多写植树")
    assert len(notes) == 1
    assert "不能按“多写植树”改写" in notes[0]
    assert "请接入模型" in notes[0]


def test_a_section_without_other_words_is_said_to_be_unchanged() -> None:
    spec = SectionSpec(key="youth", heading="未成年人", topics=("youth",))
    skeleton = Skeleton(key="k", name="n", title="t", sections=(SectionSpec(key="opening", heading=""), spec))
    sheet = FactSheet(unit="槐安社区", facts=(Fact(topic="youth", text="槐安社区在暑期开办托管班"),)).with_ids()
    present = next(s for s in write_document(sheet, skeleton, None).sections if s.key == "youth")
    heard: list[Event] = []
    rewrite_section(sheet, skeleton, None, Rewrite(present, "", heard.append))
    report = heard[-1].report
    assert report is not None
    assert "没有别的说法" in report.notes[0]
