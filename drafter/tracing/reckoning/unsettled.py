"""What was settled leaves of what came in: 受理560件，尚有12件正在办理; 不合格6批次 of 240批次，合格234批次."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.free_sums import leaves_rest
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import DONE, TAKEN_IN

_WEIGHT = 0.8
_DENYING = ("未", "不", "没", "没有", "尚未")
_DONE, _TAKEN_IN = (re.compile("|".join(words)) for words in (DONE, TAKEN_IN))
_LEFT_OVER = re.compile("未[结办解]|尚未|其余|剩余|还有|尚有|仍有")
_CAME_IN = re.compile(f"{_TAKEN_IN.pattern}|办理|登记|信访|诉求|工单")
_BACK = 20
_LEFT = re.compile("未|没有|不(?=合格|达标|满意|通过)|尚|仍|正在|在办|待|还有|还剩|剩|其余")


def undone(task: Task) -> Iterator[Outcome]:
    """Yield what the fact of what was settled leaves of the one told right before: 受理560件，尚有12件正在办理."""
    backing = task.reading.backings.get(task.spot.at - 1)
    told = (
        task.reading.known.evidence[backing.evidence[0]] if backing is not None and len(backing.evidence) == 1 else None
    )
    if told is None or told.prior or not leaves_rest(task) or not same_unit(told.unit, task.spot.unit):
        return
    if task.reading.spots[task.spot.at - 1].sentence != task.spot.sentence:
        return
    for e in task.reading.known.plain:
        near = task.reading.neighbours(e.fact, told.fact) and same_unit(e.unit, told.unit)
        if near and any(done in (e.near or e.subject) for done in DONE) and (e.number or 0) < (told.number or 0):
            sides = plain_operands((told, e), _WEIGHT)
            values = [in_unit(o, task.spot) for o in sides]
            yield outcome(arithmetic.difference(*values), sides, "derived_diff", exact=True)


def left_in_fact(task: Task) -> Iterator[Outcome]:
    """Yield what was settled leaves of what came in, where one fact tells both: 不合格6批次 of 240批次，合格234批次."""
    clause = task.reading.text[slice(*task.spot.clause)]
    if _LEFT.search(clause) is None:
        return
    for part in task.reading.known.plain:
        if (
            part.place not in ("value", "text")
            or not _DONE.search(part.near)
            or not same_unit(part.unit, task.spot.unit)
        ):
            continue
        own = [e for e in task.reading.known.of_fact[part.fact] if e.place == part.place and e.order < part.order]
        wholes = [e for e in own if _takes_in(e, part)]
        denied = any(f"{sign}{word}" in clause for word in _DONE.findall(part.near) for sign in _DENYING)
        label = task.reading.known.by_id[part.fact].label
        if len(wholes) == 1 and (denied or any(p in clause for p in pieces(f"{label} {wholes[0].near}"))):
            sides = plain_operands((wholes[0], part), _WEIGHT)
            left = arithmetic.difference(*(o.value for o in sides))
            yield outcome(left, sides, "derived_diff", exact=True)


def _takes_in(whole: Evidence, part: Evidence) -> bool:
    """Say whether what came in is counted as what was settled is, or in a unit of its own: 接听5680通，解决5612件."""
    more = (whole.number or 0) >= (part.number or 0) and not _DONE.search(whole.near) and not whole.unit.dimension
    return more and (same_unit(whole.unit, part.unit) or _TAKEN_IN.search(whole.near) is not None)


def left_of_done(task: Task) -> Iterator[Outcome]:
    """Yield what the number told right before leaves of what came in, told earlier: 办结409件，未结19件 of 428件."""
    done = task.reading.stated(task.spot.at - 1) if task.spot.at else None
    name = (done.near or done.subject) if done is not None else ""
    if done is None or done.prior or not _LEFT_OVER.match(task.words) or _DONE.search(name) is None:
        return
    if task.reading.spots[task.spot.at - 1].sentence != task.spot.sentence or not same_unit(done.unit, task.spot.unit):
        return
    for other in reversed(task.reading.spots[max(0, task.spot.at - _BACK) : task.spot.at - 1]):
        whole = task.reading.stated(other.at)
        if whole is not None and whole.unit == done.unit and _CAME_IN.search(whole.near or whole.subject):
            sides = plain_operands((whole, done), _WEIGHT)
            left = arithmetic.difference(*(in_unit(o, task.spot) for o in sides))
            if left.value > 0:
                yield outcome(left, sides, "derived_diff", exact=True)
                return
