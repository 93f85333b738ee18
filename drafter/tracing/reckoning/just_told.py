"""What a sentence told right before a number: the amounts themselves, not their averages or changes."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.tracing import cues
from drafter.tracing.approximation import holds
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Backing, Reading
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_REACH = 6
_ROUGHLY = re.compile(r"[，,（(](?:已经?|达到?|约占?|占|大约|接近|将近|超过?|不到|不足|近|正好|整整|也就是|即)+")
_SAID_AGAIN = re.compile(r"[，,（(、]?(?:也就是|也即|即|约?[折换]算?(?:成|为|合)?|约?合|相当于|整整|正好|足足|满)约?")
_DAYS_A_MONTH = Decimal(365) / 12
_DAY = 86400
_NEAR_ENOUGH = Decimal("0.01")


def just_told(task: Task) -> set[int]:
    """Return the places of the numbers that a share may be one of: those of the last clause that tells any."""
    spots, at = task.reading.spots, task.spot.at
    before = spots[max(0, at - _REACH) : at]
    plain = [
        o
        for o in before
        if o.mention.kind == "claim" and o.form == "number" and not (changed(task, o.at) or mean(task, o.at))
    ]
    told = {o.at for o in plain if o.clause == plain[-1].clause}
    behind = spots[at + 1] if at + 1 < len(spots) else None
    return told | {behind.at} if behind is not None and behind.clause == task.spot.clause else told


def plainly_told(task: Task) -> list[int]:
    """Return the places of the plain amounts that the sentence told before the number."""
    near = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    return [
        o.at
        for o in near
        if o.sentence == task.spot.sentence and o.mention.kind == "claim" and o.form == "number"
        and not (mean(task, o.at) or changed(task, o.at))
    ]  # fmt: skip


def mean(task: Task, at: int) -> bool:
    """Say whether a number before only tells an average of the one before it: 1200名成员，平均48人一个社团."""
    backing = task.reading.backings.get(at)
    spot = task.reading.spots[at]
    averaged = backing is not None and backing.category == "derived_ratio"
    return averaged and bool(cues.AVERAGES.search(cues.ahead(task.reading.text, spot)))


def changed(task: Task, at: int) -> bool:
    """Say whether a number before only tells by how much the one before it changed: 1456人，比上年多出66人."""
    backing = task.reading.backings.get(at)
    return (
        backing is not None
        and backing.category == "derived_diff"
        and bool(cues.DIFFERENCE.search(cues.announcing(task.reading.text, task.reading.spots[at], task.reading.spots)))
    )


def restated(reading: Reading, spot: Spot) -> bool:
    """Back a number that only says the one right before in other words: 27000元，也就是2.7万元."""
    before = reading.backings.get(spot.at - 1)
    other = reading.spots[spot.at - 1]
    between = reading.text[other.unit_end : spot.mention.start] if before is not None else ""
    if before is None or not (_SAID_AGAIN.fullmatch(between) or _ROUGHLY.fullmatch(between)):
        return False
    if other.form == spot.form == "share":
        return _share_again(reading, spot, before)
    one, again = other.number, spot.number
    if one is None or again is None:
        return False
    if same_unit(other.unit, spot.unit):
        if not _as_much(other, spot):
            return False
    elif not _as_long(other, spot):
        return False
    reading.backings[spot.at] = before
    reading.objections.pop(spot.at, None)
    return True


def _share_again(reading: Reading, spot: Spot, before: Backing) -> bool:
    """Back a fraction that says the percentage right before more roughly: 占24%，接近四分之一."""
    told, again = reading.spots[spot.at - 1].shown, spot.shown
    if told is None or again is None or not (again.fraction or again.resolution > 1) or told.fraction:
        return False
    if told.sense != "exact" or not holds(again, told.value, rounded=True):
        return False
    reading.backings[spot.at] = before
    reading.objections.pop(spot.at, None)
    return True


def _as_much(one: Spot, again: Spot) -> bool:
    """Say whether an amount is told again in its own unit or another: 0.4公顷，折合6亩."""
    assert one.number is not None
    assert again.number is not None
    same = one.number.value * one.unit.size
    if one.unit.size == again.unit.size or not again.unit.dimension:
        return same == again.number.value * again.unit.size
    converted = same / again.unit.size
    close = abs(converted - again.number.value) <= _NEAR_ENOUGH * again.number.value
    return close and holds(again.number, converted, rounded=True)


def _as_long(days: Spot, months: Spot) -> bool:
    """Say whether a number of days is told again in months or years: 2190天，整整六年."""
    if days.unit.name != "天" or months.unit.dimension != "年月" or days.value is None or months.value is None:
        return False
    stretch = months.value * months.unit.size * _DAYS_A_MONTH
    return abs(days.value * days.unit.size / _DAY - stretch) <= _NEAR_ENOUGH * stretch
