"""Reckonings with all of several facts or parts: 市级以上13人 of two levels, 覆盖率 of a list, the mean of quarters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.levels import rank
from drafter.tracing.operands import Operand, is_total, peoples, plain_operands
from drafter.tracing.play import meant_by
from drafter.tracing.reckoning.adding import in_unit, total_of
from drafter.tracing.reckoning.named_totals import of_signs
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.stretches import spoken_of
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_FEW = 2
_PEOPLE = frozenset(("人", "名", "位"))
_FROM_LEVEL = re.compile("(?P<level>[\u4e00-\u9fff]级)(?:及其?)?以上(?P<name>[\u4e00-\u9fff]{2,8})$")
_RATE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,10}?)(?:覆盖|普及|参与)?(?:率|面)[^，。；0-9]{0,3}$")
_WHOLE = re.compile(r"占(?:到|了)?(?P<whole>[\u4e00-\u9fff]{2,6}?)(?:总数|总量|人数)?的(?:约|近)?$")
_MEAN = re.compile(r"每个?(?P<each>季度|月)|(?P<mean>[季月])均")
_AGED = re.compile(r"(?P<age>\d{1,3}周?岁(?:及?以[上下])?)[^，。；0-9]{0,10}(?:占比?|比重|比例)[^，。；0-9]{0,6}$")
_SPANS = {"季": 3, "月": 1}


def levels_by_label(task: Task) -> Iterator[Outcome]:
    """Yield the total of the facts of a level and of all above it: 省级骨干 and 市级骨干 make 市级以上骨干."""
    found = _FROM_LEVEL.search(task.words)
    least = rank(found["level"]) if found is not None else -1
    if found is None or least < 0:
        return
    known = [
        e for e in task.reading.known.plain
        if e.place == "value" and same_unit(e.unit, task.spot.unit) and e.subject.endswith(found["name"])
    ]  # fmt: skip
    own = [e for e in known if rank(e.subject) >= least and e.subject[_FEW:] == found["name"]]
    if len(own) >= _FEW:
        yield total_of(plain_operands(own, _WEIGHT), task.spot)


def share_of_lists(task: Task) -> Iterator[Outcome]:
    """Yield the shares whose part or whole is several numbers together, or that a told age names."""
    yield from _rate_of_list(task)
    yield from _share_of_both(task)
    yield from _share_of_aged(task)


def _rate_of_list(task: Task) -> Iterator[Outcome]:
    """Yield the rate of all that one fact lists in all there are: 星级户 of three grades in 农户."""
    found = None if cues.SURVEYED.search(task.words) else _RATE.search(task.words)
    for label, fact in task.reading.known.several if found is not None else ():
        if found is None or len(label) < _FEW or not found["name"].endswith(label):
            continue
        own = [e for e in task.reading.known.of_fact[fact] if e.place != "label"]
        alike = all(e.place == "value" and e.number is not None and e.unit == own[0].unit and e.near for e in own)
        if alike and not any("其中" in e.near for e in own):
            yield from _among_totals(task, plain_operands(own, _WEIGHT))


def beside_list(task: Task, found: Outcome) -> bool:
    """Say whether a share is of another age than the words tell, or of one part where they name a whole list."""
    if found.category != "derived_percent" or not found.operands or len(found.operands[0].evidence) != 1:
        return False
    part = task.reading.known.evidence[found.operands[0].evidence[0]]
    aged = _AGED.search(task.reading.text, task.spot.clause[0], task.spot.mention.start)
    if aged is not None:
        named = [f.id for f in task.reading.known.facts if aged["age"] in f.label]
        return bool(named) and part.fact not in named
    rate = _RATE.search(task.words) if len(found.operands) == _FEW and part.near else None
    label = task.reading.known.by_id[part.fact].label
    if rate is None or len(label) < _FEW or not rate["name"].endswith(label) or part.near in task.words:
        return False
    own = [e for e in task.reading.known.of_fact[part.fact] if e.place == "value" and e.unit == part.unit]
    return len(own) > 1 and found.operands[1].facts != (part.fact,)


def _share_of_both(task: Task) -> Iterator[Outcome]:
    """Yield the share of what was told last in the two that a short word has a sign of each: 护士 of 医护人员."""
    found = _WHOLE.search(task.words)
    both = of_signs(task.reading.known.plain, found["whole"]) if found is not None else []
    part = _told_last(task)
    if len(both) == _FEW and part is not None and part.at in {e.at for e in both} and both[0].unit == both[1].unit:
        sides = plain_operands([part, *(e for e in both if e.at != part.at)], _WEIGHT)
        each = arithmetic.share(sides[0].value, arithmetic.total([o.value for o in sides]).value)
        if each is not None:
            yield outcome(each, sides, "derived_percent")


def _share_of_aged(task: Task) -> Iterator[Outcome]:
    """Yield the share of those of an age, which the words before the share tell, in all people: 60岁以上占20%."""
    found = _AGED.search(task.reading.text, task.spot.clause[0], task.spot.mention.start)
    for e in task.reading.known.plain if found is not None else ():
        if found is not None and e.place == "value" and found["age"] in task.reading.known.by_id[e.fact].label:
            yield from _among_totals(task, plain_operands([e], _WEIGHT))


def _among_totals(task: Task, parts: list[Operand]) -> Iterator[Outcome]:
    """Yield the share of some parts together in the totals of their unit."""
    size = sum((o.value for o in parts), Decimal(0))
    for whole in task.reading.silent.passing(is_total, ""):
        if same_unit(whole.unit, parts[0].unit) and whole.value >= size and peoples(whole) and whole not in parts:
            each = arithmetic.share(size, whole.value)
            if each is not None and all(whole.facts != o.facts for o in parts):
                yield outcome(each, (*parts, whole), "derived_percent")


def _told_last(task: Task) -> Evidence | None:
    """Return what the number right before states, or should state where it is wrong."""
    at = task.spot.at - 1
    if at < 0 or task.reading.spots[at].sentence != task.spot.sentence:
        return None
    meant = [] if at in task.reading.backings else meant_by(task.reading, task.reading.spots[at])
    return task.reading.known.evidence[meant[0]] if len(meant) == 1 else task.reading.stated(at)


def mean_of_stretches(task: Task) -> Iterator[Outcome]:
    """Yield the mean of a quantity that the sheet states by quarters or months: 平均每季度走访392.5户."""
    found = _MEAN.search(task.words)
    if found is None:
        return
    span = _SPANS[(found["each"] or found["mean"])[0]]
    for series in spoken_of(task.reading.series, task.spot.unit, task.words):
        parts = plain_operands([series.parts[s] for s in sorted(series.parts)], _WEIGHT)
        months = sum(last - first + 1 for first, last in series.parts)
        if months == task.reading.known.period.months and months % span == 0 and same_unit(series.unit, task.spot.unit):
            total = arithmetic.total([in_unit(o, task.spot) for o in parts])
            each = arithmetic.ratio(total.value, Decimal(months // span))
            if each is not None:
                worded = f"{total.reckoning}，{each.reckoning}"
                yield outcome(arithmetic.Derived(each.value, worded), parts, "derived_ratio")
