"""Rivals: facts that the words around a number speak of rather than of the one that has its value."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.lookup import names_agree
from drafter.tracing.objections.no_rivals import is_no_rival, named_whole, told_apart_by_units
from drafter.tracing.objections.told_jointly import telling
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.subject import pieces
from drafter.tracing.vocabulary import COMERS, GENERIC

# How much better another fact's words must fit before a number is held to state that fact wrongly.
MARGINS = {1: 0.12, 2: 0.16, 3: 0.2}
_MARGIN_LONG = 0.24
SWAP_MARGIN = 0.03
_WORDLESS = 0.2
"""How much better still where the number has no word of its own: 14个村民小组、1156户、4046人."""
_WORD = re.compile("[\u4e00-\u9fff]")
_HEAD = re.compile("[\u4e00-\u9fff]{2}")
_CLEAR = 0.3
_BEYOND_DOUBT = 0.5
_NOUN = 2
_HARDLY = 0.15
_RETOLD = 20
_TIMES = frozenset("次场期回")
_NOT_PIECES = frozenset(("人", "名", "位", "户"))
_WIDE = re.compile("|".join(sorted(GENERIC, key=len, reverse=True)))
_SCALES = {
    "名": "place",
    "位": "place",
    "": "",
    "等奖": "prize",
    "届": "edition",
    "次": "edition",
    "期": "edition",
    "星级": "star",
    "星": "star",
}


@lru_cache(maxsize=8192)
def digits(value: Decimal) -> int:
    """Return how hard a value is to meet by chance, in digits: 4 for 3218, 3 for 3200, 2 for 90."""
    significant = len(value.normalize().as_tuple().digits)
    return max(significant, (significant + max(value.adjusted(), 0) + 2) // 2)


def one_scale(stated: str, known: str) -> bool:
    """Say whether two ordinals count on one scale: 第一名 is no 一等奖."""
    one, other = _SCALES.get(stated, stated), _SCALES.get(known, known)
    return not one or not other or one == other


def flag_both_sides(reading: Reading, stating: dict[int, list[int]]) -> None:
    """Object to the other side of an exchange as well, where its own words leave it open."""
    for at, objection in list(reading.objections.items()):
        if objection.category != "swapped_subject" or cues.JOINT.search(cues.ahead(reading.text, reading.spots[at])):
            continue  # a total may have the value of one of its parts by chance
        if "每" in cues.beside(reading.text, reading.spots[at]):
            continue  # so may an average: 每月两期
        for mine in objection.taken:
            for theirs in objection.meant:
                for other in _around(at, stating.get(theirs.at, ())):
                    backing = reading.backings.get(other)
                    if (
                        backing
                        and backing.evidence == (theirs.at,)
                        and _swapped(reading, other, (theirs, mine), 1.0)
                        and of_one_kind(reading.spots[other], mine)
                        and other != at
                    ):
                        reading.refuse(other, Objection("swapped_subject", (theirs,), (mine,)))


def _around(at: int, places: Sequence[int]) -> Sequence[int]:
    """Return the nearest of the places that state a fact: a draft may tell one number time and again."""
    nearest = bisect_left(places, at)
    return places[max(0, nearest - _RETOLD) : nearest + _RETOLD]


def counts_noun_of(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether what stands right behind a number is what its fact's name ends in: 5436户用户 of 燃气用户."""
    noun = reading.text[spot.unit_end : spot.unit_end + _NOUN]
    return len(noun) == _NOUN and e.subject.endswith(noun)


