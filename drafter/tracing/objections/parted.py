"""Numbers told right behind another's that belong to another part of its fact: 已消除风险71户254人 of 71户213人."""

from __future__ import annotations

from drafter.tracing.companions import companion_of, follows, told_of
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Objection, Reading


def flag_parted(reading: Reading) -> None:
    """Object to a number that its fact states beside another number than the one that it was told with."""
    for spot, stated in reading.stating():
        before = follows(reading, spot)
        if before is None:
            continue
        if _taken_with(reading, spot, before, stated):
            reading.refuse(spot.at, Objection("swapped_subject", (stated,)))
            continue
        first = told_of(reading, before)
        meant = companion_of(reading, spot, first) if first is not None and first.fact == stated.fact else None
        if meant is not None and meant != stated and meant.number != stated.number:
            reading.refuse(spot.at, Objection("swapped_subject", (stated,), (meant,)))


def _taken_with(reading: Reading, spot: Spot, before: Spot, stated: Evidence) -> bool:
    """Say whether the number before was taken from what a fact tells of another, and this one stands beside it there.

    脱贫户86户254人 of 监测对象86户254人: the name before the first tells what both are.
    """
    objection = None if before.at in reading.backings else reading.objections.get(before.at)
    if objection is None or objection.category != "swapped_subject" or not objection.taken:
        return False
    return companion_of(reading, spot, objection.taken[0]) == stated
