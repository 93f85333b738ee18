"""Free sums and differences: of what goes together by its words, its fact or its place in the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from drafter.tracing import arithmetic, cues
from drafter.tracing.levels import rises
from drafter.tracing.operands import Operand, related
from drafter.tracing.reckoning.adding import in_unit, names_just_one, total_of
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.reckoning.totals import turns
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit

_CLEARLY = 0.5
_FAIRLY = 0.4
_TELLING = 100
_UNDONE = re.compile(
    r"^(?:[0-9]+[人户名个])?[^，,。；;0-9]{0,6}(?:未|仍|没|不(?=合格|达标|满意|及格|符合|规范)|缺|正在|在办|待[^遇]|挂账|转入|限期|暂缓|列入|顺延|延期|结转|留待|移交)|^[^，,。；;0-9]{0,12}外(?=[，,。]|均|都|全|其余|已)"
)
_LEVEL = re.compile(r"([\u4e00-\u9fff]{1,3}?)(?:级|星级?|等)?[及]?以上")
_HAS_LEVEL = re.compile("级|全国|国家")
_SURPASSES = re.compile(r"超出[^，。；0-9]+$|比[^，。；0-9]+多(?:了|出)?$")
_MOST_PARTS = 6
_JUST = 3
_PAIRED = 10


def free_sums(task: Task, pool: Sequence[Operand]) -> Iterator[Outcome]:
    """Yield sums of two operands that go together, and of the numbers right before in the clause."""
    alike = [o for o in pool if not (o.share or o.mean) and same_unit(o.unit, task.spot.unit) and o.unit.name]
    grown = bool(re.search(r"总|达|增至|扩至|共", task.words))
    for one, other in combinations(alike, 2):
        if one.prior != other.prior and not grown:
            continue
        if task.near(float(in_unit(one, task.spot) + in_unit(other, task.spot))) and (
            _kindred(one, other) or _side_by_side(task, one, other)
        ):
            yield total_of((one, other), task.spot)
    listed = sorted(
        (o for o in pool if 0 <= o.spot < task.spot.at and _reaches(task, o) and not (o.share or o.unit.dimension)),
        key=lambda o: -o.spot,
    )
    if cues.JOINT.search(task.words):
        same = [o for o in alike if 0 <= o.spot < task.spot.at and not (o.reasoned or o.prior)]
        same.sort(key=lambda o: -o.spot)
        for count in range(3, min(len(same), _MOST_PARTS) + 1):
            yield total_of(same[:count], task.spot)
    for count in range(2, min(len(listed), _MOST_PARTS) + 1):
        if listed[count - 1].spot == task.spot.at - count:
            yield total_of(listed[:count], task.spot)


def of_whole_fact(task: Task, pool: Sequence[Operand]) -> Iterator[Outcome]:
    """Yield the total of all numbers of one fact that the words name: 五星6名、四星14名、三星38名."""
    fits = task.reading.fits[task.spot.at]
    alike = [o for o in pool if not o.share and same_unit(o.unit, task.spot.unit) and o.unit.name]
    for fact in dict.fromkeys(o.facts[0] for o in alike if len(o.facts) == 1 and not o.reasoned):
        parts = [o for o in alike if o.facts == (fact,) and not (o.reasoned or o.prior)]
        named = len(parts) > 1 and max(fits.close(o.evidence[0]) for o in parts) >= _CLEARLY
        if named and not names_just_one(task, parts):
            yield total_of(parts, task.spot)


def of_levels(task: Task, pool: Sequence[Operand]) -> Iterator[Outcome]:
    """Yield the total of the levels of one fact from a named one up: 省级以上."""
    named = _level_named(task)
    if named is None:
        return
    for fact in dict.fromkeys(o.facts[0] for o in pool if len(o.facts) == 1 and not o.reasoned):
        alike = [o for o in pool if o.facts == (fact,) and not (o.reasoned or o.share)]
        parts = sorted((o for o in alike if same_unit(o.unit, task.spot.unit)), key=lambda o: o.evidence)
        nears = [task.reading.known.evidence[o.evidence[0]].near for o in parts]
        if any("级" in near for near in nears):  # 推荐10户 names no level
            parts = [o for o, near in zip(parts, nears, strict=True) if _HAS_LEVEL.search(near)]
            nears = [near for near in nears if _HAS_LEVEL.search(near)]
        last = [n for n, near in enumerate(nears) if named.group(1)[-1] in near]
        rising = rises(nears)
        if last and rising and last[0] < len(parts) - 1:
            yield total_of(parts[last[0] :], task.spot)
        elif last and not rising and last[0] > 0:
            yield total_of(parts[: last[0] + 1], task.spot)


def _level_named(task: Task) -> re.Match[str] | None:
    """Return the level before the number, or behind it: 省级以上5项, 6人获县级以上表彰."""
    return _LEVEL.search(task.words) or _LEVEL.search(task.reading.text[slice(*task.spot.after)])


def levels_told(task: Task) -> Iterator[Outcome]:
    """Yield the same of a fact whose numbers the sentence has told: 非遗15项，省级以上5项."""
    if _level_named(task) is None:
        return
    near = task.reading.spots[max(0, task.spot.at - _JUST) : task.spot.at]
    backings = [task.reading.backings.get(o.at) for o in near if o.sentence == task.spot.sentence]
    facts = {fact for b in backings if b is not None for fact in b.facts}
    known = [o for e in task.reading.known.plain if e.fact in facts and (o := task.reading.operands[e.at]) is not None]
    yield from of_levels(task, known)


def leaves_rest(task: Task) -> bool:
    """Say whether the words before a number, or 未 behind it, make it what is left."""
    behind = task.reading.text[task.spot.unit_end : task.spot.clause[1]]
    return bool(cues.REST.search(task.words) or _UNDONE.search(behind) or cues.DENIED.search(task.words))


def of_year_before(task: Task, pool: Sequence[Operand]) -> Iterator[Outcome]:
    """Yield what a total that the paragraph has drawn came to in the period before."""
    if not cues.PRIOR.search(task.words):
        return
    for total in (o for o in pool if o.reasoned and len(o.evidence) > 1 and same_unit(o.unit, task.spot.unit)):
        before = {c.now.at: c.before for c in task.reading.comparisons if not c.increase and c.now.at in total.evidence}
        sides = [o for o in task.reading.amounts if o.evidence[0] in {e.at for e in before.values()}]
        if len(before) == len(total.evidence) == len(sides):
            yield total_of(sides, task.spot)


def _reaches(task: Task, o: Operand) -> bool:
    """Say whether a total without a name adds up an operand: of its clause, or of its sentence where it says 合计."""
    told = task.reading.spots[o.spot]
    return told.clause == task.spot.clause or (
        told.sentence == task.spot.sentence and bool(cues.JOINT.search(task.words))
    )


def _side_by_side(task: Task, one: Operand, other: Operand) -> bool:
    """Say whether both are the numbers right before."""
    return {one.spot, other.spot} == {task.spot.at - 1, task.spot.at - 2}


def _kindred(one: Operand, other: Operand) -> bool:
    """Say whether two operands speak of one thing: they share words, or one fact."""
    return one.facts == other.facts or related(one, other)


def free_differences(task: Task, pool: Sequence[Operand], compares: bool) -> Iterator[Outcome]:
    """Yield what is left of one operand without another; of different things only where both were just told."""
    spot = task.spot
    sized = [(o, in_unit(o, spot)) for o in sorted(pool, key=lambda o: -o.amount)]
    for (more, larger), (less, smaller) in combinations(sized, 2):
        gap = larger - smaller
        if gap <= 0 or not task.near(float(gap)) or (set(more.evidence) & set(less.evidence) and not more.reasoned):
            continue
        if more.share != less.share or (more.share and spot.unit.dimension != "百分点"):
            continue
        if ((more.prior or less.prior) and not compares) or turns(task.words, more, less):
            continue
        if same_unit(more.unit, less.unit):
            fits = more.share or same_unit(more.unit, spot.unit)
            named = compares and min(more.weight, less.weight) >= _FAIRLY
            named = named or (more.prior != less.prior and gap >= _TELLING)
            if fits and (
                named or _kindred(more, less) or _told(task, more, less) or _last_told(task, pool, more, less)
            ):
                each = arithmetic.difference(in_unit(more, spot), in_unit(less, spot))
                yield outcome(each, (more, less), "derived_diff", exact=True)
        elif _crossed(task, more, less):
            each = arithmetic.difference(more.value, less.value)
            yield outcome(each, (more, less), "derived_diff", exact=True)


def _told(task: Task, one: Operand, other: Operand) -> bool:
    """Say whether the sentence has just told both."""
    return min(one.spot, other.spot) >= task.spot.at - _JUST and max(one.spot, other.spot) < task.spot.at


def _last_told(task: Task, pool: Sequence[Operand], one: Operand, other: Operand) -> bool:
    """Say whether both are the last numbers told in the number's unit: 67户203人, 21户74人, left 46户129人."""
    own = [o.spot for o in pool if task.spot.at - _PAIRED <= o.spot < task.spot.at and o.unit == task.spot.unit]
    return {one.spot, other.spot} == set(sorted(own)[-2:]) and leaves_rest(task)


def _crossed(task: Task, more: Operand, less: Operand) -> bool:
    """Say whether 1045 people less 1027 files makes 18 people: the facts say that they count the same thing."""
    if more.unit.dimension or less.unit.dimension or not (more.unit.name and less.unit.name):
        return False
    fits = same_unit(task.spot.unit, more.unit) or same_unit(task.spot.unit, less.unit)
    if fits and _SURPASSES.search(task.words):
        return any(piece in task.words for piece in pieces(less.words)) and (less.spot >= 0 or less.weight >= _FAIRLY)
    return fits and (related(more, less) or _told(task, more, less)) and leaves_rest(task)
