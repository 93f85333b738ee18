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
_BACK = 4
_MONEY = "金额"
_OFF = re.compile("优惠|减免|立减|让利|补贴|补助")
_PRICE = re.compile("价格|单价|票价|定价|餐标|收费|造价")
_PAYS = re.compile("(?:付|需|要|收|缴|交|花|只|仅|为|余下|剩下|剩余|其余|自付|自筹)$")


def discounted(task: Task) -> Iterator[Outcome]:
    """Yield the price without what is taken off for those just told of, both of one fact."""
    if task.spot.unit.dimension != _MONEY or _PAYS.search(task.words) is None:
        return
    for off in task.reading.known.plain:
        if off.unit.dimension != _MONEY or _OFF.search(f"{off.near} {off.subject}") is None:
            continue
        price = _price(task, off)
        if price is not None and _is_for_those_told(task, off):
            sides = plain_operands((price, off), _WEIGHT)
            left = arithmetic.difference(*(in_unit(o, task.spot) for o in sides))
            yield outcome(left, sides, "derived_diff", exact=True)


def _price(task: Task, off: Evidence) -> Evidence | None:
    """Return the first amount of the fact, where nothing says that it is taken off; or the price told before."""
    own = [e for e in task.reading.known.of_fact[off.fact] if e.place == off.place and e.unit.dimension == _MONEY]
    if own and own[0].at != off.at and not _OFF.search(own[0].near):
        return own[0]
    told = [task.reading.stated(o.at) for o in task.reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]]
    prices = [e for e in told if e is not None and e.unit.dimension == _MONEY and _PRICE.search(e.subject)]
    return prices[-1] if prices and prices[-1].fact != off.fact and off in told else None


def _is_for_those_told(task: Task, off: Evidence) -> bool:
    """Say whether the number right before is the age that the fact tells before what it takes off, or it tells none."""
    who = task.reading.known.evidence[off.at - 1] if off.order else off
    if who.fact != off.fact or who.unit.dimension == _MONEY:
        return True
    return bool(task.spot.at) and task.reading.stated(task.spot.at - 1) == who
