"""Averages carried on to the next clause: 平均每次行动出动70人次，清理垃圾7吨."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.operands import plain_operands
from drafter.tracing.reading import Reading
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_SIDES = 2
_MOST = 3
_NAMED = 0.25
_ITS_OWN = re.compile("全年|年内|其中|其余|目前|[上下]半年|季度|月份?(?!均)|均|每")
"""What begins to tell of something else than of each."""


def carried_on(task: Task) -> Iterator[Outcome]:
    """Yield what comes of the named amount on each of those that the clause before took its average over."""
    over = carried_over(task.reading, task.spot)
    for amount in task.reading.known.plain if over is not None else ():
        if over is None or amount.at == over.at or not same_unit(amount.unit, task.spot.unit):
            continue
        named = amount.fact == over.fact or task.reading.fits[task.spot.at].close(amount.at) >= _NAMED
        sides = plain_operands((amount, over), _WEIGHT) if named else []
        each = arithmetic.ratio(in_unit(sides[0], task.spot), sides[1].value) if len(sides) == _SIDES else None
        if each is not None:
            yield outcome(each, sides, "derived_ratio")


def carried_over(reading: Reading, spot: Spot) -> Evidence | None:
    """Return what the average that the clauses right before told was taken over, where this one goes on with it."""
    clause = spot.clause
    for other in reversed(reading.spots[max(0, spot.at - _MOST) : spot.at]):
        if spot.form != "number" or other.sentence != spot.sentence or _begins_anew(reading.text, spot, clause):
            return None
        backing = reading.backings.get(other.at)
        if other.clause == clause or clause[0] != other.clause[1] + 1:
            return None  # two numbers of one clause are not told each by each
        told = cues.AVERAGES.search(cues.ahead(reading.text, other)) is not None
        if backing is not None and told:
            known = [reading.known.evidence[at] for at in backing.evidence]
            divides = backing.category == "derived_ratio" and "÷" in backing.reckoning and len(known) == _SIDES
            return known[1] if divides and not known[1].unit.dimension else None
        if told or other.form != "number":
            return None
        clause = other.clause
    return None


def _begins_anew(text: str, spot: Spot, clause: tuple[int, int]) -> bool:
    """Say whether a clause between an average and a number tells of something else than of each."""
    words = text[clause[0] : min(clause[1], spot.mention.start)]
    anew = _ITS_OWN.search(words) or cues.JOINT.search(words) or cues.PRIOR.search(words) or cues.GROWTH.search(words)
    return anew is not None or text[clause[0] - 1 : clause[0]] not in ("，", ",")
