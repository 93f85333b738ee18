"""Numbers that a fact tells right behind one another, of one thing: 城市低保142户213人, 接待82批97人次."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.rivals import digits, of_one_kind
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


def leads_on_in_fact(reading: Reading, spot: Spot, e: Evidence, rivals: list[Evidence]) -> bool:
    """Say whether the next number of the clause states the next one of the fact: 帮助41家企业获得贷款3.6亿元."""
    before = reading.backings.get(spot.at - 1)
    just = before is not None and before.evidence[-1:] == (e.at - 1,) and before.facts[-1:] == (e.fact,)
    if just and reading.spots[spot.at - 1].clause == spot.clause:
        return True  # 70—79岁老人133人: the age just told is this number's own
    if just and reading.spots[spot.at - 1].sentence == spot.sentence:
        told = reading.text[reading.spots[spot.at - 1].clause[0] : spot.clause[1]]
        return not any(r.subject in told for r in rivals)  # 运动会设项目八个，227人参赛 tells of no 球赛
    following = reading.spots[spot.at + 1] if spot.at + 1 < len(reading.spots) else None
    after = reading.known.evidence[e.at + 1] if e.at + 1 < len(reading.known.evidence) else None
    if following is None or after is None or following.clause != spot.clause:
        return False
    if (after.fact, after.place) != (e.fact, e.place):
        return False
    value, known = following.value, after.number
    if value is None or known is None or not (after.unit.name and following.unit.name):
        return False
    clause = reading.text[slice(*spot.clause)]
    same = after.unit.kind == following.unit.kind and value * following.unit.size == known * after.unit.size
    # 450名党员公开承诺890条 of 党员承诺: that 党员 is another fact's label tells nothing.
    return same and digits(value) > 1 and not any(r.subject in clause and r.subject not in e.subject for r in rivals)
