"""Changes told in the other direction: 比上年减少4个 where the facts say that there are four more."""

from __future__ import annotations

import re

from drafter.tracing import arithmetic, cues
from drafter.tracing.approximation import holds
from drafter.tracing.arithmetic import Derived
from drafter.tracing.comparisons import Comparison
from drafter.tracing.operands import related
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.compared import compared
from drafter.tracing.reckoning.outcome import Outcome, stated_by
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_SINCE_LAST_YEAR = re.compile(r"[比较](?:上年|去年|上一年|前一年|上年度)|同比")
_POINTS = "百分点"
_MORE = re.compile(r"[比较][^，,。；;]*多(?:了|出)?$")


_CHANGED_NOUN = re.compile(
    r"(?:[比较](?:上年|去年|上一年|前一年|上年度)(?:同期|末|底)?|同比)(?P<change>增加|减少|增长|下降|多|少|增|减)了?[\u4e00-\u9fff]{1,8}$"
)
_COMPARES = re.compile(r"[比较]|[高低]于|高出")


def turned(task: Task, found: Outcome) -> bool:
    """Say whether an outcome is the change of one quantity, told the other way round."""
    if found.category != "derived_diff" or len(found.operands) != 2:
        return False
    told = _told(task)
    used = {at for o in found.operands for at in o.evidence}
    pairs = (c for c in task.reading.comparisons if not c.increase and {c.now.at, c.before.at} == used)
    return bool(told) and any(went(c) not in (told, "") for c in pairs)


def of_two_things(task: Task, found: Outcome) -> bool:
    """Say whether a change since last year was reckoned from two things that the text does not tell of."""
    if found.category != "derived_diff" or not _SINCE_LAST_YEAR.search(task.words):
        return False
    used = {at for o in found.operands for at in o.evidence}
    compared = [{c.now.at, c.before.at} for c in task.reading.comparisons]
    several = len(found.operands) > len(used) / 2 > 1
    known = any(used <= pair for pair in compared) or (several and used <= set[int]().union(*compared))
    return not known and (_crosswise(task, found) or not any(o.spot >= 0 for o in found.operands))


def _crosswise(task: Task, found: Outcome) -> bool:
    """Say whether one thing now was set against another before, though each has its own counterpart."""
    before = [at for o in found.operands if o.prior for at in o.evidence]
    now = [at for o in found.operands if not o.prior for at in o.evidence]
    pairs = task.reading.comparisons
    paired = all(any(at in (c.now.at, c.before.at) for c in pairs) for at in (*before, *now))
    return len(before) == len(now) == 1 and len(found.operands) > 1 and paired


def of_other_rates(task: Task, found: Outcome) -> bool:
    """Say whether a change in 百分点 was reckoned from two different rates rather than from both sides of one."""
    if found.category != "derived_diff" or task.spot.unit.dimension != "百分点" or len(found.operands) != 2:
        return False
    one, other = found.operands
    first, last = task.spot.at - 2, task.spot.at - 1
    if first >= 0 and _leads_on(task, first, last):
        backings = task.reading.backings
        stated = {at for o in (first, last) if o in backings for at in backings[o].evidence}
        return not {one.spot, other.spot} <= {first, last} and not {*one.evidence, *other.evidence} <= stated
    if not _told(task) or _COMPARES.search(task.words) or one.prior or other.prior or one.facts == other.facts:
        return False
    return not related(one, other)


def _leads_on(task: Task, first: int, last: int) -> bool:
    """Say whether the two shares right before are told as 由98.9%升到99.6%."""
    one, other = task.reading.spots[first], task.reading.spots[last]
    if not (one.form == other.form == "share" and one.sentence == task.spot.sentence):
        return False
    return re.search(r"[由从自]", cues.beside(task.reading.text, one)) is not None and one.sentence == other.sentence


def other_way(task: Task) -> tuple[Comparison, Derived] | None:
    """Return the change that the number states the wrong way round, with its reckoning, or None."""
    told, number = _told(task), stated_by(task.spot)
    for c, now, before in compared(task) if told else ():
        way = went(c)
        if c.increase or way in (told, ""):
            continue
        if task.spot.form == "share":
            change = arithmetic.growth(now.value, before.value)
        elif same_unit(now.unit, task.spot.unit) or (now.share and task.spot.unit.dimension == _POINTS):
            change = arithmetic.difference(in_unit(now, task.spot), in_unit(before, task.spot))
        else:
            change = None
        if change is not None and holds(number, abs(change.value), rounded=task.spot.form == "share"):
            return c, Derived(abs(change.value), f"{change.reckoning}，是{way}，不是{told}")
    return None


def _told(task: Task) -> str:
    """Return which way the words right before the number say that it went."""
    words = task.words
    noun = _CHANGED_NOUN.search(words)
    if noun is not None:  # 比上年减少学生46人 as 学生比上年减少46人
        words = words[: noun.end("change")]
    if cues.DOWN.search(words):
        return "减少"
    return "增加" if cues.UP.search(words) or _MORE.search(words) else ""


def went(c: Comparison) -> str:
    """Return which way a quantity went; an empty word where it stayed or ranks were compared."""
    if c.now.number is None or c.before.number is None or c.now.type == "ordinal" or c.now.number == c.before.number:
        return ""
    return "增加" if c.now.number * c.now.unit.size > c.before.number * c.before.unit.size else "减少"
