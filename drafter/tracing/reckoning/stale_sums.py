"""Sums of an earlier year's parts, told as this period's: 全年办案71件 of 2021年's 41件 and 30件."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.comparisons import Comparison
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reading import Objection
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.times_carried import goes_on_before
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_FEW = 2
_SPOKEN_OF = 0.3


def of_another_time(task: Task, found: Outcome) -> bool:
    """Say whether a sum is of parts of another time than it is told of, where the sheet tells those of both."""
    if found.category != "derived_sum" or len(found.operands) < _FEW or len({o.prior for o in found.operands}) > 1:
        return False
    used = {at for o in found.operands for at in o.evidence}
    pairs = [c for c in task.reading.comparisons if not c.increase]
    if found.operands[0].prior:
        return used <= {c.before.at for c in pairs} and not speaks_of_before(task)
    return used <= {c.now.at for c in pairs} and _is_told_of_before(task)


def stale_sum(task: Task) -> Objection | None:
    """Return that a number is what an earlier time's parts in one fact come to, and what this period's do."""
    spot = task.spot
    if spot.form != "number" or not task.reading.comparisons or speaks_of_before(task):
        return None
    for parts in _parts_before(task):
        if _total(task, [c.before for c in parts]) == spot.value:
            now = tuple(c.now for c in parts)
            total = arithmetic.total([in_unit(o, spot) for o in plain_operands(now, _WEIGHT)])
            return Objection("stale_period", tuple(c.before for c in parts), now, total)
    return None


def _parts_before(task: Task) -> Iterator[list[Comparison]]:
    """Yield what a fact that the words speak of tells of an earlier time in the number's unit, beside what is now."""
    found: dict[str, list[Comparison]] = {}
    for c in task.reading.comparisons:
        alike = same_unit(c.before.unit, task.spot.unit) and same_unit(c.now.unit, task.spot.unit)
        if alike and not c.increase and c.before.near and c.before.fact != c.now.fact:
            found.setdefault(c.before.fact, []).append(c)
    fits = task.reading.fits[task.spot.at]
    for parts in found.values():
        once = len({c.before.at for c in parts}) == len(parts) >= _FEW
        if once and any(fits.get(c.before.at).whole >= _SPOKEN_OF for c in parts):
            yield parts


def _total(task: Task, parts: Sequence[Evidence]) -> Decimal:
    return sum((in_unit(o, task.spot) for o in plain_operands(parts, _WEIGHT)), Decimal(0))


def speaks_of_before(task: Task) -> bool:
    """Say whether a number may be told of an earlier time."""
    return _is_told_of_before(task) or bool(cues.PRIOR.search(task.words)) or goes_on_before(task.reading, task.spot)


def _is_told_of_before(task: Task) -> bool:
    return cues.speaks_of_before(task.reading.text, task.spot, task.reading.known.period.first_year)
