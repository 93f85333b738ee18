"""By how much two durations of several units differ: 由3分58秒缩短到2分46秒，快了72秒 or 缩短1分12秒."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.layout import Spot
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task

_WEIGHT = 0.8
_SECONDS = {"小时": 3600, "个小时": 3600, "分钟": 60, "分": 60, "秒": 1, "秒钟": 1}
_BACK = 8
_BOTH = 2


def between_durations(task: Task) -> Iterator[Outcome]:
    """Yield a number of the difference between the two durations that the sentence told last, both backed by facts."""
    unit, spots = task.spot.unit.name, task.reading.spots
    if unit not in _SECONDS or not cues.DIFFERENCE.search(cues.ahead(task.reading.text, _whole(task)[0])):
        return
    own = _whole(task)
    told = [d for d in _durations(spots[max(0, own[0].at - _BACK) : own[0].at]) if d[0].sentence == task.spot.sentence]
    backings = [task.reading.backings.get(spot.at) for d in told[-_BOTH:] for spot in d]
    if len(told) < _BOTH or max(len(d) for d in told[-_BOTH:]) < _BOTH:
        return
    known = [task.reading.known.evidence[at] for b in backings if b is not None for at in b.evidence]
    less, more = sorted(_seconds(d) for d in told[-_BOTH:])
    if None in backings or not known or (len(own) > 1 and _seconds(own) != more - less):
        return
    each = task.spot.value if len(own) > 1 and task.spot.value is not None else (more - less) / _SECONDS[unit]
    shown = f"{arithmetic.plain(more)}秒 - {arithmetic.plain(less)}秒 = {arithmetic.plain(more - less)}秒"
    yield outcome(arithmetic.Derived(each, shown), plain_operands(known, _WEIGHT), "derived_diff", exact=True)


def _whole(task: Task) -> Sequence[Spot]:
    """Return the numbers that make one duration with this one."""
    spots, at = task.reading.spots, task.spot.at
    near = _durations(spots[max(0, at - _BOTH) : at + _BOTH + 1])
    return next((d for d in near if any(spot.at == at for spot in d)), [task.spot])


def _durations(spots: Sequence[Spot]) -> list[list[Spot]]:
    """Return the durations that stand there, each as its numbers from the longest unit to the shortest."""
    found: list[list[Spot]] = []
    for spot in spots:
        size = _SECONDS.get(spot.unit.name)
        if size is None or spot.value is None:
            continue
        last = found[-1][-1] if found else None
        if last is not None and last.unit_end == spot.mention.start and _SECONDS[last.unit.name] > size:
            found[-1].append(spot)
        else:
            found.append([spot])
    return found


def _seconds(duration: Sequence[Spot]) -> Decimal:
    return sum(((spot.value or Decimal(0)) * _SECONDS[spot.unit.name] for spot in duration), Decimal(0))
