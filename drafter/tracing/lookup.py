"""Finding evidence by value: the same number, a close one, the same measure in another unit, the same date."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from drafter.models import Value
from drafter.tracing.approximation import ABOUT, Stated, holds, may_stand_for
from drafter.tracing.evidence import Evidence
from drafter.tracing.forms import as_share, form_of
from drafter.tracing.layout import Spot
from drafter.tracing.period import Parts, agree, parts
from drafter.tracing.units import MEASURES, Unit, compatible, named
from drafter.tracing.vocabulary import PEOPLES

_RIGHT_AT = 4
_MOST_DATES = 1000
_DAYS_AND_TIMES = frozenset(("weekday", "clock", "date", "span"))
_LIVING = ("人", "名", "位", "户")
_WHOLE = (0, 100)
_GROUPS = tuple(words for words in PEOPLES if not words.endswith("数"))
_NO_PIECES = frozenset("场期届份次辆篇头匹棵株幅首节堂页封张本起票剂")
"""Classifiers of things of their own, which a fact that counts in 个 does not mean."""
_SPREAD_BELOW = Decimal("0.78")
_SPREAD_ABOVE = Decimal("1.3")
_WELL_ABOVE = Decimal("1.02")
"""How far above a figure what a fact knows only roughly has to lie to be more than that."""


class ValueIndex:
    """All evidence of a sheet by value, form and dimension."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        self.all = tuple(evidence)
        self.forms = tuple(form_of(e.type, e.core, e.value, e.said) for e in evidence)
        self._sorted: dict[str, list[tuple[Decimal, int]]] = {}
        self.dated: list[tuple[Parts, int]] = []
        self._dates: dict[Parts, list[Evidence]] = {}
        self.ranges: list[tuple[Value, int]] = []
        self.timed: dict[str, list[str]] = {}
        """The days and times that a fact's value and text name, by fact."""
        self.by_ending: dict[str, list[Evidence]] = {}
        """What the facts' values state of the period, by the last two signs of their labels."""
        self.kin: dict[int, tuple[Evidence, ...]] = {}
        """The facts that a longer name tells from one, kept once looked for; narrowed.py says which they are."""
        for e, form_ in zip(evidence, self.forms, strict=True):
            self._file(e, form_)
        self._equal: dict[tuple[str, Decimal], list[tuple[Decimal, int]]] = {}
        for name, listed in self._sorted.items():
            listed.sort()
            for value, at in listed:
                self._equal.setdefault((name, value), []).append((value, at))

    def _file(self, e: Evidence, form_: str) -> None:
        if form_ in _DAYS_AND_TIMES and e.place in ("value", "text"):
            self.timed.setdefault(e.fact, []).append(e.core)
        if e.place == "value" and e.number is not None and not e.prior:
            self.by_ending.setdefault(e.subject[-2:], []).append(e)
        if isinstance(e.value, tuple):
            self.ranges.append((e.value, e.at))
            for end in e.value:
                if isinstance(end, Decimal):
                    self._sorted.setdefault(form_.replace("range", "number"), []).append((end, e.at))
                elif isinstance(end, str) and ":" not in end:
                    self.dated.append((parts(end), e.at))
        elif isinstance(e.value, str):
            if form_ == "date":
                self.dated.append((parts(e.value), e.at))
        elif form_ == "share":
            self._sorted.setdefault("share", []).append((as_share(e.value, e.core, e.type), e.at))
        else:
            self._sorted.setdefault(form_, []).append((e.value, e.at))
            if form_ == "number" and e.unit.dimension:
                self._sorted.setdefault(e.unit.dimension, []).append((e.value * e.unit.size, e.at))

    def close(self, form_: str, number: Stated, unit: Unit) -> list[tuple[Evidence, Decimal]]:
        """Return the evidence that the stated number may state, with its value in the stated unit."""
        found: list[tuple[Evidence, Decimal]] = []
        seen: set[int] = set()
        aged = unit.dimension == "年龄"
        if form_ == "number" and unit.dimension:
            for value, at in self._between(unit.dimension, number, unit.size):
                actual = value / unit.size
                e, bound = self.all[at], aged and number.sense in ("least", "most") and actual != number.value
                same = self._same(number, actual, e) or _shortened(number, actual, e)
                if (not bound and same) or self._converted(number, actual, e, unit):
                    seen.add(at)
                    found.append((e, actual))
        for value, at in self._between(form_, number, Decimal(1)):
            e, bound = self.all[at], aged and number.sense != "exact" and value != number.value
            same = self._same(number, value, e) or (aged and value == number.value and self._other_side(number, e))
            same = same or (form_ == "share" and _rounded(number, value, e))
            if at not in seen and not bound and same and not self._resized(unit, e):
                found.append((e, value))
        return found

    @staticmethod
    def _same(number: Stated, actual: Decimal, e: Evidence) -> bool:
        """Say whether the draft's number states the fact's, whose own 余 or 约 may be kept, but not turned around."""
        if actual == number.value and (e.sense != "exact" or number.sense == "exact"):
            return may_stand_for(number.sense, e.sense)
        if e.sense == number.sense and e.sense in ("least", "most", "below", "beyond"):
            return actual == number.value
        if e.sense == "about" and number.sense not in ("about", "exact"):
            # 近210 says more than 约200 knows; 50余 of 约52 is what it says.
            above = number.sense == "more" and actual >= number.value * _WELL_ABOVE
            return above and holds(number, actual, rounded=False)
        return holds(number, actual, rounded=False)

    @staticmethod
    def _other_side(number: Stated, e: Evidence) -> bool:
        """Say whether an age splits people where a label does, and names the others: 55岁以下 of 55岁以上党员."""
        return e.place == "label" and {number.sense, e.sense} == {"least", "most"}

    @staticmethod
    def _resized(unit: Unit, e: Evidence) -> bool:
        """Say whether the same figures in the two units mean different amounts: 300吨 and 300公斤."""
        return bool(unit.dimension) and e.unit.dimension == unit.dimension and e.unit.size != unit.size

    @staticmethod
    def _converted(number: Stated, actual: Decimal, e: Evidence, unit: Unit) -> bool:
        return e.unit.size != unit.size and holds(number, actual, rounded=True)

    def _between(self, form_: str, number: Stated, size: Decimal) -> Sequence[tuple[Decimal, int]]:
        """Return the values of a form or dimension, with their evidence, that may be meant by a number in that unit."""
        stated = number.value * size
        if number.sense == "exact" and not number.fraction:
            coarse = number.scaled or size != 1 or form_ in MEASURES or form_ == "share"
            slack = number.resolution * size if coarse else 0
            if not slack:
                return self._equal.get((form_, stated), ())
            low, high = stated - slack, stated + slack
        else:
            low, high = stated * _SPREAD_BELOW, max(stated * _SPREAD_ABOVE, stated + number.step * size)
        listed = self._sorted.get(form_, [])
        first = bisect_left(listed, (low, -1))
        last = bisect_right(listed, (high, 1 << 30))
        return listed[first:last]

    def with_date(self, wanted: Parts) -> Sequence[Evidence]:
        """Return the evidence whose date says all that the wanted one says; each is looked for once."""
        found = self._dates.get(wanted)
        if found is None:
            if len(self._dates) >= _MOST_DATES:
                self._dates.clear()
            agreeing = ((known, at) for known, at in self.dated if agree(wanted, known))
            found = self._dates[wanted] = [self.all[at] for known, at in agreeing if says_all(wanted, known)]
        return found

    def with_range(self, wanted: Value | None) -> Iterator[Evidence]:
        """Yield the evidence that states the same range."""
        for known, at in self.ranges:
            if same_range(wanted, known):
                yield self.all[at]


