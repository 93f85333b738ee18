"""Numbers that a fact tells right behind one another, of one thing: 城市低保142户213人, 接待82批97人次."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.rivals import of_one_kind
from drafter.tracing.reading import Reading

_MOST = 3
"""How many numbers may stand behind a name: 3户9人，补助4万元."""
_BESIDE = re.compile("[、，,]?(?:约|近|共|计)?")


def follows(reading: Reading, spot: Spot) -> Spot | None:
    """Return the number that another stands right behind, with no words of its own between; None where it has some."""
    before = reading.spots[spot.at - 1] if spot.at else None
    if before is None or before.form != "number" or spot.form != "number":
        return None
    return before if _BESIDE.fullmatch(reading.text, before.unit_end, spot.mention.start) else None


def told_of(reading: Reading, spot: Spot) -> Evidence | None:
    """Return what a number states, or should state where it was taken from something else."""
    objection = reading.objections.get(spot.at)
    return reading.stated(spot.at) or (objection.meant[0] if objection and objection.meant else None)


def companion_of(reading: Reading, spot: Spot, e: Evidence) -> Evidence | None:
    """Return what a fact states right behind some evidence, of the same thing and in the number's unit."""
    behind = reading.known.evidence[e.at + 1 : e.at + 2]
    for other in behind:
        beside = other.fact == e.fact and other.place == e.place and other.order == e.order + 1 and not other.near
        if beside and other.unit != e.unit and of_one_kind(spot, other):
            return other
    return None


def named_with(reading: Reading, e: Evidence) -> str:
    """Return the name that a fact tells a number by: its own, or that of the number it stands right behind."""
    for _ in range(_MOST):
        before = reading.known.evidence[e.at - 1]
        if e.near or not e.order or before.fact != e.fact or before.place != e.place or before.unit == e.unit:
            break
        e = before
    return e.near


def goes_on_in_fact(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether the number before, in the sentence, states what a fact tells right before this: 150张，1500余人."""
    before = reading.stated(spot.at - 1) if spot.at and e.order else None
    if before is None or before.at != e.at - 1 or before.fact != e.fact:
        return False
    return reading.spots[spot.at - 1].sentence == spot.sentence
