"""Averages over several facts together: 70名党员和130名群众捐款2万元，人均100元; 每件 of weddings and burials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import UNITS, same_unit, unit_of
from drafter.tracing.vocabulary import COUNTED_BY

_WEIGHT = 0.7
_BACK = 6
_HEAD = 2
_MEAN = re.compile("(?P<sign>[\u4e00-\u9fff])均|每(?P<each>[\u4e00-\u9fff]{1,3})")
_JOINED = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:、|和|与|及|以及)[\u4e00-\u9fff]{0,4}")
_SAVED = re.compile("[^比较]*(?:节[约省]|省[下出掉])[^比较]*")
"""What was saved is an amount itself: 平均每件省下2万元 sets nothing against anything."""
_UNITS = {"人": ("人", "名", "位"), "户": ("户",)}


def over_several(task: Task) -> Iterator[Outcome]:
    """Yield the averages over those told together, or over all whose labels begin with the averaged deed."""
    words = cues.average_words(task.reading.text, task.spot, task.reading.spots)
    units = () if cues.AVERAGING.isdisjoint(words) else counted_in(words)
    if not units or (cues.DIFFERENCE.search(task.words) and not _SAVED.fullmatch(task.words)):
        return
    together = told_together(task, units)
    for amount in _amounts(task, words):
        begun = _begun_alike(task, amount, units) if units in _UNITS.values() else ()
        for group in (together, *begun):
            if len(group) > 1 and amount not in group:
                top, *overs = plain_operands((amount, *group), _WEIGHT)
                total = arithmetic.total([o.value for o in overs])
                each = arithmetic.ratio(in_unit(top, task.spot), total.value)
                if each is not None:
                    made = arithmetic.Derived(each.value, f"{total.reckoning}，{each.reckoning}")
                    yield outcome(made, (top, *overs), "derived_ratio")


def counted_in(words: str) -> tuple[str, ...]:
    """Return the counting words of what an average is taken over: 件 and 起 of 案均, 件 of 每件; none of 每月."""
    for found in _MEAN.finditer(words):
        unit = unit_of(found["each"] or found["sign"])
        units = _UNITS.get(unit) or (*COUNTED_BY.get(found["sign"], ()), *([unit] if _is_counting(unit) else []))
        if units:
            return units
    return ()


def _is_counting(unit: str) -> bool:
    return bool(unit) and not UNITS[unit].dimension


def told_together(task: Task, units: tuple[str, ...]) -> list[Evidence]:
    """Return what the sentence counted last in one breath: 60名党员和140名群众."""
    run: list[Evidence] = []
    later = None
    for other in reversed(task.reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]):
        stated = task.reading.stated(other.at)
        counts = other.sentence == task.spot.sentence and other.unit.name in units and other.form == "number"
        if not counts or stated is None:
            if run:
                break
            continue
        between = task.reading.text[other.unit_end : later.mention.start] if later is not None else ""
        if later is not None and not _JOINED.fullmatch(between):
            break
        run.append(stated)
        later = other
    return run[::-1]


def _amounts(task: Task, words: str) -> list[Evidence]:
    """Return what may be averaged in the number's unit: what the words name, else what was told last or is alone."""
    alike = [e for e in task.reading.known.plain if same_unit(e.unit, task.spot.unit) and e.unit.name]
    named = [e for e in alike if any(p in words for p in pieces(e.near or e.subject))]
    near = task.reading.spots[max(0, task.spot.at - _HEAD) : task.spot.at]
    told = {at for o in near if (b := task.reading.backings.get(o.at)) is not None for at in b.evidence}
    return named or [e for e in alike if e.at in told] or (alike if len(alike) == 1 else [])


def _begun_alike(task: Task, amount: Evidence, units: tuple[str, ...]) -> Iterator[list[Evidence]]:
    """Yield all who are counted by labels that begin with the averaged deed, where no fact counts them together."""
    head = amount.subject[:_HEAD]
    counted = [e for e in task.reading.known.plain if e.unit.name in units and e.subject.startswith(head)]
    if len(head) == _HEAD and head in task.words and not any(e.subject in (head, f"{head}人") for e in counted):
        yield counted
