"""Sums and differences: totals of what the sentence names, what is left, what came on top since the period before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from drafter.tracing import arithmetic, cues
from drafter.tracing.layout import Spot
from drafter.tracing.operands import Operand, operand, related
from drafter.tracing.outcome import Outcome, outcome
from drafter.tracing.shares import compared
from drafter.tracing.subject import pieces
from drafter.tracing.task import Task
from drafter.tracing.units import same_unit

_LEAST = 0.3
_MOST_PARTS = 8
_NAMED = 0.5
_SPOKEN = 0.6
_APART = 0.25
_ANY_THING = ("件", "个", "份", "项", "样")


def _in_unit(o: Operand, spot: Spot) -> Decimal:
    """Return an operand's value in the unit of the number it is to explain."""
    if o.share and spot.unit.dimension == "百分点":
        return o.value / spot.unit.size
    if o.unit.dimension and spot.unit.dimension == o.unit.dimension:
        return o.value * o.unit.size / spot.unit.size
    return o.value


def changes(task: Task) -> Iterator[Outcome]:
    """Yield how much a quantity rose or fell since the period before."""
    words = task.words
    down = bool(cues.DOWN.search(words))
    for c, now, before in compared(task):
        if c.increase or not (same_unit(now.unit, task.spot.unit) or now.share):
            continue
        each = arithmetic.difference(_in_unit(now, task.spot), _in_unit(before, task.spot))
        if each.value < 0:
            each = arithmetic.difference(_in_unit(before, task.spot), _in_unit(now, task.spot))
            if cues.UP.search(words) and not down:
                continue
        elif down and each.value > 0:
            continue
        yield outcome(each, (now, before), "derived_diff", exact=True)
    yield from _joint_changes(task)
    yield from _places(task)


def _places(task: Task) -> Iterator[Outcome]:
    """Yield how many places a rank rose or fell: 由第11位跃升至第5位，前进6位."""
    for c in task.reading.comparisons:
        if (
            c.now.type == c.before.type == "ordinal"
            and c.now.number
            and c.before.number
            and task.spot.unit.name in ("位", "名", "个")
        ):
            weight = max(task.reading.fit(task.spot, c.now), task.reading.fit(task.spot, c.before))
            if weight >= _LEAST:
                more, less = max(c.now.number, c.before.number), min(c.now.number, c.before.number)
                sides = tuple(
                    Operand(e.number or Decimal(0), e.unit, (e.fact,), (e.at,), weight, -1) for e in (c.now, c.before)
                )
                yield outcome(arithmetic.difference(more, less), sides, "derived_diff", exact=True)


def _joint_changes(task: Task) -> Iterator[Outcome]:
    """Yield how much several quantities rose or fell together: 两类案件合计减少18起."""
    if not cues.JOINT.search(task.words):
        return
    sides = [
        (now, before) for c, now, before in compared(task) if not c.increase and same_unit(now.unit, task.spot.unit)
    ]
    for count in range(2, min(len(sides), 5) + 1):
        for chosen in combinations(sides, count):
            if len({now.evidence for now, _ in chosen}) == count:
                gaps = [_in_unit(before, task.spot) - _in_unit(now, task.spot) for now, before in chosen]
                each = arithmetic.total([abs(gap) for gap in gaps])
                if all(gap > 0 for gap in gaps) or all(gap < 0 for gap in gaps):
                    yield outcome(each, (o for pair in chosen for o in pair), "derived_diff", exact=True)


def levels(task: Task) -> Iterator[Outcome]:
    """Yield what a quantity became when something came on top: 停车位由419个增至695个."""
    for c, now, before in compared(task):
        if c.increase and same_unit(now.unit, task.spot.unit):
            yield outcome(arithmetic.total([before.value, now.value]), (before, now), "derived_sum", exact=True)


def gains(task: Task) -> Iterator[Outcome]:
    """Yield what came on top since the period before, where the words say 新增 and the facts give both totals."""
    for c, now, before in compared(task):
        if not c.increase and same_unit(now.unit, task.spot.unit) and now.value > before.value:
            yield outcome(
                arithmetic.difference(_in_unit(now, task.spot), _in_unit(before, task.spot)),
                (now, before),
                "derived_diff",
                exact=True,
            )


