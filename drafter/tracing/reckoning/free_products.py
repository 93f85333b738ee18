"""Free products: so many times so much each, a known share of a whole, an area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from drafter.tracing import arithmetic
from drafter.tracing.layout import Spot
from drafter.tracing.operands import Operand, is_total, related
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.rates import per_of, times_in
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import compatible, same_unit

_LATELY = 3
_LEAST = 10
_MANY = 100
_CLOSE = Decimal("0.01")


def free_products(task: Task, pool: Sequence[Operand]) -> Iterator[Outcome]:
    """Yield so many times so much each, a known share of a whole, and areas."""
    yield from _multiplied(task, pool)
    for rate in pool:
        if rate.share and rate.value < 100:
            wholes = [*pool, *task.silently(is_total, "")]
            for whole in (o for o in wholes if _is_whole(task, o, rate)):
                part = arithmetic.part_of(rate.value, in_unit(whole, task.spot))
                counted = task.spot.unit.dimension or _is_whole_number(part.value)
                if task.near(float(part.value)) and counted:
                    yield outcome(part, (rate, whole), "derived_ratio")
    if task.spot.unit.dimension == "面积":
        yield from _areas(task, pool)


def _is_whole_number(part: Decimal) -> bool:
    """Say whether a part that a rate makes is a count but for the rate's rounding: 108.98 of 109, not 3.75 of 4."""
    return part >= _MANY or abs(part - round(part)) <= _CLOSE * part


def _is_whole(task: Task, whole: Operand, rate: Operand) -> bool:
    """Say whether a rate that was just told may be one of that whole."""
    if whole.share or whole.prior or whole.value < _LEAST or not same_unit(whole.unit, task.spot.unit):
        return False
    told = task.spot.at - _LATELY <= rate.spot < task.spot.at and rate.spot in task.reading.backings
    return told and (whole.spot >= 0 or whole.whole or whole.largest or related(whole, rate))


def _areas(task: Task, pool: Sequence[Operand]) -> Iterator[Outcome]:
    """Yield the area that the two lengths of one fact make."""
    sides = [o for o in pool if o.unit.dimension == "长度"]
    for one, other in combinations(sides, 2):
        if one.facts == other.facts:
            size = arithmetic.product(one.value * one.unit.size, other.value * other.unit.size)
            area = arithmetic.Derived(size.value / task.spot.unit.size, size.reckoning)
            yield outcome(area, (one, other), "derived_ratio")


def _multiplied(task: Task, pool: Sequence[Operand]) -> Iterator[Outcome]:
    spot = task.spot
    for rate in pool:
        per = per_of(rate)
        if not per or rate.share or not _states(spot, rate):
            continue
        each = in_unit(rate, spot)
        for times, shown in times_in(task.reading.known.period, per, rate):
            worded = f"{arithmetic.plain(each)} × {shown} = {arithmetic.plain(each * times)}"
            yield outcome(arithmetic.Derived(each * times, worded), (rate,), "derived_ratio")
        for count in (*(o for o in pool if _counts(o, per)), *task.silently(_counts, per)):
            if not task.near(float(count.value * each)):
                continue
            if not count.share and count.value != 1 and count.evidence != rate.evidence:
                yield outcome(arithmetic.product(count.value, each), (count, rate), "derived_ratio")


def _states(spot: Spot, rate: Operand) -> bool:
    """Say whether so many times a rate may be stated in the number's unit."""
    if compatible(spot.unit, rate.unit) or spot.unit.name == f"{rate.unit.name}次":
        return True
    return spot.unit.name == "人次" and rate.unit.name in ("名", "位")


def _counts(count: Operand, per: str) -> bool:
    """Say whether an operand counts what a rate is per: 15桌 for 每桌, 8天 for 名/天."""
    if count.unit.name in ("天", "日") and per[0] in "天日晚":
        return True
    return bool(count.unit.name) and (per.startswith(count.unit.name) or count.unit.name == per or per in count.words)
