"""What share the things have together that the clause before lists and counts: 占道、噪声两类最突出，占了六成多."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.steps_within import is_plain
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.5
_TWO = 2
_BACK = 5
_BARE = re.compile("(?:[合共]计?|总共|一共|就)*占(?:到|了|比|全部|总[数量]|的)*(?:约|近|超过?)*$")
_SEPARATE = re.compile("[、和与及]")


def shares_of_named_list(task: Task) -> Iterator[Outcome]:
    """Yield the share of the parts whose names the clause before lists, in what the sentence told of all."""
    reading, spot = task.reading, task.spot
    before = reading.spots[spot.at - 1] if spot.at else None
    counted = reading.backings.get(before.at) if before is not None else None
    if before is None or counted is None or counted.category != "count_of_list" or before.sentence != spot.sentence:
        return
    if not _BARE.match(task.words):
        return
    names = [n for n in _SEPARATE.split(reading.text[before.clause[0] : before.mention.start]) if n]
    near = reading.spots[max(0, spot.at - _BACK) : spot.at]
    wholes = [e for o in near if o.sentence == spot.sentence and (e := reading.stated(o.at)) is not None]
    for own in reading.known.of_fact.values():
        parts = [e for e in own if is_plain(task, e) and not e.prior and e.near in names]
        if len(parts) < _TWO or len(parts) != len(names) or len(parts) != before.value:
            continue
        for whole in (e for e in wholes if is_plain(task, e) and not e.prior and same_unit(e.unit, parts[0].unit)):
            *sides, base = plain_operands((*parts, whole), _WEIGHT)
            total = arithmetic.total([o.value * o.unit.size for o in sides])
            each = arithmetic.share(total.value, base.value * base.unit.size)
            if each is not None and total.value < base.value * base.unit.size:
                made = arithmetic.Derived(each.value, f"{total.reckoning}，{each.reckoning}")
                yield outcome(made, (*sides, base), "derived_percent")
