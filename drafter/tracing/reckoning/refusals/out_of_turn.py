"""What is reckoned of another than the name whose turn it is: 党员、志愿者分别增加42人、5人."""

from __future__ import annotations

import re

from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task

_AS_WELL = 0.75
_STRETCH = re.compile("[半学]年|季度|月")
"""A stretch of time in turn is made up of others: 上半年、下半年分别走访270户、280户."""


def out_of_turn(task: Task, found: Outcome) -> bool:
    """Say whether a number told in turn was reckoned from what its name is no word of, nor was told before."""
    if task.spot.turn is None or _STRETCH.search(task.reading.text, *task.spot.turn):
        return False
    fits, spots = task.reading.fits[task.spot.at], task.reading.spots
    told = range(task.spot.at)
    others = [o for o in found.operands if o.spot not in told or spots[o.spot].turn not in (None, task.spot.turn)]
    best = max((fit for _, fit in fits.beside()), default=0.0)
    # 安全培训 has a word of 安全检查 too: what is told in turn is what its name fits best.
    own = [max((fits.close(at) for at in o.evidence), default=0.0) for o in others]
    return bool(own) and (min(own) == 0 or max(own) <= _AS_WELL * best)
