"""What comes on each of the days that a fact tells of itself: 6月7日至8日，出车120辆次 makes 60 a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, operand
from drafter.tracing.period import as_date, parts
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_A_DAY = re.compile("(?:平均)?每[天日][^，。；、0-9]{0,6}$|日均[^，。；、0-9]{0,6}$")


def each_of_own_days(task: Task) -> Iterator[Outcome]:
    """Yield the number told right before, over the days from and to which its fact dates it."""
    told = task.reading.stated(task.spot.at - 1) if task.spot.at and _A_DAY.search(task.words) else None
    amount = operand(told, "number", _WEIGHT) if told is not None else None
    if told is None or amount is None or not same_unit(told.unit, task.spot.unit):
        return
    for e, days in _of_two_dates(task, told.fact):
        each = arithmetic.ratio(in_unit(amount, task.spot), Decimal(days))
        if each is not None:
            yield outcome(each, (amount, _dated(e, days)), "derived_ratio")
    for e in task.reading.known.of_fact[told.fact]:
        days = _days(task, e) if e.place == told.place and task.reading.values.forms[e.at] == "span" else 0
        each = arithmetic.ratio(in_unit(amount, task.spot), Decimal(days)) if days > 1 else None
        if each is not None:
            yield outcome(each, (amount, _dated(e, days)), "derived_ratio")


def _of_two_dates(task: Task, fact: str) -> Iterator[tuple[Evidence, int]]:
    """Yield the days from one date of a fact to the other, where both are written out: 5月6日—5月21日."""
    wording = task.reading.known.wordings[fact]
    for first, last in pairwise(e for e in task.reading.known.of_fact[fact] if e.type == "date"):
        year = task.reading.known.period.first_year
        ends = [as_date(parts(str(e.value)), year) for e in (first, last)]
        joined = re.search(f"{re.escape(first.core)}[—－~～至到-]+{re.escape(last.core)}", wording)
        if joined is not None and ends[0] is not None and ends[1] is not None and ends[1] > ends[0]:
            yield first, (ends[1] - ends[0]).days + 1


def own_days(task: Task, fact: str) -> Operand | None:
    """Return the days from and to which a fact dates itself, as an operand; None where it does not."""
    spans = [e for e in task.reading.known.of_fact[fact] if task.reading.values.forms[e.at] == "span"]
    days = _days(task, spans[0]) if len(spans) == 1 else 0
    return _dated(spans[0], days) if days > 1 else None


def _days(task: Task, e: Evidence) -> int:
    """Return how many days a stretch between two dates has, both counted; 0 where it is none."""
    ends = [str(end) for end in e.value] if isinstance(e.value, tuple) else []
    if len(ends) != 2 or any(":" in end for end in ends):
        return 0
    first, last = (as_date(parts(end), task.reading.known.period.first_year) for end in ends)
    return (last - first).days + 1 if first is not None and last is not None and last > first else 0


def _dated(e: Evidence, days: int) -> Operand:
    return Operand(Decimal(days), e.unit, (e.fact,), (e.at,), _WEIGHT, -1)
