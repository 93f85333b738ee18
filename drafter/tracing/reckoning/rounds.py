"""So many of a thing, each so often: 28块宣传栏每季度更换一次 makes 112块次 a year, 7处每天2次 14处次 a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task

_WEIGHT = 0.75
_OFTEN = re.compile("每个?(?P<span>天|日|周|月|季度|季|年)")
_TIMES = "次"
_PEOPLE = frozenset(("人", "名", "位"))
_MONTHS = {"月": 1, "季度": 3, "季": 3, "年": 12}


def rounds(task: Task) -> Iterator[Outcome]:
    """Yield how often all of what a fact counts came to its turn, where the fact tells how often each does."""
    unit = task.spot.unit.name
    thing = unit.removesuffix(_TIMES) if unit.endswith(_TIMES) else unit
    if not thing or not (unit != thing or task.reading.text.startswith(_TIMES, task.spot.unit_end)):
        return
    for fact in task.reading.known.repeated:
        own = [e for e in task.reading.known.of_fact.get(fact, ()) if e.place == "value" and e.number and not e.prior]
        for count in (e for e in own if e.unit.name == thing or {e.unit.name, thing} <= _PEOPLE):
            for often in (e for e in own if e.unit.name == _TIMES and _OFTEN.search(e.near)):
                sides = plain_operands([count, often], _WEIGHT)
                yield outcome(_made(task, count, often), sides, "derived_ratio", exact=True)


def _made(task: Task, count: Evidence, often: Evidence) -> arithmetic.Derived:
    """Return the count times how often each comes, for the stretch that the words name, or for the period."""
    found = _OFTEN.search(often.near)
    span = found["span"] if found is not None else ""
    numbers = [count.number or Decimal(0), often.number or Decimal(0)]
    period = task.reading.known.period
    if f"每{span}" in task.words:
        times = Decimal(1)
    elif span in _MONTHS:
        times = Decimal(period.months) / _MONTHS[span]
    else:
        times = Decimal(period.days) / (7 if span == "周" else 1)
    return arithmetic.product(*(n for n in (*numbers, times) if n != 1))
