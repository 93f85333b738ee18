"""Bases and times that a reckoning may not use: 男学员 of 女学员, today's average told as where it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, is_total
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import OPPOSITES

_OF_ALL = re.compile(r"占(?:到|了)?(?:全部|所有|全体|总)(?P<name>[\u4e00-\u9fff]{2,6})的")
_ALL_SORTS = ("各项", "各类", "各种", "全部", "所有")
_BACK = 8
_BOTH = 2
_HARDLY = 1e-6
_MADE = ("derived_percent", "derived_ratio")


def on_another_base(task: Task, found: Outcome) -> bool:
    """Say whether a reckoning set a part against another part, or told what is now as what was before."""
    if found.category not in _MADE or len(found.operands) != _BOTH:
        return False
    if _of_now(task, found):
        return True
    part, whole = found.operands
    if found.category == "derived_percent" and _upside_down(task, part, whole):
        return True
    if found.category != "derived_percent" or "占" not in task.words:
        return False
    if whole.reasoned or whole.prior or part.prior or len(whole.evidence) != 1 or not divided(found):
        return False
    return _of_other_half(task, part, whole) or _of_addend(task, whole) or _of_some(task, whole)


def _upside_down(task: Task, part: Operand, whole: Operand) -> bool:
    """Say whether what 的 makes the base was taken as the part: 收入212万元，为任务200万元的94.3%."""
    before = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    backing = task.reading.backings.get(task.spot.at - 1)
    if before is None or backing is None or before.form != "number" or not backing.evidence:
        return False
    base = set(backing.evidence)
    of_it = task.reading.text[before.unit_end : task.spot.mention.start] == "的"
    return of_it and not base.isdisjoint(part.evidence) and base.isdisjoint(whole.evidence)


def divided(found: Outcome) -> bool:
    """Say whether the second operand is what the first was set against, and not one of several added up."""
    part, whole = found.operands
    return bool(whole.amount) and abs(100 * part.amount / whole.amount - float(found.derived.value)) < _HARDLY


def _of_other_half(task: Task, part: Operand, whole: Operand) -> bool:
    """Say whether a part was set against the other half of its whole, that the words do not name: 男 against 女."""
    if len(part.evidence) != 1 or part.reasoned:
        return False
    own, base = (task.reading.known.evidence[o.evidence[0]] for o in (part, whole))
    own_words, base_words = own.near or own.subject, base.near or base.subject
    named = task.words.rpartition("占")[2]
    return any(
        one in own_words and other not in named and own_words.replace(one, other, 1) == base_words
        for one, other in OPPOSITES
    )


def _of_addend(task: Task, whole: Operand) -> bool:
    """Say whether a base was only added up to a total that the paragraph told, and that nobody spoke of by itself."""
    e = task.reading.known.evidence[whole.evidence[0]]
    if whole.spot >= 0 or (e.near or e.subject)[:_BOTH] in task.words:
        return False  # what tells it apart from the total is named: 东岭村困难户占本村
    return any(len(own) > 1 and e.at in {o.at for o in own} for own in _added_up(task, whole))


def _of_some(task: Task, whole: Operand) -> bool:
    """Say whether 占全部办件 was taken of one of several sorts, as 窗口办件 beside 网上办件."""
    told = _OF_ALL.search(task.words)
    own = task.reading.known.evidence[whole.evidence[0]].subject
    if told is None or told["name"][:_BOTH] not in own[1:] or own.startswith(_ALL_SORTS):
        return False
    if any(is_total(o, "") for o in task.reading.silent if o.evidence == whole.evidence):
        return False
    name = told["name"][:_BOTH]
    sorts = {e.subject for e in task.reading.known.plain if name in e.subject[1:] and same_unit(e.unit, whole.unit)}
    return len(sorts) > 1


def _added_up(task: Task, whole: Operand) -> Iterator[list[Evidence]]:
    """Yield what each total that the paragraph told before adds up, rightly or not, in the base's unit."""
    reading = task.reading
    for other in reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]:
        apart = "\n" in reading.text[other.mention.end : task.spot.mention.start]
        if apart or other.form != "number" or not same_unit(other.unit, whole.unit):
            continue
        backing, objection = reading.backings.get(other.at), reading.objections.get(other.at)
        if backing is not None and backing.category == "derived_sum":
            yield [reading.known.evidence[at] for at in backing.evidence]
        elif backing is None and objection is not None and objection.reckoned and "+" in objection.reckoned.reckoning:
            yield list(objection.meant)


def _of_now(task: Task, found: Outcome) -> bool:
    """Say whether what is now is told as what was before, where the facts state that too: 从60人提高到60人."""
    if any(o.prior or o.reasoned for o in found.operands):
        return False
    known = {c.now.at for c in task.reading.comparisons if not c.increase and c.now.number != c.before.number}
    if not all(known & set(o.evidence) for o in found.operands):
        return False
    return cues.speaks_of_before(task.reading.text, task.spot, task.reading.known.period.first_year)