def remainders(task: Task) -> Iterator[Outcome]:
    """Yield what is left of one fact without another, or how far two facts lie apart."""
    fitting = [
        o
        for o in task.play
        if o.weight >= _LEAST
        and (same_unit(o.unit, task.spot.unit) or (o.share and task.spot.unit.dimension == "百分点"))
    ]
    for more, less in combinations(sorted(fitting, key=lambda o: -o.value), 2):
        gap = float(_in_unit(more, task.spot)) - float(_in_unit(less, task.spot))
        if (
            task.near(gap)
            and more.share == less.share
            and same_unit(more.unit, less.unit)
            and _go_together(task.spot, more, less)
        ):
            yield outcome(
                arithmetic.difference(_in_unit(more, task.spot), _in_unit(less, task.spot)),
                (more, less),
                "derived_diff",
                exact=True,
            )
    yield from _silent_remainders(task, fitting)
    stated = sorted((o for o in fitting if o.spot >= 0), key=lambda o: o.spot)[-_MOST_PARTS:]
    for n, whole in enumerate(stated):
        for count in range(2, len(stated) - n):
            parts = stated[n + 1 : n + 1 + count]
            if any(p.unit.name != whole.unit.name for p in parts):
                continue
            each = arithmetic.difference(_in_unit(whole, task.spot), *(_in_unit(p, task.spot) for p in parts))
            if each.value >= 0:
                yield outcome(each, (whole, *parts), "derived_diff", exact=True)


def _go_together(spot: Spot, more: Operand, less: Operand) -> bool:
    """Say whether two operands can be meant by one difference: alike in words, unit and place."""
    if more.facts == less.facts or related(more, less):
        return True
    if more.unit.name == less.unit.name and min(more.weight, less.weight) >= _SPOKEN:
        return True
    return (
        more.spot >= 0
        and less.spot >= 0
        and abs(more.spot - less.spot) <= 1
        and max(more.spot, less.spot) == spot.at - 1
    )


def _silent_remainders(task: Task, fitting: list[Operand]) -> Iterator[Outcome]:
    """Yield what the number just before leaves of a fact that speaks of the same thing, or that fact of it."""
    latest = max((o.spot for o in fitting if o.spot < task.spot.at), default=-1)
    for stated in fitting:
        if stated.spot == latest >= 0 and not stated.share:
            for silent in task.silent:
                if same_unit(silent.unit, stated.unit) and silent.evidence and related(silent, stated):
                    more, less = (silent, stated) if silent.value > stated.value else (stated, silent)
                    yield outcome(
                        arithmetic.difference(_in_unit(more, task.spot), _in_unit(less, task.spot)),
                        (more, less),
                        "derived_diff",
                        exact=True,
                    )


def sums(task: Task) -> Iterator[Outcome]:
    """Yield the totals that the sentence may speak of: of the numbers beside it, or of all the facts it names."""
    fitting = [
        o
        for o in task.play
        if not (o.share or o.mean or o.prior)
        and (same_unit(o.unit, task.spot.unit) or task.spot.unit.name == f"{o.unit.name}次")
    ]
    stated = sorted((o for o in fitting if o.spot >= 0), key=lambda o: o.spot)
    before = [o for o in stated if o.spot < task.spot.at]
    behind = [o for o in stated if o.spot > task.spot.at]
    for listed in (before[::-1], [o for o in before[::-1] if not o.reasoned], behind):
        for run in _runs(listed):
            if not _names_one(task, run):
                yield _sum(run, task.spot)
    yield from named_sums(task)
    named = [o for o in fitting if o.spot < 0 and o.weight >= 0.35] + [o for o in stated if o.weight >= 0.6]
    for group in _families(named):
        if not _names_one(task, group):
            yield _sum(group, task.spot)


def named_sums(task: Task) -> Iterator[Outcome]:
    """Yield the totals that need no 共: of what the clause enumerates by name, and of the parts of one fact."""
    yield from _enumerated(task)
    yield from _of_one_fact(task)
    yield from _counted_before(task)
    yield from _family(task)
    yield from _both_kinds(task)


def _counted_before(task: Task) -> Iterator[Outcome]:
    """Yield the total of the facts that the count just before counted: 三支队伍共87人."""
    for other in task.reading.spots[max(0, task.spot.at - 3) : task.spot.at]:
        backing = task.reading.backings.get(other.at)
        if (
            backing is not None
            and backing.category == "count_of_list"
            and other.sentence == task.spot.sentence
            and len(backing.facts) > 1
        ):
            every = [*task.play, *task.silent]
            parts = [
                o
                for o in every
                if o.facts
                and o.facts[0] in backing.facts
                and len(o.evidence) == 1
                and same_unit(o.unit, task.spot.unit)
            ]
            if len({o.facts for o in parts}) == len(backing.facts) == len(parts):
                each = _sum(parts, task.spot)
                yield Outcome(each.derived, each.operands, each.category, 0.85, exact=True)