def _rounded(number: Stated, actual: Decimal, e: Evidence) -> bool:
    """Say whether a percentage is the fact's, rounded to its digits: 97% for 96.8%. 100% claims that it is all."""
    if number.sense != "exact" or e.sense != "exact" or number.value in _WHOLE:
        return False
    return holds(number, actual, rounded=True)


def _shortened(number: Stated, actual: Decimal, e: Evidence) -> bool:
    """Say whether a measure is the fact's rounded to its digits, where that takes little away: 12公里 for 12.4公里."""
    if number.sense != "exact" or e.sense != "exact" or number.fraction or e.unit.dimension == "年龄":
        return False
    return abs(actual - number.value) <= ABOUT * number.value and holds(number, actual, rounded=True)


def says_all(wanted: Parts, known: Parts) -> bool:
    """Say whether a date names a month and a day where the wanted one does."""
    return all(k is not None for w, k in zip(wanted[1:], known[1:], strict=True) if w is not None)


def same_range(first: Value | None, second: Value) -> bool:
    """Say whether two ranges of numbers, times or dates have the same ends."""
    if not isinstance(first, tuple) or not isinstance(second, tuple):
        return False
    for one, other in zip(first, second, strict=True):
        if isinstance(one, str) and isinstance(other, str) and ":" not in one:
            if not agree(parts(one), parts(other)):
                return False
        elif one != other:
            return False
    return True


def units_agree(stated: Unit, known: Evidence) -> bool:
    """Say whether a number in that unit can state the evidence; a count of visits is no count of people.

    Those to whom something was done may be told as so many times that it was, 资格认证1320人 as 1320人次; a group of
    people may not: 志愿者648人 are no 648人次.
    """
    visits = stated.name == "人次" and known.unit.name != "人次"
    return names_agree(stated.name, known.unit.name) and not (visits and known.subject.endswith(_GROUPS))


@lru_cache(maxsize=8192)
def names_agree(stated: str, known: str) -> bool:
    """Say the same of the names of two units."""
    if known == "个" and (stated in _LIVING or stated in _NO_PIECES):
        return False
    return compatible(named(stated), named(known)) or (stated == "人次" and known in ("人", "名", "位"))


def stands_at(text: str, spot: Spot, label: str) -> bool:
    """Say whether a label stands whole right before a number or behind it, in its clause."""
    start, end = spot.clause
    reach = len(label) + _RIGHT_AT
    start, end = max(start, spot.mention.start - reach), min(end, spot.unit_end + reach)
    return bool(label) and text.find(label, start, end) >= 0
