"""Places in an order before a change that a fact tells, and after one: 由第八名升至第五名 of 第5名，比上年上升3位."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.tracing import arithmetic, cues
from drafter.tracing.arithmetic import Derived
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.operands import plain_operands
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.reckoning.outcome import backing, outcome

_WEIGHT = 0.8
_PLACES = ("位", "名", "个位次", "位次", "个名次")
_ROSE = re.compile("(?:上升|提升|前进|前移|上移|进步|跃升|攀升|进|升)了?$")
_FELL = re.compile("(?:下降|后退|后移|下移|退步|下滑|滑落|退|降)了?$")
_FROM = re.compile("[由从][^，。；、0-9]{0,12}第?$")
_TO = re.compile("[升进跃降退滑落移](?:到|至|为|居|列)")
_LAST = re.compile("比上|较上|比去|较去|上一?年|去年|上届|上期|同比")


def match_ranks(reading: Reading) -> None:
    """Back the places that follow from another place and by how many it changed, and say what a wrong one should be."""
    for spot in reading.spots:
        open_one = spot.form == "ordinal" and spot.mention.kind == "claim" and spot.at not in reading.backings
        if not open_one or spot.number is None:
            continue
        for known, change, made in _reckoned(reading, spot):
            found = outcome(made, plain_operands((known, change), _WEIGHT), "derived_sum", exact=True)
            if made.value == spot.value:
                reading.backings[spot.at] = backing(found, reading.known)
                reading.objections.pop(spot.at, None)
                break
            reading.objections[spot.at] = Objection("wrong_derived", (), (known, change), made)


def _reckoned(reading: Reading, spot: Spot) -> Iterator[tuple[Evidence, Evidence, Derived]]:
    """Yield the places that the words ask for, each with the place and the change that it follows from."""
    words = cues.ahead(reading.text, spot)
    origin = _FROM.search(words) is not None
    before = origin or cues.PRIOR.search(words) is not None
    beside = _beside(reading, spot, 1 if origin else -1)
    changed = list(_changed(reading)) if before or _TO.search(words) else []
    for known, change in changed:
        alone = not origin and sum(other.fact == known.fact for other, _ in changed) == 1
        told = known == beside or (alone and len(known.subject) > 1 and known.subject in words)
        if not told or before == known.prior:
            continue
        rose = _ROSE.search(change.near.split(" ")[0]) is not None
        numbers = [e.number for e in (known, change) if e.number is not None]
        # A place that rose was so many further down before.
        made = arithmetic.total(numbers) if rose == before else arithmetic.difference(*numbers)
        if made.value > 0:
            yield known, change, made


def _beside(reading: Reading, spot: Spot, step: int) -> Evidence | None:
    """Return what the number behind or before states, in the same sentence."""
    at = spot.at + step
    alike = 0 <= at < len(reading.spots) and reading.spots[at].sentence == spot.sentence
    return reading.stated(at) if alike else None


def _changed(reading: Reading) -> Iterator[tuple[Evidence, Evidence]]:
    """Yield each place in an order with the number behind it in its fact that tells by how many places it changed."""
    for _, fact in reading.known.several:
        for known, change in pairwise(reading.known.of_fact[fact]):
            told = known.type == "ordinal" and known.place == change.place and change.unit.name in _PLACES
            near = change.near.split(" ")[0]
            moved = told and change.type != "ordinal" and (_ROSE.search(near) or _FELL.search(near))
            if moved and (known.prior or _LAST.search(near)):
                yield known, change
