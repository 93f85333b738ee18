"""Which changes a number may tell: the comparisons of two periods that its words name, or that were told last."""

from __future__ import annotations

from drafter.tracing import cues
from drafter.tracing.comparisons import Comparison
from drafter.tracing.operands import Operand
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces

_LEAST = 0.3
_AS_RELEVANT = 0.3
_CALLED = 0.6


def compared(task: Task) -> list[tuple[Comparison, Operand, Operand]]:
    """Return the comparisons that the sentence is about, most relevant first, with both sides as operands."""
    weights = {at: o.weight for o in task.play for at in o.evidence}
    found: list[tuple[Comparison, Operand, Operand]] = []
    for c in task.reading.comparisons:
        weight = max(weights.get(c.now.at, 0.0), weights.get(c.before.at, 0.0))
        if weight >= _LEAST:
            now, before = task.reading.operands[c.now.at], task.reading.operands[c.before.at]
            if now is not None and before is not None:
                found.append((c, now.weighing(weight, -1), before.weighing(weight, -1)))
    counted = _of_unit_named(task, found)
    found = counted or _of_last_told(task, _of_named(task, found))
    best = max((now.weight for _, now, _ in found), default=0.0)
    return sorted((each for each in found if each[1].weight >= best - _AS_RELEVANT), key=lambda each: -each[1].weight)


def _of_unit_named(
    task: Task, found: list[tuple[Comparison, Operand, Operand]]
) -> list[tuple[Comparison, Operand, Operand]]:
    """Return the comparisons that words tell only by what they count: 人次增长20% of 8场、360人次 and 7场、300人次."""
    beside = cues.beside(task.reading.text, task.spot)
    return [
        each for each in found
        if len(name := each[0].now.unit.name) > 1 and name in beside and each[0].now.fact == each[0].before.fact
    ]  # fmt: skip


def _of_named(
    task: Task, found: list[tuple[Comparison, Operand, Operand]]
) -> list[tuple[Comparison, Operand, Operand]]:
    """Return the comparisons that the words beside the number name, where they name any: 门诊增长25%，住院增长20%."""
    if len(found) == 1 or cues.JOINT.search(task.words):
        return found
    beside = cues.beside(task.reading.text, task.spot)
    literally = [each for each in found if any(p in beside for p in pieces(each[0].now.near or each[0].now.subject))]
    found = literally or found  # 产量 may stand for 产值, but not where a fact of that very name is known
    fits = task.reading.fits[task.spot.at]
    fit = [max(fits.close(c.now.at), fits.close(c.before.at)) for c, _, _ in found]
    named = [each for each, own in zip(found, fit, strict=True) if own > 0]
    return named if max(fit, default=0.0) >= _CALLED else found


def _of_last_told(
    task: Task, found: list[tuple[Comparison, Operand, Operand]]
) -> list[tuple[Comparison, Operand, Operand]]:
    """Return the comparisons of the number told last, where the words name no other: 参与3600人次，增长50%."""
    before = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    if before is None or before.sentence != task.spot.sentence or cues.JOINT.search(task.words):
        return found
    told = _told_at(task, before.at)
    if not any({c.now.at, c.before.at} & told for c, _, _ in found):
        return found
    fits = task.reading.fits[task.spot.at]
    return [each for each in found if {each[0].now.at, each[0].before.at} & told or fits.speaks_of(each[0].now.at)]


def _told_at(task: Task, at: int) -> set[int]:
    """Return the evidence that a number tells, or should tell where it was reckoned wrongly: 增加800份，增长17.4%."""
    backing, objection = task.reading.backings.get(at), task.reading.objections.get(at)
    if backing is not None:
        return set(backing.evidence)
    return {e.at for e in objection.meant} if objection is not None and objection.reckoned is not None else set()
