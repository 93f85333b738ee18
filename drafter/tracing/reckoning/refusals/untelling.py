"""Reckonings that do not tell what a wrong number should be, near though they may come: they are of another kind."""

from __future__ import annotations

import re

from drafter.tracing import cues
from drafter.tracing.reckoning.of_timelines import of_other_years
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.refusals.misaveraged import of_a_mean
from drafter.tracing.reckoning.refusals.misrated import among_visits_unsaid, misrated
from drafter.tracing.reckoning.task import Task

_LEVEL = re.compile(
    "(?:[降增减升][到至为成]|(?:下降|降低|增加|减少|提高|上升|增长|发展|扩大|压缩|缩短)[到至为])[了约近]?$"
)
_NUMERALS = "两三四五六七八"
_SO_MANY = re.compile(
    f"(?P<many>[{_NUMERALS}])(?:大?类|项|者|方面)(?:[\u4e00-\u9fff]{{2,4}})?(?:合计|共计?|总计|一共)+$"
)


def untelling(task: Task, found: Outcome) -> bool:
    """Say whether a reckoning is no explanation of a number: a change for a level, a mean of means, more than 三类."""
    return (
        of_a_mean(task, found)
        or misrated(task, found)
        or among_visits_unsaid(task, found)
        or _changes_a_level(task, found)
        or _of_another_count(task, found)
        or of_other_years(task, found)
    )


def _changes_a_level(task: Task, found: Outcome) -> bool:
    """Say whether a difference or a growth was reckoned for what the words say something became: 由63件降为51件."""
    change = found.category == "derived_diff" or cues.GROWTH.search(task.words) is not None
    return change and _LEVEL.search(task.words) is not None


def _of_another_count(task: Task, found: Outcome) -> bool:
    """Say whether a sum has more or fewer parts than the words before it count: 三类合计; 4支队伍，队员共110人."""
    if found.category != "derived_sum":
        return False
    told = _SO_MANY.search(task.words)
    if told is not None:
        return len(found.operands) != _NUMERALS.index(told["many"]) + 2
    before = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    backing = task.reading.backings.get(before.at) if before is not None else None
    if (
        before is None
        or backing is None
        or backing.category != "count_of_list"
        or before.sentence != task.spot.sentence
    ):
        return False
    return len(found.operands) != before.value
