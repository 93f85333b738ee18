"""Ranges of numbers: 12至18岁 is what a fact states as a range, or as the two ends that it has."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.lookup import units_agree
from drafter.tracing.reading import Backing, Objection, Reading
from drafter.tracing.units import convert

_BOUND = re.compile("及?以(?:上|(?P<below>下))")
_MEANT = 0.2
"""How well the words of a fact fit at least that a range is held against it."""
_TO = frozenset(("至", "到", "-", "—", "–", "~", "～", "——"))


def match_range(reading: Reading, spot: Spot) -> None:
    """Back a range of numbers by the fact that states it, or object to it."""
    found = [e for e in reading.values.with_range(spot.mention.value) if units_agree(spot.unit, e)]
    found = found or _ends_apart(reading, spot)
    if found:
        best = max(found, key=lambda e: (reading.fit(spot, e), -e.at))
        words = f"与“{reading.known.wording_of(best)}”一致"
        reading.backings[spot.at] = Backing((best.at,), (best.fact,), "range_ok", words)
        return
    between = _between(reading, spot)
    if between is not None:
        words = f"“{reading.known.wording_of(between)}”在这个范围内"
        reading.backings[spot.at] = Backing((between.at,), (between.fact,), "approx_ok", words)
        return
    meant = [e for e in reading.known.evidence if isinstance(e.value, tuple) and reading.fit(spot, e) > _MEANT]
    reading.objections[spot.at] = Objection("wrong_value", (), tuple(meant[:2]))


def _between(reading: Reading, spot: Spot) -> Evidence | None:
    """Return the fact that is meant where it lies between the ends of 三四十人, 两三成 or 约30至40人, told as about."""
    ends = spot.mention.value if isinstance(spot.mention.value, tuple) else ()
    if spot.mention.approx != "about" or len(ends) != 2 or not all(isinstance(end, Decimal) for end in ends):
        return None
    low, high = ends
    share = spot.mention.unit == "%"
    alike = [
        e
        for e in reading.known.evidence
        if e.number is not None and not e.prior and (e.type == "percent") == share and units_agree(spot.unit, e)
    ]
    best = max(alike, key=lambda e: (reading.fit(spot, e), -e.at), default=None)
    if best is None or best.number is None or reading.fit(spot, best) <= _MEANT:
        return None
    return best if low <= convert(best.number, best.unit, spot.unit) <= high else None  # type: ignore[operator]


def _ends_apart(reading: Reading, spot: Spot) -> list[Evidence]:
    """Return the two numbers of one fact that are the range's ends: 24至67岁 of 24岁至67岁 or 最小24岁、最大67岁."""
    ends = spot.mention.value if isinstance(spot.mention.value, tuple) else ()
    for own in reading.known.of_fact.values() if len(ends) == 2 else ():
        for first, second in pairwise(own):
            alike = first.unit == second.unit and {first.number, second.number} == set(ends)
            if alike and units_agree(spot.unit, first):
                return [first, second]
    return []


def match_ends(reading: Reading, spot: Spot) -> None:
    """Back two numbers with their units that are a range's ends by the fact that states it: 6岁至12岁 of 6至12岁."""
    other = reading.spots[spot.at + 1] if spot.at + 1 < len(reading.spots) else None
    if other is None or not other.form == spot.form == "number" or other.unit != spot.unit:
        return
    if reading.text[spot.unit_end : other.mention.start] not in _TO or spot.value is None or other.value is None:
        return
    found = [e for e in reading.values.with_range((spot.value, other.value)) if units_agree(spot.unit, e)]
    if found:
        best = max(found, key=lambda e: (reading.fit(spot, e), -e.at))
        words = f"与“{reading.known.wording_of(best)}”一致"
        for end in (spot, other):
            reading.backings[end.at] = Backing((best.at,), (best.fact,), "range_ok", words)


def match_bound(reading: Reading, spot: Spot) -> None:
    """Back an age from which or up to which people are counted, where a fact's band begins or ends at it."""
    if spot.unit.name != "岁" or spot.value is None:
        return
    bound = _BOUND.match(reading.text, spot.unit_end)
    if bound is None:
        return
    for e in reading.known.evidence:
        if isinstance(e.value, tuple) and e.unit.name == "岁" and e.value[bound["below"] is not None] == spot.value:
            words = f"与“{reading.known.wording_of(e)}”一致"
            reading.backings[spot.at] = Backing((e.at,), (e.fact,), "exact", words)
            return
