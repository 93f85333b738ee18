"""Counts: a number that counts the names of a list, several facts, or what the draft itself enumerates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.approximation import holds
from drafter.tracing.evidence import Evidence
from drafter.tracing.honours import again, honoured_years, honours, honours_of_year, honours_told
from drafter.tracing.layout import Spot
from drafter.tracing.listed_in_words import listed_in_words
from drafter.tracing.lists_named import listed_under
from drafter.tracing.lookup import stands_at
from drafter.tracing.namesakes import in_order, namesakes
from drafter.tracing.objections.rivals import of_one_kind
from drafter.tracing.parts_counted import in_batches, numbered, of_one_noun, signs_of_parts, sorts_of, ways_of_money
from drafter.tracing.people_named import people_named
from drafter.tracing.reading import Backing, Objection, Reading
from drafter.tracing.recaps import recapped, told_again
from drafter.tracing.signs_counted import levels_joined, signs_quoted, signs_side_by_side
from drafter.tracing.tallies import (
    Tally,
    adds_names,
    enumerated,
    facts_of,
    listed_before,
    marked,
    told,
    told_behind,
)
from drafter.tracing.times_counted import timed
from drafter.tracing.units import same_unit

MOST = 60
_CLEARLY = 0.75
_FAIRLY = 0.5
_SIDES = "方"
"""A measure of earth, but also 三方 of 社区、业委会、物业."""
_ALSO_COUNT = (_SIDES, "度")
"""Measures that count as well: 三方联动, 两度获奖."""
_SORTS = ("类", "种", "大类", "方面", "级", "层", _SIDES)
_SLIP = 3
_VISITS = ("人次", "户次", "车次", "册次", "剂次")
_LIVING = frozenset(("人", "名", "位", "户"))
_GATHERED = re.compile("队伍|力量|团队|组织|群体|典型|人员|人群|骨干")
_KINDS = ("项", "类", "种", "者", "样", "方面", "笔", "大类", "级")


def match_counts(reading: Reading) -> None:
    """Back the numbers that count something the facts or the draft enumerate."""
    for spot in reading.spots:
        if spot.at in reading.backings or not _may_count(spot):
            continue
        again = told_again(reading, spot)
        if again is not None:
            reading.backings[spot.at] = again
            reading.objections.pop(spot.at, None)
            continue
        wanted = int(spot.value or 0)
        tallies = list(_tallies(reading, spot))
        good = max(
            (t for t in tallies if len(t.names) == wanted), key=lambda t: (t.sure, t.here, t.known), default=None
        )
        against = next((t for t in tallies if t.known and len(t.names) != wanted), None)
        if good is not None and against is not None and adds_names(reading, good, against):
            good = next((t for t in tallies if t.known and len(t.names) == wanted), None)
        if (
            good is not None
            and not (against is not None and not good.known and not good.here)
            and (good.sure or not _named_fact(reading, spot, good))
        ):
            reckoning = arithmetic.counted(good.names).reckoning
            reading.backings[spot.at] = Backing((), good.facts, "count_of_list", "由所列名目逐个数出", reckoning)
            reading.objections.pop(spot.at, None)
        elif good is None:
            first = next(
                (t for t in tallies if abs(len(t.names) - wanted) <= _SLIP and (t.known or spot.unit.name in _KINDS)),
                None,
            )
            if first is None or _is_swapped(reading, spot):
                continue
            meant = tuple(e for e in reading.known.evidence if e.fact in first.facts)[:3]
            counted = arithmetic.counted(first.names)
            reading.objections[spot.at] = Objection("wrong_derived", (), meant, counted, facts=first.facts)


def _is_swapped(reading: Reading, spot: Spot) -> bool:
    known = reading.objections.get(spot.at)
    return known is not None and known.category == "swapped_subject"


def _named_fact(reading: Reading, spot: Spot, tally: Tally) -> bool:
    """Say whether the words beside the number clearly name one fact with another value, so that nothing is counted."""
    for at, fit in reading.fits[spot.at].named():
        e = reading.known.evidence[at]
        if e.fact in tally.facts and tally.known and _is_counted(reading, spot, e):
            return True
        if fit < (_CLEARLY if tally.known else _FAIRLY) or e.fact in tally.facts or e.prior:
            continue
        plain = e.place == "value" and e.unit.name and reading.values.forms[at] == "number"
        sorts = (spot.unit.name in _SORTS or tally.here) and e.unit.name != spot.unit.name
        if plain and not sorts and of_one_kind(spot, e) and e.value != spot.value:
            return True
    return False


def _is_counted(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a fact counts in its unit what stands at a number by its whole name: 2名专职网格员 are no sorts."""
    if e.place != "value" or e.near or e.prior or not e.unit.name or e.unit.name != spot.unit.name:
        return False
    return e.number not in (None, spot.value) and stands_at(reading.text, spot, e.subject)


def _may_count(spot: Spot) -> bool:
    value = spot.value
    if spot.unit.name in _VISITS:
        return False
    if (
        spot.mention.kind != "claim"
        or value is None
        or not (spot.unit.dimension in ("", "时间", "年月") or spot.unit.name in _ALSO_COUNT)
    ):
        return False
    if (
        spot.mention.type == "ratio"
        or spot.mention.text.endswith("番")
        or spot.unit.name == "倍"
        or spot.mention.unit == "倍"
    ):
        return False
    if spot.form != "number" and not (spot.mention.type == "ordinal" and spot.unit.name in ("级", "层")):
        return False
    return value == value.to_integral_value() and 0 < value <= MOST


