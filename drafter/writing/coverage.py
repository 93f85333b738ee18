"""Which of a section's facts say something of their own, and which does its text state: as slots, as traced numbers,
or in the words of a statement."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.amount import NONE_WORDS
from drafter.models import Fact, Report
from drafter.structure.assign import saying_of
from drafter.writing.filling import Filled

_QUIET = re.compile(r"[\s，。、；：！？,.;:“”\"'（）()《》]+")
STATED_SHARE = 0.6
"""A statement counts as said when this share of its pairs of characters stands in the text."""


def distinct_facts(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts without those that say the same as an earlier one."""
    by_saying: dict[tuple[str, ...], Fact] = {}
    for fact in facts:
        by_saying.setdefault(saying_of(fact), fact)
    return tuple(by_saying.values())


def unused_facts(facts: tuple[Fact, ...], filled: Filled, report: Report) -> tuple[Fact, ...]:
    """Return the facts that the text does not state."""
    placed = {i for p in filled.placed for i in p.slot.facts}
    return tuple(f for f in facts if f.id not in placed and not _stated(f, filled.text, report))


def _stated(fact: Fact, text: str, report: Report) -> bool:
    # 两项荣誉 counts facts without telling what any of them says.
    telling = (t for t in report.traces if not t.flagged and t.category != "count_of_list")
    backed = any(fact.id in trace.facts for trace in telling)
    if backed:
        return True
    said = fact.label if fact.value in NONE_WORDS else fact.value or fact.text
    return bool(said) and not re.search(r"\d", said) and _share_of(said, text) >= STATED_SHARE


def _share_of(statement: str, text: str) -> float:
    wanted, held = _pairs(statement), _pairs(text)
    return len(wanted & held) / len(wanted) if wanted else float(_QUIET.sub("", statement) in text)


def _pairs(text: str) -> set[str]:
    plain = _QUIET.sub("", text)
    return {plain[i : i + 2] for i in range(len(plain) - 1)}
