"""Objections by words alone that a draft outweighs: it tells the sheet's facts one after the other, each once.

Who writes from a sheet puts labels into words of his own: 文明楼栋7个 becomes 挂牌文明楼栋7个. A number whose value is
told nowhere else, beside the numbers of the facts next to its own, states that fact whatever the words call it, unless
what they name otherwise is told nowhere either: then the one may well stand for the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.tracing.candidates import Candidate, candidates
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.unrelated import signs_of, telling
from drafter.tracing.reading import Reading

_WORDED = ("swapped_subject", "invented")
"""The objections that rest on words: a place in an order and a unit are told for themselves, as a time is."""
_TOLD = 3
"""How many facts' numbers a draft must tell to show that it follows its sheet."""
_ANYTHING = frozenset(("个", "项", "件", "处"))
_PEOPLE = frozenset(("人", "名", "位"))
_MONEY = "金额"
_NAME = 2
"""How many signs a name has at least, those worn by use aside."""
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
        of_a_time = stated.prior or stated.year not in (0, reading.known.period.year)
        if of_a_time or stated.at in told or any(e.at not in as_it_stands for e in objection.meant):
            continue
        spot = reading.spots[at]
        same = [c for c in candidates(reading, spot) if c.evidence.at == stated.at and c.actual == spot.value]
        if not same or _exchanged(reading, stated, objection.meant):
            continue
        unnamed = objection.category == "invented" and _names_another(reading, spot, stated)
        if not unnamed and _stands_beside(reading, at, stated):
            yield spot, same[0]


def _exchanged(reading: Reading, stated: Evidence, meant: tuple[Evidence, ...]) -> bool:
    """Say whether the number that states what was meant is told by words that fit what is stated as well."""
    fits = ((reading.fits[spot.at], e) for spot, e in reading.stating() if e in meant)
    return any(fit.close(stated.at) > fit.close(e.at) - _AS_WELL for fit, e in fits)


def _names_another(reading: Reading, spot: Spot, stated: Evidence) -> bool:
    """Say whether the words at a number name something in full of which no sign is the fact's: 科普讲座 of 工作例会.

    A word tells no more than what was done: 苦战19个昼夜, 全班17人. Of 个 and its like any name is another. What people
    are called behind their number is left to what knows their kinds: 138名电力汉子. What money was for has many names.
    """
    behind = "" if spot.unit.name in _PEOPLE else reading.text[slice(*spot.after)]
    words = telling(reading.text[slice(*spot.before)] + behind)
    if spot.unit.dimension == _MONEY:
        return False
    least = 1 if spot.unit.name in _ANYTHING else _NAME
    return len(words) >= least and signs_of(f"{stated.near} {stated.subject}").isdisjoint(words)


def _stands_beside(reading: Reading, at: int, stated: Evidence) -> bool:
    """Say whether the numbers around tell facts that stand beside the one stated in the sheet."""
    order = reading.known.order
    around = (reading.backings.get(o.at) for o in reading.spots[max(0, at - _AROUND) : at + _AROUND + 1])
    facts = {fact for backing in around if backing is not None for fact in backing.facts}
    return any(abs(order[fact] - order[stated.fact]) <= _NEXT for fact in facts)
