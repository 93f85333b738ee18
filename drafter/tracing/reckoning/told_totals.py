"""What a total just told came to in the period before, and how it changed: 两类共37起，比上年的57起减少20起."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, operand, plain_operands
from drafter.tracing.reading import Backing
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_BACK = 4
_TWO = 2
_REACH = 8
_ADDS_NAMED = re.compile("(?:加上|连同|算上)(?P<name>[\u4e00-\u9fff]{2,10})(?:[，,]|共|合计)")
_WITH_PART = re.compile("(?:加上|连同|算上)(?P<name>[\u4e00-\u9fff]{2,10}?)(?:共|合计|总共|一共)[\u4e00-\u9fff]{0,3}$")
_ADDED = re.compile("加上|连同|外加|加之")


def total_before(task: Task) -> Iterator[Outcome]:
    """Yield what the total told last came to in the period before, or by how much it changed since."""
    changes = cues.DIFFERENCE.search(task.words)
    if not (changes or cues.PRIOR.search(task.words)):
        return
    for now, before in _totals(task):
        if not same_unit(now[0].unit, task.spot.unit):
            continue
        if not changes:
            yield outcome(arithmetic.total([o.value for o in before]), before, "derived_sum", exact=True)
        elif (_sum(now) < _sum(before)) == bool(cues.DOWN.search(task.words)):
            more, less = sorted((_sum(now), _sum(before)), reverse=True)
            yield outcome(arithmetic.difference(more, less), (*now, *before), "derived_diff", exact=True)


def with_what_was_added(task: Task) -> Iterator[Outcome]:
    """Yield the total of the two amounts that 加上 puts together: 结余6万元，加上年初结余12万元，共18万元."""
    yield from _with_named(task)
    yield from _with_part(task)
    first, second = task.spot.at - 2, task.spot.at - 1
    if first < 0 or task.reading.spots[first].sentence != task.spot.sentence:
        return
    between = task.reading.text[task.reading.spots[first].unit_end : task.reading.spots[second].mention.start]
    sides = [next((o for o in task.play if o.spot == at), None) for at in (first, second)]
    if _ADDED.search(between) and None not in sides:
        told = [o for o in sides if o is not None and same_unit(o.unit, task.spot.unit) and not o.share]
        if len(told) == _TWO:
            yield outcome(arithmetic.total([in_unit(o, task.spot) for o in told]), told, "derived_sum", exact=True)


def _with_named(task: Task) -> Iterator[Outcome]:
    """Yield the total of the number right before and of the fact that 加上 names: 18个分馆加上流动服务点."""
    told = task.reading.stated(task.spot.at - 1) if task.spot.at else None
    before = task.reading.spots[task.spot.at - 1] if told is not None else None
    if told is None or before is None or before.sentence != task.spot.sentence:
        return
    added = _ADDS_NAMED.search(task.reading.text[before.unit_end : task.spot.mention.start])
    for e in task.reading.known.plain if added is not None else ():
        if added is not None and e.subject == added["name"] and same_unit(e.unit, task.spot.unit) and e.at != told.at:
            sides = plain_operands((told, e), _WEIGHT)
            yield outcome(arithmetic.total([in_unit(o, task.spot) for o in sides]), sides, "derived_sum", exact=True)


def _with_part(task: Task) -> Iterator[Outcome]:
    """Yield the total of a fact's parts where 连同 adds one of them to the other: 连同街道级驿站共建成10个."""
    added = _WITH_PART.search(task.words)
    for _, fact in task.reading.known.several if added is not None else ():
        own = [e for e in task.reading.known.of_fact[fact] if e.place == "value" and e.number and not e.prior]
        named = [e for e in own if added is not None and e.near and e.near in added["name"]]
        alike = all(e.near and same_unit(e.unit, task.spot.unit) for e in own)
        if len(own) == _TWO and len(named) == 1 and alike:
            sides = plain_operands(own, _WEIGHT)
            yield outcome(arithmetic.total([in_unit(o, task.spot) for o in sides]), sides, "derived_sum", exact=True)


def left_of_told_total(task: Task) -> Iterator[Outcome]:
    """Yield what the total told right before leaves of what the paragraph told before: 73户，累计脱贫69户，剩余4户."""
    before = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    backing = task.reading.backings.get(task.spot.at - 1)
    if before is None or backing is None or before.sentence != task.spot.sentence or not cues.REST.search(task.words):
        return
    parts = [task.reading.known.evidence[at] for at in backing.evidence]
    if backing.category != "derived_sum" or not same_unit(before.unit, task.spot.unit):
        return
    total = sum((e.number or Decimal(0) for e in parts), Decimal(0))
    for other in reversed(task.reading.spots[max(0, before.at - _REACH) : before.at]):
        whole = task.reading.stated(other.at)
        if "\n" in task.reading.text[other.unit_end : before.mention.start]:
            return
        if whole is not None and whole.unit == parts[0].unit and whole not in parts and (whole.number or 0) > total:
            sides = plain_operands((whole, *parts), _WEIGHT)
            left = arithmetic.difference(*(in_unit(o, task.spot) for o in sides))
            yield outcome(left, sides, "derived_diff", exact=True)
            return


