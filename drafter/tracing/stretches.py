"""Facts by months, quarters and halves of the year: what a stretch that the draft names comes to."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import groupby, pairwise
from operator import attrgetter

from drafter.models import Fact
from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.turns import run_from, turn_before
from drafter.tracing.units import Unit

Months = tuple[int, int]
"""The first and the last month of a stretch."""

_NUMERALS = {sign: n for n, sign in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
PART = re.compile(
    r"(?<!上)(?<!上、)(?P<half>[上下]半年)|前(?P<quarters>[二两三2-3])个?季度|前(?P<months>[二两三四五六七八九十]|1?\d)个月"
    r"|第?(?P<from>[一二三四1-4])(?:(?P<joint>[、和])|(?:季度)?[至到—-])第?(?P<to>[一二三四1-4])季度"
    r"|第?(?P<quarter>[一二三四1-4])季度"
    r"|(?P<first>\d{1,2})月?份?\s*[-—–~～至到]\s*(?P<last>\d{1,2})月份?"
    r"|(?<![\d年月])(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?![\d底初末中上下])"
)
"""A part of the year by its name."""
_ANY_YEAR = 2001
_TIMELY = frozenset("季月半")
"""A sign that every stretch's name has."""
_AMOUNTS = ("quantity", "money")
_LISTED = re.compile(r"(?P<quarters>第?[一二三四1-4](?:[、和]第?[一二三四1-4])+)季度")
_NUMERAL = re.compile("[一二三四1-4]")
_SEVERAL = 2
_REACH = 6
_JOINTS = ("、", "和", "与", "及")
_AGAINST = re.compile(r"[比较由从与同自]$")


@dataclass(frozen=True, slots=True)
class Series:
    """One quantity by stretches of the year: 一季度清运垃圾, 二季度清运垃圾."""

    subject: str
    unit: Unit
    parts: dict[Months, Evidence]

    def covering(self, stretch: Months) -> list[Evidence]:
        """Return the parts that make up a stretch without gap or overlap; none where they do not."""
        if stretch in self.parts:
            return [self.parts[stretch]]
        inside = sorted(span for span in self.parts if stretch[0] <= span[0] and span[1] <= stretch[1])
        joined = all(a[1] + 1 == b[0] for a, b in pairwise(inside))
        whole = bool(inside) and joined and (inside[0][0], inside[-1][1]) == stretch
        return [self.parts[span] for span in inside] if whole else []

    def making_up(self, stretches: Sequence[Months]) -> list[Evidence]:
        """Return the parts of all of several stretches that lie apart; none where one is not known."""
        each = [self.covering(stretch) for stretch in stretches]
        parts = [e for own in each for e in own]
        return parts if all(each) and len({e.at for e in parts}) == len(parts) else []


def series_of(evidence: Sequence[Evidence], facts: dict[str, Fact]) -> tuple[Series, ...]:
    """Return every quantity that a sheet states for two or more stretches of the year, by facts or in one of them."""
    found: dict[tuple[str, str], dict[Months, Evidence]] = {}
    for e in evidence:
        plain = e.place == "value" and e.number is not None and e.order == 0 and not e.prior
        told = stretches_in(facts[e.fact].label) if plain else []
        if len(told) == 1:
            found.setdefault((e.subject, e.unit.name), {}).setdefault(told[0][1], e)
    by_label = (
        Series(subject, next(iter(parts.values())).unit, parts)
        for (subject, _), parts in found.items()
        if len(parts) > 1
    )
    told_in = (s for fact, own in groupby(evidence, attrgetter("fact")) for s in _told_in(facts[fact], list(own)))
    return (*by_label, *told_in)


def _told_in(fact: Fact, evidence: Sequence[Evidence]) -> Iterator[Series]:
    """Yield the quantities that one fact states stretch by stretch: 一季度检查10次，二季度检查13次.

    The first number in a unit of each stretch is of one quantity, and so on; where these are called otherwise in
    another stretch, they are none.
    """
    words = fact.text or fact.value
    named = stretches_in(words) if len(evidence) > 1 and not _TIMELY.isdisjoint(words) else []
    found: dict[tuple[str, int], list[tuple[Months, Evidence]]] = {}
    for e in evidence if len(named) > 1 else ():
        before = [months for start, months in named if start < e.start]
        if e.place not in ("text", "value") or e.number is None or e.prior or e.type not in _AMOUNTS or not before:
            continue
        nth = sum(e.unit == o.unit for parts in found.values() for months, o in parts if months == before[-1])
        found.setdefault((e.unit.name, nth), []).append((before[-1], e))
    for told in found.values():
        nouns = {noun for _, e in told if (noun := PART.sub("", e.near).removeprefix("其中"))}
        if len(told) > 1 and len(nouns) <= 1 and len(dict(told)) == len(told):
            yield Series(f"{fact.label}{''.join(nouns)}", told[0][1].unit, dict(told))


def stretches_in(words: str) -> list[tuple[int, Months]]:
    """Return the stretches of the year that words name, each with the place where its name begins."""
    return [(found.start(), months) for found in PART.finditer(words) if (months := _months(found)) is not None]


