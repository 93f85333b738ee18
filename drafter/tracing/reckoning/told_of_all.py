"""Shares told of the whole that stands behind them: 四分之一的居民是60岁以上老人, 四分之三的床位已入住."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import is_total, peoples, plain_operands
from drafter.tracing.reckoning.named_rates import share_between
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import OPPOSITES

_WEIGHT = 0.8
_LEAST = 2
_BEHIND = re.compile(r"(?:以上|左右|多)?的?(?P<told>[\u4e00-\u9fff0-9]{3,24})")
_PEOPLE = re.compile("居民|人口|村民|市民|群众|人(?!员)")
_LINK = re.compile("(?:都|均|已经|已|现|也|就)*(?:年龄)?(?:是|为|属于|属|系|达到|达|获评|被评为|评为|有|在)?(?:了|着)?")
_AGE = re.compile(r"\d{1,3}周?岁(?:及?以[上下])?")
_SEXES = {"女性": "女", "男性": "男"}
_IN = ("入住", "在住", "在院")
_OUT = ("空置", "空闲", "闲置", "空余", "空着")


def told_of_all(task: Task) -> Iterator[Outcome]:
    """Yield the share of what a clause says of the whole that the number stands before: 四成职工是女性."""
    behind = _BEHIND.match(task.reading.text, task.spot.mention.end, task.spot.clause[1])
    if behind is None:
        return
    yield from _of_split(task, behind["told"])
    for whole, rest in _wholes(task, behind["told"]):
        told = _LINK.sub("", rest, count=1)
        for part in _parts(task, whole, told, turned=False):
            yield from share_between(task, part, whole)
        for part in _parts(task, whole, told, turned=True):
            yield from _left_of(part, whole)


def _wholes(task: Task, words: str) -> Iterator[tuple[Evidence, str]]:
    """Yield the facts that count what words begin with, and the words behind it."""
    split = {e.at for s in task.reading.splits if s.noun and words.startswith(s.noun) for e in s.evidence}
    plain = [e for e in task.reading.known.plain if e.at not in split]
    named = [(e, tail) for e in plain if (tail := _tail(e.near or e.subject, words))]
    longest = max((len(tail) for _, tail in named), default=0)
    for e, tail in named:
        # 商户 are all of that name, and no 签约商户 where the facts have both.
        wider = any((o.near or o.subject) == tail != (e.near or e.subject) for o, _ in named)
        if len(tail) == longest and not wider:
            yield e, words[longest:]
    people = _PEOPLE.match(words)
    totals = {o.evidence[0] for o in task.reading.silent if is_total(o, "") and peoples(o)}
    for e in task.reading.known.plain if people is not None else ():
        if people is not None and e.at in totals and e.unit.name in ("人", "名"):
            yield e, words[people.end() :]


def _of_split(task: Task, words: str) -> Iterator[Outcome]:
    """Yield the share of one part of what was split, where no fact states that itself: 八成教师是女性."""
    for split in task.reading.splits:
        stated = any((e.near or e.subject) == split.noun for e in task.reading.known.plain)
        if stated or len(split.noun) < _LEAST or not words.startswith(split.noun):
            continue
        named = split.named_in(words[len(split.noun) :])
        if len(named) == 1:
            sides = plain_operands([named[0], *(e for e in split.evidence if e is not named[0])], _WEIGHT)
            total = arithmetic.total([o.value for o in sides])
            each = arithmetic.share(sides[0].value, total.value)
            if each is not None:
                worded = f"{total.reckoning}，{each.reckoning}"
                yield outcome(arithmetic.Derived(each.value, worded), sides, "derived_percent")


def beside_whole_behind(task: Task, found: Outcome) -> bool:
    """Say whether a share of what no number told was taken of another whole than stands right behind it: 三成居民."""
    silent = all(o.spot < 0 and not o.reasoned and len(o.evidence) == 1 for o in found.operands)
    behind = _BEHIND.match(task.reading.text, task.spot.mention.end, task.spot.clause[1])
    if behind is None or not silent or len(found.operands) != _LEAST:
        return False
    wholes = {e.at for e, _ in _wholes(task, behind["told"])}
    return bool(wholes) and wholes.isdisjoint(at for o in found.operands for at in o.evidence)


def _tail(name: str, words: str) -> str:
    """Return the longest end of a name, of two signs or more, that words begin with."""
    return next((name[n:] for n in range(len(name) - 1) if words.startswith(name[n:])), "")


def _parts(task: Task, whole: Evidence, told: str, *, turned: bool) -> Iterator[Evidence]:
    """Yield the facts that count those of a whole of whom that is told, or those of whom its opposite is."""
    if len(told) < _LEAST and told not in _SEXES.values():
        return
    for e in task.reading.known.plain:
        less = e.at != whole.at and e.number is not None and 0 < e.number <= (whole.number or 0)
        if less and (same_unit(e.unit, whole.unit) or e.fact == whole.fact) and _says(e, whole, told, turned=turned):
            yield e


def _says(e: Evidence, whole: Evidence, told: str, *, turned: bool) -> bool:
    """Say whether a fact's name says of a whole what the words tell, or the opposite."""
    name, all_of = e.near or e.subject, whole.near or whole.subject
    aged = _AGE.match(told)
    if aged is not None:
        return not turned and aged.group() in name
    sign = next((short for long, short in _SEXES.items() if told.startswith((long, short))), "")
    if sign:
        other = next(b for a, b in OPPOSITES if a == sign)
        return name.startswith(other if turned else sign)
    if turned:
        return told.startswith(_OUT) and name.startswith(_IN)
    own = name.replace(all_of, "") if len(all_of) >= _LEAST and all_of in name else name
    return len(own) >= _LEAST and told.startswith((own, name, own[:_LEAST]))


def _left_of(part: Evidence, whole: Evidence) -> Iterator[Outcome]:
    """Yield the share of what a part leaves of the whole."""
    sides = plain_operands((whole, part), _WEIGHT)
    left = arithmetic.difference(*(o.value * o.unit.size for o in sides))
    each = arithmetic.share(left.value, sides[0].value * sides[0].unit.size)
    if each is not None:
        worded = f"{left.reckoning}，{each.reckoning}"
        yield outcome(arithmetic.Derived(each.value, worded), sides, "derived_percent")
