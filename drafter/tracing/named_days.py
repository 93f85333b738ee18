"""Days of the calendar that have a name: 3月5日 is 学雷锋纪念日, whatever the facts say."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from drafter.resources import load_yaml
from drafter.tracing.layout import Spot
from drafter.tracing.period import Parts
from drafter.tracing.reading import Backing, Reading


def match_named_day(reading: Reading, spot: Spot, wanted: Parts) -> bool:
    """Back a date whose clause tells the name that the calendar gives this day. Returns whether it does."""
    year, month, day = wanted
    lunar = _days().get(spot.mention.text, ())
    names = lunar or (_days().get(f"{month}-{day}", ()) if month is not None and day is not None else ())
    clause = reading.text[slice(*spot.clause)]
    told = next((name for name in names if name in clause), None)
    if told is None or (year is not None and not reading.known.period.covers(year)):
        return False
    reading.backings[spot.at] = Backing((), (), "date_ok", f"“{told}”就是这一天")
    return True


@cache
def _days() -> dict[str, list[str]]:
    text = files("drafter.tracing").joinpath("named_days.yaml").read_text(encoding="utf-8")
    days: dict[str, list[str]] = load_yaml(text)
    return days
