"""Shares that two things told side by side have of both together: 线下占60%，线上占40% of 60场 and 40场."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.named_rates import plain_facts
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_ALL = 100
_JUST = Decimal("0.2")
_LEAST = 2
_SHARED = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,12}?)(?:又|约|只|仅|则|也)*占(?:比|到|了|总[数量])?(?:的|约|近)*$")


def shares_of_two(task: Task) -> Iterator[Outcome]:
    """Yield the share of what the words name in that and the other thing, whose share stands beside it."""
    for other in _beside(task):
        for one in _named(task, task.spot):
            for rest in _named(task, other):
                if rest.at != one.at and same_unit(one.unit, rest.unit):
                    sides = plain_operands((one, rest), _WEIGHT)
                    total = arithmetic.total([o.value * o.unit.size for o in sides])
                    each = arithmetic.share(sides[0].value * sides[0].unit.size, total.value)
                    if each is not None:
                        worded = f"{total.reckoning}，{each.reckoning}"
                        yield outcome(arithmetic.Derived(each.value, worded), sides, "derived_percent")


def _beside(task: Task) -> Iterator[Spot]:
    """Yield the share right before or behind the number in its sentence, where both make a hundred per cent."""
    spot = task.spot
    for at in (spot.at - 1, spot.at + 1):
        other = task.reading.spots[at] if 0 <= at < len(task.reading.spots) else None
        if other is None or other.sentence != spot.sentence or other.shown is None or spot.shown is None:
            continue
        if other.form == "share" and abs(other.shown.value + spot.shown.value - _ALL) <= _JUST:
            yield other


def _named(task: Task, spot: Spot) -> list[Evidence]:
    """Return the facts whose name stands before 占 at a share."""
    told = _SHARED.search(task.reading.text, *spot.before)
    names = ((e, e.near or e.subject) for e in plain_facts(task) if told is not None)
    return [e for e, name in names if told is not None and len(name) >= _LEAST and told["name"].endswith(name)]
