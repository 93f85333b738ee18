"""A whole and its part of one fact that the draft has just told one after the other: 应聘75人，录用48人，录用率."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit

_BARE_RATE = re.compile("(?![未不非无])(?P<name>[\u4e00-\u9fff]{2,4})率[为达到约近超过仅已]{0,3}")


def told_pair(reading: Reading, spot: Spot) -> tuple[Evidence, Evidence] | None:
    """Return the part and the whole that a bare rate is of; None where the sentence has not just told both."""
    bare = _BARE_RATE.fullmatch(reading.text, *spot.before) if spot.form == "share" and spot.at > 1 else None
    if bare is None or spot.before[0] != spot.clause[0]:
        return None
    whole, part = (_plainly_stated(reading, spot, at) for at in (spot.at - 2, spot.at - 1))
    if whole is None or part is None or whole.fact != part.fact or whole.place != part.place:
        return None
    smaller = same_unit(whole.unit, part.unit) and (part.number or 0) < (whole.number or 0)
    named = any(piece in part.near for piece in pieces(bare["name"]))
    return (part, whole) if smaller and named else None


def _plainly_stated(reading: Reading, spot: Spot, at: int) -> Evidence | None:
    """Return what a number before in the sentence states of this period; None where that is no plain number."""
    e = reading.stated(at) if reading.spots[at].sentence == spot.sentence else None
    return e if e is not None and e.number is not None and not e.prior and reading.spots[at].form == "number" else None
