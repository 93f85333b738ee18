"""What is handed around as .xlsx: all facts, and the empty form of a document type. Both come back in exactly."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from drafter.models import FactSheet, Skeleton
from drafter.structure.catalogue import CatalogueField, Topic, load_catalogue
from drafter.tables.reading import EXPORTED, FREE
from drafter.word.archive import write_page

_EXPORT_WIDTHS = (16, 14, 24, 14, 10, 14, 50, 24)
_FORM_COLUMNS = ("主题", "事项", "单位", "本期", "上期（选填）", "来源（选填）", "填写示例", "怎么填", "代码")
_FORM_WIDTHS = (12, 24, 10, 26, 14, 24, 24, 36, 12)
_FREE_ROWS = 15
_HOW_TO = (
    "只填有的，不必填全：白色的格可以填，灰色的格是锁定的说明。数字照手头的材料写：326、约3万、三千多、96.5% 都可以；"
    "没有数的事项写一句话。上期指上一年度（或上一时段）的同一个数。表里没有的事项，写在最下面的空行里。"
    "填好后在“填写事实”页的“导入”里传回来，各项会回到各自的位置。"
)
_SHADE = "F0EDE8"


def facts_xlsx(sheet: FactSheet) -> bytes:
    """Return all facts as a table, with the lines of the head on a second sheet."""
    from openpyxl import Workbook

    topics = {topic.key: topic.name for topic in load_catalogue().topics}
    book = Workbook()
    book.active.title = "事实"
    rows = [
        (f.id, topics.get(f.topic, f.topic), f.label, f.value, f.unit, f.previous, f.text, f.note) for f in sheet.facts
    ]
    write_page(book.active, EXPORTED, rows, _EXPORT_WIDTHS)
    head = (
        ("单位全称", sheet.unit), ("上级单位", sheet.superior), ("文种", sheet.document), ("总结时段", sheet.period),
        ("落款日期", sheet.date), ("不外传的姓名", "、".join(sheet.private)),
    )  # fmt: skip
    write_page(book.create_sheet("基本信息"), ("项目", "内容"), [line for line in head if line[1]], (20, 60))
    return _saved(book)


def form_xlsx(skeleton: Skeleton) -> bytes:
    """Return an empty form of a document type: its topics in the order of its sections, to be filled in and read back.

    All but the cells to fill in is locked, without a password; a hidden column names the field of each row.
    """
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    page.title = "填报表"
    rows = [*_head_rows(skeleton), *_field_rows(skeleton), *([(FREE, *[""] * 8)] * _FREE_ROWS)]
    for column, width in enumerate(_FORM_WIDTHS, 1):
        page.column_dimensions[_letter(column)].width = width
    page.append([f"{skeleton.name}填报表"])
    page.append([_HOW_TO])
    for row in (_FORM_COLUMNS, *rows):
        page.append(row)
    _dress(page, len(rows))
    return _saved(book)


def _head_rows(skeleton: Skeleton) -> Iterator[tuple[str, ...]]:
    yield ("基本信息", "文种", "", skeleton.name, *[""] * 5)
    for label, example, tip in (
        ("单位全称", "南苑社区", "填写规范全称，标题和落款都用它。"),
        ("上级单位", "北陵街道办事处", "填写上级街道办事处或乡镇的全称。"),
        ("总结时段", "2026年度", "填写材料所说的年度或时段。"),
        ("落款日期", "2026年12月20日", "填写落款的年月日。"),
    ):
        yield ("基本信息", label, "", "", "", "", example, tip, "")


def _field_rows(skeleton: Skeleton) -> Iterator[tuple[str, ...]]:
    for topic, field in form_fields(skeleton):
        words = field.type in ("text", "list")
        unit = "" if words else field.unit
        yield (topic.name, field.label, unit, "", "", "", field.example, field.help, field.key)


def form_fields(skeleton: Skeleton) -> Iterator[tuple[Topic, CatalogueField]]:
    """Yield the fields that a document type uses, by topic in the order of its sections; those seldom stated last."""
    topics = {topic.key: topic for topic in load_catalogue().topics}
    used = dict.fromkeys(key for section in skeleton.sections for key in section.topics if key in topics)
    for key in used:
        fields = [field for field in topics[key].fields if not field.head]
        for field in sorted(fields, key=lambda f: f.rare):
            yield topics[key], field


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))


def _dress(page: Any, rows: int) -> None:
    """Lock and shade what is given, leave open what is to be filled in, and hide the column of keys."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

    shade = PatternFill("solid", fgColor=_SHADE)
    line = Side(style="thin", color="C9C3BA")
    for row in page.iter_rows(min_row=3, max_row=rows + 3, max_col=len(_FORM_COLUMNS)):
        free = row[0].row > rows + 3 - _FREE_ROWS
        for number, cell in enumerate(row):
            is_open = row[0].row > 3 and (number in (3, 4, 5) or (free and number in (1, 2)))
            if number == 3 and row[1].value == "文种":
                is_open = False
            cell.protection = Protection(locked=not is_open)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            cell.border = Border(line, line, line, line)
            if is_open:
                # As text, so that 2.50, 1/3 and 3-5 stay as they are typed.
                cell.number_format = "@"
            else:
                cell.fill = shade
            if row[0].row == 3:
                cell.font = Font(bold=True)
    _let_units_be_chosen(page, rows)
    _dress_top(page)
    page.column_dimensions[_letter(len(_FORM_COLUMNS))].hidden = True
    page.freeze_panes = "C4"
    page.protection.formatColumns = page.protection.formatRows = False
    page.protection.enable()


def _let_units_be_chosen(page: Any, rows: int) -> None:
    from openpyxl.styles import Protection
    from openpyxl.worksheet.datavalidation import DataValidation

    for number in range(4, rows + 4):
        field = load_catalogue().field(str(page.cell(number, 9).value or ""))
        if field is None or not field.units:
            continue
        choice = DataValidation("list", formula1=f'"{",".join((field.unit, *field.units))}"', allow_blank=True)
        choice.error = "请从列表里选一个单位"
        page.add_data_validation(choice)
        choice.add(page.cell(number, 3))
        page.cell(number, 3).protection = Protection(locked=False)


def _dress_top(page: Any) -> None:
    from openpyxl.styles import Alignment, Font

    last = _letter(len(_FORM_COLUMNS) - 1)
    page.merge_cells(f"A1:{last}1")
    page.merge_cells(f"A2:{last}2")
    page["A1"].font = Font(bold=True, size=16)
    page["A1"].alignment = Alignment(horizontal="center", vertical="center")
    page["A2"].alignment = Alignment(wrap_text=True, vertical="center")
    page.row_dimensions[1].height = 30
    page.row_dimensions[2].height = 52
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "3:3"


def _saved(book: Any) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
