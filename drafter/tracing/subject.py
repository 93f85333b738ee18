"""What a number is about: how well the words around a number in a draft fit the words of each fact.

Facts are indexed by the two-character pieces of their words. A piece that few facts share tells them apart, so it
weighs more; a word of everyday use weighs less; a piece beside the number counts more than one clauses away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress, takewhile
from math import log
from operator import add, itemgetter

from drafter.tracing.evidence import Evidence
from drafter.tracing.fits import Hits, Piece, Posting
from drafter.tracing.vocabulary import GENERIC, GENERIC_WEIGHT, SYNONYMS

_WORDS = re.compile(r"[\u4e00-\u9fffA-Za-z]+")
_PLAIN = re.compile(r"(?:19|20)?\d\d年(?:度|底|末)?|其中|第|[0-9０-９]+")
_FAR = 0.4
_STRADDLING = 0.3
_SLOTS = 1 << 16
_SYNONYM = 0.78
_PLACES = frozenset(("社区", "辖区", "单位", "学校", "公司"))
"""Pieces by which a unit calls itself, at the head of any sentence."""


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


@lru_cache(maxsize=4096)
def pieces(words: str) -> tuple[str, ...]:
    """Return the two-character pieces of a text's words; a word of one character is its own piece."""
    found: list[str] = []
    for run in _WORDS.findall(_PLAIN.sub(" ", words)):
        found.extend(run[i : i + 2] for i in range(len(run) - 1))
        if len(run) == 1:
            found.append(run)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1024)
def also_called(words: str) -> frozenset[str]:
    """Return the words of some words that have others like them, with these: 老人 and 长者 for 老年人口."""
    found = _ALTERNATIVE.findall(words)
    return frozenset((*found, *(other for word in found for other in _ALTERNATIVES[word])))


def common_tail(words: Sequence[str]) -> str:
    """Return what all words end in."""
    alike = takewhile(lambda signs: len(set(signs)) == 1, zip(*(word[::-1] for word in words), strict=False))
    return "".join(signs[0] for signs in alike)[::-1]


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


def _filed(worth: float, postings: Sequence[Posting]) -> Piece:
    """Return a piece with its postings, filed by the evidence they are of."""
    of: dict[int, tuple[Posting, ...]] = {}
    for posting in postings:
        of[posting[1]] = (*of.get(posting[1], ()), posting)
    return worth, tuple(postings), of


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
        self._found = {piece: _filed(self._worth[piece], postings) for piece, postings in self._postings.items()}
        single = "".join(piece for piece in self._found if len(piece) == 1)
        self._single = re.compile(f"[{re.escape(single)}]") if single else None

    def _post(self, e: Evidence, near: Sequence[str], far: Sequence[str]) -> None:
        weights: dict[str, float] = {piece: self._worth[piece] * (_FAR if near else 1.0) for piece in far}
        for piece in near:
            weights[piece] = weights.get(piece, 0.0) + self._worth[piece] * (1.0 - _FAR if piece in weights else 1.0)
        for piece in _straddling(e.near + " " + e.far):
            if piece in weights:
                weights[piece] *= _STRADDLING
        whole = sum(weights.values()) or 1.0
        slots = {piece: slot for slot, piece in enumerate(weights)}
        for piece, weight in weights.items():
            self._postings.setdefault(piece, []).append((e.at * _SLOTS + slots[piece], e.at, weight / whole))
        for word in _ALTERNATIVE.findall(e.near + " " + e.far):
            own = [piece for piece in pieces(word) if piece in weights]
            share = sum(weights[piece] for piece in own) / whole
            for other in _ALTERNATIVES[word] if own else ():
                parts = pieces(other)
                for n, part in enumerate(parts):
                    if part not in weights:
                        slot = slots[own[n % len(own)]]
                        # 社区 of 驻社区单位, another name of 驻区单位, tells no more than 社区 does.
                        telling = GENERIC_WEIGHT if part in _PLACES else 1.0
                        self._postings.setdefault(part, []).append(
                            (e.at * _SLOTS + slot, e.at, share / len(parts) * _SYNONYM * telling)
                        )
                        self._worth.setdefault(part, self._worth[own[0]] * telling)

    def scan(self, text: str) -> Hits:
        """Return the places in a text where a piece of any fact's words begins."""
        known = self._found
        pieces_at = list(map(known.get, map(add, text, text[1:] + " ")))
        places, found = list(compress(range(len(text)), pieces_at)), list(filter(None, pieces_at))
        lone = [(m.start(), known[m.group()]) for m in self._single.finditer(text)] if self._single else []
        if lone:
            met = sorted([*zip(places, found, strict=True), *lone], key=itemgetter(0))
            places, found = list(map(itemgetter(0), met)), list(map(itemgetter(1), met))
        return Hits(places, found)
