"""Changes between two months that one statement tells: 6月受理38件，1月受理76件, told as 38件，比1月下降50%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, plain_operands
from drafter.tracing.period import parts
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_AGAINST = re.compile(r"[比较](?P<month>\d{1,2})月(?:份)?")
_WEIGHT = 0.8
_BACK = 2
_TWO = 2


def growth_since_month(task: Task) -> Iterator[Outcome]:
    """Yield by how many per cent what was told last changed since the month that 比 names."""
    for now, before in _sides(task):
        change = arithmetic.growth(now.value, before.value)
        down = cues.DOWN.search(task.words) is not None
        if change is not None and (change.value < 0) == down:
            yield outcome(arithmetic.Derived(abs(change.value), change.reckoning), (now, before), "derived_percent")


def change_since_month(task: Task) -> Iterator[Outcome]:
    """Yield by how much what was told last changed since the month that 比 names."""
    for now, before in _sides(task):
        fell = now.value < before.value
        if same_unit(now.unit, task.spot.unit) and fell == (cues.DOWN.search(task.words) is not None):
            more, less = sorted((in_unit(now, task.spot), in_unit(before, task.spot)), reverse=True)
            yield outcome(arithmetic.difference(more, less), (now, before), "derived_diff", exact=True)


def _sides(task: Task) -> Iterator[tuple[Operand, Operand]]:
    """Yield what was told last, and what its own fact states of the month that the clause compares it with."""
    named = _AGAINST.search(task.words)
    if named is None:
        return
    for at in range(task.spot.at - 1, max(0, task.spot.at - 1 - _BACK) - 1, -1):
        told = task.reading.backings.get(at)
        if task.reading.spots[at].sentence != task.spot.sentence or told is None or len(told.evidence) != 1:
            continue
        now = task.reading.known.evidence[told.evidence[0]]
        for e in task.reading.known.of_fact[now.fact] if now.number is not None else ():
            if e.at != now.at and e.unit == now.unit and _month_of(task, e) == int(named["month"]):
                made = plain_operands((now, e), _WEIGHT)
                if len(made) == _TWO:
                    yield made[0], made[1]


def _month_of(task: Task, e: Evidence) -> int:
    """Return the month that a statement told last before one of its numbers; 0 where it told none."""
    before = [o for o in task.reading.known.of_fact[e.fact] if o.place == e.place and o.order < e.order]
    dates = [o for o in before if task.reading.values.forms[o.at] == "date" and isinstance(o.value, str)]
    return (parts(str(dates[-1].value))[1] or 0) if dates else 0
