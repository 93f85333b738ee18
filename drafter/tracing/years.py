"""Dates that follow from the sheet's period by what is told of them: its last day, the year of the last period."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.period import Parts, parts
from drafter.tracing.reading import Backing, Reading

FOLLOWS = "由总结时段得出"
_UNTIL = re.compile(r"(?:截至|截止到?|到|至)[^，。；]{0,6}$")


def ends_period(reading: Reading, spot: Spot, wanted: Parts) -> bool:
    """Say whether a day is the period's last one, up to which a draft counts: 截至12月31日."""
    last = reading.known.period.last_day
    if last is None or not _UNTIL.search(reading.text[spot.clause[0] : spot.mention.start]):
        return False
    return wanted[1:] == (last.month, last.day) and wanted[0] in (None, last.year)


def back_years_before(reading: Reading) -> None:
    """Back the year before the period where it dates a number of a fact's last period: 2023年收入42.3万元."""
    before = (reading.known.period.first_year - 1, None, None)
    for spot in reading.spots:
        if spot.form == "date" and spot.at not in reading.backings and parts(str(spot.mention.value)) == before:
            dated = _dated(reading, spot)
            if dated is not None and dated.place == "previous":
                reading.backings[spot.at] = Backing((), (), "date_ok", FOLLOWS)


def _dated(reading: Reading, spot: Spot) -> Evidence | None:
    """Return what the first number behind a date states, in its clause."""
    following = reading.spots[spot.at + 1] if spot.at + 1 < len(reading.spots) else None
    if following is None or following.clause != spot.clause or following.form == "date":
        return None
    return reading.stated(following.at)