def _tallies(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield every count that the words around a number may mean."""
    yield from listed_under(reading, spot)
    yield from listed_in_words(reading, spot)
    here = [fact for other in _of_sentence(reading, spot) for fact in facts_of(reading, other)]
    yield from timed(reading, spot, here)
    yield from honours(reading, spot)
    yield from honours_told(reading, spot)
    yield from people_named(reading, spot)
    yield from honours_of_year(reading, spot)
    yield from honoured_years(reading, spot)
    yield from again(reading, spot)
    yield from sorts_of(reading, spot)
    yield from of_one_noun(reading, spot)
    yield from in_batches(reading, spot)
    yield from ways_of_money(reading, spot)
    yield from numbered(reading, spot)
    yield from signs_of_parts(reading, spot)
    yield from _parallel(reading, spot)
    yield from _single(reading, spot)
    yield from _family(reading, spot)
    if spot.unit.name not in _LIVING:
        yield from namesakes(reading, spot)
    yield from in_order(reading, spot)
    yield from told(reading, spot)
    yield from enumerated(reading, spot)
    yield from listed_before(reading, spot)
    yield from marked(reading, spot)
    yield from told_behind(reading, spot)
    yield from signs_quoted(reading, spot)
    yield from signs_side_by_side(reading, spot)
    yield from levels_joined(reading, spot)
    yield from recapped(reading, spot)


def _of_sentence(reading: Reading, spot: Spot) -> list[Spot]:
    low = max(0, spot.at - 30)
    return [o for o in reading.spots[low : spot.at + 10] if o.sentence == spot.sentence and o.at != spot.at]


def _parallel(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield how many numbers of one kind stand before 两项合计: those since 其中, or those that the total adds up."""
    if spot.unit.name not in _KINDS:
        return
    before = [o for o in _of_sentence(reading, spot) if o.at < spot.at and _plainly_backed(reading, o)]
    wanted = int(spot.value or 0)
    last = before[-wanted:] if wanted <= len(before) else []
    following = reading.spots[spot.at + 1] if spot.at + 1 < len(reading.spots) else None
    if last and following is not None and following.value is not None and following.clause == spot.clause:
        in_unit = [o for o in before if o.unit == following.unit and not _reckoned(reading, o)][-wanted:]
        for parts in (last, in_unit):
            total = sum((_known_value(reading, o) for o in parts), Decimal(0))
            if len(parts) == wanted and following.number and holds(following.number, total, rounded=False):
                yield _of_spots(reading, parts)
                return
    before = [o for o in before if not _reckoned(reading, o)]
    cuts = [reading.text.rfind(sign, spot.sentence[0], spot.mention.start) for sign in ("其中", "；", "：")]
    among, _, colon = cuts
    for cut in dict.fromkeys((max(cuts), max(cuts[:-1]), among, max(among, colon))):
        for measure in dict.fromkeys(_measure(o) for o in before):
            alike = [o for o in before if _measure(o) == measure and o.mention.start > cut]
            if len(alike) == wanted and len(alike) >= 2:
                yield _of_spots(reading, alike)


def _measure(other: Spot) -> str:
    """Return what a number is measured in, 4.6万元 and 52000元 alike, or the word that it counts by."""
    return other.unit.dimension or other.unit.name


def _plainly_backed(reading: Reading, other: Spot) -> bool:
    backing = reading.backings.get(other.at)
    if other.mention.kind != "claim" or other.value is None:
        return False
    return (backing is None and other.unit.name != "") or (backing is not None and bool(backing.evidence))


def _reckoned(reading: Reading, other: Spot) -> bool:
    backing = reading.backings.get(other.at)
    if backing is None:
        return bool(cues.AVERAGE.search(cues.ahead(reading.text, other)))
    return backing.category.startswith("derived")


def _known_value(reading: Reading, other: Spot) -> Decimal:
    backing = reading.backings.get(other.at)
    known = reading.actual(backing.evidence[0]) if backing and len(backing.evidence) == 1 else None
    return known if known is not None else other.value or Decimal(0)


def _of_spots(reading: Reading, spots: Sequence[Spot]) -> Tally:
    facts = dict.fromkeys(fact for o in spots for fact in facts_of(reading, o))
    return Tally(
        tuple(reading.text[max(o.before[0], o.mention.start - 8) : o.unit_end].strip("，、；") for o in spots),
        tuple(facts),
    )


def _family(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the size of a run of facts in one unit whose total stands right behind: 四支团队拥有会员191人."""
    following = reading.spots[spot.at + 1] if spot.at + 1 < len(reading.spots) else None
    if following is None or following.value is None or following.clause != spot.clause:
        return
    alike = [g for g in reading.families if same_unit(g[0].unit, following.unit) and not g[0].unit.dimension]
    noun = reading.text[spot.mention.end : following.mention.start]
    for group in alike:
        # 四类队伍120人: they are four, though their total be wrong.
        only = len(alike) == 1 and len(group) == spot.value and _GATHERED.search(noun) is not None
        if only or sum(e.number or Decimal(0) for e in group) == following.value:
            yield Tally(tuple(e.far for e in group), tuple(dict.fromkeys(e.fact for e in group)))


def _single(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield one for a dated fact that is told as 组织消防演练1次."""
    if spot.value != 1 or "活动" not in spot.unit.groups:
        return
    for at, fit in reading.fits[spot.at].beside():
        e = reading.known.evidence[at]
        if fit >= 0.6 and reading.values.forms[at] == "date" and e.place == "value":
            yield Tally((e.core,), (e.fact,))
