"""The small table of figures that a section may carry: chosen from its facts, shown in its card, every cell traced."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from html import escape

import streamlit as st

from drafter.models import Fact, FactSheet, Report, Section, SectionSpec, Table
from drafter.store import Work
from drafter.tracing.summary import Verdict, verdict
from drafter.ui import session
from drafter.ui.drafting import with_table
from drafter.ui.entries import sheet_of
from drafter.ui.fields import overtaken_line
from drafter.ui.judged import Judged, trace
from drafter.ui.marks import VERDICT_NAMES, reason
from drafter.ui.section_text import may_change
from drafter.word.places import table_key
from drafter.word.tables import cell_at, figures_table

_CELL = "border:1px solid #b9b4ac;padding:2px 8px;text-align:center"
_LOOKS: dict[Verdict, str] = {
    "flagged": ";background:#fde3e1;color:#8c1d18;font-weight:600",
    "backed": ";text-decoration:underline #2e7d32 2px;text-underline-offset:4px",
    "derived": ";text-decoration:underline dashed #1d5fa8 2px;text-underline-offset:4px",
}
_WORST: tuple[Verdict, ...] = ("flagged", "derived", "backed")


def draw(work: Work, section: Section, facts: Mapping[str, Fact], spec: SectionSpec | None) -> None:
    """Draw the choice of a section's figures among these facts, see `with_figures`; nothing where there are none."""
    if not facts and section.table is None:
        return
    key = f"{work.id}:{section.key}:table"
    # The same label always: another one would be another box, and closed.
    box = st.expander("数据小表", icon=":material/table_chart:", on_change="rerun", key=f"{key}:box")
    if not box.open:
        return
    with box:
        caption = section.table.caption if section.table else f"表{_next_number(work, section)}　主要数据对比"
        st.text_input("表题", value=caption, key=f"{key}:caption", max_chars=60, on_change="ignore")
        st.multiselect(
            "哪些事实（要有本期和上期）",
            list(facts),
            default=_chosen(section, spec, facts),
            format_func=lambda i: facts[i].label,
            key=f"{key}:facts",
            placeholder="点这里选",
        )
        with st.container(horizontal=True):
            label = "更新小表" if section.table else "放进本节"
            st.button(label, key=f"{key}:put", icon=":material/table_chart:", on_click=_put, args=(work.id, section))
            if section.table:
                st.button("去掉小表", key=f"{key}:drop", on_click=_drop, args=(work.id, section))


@lru_cache(maxsize=16)
def with_figures(sheet: FactSheet) -> dict[str, Fact]:
    """Return by id the facts that have a figure of this period and of the last."""
    return {f.id: f for f in sheet.facts if figures_table("", (f,))}


def draw_traced(section: Section, judged: Judged) -> None:
    """Draw a section's table as it stands, each cell with its verdict."""
    report = judged.reports.get(table_key(section))
    if section.table and report:
        st.html(table_html(section.table, report, judged))


def table_html(table: Table, report: Report, judged: Judged) -> str:
    """Return the table with a mark and a reason on each cell that holds a number."""
    marks: dict[tuple[int, int], tuple[Verdict, str]] = {}
    for found in report.traces:
        kind, place = verdict(found), cell_at(table, found.mention.start)
        known = marks.get(place)
        if kind in _WORST and (known is None or _WORST.index(kind) < _WORST.index(known[0])):
            marks[place] = kind, f"{VERDICT_NAMES[kind]}：{reason(found, judged.sheet)}"
    head = "".join(f'<th style="{_CELL}">{escape(name)}</th>' for name in table.header)
    rows = "".join(
        f"<tr>{''.join(_cell(text, marks.get((r, c))) for c, text in enumerate(row))}</tr>"
        for r, row in enumerate(table.rows)
    )
    caption = f'<div style="text-align:center;font-weight:600">{escape(table.caption)}</div>'
    return f'{caption}<table style="border-collapse:collapse;width:100%"><tr>{head}</tr>{rows}</table>'


def _cell(text: str, mark: tuple[Verdict, str] | None) -> str:
    if mark is None:
        return f'<td style="{_CELL}">{escape(text)}</td>'
    kind, hint = mark
    sign = "<sup>⚠待核</sup>" if kind == "flagged" else ""
    return f'<td style="{_CELL}{_LOOKS[kind]}" title="{escape(hint)}">{escape(text)}{sign}</td>'


def _next_number(work: Work, section: Section) -> int:
    sections = work.draft.sections if work.draft else ()
    before = [s.key for s in sections].index(section.key)
    return 1 + sum(s.table is not None for s in sections[:before])


def _chosen(section: Section, spec: SectionSpec | None, facts: Mapping[str, Fact]) -> list[str]:
    if section.table:
        labels = {row[0] for row in section.table.rows}
        return [i for i, f in facts.items() if f.label in labels]
    return [i for i, f in facts.items() if spec and f.topic in spec.topics]


@session.guarded
def _put(work_id: str, drawn: Section) -> None:
    key = f"{work_id}:{drawn.key}:table"
    chosen, caption = session.held(f"{key}:facts"), session.typed(f"{key}:caption").strip()
    sheet = sheet_of(session.store().load(work_id))
    facts = [f for f in sheet.facts if isinstance(chosen, list) and f.id in chosen]
    table = figures_table(caption, facts)
    if table is None or not caption:
        session.notify("warning", "请先填表题，并至少选一项既有本期又有上期的事实。")
        return
    flagged = trace(caption, sheet).flagged
    if flagged:
        session.notify("warning", f"表题里的“{flagged[0].mention.text}”没有出处，请改表题，或先到「填写事实」补上。")
        return
    _change(work_id, drawn, table)


@session.guarded
def _drop(work_id: str, drawn: Section) -> None:
    _change(work_id, drawn, None)


def _change(work_id: str, drawn: Section, table: Table | None) -> None:
    """Give a section this table; what another window made of it since it was drawn is told, with both tables."""
    if not may_change(work_id, drawn.key):
        return
    there = drawn.table

    def put(work: Work) -> Work:
        nonlocal there
        section = work.draft.section(drawn.key) if work.draft else None
        there = section.table if section else None
        return with_table(work, drawn.key, table)

    if session.change(work_id, put) and there not in (drawn.table, table):
        session.notify("warning", overtaken_line("数据小表", _told(there), _told(table)))


def _told(table: Table | None) -> str:
    """Return a table in a few words: its caption and what stands in it."""
    return f"{table.caption}：{'、'.join(row[0] for row in table.rows)}" if table else ""
