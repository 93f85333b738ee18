"""Sample documents of one type -> what they have in common: sections, order, lengths, wordings, what facts they state.

A pure function of outlines. What a person adds to a document type (purpose, moves, notes) is not touched here.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from drafter.models import Fact
from drafter.numbers.find import find_mentions
from drafter.structure.assign import topic_of
from drafter.structure.catalogue import OTHER
from drafter.structure.outline import Outline, OutlineSection, section_groups
from drafter.structure.roles import role_of, telling_words

Use = Literal["required", "usual", "optional"]

_USUAL = 0.5
_WORDINGS = 4
_UNITS = 6
_LEAST_PARAGRAPH = 60
_CLAUSE = re.compile(r"[，、；,]")


@dataclass(frozen=True, slots=True)
class DerivedSection:
    """What the samples show of one role. Lengths are characters without white space."""

    role: str
    samples: int
    use: Use
    share: float
    """Its part of the document's length, median of the samples that have it."""
    chars: tuple[int, int, int]
    """Shortest, median and longest."""
    wordings: tuple[str, ...]
    """Patterns of its headings, most frequent first: 加强…领导."""
    topics: tuple[str, ...]
    """The form's topics its facts belong to, most frequent first."""
    units: tuple[str, ...]
    """The units its figures count in, most frequent first."""


@dataclass(frozen=True, slots=True)
class Derived:
    """What the samples of one document type have in common; `sections` in the order that fits most samples."""

    samples: int
    chars: tuple[int, int, int]
    opening: int
    closing: int
    signature: int
    sections: tuple[DerivedSection, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    role: str
    headings: tuple[str, ...]
    text: str


def derive(outlines: Sequence[Outline]) -> Derived:
    """Return what the outlines of one type's samples have in common; raise ValueError when there is none."""
    if not outlines:
        raise ValueError("derive needs at least one outline")
    documents = [_parts(outline) for outline in outlines]
    lengths = [_length(_whole(outline)) for outline in outlines]
    found: dict[str, list[tuple[_Part, float]]] = defaultdict(list)
    for parts, length in zip(documents, lengths, strict=True):
        for part in parts:
            found[part.role].append((part, _length(part.text) / max(length, 1)))
    order = _order([[part.role for part in parts] for parts in documents])
    return Derived(
        samples=len(outlines),
        chars=_spread(lengths),
        opening=sum(bool(outline.opening and outline.sections) for outline in outlines),
        closing=sum(bool(outline.closing) for outline in outlines),
        signature=sum(bool(outline.signature or outline.date) for outline in outlines),
        sections=tuple(_section(role, found[role], len(outlines)) for role in order),
    )


def _whole(outline: Outline) -> str:
    sections = [text for s in outline.sections for text in (s.text, *s.paragraphs)]
    return "".join([*outline.opening, *sections, *outline.closing])


def _length(text: str) -> int:
    return sum(not character.isspace() for character in text)


def _spread(lengths: Iterable[int]) -> tuple[int, int, int]:
    listed = sorted(lengths)
    return listed[0], int(median(listed)), listed[-1]


def _parts(outline: Outline) -> list[_Part]:
    """Return a document's main sections, one for each role; one that only gathers others is replaced by them."""
    units = _units(outline)
    by_role: dict[str, _Part] = {}
    for role, heading, text in units:
        if role == OTHER:
            continue
        known = by_role.get(role)
        headings = (heading,) if heading else ()
        by_role[role] = _Part(role, (known.headings if known else ()) + headings, (known.text if known else "") + text)
    return list(by_role.values())


def _units(outline: Outline) -> list[tuple[str, str, str]]:
    if not outline.sections:
        long = [p for p in outline.opening if _length(p) >= _LEAST_PARAGRAPH]
        return [(role_of("", paragraph), "", paragraph) for paragraph in long]
    units: list[tuple[str, str, str]] = []
    top = min(section.level for section in outline.sections)
    for group in section_groups(outline.sections, top):
        children = section_groups(group[1:], top + 1)
        roles = {child[0].role for child in children}
        if len(roles) >= 2 and group[0].role not in roles:
            units += [(child[0].role, child[0].text, _text(child)) for child in children]
        else:
            units.append((group[0].role, group[0].text, _text(group)))
    return units


def _text(group: Sequence[OutlineSection]) -> str:
    return "\n".join(p for at, s in enumerate(group) for p in ((s.text,) if at else ()) + s.paragraphs)


def _section(role: str, found: Sequence[tuple[_Part, float]], samples: int) -> DerivedSection:
    parts = [part for part, _ in found]
    wordings = Counter(pattern for part in parts for heading in part.headings for pattern in [_pattern(heading, role)])
    topics: Counter[str] = Counter()
    units: Counter[str] = Counter()
    for part in parts:
        claims = [m for m in find_mentions(part.text) if m.kind == "claim"]
        units.update({m.unit for m in claims if m.unit})
        around = (part.text[max(0, m.start - 14) : m.end + 10] for m in claims)
        topics.update({topic_of(Fact(text=words)) for words in around} - {OTHER})
    use: Use = "required" if len(found) == samples else "usual" if len(found) >= samples * _USUAL else "optional"
    return DerivedSection(
        role=role,
        samples=len(found),
        use=use,
        share=round(median(share for _, share in found), 2),
        chars=_spread(_length(part.text) for part in parts),
        wordings=tuple(word for word, _ in _ranked(wordings)[:_WORDINGS]),
        topics=tuple(topic for topic, n in _ranked(topics) if n * 2 >= len(found)),
        units=tuple(unit for unit, _ in _ranked(units)[:_UNITS]),
    )


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _pattern(heading: str, role: str) -> str:
    """Return a heading with all but its verb and the words that tell its role left open: 加强…领导，…责任."""
    return "，".join(_open(clause, role) for clause in _CLAUSE.split(heading) if clause)


def _open(clause: str, role: str) -> str:
    words = [word for word in telling_words(clause, role) if len(word) < len(clause)]
    if not words:
        return clause if len(clause) <= 4 else clause[:2] + "…"
    word = max(words, key=len)
    at = clause.index(word)
    head, tail = clause[: min(2, at)], clause[at + len(word) :]
    return head + ("…" if at > 2 else "") + word + ("…" if tail else "")


def _order(sequences: Sequence[Sequence[str]]) -> list[str]:
    """Return all roles in the order that the fewest samples contradict: by mean place, then moved while that helps."""
    ahead: Counter[tuple[str, str]] = Counter()
    places: dict[str, list[float]] = defaultdict(list)
    for sequence in sequences:
        for at, role in enumerate(sequence):
            places[role].append(at / max(len(sequence) - 1, 1))
            ahead.update((role, later) for later in sequence[at + 1 :])
    order = sorted(places, key=lambda role: (sum(places[role]) / len(places[role]), role))
    moved = True
    while moved:
        moved = False
        for role in list(order):
            best = _best_place(role, [other for other in order if other != role], ahead, order.index(role))
            if best != order.index(role):
                order.remove(role)
                order.insert(best, role)
                moved = True
    return order


def _best_place(role: str, others: Sequence[str], ahead: Counter[tuple[str, str]], now: int) -> int:
    """Return where among the others a role contradicts the fewest samples; where it stands, if nothing is better."""
    costs = [sum(ahead[other, role] for other in others)]
    for other in others:
        costs.append(costs[-1] - ahead[other, role] + ahead[role, other])
    least = min(costs)
    return now if costs[now] == least else costs.index(least)
