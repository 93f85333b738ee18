"""Sums and differences: totals of what the sentence names, what is left, what came on top since the period before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from drafter.tracing import arithmetic, cues
from drafter.tracing.layout import Spot
from drafter.tracing.operands import Operand, related
from drafter.tracing.reading import Backing
from drafter.tracing.reckoning.adding import in_unit, names_one, total_of
from drafter.tracing.reckoning.compared import compared
from drafter.tracing.reckoning.named_totals import named_sums
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_LEAST = 0.3
_MOST_PARTS = 8
_NAMED = 0.5
_SPOKEN = 0.6
_APART = 0.25


def changes(task: Task) -> Iterator[Outcome]:
    """Yield how much a quantity rose or fell since the period before."""
    words = task.words
    down = bool(cues.DOWN.search(words))
    for c, now, before in compared(task):
        if c.increase or not (same_unit(now.unit, task.spot.unit) or now.share or _says_unit(task, now)):
            continue
        each = arithmetic.difference(in_unit(now, task.spot), in_unit(before, task.spot))
        if each.value < 0:
            each = arithmetic.difference(in_unit(before, task.spot), in_unit(now, task.spot))
            if cues.UP.search(words) and not down:
                continue
        elif down and each.value > 0:
            continue
        yield outcome(each, (now, before), "derived_diff", exact=True)
    yield from _joint_changes(task)
    yield from _places(task)


def _says_unit(task: Task, o: Operand) -> bool:
    """Say whether the words before a bare number name its unit: 入馆人次较上年增加11.2万."""
    return not task.spot.unit.name and bool(o.unit.name) and f"{o.unit.name}" in task.words


def _of_sentence(task: Task) -> list[Backing]:
    """Return the backings of the numbers before the spot in its sentence."""
    near = task.reading.spots[max(0, task.spot.at - 6) : task.spot.at]
    backings = task.reading.backings
    return [backings[o.at] for o in near if o.sentence == task.spot.sentence and o.at in backings]


def _places(task: Task) -> Iterator[Outcome]:
    """Yield how many places a rank rose or fell: 由第12位跃升至第4位，前进8位."""
    for c in task.reading.comparisons:
        if (
            c.now.type == c.before.type == "ordinal"
            and c.now.number
            and c.before.number
            and task.spot.unit.name in ("位", "名", "个")
        ):
            stated = [at for o in _of_sentence(task) for at in o.evidence]
            fits = [task.reading.fit(task.spot, e) for e in (c.now, c.before)]
            weight = 0.9 if {c.now.at, c.before.at} & set(stated) else max(fits)
            if weight >= _LEAST:
                more, less = max(c.now.number, c.before.number), min(c.now.number, c.before.number)
                sides = tuple(
                    Operand(e.number or Decimal(0), e.unit, (e.fact,), (e.at,), weight, -1) for e in (c.now, c.before)
                )
                yield outcome(arithmetic.difference(more, less), sides, "derived_diff", exact=True)


def _joint_changes(task: Task) -> Iterator[Outcome]:
    """Yield how much several quantities rose or fell together: 两类案件合计减少14起."""
    if not cues.JOINT.search(cues.ahead(task.reading.text, task.spot, 2)):
        return
    sides = [
        (now, before) for c, now, before in compared(task) if not c.increase and same_unit(now.unit, task.spot.unit)
    ]
    for count in range(2, min(len(sides), 5) + 1):
        for chosen in combinations(sides, count):
            if len({now.evidence for now, _ in chosen}) == count:
                gaps = [in_unit(before, task.spot) - in_unit(now, task.spot) for now, before in chosen]
                each = arithmetic.total([abs(gap) for gap in gaps])
                if all(gap > 0 for gap in gaps) or all(gap < 0 for gap in gaps):
                    yield outcome(each, (o for pair in chosen for o in pair), "derived_diff", exact=True)


def levels(task: Task) -> Iterator[Outcome]:
    """Yield what a quantity became when something came on top: 停车位由320个增至580个."""
    for c, now, before in compared(task):
        if c.increase and same_unit(now.unit, task.spot.unit):
            yield outcome(arithmetic.total([before.value, now.value]), (before, now), "derived_sum", exact=True)


def gains(task: Task) -> Iterator[Outcome]:
    """Yield what came on top since the period before, where the words say 新增 and the facts give both totals."""
    for c, now, before in compared(task):
        if not c.increase and same_unit(now.unit, task.spot.unit) and now.value > before.value:
            yield outcome(
                arithmetic.difference(in_unit(now, task.spot), in_unit(before, task.spot)),
                (now, before),
                "derived_diff",
                exact=True,
            )


def remainders(task: Task) -> Iterator[Outcome]:
    """Yield what is left of one fact without another, or how far two facts lie apart."""
    words = task.words
    compares = bool(cues.PRIOR.search(words) or cues.GROWTH.search(words) or re.search("[比较同与]", words))
    fitting = [
        o
        for o in task.play
        if o.weight >= _LEAST
        and (compares or not o.prior)
        and (same_unit(o.unit, task.spot.unit) or (o.share and task.spot.unit.dimension == "百分点"))
    ]
    for more, less in combinations(sorted(fitting, key=lambda o: -o.value), 2):
        if turns(words, more, less):
            continue
        gap = float(in_unit(more, task.spot)) - float(in_unit(less, task.spot))
        if (
            task.near(gap)
            and more.share == less.share
            and same_unit(more.unit, less.unit)
            and _go_together(task.spot, more, less)
        ):
            yield outcome(
                arithmetic.difference(in_unit(more, task.spot), in_unit(less, task.spot)),
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
            each = arithmetic.difference(in_unit(whole, task.spot), *(in_unit(p, task.spot) for p in parts))
            if each.value >= 0:
                yield outcome(each, (whole, *parts), "derived_diff", exact=True)


def turns(words: str, more: Operand, less: Operand) -> bool:
    """Say whether a change goes the other way than the words say: 增加 where the earlier value is the greater."""
    if more.prior == less.prior:
        return False
    up, down = bool(cues.UP.search(words)), bool(cues.DOWN.search(words))
    return up != down and up == more.prior


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
                        arithmetic.difference(in_unit(more, task.spot), in_unit(less, task.spot)),
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
            if not names_one(task, run) and _is_whole(task, listed, len(run)):
                yield total_of(run, task.spot)
    yield from named_sums(task)
    named = [o for o in fitting if o.spot < 0 and o.weight >= 0.35] + [o for o in stated if o.weight >= 0.6]
    for group in _families(named):
        if not names_one(task, group):
            yield total_of(group, task.spot)


def _is_whole(task: Task, listed: Sequence[Operand], count: int) -> bool:
    """Say whether a run takes in all that the sentence enumerates: as many as it says, and no neighbour left out."""
    announced = _announced(task)
    if announced:
        return count == announced
    if count >= len(listed):
        return True
    last, left_out = listed[count - 1], listed[count]
    if left_out.unit.name != last.unit.name or abs(left_out.spot - last.spot) != 1 or left_out.reasoned:
        return True
    spots = task.reading.spots
    first, second = sorted((spots[left_out.spot], spots[last.spot]), key=lambda s: s.at)
    between = task.reading.text[first.unit_end : second.mention.start]
    return first.sentence != second.sentence or bool(re.search(r"[；;]|其中|共|另|还", between))


def _announced(task: Task) -> int:
    """Return how many parts the words before the total announce: 三支队伍共, 两项合计; 0 where they do not say."""
    if task.spot.at == 0:
        return 0
    before = task.reading.spots[task.spot.at - 1]
    backing = task.reading.backings.get(before.at)
    counted = backing is not None and backing.category == "count_of_list"
    if not counted or before.clause != task.spot.clause or before.value is None:
        return 0
    return int(before.value)


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
