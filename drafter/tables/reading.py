"""A sheet and how it is read -> rows to tick, and everything that did not become one, with its place and the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.numbers.typed import value_problem
from drafter.structure.catalogue import load_catalogue
from drafter.tables.columns import Layout, bare
from drafter.tables.grid import Cell, Grid, column_letter
from drafter.tables.groups import group_of
from drafter.tables.rows import Head, Reading, Row, Unread
from drafter.tables.words import (
    field_for,
    is_nothing,
    is_total,
    is_unit,
    label_and_unit,
    on_one_line,
    value_and_unit,
)

EXPORTED = ("编号", "主题", "事项", "本期", "单位", "上期", "文字说明", "来源")
"""The headings of an exported fact sheet: such rows come back exactly as they are, and nothing is read into them."""
HEAD_NAMES: dict[str, Head] = {
    "单位全称": "unit", "单位名称": "unit", "填报单位": "unit", "上级单位": "superior", "所属街道或乡镇": "superior",
    "总结时段": "period", "填报时段": "period", "落款日期": "date", "填报日期": "date", "文种": "document",
    "不外传的姓名": "private",
}  # fmt: skip
FREE = "更多事实"
"""What the empty form calls the rows for whatever it doesn't ask for."""
_SAID = re.compile(rf"({'|'.join(HEAD_NAMES)}|单位)\s*[:：]\s*(\S.*)")
_LONGEST_SAID = 60
_LONGEST_VALUE = 20
"""A figure that can't be read and is longer than this is a sentence."""