def growth_of_total(task: Task) -> Iterator[Outcome]:
    """Yield by how many per cent the total told last grew or fell."""
    if not cues.GROWTH.search(task.words):
        return
    for now, before in _totals(task):
        change = arithmetic.growth(_sum(now), _sum(before))
        if change is not None and (change.value < 0) == bool(cues.DOWN.search(task.words)):
            yield outcome(arithmetic.Derived(abs(change.value), change.reckoning), (*now, *before), "derived_percent")


def of_same_things(task: Task) -> Iterator[Outcome]:
    """Yield what the parts of the sum told right before come to in another unit: 演出、展览72场惠及6.6万人次."""
    backing = task.reading.backings.get(task.spot.at - 1)
    if backing is None or backing.category != "derived_sum" or len(backing.evidence) < _TWO:
        return
    if task.reading.spots[task.spot.at - 1].clause != task.spot.clause:
        return
    parts = [_counterpart(task, task.reading.known.evidence[at]) for at in backing.evidence]
    used = [o for o in parts if o is not None]
    if len(used) == len(parts) == len({o.evidence for o in used}):
        yield outcome(arithmetic.total([in_unit(o, task.spot) for o in used]), used, "derived_sum", exact=True)


def _counterpart(task: Task, part: Evidence) -> Operand | None:
    """Return the number in the spot's unit that goes with a part: of its own fact, or of one that names it."""
    alike = [e for e in task.reading.known.plain if same_unit(e.unit, task.spot.unit) and e.at != part.at]
    own = [e for e in alike if e.fact == part.fact]
    found = own or [e for e in alike if len(part.subject) >= _TWO and part.subject in e.subject]
    return operand(found[0], "number", _WEIGHT) if len(found) == 1 else None


def _totals(task: Task) -> Iterator[tuple[list[Operand], list[Operand]]]:
    """Yield the parts of the sum that the sentence told last, of this period and of the one before."""
    earlier = {c.now.at: c.before for c in task.reading.comparisons if not c.increase}
    for other in reversed(task.reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]):
        backing = task.reading.backings.get(other.at)
        if other.sentence != task.spot.sentence:
            return
        if backing is not None and backing.category == "count_of_list" and other.clause == task.spot.clause:
            parts = _counted(task, backing)
            if parts:
                yield plain_operands(parts, _WEIGHT), plain_operands([earlier[e.at] for e in parts], _WEIGHT)
                return
        if backing is None or len(backing.evidence) < _TWO:
            continue
        if backing.category != "derived_sum" and not (backing.category == "derived_diff" and _of_pairs(task, backing)):
            continue
        parts = [e for at in backing.evidence if not (e := task.reading.known.evidence[at]).prior]
        if len(parts) > 1 and all(e.at in earlier for e in parts):
            yield plain_operands(parts, _WEIGHT), plain_operands([earlier[e.at] for e in parts], _WEIGHT)
            return


def _counted(task: Task, backing: Backing) -> list[Evidence]:
    """Return what the facts just counted state, where each has one number and that of the period before: 两季学员."""
    own = [[c.now for c in task.reading.comparisons if c.now.fact == fact and not c.increase] for fact in backing.facts]
    parts = [known[0] for known in own if len(known) == 1]
    alike = len(parts) == len(own) > 1 and all(same_unit(e.unit, parts[0].unit) for e in parts)
    return parts if alike else []


def _of_pairs(task: Task, backing: Backing) -> bool:
    """Say whether a number told is a change of several quantities together: 两项合计减少10起."""
    used = set(backing.evidence)
    pairs = [c for c in task.reading.comparisons if not c.increase and {c.now.at, c.before.at} <= used]
    return len(pairs) > 1 and len(used) == _TWO * len(pairs)


def _sum(parts: list[Operand]) -> Decimal:
    return sum((o.value for o in parts), Decimal(0))


def added_to_make(task: Task) -> Iterator[Outcome]:
    """Yield what makes a total told right behind of the number told right before: 装好11部，加上往年的8部，累计19部."""
    spots, at = task.reading.spots, task.spot.at
    if not 0 < at < len(spots) - 1 or _ADDED.search(task.words) is None:
        return
    before, behind = task.reading.stated(at - 1), task.reading.stated(at + 1)
    together = cues.TOGETHER.search(cues.ahead(task.reading.text, spots[at + 1]))
    if before is None or behind is None or not together or spots[at + 1].sentence != task.spot.sentence:
        return
    if same_unit(before.unit, task.spot.unit) and same_unit(behind.unit, task.spot.unit):
        sides = plain_operands((behind, before), _WEIGHT)
        left = arithmetic.difference(*(in_unit(o, task.spot) for o in sides))
        if left.value > 0:
            yield outcome(left, sides, "derived_diff", exact=True)
