"""Days just told, told again as months: 历时45天，约一个半月; as about so many, as months are of several lengths."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task

_WEIGHT = 0.8
_A_MONTH = Decimal(30)
_ROUGHLY = frozenset(("about", "near", "more", "below", "beyond", "least"))


def days_as_months(task: Task) -> Iterator[Outcome]:
    """Yield the months that the days told right before make, where the words claim no more than about so many."""
    before = task.reading.stated(task.spot.at - 1) if task.spot.at else None
    if before is None or task.spot.unit.dimension != "年月" or before.unit.name not in ("天", "日"):
        return
    if task.spot.number is None or task.spot.number.sense not in _ROUGHLY:
        return
    if task.reading.spots[task.spot.at - 1].sentence == task.spot.sentence:
        days = plain_operands((before,), _WEIGHT)
        each = arithmetic.ratio(days[0].value, _A_MONTH * task.spot.unit.size) if days else None
        if each is not None:
            yield outcome(each, days, "derived_ratio")
