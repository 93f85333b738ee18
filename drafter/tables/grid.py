"""The value every table reader gives: one sheet as a grid of cells, each as a person sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

MAX_ROWS = 5000
MAX_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as it is shown: 89.3% for 0.893 in the format 0.0%."""

    text: str = ""
    remark: str = ""
    """What the shown text leaves out: the cell holds 0.8934."""
    fault: str = ""
    """Why the cell can't be used: a formula that went wrong."""
    copied: Literal["", "across", "down"] = ""
    """For a cell inside a merged one: the text is that of the first, which stands to the left or above."""


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. Row n of the sheet is rows[n - 1]; every row has as many cells as the others."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False
    lost: tuple[str, ...] = field(default=())
    """What was too much to read, in sentences for staff."""

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0


def even_rows(rows: list[list[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows without empty ones at the end and empty columns at the right, all of one length."""
    while rows and not any(c.text or c.fault for c in rows[-1]):
        rows = rows[:-1]
    width = max((n + 1 for row in rows for n, c in enumerate(row) if c.text or c.fault), default=0)
    return tuple((*row[:width], *[EMPTY] * (width - len(row))) for row in rows)


def column_letter(number: int) -> str:
    """Return what a spreadsheet calls the column of that number from 0: A, B, ..., AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
