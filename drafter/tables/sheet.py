"""Rows of a table as a fact sheet, for a way in where nobody ticks: only what can be read with certainty is taken."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.amount import joined
from drafter.docx_guard import MAX_BYTES
from drafter.errors import InputError
from drafter.models import Fact, FactSheet
from drafter.tables.brought import read_file
from drafter.tables.rows import Reading, Row, Unread


def table_facts(name: str, data: bytes, max_bytes: int = MAX_BYTES) -> tuple[FactSheet, tuple[Unread, ...]]:
    """Return the facts of a table file, and what of it did not become one.

    Raises InputError where the file can't be read or holds no fact.
    """
    reading = read_file(name, data, max_bytes)
    sheet = sheet_of_rows(reading)
    if not sheet.facts:
        raise InputError(f"“{name}”里没有认出事实：请让表头写明“事项”和“本期”（或“数值”），一行一项，再试一次。")
    left = (
        Unread(r.place, f"{r.label} {joined(r.value, r.unit)}".strip(), r.remark) for r in reading.rows if not r.ticked
    )
    return sheet, (*reading.unread, *left)


def sheet_of_rows(reading: Reading) -> FactSheet:
    """Return the ticked rows as facts, with the head that the table names; ids stay where they are unique."""
    head = {name: value for name, value in reading.head.items() if value}
    return FactSheet.model_validate(head | {"facts": _facts(r for r in reading.rows if r.ticked)}).with_ids()


def _facts(rows: Iterable[Row]) -> tuple[Fact, ...]:
    taken: set[str] = set()
    facts = []
    for row in rows:
        fact_id = row.id if row.id.isidentifier() and row.id not in taken else ""
        taken.add(fact_id)
        parts = {name: getattr(row, name) for name in ("topic", "label", "value", "unit", "previous", "text", "note")}
        # A figure of the last period alone is no fact yet.
        if row.text or (row.label and row.value):
            facts.append(Fact(id=fact_id, **parts))
    return tuple(facts)
