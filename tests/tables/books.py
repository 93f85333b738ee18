"""Workbooks as offices make them, for the tests."""

import io
from collections.abc import Callable, Sequence
from typing import Any

from openpyxl import Workbook, load_workbook


def book(*rows: Sequence[object], dress: Callable[[Any], None] | None = None, title: str = "台账") -> bytes:
    """A workbook of one sheet with these rows."""
    made = Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(list(row))
    if dress:
        dress(made.active)
    return saved(made)


def saved(made: Any) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def opened(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data))
