"""How long the times of day that one fact tells last together: 6:30—8:00、19:00—21:00 make 3.5小时 a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import bare_operand
from drafter.tracing.period import clock
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task

_WEIGHT = 0.75
_FEW = 2
_BACK = 4
_A_DAY = re.compile("每[天日晚早夜]|全天|[天日]均")
_MINUTE = Decimal(60)
_DAY = 1440


def spans_together(task: Task) -> Iterator[Outcome]:
    """Yield the total of the spans of a fact that the sentence has told."""
    if task.spot.unit.dimension != "时间":
        return
    near = task.reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]
    backings = [task.reading.backings.get(o.at) for o in near if o.sentence == task.spot.sentence]
    told = [fact for b in backings if b is not None for fact in b.facts]
    for fact in dict.fromkeys((*told, *(_only_times(task) if _A_DAY.search(task.words) else ()))):
        spans = [(e, lasts) for e in task.reading.known.of_fact.get(fact, ()) if (lasts := _minutes(e))]
        if len(spans) >= _FEW:
            seconds = sum((lasts for _, lasts in spans), Decimal(0)) * _MINUTE
            shown = " + ".join(f"{e.core}（{arithmetic.plain(lasts)}分钟）" for e, lasts in spans)
            made = arithmetic.Derived(seconds / task.spot.unit.size, f"{shown} = {arithmetic.plain(seconds / 60)}分钟")
            yield outcome(made, [bare_operand(e, _WEIGHT) for e, _ in spans], "derived_sum", exact=True)


def _only_times(task: Task) -> list[str]:
    """Return the one fact that tells spans of times of day: 早晚每天站岗3小时 of 7:00—8:30，17:30—19:00."""
    facts = dict.fromkeys(e.fact for e in task.reading.known.evidence if len(e.times) == _FEW)
    return list(facts) if len(facts) == 1 else []


def _minutes(e: Evidence) -> Decimal:
    """Return how long a span of two times of day lasts; nought for anything else."""
    ends = [clock(end) for end in e.value if isinstance(end, str)] if isinstance(e.value, tuple) else []
    if len(ends) != _FEW or not all(ends):
        return Decimal(0)
    first, last = (int(hour) * 60 + int(minute or 0) for hour, _, minute in (end.partition(":") for end in ends))
    return Decimal(last - first if last > first else last - first + _DAY)
