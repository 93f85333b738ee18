"""Objections by words alone that a draft outweighs: it tells the sheet's facts one after the other, each once.

Who writes from a sheet puts labels into words of his own: 示范楼院6个 becomes 建成示范楼院6个. A number whose value is
told nowhere else, beside the numbers of the facts next to its own, states that fact whatever the words call it, unless
what they name otherwise is told nowhere either: then the one may well stand for the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.tracing.candidates import Candidate, candidates
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.unrelated import telling
from drafter.tracing.reading import Reading

_WORDED = ("swapped_subject", "invented")
"""The objections that rest on words: a place in an order and a unit are told for themselves, as a time is."""
_TOLD = 3
"""How many facts' numbers a draft must tell to show that it follows its sheet."""
_ANYTHING = frozenset(("个", "项", "件", "处"))
_AROUND = 4
_NEXT = 2
_AS_WELL = 0.1


def told_in_its_place(reading: Reading) -> Iterator[tuple[Spot, Candidate]]:
    """Yield the numbers to which words alone object, each with what it states all the same."""
    told = {at for backing in reading.backings.values() for at in backing.evidence}
    as_it_stands = {e.at for _, e in reading.stating()}
    if len(as_it_stands) < _TOLD:
        return
    for at, objection in list(reading.objections.items()):
        if at in reading.backings or objection.category not in _WORDED or objection.firm or not objection.taken:
            continue
        stated = objection.taken[0]
        of_a_time = stated.prior or bool(stated.year)
        if of_a_time or stated.at in told or any(e.at not in as_it_stands for e in objection.meant):
            continue
        spot = reading.spots[at]
        same = [c for c in candidates(reading, spot) if c.evidence.at == stated.at and c.actual == spot.value]
        if not same or _counts_anything(reading, spot, stated) or _exchanged(reading, stated, objection.meant):
            continue
        if _stands_beside(reading, at, stated):
            yield spot, same[0]


def _exchanged(reading: Reading, stated: Evidence, meant: tuple[Evidence, ...]) -> bool:
    """Say whether the number that states what was meant is told by words that fit what is stated as well."""
    fits = ((reading.fits[spot.at], e) for spot, e in reading.stating() if e in meant)
    return any(fit.close(stated.at) > fit.close(e.at) - _AS_WELL for fit, e in fits)


def _counts_anything(reading: Reading, spot: Spot, stated: Evidence) -> bool:
    """Say whether a number counts in 个 or its like, which fit all things, what has no sign of the fact's name."""
    words = reading.text[slice(*spot.before)] + reading.text[slice(*spot.after)]
    return spot.unit.name in _ANYTHING and telling(stated.subject + stated.near).isdisjoint(words)


def _stands_beside(reading: Reading, at: int, stated: Evidence) -> bool:
    """Say whether the numbers around tell facts that stand beside the one stated in the sheet."""
    order = reading.known.order
    around = (reading.backings.get(o.at) for o in reading.spots[max(0, at - _AROUND) : at + _AROUND + 1])
    facts = {fact for backing in around if backing is not None for fact in backing.facts}
    return any(abs(order[fact] - order[stated.fact]) <= _NEXT for fact in facts)
