"""The evidence file for the unit's archive: the same table as in the review copy, and the fact sheet, as .xlsx."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from drafter.models import Draft, FactSheet, Report
from drafter.structure.catalogue import load_catalogue
from drafter.word.blocks import printable
from drafter.word.ending import official_date
from drafter.word.evidence import COLUMNS, evidence_of, summary

_WIDTHS = (6, 22, 12, 50, 10, 36, 36, 24)
_FACT_COLUMNS = ("编号", "主题", "项目", "数值", "单位", "上期", "文字说明", "来源", "文中用到")
_FACT_WIDTHS = (10, 14, 24, 14, 10, 14, 50, 24, 10)
_LONGEST_CELL = 32_000


def archive_bytes(draft: Draft, sheet: FactSheet, reports: Mapping[str, Report]) -> bytes:
    """Return an .xlsx with three sheets: the draft in brief, each number with its evidence, and all facts."""
    from openpyxl import Workbook

    book = Workbook()
    _write_brief(book.active, draft, sheet, reports)
    write_page(book.create_sheet("数字核对"), COLUMNS, [r.cells for r in evidence_of(draft, sheet, reports)], _WIDTHS)
    write_page(book.create_sheet("事实台账"), _FACT_COLUMNS, _fact_rows(sheet, reports), _FACT_WIDTHS)
    book.properties.title = draft.title
    book.properties.creator = draft.unit
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write_brief(page: Any, draft: Draft, sheet: FactSheet, reports: Mapping[str, Report]) -> None:
    page.title = "概况"
    conflicts = dict.fromkeys(sentence for report in reports.values() for sentence in report.conflicts)
    unused = _unused(sheet, reports)
    rows = [
        ("标题", draft.title.replace("\n", "")),
        ("单位", draft.unit),
        ("时段", draft.period),
        ("日期", official_date(draft.date)),
        ("核对结果", summary(reports)),
        ("文中没有用到的事实", "；".join(fact.wording for fact in sheet.facts if fact.id in unused) or "无"),
        ("前后不一致之处", "\n".join(conflicts) or "无"),
    ]
    write_page(page, ("项目", "内容"), rows, (22, 80))


def _fact_rows(sheet: FactSheet, reports: Mapping[str, Report]) -> list[tuple[str, ...]]:
    topics = {topic.key: topic.name for topic in load_catalogue().topics}
    unused = _unused(sheet, reports)
    return [
        (f.id, topics.get(f.topic, f.topic), f.label, f.value, f.unit, f.previous, f.text, f.note,
         "否" if f.id in unused else "是")
        for f in sheet.facts
    ]  # fmt: skip


def _unused(sheet: FactSheet, reports: Mapping[str, Report]) -> set[str]:
    unused = {fact.id for fact in sheet.facts}
    for report in reports.values():
        unused &= set(report.unused)
    return unused


def write_page(page: Any, header: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
    """Write a table of texts to a sheet, its header bold and fixed above the rest."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for number, row in enumerate([header, *rows], 1):
        for column, text in enumerate(row, 1):
            cell = page.cell(number, column)
            # Always text: a figure stays as typed (2.50), and a typed = never becomes a formula.
            cell.value = printable(text)[:_LONGEST_CELL]
            cell.data_type = "s"
            cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                cell.font = Font(bold=True)
    for column, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = "A2"
