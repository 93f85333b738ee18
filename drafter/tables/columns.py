"""Which column of a staff's table is what: its heading where it has one, else what stands in it.

The names are data in columns.yaml. What is found here is a proposal: the page shows it, and staff correct it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from drafter.numbers.typed import typed_claims
from drafter.numbers.units import UNITS
from drafter.resources import load_yaml
from drafter.structure.catalogue import load_catalogue
from drafter.tables.grid import Cell, Grid

Role = Literal["label", "value", "unit", "previous", "topic", "text", "note", "key", "skip"]
ROLES: tuple[Role, ...] = get_args(Role)

_FIRST_ROWS = 25
_BRACKETS = re.compile(r"[（(\[【][^）)\]】]*[）)\]】]")
_NOISE = re.compile(r"[\s:：/、,，.*＊]")
_YEAR = re.compile(r"(?<!\d)(20\d\d|19\d\d)年?(?!\d|.*\d[月日])")
_FIGURE = re.compile(r"[\d,.，]+[%％]?")
_WIDE_NAMES = 2
"""How many headings must be things that the form asks for before a table is read across."""
_NAME = 20
"""How many characters the name of a figure has at most, where it could be a sentence as well."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet is read: where its rows begin, and what each column is."""

    start: int
    """How many rows stand before the first row of facts, the heading among them."""
    heads: tuple[str, ...]
    """The heading of each column; empty where it has none."""
    roles: tuple[Role, ...]
    wide: bool = False
    """Read across: each column is a thing, each row a unit or a month."""

    def column(self, role: Role) -> int | None:
        """Return the first column of that role, from 0, or None."""
        return self.roles.index(role) if role in self.roles else None


def recognise(grid: Grid) -> Layout:
    """Return how a sheet is probably to be read."""
    best = max(range(min(len(grid.rows), _FIRST_ROWS)), key=lambda n: (_weight(grid, n), -n), default=None)
    if best is not None and _weight(grid, best) >= 2:
        return layout_below(grid, best + 1)
    for number in range(min(len(grid.rows), _FIRST_ROWS)):
        if _is_wide(grid, number):
            return replace(layout_below(grid, number + 1), wide=True)
    return layout_below(grid, 0)


def layout_below(grid: Grid, start: int) -> Layout:
    """Return how a sheet is read whose heading ends with that row (from 1); 0 for a sheet without a heading."""
    last = start
    while 0 < last < len(grid.rows) and _continues(grid, last):
        last += 1
    first = start - 1
    while first > 0 and _groups(grid.rows[first - 1]) and _weight(grid, first - 1):
        first -= 1
    heads = tuple(_heading(grid, column, range(max(first, 0), last)) for column in range(grid.width))
    roles = _by_years(heads, [_role_of(head) for head in heads])
    return Layout(last, heads, tuple(_completed(grid, last, roles)))


def _heading(grid: Grid, column: int, rows: range) -> str:
    return "".join(dict.fromkeys(grid.rows[row][column].text.replace("\n", "") for row in rows))


def _groups(row: Sequence[Cell]) -> bool:
    """Return whether a row above a heading names groups of its columns; alone from the left edge on, it is a title."""
    own = [n for n, c in enumerate(row) if c.text and not c.copied]
    return any(c.copied == "across" for c in row) and own != [0]


def _weight(grid: Grid, number: int) -> int:
    """Return how many different roles the cells of a row name, where they name a thing or a figure."""
    cells = [c for c in grid.rows[number] if c.text and not c.copied]
    if any(_FIGURE.fullmatch(c.text) and not _YEAR.fullmatch(c.text) for c in cells):
        return 0
    named = {role for c in cells if len(c.text) <= 20 and (role := _role_of(c.text)) not in (None, "skip")}
    if sum(bool(_YEAR.search(c.text)) and len(c.text) <= 12 for c in cells) >= 2:
        named |= {"value", "previous"}
    return len(named) if named & {"label", "value", "text", "previous"} else 0


def _continues(grid: Grid, number: int) -> bool:
    """Return whether a row is the second row of a heading: under a merged cell, of names and without figures."""
    above, row = grid.rows[number - 1], grid.rows[number]
    under_merged = any(c.copied == "across" for c in above) or any(c.copied == "down" for c in row)
    words = [c.text for c in row if c.text and not c.copied]
    return under_merged and bool(words) and all(_role_of(w) is not None or _YEAR.search(w) for w in words)


