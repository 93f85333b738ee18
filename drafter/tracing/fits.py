"""How well the words around one number fit the words of each piece of evidence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from drafter.tracing.layout import Spot
from drafter.tracing.zones import NEXT_CLAUSE, Zone, far_zones, near_zones

_COVER = 0.62
_CARRIED = 0.85
_WORTH_A_WORD = 1.5
"""What one telling piece is worth: words of everyday use alone explain little."""
_TINY = 1e-9

Posting = tuple[int, int, float]
"""A piece of a fact's words: a number for this piece of this evidence, whose it is, and its share of all pieces."""
Piece = tuple[float, tuple[Posting, ...], dict[int, tuple[Posting, ...]]]
"""What a piece of the facts' words is worth, its postings, and these by the evidence they are of."""


class Fit(NamedTuple):
    """How well a piece of evidence fits the words around a number, from 0 to 1."""

    whole: float
    """By all words within reach."""
    beside: float
    """By the words of the number's own clause alone."""
    later: float
    """By all words within reach and those of the clause behind."""


NO_FIT = Fit(0.0, 0.0, 0.0)


class Hits(NamedTuple):
    """Where the pieces of the facts' words stand in a text, and which of them stands at each place."""

    places: list[int]
    found: list[Piece]

    def within(self, zones: Sequence[Zone]) -> list[tuple[list[Piece], float]]:
        """Return the pieces that stand in each zone, with its weight."""
        places, found = self
        return [
            (found[bisect_left(places, start) : bisect_left(places, end - 1)], weight)
            for start, end, weight in zones
            if start < end
        ]


NO_HITS = Hits([], [])


