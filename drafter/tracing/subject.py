"""What a number is about: how well the words around a number in a draft fit the words of each fact.

Facts are indexed by the two-character pieces of their words. A piece that few facts share tells them apart, so it
weighs more; a word of everyday use weighs less; a piece beside the number counts more than one clauses away.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import log
from operator import add, itemgetter
from typing import NamedTuple

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.vocabulary import GENERIC, GENERIC_WEIGHT, SYNONYMS
from drafter.tracing.zones import NEXT_CLAUSE, far_zones, near_zones

_WORDS = re.compile(r"[\u4e00-\u9fffA-Za-z]+")
_PLAIN = re.compile(r"(?:19|20)?\d\d年(?:度|底|末)?|其中|第|[0-9０-９]+")
_FAR = 0.4
_COVER = 0.62
_CARRIED = 0.85
_STRADDLING = 0.3
_SLOTS = 1 << 16
_SYNONYM = 0.78
_WORTH_A_WORD = 1.5
"""What one telling piece is worth: words of everyday use alone explain little."""


class Fit(NamedTuple):
    """How well a piece of evidence fits the words around a number, from 0 to 1."""

    whole: float
    """By all words within reach."""
    beside: float
    """By the words of the number's own clause alone."""
    later: float
    """By all words within reach and those of the clause behind."""


NO_FIT = Fit(0.0, 0.0, 0.0)


class Posting(NamedTuple):
    """A piece of a fact's words: a number for this piece of this evidence, whose it is, and its share of all pieces."""

    key: int
    at: int
    share: float


class Hits(NamedTuple):
    """Where the pieces of the facts' words stand in a text, and for each place its worth and postings."""

    places: list[int]
    found: list[tuple[float, tuple[Posting, ...]]]


NO_HITS = Hits([], [])


class Fits:
    """How well each piece of evidence fits one number; worked out for a piece of evidence when it is asked for.

    The number's own clause is read at once, what stands further away when the whole fit of any evidence is asked for:
    most numbers are settled without.
    """

    __slots__ = ("_explained", "_factor", "_fitting", "_hits", "_met", "_own", "_reached", "_spot", "_text", "_worth")

    def __init__(self, hits: Hits, text: str, spot: Spot) -> None:
        self._hits, self._text, self._spot = hits, text, spot
        self._reached: tuple[dict[int, float], dict[int, float]] | None = None
        self._own: dict[int, float] = {}
        self._explained: dict[int, float] = {}
        self._met: set[int] = set()
        self._fitting: dict[float, list[tuple[int, Fit]]] = {}
        places, found = hits
        own, explained, met, worth_beside = self._own, self._explained, self._met, 0.0
        for start, end, weight in near_zones(text, spot) if places else ():
            for n in range(bisect_left(places, start), bisect_left(places, end - 1)):
                worth, postings = found[n]
                # What stands right beside the number the evidence should also explain, and not only be covered by.
                if weight == 1.0:
                    worth_beside += worth
                    for _, at, _ in postings:
                        explained[at] = explained.get(at, 0.0) + worth
                for key, at, share in postings:
                    if key not in met:
                        met.add(key)
                        own[at] = own.get(at, 0.0) + share * weight
        self._factor = _COVER if worth_beside else _CARRIED
        self._worth = max(worth_beside, _WORTH_A_WORD)

    def _reach(self) -> tuple[dict[int, float], dict[int, float]]:
        """Return what covers the evidence of all words within reach, and of these and the clause behind."""
        if self._reached is None:
            cover, ahead, met = dict(self._own), None, set(self._met)
            places, found = self._hits
            for start, end, weight in far_zones(self._text, self._spot) if places else ():
                if weight == NEXT_CLAUSE:
                    ahead = dict(cover)
                for n in range(bisect_left(places, start), bisect_left(places, end - 1)):
                    for key, at, share in found[n][1]:
                        if key not in met:
                            met.add(key)
                            cover[at] = cover.get(at, 0.0) + share * weight
            self._reached = cover if ahead is None else ahead, cover
        return self._reached

    def _reason(self, at: int) -> float:
        return (1 - _COVER) * min(1.0, self._explained[at] / self._worth) if at in self._explained else 0.0

    def close(self, at: int) -> float:
        """Return the fit of one piece of evidence by the words of the number's own clause alone."""
        covered = self._own.get(at)
        return 0.0 if covered is None else self._factor * covered + self._reason(at)

    def speaks_of(self, at: int) -> bool:
        """Say whether the words right beside the number have any of that piece of evidence."""
        return at in self._explained

    def reaches(self, at: int, least: float) -> bool:
        """Say whether the fit of one piece of evidence by all words within reach is at least so much."""
        return self.close(at) >= least or self.get(at).whole >= least

    def get(self, at: int) -> Fit:
        """Return the fit of one piece of evidence."""
        ahead, covered = self._reach()
        if at not in covered:
            return NO_FIT
        factor, reason = self._factor, self._reason(at)
        return Fit(
            factor * ahead.get(at, 0.0) + reason,
            factor * self._own.get(at, 0.0) + reason,
            factor * covered[at] + reason,
        )

    def fitting(self, least: float) -> list[tuple[int, Fit]]:
        """Return the evidence whose fit by all words reaches `least`; each number beside this one asks the same."""
        found = self._fitting.get(least)
        if found is None:
            factor, explained = self._factor, self._explained
            near = (
                (at, self.get(at)) for at, covered in self._reach()[0].items()
                if factor * covered + (1 - _COVER if at in explained else 0.0) >= least
            )  # fmt: skip
            found = self._fitting[least] = [(at, fit) for at, fit in near if fit.whole >= least]
        return found

    def named(self) -> Iterator[tuple[int, float]]:
        """Yield the evidence that the words right beside the number speak of, with its fit by its own clause."""
        return ((at, self.close(at)) for at in self._explained)

    def items(self) -> Iterator[tuple[int, Fit]]:
        """Yield all evidence that has any word in common, with its fit."""
        return ((at, self.get(at)) for at in self._reach()[1])

    def leading(self, other: int, margin: float) -> Iterator[tuple[int, float, float]]:
        """Yield what fits better than another piece does, in its own clause and in all, by the margin.

        Beside each piece of evidence stand its fit by its own clause, and the lead.
        """
        factor, explained = self._factor, self._explained
        least = self.close(other) + margin - 1e-9
        for at, covered in self._own.items():
            # Most evidence cannot reach the margin: that shows without working out its fit.
            if factor * covered + (1 - _COVER if at in explained else 0.0) > least:
                fit, known = self.get(at), self.get(other)
                lead = min(fit.beside - known.beside, fit.whole - known.whole)
                if lead > margin:
                    yield at, fit.beside, lead

    def beside(self) -> Iterator[tuple[int, float]]:
        """Yield the evidence that has a word of the number's own clause, with its fit by that clause."""
        return ((at, self.close(at)) for at in self._own)


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
    """Return the pieces that lie across the end of a known word: 增图 in 新增图书. They mean nothing by themselves.

    But 女党 in 女党员 is all that stands for 女.
    """
    found: set[str] = set()
    inside: set[str] = set()
    for run in _WORDS.findall(words):
        for word in _KNOWN_WORD.finditer(run):
            found.update(run[at - 1 : at + 1] for at in (word.start(), word.end()) if 1 < at < len(run) - 1)
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