def bare(heading: str) -> str:
    """Return a heading as it is compared: without blanks, marks and brackets, in small letters."""
    return _NOISE.sub("", _BRACKETS.sub("", heading)).lower()


def is_aside(heading: str) -> bool:
    """Whether a heading names what is never a fact: 序号, 责任人, 增长率."""
    return _role_of(heading) == "skip"


def _role_of(heading: str) -> Role | None:
    said = bare(heading)
    if not said:
        return None
    names = _names()
    exact = next((role for role, (whole, _) in names.items() if said in whole), None)
    return exact or next((role for role, (_, parts) in names.items() if any(p in said for p in parts)), None)


@cache
def _names() -> dict[Role, tuple[frozenset[str], tuple[str, ...]]]:
    given = load_yaml(Path(__file__).with_name("columns.yaml").read_text(encoding="utf-8"))
    return {role: (frozenset(g["names"]), tuple(g.get("parts", ()))) for role, g in given.items()}


def _by_years(heads: Sequence[str], roles: Sequence[Role | None]) -> list[Role | None]:
    """Take the later of two years for this period and the earlier for the last."""
    years = {n: int(found[1]) for n, h in enumerate(heads) if roles[n] != "skip" and (found := _YEAR.search(h))}
    ordered = sorted(set(years.values()), reverse=True)
    told: list[Role | None] = list(roles)
    if len(ordered) > 1:
        for column, year in years.items():
            told[column] = "value" if year == ordered[0] else "previous" if year == ordered[1] else "skip"
    elif ordered:
        told = [r or ("value" if n in years else None) for n, r in enumerate(told)]
    return told


def _completed(grid: Grid, start: int, roles: Sequence[Role | None]) -> list[Role]:
    """Give each role once, and name what the headings left open by what stands in the columns."""
    seen: set[Role] = set()
    told: list[Role | None] = []
    for role in roles:
        told.append("skip" if role in seen and role != "skip" else role)
        seen |= {role} if role else set()
    columns = [[row[n] for row in grid.rows[start:] if row[n].text] for n in range(grid.width)]
    if "value" not in seen and "text" not in seen:
        _give(told, "value", columns, _figures)
    if "label" not in seen:
        _give(told, "label", columns, _words)
        _take_texts_for_names(told, columns)
    if not seen:
        _give(told, "unit", columns, _units)
        _give(told, "previous", columns, _figures)
    return [role or "skip" for role in told]


def _give(told: list[Role | None], role: Role, columns: list[list[Cell]], share: object) -> None:
    """Give a role to the first open column that mostly holds its kind of cell."""
    assert callable(share)
    for number, cells in enumerate(columns):
        if told[number] is None and cells and share([c.text for c in cells]) >= 0.6:
            told[number] = role
            return


def _take_texts_for_names(told: list[Role | None], columns: list[list[Cell]]) -> None:
    """Take a column of texts for the names of the figures beside it where nothing else names them: 工作内容 植树 36."""
    if "label" in told or "value" not in told or "text" not in told:
        return
    texts = [c.text for c in columns[told.index("text")]]
    if texts and _words(texts) >= 0.6 and sum(len(t) <= _NAME for t in texts) >= 0.6 * len(texts):
        told[told.index("text")] = "label"


def _figures(texts: Sequence[str]) -> float:
    return sum(any(c.isdecimal() for c in t) and len(t) <= 16 for t in texts) / len(texts)


def _words(texts: Sequence[str]) -> float:
    return sum(len(t) > 1 and not t[0].isdecimal() and t not in UNITS for t in texts) / len(texts)


def _units(texts: Sequence[str]) -> float:
    return sum(t in UNITS or t.lstrip("万亿") in UNITS or t in ("%", "‰") for t in texts) / len(texts)


def _is_wide(grid: Grid, number: int) -> bool:
    """Return whether a row names things of the form, with figures below them."""
    if number + 1 >= len(grid.rows):
        return False
    catalogue, below = load_catalogue(), grid.rows[number + 1]
    named = [n for n, c in enumerate(grid.rows[number]) if catalogue.field_named(bare(c.text))]
    return len(named) >= _WIDE_NAMES and any(typed_claims(below[n].text, "") for n in named)