class Fits:
    """How well each piece of evidence fits one number; worked out for a piece of evidence when it is asked for.

    Nothing is read before it is asked for: the number's own clause first, what stands further away for a whole fit.
    Most numbers are settled without the latter, or by the whole fits of a few.
    """

    __slots__ = (
        "_explained", "_factor", "_far", "_fits", "_fitting", "_hits", "_met", "_own", "_reached", "_spot", "_text",
        "_worth",
    )  # fmt: skip

    def __init__(self, hits: Hits, text: str, spot: Spot) -> None:
        self._hits, self._text, self._spot = hits, text, spot
        self._far: list[tuple[list[Piece], float]] | None = None
        self._reached: tuple[dict[int, float], dict[int, float]] | None = None
        self._fits: dict[int, Fit] = {}
        self._fitting: dict[float, list[tuple[int, Fit]]] = {}

    def __getattr__(self, name: str) -> Any:
        """Read the number's own clause: a name without a value is one of those that this gives."""
        self._read_clause()
        return object.__getattribute__(self, name)

    def _read_clause(self) -> None:
        hits, text, spot = self._hits, self._text, self._spot
        own: dict[int, float] = {}
        explained: dict[int, float] = {}
        met: set[int] = set()
        worth_beside = 0.0
        for found, weight in hits.within(near_zones(text, spot)) if hits.places else ():
            # What stands right beside the number the evidence should also explain, and not only be covered by.
            beside = weight == 1.0
            for worth, postings, _ in found:
                if beside:
                    worth_beside += worth
                for key, at, share in postings:
                    if beside:
                        explained[at] = explained[at] + worth if at in explained else worth
                    if key not in met:
                        met.add(key)
                        own[at] = own[at] + share * weight if at in own else share * weight
        self._own, self._explained, self._met = own, explained, met
        self._factor = _COVER if worth_beside else _CARRIED
        self._worth = max(worth_beside, _WORTH_A_WORD)

    def _further(self) -> list[tuple[list[Piece], float]]:
        """Return what stands further away."""
        if self._far is None:
            self._far = self._hits.within(far_zones(self._text, self._spot)) if self._hits.places else []
        return self._far

    def _reach(self) -> tuple[dict[int, float], dict[int, float]]:
        """Return what covers the evidence of all words within reach, and of these and the clause behind."""
        if self._reached is None:
            cover, ahead, met = dict(self._own), None, set(self._met)
            for found, weight in self._further():
                if weight == NEXT_CLAUSE:
                    ahead = dict(cover)
                for _, postings, _ in found:
                    for key, at, share in postings:
                        if key not in met:
                            met.add(key)
                            cover[at] = cover.get(at, 0.0) + share * weight
            self._reached = cover if ahead is None else ahead, cover
        return self._reached

    def _covering(self, wanted: int) -> tuple[float, float]:
        """Return the same for one piece of evidence, without reading the postings of any other."""
        cover, ahead = self._own.get(wanted, 0.0), None
        near, met = self._met, set[int]()
        for found, weight in self._further():
            if weight == NEXT_CLAUSE:
                ahead = cover
            for piece in found:
                if wanted in piece[2]:
                    for key, _, share in piece[2][wanted]:
                        if key not in met and key not in near:
                            met.add(key)
                            cover += share * weight
        return cover if ahead is None else ahead, cover

    def _reason(self, at: int) -> float:
        explained = self._explained.get(at)
        return 0.0 if explained is None else (1 - _COVER) * min(1.0, explained / self._worth)

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
        known = self._fits.get(at)
        if known is None:
            if self._reached is None:
                ahead, covered = self._covering(at)
            else:
                ahead, covered = self._reached[0].get(at, 0.0), self._reached[1].get(at, 0.0)
            known = self._fits[at] = self._fit(at, ahead, covered)
        return known

    def _fit(self, at: int, ahead: float, covered: float) -> Fit:
        """Return the fit of what is covered so much, with and without the clause behind."""
        if not covered:
            return NO_FIT
        factor, reason = self._factor, self._reason(at)
        return Fit(factor * ahead + reason, factor * self._own.get(at, 0.0) + reason, factor * covered + reason)

    def fitting(self, least: float) -> list[tuple[int, Fit]]:
        """Return the evidence whose fit by all words reaches `least`; each number beside this one asks the same."""
        found = self._fitting.get(least)
        if found is None:
            wider = next((known for bound, known in self._fitting.items() if bound < least), None)
            near = self._may_reach(least, self._reach()[0]) if wider is None else wider
            found = self._fitting[least] = [(at, fit) for at, fit in near if fit.whole >= least]
        return found

    def fitting_later(self, least: float) -> Iterator[tuple[int, Fit]]:
        """Yield the evidence whose fit by all words and those of the clause behind reaches `least`."""
        return (each for each in self._may_reach(least, self._reach()[1]) if each[1].later >= least)

    def _may_reach(self, least: float, covers: dict[int, float]) -> Iterator[tuple[int, Fit]]:
        """Yield the fit of what is covered so well that it may reach `least`: most evidence cannot."""
        return ((at, self.get(at)) for at in self._covered_for(least, covers))

    def _covered_for(self, least: float, covers: dict[int, float]) -> Iterator[int]:
        """Yield the evidence that is covered so well that its fit may reach `least`."""
        factor, explained, full = self._factor, self._explained, 1 - _COVER
        enough = (least - full) / factor - _TINY
        for at, covered in covers.items():
            if covered >= enough and factor * covered + (full if at in explained else 0.0) >= least:
                yield at

    def named(self) -> Iterator[tuple[int, float]]:
        """Yield the evidence that the words right beside the number speak of, with its fit by its own clause."""
        return ((at, self.close(at)) for at in self._explained)

    def leading(self, other: int, margin: float) -> Iterator[tuple[int, float, float]]:
        """Yield what fits better than another piece does, in its own clause and in all, by the margin.

        Beside each piece of evidence stand its fit by its own clause, and the lead.
        """
        known = self.close(other)
        for at in self._covered_for(known + margin - _TINY, self._own):
            beside = self.close(at)
            if beside - known > margin:  # only then is it worth while to read what stands further away
                lead = min(beside - known, self.get(at).whole - self.get(other).whole)
                if lead > margin:
                    yield at, beside, lead

    def beside(self) -> Iterator[tuple[int, float]]:
        """Yield the evidence that has a word of the number's own clause, with its fit by that clause."""
        return ((at, self.close(at)) for at in self._own)
