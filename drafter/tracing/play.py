"""What is in play: the facts that the sentence around a number is about, which alone may be reckoned with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.lookup import as_share, form, units_agree
from drafter.tracing.reading import Reading
from drafter.tracing.subject import pieces
from drafter.tracing.units import Unit

_PER_STEP = 0.05
_BEHIND = 0.75
_SENTENCE_BEFORE = 0.6
_FITTING = 0.3
_SAME_FACT = 0.7
BACKGROUND = 0.32
"""The weight of a fact that the sentence does not name, but that its reckoning may take for granted: the total."""
_REASONED = ("derived_sum", "derived_diff", "derived_percent", "derived_ratio", "count_of_list")
_WHOLE = re.compile(r"总|应|全|常住|人口|户数|住户|居民户|在册|受理|收到|征集|发放|参加|报名|实有|登记|辖区")


@dataclass(frozen=True, slots=True)
class Operand:
    """A known number that may be reckoned with, and how much the sentence is about it."""

    value: Decimal
    unit: Unit
    facts: tuple[str, ...]
    evidence: tuple[int, ...]
    weight: float
    spot: int
    """The place of the draft's number that states it; -1 where only the words speak of it."""
    share: bool = False
    """It is a percentage."""
    words: str = ""
    reasoned: bool = False
    """It was itself reckoned or counted."""
    largest: bool = False
    """It is the largest number of its unit in the sheet, as the whole population is."""


def operand(reading: Reading, e: Evidence, weight: float, spot: int = -1) -> Operand | None:
    """Return a piece of evidence as an operand; None where it is no plain number."""
    shape = reading.values.forms[e.at]
    if e.number is None or shape not in ("number", "share"):
        return None
    value = as_share(e.number, e.core, e.type) if shape == "share" else e.number
    return Operand(value, e.unit, (e.fact,), (e.at,), weight, spot, shape == "share", e.near + e.far)


def in_play(reading: Reading, spot: Spot) -> list[Operand]:
    """Return what the sentence of a number is about, most relevant first."""
    found: dict[tuple[int, ...], Operand] = {}
    for other in _neighbours(reading, spot):
        for each in _stated_by(reading, other, _relevance(spot, other)):
            _keep(found, each)
    for at, fit in reading.fits[spot.at].items():
        if fit.whole >= _FITTING:
            each = operand(reading, reading.known.evidence[at], fit.whole)
            if each is not None:
                _keep(found, each)
    for each in list(found.values()):
        for sibling in _of_same_fact(reading, each):
            _keep(found, sibling)
    return sorted(found.values(), key=lambda o: (-o.weight, o.evidence))


def background(reading: Reading, play: Sequence[Operand]) -> list[Operand]:
    """Return the facts that are not in play but that a share or an average may silently refer to."""
    taken = {at for o in play for at in o.evidence if o.weight > BACKGROUND and not o.reasoned}
    every = [operand(reading, e, BACKGROUND) for e in reading.known.evidence if not e.prior and e.place != "label"]
    known = [o for o in every if o is not None and not o.share and o.value > 0]
    most: dict[str, Decimal] = {}
    for o in known:
        name = "人" if o.unit.name in ("名", "位") else o.unit.name
        most[name] = max(most.get(name, Decimal(0)), o.value)
    return [replace(o, largest=o.value == most.get("人" if o.unit.name in ("名", "位") else o.unit.name)) for o in known if o.evidence[0] not in taken]


def is_whole(o: Operand) -> bool:
    """Say whether an operand's words make it a total that shares are taken of."""
    return bool(_WHOLE.search(o.words))


def related(first: Operand, second: Operand) -> bool:
    """Say whether the words of two operands have a piece in common."""
    return not set(pieces(first.words)).isdisjoint(pieces(second.words))


def _keep(found: dict[tuple[int, ...], Operand], each: Operand) -> None:
    key = (*each.evidence, -1 - each.spot) if each.reasoned else each.evidence
    known = found.get(key)
    if known is None or known.weight < each.weight:
        found[key] = each


def _neighbours(reading: Reading, spot: Spot) -> Iterable[Spot]:
    """Yield the other numbers of the sentence, and those of the sentence before in the same paragraph."""
    low = max(0, spot.at - 24)
    for other in reading.spots[low : spot.at + 9]:
        if other.at != spot.at and other.mention.kind == "claim" and _near(reading.text, spot, other):
            yield other


def _near(text: str, spot: Spot, other: Spot) -> bool:
    if other.sentence == spot.sentence:
        return True
    return other.sentence[1] + 1 == spot.sentence[0] and text[other.sentence[1]] != "\n"


def _relevance(spot: Spot, other: Spot) -> float:
    distance = abs(spot.at - other.at) - 1
    weight = max(0.4, 1.0 - _PER_STEP * distance)
    if other.sentence != spot.sentence:
        return weight * _SENTENCE_BEFORE
    return weight * (_BEHIND if other.at > spot.at else 1.0)


def _stated_by(reading: Reading, other: Spot, weight: float) -> Iterable[Operand]:
    """Yield what a number of the draft states, or should state where it was found wrong."""
    backing = reading.backings.get(other.at)
    if backing is not None and backing.category in _REASONED and other.value is not None:
        share = form(other.mention) == "share"
        value = as_share(other.value, other.mention.text, other.mention.type) if share else other.value
        words = reading.text[other.before[0] : other.after[1]]
        yield Operand(value, other.unit, backing.facts, backing.evidence, weight, other.at, share, words, reasoned=True)
        counted = [e.at for e in reading.known.evidence if e.fact in backing.facts] if backing.category == "count_of_list" else []
        for at in (*backing.evidence, *counted):
            each = operand(reading, reading.known.evidence[at], weight * _SAME_FACT)
            if each is not None:
                yield each
        return
    meant: Sequence[int] = backing.evidence if backing is not None else _meant(reading, other)
    for at in meant:
        each = operand(reading, reading.known.evidence[at], weight, other.at)
        if each is not None:
            yield each


def _meant(reading: Reading, other: Spot) -> list[int]:
    """Return the evidence that the words around a number without backing speak of most clearly."""
    objection = reading.objections.get(other.at)
    if objection is not None and (objection.taken or objection.meant) and objection.category != "wrong_derived":
        return [e.at for e in (*objection.meant, *objection.taken)][:3]
    fitting = [
        (fit.beside, at) for at, fit in reading.fits[other.at].items()
        if fit.beside >= 0.4 and units_agree(other.unit, reading.known.evidence[at])
    ]  # fmt: skip
    if not fitting:
        return []
    best = max(fitting)[0]
    return [at for fit, at in fitting if fit >= best - 0.05][:2]


def _of_same_fact(reading: Reading, each: Operand) -> Iterable[Operand]:
    if len(each.facts) != 1 or not each.evidence:
        return
    for e in reading.known.evidence[max(0, each.evidence[0] - 6) : each.evidence[-1] + 7]:
        if e.fact == each.facts[0] and e.at not in each.evidence:
            other = operand(reading, e, each.weight * _SAME_FACT)
            if other is not None:
                yield other
