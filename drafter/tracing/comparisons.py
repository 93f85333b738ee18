"""The same quantity at two times: this year's and last year's figure, before and after a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.tracing.evidence import Evidence
from drafter.tracing.subject import pieces
from drafter.tracing.told_times import subject_of
from drafter.tracing.units import same_unit

_ALIKE = 0.6
_LEADS = ("到", "至", "为")
_BOTH = 2
COMMON_UNITS = frozenset(("人", "名", "个", "次", "户", "项", "元", "件", "家", "%", ""))
_MOST_ALIKE = 40
"""Where more figures than that have the very same words, these tell none of them from the others."""
_INCREASE = ("新增", "净增", "增加", "新建", "新招", "新发展")


@dataclass(frozen=True, slots=True)
class Comparison:
    """One quantity now and before."""

    now: Evidence
    before: Evidence
    increase: bool = False
    """`now` is what came on top of `before`, not what it became."""


def compare(evidence: Sequence[Evidence]) -> tuple[Comparison, ...]:
    """Return every pair of evidence that states one quantity at two times."""
    plain = [e for e in evidence if e.number is not None and e.place != "label"]
    earlier = [e for e in plain if e.prior]
    current = [e for e in plain if not e.prior]
    by_piece, by_fact = _Alike(current), _by_fact(current)
    found: list[Comparison] = []
    for before in earlier:
        lone = _only_in_unit(before, current, earlier) or _only_rank(before, current, earlier)
        if lone is not None:
            found.append(Comparison(lone, before))
        alike = {now.at: now for now in by_piece.to(before)}
        alike |= {now.at: now for now in by_fact.get(before.fact, ())}
        found.extend(_pairs(before, [alike[at] for at in sorted(alike)]))
    return (*found, *_beside(found, current, earlier))


def _beside(
    found: Sequence[Comparison], current: Sequence[Evidence], earlier: Sequence[Evidence]
) -> Iterator[Comparison]:
    """Yield what stands beside two compared figures, in a unit of which each fact has but one: 312张，2.34万元."""
    compared = {(c.now.fact, c.before.fact): None for c in found if c.now.fact != c.before.fact and not c.increase}
    done = {c.now.at for c in found} | {c.before.at for c in found}
    by_now, by_before = _by_fact(current), _by_fact(earlier)
    for fact, other in compared:
        for unit in {e.unit for e in by_now[fact]} & {e.unit for e in by_before[other]}:
            sides = [[e for e in own if e.unit == unit] for own in (by_now[fact], by_before[other])]
            if all(len(side) == 1 and side[0].at not in done for side in sides) and unit.name:
                yield Comparison(sides[0][0], sides[1][0])


def _by_fact(evidence: Sequence[Evidence]) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = {}
    for e in evidence:
        found.setdefault(e.fact, []).append(e)
    return found


def _spoken(e: Evidence) -> list[str]:
    return [*pieces(subject_of(e.near)), *pieces(e.subject)]


_Words = tuple[str, str, str]
"""The words of a figure and the name of its unit."""


class _Alike:
    """The present figures by the pieces of their words, so that not all are compared."""

    def __init__(self, current: Sequence[Evidence]) -> None:
        self._figures: dict[_Words, list[Evidence]] = {}
        for now in current:
            self._figures.setdefault((now.near, now.subject, now.unit.name), []).append(now)
        self._labelled: dict[str, list[_Words]] = {}
        self._told: dict[str, list[_Words]] = {}
        self._gains: dict[str, list[_Words]] = {}
        for words, figures in self._figures.items():
            subject = figures[0].subject
            for piece in dict.fromkeys(_spoken(figures[0]) if len(figures) <= _MOST_ALIKE else ()):
                (self._labelled if subject else self._told).setdefault(piece, []).append(words)
                if subject.startswith(_INCREASE):
                    self._gains.setdefault(piece, []).append(words)

    def to(self, before: Evidence) -> Iterator[Evidence]:
        """Yield what has a piece in common with a figure of an earlier time.

        With what a field gives as its last period's, only gains may be compared besides the field's own. Labels must
        have more than half of their pieces in common, and so one of the rarer half.
        """
        spoken = _spoken(before)
        own = sorted(set(pieces(before.subject)), key=lambda piece: len(self._labelled.get(piece, ())))
        rare = own[: (len(own) + 1) // 2] or spoken
        filed = [(self._gains, spoken)]
        if before.place != "previous":
            filed += [(self._labelled, rare), (self._told, spoken)]
        alike = {words for index, asked in filed for piece in asked for words in index.get(piece, ())}
        return (now for words in alike for now in self._figures[words])


def _pairs(before: Evidence, current: Sequence[Evidence]) -> Iterator[Comparison]:
    for now in current:
        if not same_unit(now.unit, before.unit):
            continue
        if (now.type == "ordinal") == (before.type == "ordinal") and _one_quantity(now, before):
            yield Comparison(now, before)
        elif _comes_on_top(now, before):
            yield Comparison(now, before, increase=True)


def _only_in_unit(before: Evidence, current: Sequence[Evidence], earlier: Sequence[Evidence]) -> Evidence | None:
    """Return the one current evidence in a rare unit that only one earlier evidence has: 批次, 剂次."""
    unit = before.unit.name
    if unit in COMMON_UNITS or sum(e.unit.name == unit for e in earlier) != 1:
        return None
    own = [e for e in current if e.unit.name == unit and e.place == "value"]
    return own[0] if len(own) == 1 and own[0].subject != before.subject else None


def _only_rank(before: Evidence, current: Sequence[Evidence], earlier: Sequence[Evidence]) -> Evidence | None:
    """Return the only present rank where the sheet tells one earlier, both in statements of one thing: 考核排名第五."""
    if before.type != "ordinal" or sum(e.type == "ordinal" for e in earlier) != 1:
        return None
    own = [e for e in current if e.type == "ordinal" and e.said == before.said]
    told = len(own) == 1 and own[0].place == before.place == "text" and own[0].fact != before.fact
    words = set(pieces(f"{before.near} {before.far}")) if told else set()
    shared = words & set(pieces(f"{own[0].near} {own[0].far}")) if told else set()
    return own[0] if len(shared) >= _BOTH and not _one_quantity(own[0], before) else None


def _one_quantity(now: Evidence, before: Evidence) -> bool:
    if before.place == "previous":
        return now.fact == before.fact and now.order == before.order
    if now.fact == before.fact:
        # 由2023年的280人增加到2024年的326人: a year may stand between the two sides.
        beside = now.at == before.at + 1 or (now.at == before.at + 2 and before.near.endswith(_LEADS))
        # 平均到场35分钟，上年48分钟: the time alone is told anew.
        beside = beside or (before.at == now.at + 1 and not pieces(subject_of(before.near)))
        return abs(now.order - before.order) <= 3 and (_alike(now.near, before.near) or beside)
    if now.subject and before.subject:
        if len(before.subject) > _BOTH and now.near == before.subject and not before.near:
            return True  # 督查25轮，发现问题470个 beside 上年发现问题 530
        same = now.subject == before.subject or _overlap(now.subject, before.subject) > 0.5
        return same and _alike(now.near, before.near)
    return _alike(now.near or now.subject, before.near or before.subject)


def _overlap(first: str, second: str) -> float:
    """Return the share of two labels' pieces that both have."""
    one, other = set(pieces(first)), set(pieces(second))
    return len(one & other) / len(one | other) if one and other else 0.0


def _alike(first: str, second: str) -> bool:
    one, other = set(pieces(subject_of(first))), set(pieces(subject_of(second)))
    if not one or not other:
        return not one and not other
    return len(one & other) >= _ALIKE * min(len(one), len(other))


def _comes_on_top(now: Evidence, before: Evidence) -> bool:
    words = now.subject
    return words.startswith(_INCREASE) and bool(before.subject) and before.subject in words
