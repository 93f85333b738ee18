"""Numbers that stand beside each other in a fact and in the draft: 4次“除四害”投药230公斤 of 4次，投药230公斤."""

from __future__ import annotations

from itertools import pairwise

from drafter.tracing import cues
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
                words = f"与“{reading.known.wording_of(e)}”一致"
                reading.backings[spot.at] = Backing((e.at,), (e.fact,), "exact", words)
                del reading.objections[spot.at]
                break


def back_pairs(reading: Reading) -> None:
    """Back two numbers side by side that no words tell, but that one fact has side by side: 对照8大类96项."""
    claims = [spot for spot in reading.spots if spot.mention.kind == "claim"]
    for first, second in pairwise(claims):
        if first.clause != second.clause or reading.text[first.unit_end : second.mention.start].strip("、"):
            continue
        ahead = cues.ahead(reading.text, first)
        if first.at in reading.backings or second.at in reading.backings or not first.unit.name:
            continue
        if cues.DIFFERENCE.search(ahead) or cues.AVERAGES.search(ahead):
            continue
        for e, other in pairwise(reading.known.evidence):
            alike = (e.unit.name, other.unit.name) == (first.unit.name, second.unit.name) and not e.prior
            if alike and e.fact == other.fact and e.place == other.place == "value":
                words = f"与“{reading.known.wording_of(e)}”一致"
                for spot, known in ((first, e), (second, other)):
                    if spot.value == known.value:
                        reading.backings[spot.at] = Backing((known.at,), (e.fact,), "exact", words)
                        reading.objections.pop(spot.at, None)
                break


def _goes_on(reading: Reading, spot: Spot, beside: dict[int, Spot], at: int) -> bool:
    """Say whether the number on one side states what stands on that side of a piece of evidence in its fact."""
    e = reading.known.evidence[at]
    for step, other in beside.items():
        told = reading.stated(other.at)
        if told is not None and other.clause == spot.clause and told.at == at + step and told.fact == e.fact:
            return told.place == e.place
    return False
