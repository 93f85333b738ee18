"""What a quantity was before the change that its own fact tells: 由42.5岁降到37.4岁 of 37.4岁，比上届下降5.1岁."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_SINCE = re.compile("[比较](?:上|去|前|同期|改|初)|同比|环比")
_LAST_TIME = re.compile("上[次轮回]|前[次轮]")
_POINTS = "分"
_FROM = re.compile("[由从][^，。；、0-9]{0,10}$")


def before_change(task: Task) -> Iterator[Outcome]:
    """Yield what was, from what is and by how much the same fact says that it rose or fell since."""
    origin = _FROM.search(task.words) is not None
    if not origin and not (cues.PRIOR.search(task.words) or _LAST_TIME.search(task.words)):
        return
    # 测评得93分，上次得分为88分: what was told last is what the words go on about
    last_told = task.reading.stated(task.spot.at - 1) if not origin and task.spot.at else None
    if last_told is not None and task.reading.spots[task.spot.at - 1].sentence != task.spot.sentence:
        last_told = None
    next_told = task.reading.stated(task.spot.at + 1) if origin and task.spot.at + 1 < len(task.reading.spots) else None
    for now in task.reading.known.plain:
        told = now in (next_told, last_told) or (len(now.subject) > 1 and now.subject in task.words)
        alike = same_unit(now.unit, task.spot.unit) or (not now.unit.name and task.spot.unit.name == _POINTS)
        change = _change_of(task, now) if told and alike else None
        if change is None:
            continue
        fell = cues.DOWN.search(change.near.split(" ")[0]) is not None
        sides = plain_operands((now, change), _WEIGHT)
        values = [in_unit(o, task.spot) for o in sides]
        if fell:
            yield outcome(arithmetic.total(values), sides, "derived_sum", exact=True)
        else:
            yield outcome(arithmetic.difference(*values), sides, "derived_diff", exact=True)


def _change_of(task: Task, now: Evidence) -> Evidence | None:
    """Return the number right behind another of its fact, in its unit, that tells how that one changed since."""
    behind = task.reading.known.evidence[now.at + 1 : now.at + 2]
    for e in behind:
        words = e.near.split(" ")[0]
        alike = e.fact == now.fact and e.place == now.place and same_unit(e.unit, now.unit)
        if alike and _SINCE.search(words) and (cues.DOWN.search(words) or cues.UP.search(words)):
            return e
    return None
