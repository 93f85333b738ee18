"""Fixed terms and words that hold numerals (terms.yaml), and where they stand in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from drafter.numbers.measure import unit_after
from drafter.numbers.numerals import ARABIC, HAN
from drafter.numbers.units import UNITS
from drafter.resources import load_yaml

_NUMERALS = re.compile(rf"[{ARABIC}.．·]*[{ARABIC}](?:[+＋][{ARABIC}NX])*|[{HAN}]+")
_BEFORE = 8
_NUMERAL = frozenset(HAN + "0123456789０１２３４５６７８９半几数")


@dataclass(frozen=True, slots=True)
class Term:
    """A fixed piece of text: a term, whose numerals are mentions of class term, or a word that holds no number."""

    text: str
    kind: Literal["term", "word"]
    anchor: int
    """Where its first numeral stands."""
    cores: tuple[tuple[int, int], ...]
    guard: re.Pattern[str] | None
    """A pattern that, where it matches behind the item, says that it is something else."""
    denied: re.Pattern[str] | None
    """The same for the words right before it."""
    opens_unit: bool
    """Whether it may be no more than a numeral and how its unit begins: 三小 of 三小时."""


class _Index(NamedTuple):
    """The terms by two signs, longest first."""

    ahead: dict[str, tuple[Term, ...]]
    """By their first numeral and the sign behind it."""
    closing: dict[str, tuple[Term, ...]]
    """Those that end in their only numeral, by the sign before it and the numeral."""


@cache
def _index() -> _Index:
    """Return all terms, filed."""
    groups = load_yaml(files("drafter.numbers").joinpath("terms.yaml").read_text(encoding="utf-8"))
    ahead: dict[str, list[Term]] = {}
    closing: dict[str, list[Term]] = {}
    for group in groups:
        guard = re.compile(group["unless"]) if "unless" in group else None
        denied = re.compile(f"(?:{group['unless_before']})$") if "unless_before" in group else None
        for text in group["items"].split():
            cores = tuple(m.span() for m in _NUMERALS.finditer(text))
            anchor = next((i for i, sign in enumerate(text) if sign in _NUMERAL), None)
            if anchor is None:
                raise ValueError(f"terms.yaml, {group['name']}: {text} holds no numeral")
            opens = (
                group["kind"] == "term" and len(cores) == 1 and cores[0][0] == 0 and _opens_unit(text[cores[0][1] :])
            )
            term = Term(text, group["kind"], anchor, cores, guard, denied, opens)
            if anchor + 1 < len(text):
                ahead.setdefault(text[anchor : anchor + 2], []).append(term)
            else:
                closing.setdefault(text[-2:], []).append(term)
    return _Index(_longest_first(ahead), _longest_first(closing))


def _longest_first(terms: dict[str, list[Term]]) -> dict[str, tuple[Term, ...]]:
    return {key: tuple(sorted(listed, key=lambda t: -len(t.text))) for key, listed in terms.items()}


def term_at(text: str, at: int) -> Term | None:
    """Return the longest term or word whose first numeral stands at `at`."""
    ahead, closing = _index()
    for term in ahead.get(text[at : at + 2], ()):
        start = at - term.anchor
        if start >= 0 and text.startswith(term.text, start) and _whole(text, start, term):
            return term
    for term in closing.get(text[at - 1 : at + 1], ()) if at else ():
        start = at - term.anchor
        if start >= 0 and text.startswith(term.text, start) and _whole(text, start, term):
            return term
    return None


def _whole(text: str, start: int, term: Term) -> bool:
    """Say whether the term stands for itself here, and is no part of a longer numeral."""
    end = start + len(term.text)
    before, after = text[start - 1 : start], text[end : end + 1]
    if term.anchor == 0 and before and before in _NUMERAL and (before not in "几数半" or text[start] in "十百千万亿"):
        return False
    if term.text[-1].isdigit() and term.text[-1].isascii() and after.isascii() and after.isdigit():
        return False
    if term.denied is not None and term.denied.search(text[max(0, start - _BEFORE) : start]):
        return False
    if term.guard is not None and term.guard.match(text, end):
        return False
    return not term.opens_unit or unit_after(text, start + term.cores[0][1]).end <= end


def _opens_unit(tail: str) -> bool:
    """Say whether what stands behind a term's numeral begins the name of a unit and is none itself."""
    return any(name.startswith(tail) and name != tail for name in UNITS)
