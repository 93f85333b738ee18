"""Percentages, fractions and multiples: a part of a whole, growth against the period before, so many times as much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from drafter.tracing import arithmetic, cues
from drafter.tracing.operands import Operand, related
from drafter.tracing.reckoning.compared import compared
from drafter.tracing.reckoning.just_told import changed, just_told
from drafter.tracing.reckoning.outcome import Outcome, outcome, stated_by
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_LEAST = 0.3
_JUST = Decimal("0.006")
_LAST, _LATELY = 2, 4
_WORTH_A_RATE = 10
_AS_RELEVANT = 0.3
_RATE = re.compile(r"(?:率|面|比例|比重|占比)[^，,。；;]{0,6}$")
_NAMED = 0.3
_WHOLE_OF = re.compile("[\u4e00-\u9fff]{0,6}的")
_DENYING = re.compile("不|未|没有|无")
_BARE = re.compile(r"^占(?:比)?$")
_OF_BEFORE = re.compile(rf"(?:{cues.PRIOR.pattern})(?:同期|水平|总量|总数)?的(?:约|近|不到|不足|超过|大约|将近)?$")
_LIVING = frozenset(("人", "户"))
_OF_PEOPLE = frozenset("份张本册套件个台人名位户")


def growth(task: Task) -> Iterator[Outcome]:
    """Yield what a growth or a fall in per cent may come from; the base is always the earlier value."""
    words = task.words
    down = bool(cues.DOWN.search(words))
    up = bool(cues.UP.search(words)) and not down
    for c, now, before in compared(task):
        if c.increase:
            change = arithmetic.ratio(now.value * 100, before.value)
        else:
            change = arithmetic.growth(now.value, before.value)
        if change is None or (down and change.value > 0) or (up and change.value < 0):
            continue
        if c.increase:
            change = arithmetic.share(now.value, before.value)
        elif change.value < 0:
            change = arithmetic.Derived(-change.value, change.reckoning.replace("= -", "= -"))
        if change is not None:
            yield outcome(change, (now, before), "derived_percent")


def of_before_told(words: str) -> bool:
    """Say whether words tell what part of the earlier value is left, and not by how much it changed."""
    return _OF_BEFORE.search(words) is not None


def of_before(task: Task) -> Iterator[Outcome]:
    """Yield what part the present value is of the earlier one: 只剩原来的三分之一, 不到上年的一半."""
    if not of_before_told(task.words):
        return
    for c, now, before in compared(task):
        each = None if c.increase else arithmetic.share(now.value, before.value)
        if each is not None:
            yield outcome(each, (now, before), "derived_percent")


def of_days(task: Task) -> Iterator[Outcome]:
    """Yield the share of the days of the period: 空气优良天数289天, 优良率79.2%."""
    days = Decimal(task.reading.known.period.days)
    for part in task.play:
        told = task.spot.at - _LAST <= part.spot < task.spot.at and not part.reasoned
        if days and part.unit.name == "天" and told and part.value <= days:
            each = arithmetic.share(part.value, days)
            if each is not None:
                yield outcome(each, (part,), "derived_percent")


def _worth_it(task: Task, share: float) -> bool:
    return task.near(share) or task.near(100 - share)


def increments(task: Task) -> Iterator[Outcome]:
    """Yield by how much something that is new raised its total: 新增180个，总数达540个，增加了一半."""
    fresh = [o for o in task.play if cues.CAME_ON_TOP.search(o.words) and not o.share and o.weight >= _LEAST]
    for gain in fresh:
        for whole in task.play:
            if (
                whole.evidence != gain.evidence
                and same_unit(whole.unit, gain.unit)
                and whole.value > gain.value
                and related(whole, gain)
            ):
                base = arithmetic.difference(whole.value, gain.value)
                each = arithmetic.share(gain.value, base.value)
                if each is not None:
                    yield outcome(
                        arithmetic.Derived(each.value, f"{base.reckoning}，{each.reckoning}"),
                        (gain, whole),
                        "derived_percent",
                    )


def shares(task: Task) -> Iterator[Outcome]:
    """Yield the shares of one fact in another, or of several facts in one, that the sentence may speak of."""
    plain = [o for o in task.play if not (o.share or o.prior or o.mean) and o.weight >= _LEAST and o.value > 0]
    surveyed = cues.SURVEYED.search(task.words)
    asked = [o for o in plain if not surveyed or surveyed.group() in o.words]
    told = just_told(task)
    sized = [(whole, whole.amount) for whole in plain]
    for part, size in ((part, part.amount) for part in asked):
        for whole, all_of_it in sized:
            if part is whole or size > all_of_it or not _worth_it(task, size / all_of_it * 100):
                continue
            if not _is_meant(task, told, part, whole):
                continue
            if not same_unit(part.unit, whole.unit) and not _crossed(task, part, whole):
                continue
            each = arithmetic.share(part.value * part.unit.size, whole.value * whole.unit.size)
            if each is not None:
                yield outcome(each, (part, whole), "derived_percent")
                yield from _complement(task, each, part, whole)
    yield from _of_number_before(task, asked)
    yield from _joined_shares(task, asked)
    yield from _silent_shares(task, asked)
    yield from _fact_shares(task, asked)


def _of_number_before(task: Task, parts: list[Operand]) -> Iterator[Outcome]:
    """Yield the share that says in its clause what it is of: 发放1900份，覆盖全部2375户的八成."""
    spots, at = task.reading.spots, task.spot.at
    of_it = at > 0 and _WHOLE_OF.fullmatch(task.reading.text, spots[at - 1].unit_end, task.spot.mention.start)
    if not of_it and not _BARE.match(task.words):
        return
    whole_at, part_at = (at - 1, at - 2) if of_it else (at - 2, at - 1)
    for whole in (o for o in task.play if o.spot == whole_at >= 0 and not (o.share or o.prior or o.mean)):
        for part in (o for o in parts if o.spot == part_at):
            alike = part.unit.dimension == whole.unit.dimension == "" and spots[part_at].sentence == task.spot.sentence
            each = arithmetic.share(part.value, whole.value) if alike and part.value <= whole.value else None
            if each is not None:
                yield outcome(each, (part, whole), "derived_percent")


def _is_meant(task: Task, told: set[int], part: Operand, whole: Operand) -> bool:
    """Say whether the sentence takes the share of that part: it has just told it, or names it beside the share."""
    fits = task.reading.fits[task.spot.at]
    if part.spot in told:
        return True
    if not part.reasoned and any(fits.close(at) >= _NAMED for at in part.evidence):
        return True
    if part.spot >= 0 and "占" in task.words and any(fits.close(at) >= _NAMED for at in whole.evidence):
        return task.reading.spots[part.spot].sentence == task.spot.sentence
    return whole.spot in told and (part.facts == whole.facts or related(part, whole))


def _crossed(task: Task, part: Operand, whole: Operand) -> bool:
    """Say whether a rate may relate two kinds of things: 1790本 issued to 1846人, just before the number."""
    if not _RATE.search(task.words) or part.unit.dimension or whole.unit.dimension:
        return False
    latest = max(part.spot, whole.spot)
    precise = task.spot.number is not None and task.spot.number.resolution < 1
    if min(part.weight, whole.weight) < 0.45 or latest < task.spot.at - (4 if precise else 2):
        return False
    return min(part.spot, whole.spot) >= task.spot.at - 6 or min(part.spot, whole.spot) == -1


def _complement(task: Task, each: arithmetic.Derived, part: Operand, whole: Operand) -> Iterator[Outcome]:
    """Yield the other side of a share whose words deny: 不合格14 of 560 leaves 97.5%, unless that is told as denied."""
    if _DENYING.search(part.words) and not _DENYING.search(cues.beside(task.reading.text, task.spot)):
        rest = 100 - each.value
        yield outcome(
            arithmetic.Derived(rest, f"100% - {arithmetic.plain(each.value, 1)}% = {arithmetic.plain(rest, 1)}%"),
            (part, whole),
            "derived_percent",
        )


def tells_whole(task: Task, part: Operand) -> bool:
    """Say whether the sentence itself tells what a part is taken of, so that no other whole may be meant: 其中."""
    start = task.reading.spots[part.spot].mention.start
    cut = task.reading.text.rfind("其中", task.spot.sentence[0], start)
    return cut >= 0 and any(
        o.amount > part.amount and same_unit(o.unit, part.unit) and not (o.reasoned or o.share or o.prior or o.mean)
        and o.spot >= 0 and task.spot.sentence[0] <= task.reading.spots[o.spot].mention.start < cut
        for o in task.play
    )  # fmt: skip


def _silent_shares(task: Task, plain: list[Operand]) -> Iterator[Outcome]:
    """Yield the shares of the number just before in a total that the sentence takes for granted: 参保率, 占比."""
    number = stated_by(task.spot)
    coarse = number.resolution > 1 or number.fraction
    latest = max((o.spot for o in plain if o.spot < task.spot.at and not changed(task, o.spot)), default=-1)
    rate = _RATE.search(task.words)
    for part in plain:
        if part.spot != latest or latest < 0 or tells_whole(task, part):
            continue
        wholes = [
            o for o in task.silent if o.value >= part.value and task.near(float(part.value) / float(o.value) * 100)
        ]
        alone = [o for o in wholes if same_unit(part.unit, o.unit)]
        for whole in wholes:
            fitting = same_unit(part.unit, whole.unit) and (
                whole.whole or related(part, whole) or (bool(rate) and len(alone) == 1)
            )
            crossed = bool(rate) and part.unit.name in _OF_PEOPLE and whole.unit.groups & _LIVING and whole.whole
            if (fitting or crossed) and part.value <= whole.value:
                each = arithmetic.share(part.value, whole.value)
                if each is not None and not (coarse and abs(each.value - number.value) > _JUST * number.value):
                    yield outcome(each, (part, whole), "derived_percent")


def _joined_shares(task: Task, plain: list[Operand]) -> Iterator[Outcome]:
    """Yield the shares of several parts taken together: 两者合占, 三类纠纷占到."""
    stated = sorted((o for o in plain if 0 <= o.spot < task.spot.at and not o.reasoned), key=lambda o: -o.spot)
    for count in range(2, min(5, len(stated)) + 1):
        parts = stated[:count]
        if not all(parts[0].unit.name == p.unit.name for p in parts):
            continue
        joined = arithmetic.total([p.value for p in reversed(parts)])
        for whole in plain:
            if whole not in parts and same_unit(whole.unit, parts[0].unit) and joined.value <= whole.value:
                each = arithmetic.share(joined.value, whole.value)
                if each is not None:
                    yield outcome(each, (*parts, whole), "derived_percent")


def _fact_shares(task: Task, plain: list[Operand]) -> Iterator[Outcome]:
    """Yield the share of each number of a fact in all its numbers together: 优秀29名，合格261名."""
    for part in (o for o in plain if not o.reasoned):
        if any("其中" in task.reading.known.wordings[fact] for fact in part.facts):
            continue  # a whole and its part make no whole
        alike = [o for o in plain if o.facts == part.facts and o.evidence and not o.reasoned]
        parts = [o for o in alike if same_unit(o.unit, part.unit) and o.unit.size == part.unit.size]
        if len(parts) >= 2:
            each = arithmetic.share(part.value, arithmetic.total([o.value for o in parts]).value)
            if each is not None:
                yield outcome(each, (part, *(o for o in parts if o is not part)), "derived_percent")


def multiples(task: Task) -> Iterator[Outcome]:
    """Yield how many times one value is another: 是上年的1.3倍, 翻了一番, 面积是扩建前的近7倍."""
    grown = bool(cues.UP.search(task.words))
    for _, now, before in compared(task):
        each = arithmetic.ratio(now.value - before.value if grown else now.value, before.value)
        if each is not None:
            yield outcome(each, (now, before), "derived_ratio")
    if grown or (cues.PRIOR.search(task.words) and compared(task)):
        return
    plain = [o for o in task.play if o.weight >= _LEAST and o.value > 0]
    for more, less in combinations(sorted(plain, key=lambda o: -o.value), 2):
        if _comparable(task, more, less) and more.share == less.share:
            each = arithmetic.ratio(more.value * more.unit.size, less.value * less.unit.size)
            if each is not None:
                yield outcome(each, (more, less), "derived_ratio")
                if task.spot.unit.name == "":
                    turned = arithmetic.Derived(
                        1 / each.value, f"{arithmetic.plain(less.value)} : {arithmetic.plain(more.value)}"
                    )
                    yield outcome(turned, (less, more), "derived_ratio")


def _comparable(task: Task, more: Operand, less: Operand) -> bool:
    """Say whether one may be told as a multiple of the other: visits of people, and what was told right before."""
    if same_unit(more.unit, less.unit):
        return True
    counted = not (more.unit.dimension or less.unit.dimension)
    told = {more.spot, less.spot} == {task.spot.at - 1, task.spot.at - 2}
    return counted and (told or {more.unit.name, less.unit.name} <= {"人", "名", "位", "人次"})


def part_of_rate(task: Task) -> Iterator[Outcome]:
    """Yield the part that a known rate makes of a known whole: 97.3% of 112 is 109."""
    rates = [o for o in task.play if o.share and o.weight >= _LEAST and o.value < 100]
    for rate in rates:
        for whole in (o for o in task.play if o.prior == rate.prior):
            told = task.spot.at - whole.spot <= (_LAST if whole.reasoned else _LATELY)
            near = whole.spot >= 0 and told and whole.value >= _WORTH_A_RATE
            if near and not whole.share and whole.weight >= 0.5 and same_unit(whole.unit, task.spot.unit):
                each = arithmetic.part_of(rate.value, whole.value)
                rounded = arithmetic.Derived(each.value.to_integral_value(), each.reckoning)
                yield outcome(rounded, (rate, whole), "derived_ratio", exact=True)
