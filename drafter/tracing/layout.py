"""Where each number of a draft stands: its unit, its clause and sentence, and the words beside it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from operator import attrgetter

from drafter.models import Mention
from drafter.numbers.rules_ages import TENS
from drafter.record import record
from drafter.tracing.approximation import Stated, sense_of, stated
from drafter.tracing.forms import DECADE, as_share, form_of
from drafter.tracing.units import UNITS, Unit, unit_behind

_BREAKS = re.compile(r"[。！？!?\n；;，,：:（）()]")
_SENTENCE_END = frozenset("。！？!?\n")
STOP_NEAR = re.compile(r"[、，,。；;：:！？!?\n（）()]")
_WORD = re.compile("[\u4e00-\u9fff]")
_LEADS_TO = re.compile("(?:到|至|为|成)[了约近]?$")
_RESTATED = re.compile(r"[（(](?:折合|合|约合|约|即)约?[0-9０-９.,]+[万亿]?[\u4e00-\u9fff]{1,4}[)）](?=的)")
"""The same in another unit, behind which goes on what is told of it: 6亩（约4000平方米）的菜园."""
_BEGIN = attrgetter("mention.start")
_AHEAD = 4
_OWN_WORDS = 12
_LONGEST_CLAUSE = 200
_LONGEST_SENTENCE = 600


@dataclass(frozen=True, slots=True)
class Stops:
    """Where clauses and sentences end."""

    clauses: list[int]
    sentences: list[int]


@record(frozen=True, slots=True)
class Spot:
    """One mention of a draft with what stands around it. Places are offsets into the draft."""

    at: int
    mention: Mention
    unit: Unit
    unit_end: int
    form: str
    """The form of its number, as forms.py names it."""
    number: Stated | None
    """How it is stated, where its value is one number."""
    shown: Stated | None
    """The same, percentages and fractions alike as percentages."""
    clause: tuple[int, int]
    sentence: tuple[int, int]
    before: tuple[int, int]
    """The words between the number before it, or the start of its clause, and itself."""
    after: tuple[int, int]
    """The words behind its unit, up to the next number or stop."""
    stops: Stops = field(repr=False, compare=False)
    """Those of the whole draft."""
    turn: tuple[int, int] | None = None
    """The name before 分别 that it is told of, where it is told in turn."""

    @property
    def value(self) -> Decimal | None:
        """Its value where that is one number."""
        return self.number.value if self.number else None


def lay_out(text: str, mentions: Sequence[Mention]) -> list[Spot]:
    """Return a spot for each mention, in the same order."""
    inside = {i for m in mentions if not m.text.isdigit() and _BREAKS.search(m.text) for i in range(m.start, m.end)}
    breaks = [m.start() for m in _BREAKS.finditer(text) if m.start() not in inside]
    stops = Stops(breaks, [i for i in breaks if text[i] in _SENTENCE_END])
    spots: list[Spot] = []
    floor = 0
    parting = [_parts(mention) for mention in mentions]
    for at, mention in enumerate(mentions):
        behind = range(at + 1, min(at + _AHEAD, len(mentions)))
        following = next((mentions[n].start for n in behind if parting[n]), len(text))
        spots.append(_as_before(text, _spot(text, at, mention, stops, (floor, following)), spots[-1:]))
        if parting[at]:
            floor = spots[-1].unit_end
    return spots


def _parts(mention: Mention) -> bool:
    """Say whether a number parts the words on both sides of it; a place in an order and 八旬 are part of a name."""
    return mention.kind == "claim" and mention.type != "ordinal" and not mention.text.endswith(TENS)


def spots_within(spots: Sequence[Spot], start: int, end: int) -> Sequence[Spot]:
    """Return the spots of a draft whose numbers begin in a stretch of it."""
    return spots[bisect_left(spots, start, key=_BEGIN) : bisect_left(spots, end, key=_BEGIN)]


def spots_before(spots: Sequence[Spot], place: int) -> Iterator[Spot]:
    """Yield the spots of a draft whose numbers begin before a place, the nearest first."""
    return (spots[at] for at in range(bisect_left(spots, place, key=_BEGIN) - 1, -1, -1))


def _as_before(text: str, spot: Spot, before: Sequence[Spot]) -> Spot:
    """Return a spot with the unit of the number before, where it only begins it: 由5个工作日压到3.5个."""
    if spot.unit.name != "个" or not before or before[0].clause != spot.clause or _WORD.match(text, spot.unit_end):
        return spot
    fuller = before[0].unit
    if not fuller.dimension or not fuller.name.startswith("个"):
        return spot
    return replace(spot, unit=fuller) if _LEADS_TO.search(text, before[0].unit_end, spot.mention.start) else spot


def _around(stops: Sequence[int], mention: Mention, length: int, reach: int) -> tuple[int, int]:
    """Return the stretch between the stops on both sides of a number, no further than `reach`."""
    i = bisect_right(stops, mention.start)
    start, end = (stops[i - 1] + 1 if i else 0), (stops[i] if i < len(stops) else length)
    if end - start <= reach:
        return start, end
    return max(start, mention.start - reach), min(end, mention.end + reach)


def _spot(text: str, at: int, mention: Mention, stops: Stops, between: tuple[int, int]) -> Spot:
    """Return the spot of a mention that stands between the end of the number before and the start of the next."""
    floor, following = between
    unit, unit_end = unit_behind(text, mention)
    if not unit.name:
        inner = UNITS.get(mention.unit.removesuffix("半"))
        unit = inner if inner is not None and inner.name in mention.text else unit
    clause = _around(stops.clauses, mention, len(text), _LONGEST_CLAUSE)
    sentence = _around(stops.sentences, mention, len(text), _LONGEST_SENTENCE)
    before = (min(mention.start, max(clause[0], floor)), mention.start)
    limit = max(unit_end, min(clause[1], following))
    start = unit_end
    if limit == unit_end and (restated := _RESTATED.match(text, unit_end)):
        start, limit = restated.end(), restated.end() + _OWN_WORDS
    stop = STOP_NEAR.search(text, start, limit)
    after = (start, stop.start() if stop else min(limit, len(text)))
    form = form_of(mention.type, mention.text, mention.value, mention.unit)
    number = shown = None
    times_end = unit_end + text.startswith("倍", unit_end)
    if isinstance(mention.value, Decimal) and form != DECADE:
        number = shown = stated(mention.text, mention.value, sense_of(text, mention.start, mention.end, times_end))
        if form == "share":
            shown = number.times(as_share(Decimal(1), mention.text, mention.type))
    return Spot(at, mention, unit, unit_end, form, number, shown, clause, sentence, before, after, stops)
