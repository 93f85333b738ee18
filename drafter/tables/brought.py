"""A file or a pasted table -> its sheets with a proposal for each, and all of them as one reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter.docx_guard import MAX_BYTES
from drafter.errors import InputError
from drafter.tables.columns import Layout, is_aside, recognise
from drafter.tables.grid import Grid, column_letter
from drafter.tables.reading import read_grid
from drafter.tables.rows import Reading, Unread
from drafter.tables.textgrid import csv_grid
from drafter.tables.workbook import sheets_of

SUFFIXES = (".xlsx", ".csv", ".tsv")
_ELSEWHERE = {
    ".xls": "是旧版 Excel 的 .xls 格式，请在 Excel 里另存为 .xlsx 后再上传。",
    ".et": "是 WPS 的 .et 格式，请在 WPS 里另存为 .xlsx 后再上传。",
    ".ods": "是 .ods 格式，请另存为 .xlsx 后再上传。",
    ".xlsm": "带有宏，为安全起见不能使用，请在 Excel 里另存为不带宏的 .xlsx。",
    ".xlsb": "是 .xlsb 格式，请在 Excel 里另存为 .xlsx 后再上传。",
}


def is_table_file(name: str) -> bool:
    """Whether a file of that name is a table, readable or to be saved as one first."""
    return Path(name).suffix.lower() in (*SUFFIXES, *_ELSEWHERE)


def grids_of(name: str, data: bytes, max_bytes: int = MAX_BYTES) -> tuple[Grid, ...]:
    """Return the sheets of a file; raises InputError in one sentence where it can't be read."""
    suffix = Path(name).suffix.lower()
    if suffix in _ELSEWHERE:
        raise InputError(f"“{name}”{_ELSEWHERE[suffix]}")
    if suffix == ".xlsx":
        return sheets_of(name, data, max_bytes)
    if len(data) > max_bytes:
        raise InputError(f"“{name}”超过{max_bytes / 1024 / 1024:g}MB的上限，请拆成几个文件。")
    return (csv_grid(name, data),)


def read_grids(grids: Iterable[tuple[Grid, Layout]]) -> Reading:
    """Return all rows of these sheets, each read by its layout."""
    whole = Reading()
    for grid, layout in grids:
        whole = whole.joined(read_grid(grid, layout))
    return whole


def read_file(name: str, data: bytes, max_bytes: int = MAX_BYTES) -> Reading:
    """Return all rows of a file's visible sheets as they are recognised, for a way in without anybody to correct it."""
    grids = grids_of(name, data, max_bytes)
    seen = [grid for grid in grids if not grid.hidden] or grids
    pairs = [(grid, recognise(grid)) for grid in seen]
    unused = Reading(unread=tuple(u for grid, layout in pairs for u in _unused(grid, layout)))
    return read_grids(pairs).joined(unused)


def _unused(grid: Grid, layout: Layout) -> Iterator[Unread]:
    """Yield the columns that say something and that no role was found for."""
    for column, (head, role) in enumerate(zip(layout.heads, layout.roles, strict=True)):
        if role == "skip" and head and not layout.wide and not is_aside(head):
            yield Unread(f"{grid.name} {column_letter(column)} 列", head, "没有认出这一列是什么，整列没有用")
