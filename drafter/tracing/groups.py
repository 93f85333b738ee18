"""Facts that state one thing of several: the households of three sites, the members of each team."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import takewhile

from drafter.tracing.evidence import Evidence

Group = tuple[Evidence, ...]

_MOST = 12
_TAIL = 2
_WHOLES = ("总", "合计", "其中", "全部", "人均", "户均", "平均")


def groups_of(evidence: Sequence[Evidence], families: Iterable[Group]) -> tuple[tuple[float, Group], ...]:
    """Return the groups of a sheet by what they come to: facts whose labels or inner words are alike.

    Runs of facts in one unit are groups as well. A fact that is a total or a part of another is in none.
    """
    found: dict[tuple[int, ...], Group] = {}
    plain = [e for e in evidence if e.place == "value" and e.number is not None and not e.prior]
    dated = [e for e in evidence if e.place == "value" and e.number is not None and (not e.prior or e.year)]
    for group in (*_by_tail(plain), *_by_head(plain), *_by_words(dated), *families):
        if 2 <= len(group) <= _MOST and not any(sign in e.far for e in group for sign in _WHOLES):
            found.setdefault(tuple(e.at for e in group), group)
    return tuple(sorted(((float(total(group)), group) for group in found.values()), key=lambda each: each[0]))


def total(group: Group) -> Decimal:
    """Return what the facts of a group come to together, in the base unit of what they measure."""
    return sum(((e.number or Decimal(0)) * e.unit.size for e in group), Decimal(0))


def coming_to(groups: Sequence[tuple[float, Group]], low: float, high: float) -> Iterable[Group]:
    """Return the groups that come to an amount between two bounds."""
    first = bisect_left(groups, low, key=lambda each: each[0])
    return (group for _, group in takewhile(lambda each: each[0] <= high, groups[first:]))


def _by_tail(plain: Iterable[Evidence]) -> Iterable[Group]:
    """Return the facts of one number each whose labels end in the same word: 东片区受益户, 西片区受益户."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    for e in plain:
        if e.order == 0 and len(e.subject) > _TAIL and e.unit.name:
            found.setdefault((e.subject[-_TAIL:], e.unit.name), []).append(e)
    return (tuple(group) for group in found.values())


def _by_head(plain: Iterable[Evidence]) -> Iterable[Group]:
    """Return the facts of one number each whose labels begin with the same word: 捐款党员, 捐款群众."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    for e in plain:
        if e.order == 0 and len(e.subject) > _TAIL and e.unit.name:
            found.setdefault((e.subject[:_TAIL], e.unit.name), []).append(e)
    return (tuple(group) for group in found.values())


def _by_words(plain: Iterable[Evidence]) -> Iterable[Group]:
    """Return the numbers that stand beside the same words in several facts: 党员12人，群众36人 of each team."""
    found: dict[tuple[str, str], dict[str, Evidence]] = {}
    for e in plain:
        if e.near:
            found.setdefault((e.near, e.unit.name), {}).setdefault(e.fact, e)
    return (tuple(group.values()) for group in found.values())
