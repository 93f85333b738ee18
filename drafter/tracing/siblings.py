"""Numbers that stand beside each other in a fact and in the draft: 4次“除四害”投药230公斤 of 4次，投药230公斤."""

from __future__ import annotations

from itertools import pairwise

from drafter.models import Category
from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.lookup import units_agree
from drafter.tracing.reading import Backing, Reading
from drafter.tracing.units import convert


def back_siblings(reading: Reading) -> None:
    """Back a number whose words say too little by the fact that the claim beside it, in its clause, goes on with."""
    claims = [spot for spot in reading.spots if spot.mention.kind == "claim"]
    for n, spot in enumerate(claims):
        objection = reading.objections.get(spot.at)
        if objection is None or objection.category != "invented" or spot.at in reading.backings:
            continue
        beside = {step: claims[n + step] for step in (1, -1) if 0 <= n + step < len(claims)}
        for e in objection.taken:
            meant = _goes_on(reading, spot, beside, e.at) or _is_last_told(reading, spot, e)
            if units_agree(spot.unit, e) and _has_value(spot, e) and meant:
                words = f"与“{reading.known.wording_of(e)}”一致"
                category: Category = "exact" if e.value == spot.value else "unit_conversion"
                reading.backings[spot.at] = Backing((e.at,), (e.fact,), category, words)
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


def _has_value(spot: Spot, e: Evidence) -> bool:
    """Say whether a number has the value of a piece of evidence, in its own unit or in another: 1.7公里 of 1700米."""
    return e.number is not None and convert(e.number, e.unit, spot.unit) == spot.value


def _is_last_told(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether the numbers beside one tell all others of a fact, two or more: 1.7公里排水渠由35厘米加深到55厘米."""
    others = {o.at for o in reading.known.of_fact[e.fact] if o.at != e.at and o.place == e.place}
    count = len(others)
    for first in range(max(0, spot.at - count), spot.at + 1) if count > 1 else ():
        run = reading.spots[first : first + count + 1]
        told = {o.at for other in run if (o := reading.stated(other.at)) is not None}
        if others <= told and all(other.sentence == spot.sentence for other in run):
            return True
    return False
