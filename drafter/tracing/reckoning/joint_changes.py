"""By how much several things together changed since what one fact tells of before: 合计比上年减少8件 of 红事、白事."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task

_WEIGHT = 0.8
_FEW = 2
_IN_ALL = re.compile("共|总|合计")
_TOGETHER = re.compile("合计|共|[两三四][项类者]|总[数量]|加起来")
_NAMED = 0.15


def joint_changes(task: Task) -> Iterator[Outcome]:
    """Yield by how much all that a fact of before lists changed, where other facts tell each of this period."""
    asked = _TOGETHER.search(task.words) and cues.PRIOR.search(task.words) and cues.DIFFERENCE.search(task.words)
    if not asked:
        return
    for _, fact in task.reading.known.several:
        before = [e for e in _numbers(task, task.reading.known.of_fact[fact]) if e.unit.name == task.spot.unit.name]
        parts = [e for e in before if e.near and not _IN_ALL.search(e.near)]
        told = len(before) - len(parts) <= 1 and len(parts) >= _FEW and all(e.prior for e in before)
        now = [own for part in parts if (own := _of_now(task, part)) is not None] if told else []
        fits = task.reading.fits[task.spot.at]
        if len(now) == len(parts) == len({e.at for e in now}) and any(fits.get(e.at).whole >= _NAMED for e in now):
            yield from _change(task, now, parts)


def _numbers(task: Task, own: Sequence[Evidence]) -> list[Evidence]:
    forms = task.reading.values.forms
    return [e for e in own if e.place == "value" and e.number is not None and forms[e.at] == "number"]


def _of_now(task: Task, part: Evidence) -> Evidence | None:
    """Return the one fact of this period that is called as a part of the one of before."""
    alike = [
        e for e in task.reading.known.plain
        if e.unit.name == part.unit.name and not e.near and e.fact != part.fact and e.subject.endswith(part.near)
        and not e.prior
    ]  # fmt: skip
    return alike[0] if len(alike) == 1 else None


def _change(task: Task, now: Sequence[Evidence], before: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield the difference of both sums, where it goes the way that the words say."""
    sides = [plain_operands(own, _WEIGHT) for own in (now, before)]
    sums = [sum((o.value for o in own), Decimal(0)) for own in sides]
    fell = cues.DOWN.search(task.words) is not None
    if sums[0] != sums[1] and (sums[0] < sums[1]) == fell:
        made = arithmetic.difference(max(sums), min(sums))
        yield outcome(made, (*sides[0], *sides[1]), "derived_diff", exact=True)
