"""The example fact sheets that ship with the project, a document type each, written without a model."""

import re
from collections import Counter

import pytest

from drafter.factfile import load_facts
from drafter.models import Draft
from drafter.resources import resource
from drafter.structure.conform import conform
from drafter.structure.skeletons import load_skeleton, skeleton_keys
from drafter.tracing.trace import trace_numbers
from drafter.writing.sentences import sentences
from drafter.writing.writer import write_document

RESIDUE = re.compile(r"\{\{|\}\}|None|、、|。。|，。|，，|；。|。；|、，|，、|：。|undefined|[\[\]|]")
SHEETS = {p.stem.removeprefix("example_"): load_facts(p).with_ids() for p in resource("samples").glob("example_*.yaml")}


def drafted(document: str) -> Draft:
    return write_document(SHEETS[document], load_skeleton(document), None, lambda _: None)


DRAFTS = {document: drafted(document) for document in SHEETS}


def test_every_document_type_has_its_example_and_a_figure_of_the_period_before() -> None:
    assert set(SHEETS) == set(skeleton_keys())
    for document, sheet in SHEETS.items():
        assert sheet.document == document
        assert 20 <= len(sheet.facts) <= 60
        assert any(f.previous for f in sheet.facts)
        assert all((sheet.unit, sheet.superior, sheet.period, sheet.date))


@pytest.mark.parametrize("document", SHEETS)
def test_an_example_makes_a_document_that_conforms_to_its_type(document: str) -> None:
    findings = conform(DRAFTS[document], load_skeleton(document), SHEETS[document])
    assert [f.because for f in findings] == []


@pytest.mark.parametrize("document", SHEETS)
def test_an_example_is_told_whole_and_nothing_besides(document: str) -> None:
    text = "\n".join(s.text for s in DRAFTS[document].sections)
    report = trace_numbers(text, SHEETS[document])
    assert [(t.mention.text, t.because) for t in report.flagged] == []
    assert report.unused == ()
    assert report.conflicts == ()
    assert RESIDUE.findall(text) == []
    assert [s for s, n in Counter(s.text for s in sentences(text)).items() if n > 1] == []
