"""Which clauses share a sentence: by the form's fields, by their labels' words, as parts of a whole. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from drafter.writing.offline_patterns import Line
from drafter.writing.offline_phrases import Said
from drafter.writing.offline_words import has_span
from drafter.writing.reckoned import exact_value

_AT_MOST = 5
"""Things or deeds in one sentence."""
_LET_IN = {"has": ("has", "states"), "did": ("did",), "text": ("has", "did", "states", "clause")}
_SAME_UNITS = (frozenset("人名位"), frozenset("个家"))


def groups(things: Sequence[Said], whole: str) -> list[list[Said]]:
    """Cut a row into sentences: a whole with its parts, figures of one span of time apart from others."""
    if whole and any(s.field == whole for s in things):
        return [list(things)]
    rows = [list(row) for _, row in groupby(things, key=lambda s: has_span(s.fact.label))]
    return [row[n : n + _AT_MOST] for row in rows for n in range(0, len(row), _AT_MOST)]


def fits(line: Line, said: Said) -> bool:
    """Whether a clause goes with the others of a line: deeds with deeds, things with things."""
    return line.kind == "text" or said.kind in (line.kind, "states", "clause")


def lets_in(line: Line, said: Said) -> bool:
    """Whether a line takes a fact that nobody foresaw, by a word of its label."""
    return said.kind in _LET_IN[line.kind] and any(w in said.fact.label for w in line.words)


def is_part(line: Line, said: Said, whole: Said) -> bool:
    """Whether a fact is part of the whole by its name, its measure and its size."""
    if said.field not in line.parts and not any(p in said.fact.label for p in line.parts):
        return False
    same = said.unit == whole.unit or any({said.unit, whole.unit} <= units for units in _SAME_UNITS)
    part, all_of_it = (exact_value(s.fact.value, s.unit) for s in (said, whole))
    return same and part is not None and all_of_it is not None and part <= all_of_it


def plain_label(said: Said) -> bool:
    """Whether a clause ends with its figure, so that the figure may be told with another one."""
    return said.words.endswith(said.amount)