def rivals_of(
    reading: Reading, spot: Spot, best: Evidence, stating: dict[int, list[int]], prior: bool
) -> list[Evidence]:
    """Return the facts that the words around the number speak of rather than of the one that has its value."""
    leading = list(reading.fits[spot.at].leading(best.at, SWAP_MARGIN))
    if not leading or is_named_part(reading, spot, best):
        return []
    count = digits(spot.number.value) if spot.number else 1
    margin = MARGINS.get(count, _MARGIN_LONG)
    if _wordless(reading, spot):
        margin += _WORDLESS
    found: list[tuple[float, Evidence]] = []
    for at, beside, lead in leading:
        e = reading.known.evidence[at]
        if not _may_be_meant(reading, spot, e, best, prior):
            continue
        if best.unit.name == spot.unit.name != e.unit.name and _counts_other(reading, spot, e):
            continue  # 1100余人次 states visits: people that the words speak of as well were hardly meant
        if _are_its_comers(reading, spot, best) and e.subject not in reading.text[slice(*spot.clause)]:
            continue
        stated = (other for other in _around(spot.at, stating.get(at, ())) if other != spot.at)
        others = [other for other in stated if reading.fits[other].close(at) > 0 or not _is_mean(reading, other)]
        if any(told_apart_by_units(spot, best, reading.spots[other], e) for other in others):
            continue
        least = SWAP_MARGIN if _part_of(best, e) and not _told(reading, spot, best, e) else margin
        if any(_swapped(reading, other, (e, best), lead) for other in others) or (not others and lead > least):
            found.append((beside, e))
    head = _head(reading, spot, best) if found else ""
    if head and head in best.near + best.subject:
        # 培训带动就业60人: what is counted stands right before the number, whatever else is named before it.
        words = reading.text[slice(*spot.before)]
        found = [r for r in found if head in r[1].near + r[1].subject or named_whole(r[1], words, head)]
    found = [r for r in found if not is_no_rival(reading, spot, best, r[1])]
    if found and (told := telling(reading, spot)) is not reading.fits[spot.at]:
        found = [r for r in found if told.close(r[1].at) >= told.close(best.at)]
    if found and counts_noun_of(reading, spot, best):
        # 132名职工志愿者 are 志愿者: the noun goes on with the rival's name.
        after = reading.text[spot.unit_end + _NOUN : spot.unit_end + 2 * _NOUN]
        found = [r for r in found if counts_noun_of(reading, spot, r[1]) or after in r[1].subject]
    return [e for _, e in sorted(found, key=lambda r: -r[0])]


def _are_its_comers(reading: Reading, spot: Spot, best: Evidence) -> bool:
    """Say whether the words name those whose visits a fact counts: 观众84.6万人次 of 参观人次, 未成年观众 or not."""
    words = reading.text[slice(*spot.before)]
    return any(who in words and any(w in best.subject for w in told) for who, told in COMERS.items())


