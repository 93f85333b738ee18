"""Free shares and growth rates: of what was just told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from drafter.tracing import arithmetic, cues
from drafter.tracing.operands import Operand, related
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, Trial, outcome
from drafter.tracing.reckoning.shares import tells_whole
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import GENERIC

_NAMED = 0.25


def free_shares(task: Task, pool: Sequence[Operand]) -> Iterator[Trial]:
    """Yield shares and growth rates of what was just told."""
    words = task.words
    if cues.GROWTH.search(words) and "占" not in words:
        yield from (Trial(o, True) for o in _growth(task, pool))
        return
    yield from (Trial(o, True) for o in _within_fact(task, pool))
    if cues.SURVEYED.search(words):
        return
    if "占" not in words and any(o.spot == task.spot.at - 1 and _is_change(task, o) for o in pool):
        yield from (Trial(o, True) for o in _growth(task, pool))
    for part in (o for o in pool if o.spot == task.spot.at - 1 >= 0 and not (o.share or o.mean)):
        told = tells_whole(task, part)
        for whole in (*pool, *task.silent):
            if not (told and whole.spot < 0) and _holds(task, part, whole):
                each = arithmetic.share(in_unit(part, task.spot), in_unit(whole, task.spot))
                if each is not None:
                    yield Trial(outcome(each, (part, whole), "derived_percent"), bool(cues.SHARE.search(words)))


def _holds(task: Task, part: Operand, whole: Operand) -> bool:
    """Say whether an operand may be the whole of a part."""
    if whole.share or whole.mean or whole.prior or whole.evidence == part.evidence or whole.amount < part.amount:
        return False
    if not task.near(part.amount / whole.amount * 100):
        return False
    if same_unit(whole.unit, part.unit):
        return True
    named = "占" in task.words and any(p in task.words for p in pieces(whole.words) if p not in GENERIC)
    return named and not (whole.unit.dimension or part.unit.dimension)


def _within_fact(task: Task, pool: Sequence[Operand]) -> Iterator[Outcome]:
    """Yield the share that one fact states in two numbers: 满意度: 优良票96张，参评97人."""
    fits = task.reading.fits[task.spot.at]
    named = [o for o in pool if len(o.evidence) == 1 and not (o.share or o.prior or o.unit.dimension)]
    for part, whole in combinations(named, 2):
        less, more = (part, whole) if part.value <= whole.value else (whole, part)
        if less.facts != more.facts or not same_unit(less.unit, more.unit):
            continue
        if max(fits.close(o.evidence[0]) for o in (less, more)) < _NAMED:
            continue
        each = arithmetic.share(less.value, more.value)
        if each is not None and task.near(float(each.value)):
            yield outcome(each, (less, more), "derived_percent")


def _growth(task: Task, pool: Sequence[Operand]) -> Iterator[Outcome]:
    """Yield by how many per cent what was just told grew, or what it grew by raised the earlier value."""
    down, up = cues.DOWN.search(task.words), cues.UP.search(task.words)
    for told in (o for o in pool if o.spot in range(max(0, task.spot.at - 2), task.spot.at) and not o.share):
        for base in (o for o in pool if o is not told and not o.share and same_unit(o.unit, told.unit)):
            each = _change(task, told, base)
            if each is None or (up and not down and each.value < 0):
                continue
            if not (down and each.value > 0) or _is_change(task, told):
                yield outcome(arithmetic.Derived(abs(each.value), each.reckoning), (told, base), "derived_percent")


def _change(task: Task, told: Operand, base: Operand) -> arithmetic.Derived | None:
    """Return the change of what was told against a base; where a change was told, its share of the base."""
    stated, earlier = in_unit(told, task.spot), in_unit(base, task.spot)
    if _is_change(task, told) and set(base.evidence) < set(told.evidence) and (base.prior or base.reasoned):
        return arithmetic.share(stated, earlier)
    if base.prior and (told.mean or related(base, told)) and not told.prior:
        return arithmetic.growth(stated, earlier)
    return None


def _is_change(task: Task, told: Operand) -> bool:
    backing = task.reading.backings.get(told.spot)
    return backing is not None and backing.category == "derived_diff"
