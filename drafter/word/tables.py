"""The small table of figures that a section may carry: made from its facts, and read as text to be traced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from drafter.amount import joined
from drafter.models import Fact, Table
from drafter.numbers.find import find_mentions

HEADER = ("项目", "本期", "上期", "增减情况")
_UNKNOWN = "—"


def figures_table(caption: str, facts: Iterable[Fact]) -> Table | None:
    """Return a table of the facts that state this period and the last, or None when there are none."""
    rows = tuple(
        (fact.label, joined(fact.value, fact.unit), joined(fact.previous, fact.unit), _change(fact))
        for fact in facts
        if fact.label and fact.value and fact.previous
    )
    return Table(caption=caption, header=HEADER, rows=rows) if rows else None


def table_text(table: Table) -> str:
    """Return the table as the text that is traced: a line a row, 志愿者：本期326人，上期280人，增加46人。"""
    return "\n".join("".join(part for part, _ in _parts(table, row)) for row in table.rows)


def cell_at(table: Table, start: int) -> tuple[int, int]:
    """Return row and column (from 0) of the cell that holds this place of `table_text`."""
    at = 0
    for number, row in enumerate(table.rows):
        for part, column in _parts(table, row):
            at += len(part)
            if start < at:
                return number, column
        at += 1
    raise ValueError(f"the table's text has no place {start}")


def _parts(table: Table, row: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Yield the stretches of a row's line, each with the column it comes from."""
    yield f"{row[0]}：", 0
    last = len(row) - 1
    for column in range(1, len(row)):
        # The change says itself what it is; 本期 and 上期 are said by the header.
        told = "" if table.header[column] == HEADER[3] else table.header[column]
        yield told + row[column] + ("。" if column == last else "，"), column


def _change(fact: Fact) -> str:
    now, before = _exact(fact.value), _exact(fact.previous)
    if now is None or before is None:
        return _UNKNOWN
    if now == before:
        return "持平"
    grown = now > before
    step = f"{'增加' if grown else '减少'}{_plain(abs(now - before))}{fact.unit}"
    if before <= 0 or fact.unit in ("%", "％"):
        return (
            step
            if fact.unit not in ("%", "％")
            else f"{'提高' if grown else '下降'}{_plain(abs(now - before))}个百分点"
        )
    share = (abs(now - before) * 100 / before).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{step}，{'增长' if grown else '下降'}{_plain(share)}%"


def _exact(stated: str) -> Decimal | None:
    """Return the number that a value as typed states, or None when it states none, or only roughly (200多)."""
    whole = [m for m in find_mentions(stated) if (m.start, m.end) == (0, len(stated))]
    value = whole[0].value if whole and whole[0].approx == "exact" and whole[0].type == "quantity" else None
    return value if isinstance(value, Decimal) else None


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
