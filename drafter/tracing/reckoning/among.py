"""Shares of a whole that the sentence names without its number: 结案中调解成功285件，调解率62.5%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, plain_operands
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_REACH = 6
_SHORTEST = 2
_SIGN = "中"
_AMONG = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,14})(?:当|之)?中(?![心学小级等部央间队型国期])")
_TAIL = re.compile(r"(?:[件户人名家处个次场位起]|的|总|数|量|人员|对象|案件|人口)*$")
_RATE = re.compile(r"(?:率|面|占|比例|比重|占比)[^，。；、0-9]{0,8}$")


def share_among(task: Task) -> Iterator[Outcome]:
    """Yield the share of the number told last in what the sentence said before that it is among."""
    name, start = _named_whole(task)
    part = _told_last(task, start) if name and _RATE.search(task.words) else None
    asked = cues.SURVEYED.search(task.words)
    if part is None or (asked and asked.group() not in part.near + part.far):
        return
    for whole in task.reading.known.plain:
        more = (whole.number or 0) >= (part.number or 0) and whole.at != part.at
        if more and _is_called(whole, name) and same_unit(whole.unit, part.unit):
            sides = plain_operands((part, whole), _WEIGHT)
            each = arithmetic.share(*(o.value * o.unit.size for o in sides))
            if each is not None:
                yield outcome(each, sides, "derived_percent")


def is_named_whole(task: Task, whole: Operand) -> bool:
    """Say whether the sentence said that what follows is among what an operand counts."""
    name, _ = _named_whole(task)
    return bool(name) and any(_is_called(task.reading.known.evidence[at], name) for at in whole.evidence)


def _named_whole(task: Task) -> tuple[str, int]:
    """Return the name before the last 中 that the sentence has before the number, and where its 中 ends."""
    start = task.spot.sentence[0]
    ahead = task.reading.text[start : task.spot.mention.start]
    found = list(_AMONG.finditer(ahead)) if _SIGN in ahead else []
    return (_TAIL.sub("", found[-1]["name"]), start + found[-1].end()) if found else ("", start)


def _is_called(e: Evidence, name: str) -> bool:
    """Say whether a name is that of a fact, or what the fact calls one of its numbers: 96名，专任教师150名."""
    return any(len(own) >= _SHORTEST and name.endswith(own) for own in (e.subject, e.near))


def _told_last(task: Task, start: int) -> Evidence | None:
    """Return what the last plain number behind a place in the text states, where a fact states it."""
    for other in reversed(task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]):
        if other.mention.start < start:
            return None
        if other.form == "number":
            e = task.reading.stated(other.at)
            return e if e is not None and e.number is not None and not e.prior else None
    return None
