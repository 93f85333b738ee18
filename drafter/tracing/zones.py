"""The stretches of a draft whose words say what a number is about, and how much each of them says."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from drafter.tracing.layout import STOP_NEAR, Spot

OWN_CLAUSE = 0.75
NEXT_CLAUSE = 0.4
"""The clause behind comes last of all zones, whatever its weight, as only the last resort looks at it."""
# How much the words of earlier clauses of the same sentence say about a number, by distance.
_EARLIER = (0.72, 0.58, 0.48, 0.41, 0.34, 0.3)
_BEHIND = 0.6
_SENTENCE_BEFORE = 0.18
_LEAD = 60
_OWN_NOUN = 5
_HALF_STOP = frozenset("；;")
_JOINT = re.compile(r"[、和与及]|以及|并|，|,|[\u4e00-\u9fff]{2}着(?![力重眼手装])")
_CAME = re.compile("(?:到场|到会|前来|入场|出席|参加|参与|参赛|受益|观看|聆听|听讲)(?:了|活动|学习)?(?=[，,。；;！]|$)")
_AMONG = re.compile(
    "(?P<whole>(?:[\u4e00-\u9fff]{2,4}?)?)[当之]?中(?![心学小央华国医型期午秋等年层级部队药考专高老青标介])[，,]?[\u4e00-\u9fff]{2}"
)
_RATED = re.compile("(?P<whole>的?[\u4e00-\u9fff]{2,4}?)[\u4e00-\u9fff]{2}率")
"""134名社工持证率 counts 社工."""
_LIGHT = "、，和与及的在并 “”以上左右余多"


Zone = tuple[int, int, float]
"""Where a stretch of the draft begins and ends, and how much its words say about the number."""


def near_zones(text: str, spot: Spot) -> list[Zone]:
    """Return the stretches of the number's own clause before it and right behind it, the weightiest first."""
    before, after = spot.before, spot.after
    if spot.turn is not None:
        return [(*spot.turn, 1.0), (*after, 1.0)]
    if _shared(text, spot):
        # 17名专职网格员和54名兼职网格员: the words before 54 belong to 17, up to the joint.
        zones = [(_cut_before(text, spot), before[1], 1.0), (*after, 1.0)]
    else:
        zones = [(*before, 1.0), (after[0], _cut_behind(text, spot), 1.0)]
    zones.append((spot.clause[0], before[0], OWN_CLAUSE))
    return zones


def far_zones(text: str, spot: Spot) -> list[Zone]:
    """Return the other stretches: the rest of the clause, the sentence and the one before, and last what follows."""
    after, clause, sentence = spot.after, spot.clause, spot.sentence
    if spot.turn is not None:
        return []
    if _shared(text, spot):
        zones = [(spot.before[0], _cut_before(text, spot), _BEHIND)]
    else:
        zones = [(_cut_behind(text, spot), after[1], _BEHIND)]
    if after[1] < clause[1] and not STOP_NEAR.match(text, after[1]):
        zones.append((after[1], clause[1], _BEHIND))
    zones += _earlier(text, clause[0], sentence[0], spot.stops.clauses)
    lead = max(0, sentence[0] - _LEAD)
    zones.append((lead, sentence[0] - 1, _SENTENCE_BEFORE))
    ordered = sorted(zones, key=itemgetter(2), reverse=True)
    return ordered + _next(clause[1], sentence[1], spot.stops.clauses)


def _shared(text: str, spot: Spot) -> bool:
    """Say whether the words before a number, behind another in its clause, may speak of that one."""
    between = spot.before[0] > spot.clause[0]
    came = _CAME.match(text, *spot.after)  # 12场讲座吸引620人到场: what they did names nothing
    return between and _content(text, spot.before) and _content(text, spot.after) and came is None


def _content(text: str, stretch: tuple[int, int]) -> bool:
    return len(text[slice(*stretch)].strip(_LIGHT)) >= 2


def _cut_before(text: str, spot: Spot) -> int:
    """Return where the words before a number begin to be its own: behind the last joint, or a verb of those before.

    76名民警守护着辖区5.7万人的平安: 民警 are whom 76 counts.
    """
    cut = spot.before[1]
    for joint in _JOINT.finditer(text, *spot.before):
        cut = joint.end()
    return cut


def _cut_behind(text: str, spot: Spot) -> int:
    """Return where the words behind a number end to be its own.

    320条灯谜被居民猜中270条: what stands right before the next number speaks of that one.
    """
    start, end = spot.after
    if end >= spot.clause[1] or STOP_NEAR.match(text, end):
        return end
    own = noun_behind(text, spot)[1]
    return min(start + _OWN_NOUN, own) if end - start > _OWN_NOUN else own


def noun_behind(text: str, spot: Spot) -> tuple[int, int]:
    """Return the words behind a number that may be its own: 干部 of 85名干部中党员占八成."""
    among = _AMONG.match(text, *spot.after) or _RATED.match(text, *spot.after)
    return (spot.after[0], among.end("whole")) if among is not None else spot.after


def _next(start: int, end: int, breaks: Sequence[int]) -> list[Zone]:
    """Return the clause behind, in the same sentence: 145名党员闻令而动，连续值守卡口."""
    if start + 1 >= end:
        return []
    i = bisect_right(breaks, start)
    return [(start + 1, min(end, breaks[i] if i < len(breaks) else end), NEXT_CLAUSE)]


def _earlier(text: str, start: int, floor: int, breaks: Sequence[int]) -> list[Zone]:
    """Return the earlier clauses of the sentence; a semicolon counts as two steps away."""
    zones: list[Zone] = []
    i = bisect_left(breaks, start) - 1
    step = 0
    while i >= 0 and start > floor and step < len(_EARLIER):
        step += 2 if text[breaks[i]] in _HALF_STOP else 0
        earlier = max(floor, breaks[i - 1] + 1 if i else 0)
        if step < len(_EARLIER):
            zones.append((earlier, start - 1, _EARLIER[step]))
        start, i, step = earlier, i - 1, step + 1
    return zones
