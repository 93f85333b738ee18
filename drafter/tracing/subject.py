"""What a number is about: how well the words around a number in a draft fit the words of each fact.

Facts are indexed by the two-character pieces of their words. A piece that few facts share tells them apart, so it
weighs more; a word of everyday use weighs less; a piece beside the number counts more than one clauses away.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from drafter.tracing.evidence import Evidence
from drafter.tracing.vocabulary import GENERIC, GENERIC_WEIGHT, SYNONYMS

_WORDS = re.compile(r"[\u4e00-\u9fffA-Za-z]+")
_PLAIN = re.compile(r"(?:19|20)?\d\d年(?:度|底|末)?|其中|第|[0-9０-９]+")
_FAR = 0.4
_COVER = 0.62
_CARRIED = 0.85
OWN_CLAUSE = 0.75
NEXT_CLAUSE = 0.4
"""The clause behind comes last of all zones, whatever its weight, as only the last resort looks at it."""
_STRADDLING = 0.3
_SYNONYM = 0.78


class Zone(NamedTuple):
    """A stretch of the draft, and how much its words say about the number."""

    start: int
    end: int
    weight: float


class Fit(NamedTuple):
    """How well a piece of evidence fits the words around a number, from 0 to 1."""

    whole: float
    """By all words within reach."""
    beside: float
    """By the words of the number's own clause alone."""
    later: float
    """By all words within reach and those of the clause behind."""


class Posting(NamedTuple):
    """A piece of a fact's words: whose, which of its pieces, and its share of all of them."""

    at: int
    slot: int
    share: float


def _alternatives() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for row in SYNONYMS:
        words = row.split()
        for word in words:
            table.setdefault(word, []).extend(other for other in words if other != word)
    return {word: tuple(others) for word, others in table.items()}


_ALTERNATIVES = _alternatives()
_ALTERNATIVE = re.compile("|".join(sorted(_ALTERNATIVES, key=len, reverse=True)))
_KNOWN_WORD = re.compile("|".join(sorted({*_ALTERNATIVES, *GENERIC}, key=len, reverse=True)))


def pieces(words: str) -> list[str]:
    """Return the two-character pieces of a text's words; a word of one character is its own piece."""
    found: list[str] = []
    for run in _WORDS.findall(_PLAIN.sub(" ", words)):
        found.extend(run[i : i + 2] for i in range(len(run) - 1))
        if len(run) == 1:
            found.append(run)
    return list(dict.fromkeys(found))


def _straddling(words: str) -> set[str]:
    """Return the pieces that lie across the end of a known word: 增图 in 新增图书. They mean nothing by themselves."""
    found: set[str] = set()
    inside: set[str] = set()
    for run in _WORDS.findall(words):
        for word in _KNOWN_WORD.finditer(run):
            found.update((run[max(0, word.start() - 1) : word.start() + 1], run[word.end() - 1 : word.end() + 1]))
            inside.update(word.group()[i : i + 2] for i in range(len(word.group()) - 1))
    return found - inside


class SubjectIndex:
    """The words of all evidence, ready to be held against the surroundings of a number."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        near = [pieces(e.near) for e in evidence]
        far = [pieces(e.far) for e in evidence]
        facts: dict[str, set[str]] = {}
        for e, own, other in zip(evidence, near, far, strict=True):
            for piece in (*own, *other):
                facts.setdefault(piece, set()).add(e.fact)
        count = len({e.fact for e in evidence}) + 1
        self._worth = {
            piece: (log(count / len(of)) + 0.3) * (GENERIC_WEIGHT if piece in GENERIC else 1.0) for piece, of in facts.items()
        }
        self._postings: dict[str, list[Posting]] = {}
        for e, own, other in zip(evidence, near, far, strict=True):
            self._post(e, own, other)

    def _post(self, e: Evidence, near: list[str], far: list[str]) -> None:
        weights = Counter({piece: self._worth[piece] * (_FAR if near else 1.0) for piece in far})
        weights.update({piece: self._worth[piece] * (1.0 - _FAR if piece in weights else 1.0) for piece in near})
        for piece in _straddling(e.near + " " + e.far):
            if piece in weights:
                weights[piece] *= _STRADDLING
        whole = sum(weights.values()) or 1.0
        slots = {piece: slot for slot, piece in enumerate(weights)}
        for piece, weight in weights.items():
            self._postings.setdefault(piece, []).append(Posting(e.at, slots[piece], weight / whole))
        for word in _ALTERNATIVE.findall(e.near + " " + e.far):
            own = [piece for piece in pieces(word) if piece in weights]
            share = sum(weights[piece] for piece in own) / whole
            for other in _ALTERNATIVES[word] if own else ():
                parts = pieces(other)
                for n, part in enumerate(parts):
                    if part not in weights:
                        slot = slots[own[n % len(own)]]
                        self._postings.setdefault(part, []).append(Posting(e.at, slot, share / len(parts) * _SYNONYM))
                        self._worth.setdefault(part, self._worth[own[0]])

    def scan(self, text: str) -> list[int]:
        """Return the places in a text where a piece of any fact's words begins, in order."""
        known = self._postings
        return [i for i in range(len(text)) if text[i : i + 2] in known or text[i] in known]

    def fit(self, text: str, hits: Sequence[int], zones: Sequence[Zone]) -> dict[int, Fit]:
        """Return how well each piece of evidence fits; evidence without any common word is left out.

        `hits` are the places that `scan` found within the zones' reach, `zones` the stretches by falling weight. What
        stands right beside the number (weight 1) the evidence should also explain, and not only be covered by.
        """
        cover: dict[int, float] = {}
        own: dict[int, float] = {}
        ahead: dict[int, float] | None = None
        explained: dict[int, float] = {}
        beside = 0.0
        met: set[tuple[int, int]] = set()
        length = len(text)
        for start, end, weight in zones:
            if weight == NEXT_CLAUSE:
                ahead = dict(cover)
            for i in hits:
                if i < start or (i + 1 >= end and i + 1 != length):
                    continue
                piece = text[i : i + 2]
                postings = self._postings.get(piece)
                if postings is None:
                    continue
                worth = self._worth[piece]
                if weight == 1.0:
                    beside += worth
                for at, slot, share in postings:
                    if weight == 1.0:
                        explained[at] = explained.get(at, 0.0) + worth
                    if (at, slot) not in met:
                        met.add((at, slot))
                        cover[at] = cover.get(at, 0.0) + share * weight
            if weight >= OWN_CLAUSE:
                own = dict(cover)
        before = cover if ahead is None else ahead
        nothing = 0.0
        fits = {}
        for at, later in cover.items():
            reason = (1 - _COVER) * min(1.0, explained.get(at, nothing) / beside) if beside else 0.0
            factor = _COVER if beside else _CARRIED
            fits[at] = Fit(
                factor * before.get(at, nothing) + reason, factor * own.get(at, nothing) + reason, factor * later + reason
            )
        return fits
