"""Sums that add something else to what the words tell of one thing so far: 王某累计献血51次 of 48 and 3 drives."""

from __future__ import annotations

from drafter.tracing import cues
from drafter.tracing.operands import Operand, pieces_of
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces

_SO_FAR = "累计"
"""It tells of all there was of what is named, and unlike 共 or 合计 joins no things."""
_NAMED = 0.5


def adds_to_so_far(task: Task, found: Outcome) -> bool:
    """Say whether a sum adds what no word speaks of to the one fact that 累计 is told of."""
    if found.category != "derived_sum" or _SO_FAR not in task.words:
        return False
    if cues.TOGETHER.search(task.words.replace(_SO_FAR, "")) or len({f for o in found.operands for f in o.facts}) == 1:
        return False
    fits = task.reading.fits[task.spot.at]
    named = [o for o in found.operands if max((fits.close(at) for at in o.evidence), default=0.0) >= _NAMED]
    return len(named) == 1 and not _all_told(task, found) and _speak_of_one(task, found, named[0])


def _all_told(task: Task, found: Outcome) -> bool:
    """Say whether the sentence told all parts before: 培训48场、讲座3场，累计开展培训51场."""
    spots = task.reading.spots
    return all(0 <= o.spot < task.spot.at and spots[o.spot].sentence == task.spot.sentence for o in found.operands)


def _speak_of_one(task: Task, found: Outcome, named: Operand) -> bool:
    """Say whether the words at a number have nothing of the other operands that the one they name has not."""
    own = pieces_of(named.words)
    told = [piece for piece in pieces(cues.beside(task.reading.text, task.spot)) if piece not in own]
    return not any(piece in o.words for piece in told for o in found.operands if o is not named)
