"""Averages over one of what was counted in one breath: 诉讼案33件、非诉案22件，案均9万元 is over all of the 55."""

from __future__ import annotations

from drafter.tracing import cues
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.over_several import counted_in, told_together
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces

_DOERS = frozenset(("人", "名", "位", "户"))
"""Of people one sort may have done it all: 人均结案 of the judges alone."""


def over_one_of(task: Task, found: Outcome) -> bool:
    """Say whether an average was taken over one of the parts of a fact that the sentence told together, by no name."""
    amount, over = found.operands
    if len(over.evidence) != 1 or over.unit.name in _DOERS or amount.facts == over.facts:
        return False
    units = counted_in(cues.average_words(task.reading.text, task.spot, task.reading.spots))
    together = told_together(task, units) if over.unit.name in units else []
    if len(together) == 1 or not any(e.at in over.evidence for e in together):
        return False
    own = task.reading.known.evidence[over.evidence[0]]
    return all(e.fact == own.fact for e in together) and not any(p in task.words for p in pieces(own.near))
