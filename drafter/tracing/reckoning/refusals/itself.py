"""Rests of which the words name what was taken away: 小区11个, 无物业小区7个 where the fact says 无物业小区4个."""

from __future__ import annotations

from drafter.tracing import cues
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task

_LIGHT = "共有约近达到已为是的了"
_SHORTEST = 3
_NOT = ("未", "无", "非", "不", "没", "没有")


def takes_itself_away(task: Task, found: Outcome) -> bool:
    """Say whether a rest is told by the very name of what was taken from the whole."""
    if found.category != "derived_diff" or any(o.prior for o in found.operands) or len(found.operands) < 2:
        return False
    words = cues.beside(task.reading.text, task.spot).rstrip(_LIGHT)
    known = task.reading.known.evidence
    names = (known[at].near or known[at].subject for o in found.operands[1:] for at in o.evidence)
    told = (words.removesuffix(name) for name in names if len(name) >= _SHORTEST and words.endswith(name))
    return any(not rest.endswith(_NOT) for rest in told)
