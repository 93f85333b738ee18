"""Reckonings told again, of the period before or of the next of several: 整改率98%，上年95%; 一期200元，二期150元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.operands import operand, plain_operands
from drafter.tracing.reading import Reading
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, backing, explains, outcome
from drafter.tracing.reckoning.task import Task, set_task
from drafter.tracing.units import same_unit

_FROM = re.compile("[由从](?:[^，,。；;0-9]{0,6})$")
_NEAR = 4
_WEIGHT = 0.8
_LONGEST_HEAD = 4
_TAIL = 2
_CLOSE = Decimal("0.02")
_REASONED = ("derived_percent", "derived_ratio")


def mirrored(task: Task) -> Iterator[Outcome]:
    """Yield what a quotient told nearby comes to with the other facts that the words turn to."""
    before = bool(cues.PRIOR.search(task.words) or _FROM.search(task.words))
    for other in _told_near(task):
        first, second = (task.reading.known.evidence[at] for at in task.reading.backings[other.at].evidence)
        if not _divides(task, other, first, second):
            continue
        pairs = [_before(task, first, second)] if before else list(_siblings(task, first, second))
        for pair in pairs:
            if pair is not None:
                yield from _quotient(task, *pair)


def retold(reading: Reading, spot: Spot) -> bool:
    """Back what a share or an average came from, where what it came to stands right behind: 由41.7%降到33.3%.

    Returns whether it does.
    """
    behind = reading.spots[spot.at + 1] if spot.at + 1 < len(reading.spots) else None
    told = _FROM.search(reading.text, spot.clause[0], spot.mention.start) is not None and behind is not None
    if not told or behind is None or behind.clause != spot.clause or behind.at not in reading.backings:
        return False
    task = set_task(reading, spot)
    good = [o for o in mirrored(task) if explains(spot, o)]
    if good:
        reading.backings[spot.at] = backing(good[0], reading.known)
        reading.objections.pop(spot.at, None)
    return bool(good)


def _told_near(task: Task) -> Iterator[Spot]:
    """Yield the quotients of two facts that the sentence, or the one before, told in the number's form and unit."""
    spot = task.spot
    for other in task.reading.spots[max(0, spot.at - _NEAR) : spot.at + 2]:
        told = task.reading.backings.get(other.at)
        if told is None or other.at == spot.at or len(told.evidence) != 2 or told.category not in _REASONED:
            continue
        if spot.sentence[0] - other.sentence[1] <= 1 and other.form == spot.form and same_unit(other.unit, spot.unit):
            yield other


def _divides(task: Task, other: Spot, first: Evidence, second: Evidence) -> bool:
    """Say whether a number is the first fact by the second, and no growth or complement."""
    if first.number is None or not second.number or other.value is None or first.prior or second.prior:
        return False
    made = _value(task, other, first, second)
    return abs(made - other.value) <= _CLOSE * other.value


def _value(task: Task, spot: Spot, first: Evidence, second: Evidence) -> Decimal:
    top, under = operand(first, "number", _WEIGHT), operand(second, "number", _WEIGHT)
    assert top is not None
    assert under is not None
    if spot.form == "share":
        return 100 * top.value * top.unit.size / (under.value * under.unit.size)
    return in_unit(top, spot) / under.value


def _before(task: Task, first: Evidence, second: Evidence) -> tuple[Evidence, Evidence] | None:
    """Return both facts of the period before; what the period before doesn't state stays."""
    earlier = {c.now.at: c.before for c in task.reading.comparisons if not c.increase}
    if first.at not in earlier:
        return None
    return earlier[first.at], earlier.get(second.at, second)


def _siblings(task: Task, first: Evidence, second: Evidence) -> Iterator[tuple[Evidence, Evidence]]:
    """Yield the two facts whose labels differ from the first ones in a head that the words name: 一期, 二期."""
    around = task.reading.text[task.spot.clause[0] : task.spot.mention.start]
    for length in range(1, _LONGEST_HEAD + 1):
        head, tails = first.subject[:length], (first.subject[length:], second.subject[length:])
        if not second.subject.startswith(head) or min(map(len, tails)) < _TAIL or head in around:
            continue
        for one in _labelled(task, tails[0], first):
            mine = one.subject[: -len(tails[0])]
            if mine and mine in around:
                yield from ((one, o) for o in _labelled(task, tails[1], second) if o.subject == mine + tails[1])


def _labelled(task: Task, tail: str, like: Evidence) -> Iterator[Evidence]:
    return (
        e for e in task.reading.known.evidence
        if e.place == "value" and e.number and not e.prior and e.at != like.at and e.unit == like.unit
        and e.subject.endswith(tail) and len(e.subject) - len(tail) <= _LONGEST_HEAD
    )  # fmt: skip


def _quotient(task: Task, first: Evidence, second: Evidence) -> Iterator[Outcome]:
    if not first.number or not second.number:
        return
    sides = plain_operands((first, second), _WEIGHT)
    made = _value(task, task.spot, first, second)
    sign = "%" if task.spot.form == "share" else ""
    top, under = (arithmetic.plain(o.value) for o in sides)
    shown = f"{top} ÷ {under} = {arithmetic.plain(made, 1 if sign else 2)}{sign}"
    yield outcome(arithmetic.Derived(made, shown), sides, "derived_percent" if sign else "derived_ratio")
