"""Numbers told right behind another's that belong to another part of its fact: 已消除风险71户254人 of 71户213人."""

from __future__ import annotations

from drafter.tracing.companions import companion_of, follows, told_of
from drafter.tracing.reading import Objection, Reading


def flag_parted(reading: Reading) -> None:
    """Object to a number that its fact states beside another number than the one that it was told with."""
    for spot, stated in reading.stating():
        before = follows(reading, spot)
        if before is None:
            continue
        first = told_of(reading, before)
        meant = companion_of(reading, spot, first) if first is not None and first.fact == stated.fact else None
        if meant is not None and meant != stated and meant.number != stated.number:
            reading.refuse(spot.at, Objection("swapped_subject", (stated,), (meant,)))
