"""Rows that two windows changed, brought together cell by cell: nothing that either typed is lost without a word. Pure.

A row is compared as this window last gave it, as it gives it now, and as it stands in the database. Only what this
window changed since is put in; so a cell that only another window changed stays as the other window left it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.store import Entry

CELLS = ("topic", "label", "value", "unit", "previous", "text", "note")


@dataclass(frozen=True)
class Clash:
    """A cell that both windows changed: `row` as it stands now, with this window's text, and the other one's text."""

    row: Entry
    cell: str
    other: str


@dataclass(frozen=True)
class Merged:
    """The rows to keep, in order, and what is to be told of them."""

    rows: tuple[Entry, ...]
    clashes: tuple[Clash, ...] = ()
    spared: tuple[Entry, ...] = ()
    """Rows that were deleted here and changed in another window: they stay as the other window left them."""
    returned: tuple[Entry, ...] = ()
    """Rows that were deleted in another window and changed here: they stay as they are here."""


def merge_rows(last: Sequence[Entry], mine: Sequence[Entry], there: Sequence[Entry]) -> Merged:
    """Return this window's rows with what another window changed in them meanwhile.

    `last` are the rows as this window gave or was shown them before, `mine` as it gives them now, `there` as they are
    stored; rows belong together by their ids. Rows of `there` that this window never had are not among the result.
    """
    before, now, stored = ({e.id: e for e in rows if holds(e)} for rows in (last, mine, there))
    rows: list[Entry] = []
    clashes: list[Clash] = []
    spared: list[Entry] = []
    returned: list[Entry] = []
    for row_id in dict.fromkeys((*before, *now)):
        old, here, other = before.get(row_id), now.get(row_id), stored.get(row_id)
        if here is None:
            if other is not None and other != old:
                rows.append(other)
                spared.append(other)
        elif other is None:
            if here != old:
                rows.append(here)
            if old is not None and here != old:
                returned.append(here)
        else:
            row, found = _merged_row(old or Entry(id=row_id), here, other)
            rows.append(row)
            clashes += found
    return Merged(tuple(rows), tuple(clashes), tuple(spared), tuple(returned))


def holds(row: Entry) -> bool:
    """Return whether a row says anything, so that it is kept."""
    return not row.is_empty or bool(row.label)


def _merged_row(old: Entry, here: Entry, other: Entry) -> tuple[Entry, list[Clash]]:
    mine = {c: getattr(here, c) for c in CELLS if getattr(here, c) != getattr(old, c)}
    row = other.model_copy(update=mine)
    both = [c for c in mine if getattr(other, c) not in (getattr(old, c), mine[c])]
    return row, [Clash(row, c, getattr(other, c)) for c in both]
