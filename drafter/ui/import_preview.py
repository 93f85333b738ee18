"""The preview of what was brought: every row is ticked, corrected or left out before it lands in the form."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from drafter.amount import joined
from drafter.store import Work
from drafter.structure.catalogue import load_catalogue
from drafter.tables.harvested import head_rows
from drafter.tables.rows import Reading, Row, Unread
from drafter.ui import readings, session
from drafter.ui.document_types import type_names
from drafter.ui.landing import Landed, Wanted, landed, present
from drafter.ui.plain import as_markdown

FREE = "更多事实"
_TYPED = ("label", "value", "unit", "previous", "text", "note")
_HEAD = {"unit": "单位全称", "superior": "上级单位", "document": "文种", "period": "总结时段", "date": "落款日期",
         "private": "不外传的姓名"}  # fmt: skip


@dataclass(frozen=True)
class Report:
    """What came of the last import, to be shown until the next one."""

    landed: Landed
    left: tuple[Unread, ...]
    """What did not land: unticked, unreadable, or kept from replacing what was typed."""


def draw(work: Work, reading: Reading, key: str) -> None:
    """Draw the rows in a form, so that ticking and typing don't draw the page anew, and what could not be read."""
    rows = (*head_rows(reading), *reading.rows)
    if not rows:
        st.warning("没有认出可以导入的内容。请看上面各列的含义对不对，或者换一个文件。")
        _draw_unread(reading)
        return
    key = f"{key}:{hashlib.sha256(repr(rows).encode()).hexdigest()[:12]}"
    shown = table_rows(work, rows, type_names())
    session.remember(f"{key}:seen", shown)
    clashes = sum(bool(row["present"]) for row in shown)
    with st.form(key, border=False):
        rest = "表单里已有内容的，只补空着的格；要换掉原来填的，勾上“换掉”。" if clashes else ""
        st.caption(f"认出 {len(rows)} 项。不要的去掉勾；不对的直接在格里改。{rest}")
        st.data_editor(
            shown,
            key=f"{key}:table",
            hide_index=True,
            disabled=["present", "remark", "place"],
            height=min(460, 40 + 35 * len(rows)),
            column_config=_columns(),
            alt="导入预览",
        )
        st.form_submit_button(
            "放进表单",
            type="primary",
            icon=":material/playlist_add:",
            on_click=_land,
            args=(work.id, rows, reading, key),
        )
    _draw_unread(reading)


def _columns() -> dict[str, Any]:
    text, tick = st.column_config.TextColumn, st.column_config.CheckboxColumn
    return {
        "use": tick("用", width=50, pinned=True),
        "label": text("事项", width=130, pinned=True),
        "value": text("本期", width=75),
        "unit": text("单位", width=60),
        "previous": text("上期", width=65),
        "target": st.column_config.SelectboxColumn("放到", options=list(targets()), required=True, width=150),
        "present": text("现在填的", width=90),
        "replaces": tick("换掉", width=60, help="勾上才会换掉现在填的；不勾只补空着的格。"),
        "remark": text("提示", width="medium"),
        "text": text("文字说明", width="medium"),
        "note": text("来源", width="medium"),
        "place": text("出处", width="small"),
    }


def targets() -> dict[str, tuple[str, str]]:
    """Return where a row may go, by what staff read: the id that the row gets there, and its topic."""
    topics = load_catalogue().topics
    places = {FREE: ("", "")} | {f"{FREE}·{t.name}": ("", t.key) for t in topics}
    places |= {f"{t.name}·{f.label}": (f.key, t.key) for t in topics for f in t.fields if not f.head}
    return places | {f"基本信息·{name}": (f"@{key}", "") for key, name in _HEAD.items()}


def _target(row: Row) -> str:
    if row.id.startswith("@"):
        return f"基本信息·{_HEAD[row.id[1:]]}"
    catalogue = load_catalogue()
    field = catalogue.field(row.id) if row.id else None
    if field is not None and not field.head:
        return f"{catalogue.topic_of(field).name}·{field.label}"
    topic = next((t.name for t in catalogue.topics if t.key == row.topic), "")
    return f"{FREE}·{topic}" if topic else FREE


def table_rows(work: Work, rows: Sequence[Row], types: dict[str, str]) -> list[dict[str, object]]:
    """Return the rows of the preview, each beside what stands in its place now."""
    return [
        {"use": row.ticked}
        | {name: getattr(row, name) for name in ("label", "value", "unit", "previous")}
        | {"target": _target(row), "present": present(work, row, types), "replaces": False, "remark": _remark(row)}
        | {"text": row.text, "note": row.note, "place": row.place}
        for row in rows
    ]


