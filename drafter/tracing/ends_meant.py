"""What the ends of a stretch should be: 17:30 in 8:30至18:30, 6—12 in 6—14岁 of a fact that tells 6至12岁."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from drafter.tracing.diagnosis import Diagnosis
from drafter.tracing.evidence import Evidence
from drafter.tracing.hours import Time, times_told, written_like
from drafter.tracing.layout import Spot
from drafter.tracing.lookup import units_agree
from drafter.tracing.reading import Reading

_TO = re.compile("至|到|[-—–~～]+")
_BOTH = re.compile(rf"(?P<first>[\d.:：]+)(?P<to>{_TO.pattern})(?P<last>[\d.:：]+)")
_CLEAR = 0.5


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch that a fact tells, in one number or in two: its ends as they are written, and as times of day."""

    evidence: Evidence
    first: str
    last: str
    times: tuple[Time, ...]


def ends_meant(reading: Reading, spot: Spot, known: tuple[Evidence, ...]) -> Diagnosis | None:
    """Return what a wrong stretch or end of one should be, where the facts that it speaks of tell just one."""
    told = [each for fact in dict.fromkeys(e.fact for e in known) for each in _stretches(reading, fact)]
    if spot.form == "clock":
        return _end_meant(reading, spot, told)
    alike = [each for each in told if bool(each.times) == bool(times_told(reading.text, spot.mention))]
    written = _BOTH.fullmatch(spot.mention.text)
    if written is None or len(alike) != 1 or reading.fits[spot.at].close(alike[0].evidence.at) < _CLEAR:
        return None
    e = alike[0].evidence
    if not e.times and not units_agree(spot.unit, e):
        return None
    instead = f"{alike[0].first}{written['to']}{alike[0].last}"
    return Diagnosis("wrong_date" if e.times else "wrong_value", (e,), certain=True, instead=instead)


def _end_meant(reading: Reading, spot: Spot, told: list[_Stretch]) -> Diagnosis | None:
    """Return what the first or last time of a stretch should be whose other end is told beside it."""
    end, other = _side(reading, spot)
    if other is None:
        return None
    times = times_told(reading.text, other.mention)
    sharing = [each for each in told if times and each.times[1 - end].value == times[0].value]
    (meant,) = sharing if len(sharing) == 1 else told if len(told) == 1 else (None,)
    own = times_told(reading.text, spot.mention)
    if meant is None or not own:
        return None
    instead = written_like(own[0], meant.times[end], meant.last if end else meant.first)
    return Diagnosis("wrong_date", (meant.evidence,), certain=bool(instead), instead=instead)


def _side(reading: Reading, spot: Spot) -> tuple[int, Spot | None]:
    """Return which end of a stretch a time is, 0 or 1, and the time at the other end; None where it is no end."""
    for end, at in ((1, spot.at - 1), (0, spot.at + 1)):
        other = reading.spots[at] if 0 <= at < len(reading.spots) else None
        if other is not None and other.form == "clock":
            first, last = (other, spot) if end else (spot, other)
            if _TO.fullmatch(reading.text, first.mention.end, last.mention.start):
                return end, other
    return 0, None


def _stretches(reading: Reading, fact: str) -> Iterator[_Stretch]:
    """Yield the stretches of times, ages or amounts that a fact tells: 6至12岁, 8:30—17:30, 8:30至17:30."""
    own = [e for e in reading.known.of_fact[fact] if e.place in ("value", "text")]
    for e in own:
        written = _BOTH.fullmatch(e.core)
        if isinstance(e.value, tuple) and written is not None:
            yield _Stretch(e, written["first"], written["last"], e.times)
    told = reading.known.by_id[fact]
    for one, other in pairwise(own):
        source = told.text if one.place == "text" else told.value
        if len(one.times) == len(other.times) == 1 and _TO.fullmatch(source, one.start + len(one.core), other.start):
            yield _Stretch(one, one.core, other.core, (*one.times, *other.times))
