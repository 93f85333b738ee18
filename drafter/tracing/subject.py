"""What a number is about: how well the words around a number in a draft fit the words of each fact.

Facts are indexed by the two-character pieces of their words. A piece that few facts share tells them apart, so it
weighs more; a word of everyday use weighs less; a piece beside the number counts more than one clauses away.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from operator import add, itemgetter
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
_SLOTS = 1 << 16
_SYNONYM = 0.78
_WORTH_A_WORD = 1.5
"""What one telling piece is worth: words of everyday use alone explain little."""


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


NO_FIT = Fit(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Fits:
    """How well each piece of evidence fits one number; worked out for a piece of evidence when it is asked for."""

    covered: dict[int, float]
    ahead: dict[int, float]
    own: dict[int, float]
    explained: dict[int, float]
    worth_beside: float

    def get(self, at: int) -> Fit:
        """Return the fit of one piece of evidence."""
        covered = self.covered.get(at)
        if covered is None:
            return NO_FIT
        own, ahead = self.own.get(at, 0.0), self.ahead.get(at, 0.0)
        if not self.worth_beside:
            return Fit(_CARRIED * ahead, _CARRIED * own, _CARRIED * covered)
        reason = (1 - _COVER) * min(1.0, self.explained.get(at, 0.0) / max(self.worth_beside, _WORTH_A_WORD))
        return Fit(_COVER * ahead + reason, _COVER * own + reason, _COVER * covered + reason)

    def fitting(self, least: float) -> Iterator[tuple[int, Fit]]:
        """Yield the evidence whose fit by all words reaches `least`."""
        factor = _COVER if self.worth_beside else _CARRIED
        for at, covered in self.ahead.items():
            if factor * covered + (1 - _COVER if at in self.explained else 0.0) >= least:
                fit = self.get(at)
                if fit.whole >= least:
                    yield at, fit

    def named(self) -> Iterator[tuple[int, Fit]]:
        """Yield the evidence that the words right beside the number speak of."""
        return ((at, self.get(at)) for at in self.explained)

    def items(self) -> Iterator[tuple[int, Fit]]:
        """Yield all evidence that has any word in common, with its fit."""
        return ((at, self.get(at)) for at in self.covered)

    def leading(self, other: Fit, margin: float) -> Iterator[tuple[int, Fit]]:
        """Yield the evidence that fits better than another piece does, in its own clause and in all, by the margin."""
        factor = _COVER if self.worth_beside else _CARRIED
        least = other.beside + margin - 1e-9
        for at, covered in self.own.items():
            # Most evidence cannot reach the margin: that shows without working out its fit.
            if factor * covered + (1 - _COVER if at in self.explained else 0.0) > least:
                fit = self.get(at)
                if min(fit.beside - other.beside, fit.whole - other.whole) > margin:
                    yield at, fit

    def beside(self) -> Iterator[tuple[int, Fit]]:
        """Yield the evidence that has a word of the number's own clause."""
        return ((at, self.get(at)) for at in self.own)


NO_FITS = Fits({}, {}, {}, {}, 0.0)


class Posting(NamedTuple):
    """A piece of a fact's words: a number for this piece of this evidence, whose it is, and its share of all pieces."""

    key: int
    at: int
    share: float


class Hits(NamedTuple):
    """Where the pieces of the facts' words stand in a text, and for each place its worth and postings."""

    places: list[int]
    found: list[tuple[float, tuple[Posting, ...]]]


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
            piece: (log(count / len(of)) + 0.3) * (GENERIC_WEIGHT if piece in GENERIC else 1.0)
            for piece, of in facts.items()
        }
        self._postings: dict[str, list[Posting]] = {}
        for e, own, other in zip(evidence, near, far, strict=True):
            self._post(e, own, other)
        self._found = {piece: (self._worth[piece], tuple(postings)) for piece, postings in self._postings.items()}
        single = "".join(piece for piece in self._found if len(piece) == 1)
        self._single = re.compile(f"[{re.escape(single)}]") if single else None

    def _post(self, e: Evidence, near: list[str], far: list[str]) -> None:
        weights: dict[str, float] = {piece: self._worth[piece] * (_FAR if near else 1.0) for piece in far}
        for piece in near:
            weights[piece] = weights.get(piece, 0.0) + self._worth[piece] * (1.0 - _FAR if piece in weights else 1.0)
        for piece in _straddling(e.near + " " + e.far):
            if piece in weights:
                weights[piece] *= _STRADDLING
        whole = sum(weights.values()) or 1.0
        slots = {piece: slot for slot, piece in enumerate(weights)}
        for piece, weight in weights.items():
            self._postings.setdefault(piece, []).append(Posting(e.at * _SLOTS + slots[piece], e.at, weight / whole))
        for word in _ALTERNATIVE.findall(e.near + " " + e.far):
            own = [piece for piece in pieces(word) if piece in weights]
            share = sum(weights[piece] for piece in own) / whole
            for other in _ALTERNATIVES[word] if own else ():
                parts = pieces(other)
                for n, part in enumerate(parts):
                    if part not in weights:
                        slot = slots[own[n % len(own)]]
                        self._postings.setdefault(part, []).append(
                            Posting(e.at * _SLOTS + slot, e.at, share / len(parts) * _SYNONYM)
                        )
                        self._worth.setdefault(part, self._worth[own[0]])

    def scan(self, text: str) -> Hits:
        """Return the places in a text where a piece of any fact's words begins."""
        known = self._found
        met = [(i, known[piece]) for i, piece in enumerate(map(add, text, text[1:] + " ")) if piece in known]
        if self._single is not None:
            lone = [(m.start(), known[m.group()]) for m in self._single.finditer(text)]
            met = sorted(met + lone, key=itemgetter(0))
        return Hits([i for i, _ in met], [found for _, found in met])

    def fit(self, hits: Hits, zones: Sequence[Zone]) -> Fits:
        """Return how well each piece of evidence fits; evidence without any common word is left out.

        `zones` are the stretches by falling weight. What stands right beside the number (weight 1) the evidence should
        also explain, and not only be covered by.
        """
        cover: dict[int, float] = {}
        own: dict[int, float] = {}
        ahead: dict[int, float] | None = None
        explained: dict[int, float] = {}
        beside = 0.0
        met: set[int] = set()
        places, found = hits
        near = True
        for start, end, weight in zones:
            if near and weight < OWN_CLAUSE:
                near, own = False, dict(cover)
            if weight == NEXT_CLAUSE:
                ahead = dict(cover)
            for n in range(bisect_left(places, start), bisect_left(places, end - 1)):
                worth, postings = found[n]
                if weight == 1.0:
                    beside += worth
                    for _, at, _ in postings:
                        explained[at] = explained.get(at, 0.0) + worth
                for key, at, share in postings:
                    if key not in met:
                        met.add(key)
                        cover[at] = cover.get(at, 0.0) + share * weight
        return Fits(cover, cover if ahead is None else ahead, cover if near else own, explained, beside)
