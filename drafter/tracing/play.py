"""What is in play: the facts that the sentence around a number is about, which alone may be reckoned with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nlargest

from drafter.tracing import cues
from drafter.tracing.forms import as_share
from drafter.tracing.layout import Spot
from drafter.tracing.lookup import units_agree
from drafter.tracing.objections.rivals import digits
from drafter.tracing.operands import Operand
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.slips import digits_slipped

_PER_STEP = 0.05
_AT_MOST = 40
"""How many operands are tried: where labels are much alike, hundreds of facts would fit a little."""
_BEHIND = 0.75
_SENTENCE_BEFORE = 0.6
_FITTING = 0.3
_REACH = 16
_EARLIER = 0.34
_MEANT = 0.4
_SAME_FACT = 0.7
_SIBLINGS = 6
_DIGITS = 3
"""How many digits a number has that is hardly like another by chance."""
_REASONED = ("derived_sum", "derived_diff", "derived_percent", "derived_ratio", "count_of_list")


def in_play(reading: Reading, spot: Spot) -> list[Operand]:
    """Return what the sentence of a number is about, most relevant first."""
    found: dict[tuple[int, ...], Operand] = {}
    for other in _neighbours(reading, spot):
        for each in _stated_by(reading, other, _relevance(spot, other)):
            keep(found, each)
    fitting = [(at, fit.whole) for at, fit in reading.fits[spot.at].fitting(_FITTING) if reading.operands[at]]
    least = _least_tried(weight for _, weight in fitting)
    for at, weight in fitting:
        named = _operand(reading, at, weight) if weight >= least or (at,) in found else None
        if named is not None:
            keep(found, named)
    least = _least_tried(o.weight for o in found.values())
    for each in [o for o in found.values() if o.weight * _SAME_FACT >= least]:
        for sibling in _of_same_fact(reading, each):
            keep(found, sibling)
    return sorted(found.values(), key=lambda o: (-o.weight, o.evidence))[:_AT_MOST]


def _least_tried(weights: Iterable[float]) -> float:
    """Return the weight below which nothing is among those that are tried: where labels are much alike, most is."""
    tried = nlargest(_AT_MOST, weights)
    return tried[-1] if len(tried) == _AT_MOST else 0.0


def earlier(reading: Reading, spot: Spot) -> Iterable[Operand]:
    """Yield what the paragraph stated before the sentence that came just before."""
    for other in reading.spots[max(0, spot.at - _REACH) : spot.at]:
        skipped = other.mention.kind != "claim" or _near(reading.text, spot, other)
        if not skipped and "\n" not in reading.text[other.mention.end : spot.mention.start]:
            yield from _stated_by(reading, other, _EARLIER)


def _operand(reading: Reading, at: int, weight: float, spot: int = -1) -> Operand | None:
    known = reading.operands[at]
    return None if known is None else known.weighing(weight, spot)


def keep(found: dict[tuple[int, ...], Operand], each: Operand) -> None:
    """Put an operand among those found so far, each but once."""
    key = (*each.evidence, -1 - each.spot) if each.reasoned else each.evidence
    known = found.get(key)
    if known is None:
        found[key] = each
    elif known.weight < each.weight or (known.spot < 0 <= each.spot):
        # What is both stated and named keeps its place in the draft and the greater weight.
        found[key] = each.weighing(max(each.weight, known.weight), max(each.spot, known.spot))


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
        share = other.form == "share"
        value = as_share(other.value, other.mention.text, other.mention.type) if share else other.value
        known = [reading.known.evidence[at] for at in backing.evidence]
        words = " ".join((reading.text[other.before[0] : other.after[1]], *(e.near + e.far for e in known)))
        mean = bool(cues.AVERAGE.search(cues.ahead(reading.text, other)))
        yield Operand(
            value, other.unit, backing.facts, backing.evidence, weight, other.at, share, words, reasoned=True, mean=mean
        )
        counted = (
            [e.at for e in reading.known.evidence if e.fact in backing.facts]
            if backing.category == "count_of_list"
            else []
        )
        for at in (*backing.evidence, *counted):
            each = _operand(reading, at, weight * _SAME_FACT)
            if each is not None:
                yield each
        return
    objection = reading.objections.get(other.at)
    if backing is None and objection is not None and objection.category == "wrong_derived" and objection.reckoned:
        mean = bool(cues.AVERAGE.search(cues.ahead(reading.text, other)))
        yield _as_it_should_be(objection, other, weight, mean)
        if other.form == "share" and cues.GROWTH.search(cues.ahead(reading.text, other)):
            # 接待读者增长6.9% tells neither of the two that it was reckoned from.
            yield from (o for at in meant_by(reading, other) if (o := _operand(reading, at, weight * _SAME_FACT)))
            return
    meant: Sequence[int] = backing.evidence if backing is not None else meant_by(reading, other)
    for at in meant:
        each = _operand(reading, at, weight, other.at)
        if each is not None:
            yield each


def _as_it_should_be(objection: Objection, other: Spot, weight: float, mean: bool) -> Operand:
    """Return what a wrongly reckoned number should have said: what follows from it is held against that."""
    assert objection.reckoned is not None
    facts = tuple(dict.fromkeys(e.fact for e in objection.meant))
    at = tuple(e.at for e in objection.meant)
    words = " ".join(e.near + e.far for e in objection.meant)
    share = other.form == "share"
    return Operand(
        objection.reckoned.value, other.unit, facts, at, weight, other.at, share, words, reasoned=True, mean=mean
    )


def meant_by(reading: Reading, other: Spot) -> list[int]:
    """Return the evidence that the words around a number without backing speak of most clearly."""
    objection = reading.objections.get(other.at)
    known = reading.meant.get(other.at)
    if known is None or known[0] is not objection:
        known = reading.meant[other.at] = objection, _spoken_of(reading, other, objection)
    return known[1]


def date_told_by(reading: Reading, other: Spot) -> tuple[int, ...]:
    """Return the evidence of a number; of a date told wrongly the right one: how long it lasted may be right."""
    backing, objection = reading.backings.get(other.at), reading.objections.get(other.at)
    if backing is not None:
        return backing.evidence
    return tuple(e.at for e in objection.meant) if objection is not None and other.form == "date" else ()


def _spoken_of(reading: Reading, other: Spot, objection: Objection | None) -> list[int]:
    if objection is not None and objection.category == "stale_period":
        now = [c.now.at for c in reading.comparisons if c.before in objection.taken and not c.increase]
        if now:
            return now[:2]
    if objection is not None and (objection.taken or objection.meant) and objection.category != "wrong_derived":
        return [e.at for e in (*objection.meant, *objection.taken)][:3]
    fitting = [
        (fit.beside, at) for at, fit in reading.fits[other.at].fitting(_MEANT)
        if fit.beside >= _MEANT and units_agree(other.unit, reading.known.evidence[at])
    ]  # fmt: skip
    if not fitting and other.value is not None:
        fitting = [
            (fit.beside, at) for at, fit in reading.fits[other.at].fitting(_FITTING)
            if reading.known.evidence[at].value == other.value
        ]  # fmt: skip
    if not fitting:
        return _slipped_from(reading, other)
    best = max(fitting)[0]
    return [at for fit, at in fitting if fit >= best - 0.05][:2]


def _slipped_from(reading: Reading, other: Spot) -> list[int]:
    """Return the one evidence of a number of several digits that a slip made: 1372名学生 of 参加社团学生1327人."""
    if other.value is None or digits(other.value) < _DIGITS:
        return []
    found = [
        at for at, _ in reading.fits[other.at].fitting(_FITTING)
        if units_agree(other.unit, e := reading.known.evidence[at])
        and e.number is not None and digits_slipped(other.value, e.number)
    ]  # fmt: skip
    return found if len(found) == 1 else []


def _of_same_fact(reading: Reading, each: Operand) -> Iterable[Operand]:
    if len(each.facts) != 1 or not each.evidence:
        return
    first, last = each.evidence[0] - _SIBLINGS, each.evidence[-1] + _SIBLINGS
    for e in reading.known.evidence[max(0, first) : last + 1]:
        if e.fact == each.facts[0] and e.at not in each.evidence:
            other = _operand(reading, e.at, each.weight * _SAME_FACT)
            if other is not None:
                yield other
