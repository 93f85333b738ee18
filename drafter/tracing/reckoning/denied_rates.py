"""What a rate leaves to those of whom it does not hold: 满意率96.4% makes 不满意的3.6%; 未办结率3% makes 办结率97%."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.objections.denied import says_opposite
from drafter.tracing.operands import operand
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task

_WEIGHT = 0.8


def denied_rate(task: Task) -> Iterator[Outcome]:
    """Yield the rest of 100 % where the words deny of the number what a rate's name says, or say what it denies."""
    for rate in task.reading.known.evidence:
        if rate.type == "percent" and rate.place != "label" and says_opposite(task.reading, task.spot, rate):
            used = operand(rate, "share", _WEIGHT)
            if used is not None and 0 < used.value < 100:
                yield outcome(arithmetic.difference(Decimal(100), used.value), (used,), "derived_percent")