@lru_cache(maxsize=1024)
def span_in(label: str, year: int) -> tuple[int, int]:
    """Return how many months and days the only stretch that a label names has: 6 and 181 of 上半年受理."""
    named = stretches_in(label)
    if len(named) != 1:
        return 0, 0
    first, last = named[0][1]
    return last - first + 1, sum(monthrange(year or _ANY_YEAR, month)[1] for month in range(first, last + 1))


def _months(found: re.Match[str]) -> Months | None:
    if found["half"]:
        return (1, 6) if found["half"][0] == "上" else (7, 12)
    if found["quarters"]:
        return 1, 3 * _number(found["quarters"].replace("两", "二"))
    if found["months"]:
        return 1, _number(found["months"].replace("两", "二"))
    if found["from"]:
        one, other = _number(found["from"]), _number(found["to"])
        apart = other <= one or (found["joint"] is not None and other > one + 1)
        return None if apart else (3 * one - 2, 3 * other)
    if found["quarter"]:
        last = 3 * _number(found["quarter"])
        return last - 2, last
    first = _number(found["first"] or found["month"])
    last = _number(found["last"] or found["month"])
    return (first, last) if 1 <= first <= last <= 12 else None


def _number(sign: str) -> int:
    return int(sign) if sign.isdigit() else _NUMERALS[sign]


def told(text: str, start: int, end: int) -> Months | None:
    """Return the stretch named last between two places, where a number is given for it and not set against it."""
    named = stretches_in(text[start:end])
    if not named or _AGAINST.search(text[start : start + named[-1][0]]):
        return None
    return named[-1][1]


def told_together(text: str, start: int, end: int) -> list[Months]:
    """Return the stretches named last between two places, with those joined to them: 一季度、三季度共检查24次."""
    named = list(PART.finditer(text, start, end))
    first = len(named) - 1
    while first > 0 and text[named[first - 1].end() : named[first].start()] in _JOINTS:
        first -= 1
    if not named or _AGAINST.search(text[start : named[first].start()]):
        return []
    return [months for found in named[first:] if (months := _months(found)) is not None]


def stretches_at(text: str, spot: Spot, spots: Sequence[Spot], start: int) -> list[Months]:
    """Return the stretches that a number is told of; of several that 分别 deals out the one in its turn."""
    stretches = told_together(text, start, spot.mention.start)
    turn = turn_before(text, spot.clause[0], spot.mention.start)
    if turn < 0:
        return stretches
    nth = sum(turn < o.mention.start for o in spots[max(0, spot.at - _REACH) : spot.at])
    many = len(run_from(text, spots, spots[spot.at - nth]))
    dealt = dealt_out(text[spot.sentence[0] : turn], many) or stretches
    return dealt[nth : nth + 1] if len(dealt) >= _SEVERAL else stretches


def dealt_out(words: str, many: int) -> list[Months]:
    """Return so many stretches that words deal out one by one, 一至四季度, 前三个月; none if they are not as many."""
    listed, named = list(_LISTED.finditer(words))[-1:], list(PART.finditer(words))[-1:]
    if listed:
        dealt = [(3 * n - 2, 3 * n) for n in map(_number, _NUMERAL.findall(listed[0]["quarters"]))]
    else:
        first, last = (_months(named[0]) if named and not named[0]["half"] else None) or (1, 0)
        size = 3 if named and "季度" in named[0].group() else 1
        dealt = [(n, n + size - 1) for n in range(first, last + 1, size)]
    return dealt if len(dealt) == many > 1 else []


def stretch_sums(series: Series, stretches: Sequence[Months]) -> arithmetic.Derived | None:
    """Return what a quantity comes to in stretches that several of its parts make up."""
    parts = series.making_up(stretches)
    return arithmetic.total([e.number or Decimal(0) for e in parts]) if len(parts) > 1 else None


def compared_stretches(words: str, told_before: str = "") -> tuple[Months, Months] | None:
    """Return the two stretches of 二季度比一季度多; the first may have been told before: 下半年6620册次，比上半年少."""
    found = stretches_in(words)
    if not found or not cues.DIFFERENCE.search(words):
        return None
    if len(found) == 1:
        first = [each for each in stretches_in(told_before) if not _AGAINST.search(told_before[: each[0]])][-1:]
        return (first[0][1], found[0][1]) if first and _AGAINST.search(words[: found[0][0]]) else None
    (_, one), (at, other) = found[-2:]
    return (one, other) if _AGAINST.search(words[:at]) else None


def amount_in(series: Series, stretch: Months) -> Decimal | None:
    """Return a quantity's amount in a stretch."""
    parts = series.covering(stretch)
    return sum((e.number or Decimal(0) for e in parts), Decimal(0)) if parts else None


def spoken_of(series: Sequence[Series], unit: Unit, words: str) -> Iterator[Series]:
    """Yield the quantities in a unit that words speak of; the only one in that unit needs no words."""
    alike = [s for s in series if s.unit.name == unit.name or (unit.dimension and s.unit.dimension == unit.dimension)]
    for each in alike:
        if len(alike) == 1 or any(each.subject[i : i + 2] in words for i in range(len(each.subject) - 1)):
            yield each
