"""Dates that follow from the sheet's period by what is told of them: its last day, the year of the last period."""

from __future__ import annotations

import re
from datetime import date

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.period import Parts, parts
from drafter.tracing.reading import Backing, Reading

FOLLOWS = "由总结时段得出"
_COMMAS = ("，", ",")
_CLEAR = 0.5
_NEXT = 3
_JOINTS = ("、", "和", "与", "及")
_UNTIL = re.compile(r"(?:截至|截止到?|到|至)[^，。；]{0,6}$")


def ends_period(reading: Reading, spot: Spot, wanted: Parts) -> bool:
    """Say whether a day is the period's last one, up to which a draft counts, or an end that its sheet names."""
    period, last = reading.known.period, reading.known.period.last_day
    if period.first_day is not None and any(_is_day(wanted, day) for day in (period.first_day, period.end_day)):
        return True
    if last is None or not _UNTIL.search(reading.text[spot.clause[0] : spot.mention.start]):
        return False
    return _is_day(wanted, last)


def _is_day(wanted: Parts, day: date | None) -> bool:
    return day is not None and wanted[1:] == (day.month, day.day) and wanted[0] in (None, day.year)


def back_years_before(reading: Reading) -> None:
    """Back the year before the period where it dates a number of a fact's last period: 2023年收入42.3万元.

    Where that number is wrong, the year is not.
    """
    before = (reading.known.period.first_year - 1, None, None)
    for spot in reading.spots:
        if spot.form == "date" and spot.at not in reading.backings and parts(str(spot.mention.value)) == before:
            dated = _dated(reading, spot)
            if dated is not None and any(e.place == "previous" for e in spoken_of_before(reading, dated)):
                reading.backings[spot.at] = Backing((), (), "date_ok", FOLLOWS)


def back_years_counted(reading: Reading) -> None:
    """Back so many years that a sheet states by name what the sentence goes on to tell: 近三年分别为64户、71户、83户.

    Where a number told of them is wrong, so many years are not.
    """
    for spot in reading.spots if reading.timelines.all else ():
        years = spot.unit.name == "年" and spot.form == "number" and spot.mention.kind == "claim"
        if years and spot.at not in reading.backings and spot.number is not None and spot.number.value > 1:
            known = _told_next(reading, spot)
            last, many = reading.known.period.year, int(spot.number.value)
            each = {last - n for n in range(many)}
            since = {last, last - many}  # 近三年 from 2020 to 2023
            if known and (each <= known or since <= known):
                reading.backings[spot.at] = Backing((), (), "date_ok", FOLLOWS)
                reading.objections.pop(spot.at, None)


def _told_next(reading: Reading, spot: Spot) -> set[int]:
    """Return the years for which the sheet states what the next number of the sentence tells."""
    for other in reading.spots[spot.at + 1 : spot.at + 1 + _NEXT]:
        backing, objection = reading.backings.get(other.at), reading.objections.get(other.at)
        told = backing.evidence if backing is not None else [e.at for e in objection.meant] if objection else ()
        held = [known for at in told if (known := reading.timelines.holding(at)) is not None]
        if other.sentence != spot.sentence:
            break
        fits = reading.fits[other.at]
        named = [line for line in reading.timelines.all if any(fits.close(e.at) >= _CLEAR for e in line.years.values())]
        lines = [line for line, _ in held] or named
        if lines:
            return set(lines[0].years)
    return set()


def _dated(reading: Reading, spot: Spot) -> Spot | None:
    """Return the first number behind a date, in its clause or behind its comma: that of 2022年和2023年分别为."""
    behind = reading.spots[spot.at + 1 : spot.at + 1 + _NEXT]
    listed = bool(behind) and reading.text[spot.mention.end : behind[0].mention.start] in _JOINTS
    following = next((o for o in behind if o.form != "date" or not listed), None)
    if following is None or following.sentence != spot.sentence or following.form == "date":
        return None
    framed = reading.text.startswith(_COMMAS, spot.mention.end)
    return following if framed or following.clause == spot.clause else None


def spoken_of_before(reading: Reading, spot: Spot) -> list[Evidence]:
    """Return what a number states, or else the last period's number of what its words clearly speak of."""
    stated = reading.stated(spot.at)
    if stated is not None:
        return [stated]
    named = {at for at, fit in reading.fits[spot.at].named() if fit >= _CLEAR}
    objection = reading.objections.get(spot.at)
    if objection is not None and objection.category == "stale_period":
        named |= {e.at for e in objection.taken}
    return [c.before for c in reading.comparisons if not c.increase and not named.isdisjoint((c.now.at, c.before.at))]
