"""Free reckoning: what may follow from the numbers in play where the words call for no particular way of reckoning.

All reckonings of the kind that the words allow are tried over the operands of the paragraph, by the algebra of their
units. One that meets the number backs it only where that can hardly be chance: the more reckonings were possible and
the fewer digits the number shows, the more its words must say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from math import log

from drafter.tracing import cues
from drafter.tracing.approximation import ABOUT, FRACTION, NEAR
from drafter.tracing.layout import Spot
from drafter.tracing.operands import Operand
from drafter.tracing.play import earlier, keep
from drafter.tracing.reckoning.adding import idle, leaves_out, names_one
from drafter.tracing.reckoning.free_averages import every_so_many, free_averages
from drafter.tracing.reckoning.free_products import free_products
from drafter.tracing.reckoning.free_shares import free_shares
from drafter.tracing.reckoning.free_sums import (
    free_differences,
    free_sums,
    leaves_rest,
    of_levels,
    of_whole_fact,
    of_year_before,
)
from drafter.tracing.reckoning.outcome import Outcome, Trial, explains, stated_by
from drafter.tracing.reckoning.rates import denies
from drafter.tracing.reckoning.refusals.misnamed import misnamed
from drafter.tracing.reckoning.task import TO_BACK, Task
from drafter.tracing.units import same_unit

_MOST = 18
_MOST_KIN = 8
_LATELY = 3
# How many chance hits may be expected of all reckonings tried, where the words call for the reckoning and where not.
CALLED = 0.62
UNCALLED = 0.012
_SPREAD = log(TO_BACK[1] / TO_BACK[0])
"""Over how wide a stretch, on a scale of logarithms, the reckonings that are looked at spread."""
_CLOSE = Decimal("0.03")
_LOOSE = {"about": ABOUT * 2, "near": NEAR, "weak": NEAR, "most": NEAR}
_LOOSER = Decimal("0.15")


_AGAINST = re.compile(r"[比较]|[高低多少大小优]于|[高超]出")


def freely(task: Task) -> Outcome | None:
    """Return the reckoning that backs the task's number without a doubt, if there is one."""
    tried = list(_trials(task))
    good = [
        t for t in tried
        if explains(task.spot, t.outcome) and not leaves_out(task, t.outcome) and not idle(task.spot, t.outcome)
    ]  # fmt: skip
    if not good:
        return None
    good = [t for t in good if t.called or not names_one(task, t.outcome.operands)]
    good = [t for t in good if not misnamed(task, t.outcome)]
    if not good:
        return None
    best = max(good, key=lambda t: (t.called, t.outcome.weight))
    rivals = sum(t.called for t in tried) if best.called else len(tried)
    if rivals * _width(task.spot, best.outcome) > (CALLED if best.called else UNCALLED):
        return None
    return best.outcome


def _width(spot: Spot, found: Outcome) -> float:
    """Return the chance that a reckoning of about that size meets the number as closely as this one."""
    number = stated_by(spot)
    if not number.value:
        return 1.0
    if number.sense == "more":
        width = number.step
    elif number.sense != "exact":
        width = _LOOSE.get(number.sense, _LOOSER) * number.value
    else:
        width = FRACTION * 2 * number.value if number.fraction else number.resolution
        if not found.exact and "÷" in found.derived.reckoning:
            width = min(width, max(2 * abs(found.derived.value - number.value), _CLOSE * number.value))
    return float(width / number.value) / _SPREAD


def _trials(task: Task) -> Iterator[Trial]:
    pool = _pool(task)
    if task.spot.form == "share":
        yield from free_shares(task, pool)
        return
    words = task.words
    clause = task.reading.text[slice(*task.spot.clause)]
    each = list(every_so_many(task, pool))
    if each:
        yield from (Trial(o, True) for o in each)
        return
    averages = cues.AVERAGES.search(cues.average_words(task.reading.text, task.spot, task.reading.spots))
    if averages and not _AGAINST.search(words):
        yield from (Trial(o, True) for o in (*free_averages(task, pool), *free_products(task, pool)))
        return
    compares = bool(cues.DIFFERENCE.search(words) or _AGAINST.search(words))
    left = compares or leaves_rest(task)
    levels = list(of_levels(task, pool))
    if levels:
        yield from (Trial(o, True) for o in levels)
        return
    if not left:
        yield from (Trial(o, True) for o in (*of_whole_fact(task, pool), *of_year_before(task, pool)))
        total = bool(cues.TOTAL.search(words))
        yield from (Trial(o, total or _just_told(task, o)) for o in free_sums(task, pool))
    if cues.JOINT.search(words) and not left:
        yield from (Trial(o, True) for o in free_products(task, pool))
        return
    yield from (
        Trial(o, left or _just_told(task, o) or any(denies(each.words, clause) for each in o.operands))
        for o in free_differences(task, pool, compares)
    )
    if not compares:
        yield from (Trial(o, True) for o in free_products(task, pool))


def _just_told(task: Task, found: Outcome) -> bool:
    """Say whether all operands are the numbers right before, in the same sentence."""
    told = {o.spot for o in found.operands}
    first = task.spot.at - len(found.operands)
    return (
        first >= 0
        and told == set(range(first, task.spot.at))
        and task.reading.spots[first].sentence == task.spot.sentence
    )


def _pool(task: Task) -> list[Operand]:
    """Return the operands in play, and what the paragraph reckoned earlier, each but once."""
    found: dict[tuple[int, ...], Operand] = {}
    for each in (*task.play, *earlier(task.reading, task.spot)):
        keep(found, each)
    pool = sorted((o for o in found.values() if o.value > 0), key=lambda o: -o.weight)[:_MOST]
    known = {o.evidence for o in pool}
    told = [o for o in pool if task.spot.at - _LATELY <= o.spot < task.spot.at]
    if cues.PRIOR.search(task.words):
        told += [o for o in pool if o.spot >= 0 and o not in told]
        before = (o for o in task.reading.amounts.prior if o.evidence not in known)
        pool += islice((o for o in before if same_unit(o.unit, task.spot.unit) and o.unit.name), _MOST_KIN)
        known = {o.evidence for o in pool}
    kin = (o for o in task.reading.amounts.going_with(told) if o.evidence not in known) if told else ()
    return [*pool, *islice(kin, _MOST_KIN)]
