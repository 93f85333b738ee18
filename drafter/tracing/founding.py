"""When something was founded, whatever that is called: 建站时间 and 于2008年11月建成, 建校70周年 and 创建于1954年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing.dated_events import FOUNDED, thing_in
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.period import Parts
from drafter.tracing.reading import Backing, Reading
from drafter.tracing.vocabulary import GENERIC

_BUILT = re.compile("[建办开入](?P<kind>[站校馆园院厂社队区村行])")
_ANNIVERSARY = "周年"
_YEARS_OF = re.compile("(?!之?[前内后])[\u4e00-\u9fff]{2,4}")
_NAMED = 0.34


def foundings(reading: Reading) -> list[Evidence]:
    """Return the dates of facts that tell when something was founded."""
    dated = (e for e in reading.known.evidence if reading.values.forms[e.at] == "date" and e.place in ("value", "text"))
    return [e for e in dated if FOUNDED.search(e.near or e.subject)]


def anniversaries(reading: Reading) -> Iterator[Evidence]:
    """Yield the anniversaries of a founding that facts tell: 举行建校70周年纪念大会."""
    for e in reading.known.evidence:
        if e.unit.name == _ANNIVERSARY and e.number is not None and FOUNDED.search(f"{e.near} {e.subject}"):
            yield e


def tells_its_years(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a short clause tells how many years there are to look back on at an anniversary: 八年探索."""
    if spot.unit.name != "年" or spot.before[0] != spot.before[1] or e not in anniversaries(reading):
        return False
    return _YEARS_OF.fullmatch(reading.text, spot.unit_end, spot.clause[1]) is not None


def anniversary_meant(reading: Reading, spot: Spot) -> Evidence | None:
    """Return the anniversary that the words at a number name as a fact does: 70周年庆典 for 60周年庆典."""
    if spot.unit.name != _ANNIVERSARY:
        return None
    known = [e for e in reading.known.evidence if e.unit.name == _ANNIVERSARY and e.number is not None]
    named = [e for e in known if reading.fits[spot.at].close(e.at) >= _NAMED]
    return named[0] if len({e.number for e in named}) == 1 else None


def founding_meant(reading: Reading, spot: Spot) -> tuple[Evidence, ...]:
    """Return the one date of the unit's own founding, where the clause of a date tells that: 始建于 for 建校."""
    words = reading.text[slice(*spot.clause)]
    if not FOUNDED.search(words) or not GENERIC.issuperset(thing_in(words)):
        return ()
    own = [e for e in foundings(reading) if not thing_in(e.near or e.subject)]
    return tuple(own) if len(own) == 1 and _of_such(own[0].near or own[0].subject, words) else ()


def _of_such(known: str, words: str) -> bool:
    """Say whether what a fact founds may be what some words name: 学校始建于 of 建校, and no 医院."""
    kind = _BUILT.search(known)
    return kind is None or kind["kind"] in words or not thing_in(words)


def back_founded(reading: Reading, spot: Spot, wanted: Parts) -> bool:
    """Back the year of a founding whose anniversary a fact tells for the period: 1954年 by 建校70周年 in 2024."""
    year, month, _ = wanted
    period = reading.known.period
    if year is None or month is not None or not period.year or not FOUNDED.search(reading.text[slice(*spot.clause)]):
        return False
    for e in anniversaries(reading):
        told = next((y for y in (e.year, period.first_year, period.year) if y - int(e.number or 0) == year), 0)
        if told:
            because = f"{told} - {e.core} = {year}"
            reading.backings[spot.at] = Backing((e.at,), (e.fact,), "date_ok", because)
            return True
    return False
