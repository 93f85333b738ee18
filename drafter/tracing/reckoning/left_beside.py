"""What is left of two numbers that go together: 68户231人，已有64户219人脱贫，仅剩4户12人."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.tracing import arithmetic
from drafter.tracing.companions import follows
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reading import Reading
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_BOTH = 2


def left_beside(task: Task) -> Iterator[Outcome]:
    """Yield what the numbers told right behind both sides leave, where the one right before is what those leave."""
    before = follows(task.reading, task.spot)
    backing = task.reading.backings.get(before.at) if before is not None else None
    if backing is None or backing.category != "derived_diff" or len(backing.evidence) != _BOTH:
        return
    beside = [_told_behind(task.reading, at, task.spot.at) for at in backing.evidence]
    known = [e for e in beside if e is not None and same_unit(e.unit, task.spot.unit)]
    if len(known) != _BOTH:
        return
    sides = plain_operands(known, _WEIGHT)
    left = arithmetic.difference(*(in_unit(o, task.spot) for o in sides))
    if left.value > 0:
        yield outcome(left, sides, "derived_diff", exact=True)


def _told_behind(reading: Reading, at: int, end: int) -> Evidence | None:
    """Return what the draft, before a place, states right behind the number that states some evidence."""
    for spot, e in reading.stating():
        behind = spot.at + 1
        if e.at == at and behind < end and follows(reading, reading.spots[behind]) is not None:
            return reading.stated(behind)
    return None
