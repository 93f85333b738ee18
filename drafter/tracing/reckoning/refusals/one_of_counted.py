"""Changes of one of the things that a clause has just counted together: 两季学员合计增长50%, which one of them did."""

from __future__ import annotations

from drafter.tracing import cues
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task

_REACH = 3


def one_of_counted(task: Task, found: Outcome) -> bool:
    """Say whether a change told of several things together was reckoned from one of them alone."""
    if found.category not in ("derived_percent", "derived_diff") or not cues.JOINT.search(task.words):
        return False
    used = {fact for o in found.operands for fact in o.facts}
    for other in task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]:
        backing = task.reading.backings.get(other.at)
        if other.clause == task.spot.clause and backing is not None and backing.category == "count_of_list":
            return len(used) == 1 and len(backing.facts) > 1 and used < set(backing.facts)
    return False
