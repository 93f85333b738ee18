"""Totals of what the words at a number enumerate by name: 学校、幼儿园5所, 58名民警、辅警."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import total_of
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit

_WEIGHT = 0.9
_MOST = 6
_FEW = 2
_HALF = 0.5
_LONGEST = 6
_JOINTS = re.compile(r"、|[和与及](?!谐)|以及")
_TOTAL = re.compile(r"(?:合计|总计|累计|总共|一共|共计|加起来|加在一起|合起来|共|总|各类|等)[\u4e00-\u9fff]{0,6}$")
_BEHIND = re.compile(r"[\u4e00-\u9fff]{1,8}(?:(?:、|[和与及]|以及)[\u4e00-\u9fff]{1,10})+")
_ONLY_NAMED = re.compile(r"^其中|的")


def enumerated(task: Task) -> Iterator[Outcome]:
    """Yield the total of the facts that stand by name before a number, or right behind it."""
    for parts in enumerated_parts(task):
        each = total_of(plain_operands(parts, _WEIGHT), task.spot)
        yield Outcome(each.derived, each.operands, each.category, _WEIGHT, exact=True)


def enumerated_parts(task: Task) -> Iterator[list[Evidence]]:
    """Yield the facts that each enumeration at a number names, where each name means just one."""
    if task.spot.form != "number" or cues.PRIOR.search(task.words):
        return
    known = [
        e
        for e in task.reading.known.evidence
        if e.place in ("value", "text") and e.number and not e.prior and same_unit(e.unit, task.spot.unit)
        and task.reading.values.forms[e.at] == "number"
    ]  # fmt: skip
    for names in _names(task) if len(known) >= _FEW else ():
        parts = _parts(known, names)
        if parts:
            yield parts


def _names(task: Task) -> Iterator[list[str]]:
    """Yield the names that the words before a number enumerate, and those that the words behind it do."""
    ahead = cues.TAIL.sub("", task.reading.text[slice(*task.spot.before)])
    for words in dict.fromkeys((_TOTAL.sub("", ahead), ahead)):
        names = [name.strip("“”") for name in _JOINTS.split(words)]
        if _FEW <= len(names) <= _MOST and all(names):
            yield names
    behind = _BEHIND.match(task.reading.text, task.spot.unit_end, task.spot.clause[1])
    if behind is not None:
        names = _JOINTS.split(behind.group())
        if len(names) <= _MOST:
            yield names


def _parts(known: Sequence[Evidence], names: Sequence[str]) -> list[Evidence]:
    """Return the one fact that each name means; none where a name means none or more than one, or two the same."""
    found: list[Evidence] = []
    for n, name in enumerate(names):
        last = n == len(names) - 1
        scored = [(_fits(name, e, last=last) + sum(_alike(e, o) for o in found[:1]), e) for e in known]
        best = max(score for score, _ in scored)
        own = [e for score, e in scored if score == best]
        if best < _HALF or len({e.number for e in own}) > 1 or own[0] in found:
            return []
        found.append(own[0])
    return found


def _fits(name: str, e: Evidence, *, last: bool) -> float:
    """Return how well a name means what evidence counts: as its very label, its beginning or end, or by its pieces.

    The last name may be followed by a verb, and the first ones may leave out what it ends in: 失能、半失能老人.
    """
    label = _label(e)
    if not label:
        return 0.0
    if name == label:
        return 4.0
    if label.startswith(name) or (last and name.startswith(label)):
        return 3.0 + min(len(name), len(label)) / max(len(name), len(label))
    if label.endswith(name) or name.endswith(label):
        return 2.0 + min(len(name), len(label)) / max(len(name), len(label))
    return _common(name, label)


def _label(e: Evidence) -> str:
    return _ONLY_NAMED.sub("", e.near or e.subject)


def _alike(e: Evidence, other: Evidence) -> int:
    """Return at how many ends two labels are alike: 在管糖尿病患者 is like 在管高血压患者, 糖尿病患者管理 is not."""
    one, two = _label(e), _label(other)
    return (one[:_FEW] == two[:_FEW]) + (one[-_FEW:] == two[-_FEW:]) if one and two else 0


@lru_cache(maxsize=8192)
def _common(name: str, label: str) -> float:
    own = pieces(name[-_LONGEST:]) or pieces(name)
    known = pieces(label)
    return sum(piece in known for piece in own) / max(1, min(len(own), len(known)))
