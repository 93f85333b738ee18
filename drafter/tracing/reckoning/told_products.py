"""Totals of numbers just told that are no plain sum: so many at so much each, both sides of a ratio."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic, cues
from drafter.tracing.operands import Operand, plain_operands
from drafter.tracing.reckoning.adding import total_of
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_BOTH = re.compile(r"(?:两|二|这两|上述两)[\u4e00-\u9fff]")
_WEIGHT = 0.8
_RATED = 3
_BOTH_SIDES = 2
_AT_RATE = re.compile(r"按[^，。；]*(?:均|每)[^，。；]*$")
_RECKONED = re.compile("[^，。；0-9]{0,4}(?:计算?|标准|折算|测算|估算|的水平)")
_SINGLE = re.compile("(?:单|每个?|一个?)(?P<what>[\u4e00-\u9fff])[^，。；0-9]*$")


def of_products(task: Task) -> Iterator[Outcome]:
    """Yield what several counts at so much each, just told, come to: 168名每月100元、22名每月200元，共21200元.

    What was told in the number's unit beside them comes on top: 广场2个，每个600平方米，活动室300平方米，共1500平方米.
    """
    here = (o for o in task.play if 0 <= o.spot < task.spot.at and not (o.share or o.prior or o.reasoned))
    told = {o.spot: o for o in here if task.reading.spots[o.spot].sentence == task.spot.sentence}
    pairs: list[tuple[Operand, Operand]] = []
    for at in sorted(told):
        count, rate = told[at], told.get(at + 1)
        if rate is None or not same_unit(rate.unit, task.spot.unit) or count.unit.dimension:
            continue
        first, second = task.reading.spots[at], task.reading.spots[at + 1]
        if "每" in task.reading.text[first.mention.start : second.mention.start]:
            pairs.append((count, rate))
    rates = [rate for _, rate in pairs]
    alone = (
        [o for o in told.values() if o.unit == task.spot.unit and o not in rates] if task.spot.unit.dimension else []
    )
    if len(pairs) > 1 or (pairs and alone and cues.JOINT.search(task.words)):
        amounts = [c.value * r.value * r.unit.size / task.spot.unit.size for c, r in pairs[:_RATED]]
        total = arithmetic.total([*amounts, *(o.value for o in alone)])
        yield outcome(total, [*(o for pair in pairs for o in pair), *alone], "derived_sum", exact=True)


def at_told_rate(task: Task) -> Iterator[Outcome]:
    """Yield what a count told comes to at a rate told: 147起，按户均1.2万元计算; 单班72课时，六个班共432课时."""
    spots, spot = task.reading.spots, task.spot
    near = [spots[at] for at in range(spot.at - 1, max(-1, spot.at - 1 - _RATED), -1)]
    near = [o for o in near if o.sentence == spot.sentence and o.mention.kind == "claim" and o.form == "number"]
    if len(near) < _BOTH_SIDES:
        return
    last, first = near[0], near[1]
    ahead = cues.ahead(task.reading.text, last)
    if _AT_RATE.search(ahead) and _RECKONED.match(task.reading.text, last.unit_end):
        pair = first, last
    elif last.clause == spot.clause and cues.JOINT.search(task.reading.text[last.unit_end : spot.mention.start]):
        noun = task.reading.text[last.unit_end - 1 : last.unit_end + 2]
        single = _SINGLE.search(cues.ahead(task.reading.text, first))
        if single is None or single["what"] not in noun:
            return
        pair = last, first
    else:
        return
    count, rate = (next((o for o in task.play if o.spot == side.at), None) for side in pair)
    if count is None or rate is None or not same_unit(rate.unit, spot.unit) or count.share or count.unit.dimension:
        return
    product = arithmetic.product(count.value, rate.value * rate.unit.size / spot.unit.size)
    yield outcome(product, (count, rate), "derived_ratio", exact=True)


def of_compared(task: Task) -> Iterator[Outcome]:
    """Yield what the two sides of the ratio told right before come to: 是党员的1.5倍，两支力量共有250人."""
    if not (cues.JOINT.search(task.words) and _BOTH.match(task.words)) or not task.spot.at:
        return
    for other in reversed(task.reading.spots[max(0, task.spot.at - _RATED) : task.spot.at]):
        backing = task.reading.backings.get(other.at)
        if backing is not None and backing.category in ("derived_ratio", "derived_percent"):
            sides = [task.reading.known.evidence[at] for at in backing.evidence]
            alike = all(e.number is not None and not e.prior and same_unit(e.unit, task.spot.unit) for e in sides)
            if len(sides) == 2 and alike and other.sentence == task.spot.sentence:
                yield total_of(plain_operands(sides, _WEIGHT), task.spot)
            return
