"""Values of another year than the one told, where the facts state a quantity year by year.

2021年接待4.1万人次 is wrong where that is what 2022 had; 2022年和2023年分别为4.1万、5.6万 deals the years out.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.tracing import cues
from drafter.tracing.approximation import holds
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.lookup import units_agree
from drafter.tracing.reading import Backing, Objection, Reading
from drafter.tracing.reckoning.outcome import stated_by
from drafter.tracing.timelines import Timeline
from drafter.tracing.told_years import year_told
from drafter.tracing.turns import groups
from drafter.tracing.units import same_unit
from drafter.tracing.year_lists import years_dealt

_BOTH = 2
"""Of two years an objection tells already which one is meant."""


def settle_years(reading: Reading) -> None:
    """Hold the numbers of quantities that the facts state by years to the years that the draft tells them of."""
    if not reading.timelines.all:
        return
    in_turn = {at for group in groups(reading.text, reading.spots) for at in _deal_out(reading, group)}
    held = {spot.at for spot, e in reading.stating() if reading.timelines.holding(e.at) is not None}
    for at in sorted(held.union(reading.objections).difference(in_turn)):
        spot = reading.spots[at]
        taken = _taken(reading, spot) if spot.number is not None else None
        known = reading.timelines.holding(taken.at) if taken is not None else None
        meant = known[0].years.get(year_told(reading, spot)) if known is not None else None
        if taken is None or known is None or meant is None:
            continue
        objected = spot.at in reading.objections
        if meant.at == taken.at or not objected or len(known[0].years) > _BOTH:
            _settle(reading, spot, meant, taken)


def _taken(reading: Reading, spot: Spot) -> Evidence | None:
    """Return what a number states, or states of another year than its own."""
    objection = reading.objections.get(spot.at)
    if objection is None or not objection.taken:
        return reading.stated(spot.at)
    stale = objection.category == "stale_period" and not objection.because
    known = [reading.timelines.holding(e.at) for e in (*objection.taken[:1], *objection.meant[:1])]
    one = len(known) > 1 and known[0] is not None and known[1] is not None and known[0][0] is known[1][0]
    return objection.taken[0] if stale or one else None


def _deal_out(reading: Reading, group: Sequence[Spot]) -> list[int]:
    """Settle the numbers that follow a list of years, each for its own; return their places."""
    words = cues.ahead(reading.text, group[0])
    if cues.GROWTH.search(words) or cues.DIFFERENCE.search(words):
        return []  # 分别增长28.1%和36.6% tells no numbers of those years
    told = reading.text[group[0].sentence[0] : group[0].mention.start]
    years = years_dealt(told, len(group), reading.known.period)
    line = _named(reading, group, years) if years else None
    known = line.of(years) if line is not None else []
    for spot, meant in zip(group, known, strict=False):
        _settle(reading, spot, meant, _taken(reading, spot))
    return [spot.at for spot in group] if known else []


def _named(reading: Reading, group: Sequence[Spot], years: Sequence[int]) -> Timeline | None:
    """Return the quantity by years that the words at a run of numbers speak of; None where they speak of none."""
    best: tuple[float, Timeline] | None = None
    for line in reading.timelines.all:
        known = line.of(years)
        alike = bool(known) and units_agree(group[-1].unit, known[-1])
        fit = max((reading.fit(group[0], e) for e in known), default=0.0) if alike else 0.0
        if fit and (best is None or fit > best[0]):
            best = fit, line
    return best[1] if best is not None else None


def _settle(reading: Reading, spot: Spot, meant: Evidence, taken: Evidence | None) -> None:
    """Back a number by what its own year had, or object to it."""
    if _states(spot, meant):
        if spot.at not in reading.backings:
            words = f"与“{reading.known.wording_of(meant)}”一致"
            reading.backings[spot.at] = Backing((meant.at,), (meant.fact,), "exact", words)
            reading.objections.pop(spot.at, None)
            reading.look_anew()
        return
    if taken is not None and taken.at == meant.at:
        return  # 近70户 of 约71户 is of its own year, whatever else it is
    objection = Objection("swapped_subject", (taken,) if taken is not None else (), (meant,))
    if spot.at in reading.backings:
        reading.refuse(spot.at, objection)
    else:
        reading.objections[spot.at] = objection


def _states(spot: Spot, e: Evidence) -> bool:
    """Say whether a number may stand for what a fact states, whatever the unit behind the last of several says."""
    if e.number is None or spot.number is None:
        return False
    own = e.number * e.unit.size / spot.unit.size if same_unit(spot.unit, e.unit) else e.number
    return holds(stated_by(spot), own, rounded=True)
