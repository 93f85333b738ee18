"""Changes since the stretch of the year before, which one fact tells beside this one: 三季度1864件，二季度2136件."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, plain_operands
from drafter.tracing.period import parts
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.stretches import Months, stretches_in
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit

_LAST = re.compile("环比|[比较](?:上月|上个月|上季度|上一季度|前一季度)")
_NAMED = re.compile(r"[比较由从](?P<words>[^，。；0-9]{0,2}[一二三四0-9]{1,2}(?:季度|月)|上半年)")
_OF_MONTH = re.compile(r"(?P<month>[0-9]{1,2})月份?(?P<words>[\u4e00-\u9fff]{2,8})环比")
_WEIGHT = 0.8
_BACK = 3


def growth_since_last(task: Task) -> Iterator[Outcome]:
    """Yield by how many per cent what was told last changed since the stretch before, or since the one named."""
    for now, before in _sides(task):
        change = arithmetic.growth(now.value, before.value)
        if change is not None and (change.value < 0) == (cues.DOWN.search(task.words) is not None):
            yield outcome(arithmetic.Derived(abs(change.value), change.reckoning), (now, before), "derived_percent")


def change_since_last(task: Task) -> Iterator[Outcome]:
    """Yield by how much it changed."""
    for now, before in _sides(task):
        fell = now.value < before.value
        if same_unit(now.unit, task.spot.unit) and fell == (cues.DOWN.search(task.words) is not None):
            more, less = sorted((in_unit(now, task.spot), in_unit(before, task.spot)), reverse=True)
            yield outcome(arithmetic.difference(more, less), (now, before), "derived_diff", exact=True)


def _sides(task: Task) -> Iterator[tuple[Operand, Operand]]:
    """Yield what was told last of one stretch, and what its own fact states of the one that it is set against."""
    yield from _sides_named(task)
    named = _NAMED.search(task.words)
    wanted = [months for _, months in stretches_in(named["words"])] if named is not None else []
    if not wanted and not _LAST.search(task.words):
        return
    for at in range(task.spot.at - 1, max(0, task.spot.at - _BACK) - 1, -1):
        now = task.reading.stated(at)
        if now is None or task.reading.spots[at].sentence != task.spot.sentence:
            continue
        told = dict(_told_by_stretch(task, now.fact))
        own = next((months for months, e in told.items() if e.at == now.at), None)
        for months in wanted or ([_one_before(own)] if own is not None else []):
            if own is not None and months in told and told[months].unit == now.unit:
                sides = [_of_now(o) for o in plain_operands((now, told[months]), _WEIGHT)]
                yield sides[0], sides[1]


def _sides_named(task: Task) -> Iterator[tuple[Operand, Operand]]:
    """Yield what a fact states of the month named at the number, and of the one before: 其中5月来访量环比增长8%."""
    found = _OF_MONTH.search(task.words)
    month = int(found["month"]) if found is not None else 0
    for fact in task.reading.known.of_fact if found is not None else ():
        told = dict(_told_by_stretch(task, fact))
        now, before = told.get((month, month)), told.get((month - 1, month - 1))
        named = found is not None and now is not None and any(p in found["words"] for p in pieces(now.subject))
        if named and now is not None and before is not None and now.unit == before.unit:
            sides = [_of_now(o) for o in plain_operands((now, before), _WEIGHT)]
            yield sides[0], sides[1]


def _of_now(o: Operand) -> Operand:
    """Return an operand as one of the period: a fact may tell both sides as its own."""
    return replace(o, prior=False)


def _told_by_stretch(task: Task, fact: str) -> Iterator[tuple[Months, Evidence]]:
    """Yield the numbers of one fact, each with the stretch of the year that is named right before it."""
    stretch: Months | None = None
    for e in task.reading.known.of_fact.get(fact, ()):
        if e.place == "label":
            continue
        if e.type == "date":
            named = [months for _, months in stretches_in(f"{e.core}季度" if e.said == "季度" else e.core)]
            month = parts(e.value)[1] if isinstance(e.value, str) else None
            stretch = named[0] if named else (month, month) if month is not None else None
        elif e.number is not None and stretch is not None:
            yield stretch, e
        elif e.number is not None and (halves := stretches_in(e.near)):
            yield halves[-1][1], e  # 2023年上半年: a half is no date, and stands in the words


def _one_before(months: Months) -> Months:
    length = months[1] - months[0] + 1
    return months[0] - length, months[1] - length