def _family(task: Task) -> Iterator[Outcome]:
    """Yield the totals of facts that stand side by side in the sheet in one unit, where the sentence speaks of them."""
    for group in task.reading.families:
        if not same_unit(group[0].unit, task.spot.unit):
            continue
        fits = [task.reading.fit(task.spot, e) for e in group]
        parts = [operand(e, "number", 0.5) for e in group]
        if sum(fit > 0.05 for fit in fits) * 2 >= len(group) and all(parts):
            yield _sum([p for p in parts if p is not None], task.spot)


def _both_kinds(task: Task) -> Iterator[Outcome]:
    """Yield the total of the facts that the words beside the number all name: 专兼职网格员57名."""
    fits = task.reading.fits[task.spot.at]
    named = [
        o for o in task.play
        if len(o.evidence) == 1 and not o.share and same_unit(o.unit, task.spot.unit)
        and fits.get(o.evidence[0]).beside >= _NAMED
    ]  # fmt: skip
    if 2 <= len(named) <= 4:
        yield _sum(named, task.spot)


def _enumerated(task: Task) -> Iterator[Outcome]:
    """Yield the total of the facts that the clause enumerates by name: 学校、幼儿园5所."""
    ahead = cues.TAIL.sub("", task.reading.text[task.spot.before[0] : task.spot.mention.start])
    names = [name.strip("“”") for name in re.split(r"、|[和与及](?!谐)|以及", ahead)]
    if len(names) < 2 or not all(names):
        return
    every = [o for o in (*task.play, *task.silent) if o.evidence and same_unit(o.unit, task.spot.unit) and not o.share]
    parts: list[Operand] = []
    for name in names:
        own = pieces(name[-6:]) or pieces(name)
        best = max(((_common(own, o), n) for n, o in enumerate(every)), default=(0.0, -1))
        if best[0] < _NAMED:
            return
        parts.append(every[best[1]])
    if len({o.evidence for o in parts}) == len(parts):
        each = _sum(parts, task.spot)
        yield Outcome(each.derived, each.operands, each.category, 0.9, exact=True)


def _common(own: list[str], o: Operand) -> float:
    known = pieces(o.words)
    return sum(piece in known for piece in own) / max(1, min(len(own), len(known)))


def _of_one_fact(task: Task) -> Iterator[Outcome]:
    """Yield the totals of the numbers that one fact lists: 轮椅9辆、拐杖14副、助听器7个."""
    spot = task.spot
    for fact in dict.fromkeys(o.facts[0] for o in task.play if len(o.facts) == 1 and o.weight >= _NAMED):
        own = sorted(
            (o for o in task.play if o.facts == (fact,) and len(o.evidence) == 1 and not o.share),
            key=lambda o: o.evidence,
        )
        alike = [o for o in own if same_unit(o.unit, spot.unit)]
        countable = spot.unit.name in _ANY_THING and not any(o.unit.dimension or not o.unit.name for o in own)
        for group in (alike, own) if countable and own != alike else (alike,):
            for count in range(2, min(len(group), _MOST_PARTS) + 1):
                if not _names_one(task, group[:count]):
                    yield _sum(group[:count], spot)


def _names_one(task: Task, parts: Sequence[Operand]) -> bool:
    """Say whether the words beside the number name one of the parts rather than all, without 共 or 合计."""
    if cues.JOINT.search(task.words) or "总" in task.words or "、" in task.words:
        return False
    fits = [max((task.reading.fits[task.spot.at].get(at).beside for at in o.evidence), default=0.0) for o in parts]
    return max(fits) >= _NAMED and max(fits) - min(fits) > _APART


def _sum(parts: Sequence[Operand], spot: Spot) -> Outcome:
    ordered = sorted(parts, key=lambda o: o.evidence)
    return outcome(arithmetic.total([_in_unit(o, spot) for o in ordered]), ordered, "derived_sum", exact=True)


def _runs(listed: Sequence[Operand]) -> Iterator[Sequence[Operand]]:
    """Yield the runs of two and more operands that begin with the nearest."""
    for count in range(2, min(len(listed), _MOST_PARTS) + 1):
        yield listed[:count]


def _families(named: Sequence[Operand]) -> Iterator[list[Operand]]:
    """Yield the groups of operands with the very same unit."""
    units = dict.fromkeys(o.unit.name for o in named)
    for name in units:
        group = [o for o in named if o.unit.name == name]
        if 2 <= len(group) <= _MOST_PARTS:
            yield group
