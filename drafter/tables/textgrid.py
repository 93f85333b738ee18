"""A .csv file or a pasted table -> its sheet. Offices write UTF-8, GBK and, from Excel's “Unicode 文本”, UTF-16."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from drafter.errors import InputError
from drafter.structure.textfile import decode
from drafter.tables.grid import MAX_COLUMNS, MAX_ROWS, Cell, Grid, even_rows

# Ten times what is read of a table; more is refused before it is taken apart.
_MOST_BYTES = 5_000_000
_MOST_LINES = 50_000
_DELIMITERS = ",\t;|，"
_RULE = re.compile(r"\s*\|?[\s:|-]*-{2,}[\s:|-]*\|?\s*")


def csv_grid(name: str, data: bytes) -> Grid:
    """Return the table of a .csv or .tsv file; raises InputError in one sentence where it can't be read."""
    if not data.strip(b"\xef\xbb\xbf \r\n\t"):
        raise InputError(f"“{name}”是空文件，请检查是否选错了文件。")
    if len(data) > _MOST_BYTES or data.count(b"\n") > _MOST_LINES:
        raise InputError(f"“{name}”的内容过多，不像一份事实表，没有读取；请只保留事实，或拆成几个文件。")
    text = _text(data)
    if text is None or "\0" in text:
        raise InputError(f"“{name}”不是文本表格，扩展名可能改错了，请在 Excel 里另存为 .xlsx 或“CSV UTF-8”再试。")
    return _grid(text, "表格", name)


def pasted_grid(text: str) -> Grid | None:
    """Return the table that was pasted from Excel or Word, or None where the text is no table."""
    lines = [line for line in text.splitlines() if line.strip()]
    parted = sum("\t" in line or line.count("|") > 1 for line in lines)
    return _grid(text, "粘贴的表格", "粘贴的内容") if parted and parted * 2 >= len(lines) else None


def _text(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            return None
    # A short table has too few signs for a guess at its language, so the offices' own encodings come first.
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return decode(data)


def _grid(text: str, title: str, name: str) -> Grid:
    lines = text.splitlines()
    delimiter = _delimiter(lines)
    if delimiter == "|":
        text = "\n".join("" if _RULE.fullmatch(line) else line.strip().strip("|") for line in lines)
    try:
        read = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise InputError(f"“{name}”的表格读不出来，请检查引号是否成对，或在 Excel 里另存为 .xlsx 再试。") from error
    rows = [[Cell(" ".join(cell.split())) for cell in row[:MAX_COLUMNS]] for row in read[:MAX_ROWS]]
    far = sum(bool(c.strip()) for n, row in enumerate(read) for c in (row if n >= MAX_ROWS else row[MAX_COLUMNS:]))
    lost = (f"第 {MAX_ROWS} 行、第 {MAX_COLUMNS} 列以外的 {far} 格没有读，请拆成几张表",) if far else ()
    return Grid(title, even_rows(rows), lost=lost)


def _delimiter(lines: list[str]) -> str:
    """Return the sign that parts most lines into the same number of cells, at least two."""
    first = [line for line in lines if line.strip()][:30]

    def evenness(sign: str) -> int:
        counts = Counter(line.count(sign) for line in first)
        counts.pop(0, None)
        return max(counts.values(), default=0)

    return max(_DELIMITERS, key=evenness)
