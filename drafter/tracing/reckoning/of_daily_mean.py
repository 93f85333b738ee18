"""What comes on each of several places of what a fact tells for each day or month: 每天每点70人 of 5个点，日均350人."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.tracing import arithmetic
from drafter.tracing.each_of_both import counts_of, each_of_both, told_for_all
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.7
_BOTH = 2


def of_daily_mean(task: Task) -> Iterator[Outcome]:
    """Yield a mean by time of a fact for each of the places that it, or the sentence right before, counts."""
    asked = each_of_both(task.words)
    for mean in task.reading.known.plain if asked is not None else ():
        if asked is None or not (same_unit(mean.unit, task.spot.unit) and told_for_all(mean, asked)):
            continue
        for count in counts_of(task.reading, task.spot, mean, asked):
            sides = plain_operands((mean, count), _WEIGHT)
            each = arithmetic.ratio(in_unit(sides[0], task.spot), sides[1].value) if len(sides) == _BOTH else None
            if each is not None:
                yield outcome(each, sides, "derived_ratio")