def read_grid(grid: Grid, layout: Layout) -> Reading:
    """Return the rows of one sheet; nothing that it holds is missing from what is returned."""
    reader = _Reader(grid, layout)
    lost = Reading(unread=tuple(Unread(grid.name, "", because) for because in grid.lost))
    return reader.read().joined(lost)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The cells of one line of the sheet by what they are; empty where the sheet has no such column."""

    label: str = ""
    value: str = ""
    unit: str = ""
    previous: str = ""
    topic: str = ""
    text: str = ""
    note: str = ""
    key: str = ""
    remark: str = ""


class _Reader:
    """Reads one sheet from top to bottom: a line that names a topic holds for those below it."""

    def __init__(self, grid: Grid, layout: Layout) -> None:
        self._grid, self._layout = grid, layout
        self._exact = tuple(head for head in layout.heads if head) == EXPORTED
        self._topic = self._unit = ""
        self._rows: list[Row] = []
        self._unread: list[Unread] = []
        self._head: dict[Head, str] = {}
        self._blank: list[str] = []

    def read(self) -> Reading:
        for number in range(len(self._grid.rows)):
            if number < self._layout.start:
                self._look_at_head(number)
            elif self._layout.wide:
                self._take_across(number)
            elif self._texts(number) or self._faults(number):
                self._take(number)
        return Reading(tuple(self._rows), tuple(self._unread), self._head, tuple(self._blank))

    def _place(self, number: int) -> str:
        return f"{self._grid.name} 第{number + 1}行"

    def _texts(self, number: int) -> list[str]:
        return [c.text for c in self._grid.rows[number] if c.text and not c.copied]

    def _faults(self, number: int) -> list[tuple[str, str]]:
        cells = enumerate(self._grid.rows[number])
        return [(column_letter(n), c.fault) for n, c in cells if c.fault and self._layout.roles[n] != "skip"]

    def _refuse(self, number: int, because: str) -> None:
        said = "，".join(self._texts(number))
        cut = said if len(said) <= _LONGEST_SAID else said[:_LONGEST_SAID] + "……"
        self._unread.append(Unread(self._place(number), cut, because))

    def _look_at_head(self, number: int) -> None:
        """Take what stands above the table for its head: 填报单位：和平社区, 单位：万元."""
        for text in self._texts(number):
            for part in re.split(r"\s{2,}|[；;]", text):
                self._take_head(part)

    def _take_head(self, said: str) -> bool:
        found = _SAID.fullmatch(said.strip())
        if found is None:
            return False
        name, value = found[1], found[2].strip()
        if name == "单位" and is_unit(value):
            self._unit = value
        else:
            self._head.setdefault(HEAD_NAMES.get(name, "unit"), value)
        return True

    def _parts(self, number: int) -> _Parts:
        """Return the cells of a line; a figure that a merged cell carries down counts in its first line only."""
        said: dict[str, str] = {}
        remarks = []
        for cell, role in zip(self._grid.rows[number], self._layout.roles, strict=True):
            figure = role in ("value", "previous", "text")
            if role == "skip" or not cell.text or cell.copied == "across" or (figure and cell.copied):
                continue
            said[role] = cell.text if self._exact else on_one_line(cell.text)
            remarks += [cell.remark] if cell.remark else []
        topic = said.get("topic", "")
        said["topic"] = "" if topic == FREE else load_catalogue().topic_key(topic) or topic
        return _Parts(**said, remark="；".join(remarks))

    def _take(self, number: int) -> None:
        for letter, fault in self._faults(number):
            self._refuse(number, f"{letter} 列：{fault}")
        parts = self._parts(number)
        if self._exact:
            self._take_exact(number, parts)
        elif not self._is_aside(number, parts):
            self._take_row(number, parts)

    def _take_exact(self, number: int, parts: _Parts) -> None:
        if parts.value or parts.text or parts.previous:
            self._rows.append(
                Row(self._place(number), parts.label, parts.value, parts.unit, parts.previous, parts.text, parts.note,
                    parts.topic, parts.key)
            )  # fmt: skip
        else:
            self._refuse(number, "只有名称，没有数，也没有文字")

    def _is_aside(self, number: int, parts: _Parts) -> bool:
        """Deal with a line that is no fact: the sheet's head, a topic's name, the heading once more, a remark."""
        texts = self._texts(number)
        if texts == [FREE]:
            return True
        catalogue = load_catalogue()
        name = bare(parts.label)
        head = HEAD_NAMES.get(name)
        field = catalogue.field_named(name)
        head = head or (field.head if field and field.head else None)
        if head is not None:
            if parts.value or parts.text:
                self._head.setdefault(head, parts.value or parts.text)
            else:
                self._blank.append(parts.label)
            return True
        if texts and texts == [h for h in self._layout.heads if h]:
            return True
        if self._is_group(number, parts):
            return True
        if len(texts) > 1 or not texts or (parts.value and not parts.label):
            return False
        return self._take_head(texts[0])

    def _is_group(self, number: int, parts: _Parts) -> bool:
        """Deal with a line that names a group: those below it are of its topic; what is not the form's word is told."""
        stated = parts.value or parts.previous or parts.text or parts.unit or parts.key
        group = None if stated or self._faults(number) else group_of(self._texts(number))
        if group is None:
            return False
        self._topic = group.topic
        if not group.exact:
            name = load_catalogue().topic_name(group.topic)
            told = f"归到“{name}”" if name else "按内容归类"
            self._refuse(number, f"像是一组的名称，没有数；下面各项{told}")
        return True

    def _take_row(self, number: int, parts: _Parts) -> None:
        label, unit_named = label_and_unit(parts.label)
        if not (parts.value or parts.previous or parts.text):
            self._take_empty(number, parts, label)
            return
        nothing = [p for p in (parts.value, parts.previous, parts.text) if p]
        if all(is_nothing(p) for p in nothing):
            self._refuse(number, f"填的是“{nothing[0]}”，没有数")
            return
        unit = "".join(parts.unit.strip("（）() ").split()) or unit_named
        row = Row(self._place(number), label, parts.value, unit, parts.previous, parts.text, parts.note,
                  parts.topic or self._topic, parts.key, remark=parts.remark)  # fmt: skip
        row = fact_row(row, self._column_unit() or self._unit)
        if not row.label and not row.text:
            row = replace(row, ticked=False, remark=_also("没有事项名称，请补上再勾选", row.remark))
        elif is_total(row.label):
            row = replace(row, ticked=False, remark=_also("像合计行，要用请写明是什么的合计", row.remark))
        self._rows.append(row)

    def _take_empty(self, number: int, parts: _Parts, label: str) -> None:
        if parts.key and label:
            self._blank.append(label)
        elif not self._faults(number):
            because = "只有名称，没有数" if label else "没有认出事项和数，请看各列的含义对不对"
            if len(self._texts(number)) == 1:
                because = "只有一格字，没有数；要用请改用“粘贴表格或文字”"
            self._refuse(number, because)

    def _column_unit(self) -> str:
        """Return the unit that the heading of the figures names: 万元 of 数值（万元）."""
        column = self._layout.column("value")
        return label_and_unit(self._layout.heads[column])[1] if column is not None else ""

    def _take_across(self, number: int) -> None:
        """Read a line whose cells each are a thing that the heading names; several lines are told by their first."""
        cells = self._grid.rows[number]
        name = on_one_line(cells[0].text) if self._names_its_line() else ""
        several = sum(bool(self._texts(n)) for n in range(self._layout.start, len(self._grid.rows))) > 1
        for column, cell, head in self._across(number):
            label, unit = label_and_unit(head)
            if cell.fault:
                self._refuse(number, f"{column_letter(column)} 列：{cell.fault}")
            elif cell.text and not cell.copied and not is_nothing(cell.text):
                place = f"{self._place(number)}{column_letter(column)}列"
                row = fact_row(Row(place, label, cell.text, unit, remark=cell.remark), self._unit)
                if several and name:
                    row = replace(row, label=f"{name}{label}", id="")
                if is_total(name):
                    row = replace(row, label=label, ticked=False, remark=_also("合计行", row.remark))
                self._rows.append(row)
            elif cell.text and not cell.copied:
                self._refuse(number, f"“{label}”填的是“{cell.text}”，没有数")

    def _names_its_line(self) -> bool:
        """Whether the first column holds names of units or months, not figures."""
        first = [row[0].text for row in self._grid.rows[self._layout.start :] if row[0].text]
        return bool(first) and not any(t[0].isdecimal() and t.isdecimal() for t in first)

    def _across(self, number: int) -> Iterator[tuple[int, Cell, str]]:
        begin = 1 if self._names_its_line() else 0
        for column in range(begin, self._grid.width):
            head = self._layout.heads[column]
            if head and bare(head) != "序号":
                yield column, self._grid.rows[number][column], head
            elif self._grid.rows[number][column].text:
                self._refuse(number, f"{column_letter(column)} 列没有表头，不知道是什么数")


