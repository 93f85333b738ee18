"""Quotients of what nobody speaks of: 户均 over posts, 化解率 in lamps, 场均观众 of borrowed books.

A part, a base or a divisor has to be what the words name, what the text has told, or the one total of its kind.
"""

from __future__ import annotations

import re

from drafter.tracing import cues
from drafter.tracing.operands import Operand, is_total, related
from drafter.tracing.reckoning.averages import counts_them
from drafter.tracing.reckoning.indicators import names_indicator
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import also_called, pieces
from drafter.tracing.units import same_unit, unit_of
from drafter.tracing.vocabulary import COMERS, COUNTED_BY, GENERIC

_BOTH = 2
_BARE = re.compile(r"^\s*(?:约|仅|只|共)?占(?:比|到|了|总[数量]|约|近)*$")
_EACH = re.compile(r"(?:每|平均一)(?P<each>[\u4e00-\u9fff]{1,8})|(?P<sign>[\u4e00-\u9fff](?<![平年月日周]))均")
_A_HEAD = re.compile("(?:[人户]均|每[人户名])(?:约|近|仅)?$")
_WHO = re.compile("(?P<who>[\u4e00-\u9fff][众员民者师客童生])$")
_WHO_BEHIND = re.compile("(?P<who>[\u4e00-\u9fff][众员民者师客童生])(?:[\u4e00-\u9fff]{2}|$)")
_LIVING = frozenset(("人", "名", "位", "户"))

_OF_ANYTHING = _LIVING | {"次", "个", "人次", ""}
"""The units in which anything may be counted that a rate relates: 评价6万次 of 办件8万件, 参保320人 of 户."""


def unspoken(task: Task, found: Outcome) -> bool:
    """Say whether a quotient has a side that nobody speaks of."""
    if len(found.operands) != _BOTH or any(o.reasoned or not o.evidence for o in found.operands):
        return False
    first, second = found.operands
    if first.facts == second.facts or names_indicator(task.words):
        return False
    if found.category == "derived_percent":
        return _whole_unspoken(task, first, second)
    if found.category != "derived_ratio" or "÷" not in found.derived.reckoning:
        return False
    words = cues.average_words(task.reading.text, task.spot, task.reading.spots)
    if not cues.AVERAGES.search(words):
        return False
    if _amount_unspoken(task, words, first, second) or _over_unspoken(task, words, first, second):
        return True
    return _over_others(task, words, first, second)


def _whole_unspoken(task: Task, part: Operand, whole: Operand) -> bool:
    """Say whether a share was taken of something else than its words, its sentence or its part suggest."""
    if whole.prior or part.prior or _spoken(task, whole) or related(part, whole):
        return False
    if part.unit.name != whole.unit.name and _OF_ANYTHING.isdisjoint((part.unit.name, whole.unit.name)):
        return True
    return _beside_larger(task, part) or _beside_head(task, part, whole)


def _beside_larger(task: Task, part: Operand) -> bool:
    """Say whether the sentence has just told something larger that the part may be one of."""
    before = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    e = task.reading.stated(task.spot.at - 1) if before is not None else None
    if before is None or e is None or before.sentence != task.spot.sentence or e.at in part.evidence:
        return False
    alike = e.unit.name == part.unit.name or {e.unit.name, part.unit.name} <= _LIVING - {"户"}
    return alike and (e.number or 0) >= part.value


def _beside_head(task: Task, part: Operand, whole: Operand) -> bool:
    """Say whether a bare share was taken of others than those that the part's name makes it one of: 教师."""
    if not _BARE.match(task.words):
        return False
    own = task.reading.known.evidence[part.evidence[0]].subject
    return any(
        len(e.subject) > 1 and own.endswith(e.subject) and own != e.subject and same_unit(e.unit, part.unit)
        and (e.number or 0) >= part.value and e.at not in whole.evidence
        for e in task.reading.known.plain
    )  # fmt: skip


def _amount_unspoken(task: Task, words: str, amount: Operand, over: Operand) -> bool:
    """Say whether the words name those who come to each, and the amount is neither these nor told nor named."""
    if _spoken(task, amount) or not (amount.unit.name == "人次" or amount.unit.name in _LIVING):
        return False
    ahead, behind = words.rstrip("约近达有为共"), task.reading.text[slice(*task.spot.after)]
    name = next((told["who"] for told in (_WHO_BEHIND.match(behind), _WHO.search(ahead)) if told is not None), "")
    if not name or name in GENERIC or any(p in over.words for p in pieces(name)):
        return False
    known = (amount.words, *also_called(amount.words))
    others = (*COMERS.get(name, ()), *also_called(name))
    return not any(p in o for p in pieces(name) for o in known) and not any(other in amount.words for other in others)


def _over_unspoken(task: Task, words: str, amount: Operand, over: Operand) -> bool:
    """Say whether an average was taken over what is neither told nor named nor all people or households."""
    if over.unit.dimension or _spoken(task, over) or related(amount, over) or _is_named_by(words, over):
        return False
    total = any(is_total(o, "") for o in task.reading.silent if o.evidence == over.evidence)
    return not (total and over.unit.name in _LIVING)


def _over_others(task: Task, words: str, amount: Operand, over: Operand) -> bool:
    """Say whether a bare 人均 was taken over others than the people just told of, whom the amount is for: 资助83人."""
    if not _A_HEAD.search(words) or over.spot >= 0:
        return False
    before = task.reading.spots[max(0, task.spot.at - _BOTH) : task.spot.at]
    for other in before:
        e = task.reading.stated(other.at) if other.sentence == task.spot.sentence else None
        made = task.reading.operands[e.at] if e is not None else None
        if made is None or e is None or e.at in (*over.evidence, *amount.evidence) or e.unit != over.unit:
            continue
        if related(made, amount) and not related(over, amount):
            return True
    return False


def _is_named_by(words: str, over: Operand) -> bool:
    """Say whether 每 or 均 names an operand by its noun, by a sign of it or by its unit: 每车, 每组, 人次均."""
    each = list(_EACH.finditer(words))
    for told in each:
        name = told["sign"] or told["each"].removesuffix("平均")
        unit = unit_of(name)
        noun = name.removeprefix(unit) or name
        if any(noun[i : i + _BOTH] in over.words for i in range(len(noun) - 1)) or noun[0] in over.words:
            return True
        if counts_them(name[0], over) or (
            over.unit.name and name.startswith(over.unit.name) and over.unit.name != "个"
        ):
            return True
        if over.unit.name in COUNTED_BY.get(name[0], ()):
            return True
    return not each or (bool(over.unit.name) and f"{over.unit.name}均" in words)


def _spoken(task: Task, o: Operand) -> bool:
    """Say whether the paragraph has told an operand, or the sentence names it."""
    used = set(o.evidence)
    if o.spot >= 0 or any(not used.isdisjoint(p.evidence) for p in task.play):
        return True
    fits = task.reading.fits[task.spot.at]
    return any(fits.get(at).whole > 0 for at in used)
