"""A part told for the whole, another total for the sum, another fact for the rest: 全年信息18篇 of one level."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.levels import rank
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.signs_joined import parts_joined_in
from drafter.tracing.subject import pieces

_WHOLE = re.compile(r"全年|年内|一年来|年度|累计|共计|总计|合计|[总共](?:计|[^建享治同创产商筑育青]|$)")
_SUM = re.compile(r"(?P<name>[\u4e00-\u9fff]{0,4}?)(?:合计|共计|总计|一共|总共|合共|共)(?:有|为|达)?")
_REST = re.compile("(?:而?其余|其他|其它|余下|剩余|剩下)的?[\u4e00-\u9fff]{0,3}")
_SORTS = ("级", "等", "类", "种", "项")
_IN_TURN = re.compile("分别|依次|各")
_FEW = 2
_REACH = 8


def flag_part_for_whole(reading: Reading) -> None:
    """Object to one of the numbers that a fact lists where the words speak of all: of every level, of the year."""
    for spot, e in reading.stating():
        parts = _listed(reading, e) if spot.number is not None and e.near else []
        if len(parts) < _FEW or not _speaks_of_all(reading, spot, e, parts):
            continue
        total = arithmetic.total([o.number or Decimal(0) for o in parts])
        reading.refuse(spot.at, Objection("wrong_derived", (e,), tuple(parts), total))


def _listed(reading: Reading, e: Evidence) -> list[Evidence]:
    """Return the numbers of a fact's value, where it lists parts in one unit, each with a name, and nothing else."""
    own = [o for o in reading.known.of_fact[e.fact] if o.place != "label"]
    alike = all(o.place == "value" and o.unit == e.unit and o.number is not None and not o.prior for o in own)
    names = {o.near for o in own}
    return own if alike and len(names) == len(own) and all(n and "其中" not in n for n in names) else []


def _speaks_of_all(reading: Reading, spot: Spot, e: Evidence, parts: list[Evidence]) -> bool:
    clause = reading.text[slice(*spot.clause)]
    of_levels = all(rank(o.near) >= 0 for o in parts)
    if not of_levels and not _WHOLE.search(reading.text, spot.clause[0], spot.mention.start):
        return False
    first, *others = (o.number or Decimal(0) for o in parts)
    if not of_levels and first >= sum(others):
        return False  # 新兵 19名、大学生17名: the first may be the whole
    if not any(p in clause for p in pieces(e.subject)):
        return False
    told = reading.text[spot.sentence[0] : spot.clause[1]]
    return not any(p in told for p in pieces(e.near)) and e.near[0] not in clause


def flag_one_of_joined(reading: Reading) -> None:
    """Object to one number of a fact where the words join several of its parts: 市、区两级7户 of 市级2户、区级5户."""
    for spot, e in reading.stating():
        if spot.number is None or not e.near or spot.turn is not None:
            continue
        words = _with_count(reading, spot)
        parts = [] if _IN_TURN.search(words) else parts_joined_in(words, reading, spot)
        if parts and parts[0].fact == e.fact:
            total = arithmetic.total([o.number or Decimal(0) for o in parts])
            if total.value != e.number:
                reading.refuse(spot.at, Objection("wrong_derived", (e,), tuple(parts), total))


def _with_count(reading: Reading, spot: Spot) -> str:
    """Return the words at a number, with those before the count of the names that they join: 市、区两级获评."""
    before = reading.spots[spot.at - 1] if spot.at else None
    counts = before is not None and before.clause == spot.clause and before.unit.name in _SORTS
    return reading.text[before.before[0] if before is not None and counts else spot.before[0] : spot.mention.start]


def flag_other_sum(reading: Reading) -> None:
    """Object to another fact's number where 合计 adds up what the sentence has just told, and nothing more.

    Behind a bare 合计 a larger number is a wider total; behind a name, as 师生共31人, only what is less than a part is
    surely no sum.
    """
    for spot, e in reading.stating():
        named = _SUM.fullmatch(reading.text, *spot.before) if spot.number is not None else None
        if e.number is None or named is None or any(p in named["name"] for p in pieces(e.subject)):
            continue
        told = _told(reading, spot)
        if len(told) < _FEW or e in told:
            continue
        values = [o.number or Decimal(0) for o in told]
        sums = [sum(values[-n:], Decimal(0)) for n in range(_FEW, len(values) + 1)]
        if e.number < max(values) or (not named["name"] and e.number > max(sums)):
            reading.refuse(spot.at, Objection("wrong_derived", (e,), tuple(told), arithmetic.total(values)))


def flag_other_than_the_rest(reading: Reading) -> None:
    """Object to another fact's number told as the rest of what the sentence has told: 14个小区，老旧6个，其余11个."""
    for spot, e in reading.stating():
        if spot.number is None or e.number is None or not _REST.fullmatch(reading.text, *spot.before):
            continue
        told = _told(reading, spot)
        whole, *parts = [o.number or Decimal(0) for o in told] or [Decimal(0)]
        rest = whole - sum(parts, Decimal(0))
        if parts and 0 < rest != e.number and e.subject not in reading.text[slice(*spot.clause)]:
            left = arithmetic.difference(whole, *parts)
            reading.refuse(spot.at, Objection("wrong_derived", (e,), tuple(told), left))


def _told(reading: Reading, spot: Spot) -> list[Evidence]:
    """Return what the numbers right before in the sentence state, where all of them are told in one unit by name."""
    found: list[Evidence] = []
    for other in reversed(reading.spots[max(0, spot.at - _REACH) : spot.at]):
        if other.sentence != spot.sentence or other.mention.kind != "claim":
            break
        e = reading.stated(other.at)
        if e is None or other.unit != spot.unit or e.unit != spot.unit:
            return []
        found.insert(0, e)
    between = reading.text[spot.sentence[0] : spot.mention.start]
    return [] if "其中" in between or "等" in between or "包括" in between else found
