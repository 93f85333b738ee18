"""Slots: the names under which a section's prompt offers its facts, and the words that each of them stands for.

`F3` stands for the fact's own words with the unit (326人), `F3.value` for the bare figure (326), `F3.previous` for the
last period's; what follows by reckoning (`F3.growth`, `F3.share`) is offered ready-made, so that no model reckons.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.amount import joined, unmarked
from drafter.models import Fact
from drafter.writing.reckoned import Reckoned, reckon

# A statement longer than this is shown shortened; its slot still puts all of it.
SHOWN_CHARS = 300
_END = "。；;，,、.．！!：: "


@dataclass(frozen=True, slots=True)
class Slot:
    """One name that a model may write in double braces, and what is put in its place."""

    name: str
    words: str
    shown: str
    """What the prompt says about it: 志愿者 326人（上年 298人）."""
    facts: tuple[str, ...]
    """The ids of the facts that it states."""
    bare: str = ""
    """The figure without its unit; empty for a statement."""
    unit: str = ""
    offered: bool = True
    """False for names that are understood when a model writes them, but not worth a line of the prompt."""


def section_slots(facts: Sequence[Fact], last: str) -> tuple[Slot, ...]:
    """Return all the slots of a section's facts, in the order of the facts, the reckoned ones last.

    `last` is what the period before is called: 上年, 上年同期.
    """
    stated = [slot for fact in facts for slot in _fact_slots(fact, last)]
    return (*stated, *(_reckoned_slot(one) for one in reckon(facts, last)))


def bare_value(value: str, unit: str) -> str:
    """Return a typed figure without its unit, whether it was typed with it or not."""
    return value.removesuffix(unit) if unit and len(value) > len(unit) else value


def _fact_slots(fact: Fact, last: str) -> list[Slot]:
    ids = (fact.id,)
    statement = _statement(fact.text)
    if not fact.value:
        shown = f"{fact.label}：{_shortened(statement)}" if fact.label else _shortened(statement)
        return [
            Slot(fact.id, statement, shown, ids),
            Slot(f"{fact.id}.text", statement, "", ids, offered=False),
            Slot(f"{fact.id}.label", fact.label, "", (), offered=False),
        ]
    value, previous = unmarked(fact.value), unmarked(fact.previous)
    words = joined(value, fact.unit)
    bare = bare_value(value, fact.unit)
    before = joined(previous, fact.unit)
    shown = f"{fact.label} {words}".strip() + (f"（{last} {before}）" if fact.previous else "")
    slots = [
        Slot(fact.id, words, shown, ids, bare, fact.unit),
        Slot(f"{fact.id}.value", bare, "", ids, bare, offered=False),
        Slot(f"{fact.id}.unit", fact.unit, "", (), offered=False),
        Slot(f"{fact.id}.label", fact.label, "", (), offered=False),
    ]
    if fact.previous:
        old = bare_value(previous, fact.unit)
        slots.append(Slot(f"{fact.id}.previous", before, f"{fact.label}{last}数 {before}", ids, old, fact.unit))
    if statement:
        slots.append(Slot(f"{fact.id}.text", statement, f"{fact.label}的说明：{_shortened(statement)}", ids))
    return slots


def _reckoned_slot(one: Reckoned) -> Slot:
    return Slot(one.name, joined(one.value, one.unit), one.shown, one.facts, one.value, one.unit)


def _statement(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().rstrip(_END)


def _shortened(statement: str) -> str:
    return statement if len(statement) <= SHOWN_CHARS else statement[:SHOWN_CHARS] + "……（下略）"
