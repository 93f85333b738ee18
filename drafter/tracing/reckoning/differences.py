"""Differences that the words name: 女孩比男孩多8名, 年初的7200册, 采用210条，较上年增加21条, 还剩83户265人."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import operand, plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.free_sums import leaves_rest
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.reckoning.told_totals import total_before
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_BACK = 3
_SHORT = 2
_NAMED_SIDES = re.compile(
    r"(?P<one>[\u4e00-\u9fff]{0,8})比(?P<other>[\u4e00-\u9fff]{1,8}?)(?:的|人数|数量|还|要)*(?:[多少高低]|增|减)[\u4e00-\u9fff]{0,2}$"
)
_BEYOND = re.compile(r"(?P<more>[一-鿿]{2,8})超(?:出|过)?(?P<less>[一-鿿]{2,8}?)(?:的|约|近)?$")
_ADDED = re.compile(r"新增|新购|新添|新建|新装|净增|增加")
_FROM = re.compile("[由从][^，。；0-9]{0,4}$")
_GROWS = re.compile("[^，。；0-9]{0,4}(?:增|扩|发展|提高|上升)[^，。；0-9]{0,2}[到至为]")
_NOT = re.compile("不|未|没")


def named_differences(task: Task) -> Iterator[Outcome]:
    """Yield the differences whose sides the words name or have just told."""
    yield from _of_named_sides(task)
    yield from _of_only_pair(task)
    yield from _beyond(task)
    yield from total_before(task)
    yield from _level_before(task)
    yield from _of_same_facts(task)
    yield from _beside_rate(task)


def _of_named_sides(task: Task) -> Iterator[Outcome]:
    """Yield how far apart two facts are that stand on both sides of 比; the first may have just been told."""
    found = _NAMED_SIDES.search(task.words)
    if found is None or cues.PRIOR.search(found["other"]):
        return
    told = _told(task, task.spot.at - 1) if not found["one"] else []
    for one in told or list(_called(task, found["one"])):
        for other in _called(task, found["other"]):
            if one.at != other.at and one.number and other.number and same_unit(one.unit, other.unit):
                yield _gap(task, one, other)


def _beyond(task: Task) -> Iterator[Outcome]:
    """Yield by how much one fact exceeds another one: 开放床位超编制80张 of 编制床位."""
    found = _BEYOND.search(task.words)
    for more in _called(task, found["more"]) if found is not None else ():
        for less in _called(task, found["less"]) if found is not None else ():
            if more.at != less.at and same_unit(more.unit, less.unit) and (more.number or 0) > (less.number or 0):
                yield _gap(task, more, less)


def _called(task: Task, name: str) -> Iterator[Evidence]:
    """Yield the evidence that a name means: its label or own words hold the name, or the other way round."""
    for e in _plain(task):
        own = e.near or e.subject
        if own and (own in name or name in own or (len(own) < _SHORT and own in name)):
            yield e


def _of_only_pair(task: Task) -> Iterator[Outcome]:
    """Yield the change of the one quantity that the sheet states for two times in that very unit: 用纸减少260包."""
    if not cues.DIFFERENCE.search(task.words) or task.spot.unit.name in ("", "个", "人", "名", "户", "次", "项"):
        return
    pairs = [c for c in task.reading.comparisons if c.now.unit == task.spot.unit and not c.increase]
    if len(pairs) == 1 and pairs[0].now.number is not None and pairs[0].before.number is not None:
        now, before = pairs[0].now, pairs[0].before
        fell = (now.number or 0) < (before.number or 0)
        if bool(cues.DOWN.search(task.words)) == fell:
            yield _gap(task, now, before)


def _level_before(task: Task) -> Iterator[Outcome]:
    """Yield what a quantity was before what came on top of it: 藏书8400册 with 1200册 new ones was 7200册."""
    grows = _FROM.search(task.words) and _GROWS.match(task.reading.text, task.spot.unit_end)
    if not (grows or cues.PRIOR.search(task.words)):
        return
    for gain in (e for e in _plain(task) if _ADDED.match(e.subject) and same_unit(e.unit, task.spot.unit)):
        noun = _ADDED.sub("", gain.subject)
        for whole in _plain(task):
            kin = (
                whole.at != gain.at
                and whole.unit == gain.unit
                and noun
                and (noun in whole.subject or noun[-1:] == whole.subject[-1:])
            )
            if kin and whole.number and gain.number and whole.number > gain.number and not _ADDED.match(whole.subject):
                yield _gap(task, whole, gain)


def _of_same_facts(task: Task) -> Iterator[Outcome]:
    """Yield what is left in the next unit of the two facts whose difference was just told: 还剩83户265人."""
    before = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    backing = task.reading.backings.get(task.spot.at - 1)
    if before is None or backing is None or backing.category != "derived_diff" or len(backing.evidence) != _SHORT:
        return
    between = task.reading.text[before.unit_end : task.spot.mention.start]
    if between not in ("", "、", "，"):
        return
    known = [task.reading.known.evidence[at] for at in backing.evidence]
    sides = [
        next((e for e in _plain(task) if e.fact == k.fact and e.unit == task.spot.unit and e.order > k.order), None)
        for k in known
    ]
    if sides[0] is not None and sides[1] is not None and sides[0].at != sides[1].at:
        yield _gap(task, sides[0], sides[1])


def _beside_rate(task: Task) -> Iterator[Outcome]:
    """Yield what a rate that a fact states leaves of the number told before it: 2500人，合格率90.4%，240人不合格."""
    behind = task.reading.text[task.spot.unit_end : task.spot.after[1]]
    if not (leaves_rest(task) or _NOT.search(behind)):
        return
    for at in range(task.spot.at - 1, max(0, task.spot.at - _BACK) - 1, -1):
        rates = [e for e in _told(task, at) if task.reading.spots[at].form == "share"]
        wholes = _told(task, at - 1) if rates and at else []
        for rate in rates:
            for whole in (w for w in wholes if same_unit(w.unit, task.spot.unit) and w.number):
                sides = [
                    o for o in (operand(rate, "share", _WEIGHT), *plain_operands([whole], _WEIGHT)) if o is not None
                ]
                left = arithmetic.part_of(100 - sides[0].value, sides[1].value)
                rounded = arithmetic.Derived(left.value.to_integral_value(), left.reckoning)
                yield outcome(rounded, sides, "derived_ratio", exact=True)


def _told(task: Task, at: int) -> list[Evidence]:
    """Return the one piece of evidence that a number of the sentence before this one states."""
    e = task.reading.stated(at)
    return [e] if e is not None and task.reading.spots[at].sentence == task.spot.sentence else []


def _plain(task: Task) -> Iterator[Evidence]:
    return (e for e in task.reading.known.evidence if e.place != "label" and e.number is not None and not e.prior)


def _gap(task: Task, one: Evidence, other: Evidence) -> Outcome:
    sides = sorted(plain_operands([one, other], _WEIGHT), key=lambda o: -o.amount)
    return outcome(arithmetic.difference(*(in_unit(o, task.spot) for o in sides)), sides, "derived_diff", exact=True)
