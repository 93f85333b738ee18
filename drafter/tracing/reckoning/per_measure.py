"""What comes on each unit of a measure that the draft tells in another: 每平方米2元 of 7万元 and 3.5公顷."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import UNITS

_WEIGHT = 0.8
_PARAGRAPH = 24
_EACH = re.compile(
    "(?:每|平均(?:每|一))(?P<unit>平方米|平方公里|公顷|亩|公里|千米|米|吨|公斤|千克)[\u4e00-\u9fff]{0,6}$"
)


def per_measure(task: Task) -> Iterator[Outcome]:
    """Yield the amount told right before over the number of that measure that its paragraph told last."""
    found = _EACH.search(task.words)
    top = task.reading.stated(task.spot.at - 1) if found is not None and task.spot.at else None
    if found is None or top is None or top.prior or top.unit.dimension != task.spot.unit.dimension:
        return
    if task.reading.spots[task.spot.at - 1].sentence != task.spot.sentence or not top.unit.dimension:
        return
    each = UNITS[found["unit"]]
    for other in reversed(task.reading.spots[max(0, task.spot.at - _PARAGRAPH) : task.spot.at - 1]):
        if "\n" in task.reading.text[other.unit_end : task.spot.mention.start]:
            return
        under = task.reading.stated(other.at)
        if under is None or under.unit.dimension != each.dimension or under.prior:
            continue
        amount, over = plain_operands((top, under), _WEIGHT)
        size = task.spot.unit.size / each.size
        mean = arithmetic.ratio(amount.value * amount.unit.size, over.value * over.unit.size * size)
        if mean is not None:
            yield outcome(mean, (amount, over), "derived_ratio")
