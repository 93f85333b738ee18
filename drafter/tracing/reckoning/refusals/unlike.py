"""Sums and differences of what does not go together: 9个 and 120名, last year's with this year's, two things."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.tracing import cues
from drafter.tracing.operands import Operand
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import FLOWS, OPPOSITES

_BOTH = 2
_HEAD = 2
_REACH = 8
_ANY_THING = ("件", "个", "份", "项", "样")
_PEOPLE = frozenset(("人", "名", "位"))
_YEARS = re.compile("[两二三四五六七八九十0-9]年|历年|年来|连续|先后|以来|(?:19|20)[0-9]{2}")
_SINCE = re.compile(r"[比较](?:上年|去年|上一年|前一年|上年度)|同比")
_BARE_CHANGE = re.compile(r"(?:增加|增长|减少|下降|降低|上升|增多|净增|净减|提高|多|少)(?:了|约|近|达)*$")
_AGAINST = re.compile(r"[比较由从与同自和]|相差|[高低]于")
_BECAME = re.compile(f"{cues.CHANGED_TO}[了约近]*$")
_PART = "其中"
_GAIN = re.compile("新[增建购招配添]|净增|增加|扩建|原有|原来|加上")
_EARLIER = re.compile(rf"{cues.PRIOR.pattern}|(?:19|20)[0-9]{{2}}年")


def unlike(task: Task, found: Outcome) -> bool:
    """Say whether a sum or a difference puts together what nobody would."""
    if found.category == "derived_sum":
        if _of_one_name(task, found):
            return True
        return _of_two_times(task, found) or _in_two_units(task, found) or _above_its_whole(task, found)
    if found.category != "derived_diff" or len(found.operands) != _BOTH:
        return False
    return _without_last_year(task, found) or _of_two_facts(task, found) or _less_untold_part(task, found)


def _of_one_name(task: Task, found: Outcome) -> bool:
    """Say whether two labels that make one name were added up: 党员志愿者 are no 党员 and 志愿者."""
    beside = task.reading.text[slice(*task.spot.before)] + "，" + task.reading.text[slice(*task.spot.after)]
    names = [task.reading.known.evidence[at].subject for at in sorted(_evidence(found))]
    if task.spot.unit.name not in _PEOPLE or len(names) != _BOTH or not all(len(name) >= _BOTH for name in names):
        return False  # 助浴助医695人次 may well be both
    return names[0] + names[1] in beside or names[1] + names[0] in beside


def _pairs(task: Task) -> list[set[int]]:
    return [{c.now.at, c.before.at} for c in task.reading.comparisons]


def _evidence(found: Outcome) -> set[int]:
    return {at for o in found.operands for at in o.evidence}


def _of_two_times(task: Task, found: Outcome) -> bool:
    """Say whether what was and what is were added up, though no words speak of several years."""
    before = {c.before.at for c in task.reading.comparisons if not c.increase}
    used = _evidence(found)
    if used.isdisjoint(before) or used <= before or (used in _pairs(task) and _came_on_top(task, found)):
        return False
    return _YEARS.search(task.reading.text, task.spot.sentence[0], task.spot.mention.start) is None


def _came_on_top(task: Task, found: Outcome) -> bool:
    """Say whether what is now came on top of what was: 新增170个 of 原有530个, not 54课时 of 上年44课时."""
    return any(_GAIN.search(o.words) for o in found.operands) or cues.CAME_ON_TOP.search(task.words) is not None


def _in_two_units(task: Task, found: Outcome) -> bool:
    """Say whether things that are counted otherwise were added up, though no fact or word puts them together."""
    names = {"人" if o.unit.name in _PEOPLE else o.unit.name for o in found.operands if not o.unit.dimension}
    if len(names) < _BOTH or cues.JOINT.search(task.words):
        return False
    if cues.TOTAL.search(cues.ahead(task.reading.text, task.spot, _BOTH)):
        return False
    known = (task.reading.known.evidence[at] for o in found.operands for at in o.evidence)
    if task.spot.unit.name in _ANY_THING and all((e.near or e.subject)[-_HEAD:] in task.words for e in known):
        return False  # 收到锦旗、表扬信163件, 发放棉被、棉衣830件
    return "人" in names or len({fact for o in found.operands for fact in o.facts}) > 1


def _above_its_whole(task: Task, found: Outcome) -> bool:
    """Say whether what 其中 makes a part comes to more than the whole told before it."""
    told = task.reading.text[task.spot.sentence[0] : task.spot.mention.start]
    cut = told.rfind(_PART)
    if cut < 0 or cues.JOINT.search(task.words):
        return False
    place = task.spot.sentence[0] + cut
    for other in reversed(task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]):
        e = task.reading.stated(other.at)
        if other.mention.start < place and other.sentence == task.spot.sentence and e is not None and e.number:
            return same_unit(e.unit, task.spot.unit) and _in(task, found.derived.value) >= e.number * e.unit.size
    return False


def _in(task: Task, value: Decimal) -> Decimal:
    return value * task.spot.unit.size


def _without_last_year(task: Task, found: Outcome) -> bool:
    """Say whether a change since last year was reckoned without any figure of an earlier time."""
    if _SINCE.search(task.words) is None or any(_is_earlier(task, o) or o.reasoned for o in found.operands):
        return False
    one, other = (o.words for o in found.operands)
    flows = any((come in one and go in other) or (come in other and go in one) for come, go in FLOWS)
    return not flows and _evidence(found) not in _pairs(task)


def _of_two_facts(task: Task, found: Outcome) -> bool:
    """Say whether a bare change was reckoned from two things of one time: 收入增加41万元 of two earnings."""
    if _BARE_CHANGE.search(task.words) is None or _AGAINST.search(task.words) or _evidence(found) in _pairs(task):
        return False
    if any(o.reasoned or o.spot >= 0 or len(o.evidence) != 1 for o in found.operands):
        return False
    one, other = found.operands
    return one.facts != other.facts and _is_earlier(task, one) == _is_earlier(task, other) and not _became(task, found)


def _became(task: Task, found: Outcome) -> bool:
    """Say whether the sentence has just told that one became the other: 抽查得86.5分，复查升到91.8分，提高5.3分."""
    near = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    told = [o for o in near if o.sentence == task.spot.sentence and o.mention.kind == "claim" and o.form == "number"]
    stated = [task.reading.stated(o.at) for o in told[-_BOTH:]]
    both = {e.at for e in stated if e is not None} == _evidence(found)
    return both and _BECAME.search(cues.beside(task.reading.text, told[-1])) is not None


def _is_earlier(task: Task, o: Operand) -> bool:
    named = (task.reading.known.wordings[fact] for fact in o.facts)
    return o.prior or any(_EARLIER.search(words) for words in named)


def _less_untold_part(task: Task, found: Outcome) -> bool:
    """Say whether what is told as a named part is what one of several other parts leaves, of which nobody speaks."""
    less, more = sorted(found.operands, key=lambda o: o.amount)
    if less.spot >= 0 or less.reasoned or less.prior or len(less.evidence) != 1 or cues.REST.search(task.words):
        return False
    e = task.reading.known.evidence[less.evidence[0]]
    own = [o for o in task.reading.known.of_fact[e.fact] if same_unit(o.unit, e.unit) and o.place == e.place]
    sentence = task.reading.text[slice(*task.spot.sentence)]
    telling = [p for p in pieces(e.near or e.subject) if p not in more.words]
    if not telling or len(own) <= _BOTH or any(p in sentence for p in telling):
        return False
    beside = cues.beside(task.reading.text, task.spot)
    return not any(one in beside and other in e.near for one, other in OPPOSITES)
