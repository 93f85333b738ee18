"""Lengths of time told in several units, as the one amount that they make: 3分20秒 as 200秒, 1.5小时 as 1小时30分."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from drafter.record import record
from drafter.tracing import cues
from drafter.tracing.approximation import holds
from drafter.tracing.arithmetic import Derived, plain
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Backing, Objection, Reading
from drafter.tracing.units import MEASURES, Unit

_TIME, _MONTHS = "时间", "年月"
_MINUTES = "分"
"""A measure of points by itself, and of minutes between hours and seconds."""
_LEAST_FIT = 0.2
_NAMED = 0.5
_HALF = Decimal("0.5")


@record(frozen=True, slots=True)
class Length:
    """A length of time that a fact states, in the base unit of its dimension; its parts, the longest unit first."""

    total: Decimal
    dimension: str
    parts: tuple[Evidence, ...]

    @property
    def several(self) -> bool:
        """Whether it is told in several units."""
        return len(self.parts) > 1


def back_lengths(reading: Reading) -> None:
    """Back what tells in other units a length of time that a fact states in several, or the other way round.

    Object to a number that states but a part of one: 20秒 of 3分20秒.
    """
    told = list(_lengths_told(reading.spots))
    if not told:
        return
    known = [length for own in reading.known.of_fact.values() for length in _lengths_in(own)]
    for spots in told if any(length.several for length in known) or any(len(s) > 1 for s in told) else ():
        backings = [reading.backings[spot.at] for spot in spots if spot.at in reading.backings]
        if len(backings) < len(spots):
            _back(reading, spots, known)
        elif len(spots) == 1 and len(backings[0].evidence) == 1:
            _refuse_part(reading, spots[0], backings[0].evidence[0], known)


def _size(unit: Unit) -> tuple[str, Decimal]:
    """Return what dimension of time a unit measures, and its size in the base unit; an empty one where it does none."""
    if unit.name == _MINUTES:
        return _TIME, Decimal(MEASURES[_TIME]["分钟"])
    return (unit.dimension, unit.size) if unit.dimension in (_TIME, _MONTHS) else ("", Decimal(0))


def _goes_on(last: Unit, unit: Unit) -> bool:
    """Say whether a number in the one unit goes on behind one in the other: 20分钟 behind 1小时."""
    return _size(last)[0] == _size(unit)[0] != "" and _size(last)[1] > _size(unit)[1]


def _lengths_told(spots: list[Spot]) -> Iterator[list[Spot]]:
    """Yield the numbers of a draft that tell a length of time, those of one length together."""
    timed = (o for o in spots if o.mention.kind == "claim" and o.form == "number" and o.number and _size(o.unit)[0])
    run: list[Spot] = []
    for spot in timed:
        if run and run[-1].unit_end == spot.mention.start and _goes_on(run[-1].unit, spot.unit):
            run.append(spot)
            continue
        if run and (len(run) > 1 or run[0].unit.name != _MINUTES):
            yield run
        run = [spot]
    if run and (len(run) > 1 or run[0].unit.name != _MINUTES):
        yield run


def _lengths_in(own: tuple[Evidence, ...]) -> Iterator[Length]:
    """Yield the lengths of time that a fact states."""
    for _, placed in groupby(own, lambda e: e.place):
        run: list[Evidence] = []
        for e in placed:
            if run and _end(run[-1]) == e.start and _goes_on(run[-1].unit, e.unit) and e.number is not None:
                run.append(e)
                continue
            yield from _length(run)
            run = [e] if e.number is not None and _size(e.unit)[0] else []
        yield from _length(run)


def _end(e: Evidence) -> int:
    return e.start + len(e.core) + len(e.unit.name)


def _length(run: list[Evidence]) -> Iterator[Length]:
    if run and (len(run) > 1 or run[0].unit.name != _MINUTES):
        total = sum(((e.number or Decimal(0)) * _size(e.unit)[1] for e in run), Decimal(0))
        yield Length(total, _size(run[0].unit)[0], tuple(run))


def _back(reading: Reading, spots: list[Spot], known: list[Length]) -> None:
    """Back a length of time by the one that its words speak of most, where one of both is told in several units."""
    first = spots[0]
    alike = [length for length in known if length.dimension == _size(first.unit)[0]]
    good = [o for o in alike if (o.several or len(spots) > 1) and _holds(spots, o) and _in_time(reading, first, o)]
    best = max(good, key=lambda o: _fit(reading, first, o), default=None)
    closest = max(alike, key=lambda o: _fit(reading, first, o), default=None)
    fit = _fit(reading, first, closest) if closest is not None else 0.0
    if best is None or _fit(reading, first, best) < max(_LEAST_FIT, fit):
        if closest is not None and closest.several and len(spots) == 1 and fit >= _NAMED:
            reading.objections.setdefault(first.at, _should_be(first, closest))
        return
    words = f"与“{reading.known.wording_of(best.parts[0])}”一致"
    facts = (best.parts[0].fact,)
    for spot in spots:
        reading.backings[spot.at] = Backing(tuple(e.at for e in best.parts), facts, "unit_conversion", words)
        reading.objections.pop(spot.at, None)


def _fit(reading: Reading, spot: Spot, length: Length) -> float:
    return reading.fit(spot, length.parts[0])


def _in_time(reading: Reading, spot: Spot, length: Length) -> bool:
    year = reading.known.period.first_year
    return length.parts[0].prior == cues.speaks_of_before(reading.text, spot, year)


def _holds(spots: list[Spot], length: Length) -> bool:
    """Say whether the numbers of a draft tell a length of time; several only where they make just that."""
    if len(spots) > 1:
        exactly = all(spot.number is not None and spot.number.sense == "exact" for spot in spots)
        return exactly and length.total == sum((spot.value or 0) * _size(spot.unit)[1] for spot in spots)
    number = spots[0].number
    actual = length.total / _size(spots[0].unit)[1]
    return number is not None and holds(number, actual, rounded=number.resolution < _HALF)


def _refuse_part(reading: Reading, spot: Spot, at: int, known: list[Length]) -> None:
    """Object to a number that states one part of what a fact tells in several units."""
    whole = next((o for o in known if o.several and any(e.at == at for e in o.parts)), None)
    if whole is None or _holds([spot], whole):
        return
    reading.refuse(spot.at, _should_be(spot, whole))


def _should_be(spot: Spot, whole: Length) -> Objection:
    """Return the objection that a length of time is another, in the unit of the number that tells it."""
    total = whole.total / _size(spot.unit)[1]
    told = "".join(f"{e.core}{e.unit.name}" for e in whole.parts)
    made = Derived(total, f"{told} = {plain(total)}{spot.unit.name}")
    return Objection("wrong_derived", (), whole.parts, made)
