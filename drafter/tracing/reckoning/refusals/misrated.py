"""Rates made of what their names do not speak of: 教师持证率 of 教师 among 学生, 党员参与率 of 场次 among 人.

Such a quotient may come near by chance; as the right value it would be told to staff without any ground.
"""

from __future__ import annotations

import re

from drafter.tracing.operands import Operand
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.told_pairs import told_pair

_BOTH = 2
_RATE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,14})率(?:已|约|近|为|达到?|是|由|从|提高到|升至|上升到)*$")
_TIMES = frozenset(("场", "次", "期", "回", "场次"))
_VISITS = _TIMES | {"人次", "户次"}
_LIVING = frozenset(("人", "名", "位", "户"))
_ACTORS = re.compile("(?:[员师生工户民者练警兵长]|儿童|妇女|群众|干部|骨干)$")
_SHORTEST = 2


def misrated(task: Task, found: Outcome) -> bool:
    """Say whether a rate was reckoned of times among people or other things, or of those who are all there are."""
    name = _rate_of(task, found)
    if not name:
        return False
    if _of_other_than_pair(task, found):
        return True
    part, whole = found.operands
    who = task.reading.known.evidence[part.evidence[0]].subject
    if part.unit.name in _TIMES and part.unit.name != whole.unit.name:
        return whole.unit.name in _LIVING or name not in who  # 评价率 of 评价54000次 among 办件72000件
    return _are_all_there_are(name, who, part)


def _of_other_than_pair(task: Task, found: Outcome) -> bool:
    """Say whether the sentence has just told both sides of a bare rate, and others were used: 录用 among all."""
    pair = told_pair(task.reading, task.spot)
    return pair is not None and {e.at for e in pair} != {at for o in found.operands for at in o.evidence}


def among_visits_unsaid(task: Task, found: Outcome) -> bool:
    """Say whether a rate was reckoned among visits or times that neither its name speaks of nor the draft has told."""
    name = _rate_of(task, found)
    whole = found.operands[-1] if name else None
    if whole is None or whole.spot >= 0 or whole.unit.name not in _VISITS:
        return False
    return not any(piece in name for piece in pieces(whole.words))


def _rate_of(task: Task, found: Outcome) -> str:
    """Return the name of the rate that a number is told to be, where it was reckoned of two facts of one time."""
    told = _RATE.search(task.words)
    if told is None or found.category != "derived_percent" or len(found.operands) != _BOTH:
        return ""
    part, whole = found.operands
    return told["name"] if part.prior == whole.prior and part.evidence and whole.evidence else ""


def _are_all_there_are(name: str, who: str, part: Operand) -> bool:
    """Say whether a rate's name says of the part's people that they did something the part itself knows nothing of."""
    acting = part.unit.name in _LIVING and len(who) >= _SHORTEST and _ACTORS.search(who) is not None
    if not acting or not name.startswith(who) or part.spot >= 0:
        return False
    deed = name.removeprefix(who)
    return bool(deed) and set(deed).isdisjoint(part.words)
