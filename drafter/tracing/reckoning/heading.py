"""Totals that head their parts: 15个项目，完工12个，续建3个; 18个项目中14个完工."""

from __future__ import annotations

from drafter.tracing.groups import Group
from drafter.tracing.reckoning.task import Task

_SIGNS = 2


def heads(task: Task, group: Group) -> bool:
    """Say whether the number counts what all facts of that noun count, and one of them follows: 18个项目中14个完工."""
    noun = group[0].subject[-_SIGNS:]
    counted = [e for e in task.reading.known.plain if e.subject.endswith(noun) and e.unit == group[0].unit]
    told = task.reading.text.startswith((f"{noun}中", f"{noun}里"), task.spot.unit_end)
    return told and len(counted) == len(group) and all(e.subject.endswith(noun) for e in group)


def told_behind(task: Task, group: Group) -> bool:
    """Say whether the numbers right behind, in the same sentence, are just the parts: 15个项目，完工12个，续建3个."""
    behind = task.reading.spots[task.spot.at + 1 : task.spot.at + 1 + len(group)]
    if len(behind) < len(group) or any(o.sentence != task.spot.sentence for o in behind):
        return False
    backings = [task.reading.backings.get(o.at) for o in behind]
    return {b.evidence for b in backings if b is not None} == {(e.at,) for e in group}
