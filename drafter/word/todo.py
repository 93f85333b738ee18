"""The list of tasks that a self-assessment leads to, as .xlsx."""

from __future__ import annotations

import io
from collections.abc import Iterable

from drafter.structure.todo import COLUMNS, Todo, todo_rows
from drafter.word.archive import write_page

_WIDTHS = (6, 10, 14, 30, 18, 24, 70)


def todo_bytes(list_: Iterable[Todo]) -> bytes:
    """Return an .xlsx with one sheet, one task a row."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "待办"
    write_page(book.active, COLUMNS, todo_rows(list_), _WIDTHS)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
