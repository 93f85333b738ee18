"""Reckonings that pass over what the words name: 每个微型消防站12名 reckoned over hazards, A是B的5倍 of A and C."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import related
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.refusals.misnamed import misnamed
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import LENGTHS, UNITS, same_unit

_EACH = re.compile(r"(?:每|各|(?:^|平均|相当于|大约)一)(?P<what>[\u4e00-\u9fff]{1,10})")
_BEFORE = re.compile(r"(?P<what>[\u4e00-\u9fff]{2,10})(?:平均)?每(?P<unit>[\u4e00-\u9fff])")
_TIMES = re.compile(
    r"(?P<more>[\u4e00-\u9fff0-9]{2,12}?)(?:[人件次户场]?数量?)?(?:是|为|相当于|达到?|达)(?P<less>[^，。；]{2,14}?)的(?:约|近|整整)?$"
)
_SHORTEST = 2
_SIDES = 2
_PEOPLE = ("人", "名", "位")
_GATHERED = ("组", "队", "班", "站", "村", "校")


def passes_over(task: Task, found: Outcome) -> bool:
    """Say whether a reckoning uses none of the facts that the words name as what it is taken over or compares."""
    if misnamed(task, found):
        return True
    used = {at for o in found.operands for at in o.evidence}
    if not used or found.category not in ("derived_ratio", "derived_percent"):
        return False
    if _over_told_pair(task, found):
        return True
    if task.spot.unit.name == "倍" or task.spot.mention.unit == "倍":
        return any(sides and used.isdisjoint(sides) for sides in _compared(task))
    named = {e.at for e in _each_named(task)} if task.spot.form == "number" else set()
    return bool(named) and used.isdisjoint(named) and not _just_told(task, found)


def _just_told(task: Task, found: Outcome) -> bool:
    """Say whether both sides of an average are the two numbers right before: 专线14条，服务1260人，每条线路90人."""
    told = sorted(o.spot for o in found.operands)
    return told == [task.spot.at - 2, task.spot.at - 1] and all(
        task.reading.spots[at].sentence == task.spot.sentence for at in told
    )


def _over_told_pair(task: Task, found: Outcome) -> bool:
    """Say whether an average left out one of the two numbers right before: 93名儿童，31名教师，人均4名 of all 126."""
    if found.category != "derived_ratio" or "÷" not in found.derived.reckoning or len(found.operands) != _SIDES:
        return False
    amount, over = found.operands
    first = task.spot.at - _SIDES
    if first < 0 or over.spot != first + 1 or task.reading.spots[first].sentence != task.spot.sentence:
        return False
    told = task.reading.stated(first)
    here = amount.spot >= 0 and task.reading.spots[amount.spot].sentence == task.spot.sentence
    if here or told is None or told.unit.dimension or not same_unit(task.spot.unit, told.unit):
        return False
    if amount.facts == over.facts or (related(amount, over) and not same_unit(amount.unit, over.unit)):
        return False  # 网格14个，讲座36场，场均70人次: of the people of these
    clause = task.reading.text[slice(*task.spot.clause)]
    return not any(piece in clause for piece in pieces(amount.words))


def _compared(task: Task) -> Iterator[set[int]]:
    """Yield for both sides of A是B的几倍 the evidence that is named there, by its fullest name."""
    told = _TIMES.search(task.words)
    for side in (told["more"], told["less"]) if told is not None else ():
        ending = [e for e in _current(task) if len(e.subject) >= _SHORTEST and side.endswith(e.subject)]
        fullest = max((e.subject for e in ending), key=len, default="")
        # 在职党员是退休党员的1.6倍 of 党员 215, 在职 132, 退休 83 sets the two parts side by side.
        head = side.removesuffix(fullest) if fullest else ""
        parts = [e for e in _current(task) if head and head in (e.subject, e.near.removeprefix("其中"))]
        yield {e.at for e in parts or ending if parts or e.subject == fullest}


def _each_named(task: Task) -> list[Evidence]:
    """Return the evidence that counts the things named behind 每 or 一, or before 平均每个."""
    words = cues.average_words(task.reading.text, task.spot, task.reading.spots)
    for found in reversed(list(_EACH.finditer(words))):
        unit, noun = _split(found["what"])
        noun = "" if unit == "人" else noun  # 每人服务: what follows is a deed
        if not noun and (ahead := _BEFORE.search(words)) is not None:
            noun = ahead["what"].removesuffix("平均")
            return [
                e
                for e in _current(task)
                if len(e.subject) >= _SHORTEST and noun.endswith(e.subject) and _counted(e, unit)
            ]
        for length in range(min(len(noun), 6), 1, -1):
            known = [e for e in _current(task) if noun[:length] in (e.near or e.subject) and _counted(e, unit)]
            if known:
                return known
        return [e for e in _current(task) if unit in _GATHERED and e.subject.endswith(unit) and _is_count(e)]
    return []


def _is_count(e: Evidence) -> bool:
    """Say whether a fact may count teams or groups; 合唱队 42人 counts its members."""
    return e.unit.name not in _PEOPLE


def _current(task: Task) -> Iterator[Evidence]:
    return (e for e in task.reading.known.evidence if e.place == "value" and e.number is not None and not e.prior)


def _split(what: str) -> tuple[str, str]:
    """Split 个微型消防站 into its counting word and the noun."""
    unit = next(
        (what[:n] for n in LENGTHS.get(what[:1], ()) if what[:n] in UNITS and not UNITS[what[:n]].dimension), ""
    )
    return unit, what[len(unit) :]


def _counted(e: Evidence, unit: str) -> bool:
    return not unit or same_unit(e.unit, UNITS[unit])
