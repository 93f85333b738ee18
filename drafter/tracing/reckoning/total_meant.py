"""What a wrong total should be, where its words enumerate the parts and each name means one fact: 队员和教练共70人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.operands import plain_operands
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.reckoning.adding import total_of
from drafter.tracing.reckoning.enumerated import enumerated_parts
from drafter.tracing.reckoning.joined_names import joined_parts
from drafter.tracing.reckoning.listed import listed_by
from drafter.tracing.reckoning.outcome import explains
from drafter.tracing.reckoning.task import Task, set_task
from drafter.tracing.units import same_unit

_WEIGHT = 0.9
_FEW = 2
_IN_TURN = re.compile("分别|依次|[各均每]")
_JOINED = re.compile("[\u4e00-\u9fff][、和及][\u4e00-\u9fff]")
_TAIL = re.compile(r"(?:人数|队伍|总[数量]|[共计约近达为有]|合计)+$")


def total_meant(reading: Reading, spot: Spot) -> Objection | None:
    """Return the objection that what the words at a number enumerate comes to another total; None where it is open."""
    if spot.number is None or spot.form != "number":
        return None
    words = cues.ahead(reading.text, spot)
    cued = (cues.DIFFERENCE, cues.GROWTH, cues.REST, cues.AVERAGES)
    if _IN_TURN.search(reading.text, *spot.before) or any(cue.search(words) for cue in cued):
        return None
    task = set_task(reading, spot)
    listed = listed_by(reading, spot)
    named = [*enumerated_parts(task), *_drawn_together(task)] if listed is None else [listed]
    found = {tuple(sorted(parts, key=lambda e: e.at)) for parts in named}
    totals = [total_of(plain_operands(parts, _WEIGHT), spot) for parts in found]
    if len({o.derived.value for o in totals}) != 1 or explains(spot, totals[0]):
        return None
    return Objection("wrong_derived", (), tuple(found.pop()), totals[0].derived)


def _drawn_together(task: Task) -> Iterator[Sequence[Evidence]]:
    """Yield the parts whose names the words join by their signs: 金、银牌, 专兼职队员 of 专职队员 and 兼职队员."""
    words = _TAIL.sub("", task.reading.text[slice(*task.spot.before)])
    joined = joined_parts(task) if _JOINED.search(words) else []
    if joined:
        yield joined
        return
    words = words.replace("、", "")
    known = [e for e in task.reading.known.plain if e.place in ("value", "text") and same_unit(e.unit, task.spot.unit)]
    for pair in combinations([e for e in known if e.number and _lacks_one_sign(e.near or e.subject, words)], _FEW):
        if any(words.endswith(name) for name in _in_one_name(*(e.near or e.subject for e in pair))):
            yield pair


def _lacks_one_sign(name: str, words: str) -> bool:
    """Say whether some words end in a name but for one sign more: few names do, and only these are held together."""
    told = words[-len(name) - 1 :]
    return any(told[:at] + told[at + 1 :] == name for at in range(len(told)))


def _in_one_name(one: str, other: str) -> Sequence[str]:
    """Return both ways to write two names that differ in one sign as one: 专兼职队员, 兼专职队员."""
    apart = [i for i, signs in enumerate(zip(one, other, strict=False)) if signs[0] != signs[1]]
    if len(one) != len(other) or len(apart) != 1:
        return ()
    at = apart[0]
    return (f"{one[:at]}{one[at]}{other[at:]}", f"{other[:at]}{other[at]}{one[at:]}")
