"""The last resort before an alarm: one plain step within a fact that the sentence speaks of, or between two such facts.

No words are asked for that name the reckoning, only that they do not speak against it: a difference needs a word for
one, an average 均 or 每, a total none of them. What the sentence is about is told by its words or numbers, so that few
reckonings are possible and none of facts far off.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.reckoning.outcome import Outcome, explains, stated_by
from drafter.tracing.reckoning.refusals.misnamed import misnamed
from drafter.tracing.reckoning.steps_between import (
    averages_between,
    grown_by_told,
    rests_between,
    shares_of_two,
    totals_between,
)
from drafter.tracing.reckoning.steps_within import (
    SHORTENED,
    averages_within,
    cuts_within,
    is_plain,
    rests,
    shares_within,
    times_within,
    totals_within,
)
from drafter.tracing.reckoning.task import Task

_CLOSELY = 0.15
_WHOLLY = 0.3
_NAMED = 0.3
_BACK = 3
_AROUND = 4
_MOST = 12
_LESS = re.compile("[超余剩未尚还没差少多增减降升提比较]|优惠|再让|领先|落后|节约|压缩|缩短|加快|省[时下去了出力]")
_ROUGHLY = re.compile("超过?|[高多]于|不少于|多达")
"""What says that a share is no less: 到会率超过九成 tells of nothing that was left."""
_LEFT = re.compile("[尚未仍还待]|正在|没有")
_APART = re.compile("之差|的?差距")
_EACH = re.compile("[均每]|折合|单价")
_BECAME = re.compile("[到至为达成][了约近]*$")

Way = Callable[[Task, Sequence[Evidence]], Iterator[Outcome]]


def in_one_step(task: Task, allowed: Callable[[Outcome], bool]) -> Outcome | None:
    """Return what one plain step comes to, where that is the number and nothing speaks against it."""
    if stated_by(task.spot).value == 0:
        return None
    kind = _kind(task)
    within = (found for own in _facts_spoken_of(task) for found in _WITHIN[kind](task, own))
    between = (found for found in _BETWEEN[kind](task, _told(task)) if not misnamed(task, found))
    good = (found for found in chain(within, between) if explains(task.spot, found) and allowed(found))
    return next(good, None)


def _kind(task: Task) -> str:
    """Return what kind of step the words ask for."""
    spot, text = task.spot, task.reading.text
    if spot.form == "share":
        beside = _ROUGHLY.sub("", cues.beside(text, spot))
        return "cut" if SHORTENED.search(task.words) or _LESS.search(beside) else "share"
    if "倍" in (spot.unit.name, spot.mention.unit):
        return "times"
    beside = cues.beside(text, spot)
    if _EACH.search(beside) or cues.AVERAGES.search(task.words):
        return "each"
    if _LEFT.match(text[slice(*spot.after)]) or _APART.match(text, spot.unit_end):
        return "less"  # 74件，3件尚在协调; 以7分之差落败
    # 由5个压缩至3个 tells what there is, not by how much it changed.
    return "total" if not _LESS.search(beside) else "less" if not _BECAME.search(task.words) else "none"


def _facts_spoken_of(task: Task) -> Iterator[list[Evidence]]:
    """Yield the plain numbers of each fact that the sentence speaks of, or has just told a number of."""
    reading, fits = task.reading, task.reading.fits[task.spot.at]
    near = reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]
    told = {f for o in near if o.sentence == task.spot.sentence and (b := reading.backings.get(o.at)) for f in b.facts}
    for fact, known in reading.known.of_fact.items():
        own = [e for e in known if is_plain(task, e)]
        close = fact in told or any(fits.close(e.at) >= _CLOSELY for e in own)
        if own and (close or any(fits.get(e.at).whole >= _WHOLLY for e in own)):
            yield own


def _told(task: Task) -> list[Evidence]:
    """Return what the numbers around state, or should, and what the words right at the number name."""
    reading, fits = task.reading, task.reading.fits[task.spot.at]
    around = reading.spots[max(0, task.spot.at - _AROUND) : task.spot.at + _BACK]
    told: set[int] = set()
    for other in around:
        if other.sentence == task.spot.sentence and other.at != task.spot.at:
            backing, objection = reading.backings.get(other.at), reading.objections.get(other.at)
            told |= set(backing.evidence) if backing else {e.at for e in objection.meant} if objection else set()
    near = (e for e in reading.known.evidence if e.at in told or fits.close(e.at) >= _NAMED)
    return [e for e in near if is_plain(task, e)][:_MOST]


def _none(_: Task, __: Sequence[Evidence]) -> Iterator[Outcome]:
    return iter(())


_WITHIN: dict[str, Way] = {
    "total": totals_within, "less": rests, "each": averages_within, "times": times_within, "cut": cuts_within,
    "share": shares_within, "none": _none,
}  # fmt: skip
_BETWEEN: dict[str, Way] = {
    "total": totals_between, "less": rests_between, "each": averages_between, "times": _none, "cut": _none,
    "share": shares_of_two, "none": grown_by_told,
}  # fmt: skip
