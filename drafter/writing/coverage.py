"""Which of a section's facts does its text state: as slots, as traced numbers, or in the words of a statement."""

from __future__ import annotations

import re

from drafter.models import Fact, Report
from drafter.writing.filling import Filled

_QUIET = re.compile(r"[\s，。、；：！？,.;:“”\"'（）()《》]+")
STATED_SHARE = 0.6
"""A statement counts as said when this share of its pairs of characters stands in the text."""


def unused_facts(facts: tuple[Fact, ...], filled: Filled, report: Report) -> tuple[Fact, ...]:
    """Return the facts that the text does not state."""
    placed = {i for p in filled.placed for i in p.slot.facts}
    return tuple(f for f in facts if f.id not in placed and not _stated(f, filled.text, report))


def _stated(fact: Fact, text: str, report: Report) -> bool:
    backed = any(fact.id in trace.facts for trace in report.traces if not trace.flagged)
    if backed:
        return True
    said = fact.value if fact.value else fact.text
    return bool(said) and not re.search(r"\d", said) and _share_of(said, text) >= STATED_SHARE


def _share_of(statement: str, text: str) -> float:
    wanted, held = _pairs(statement), _pairs(text)
    return len(wanted & held) / len(wanted) if wanted else float(_QUIET.sub("", statement) in text)


def _pairs(text: str) -> set[str]:
    plain = _QUIET.sub("", text)
    return {plain[i : i + 2] for i in range(len(plain) - 1)}
