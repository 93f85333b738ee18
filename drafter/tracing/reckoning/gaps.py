"""What is lacking: 轿车900辆，车位500个，缺口400个, and what it shrank to when more was found: 缺口缩小到250个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import in_unit, total_of
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_BACK = 2
_PARAGRAPH = 16
_NOUN = 2
_GAP = re.compile("(?:缺口|缺额|供需差)(?!率)[^，。；0-9]{0,8}$")
_GAP_BEHIND = re.compile("的?(?:停车|车位|泊位|床位|供需)?(?:缺口|缺额)")
_SHRANK = re.compile(
    "(?:缺口|缺额|供需差)[^，。；]{0,16}(?:缩小|缩减|收窄|压缩|减少|下降|降低|减|降|缩)(?:到|至|为)[了约近]?$"
)
_CHANGED = re.compile("[缩减降窄补填]")
_THINGS = re.compile("[人户名位家]")
_AT_FIRST = re.compile("原[有来先]")
_BROUGHT_TO = re.compile(f"(?:{cues.CHANGED_TO}|达到?)[了约近]*$")
_NEED = re.compile("车(?:辆)?(?:总数|保有量)?$|需求|应有|申请|报名|轮候")


def gaps(task: Task) -> Iterator[Outcome]:
    """Yield what the need leaves without all that there is, and what all that there is comes to."""
    if _SHRANK.search(task.words):
        yield from _after_more(task)
        return
    told = _GAP.search(task.words)
    behind = _GAP_BEHIND.match(task.reading.text, task.spot.unit_end) is not None
    if behind or (told is not None and not _CHANGED.search(told.group())):
        yield from _at_first(task)
        yield from _of_sheet(task)
    elif _BROUGHT_TO.search(task.words):
        yield from _with_all_since(task)


def _at_first(task: Task) -> Iterator[Outcome]:
    """Yield what the two numbers told right before leave, the lesser of which is in the number's unit."""
    if task.spot.at < _BACK:
        return
    one, other = (_told(task, task.reading.spots[at]) for at in (task.spot.at - _BACK, task.spot.at - 1))
    if one is None or other is None:
        return
    less, more = sorted((one, other), key=lambda e: e.number or 0)
    counted = not (more.unit.dimension or less.unit.dimension) and more.prior <= less.prior
    if counted and same_unit(less.unit, task.spot.unit) and not _THINGS.fullmatch(less.unit.name):
        yield _left(task, more, [less])


def _of_sheet(task: Task) -> Iterator[Outcome]:
    """Yield what the one need of the sheet leaves without what there was at first, of which nobody need tell."""
    for have in _there_at_first(task):
        need = _need_of(task, have)
        if need is not None:
            yield _left(task, need, [have])


def _need_of(task: Task, have: Evidence) -> Evidence | None:
    """Return the one number of the sheet that tells how many would be needed, of more than there are."""
    needs = [
        e for e in task.reading.known.plain
        if _NEED.search(e.subject) and e.unit.name != have.unit.name and not (e.near or e.unit.dimension)
    ]  # fmt: skip
    return needs[0] if len(needs) == 1 and (needs[0].number or 0) > (have.number or 0) else None


def _there_at_first(task: Task) -> list[Evidence]:
    """Return what the labels say there was at first, in the number's unit: 原有车位500个."""
    known, forms = task.reading.known, task.reading.values.forms
    labelled = [f.id for f in known.facts if _AT_FIRST.match(f.label)]
    own = [
        e for fact in labelled for e in known.of_fact.get(fact, ()) if e.place == "value" and forms[e.at] == "number"
    ]
    return [e for e in own if e.unit.name == task.spot.unit.name and e.number and len(e.subject) >= _NOUN]


def _told(task: Task, spot: Spot) -> Evidence | None:
    """Return what a number of the paragraph states as it stands."""
    if "\n" in task.reading.text[spot.unit_end : task.spot.mention.start]:
        return None
    stated = task.reading.stated(spot.at)
    return stated if stated is not None and stated.number and spot.form == "number" else None


def _after_more(task: Task) -> Iterator[Outcome]:
    """Yield what the gap told before is without all that the draft has told since of what there is more of.

    Of a gap told in the same clause, 缺口由400个缩小到250个, that is what its sentence told before.
    """
    spots = task.reading.spots
    for gap in reversed(spots[max(0, task.spot.at - _PARAGRAPH) : task.spot.at]):
        backing = task.reading.backings.get(gap.at)
        lacked = backing is not None and backing.category == "derived_diff" and len(backing.evidence) == _BACK
        if backing is None or not lacked or not same_unit(gap.unit, task.spot.unit):
            continue
        known = (task.reading.known.evidence[at] for at in backing.evidence)
        need, have = sorted(known, key=lambda e: -(e.number or 0))
        within = [o for o in spots[max(0, gap.at - _PARAGRAPH) : gap.at] if o.sentence == task.spot.sentence]
        since = [*(within if gap.clause == task.spot.clause else ()), *spots[gap.at + 1 : task.spot.at]]
        more = _of_noun(task, have, [e for o in since if (e := _told(task, o)) is not None])
        more = [e for e in more if e.at not in backing.evidence]
        if more:
            yield _left(task, need, [have, *more])
        elif gap.clause == task.spot.clause:
            yield _left(task, need, [have, *(e for e in _of_noun(task, have, task.reading.known.plain) if e != have)])
        return
    yield from _of_total_told(task)


def _of_total_told(task: Task) -> Iterator[Outcome]:
    """Yield what the one need leaves without all that was just told together: 车位增加到700个，缺口降至200个."""
    backing = task.reading.backings.get(task.spot.at - 1)
    if backing is None or backing.category != "derived_sum":
        return
    all_there_is = [task.reading.known.evidence[at] for at in backing.evidence]
    for have in _there_at_first(task):
        need = _need_of(task, have) if have in all_there_is else None
        if need is not None:
            yield _left(task, need, [have, *(e for e in all_there_is if e != have)])


def _of_noun(task: Task, have: Evidence, some: Sequence[Evidence]) -> list[Evidence]:
    """Return those of some numbers that count more of what there was, in its unit: 新划车位, 共享车位."""
    noun = have.subject[-_NOUN:]
    alike = [e for e in dict.fromkeys(some) if e.unit.name == have.unit.name and noun in e.subject + e.near]
    return alike if len(noun) == _NOUN else []


def _with_all_since(task: Task) -> Iterator[Outcome]:
    """Yield what there was at first comes to with all that the sheet tells there is more of: 车位增加到790个."""
    for have in _there_at_first(task):
        more = [e for e in _of_noun(task, have, task.reading.known.plain) if e.at != have.at and not e.prior]
        named = have.subject[-_NOUN:] in task.words
        if named and more and all(e.subject.endswith(have.subject[-_NOUN:]) for e in more):
            yield total_of(plain_operands((have, *more), _WEIGHT), task.spot)


def _left(task: Task, need: Evidence, have: Sequence[Evidence]) -> Outcome:
    sides = plain_operands((need, *have), _WEIGHT)
    return outcome(arithmetic.difference(*(in_unit(o, task.spot) for o in sides)), sides, "derived_diff", exact=True)