def fact_row(row: Row, usual_unit: str = "") -> Row:
    """Return a row as a fact has it: unit parted from the figure, words and figures in their places, field found.

    `usual_unit` is that of a whole table, for plain figures that name none.
    """
    value, told = value_and_unit(row.value)
    if usual_unit and not row.unit and not told and value_and_unit(row.value + usual_unit)[1]:
        row = replace(row, unit=usual_unit)
    if told and row.unit in ("", told):
        row = replace(row, value=value, unit=told)
    previous, told = value_and_unit(row.previous)
    if told and told == row.unit:
        row = replace(row, previous=previous)
    row = _with_field(_words_apart(row))
    wrong = value_problem(row.value, row.unit) or value_problem(row.previous, row.unit)
    return replace(row, ticked=row.ticked and not wrong, remark=_also(wrong, row.remark))


def _words_apart(row: Row) -> Row:
    """Put a sentence that stands where a figure is asked for with the words."""
    digits = any(c.isdecimal() for c in row.value)
    sentence = len(row.value) > _LONGEST_VALUE and (not digits or value_problem(row.value, row.unit))
    if not sentence:
        return row
    text = "；".join(part for part in (row.value, row.text) if part)
    return replace(row, value="", text=text, unit="", remark=_also("成句的内容放到文字说明", row.remark))


def _with_field(row: Row) -> Row:
    catalogue = load_catalogue()
    field = catalogue.field(row.id) if row.id else field_for(row.label, row.unit, row.text)
    if field is None or field.head:
        return row
    row = replace(row, id=field.key, label=row.label or field.label, topic=catalogue.topic_of(field).key)
    if field.type in ("text", "list"):
        words = "；".join(part for part in (row.value, row.text) if part)
        return replace(row, text=words, value="", unit="")
    if row.unit not in ("", field.unit, *field.units):
        remark = f"单位“{row.unit}”与表单的“{field.unit}”不同，作为另一项放在更多事实里"
        return replace(row, id="", remark=_also(remark, row.remark))
    return replace(row, unit=row.unit or field.unit)


def _also(first: str, then: str) -> str:
    return "；".join(part for part in (first, then) if part)
