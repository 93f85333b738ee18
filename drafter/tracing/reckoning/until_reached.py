"""Years from a unit's founding to what the sentence goes on to tell: 历经十一年建设，终于创成“示范社区”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic
from drafter.tracing.dated_events import deeds_in, thing_in
from drafter.tracing.founding import foundings
from drafter.tracing.operands import bare_operand
from drafter.tracing.period import parts
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.told_events import told_in
from drafter.tracing.vocabulary import GENERIC

_AFTER = re.compile("(?:历经|历时|经过|走过|通过|用了|坚持|奋斗|努力)(?:了|整整|足足|近|约)?$")
_WEIGHT = 0.75


def until_reached(task: Task) -> Iterator[Outcome]:
    """Yield the years from the only founding of the unit itself to each dated event told behind the number."""
    if task.spot.unit.name != "年" or not _AFTER.search(task.words):
        return
    begun = [e for e in foundings(task.reading) if GENERIC.issuperset(thing_in(e.near or e.subject))]
    first = parts(str(begun[0].value))[0] if len(begun) == 1 else None
    behind = task.reading.text[task.spot.unit_end : task.spot.sentence[1]]
    for _, event in told_in(behind, task.reading.events) if first else ():
        last = event.date[0] or task.reading.known.period.year
        done = not event.deeds or not event.deeds.isdisjoint(deeds_in(behind))
        if first and last > first and done and event.evidence.fact != begun[0].fact:
            ends = (bare_operand(begun[0], _WEIGHT), bare_operand(event.evidence, _WEIGHT))
            yield outcome(arithmetic.years_between(first, last), ends, "derived_diff", exact=True)