def _remark(row: Row) -> str:
    """Return what is to be said of a row: what its file gave rise to, and how its value is read, as in the form."""
    read = "" if row.id.startswith("@") else readings.reading(row.value, row.unit)
    return "；".join(part for part in (row.remark, f"“{row.value}”{read}" if read else "") if part)


def corrected(row: Row, shown: Mapping[str, object], edits: Mapping[str, object]) -> Wanted | None:
    """Return a row as staff left it in the preview, or None where it is not ticked."""
    said = {**shown, **edits}
    if not said["use"]:
        return None
    typed: dict[str, Any] = {name: str(said[name] or "").strip() for name in _TYPED}
    if "target" in edits:
        place, topic = targets()[str(edits["target"])]
        row = replace(row, id=place, topic=topic or row.topic)
    return Wanted(replace(row, **typed), bool(said["replaces"]), str(shown["present"]))


@session.guarded
def _land(work_id: str, rows: tuple[Row, ...], reading: Reading, key: str) -> None:
    edits = session.held(f"{key}:table")
    changed = edits["edited_rows"] if isinstance(edits, Mapping) else {}
    types = type_names()
    shown = session.held(f"{key}:seen")
    seen = shown if isinstance(shown, list) else table_rows(session.store().load(work_id), rows, types)
    wanted = [corrected(row, seen[n], changed.get(n, {})) for n, row in enumerate(rows)]
    results: list[Landed] = []

    def put(work: Work) -> Work:
        results[:] = [landed(work, [w for w in wanted if w], types)]
        return results[0].work

    if session.change(work_id, put) is None:
        return
    unticked = tuple(
        Unread(
            row.place,
            f"{row.label} {joined(row.value or row.previous or row.text, row.unit)}".strip()[:60],
            f"没有勾选{'：' if row.remark else ''}{row.remark}",
        )
        for row, want in zip(rows, wanted, strict=True)
        if want is None
    )
    blank = (Unread("", "、".join(reading.blank), f"{len(reading.blank)} 项没有填"),) if reading.blank else ()
    session.remember(report_key(work_id), Report(results[0], (*results[0].kept, *unticked, *reading.unread, *blank)))
    session.renew_form(work_id)
    waiting = any(w and w.row.previous and not (w.row.value or w.row.text) for w in wanted)
    rest = "只有上期数的，填上本期数后写入文稿。" if waiting else ""
    session.notify("success" if results[0].came else "warning", as_markdown(summary(results[0]) + rest))


def report_key(work_id: str) -> str:
    """Return under which key the result of the last import is remembered."""
    return f"{work_id}:imported"


def summary(result: Landed) -> str:
    """Return in one line what came of an import: 新增 12 项，补上 3 项，换掉 1 项；2 项没有导入."""
    counts = ((result.added, "新增"), (result.filled, "补上"), (result.replaced, "换掉"), (result.same, "本来就一样的"))
    done = "，".join(f"{name} {number} 项" for number, name in counts if number)
    kept = f"{len(result.kept)} 项保留原来填的或没有导入" if result.kept else ""
    said = "；".join(part for part in (done, kept) if part)
    if not said:
        return "一项也没有放进表单：没有勾选任何一项。"
    return f"已放进表单：{said}。" if result.came else f"表单没有变：{said}。"


def draw_report(report: Report) -> None:
    """Draw what came of the last import, and all that did not land."""
    told, sign = (st.success, "check_circle") if report.landed.came else (st.warning, "warning")
    told(as_markdown(summary(report.landed)), icon=f":material/{sign}:")
    if report.left:
        st.caption(f"下面 {len(report.left)} 处没有放进表单：")
        _draw_table(report.left)


def _draw_unread(reading: Reading) -> None:
    if reading.unread:
        st.warning(f"有 {len(reading.unread)} 处没有读成事实，列在下面；需要的请照着手工填写，或改好文件再导入。")
        _draw_table(reading.unread)
    if reading.blank:
        st.caption(f"表里有 {len(reading.blank)} 项没有填，不导入。")


def _draw_table(lines: Sequence[Unread]) -> None:
    st.dataframe(
        [{"位置": u.place, "内容": u.said, "原因": u.because} for u in lines],
        hide_index=True,
        height=min(260, 40 + 35 * len(lines)),
    )
