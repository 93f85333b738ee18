"""What was found about a text of others: the line that says it all, the marked text, what needs a look, the files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from drafter.models import FactSheet, Report
from drafter.tracing.summary import summary_line
from drafter.ui.downloads import content_key, draw_download
from drafter.ui.marks import legend_html, marked_html
from drafter.ui.number_panel import draw_absolutes, draw_doubt
from drafter.ui.plain import as_markdown, shortened
from drafter.word.archive import archive_bytes
from drafter.word.checked import Checked
from drafter.word.names import file_name
from drafter.word.review import review_bytes

_AT_ONCE = 30
_UNUSED_AT_ONCE = 10
"""More flagged numbers than these are shown on demand: each is a card that the page has to draw."""


def draw(checked: Checked, sheet: FactSheet, name: str) -> None:
    """Draw the verdict on a file of that name; nothing here changes its text or the facts."""
    _draw_verdict(checked.report)
    _draw_downloads(checked, sheet, Path(name).stem)
    st.html(legend_html())
    text, findings = st.columns((3, 2), gap="medium")
    with text, st.container(border=True, height=720, key="check:text"):
        st.html(marked_html(checked.report, sheet))
    with findings, st.container(height=720, border=False, key="check:findings"):
        _draw_flagged(checked.report, sheet)
        _draw_unused(checked.report, sheet)


def _draw_verdict(report: Report) -> None:
    doubtful = report.flagged or report.conflicts or report.overstated
    line = f"**{summary_line(report.traces)}**"
    if not report.traces:
        st.info(f"{line}　文中没有数字。")
    elif doubtful:
        st.warning(line, icon=":material/warning:")
    else:
        st.success(line, icon=":material/verified:")
    for conflict in report.conflicts:
        st.warning(as_markdown(conflict), icon=":material/compare_arrows:")
    draw_absolutes(report)


def _draw_flagged(report: Report, sheet: FactSheet) -> None:
    st.markdown(f"**待核的数字：{len(report.flagged)} 处**")
    if not report.flagged:
        st.caption("每个数字都有出处，或由事实推算得出。")
    for trace in report.flagged[:_AT_ONCE]:
        with st.container(border=True):
            draw_doubt(trace, report.text, sheet)
    rest = report.flagged[_AT_ONCE:]
    if rest:
        more = st.expander(f"其余 {len(rest)} 处", on_change="rerun", key="check:rest")
        if more.open:
            with more:
                for trace in rest:
                    draw_doubt(trace, report.text, sheet)


def _draw_unused(report: Report, sheet: FactSheet) -> None:
    unused = [fact for fact in sheet.facts if fact.id in report.unused]
    st.markdown(f"**文中没有用到的事实：{len(unused)} 条**")
    lines = [f"- {as_markdown(shortened(fact.wording, 80))}" for fact in unused]
    st.markdown("\n".join(lines[:_UNUSED_AT_ONCE]))
    rest = lines[_UNUSED_AT_ONCE:]
    if rest:
        more = st.expander(f"其余 {len(rest)} 条", on_change="rerun", key="check:unused")
        if more.open:
            more.markdown("\n".join(rest))


def _draw_downloads(checked: Checked, sheet: FactSheet, stem: str) -> None:
    # A document of others is known by the name of its file.
    named = checked.draft.model_copy(update={"unit": "", "period": ""})
    name = partial(file_name, named, stem, len(checked.report.flagged))
    args = (checked.draft, sheet, checked.reports)
    key = content_key(checked.draft, sheet)
    button = partial(draw_download, icon=":material/download:")
    with st.container(horizontal=True):
        for label, file, make, tip in (
            ("下载复核稿（.docx）", name("review"), review_bytes, "待核的数字带批注，文末附数字核对表。"),
            ("下载核对台账（.xlsx）", name("archive"), archive_bytes, "每个数字的出处，和全部事实。"),
        ):
            button(label, file, (key, partial(make, *args)), help=tip)
