"""What is paid of a price after what a fact takes off it: 12元，60岁以上优惠3元 leaves 9元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task

_WEIGHT = 0.8
_MONEY = "金额"
_OFF = re.compile("优惠|减免|立减|让利|补贴|补助")
_PAYS = re.compile("(?:付|需|要|收|缴|交|花|只|仅|为)$")


def discounted(task: Task) -> Iterator[Outcome]:
    """Yield the price without what is taken off for those just told of, both of one fact."""
    if task.spot.unit.dimension != _MONEY or _PAYS.search(task.words) is None:
        return
    for off in task.reading.known.plain:
        if off.unit.dimension != _MONEY or not off.order or _OFF.search(off.near) is None:
            continue
        price = _price(task, off)
        if price is not None and _is_for_those_told(task, off):
            sides = plain_operands((price, off), _WEIGHT)
            left = arithmetic.difference(*(in_unit(o, task.spot) for o in sides))
            yield outcome(left, sides, "derived_diff", exact=True)


def _price(task: Task, off: Evidence) -> Evidence | None:
    """Return the first amount of money of the fact, where nothing says that it is taken off."""
    own = [e for e in task.reading.known.of_fact[off.fact] if e.place == off.place and e.unit.dimension == _MONEY]
    first = own[0] if own and own[0].at != off.at else None
    return first if first is not None and _OFF.search(first.near) is None else None


def _is_for_those_told(task: Task, off: Evidence) -> bool:
    """Say whether the number right before is the age that the fact tells before what it takes off, or it tells none."""
    who = task.reading.known.evidence[off.at - 1]
    if who.fact != off.fact or who.unit.dimension == _MONEY:
        return True
    return bool(task.spot.at) and task.reading.stated(task.spot.at - 1) == who
