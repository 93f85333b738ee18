"""What a finished document must hold, whoever wrote it: used by the tests and by benchmarks/writing_soundness.py."""

from __future__ import annotations

import re

from sheet_factory import generated, written_by_hand

from drafter.models import Draft, FactSheet, Skeleton
from drafter.structure.assign import states_something
from drafter.structure.conform import conform
from drafter.tracing.trace import trace_numbers
from drafter.writing.coverage import distinct_facts, unused_facts
from drafter.writing.filling import RESIDUE, Filled
from drafter.writing.sentences import sentences

_MARKDOWN = re.compile(r"\*\*|^#|^[-*+] |```|<think|^\d+\. |^\|", re.M)
_SAID_TO_STAFF = ("好的，", "希望以上", "抱歉", "语言模型", "首先，", "其次，")
_DEPARTURES = ("missing", "surplus", "misplaced", "numbering")


def sheets_for(document: str, count: int) -> list[FactSheet]:
    """Return so many example sheets, the hand-written ones first."""
    by_hand = list(written_by_hand().values())
    return [*by_hand, *(generated(seed, document) for seed in range(count - len(by_hand)))][:count]


def faults(draft: Draft, sheet: FactSheet, skeleton: Skeleton) -> list[str]:
    """Return what is wrong with a finished document."""
    found = [f.because for f in conform(draft, skeleton, sheet) if f.kind in _DEPARTURES]
    for section in draft.sections:
        report = trace_numbers(section.text, sheet)
        found += [f"{section.key}: {t.mention.text} {t.because}" for t in report.flagged]
        found += [f"{section.key}: residue {r}" for r in RESIDUE.findall(section.text)]
        found += [f"{section.key}: markdown {m}" for m in _MARKDOWN.findall(section.text)]
        found += [f"{section.key}: says {p}" for p in _SAID_TO_STAFF if p in section.text]
        found += [f"{section.key}: torn {s.text}" for s in sentences(section.text) if s.text[-1] not in "。！？”"]
        if section.origin == "empty" or not section.text:
            found.append(f"{section.key}: empty")
    return found


def share_of_facts_used(draft: Draft, sheet: FactSheet) -> float:
    """Return the share of the sheet's facts that the document states."""
    text = "\n".join(s.text for s in draft.sections)
    facts = distinct_facts(filter(states_something, sheet.facts))
    unused = unused_facts(facts, Filled(text), trace_numbers(text, sheet))
    return 1 - len(unused) / len(facts) if facts else 1.0
