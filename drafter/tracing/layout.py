"""Where each number of a draft stands: its unit, its clause and sentence, and the words beside it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.models import Mention
from drafter.tracing.approximation import Stated, sense_of, stated
from drafter.tracing.subject import NEXT_CLAUSE, OWN_CLAUSE, Zone
from drafter.tracing.units import UNITS, Unit, unit_at

_BREAKS = re.compile(r"[。！？!?\n；;，,：:（）()]")
_SENTENCE_END = frozenset("。！？!?\n")
_HALF_STOP = frozenset("；;")
_STOP_NEAR = re.compile(r"[、，,。；;：:！？!?\n（）()]")
_JOINT = re.compile(r"[、和与及]|以及|并|，|,")
# How much the words of earlier clauses of the same sentence say about a number, by distance.
_EARLIER = (0.72, 0.58, 0.48, 0.41, 0.34, 0.3)
_BEHIND = 0.6
_SENTENCE_BEFORE = 0.18
_LONGEST_CLAUSE = 200
_OWN_NOUN = 5
_LONGEST_SENTENCE = 600


@dataclass(frozen=True, slots=True)
class Spot:
    """One mention of a draft with what stands around it. Places are offsets into the draft."""

    at: int
    mention: Mention
    unit: Unit
    unit_end: int
    number: Stated | None
    """How it is stated, where its value is one number."""
    clause: tuple[int, int]
    sentence: tuple[int, int]
    before: tuple[int, int]
    """The words between the number before it, or the start of its clause, and itself."""
    after: tuple[int, int]
    """The words behind its unit, up to the next number or stop."""
    zones: tuple[Zone, ...]
    """The stretches whose words say what it is about, nearest first."""

    @property
    def value(self) -> Decimal | None:
        """Its value where that is one number."""
        return self.number.value if self.number else None


@dataclass(frozen=True, slots=True)
class _Stops:
    """Where clauses and sentences end."""

    clauses: list[int]
    sentences: list[int]


def lay_out(text: str, mentions: Sequence[Mention]) -> list[Spot]:
    """Return a spot for each mention, in the same order."""
    inside = {i for m in mentions for i in range(m.start, m.end)}
    breaks = [m.start() for m in _BREAKS.finditer(text) if m.start() not in inside]
    stops = _Stops(breaks, [i for i in breaks if text[i] in _SENTENCE_END])
    spots: list[Spot] = []
    floor = 0
    for at, mention in enumerate(mentions):
        following = next((m.start for m in mentions[at + 1 : at + 4] if m.type != "ordinal"), len(text))
        spots.append(_spot(text, at, mention, stops, (floor, following)))
        if mention.type != "ordinal" and mention.kind == "claim":
            floor = spots[-1].unit_end
    return spots


def _around(stops: Sequence[int], mention: Mention, length: int, reach: int) -> tuple[int, int]:
    """Return the stretch between the stops on both sides of a number, no further than `reach`."""
    i = bisect_right(stops, mention.start)
    start, end = (stops[i - 1] + 1 if i else 0), (stops[i] if i < len(stops) else length)
    return max(start, mention.start - reach), min(end, mention.end + reach)


def _spot(text: str, at: int, mention: Mention, stops: _Stops, between: tuple[int, int]) -> Spot:
    """Return the spot of a mention that stands between the end of the number before and the start of the next."""
    floor, following = between
    unit, unit_end = unit_at(text, mention.end)
    inner = UNITS.get(mention.unit.removesuffix("半"))
    if not unit.name and inner is not None and inner.name in mention.text:
        unit = inner
    clause = _around(stops.clauses, mention, len(text), _LONGEST_CLAUSE)
    sentence = _around(stops.sentences, mention, len(text), _LONGEST_SENTENCE)
    before = (min(mention.start, max(clause[0], floor)), mention.start)
    stop = _STOP_NEAR.search(text, unit_end, max(unit_end, min(clause[1], following)))
    after = (unit_end, max(unit_end, stop.start() if stop else min(clause[1], following)))
    number = None
    if isinstance(mention.value, Decimal):
        number = stated(mention.text, mention.value, sense_of(text, mention.start, mention.end, unit_end))
    zones = _zones(text, (before, after, clause, sentence), floor, stops.clauses)
    return Spot(at, mention, unit, unit_end, number, clause, sentence, before, after, zones)


def _zones(text: str, around: tuple[tuple[int, int], ...], floor: int, stops: list[int]) -> tuple[Zone, ...]:
    before, after, clause, sentence = around
    zones: list[Zone] = []
    shared = before[0] == floor and before[0] > clause[0] and _content(text, before) and _content(text, after)
    if shared:
        # 18名专职网格员和62名兼职网格员: the words before 62 belong to 18, up to the joint.
        joints = list(_JOINT.finditer(text, before[0], before[1]))
        cut = joints[-1].end() if joints else before[1]
        zones += [Zone(cut, before[1], 1.0), Zone(*after, 1.0), Zone(before[0], cut, _BEHIND)]
    else:
        # 360条灯谜被居民猜中298条: what stands right before the next number speaks of that one.
        runs_on = after[1] < clause[1] and after[1] - after[0] > _OWN_NOUN and not _STOP_NEAR.match(text, after[1])
        cut = after[0] + _OWN_NOUN if runs_on else after[1]
        zones += [Zone(*before, 1.0), Zone(after[0], cut, 1.0), Zone(cut, after[1], _BEHIND)]
    zones.append(Zone(clause[0], before[0], OWN_CLAUSE))
    if after[1] < clause[1] and not _STOP_NEAR.match(text, after[1]):
        zones.append(Zone(after[1], clause[1], _BEHIND))
    zones += _earlier(text, clause[0], sentence[0], stops)
    lead = max(0, sentence[0] - 60)
    if sentence[0] - 1 > lead:
        zones.append(Zone(lead, sentence[0] - 1, _SENTENCE_BEFORE))
    ordered = sorted((z for z in zones if z.end - z.start > 0), key=lambda z: -z.weight)
    return (*ordered, *_next(clause[1], sentence[1], stops))


def _content(text: str, stretch: tuple[int, int]) -> bool:
    return len(text[slice(*stretch)].strip("、，和与及的在并 “”以上左右余多")) >= 2


def _next(start: int, end: int, breaks: Sequence[int]) -> list[Zone]:
    """Return the clause behind, in the same sentence: 145名党员闻令而动，连续值守卡口."""
    if start + 1 >= end:
        return []
    i = bisect_right(breaks, start)
    return [Zone(start + 1, min(end, breaks[i] if i < len(breaks) else end), NEXT_CLAUSE)]


def _earlier(text: str, start: int, floor: int, breaks: Sequence[int]) -> list[Zone]:
    """Return the earlier clauses of the sentence; a semicolon counts as two steps away."""
    zones: list[Zone] = []
    i = bisect_left(breaks, start) - 1
    step = 0
    while i >= 0 and start > floor and step < len(_EARLIER):
        step += 2 if text[breaks[i]] in _HALF_STOP else 0
        earlier = max(floor, breaks[i - 1] + 1 if i else 0)
        if step < len(_EARLIER):
            zones.append(Zone(earlier, start - 1, _EARLIER[step]))
        start, i, step = earlier, i - 1, step + 1
    return zones
