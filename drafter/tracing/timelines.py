"""One quantity by years, as the sheet states it: 2021年救助64户, 2022年救助71户, 2023年救助83户."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.models import Fact
from drafter.tracing.evidence import Evidence
from drafter.tracing.period import Period
from drafter.tracing.stretches import stretches_in
from drafter.tracing.told_times import subject_of

_BUT_YEARS = re.compile(r"(?:19|20)\d\d年?度?|分别|依次|[为达有共计是约]|以来")


@dataclass(frozen=True, slots=True)
class Timeline:
    """One quantity by years."""

    years: dict[int, Evidence]

    def of(self, years: Sequence[int]) -> list[Evidence]:
        """Return what it was in each of some years; none where one of them is not known."""
        return [self.years[year] for year in years] if all(year in self.years for year in years) else []


@dataclass(frozen=True, slots=True)
class Timelines:
    """All quantities that a sheet states for two years and more."""

    all: tuple[Timeline, ...]
    _of: dict[int, tuple[Timeline, int]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        for line in self.all:
            self._of.update({e.at: (line, year) for year, e in line.years.items()})

    def holding(self, at: int) -> tuple[Timeline, int] | None:
        """Return the quantity that a piece of evidence is of, and the year that it is given for."""
        return self._of.get(at)


def timelines_of(evidence: Sequence[Evidence], facts: dict[str, Fact], period: Period) -> Timelines:
    """Return every quantity that a sheet states by years; what it states twice for one year is none of them."""
    found: dict[tuple[str, str, str], dict[int, list[Evidence]]] = {}
    for e, year in _dated(evidence, facts, period):
        key = (e.subject, _BUT_YEARS.sub("", subject_of(e.near)), e.unit.name or e.said)
        found.setdefault(key, {}).setdefault(year, []).append(e)
    lines = [{year: own[0] for year, own in years.items() if len(own) == 1} for years in found.values()]
    return Timelines(tuple(Timeline(years) for years in lines if len(years) > 1))


def _dated(evidence: Sequence[Evidence], facts: dict[str, Fact], period: Period) -> Iterator[tuple[Evidence, int]]:
    """Yield every number of a whole year, with that."""
    part = ""
    for e in evidence:
        if e.type == "date" and e.place != "label":
            part = e.fact if not _is_year(e) else ""
        elif e.number is not None and e.place != "label" and part != e.fact:
            year = _year(e, period)
            if year and not stretches_in(facts[e.fact].label):
                yield e, year


def _is_year(e: Evidence) -> bool:
    """Say whether a date is a year, or years, and no month or day."""
    ends = e.value if isinstance(e.value, tuple) else (e.value,)
    return all(isinstance(end, str) and end.isdigit() for end in ends)


def _year(e: Evidence, period: Period) -> int:
    """Return the year of a number: its own, the one before the period, or the period's; 0 where that is open."""
    if e.year:
        return e.year
    if not period.year or period.first_year != period.year:
        return 0
    return 0 if e.prior and e.place != "previous" else period.year - (e.place == "previous")
