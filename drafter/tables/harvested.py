"""Numbers of an earlier document, and pasted sentences, as rows to tick."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from drafter.models import FactSheet
from drafter.structure.assign import topic_of
from drafter.structure.harvest import Candidate, harvest_text
from drafter.tables.reading import HEAD_NAMES, fact_row
from drafter.tables.rows import Head, Reading, Row

Into = Literal["previous", "value"]
_HEAD_LABELS: dict[Head, str] = {head: name for name, head in reversed(HEAD_NAMES.items())}


def candidate_rows(candidates: Iterable[Candidate], into: Into) -> tuple[Row, ...]:
    """Return numbers of a document as the last period's (`previous`) or as this period's (`value`)."""
    rows = []
    for number, c in enumerate(candidates, 1):
        found = fact_row(Row(f"第{number}个数", c.label, c.value, c.unit, note=c.source, topic=c.topic))
        parts = {"value": found.value, "previous": ""} if into == "value" else {"value": "", "previous": found.value}
        note = c.source if into == "value" else f"上期材料：{c.source}"
        if found.text and into == "previous":
            # The form's field takes words and has no place for those of the last period.
            found = Row(found.place, c.label, unit=c.unit, topic=found.topic)
            parts["previous"] = c.value
        rows.append(
            Row(found.place, found.label, parts["value"], found.unit, parts["previous"], found.text, note,
                found.topic, found.id, found.ticked and not c.doubt, "；".join(p for p in (c.doubt, found.remark) if p))
        )  # fmt: skip
    return tuple(rows)


def text_reading(text: str, into: Into) -> Reading:
    """Return pasted sentences as rows: one for each number, and one, not ticked, for each line without a number."""
    candidates = harvest_text(text)
    rows = list(candidate_rows(candidates, into))
    said = "".join(c.source for c in candidates)
    for number, line in enumerate((p.strip() for p in text.splitlines()), 1):
        if line and line.rstrip("。；") not in said and not any(c.source[:20] in line for c in candidates):
            remark = "没有读到数，勾选后作为文字事实"
            rows.append(Row(f"第{number}行", text=line, ticked=False, remark=remark))
    return Reading(tuple(rows))


def sheet_reading(sheet: FactSheet, name: str) -> Reading:
    """Return a fact sheet from a file as rows, exactly as it states its facts."""
    rows = tuple(
        Row(f"{name} 第{number}条", f.label, f.value, f.unit, f.previous, f.text, f.note, topic_of(f), f.id)
        for number, f in enumerate(sheet.facts, 1)
    )
    head: dict[Head, str] = {
        "unit": sheet.unit, "superior": sheet.superior, "document": sheet.document, "period": sheet.period,
        "date": sheet.date, "private": "、".join(sheet.private),
    }  # fmt: skip
    return Reading(rows, head={name: value for name, value in head.items() if value})


def head_rows(reading: Reading) -> tuple[Row, ...]:
    """Return what a table names of the sheet's head as rows to tick; their id is that of the line: @unit."""
    return tuple(
        Row("基本信息", _HEAD_LABELS[name], text=value, id=f"@{name}") for name, value in reading.head.items() if value
    )
