"""Whatever a model or its server does, the document is finished, holds only backed numbers and says all the facts."""

from __future__ import annotations

import re

import pytest
from chat_server import ChatServer, careless_writer, failing, good_writer
from sheets import all_sheets, generated_sheet

from drafter.models import Draft, FactSheet, Skeleton
from drafter.structure.assign import assign_facts
from drafter.structure.skeletons import load_skeleton, skeleton_keys
from drafter.tracing.trace import trace_numbers
from drafter.writing.coverage import unused_facts
from drafter.writing.events import Event, WritingOptions
from drafter.writing.filling import RESIDUE, Filled
from drafter.writing.model import Limits, OpenAIModel
from drafter.writing.sentences import sentences
from drafter.writing.writer import write_document

SHEETS = all_sheets(30)
QUICK = Limits(connect=1, first_token=0.3, total=3, attempts=2)
_MARKDOWN = re.compile(r"\*\*|^#|^[-*+] |```|<think|^\d+\. |^\|", re.M)
_PLEASANTRIES = ("好的，", "希望以上", "抱歉", "语言模型", "首先，", "其次，")


def faults(draft: Draft, sheet: FactSheet, skeleton: Skeleton) -> list[str]:
    """Return what is wrong with a finished document."""
    found = []
    for section in draft.sections:
        report = trace_numbers(section.text, sheet)
        found += [f"{section.key}: {t.mention.text} {t.because}" for t in report.flagged]
        found += [f"{section.key}: residue {r}" for r in RESIDUE.findall(section.text)]
        found += [f"{section.key}: markdown {m}" for m in _MARKDOWN.findall(section.text)]
        found += [f"{section.key}: says {p}" for p in _PLEASANTRIES if p in section.text]
        found += [f"{section.key}: torn {s.text}" for s in sentences(section.text) if s.text[-1] not in "。！？”"]
        if section.origin == "empty" or not section.text:
            found.append(f"{section.key}: empty")
    lots = assign_facts(sheet, skeleton)
    expected = [(s.key, s.heading) for s in skeleton.sections if s.required or lots[s.key]]
    if [(s.key, s.heading) for s in draft.sections] != expected:
        found.append("sections differ from the skeleton")
    return found


def share_of_facts_used(draft: Draft, sheet: FactSheet) -> float:
    """Return the share of the sheet's facts that the document states."""
    text = "\n".join(s.text for s in draft.sections)
    unused = unused_facts(sheet.facts, Filled(text), trace_numbers(text, sheet))
    return 1 - len(unused) / len(sheet.facts)


@pytest.mark.parametrize("key", skeleton_keys())
def test_a_careless_model_gives_sound_documents(key: str) -> None:
    skeleton = load_skeleton(key)
    with ChatServer(careless_writer(len(key))) as server:
        model = OpenAIModel("key", server.url, "fixture")
        for number, sheet in enumerate(SHEETS):
            draft = write_document(sheet, skeleton, model, options=WritingOptions(concurrency=8))
            assert faults(draft, sheet, skeleton) == [], f"sheet {number}"
            assert share_of_facts_used(draft, sheet) >= 0.9, f"sheet {number}"


@pytest.mark.parametrize("seed", range(4))
def test_a_failing_server_costs_no_section_and_says_so(seed: int) -> None:
    sheet = generated_sheet(seed + 100)
    skeleton = load_skeleton(sheet.document)
    ended: list[Event] = []
    with ChatServer(failing(good_writer, 0.3, seed)) as server:
        model = OpenAIModel("key", server.url, "fixture", QUICK)
        draft = write_document(sheet, skeleton, model, lambda e: ended.append(e) if e.report else None)
    assert faults(draft, sheet, skeleton) == []
    assert {e.key for e in ended} == {s.key for s in draft.sections}
    for event in ended:
        assert event.section is not None
        assert event.report is not None
        assert (event.kind == "failed") == bool(event.report.error)
        if event.kind == "failed":
            assert event.section.origin == "offline"
            assert event.report.error.endswith("。")


def test_a_server_that_never_answers_leaves_an_offline_document() -> None:
    sheet = generated_sheet(5)
    skeleton = load_skeleton(sheet.document)
    with ChatServer(failing(good_writer, 1.0, 1, ["hang", "server_error", "reset_at_once"])) as server:
        model = OpenAIModel("key", server.url, "fixture", Limits(first_token=0.1, total=1, attempts=2))
        draft = write_document(sheet, skeleton, model, options=WritingOptions(concurrency=8))
    assert faults(draft, sheet, skeleton) == []
    assert {s.origin for s in draft.sections} == {"offline"}
    assert draft == write_document(sheet, skeleton, None)
