"""An .xlsx file from outside -> its sheets. Bounded before it is opened; no formula is reckoned, no link followed."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from drafter.docx_guard import EXCEL, MAX_BYTES, check_office, foreign_xml
from drafter.errors import InputError
from drafter.tables.grid import EMPTY, MAX_COLUMNS, MAX_ROWS, Cell, Grid, even_rows
from drafter.tables.shown import shown

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s")
_MERGED_PLACE = re.compile(
    rb"<(?:\w+:)?mergeCell\s+ref\s*=\s*[\"']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"
)
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_MOST_MERGED = 300_000
"""How many cells merged ones may cover: openpyxl makes an object for each, and one tag may name billions."""
_MOST_SHEETS = 60


def sheets_of(name: str, data: bytes, max_bytes: int = MAX_BYTES) -> tuple[Grid, ...]:
    """Return the sheets of a workbook that hold anything; raises InputError in one sentence where it can't be read."""
    check_office(data, name, EXCEL, max_bytes)
    with foreign_xml(name, EXCEL):
        has_formulas = _look_over(name, data)
        values = _open(data, values=True)
        formulas = _open(data, values=False) if has_formulas else None
        pages = values.worksheets[:_MOST_SHEETS]
        grids = [_grid(page, formulas[page.title] if formulas else None) for page in pages]
        left = [page.title for page in values.worksheets[_MOST_SHEETS:]]
    if left:
        grids[-1] = replace(grids[-1], lost=(*grids[-1].lost, f"后面的 {len(left)} 张工作表没有读，请拆成几个文件"))
    found = tuple(grid for grid in grids if grid.rows)
    if not found:
        raise InputError(f"“{name}”里的工作表都是空的，请检查是否选错了文件。")
    return found


def _look_over(name: str, data: bytes) -> bool:
    """Refuse merged cells that cover more than a sheet of facts can hold; return whether there are formulas."""
    covered, formulas = 0, False
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in package.namelist():
            if not part.lower().endswith(".xml") or "sheet" not in part.lower():
                continue
            content = package.read(part).replace(b"\0", b"")
            places = _MERGED_PLACE.findall(content)
            if len(places) < len(_MERGED.findall(content)):
                covered = _MOST_MERGED + 1
            covered += sum(_area(place) for place in places)
            formulas = formulas or bool(_FORMULA.search(content))
    if covered > _MOST_MERGED:
        raise InputError(f"“{name}”里合并的单元格过大，为安全起见没有读取，请取消合并后再试。")
    return formulas


def _area(place: tuple[bytes, bytes, bytes, bytes]) -> int:
    left, top, right, bottom = place
    return (_column(right) - _column(left) + 1) * (int(bottom) - int(top) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _open(data: bytes, *, values: bool) -> Any:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # openpyxl tells of every feature that it doesn't keep; nothing is written back here.
        warnings.simplefilter("ignore")
        return load_workbook(io.BytesIO(data), data_only=values, keep_links=False)


def _grid(page: Any, formulas: Any) -> Grid:
    last_row, last_column = min(page.max_row, MAX_ROWS), min(page.max_column, MAX_COLUMNS)
    # One stray cell may stretch a sheet to a million rows: only the cells that are there are looked at.
    filled = [(place, cell) for place, cell in page._cells.items() if cell.value is not None]
    if formulas is not None:
        filled += [(p, page.cell(*p)) for p, c in formulas._cells.items() if c.data_type == "f" and c.value]
    far = sum(row > MAX_ROWS or column > MAX_COLUMNS for (row, column), _ in filled)
    rows = [[EMPTY] * last_column for _ in range(last_row)]
    for (row, column), cell in filled:
        if row <= last_row and column <= last_column:
            rows[row - 1][column - 1] = _cell(cell, formulas.cell(row, column) if formulas else None)
    for row, column, copy in _merged(page, rows):
        rows[row][column] = copy
    lost = (f"第 {MAX_ROWS} 行、第 {MAX_COLUMNS} 列以外的 {far} 格没有读，请删去多余的行列或拆成几张表",) if far else ()
    return Grid(page.title, even_rows(rows), page.sheet_state != "visible", lost)


def _cell(cell: Any, formula: Any) -> Cell:
    if cell.data_type == "e":
        return Cell(fault=f"格里的公式出错，显示 {cell.value}")
    if cell.value is None:
        reckoned = formula is not None and formula.data_type == "f"
        return Cell(fault="格里的公式还没有算出数，请在 Excel 里打开、保存一次") if reckoned else EMPTY
    text, remark = shown(cell.value, cell.number_format or "General")
    return Cell(text, remark)


def _merged(page: Any, rows: list[list[Cell]]) -> Iterator[tuple[int, int, Cell]]:
    """Yield place (from 0) and content of each cell that a merged one covers, but for its first."""
    for merged in page.merged_cells.ranges:
        top, left = merged.min_row - 1, merged.min_col - 1
        if top >= len(rows) or left >= len(rows[0]) or not rows[top][left].text:
            continue
        for row in range(top, min(merged.max_row, len(rows))):
            for column in range(left, min(merged.max_col, len(rows[0]))):
                if (row, column) != (top, left):
                    way = "across" if column > left else "down"
                    yield row, column, replace(rows[top][left], copied=way)
