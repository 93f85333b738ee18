"""Means of all told for each: 每天每点350人, where 5个点 have 350人 a day together."""

from __future__ import annotations

from drafter.tracing import arithmetic, cues
from drafter.tracing.each_of_both import counts_of, each_of_both, told_for_all
from drafter.tracing.reading import Objection, Reading


def flag_mean_of_all(reading: Reading) -> None:
    """Object to what comes each day on several things together, where the words tell it for each of them."""
    for spot, e in reading.stating():
        asked = each_of_both(cues.ahead(reading.text, spot)) if spot.form == "number" else None
        if asked is None or e.number is None or not told_for_all(e, asked):
            continue
        for count in counts_of(reading, spot, e, asked):
            each = arithmetic.ratio(e.number, count.number) if count.number not in (None, 1) else None
            if each is not None:
                reading.refuse(spot.at, Objection("wrong_derived", (), (e, count), each))
                break
