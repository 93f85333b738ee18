"""Numbers that stand beside each other in a fact and in the draft: 4次“除四害”投药230公斤 of 4次，投药230公斤."""

from __future__ import annotations

from drafter.tracing.layout import Spot
from drafter.tracing.lookup import units_agree
from drafter.tracing.reading import Backing, Reading


def back_siblings(reading: Reading) -> None:
    """Back a number whose words say too little by the fact that the claim beside it, in its clause, goes on with."""
    claims = [spot for spot in reading.spots if spot.mention.kind == "claim"]
    for n, spot in enumerate(claims):
        objection = reading.objections.get(spot.at)
        if objection is None or objection.category != "invented" or spot.at in reading.backings:
            continue
        beside = {step: claims[n + step] for step in (1, -1) if 0 <= n + step < len(claims)}
        for e in objection.taken:
            if units_agree(spot.unit, e) and e.value == spot.value and _goes_on(reading, spot, beside, e.at):
                words = f"与“{reading.known.wordings[e.fact]}”一致"
                reading.backings[spot.at] = Backing((e.at,), (e.fact,), "exact", words)
                del reading.objections[spot.at]
                break


def _goes_on(reading: Reading, spot: Spot, beside: dict[int, Spot], at: int) -> bool:
    """Say whether the number on one side states what stands on that side of a piece of evidence in its fact."""
    e = reading.known.evidence[at]
    for step, other in beside.items():
        told = reading.stated(other.at)
        if told is not None and other.clause == spot.clause and told.at == at + step and told.fact == e.fact:
            return told.place == e.place
    return False