def _counts_other(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether evidence counts in another unit than a number, and is not what its clause names: 12次 for 764件."""
    apart = spot.unit.name.endswith("次") or (e.unit.name in _TIMES and spot.unit.name not in _TIMES)
    return apart and (spot.unit.name.endswith("次") or e.subject not in reading.text[slice(*spot.clause)])


def is_named_part(reading: Reading, spot: Spot, best: Evidence) -> bool:
    """Say whether the words right before a number have what a fact labelled 其中 counts: 其中未成年观众 of 未成年人."""
    name = best.subject.removesuffix("人").removesuffix("者")
    label = reading.known.by_id[best.fact].label
    return label.startswith("其中") and len(name) > _NOUN and name in reading.text[slice(*spot.before)]


def _may_be_meant(reading: Reading, spot: Spot, e: Evidence, best: Evidence, prior: bool) -> bool:
    """Say whether a number could have been to state another piece of evidence than the one that has its value."""
    shape = spot.form
    if e.place == "label" or e.at == best.at or reading.values.forms[e.at] != shape:
        return False
    if (e.value, e.unit.name, e.prior) == (best.value, best.unit.name, best.prior):
        return False  # the number states both
    if not (one_scale(spot.mention.unit, e.said) if shape == "ordinal" else of_one_kind(spot, e)):
        return False
    if (e.prior and not prior) or (prior and best.prior and not e.prior):
        return False  # 由9.8%降至0.14%: each is told of its own time
    if e.subject == best.subject != "" and e.fact != best.fact:
        return False
    if e.fact == best.fact and best.unit.name == spot.unit.name != e.unit.name:
        return False
    if reading.text.startswith(f"{e.subject}率", spot.unit_end):
        return False  # 986名毕业生就业率: what follows is a rate's name
    return not (_part_of(best, e) and _named_as_part(reading, spot, best, e))


def _is_mean(reading: Reading, at: int) -> bool:
    """Say whether a number is told as an average, so that it only happens to have another fact's value: 每类15个."""
    return cues.AVERAGE.search(cues.ahead(reading.text, reading.spots[at])) is not None


def _head(reading: Reading, spot: Spot, best: Evidence) -> str:
    """Return the word right before a number, where it tells what is counted: a wide one where the fact ends in it."""
    word = reading.text[slice(*spot.before)][-2:]
    return word if _HEAD.fullmatch(word) and (word not in GENERIC or best.subject.endswith(word)) else ""


def _wordless(reading: Reading, spot: Spot) -> bool:
    """Say whether a number has no words of its own: it is joined to the one before, or heads a run of numbers.

    In 社区共有2496户6828人 the units alone tell what is counted.
    """
    following = reading.spots[spot.at + 1 : spot.at + 2]
    heads_run = bool(following) and following[0].mention.start == spot.unit_end > spot.mention.end
    if heads_run and not _WORD.search(_WIDE.sub("", reading.text[slice(*spot.before)])):
        return True
    joined = spot.at > 0 and reading.spots[spot.at - 1].unit_end == spot.before[0]
    return joined and reading.text.endswith("、", *spot.before) and not _WORD.search(reading.text, *spot.after)


def _part_of(part: Evidence, whole: Evidence) -> bool:
    """Say whether one label is the other's with more before it: 女党员 of 在册党员."""
    name = _core(whole.subject)
    if not name:
        return len(whole.subject) > 1 and part.subject.endswith(whole.subject) and part.subject != whole.subject
    return len(name) > 1 and part.subject != whole.subject and _core(part.subject).endswith(name)


def _told(reading: Reading, spot: Spot, part: Evidence, whole: Evidence) -> bool:
    """Say whether any sign of what sets the part off from the whole stands in the number's sentence."""
    sentence = reading.text[slice(*spot.sentence)]
    return not set(_core(part.subject).removesuffix(_core(whole.subject))).isdisjoint(sentence)


def _named_as_part(reading: Reading, spot: Spot, part: Evidence, whole: Evidence) -> bool:
    """Say whether the number's clause has what sets the part off from the whole: 校车接送学生312人 are 乘校车学生."""
    own = pieces(_core(part.subject).removesuffix(_core(whole.subject)))
    clause = reading.text[spot.clause[0] : spot.mention.start]
    return any(len(p) > 1 and p in clause for p in own)


@lru_cache(maxsize=1024)
def _core(label: str) -> str:
    return _WIDE.sub("", label)


def of_one_kind(spot: Spot, e: Evidence) -> bool:
    """Say whether a number in the spot's unit would naturally state the evidence; 个 for people would not."""
    return one_kind(spot.unit.name, e.unit.name)


@lru_cache(maxsize=8192)
def one_kind(stated: str, known: str) -> bool:
    """Say the same of the names of two units."""
    if stated and not known:
        return False
    if "个" in (stated, known) and stated != known and not _NOT_PIECES.isdisjoint((stated, known)):
        return False
    return names_agree(stated, known)


def _swapped(reading: Reading, other: int, facts: tuple[Evidence, Evidence], lead: float) -> bool:
    """Say whether another number states the first fact's value where its words speak of the second one.

    Where the number itself clearly speaks of the first fact, the other need not clearly speak of the second.
    """
    fits = reading.fits[other]
    stated, missing = (fits.close(e.at) for e in facts)
    if missing > stated + SWAP_MARGIN or (lead > _CLEAR and missing > 0 and missing > stated - SWAP_MARGIN):
        return True
    named = fits.speaks_of(facts[1].at) and not fits.speaks_of(facts[0].at)
    return lead > _BEYOND_DOUBT and (stated < _HARDLY or named)
