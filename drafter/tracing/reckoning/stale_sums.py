"""Sums of an earlier year's parts, told as this period's: 全年办案63件 of 2021年办案 36件 and 27件."""

from __future__ import annotations

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reading import Objection
from drafter.tracing.reckoning.called_for import outcomes
from drafter.tracing.reckoning.outcome import Outcome, explains
from drafter.tracing.reckoning.task import Task
from drafter.tracing.times_carried import goes_on_before
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_FEW = 2


def sums_up_before(task: Task, found: Outcome) -> bool:
    """Say whether a sum told as now's adds up an earlier time's parts alone, where the sheet tells this period's."""
    if found.category != "derived_sum" or len(found.operands) < _FEW or not all(o.prior for o in found.operands):
        return False
    return not _speaks_of_before(task) and len(_now(task, found)) == len(found.operands)


def stale_sum(task: Task) -> Objection | None:
    """Return that a number is what an earlier time's parts come to, and what this period's do."""
    if not any(o.prior for o in task.play):
        return None
    for found in outcomes(task):
        if explains(task.spot, found) and sums_up_before(task, found):
            now, known = _now(task, found), task.reading.known.evidence
            parts = [o.value for o in plain_operands(now, _WEIGHT)]
            total = arithmetic.total(parts) if all(same_unit(e.unit, task.spot.unit) for e in now) else None
            taken = tuple(known[at] for o in found.operands for at in o.evidence)
            return Objection("stale_period", taken, tuple(now), total)
    return None


def _now(task: Task, found: Outcome) -> list[Evidence]:
    """Return this period's numbers of what a sum adds up of an earlier time."""
    used = {at for o in found.operands for at in o.evidence}
    now = {c.before.at: c.now for c in task.reading.comparisons if c.before.at in used and not c.increase}
    return list({e.at: e for e in now.values()}.values())


def _speaks_of_before(task: Task) -> bool:
    reading, spot = task.reading, task.spot
    told = cues.speaks_of_before(reading.text, spot, reading.known.period.first_year)
    return told or bool(cues.PRIOR.search(task.words)) or goes_on_before(reading, spot)
