"""Whatever a model or its server does, the document is finished, holds only backed numbers and says all the facts.

A sample of what benchmarks/writing_soundness.py tries at full width.
"""

from __future__ import annotations

import pytest
from chat_server import ChatServer, careless_writer, failing, good_writer
from sheet_factory import generated
from soundness import faults, share_of_facts_used, sheets_for

from drafter.structure.skeletons import load_skeleton, skeleton_keys
from drafter.writing.events import Event, WritingOptions
from drafter.writing.model import Limits, OpenAIModel
from drafter.writing.writer import write_document

KEYS = skeleton_keys()
QUICK = Limits(connect=1, first_token=0.3, total=3, attempts=2)


@pytest.mark.parametrize(("number", "key"), list(enumerate(KEYS)))
def test_a_careless_model_gives_sound_documents(number: int, key: str) -> None:
    skeleton = load_skeleton(key)
    every_so_often = sheets_for(key, 30)[number % len(KEYS) :: len(KEYS)]
    with ChatServer(careless_writer(number)) as server:
        model = OpenAIModel("key", server.url, "fixture")
        for sheet in every_so_often:
            draft = write_document(sheet, skeleton, model, options=WritingOptions(concurrency=8))
            assert faults(draft, sheet, skeleton) == []
            assert share_of_facts_used(draft, sheet) >= 0.9


@pytest.mark.parametrize("seed", range(3))
def test_a_failing_server_costs_no_section_and_says_so(seed: int) -> None:
    key = KEYS[seed]
    sheet, skeleton = generated(seed, key), load_skeleton(key)
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
    sheet, skeleton = generated(1, KEYS[0]), load_skeleton(KEYS[0])
    with ChatServer(failing(good_writer, 1.0, 1, ["hang", "server_error", "reset_at_once"])) as server:
        model = OpenAIModel("key", server.url, "fixture", Limits(first_token=0.1, total=1, attempts=2))
        draft = write_document(sheet, skeleton, model, options=WritingOptions(concurrency=8))
    assert faults(draft, sheet, skeleton) == []
    assert {s.origin for s in draft.sections} == {"offline"}
    assert draft == write_document(sheet, skeleton, None)
