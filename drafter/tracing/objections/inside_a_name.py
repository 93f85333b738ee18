"""Numbers inside the name of what their fact does not count: 查出的140个问题整改了九成 of 查出问题150个, 整改140个."""

from __future__ import annotations

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.no_rivals import stands_inside_its_name
from drafter.tracing.objections.rivals import of_one_kind
from drafter.tracing.reading import Objection, Reading


def flag_inside_another_name(reading: Reading) -> None:
    """Object to a number inside the name of what the fact told right before goes on with, where that is another one."""
    for spot, stated in reading.stating():
        meant = _goes_on_before(reading, spot)
        if meant is None or meant.number == stated.number or meant.fact == stated.fact:
            continue
        if stands_inside_its_name(reading, spot, meant) and not stands_inside_its_name(reading, spot, stated):
            reading.refuse(spot.at, Objection("swapped_subject", (stated,), (meant,)))


def _goes_on_before(reading: Reading, spot: Spot) -> Evidence | None:
    """Return what the fact that the number before states, in the sentence, goes on with in the number's unit."""
    before = reading.stated(spot.at - 1) if spot.at else None
    if before is None or reading.spots[spot.at - 1].sentence != spot.sentence:
        return None
    behind = reading.known.evidence[before.at + 1 : before.at + 2]
    return next((e for e in behind if e.fact == before.fact and not e.prior and of_one_kind(spot, e)), None)
