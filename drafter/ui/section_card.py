"""One section: its text to edit on the left, the same text traced on the right, and what can be done with it."""

from __future__ import annotations

import streamlit as st

from drafter.models import FactSheet, Report, Section, SectionSpec
from drafter.store import Work
from drafter.tracing.summary import sentence_around, verdict
from drafter.ui import jobs, progress, section_actions, section_table, session
from drafter.ui.drafting import MAX_CHARS, ORIGIN_NAMES, with_text
from drafter.ui.judged import Judged
from drafter.ui.marks import VERDICT_NAMES, marked_html, reason
from drafter.ui.plain import as_markdown
from drafter.word.evidence import table_key


def draw(work: Work, section: Section, marker: str, judged: Judged, spec: SectionSpec | None) -> None:
    """Draw one written section with its verdict."""
    report = judged.reports[section.key]
    job = jobs.find(work.id)
    with st.container(border=True, key=f"section:{section.key}"):
        _draw_heading(work, section, marker + judged.name(section), spec)
        left, right = st.columns(2, gap="medium")
        with left:
            _draw_editor(work, section, judged.name(section))
            section_actions.draw(work, section, job, rewritable=spec is not None)
            section_table.draw(work, section, judged, spec)
            if job and set(job.headings) == {section.key}:
                progress.draw(job)
        with right:
            if section.text.strip():
                st.html(marked_html(report, judged.sheet))
            else:
                st.caption("这一节没有文字，只有下面的小表。" if section.table else "这一节是空的，不会写进 Word。")
            section_table.draw_traced(section, judged)
            for traced in filter(None, (report, judged.reports.get(table_key(section)))):
                _draw_flagged(traced, judged.sheet)
            _draw_sources(report, judged.sheet)


def _draw_heading(work: Work, section: Section, title: str, spec: SectionSpec | None) -> None:
    length = len("".join(section.text.split()))
    bounds = f"（建议 {spec.min_chars}—{spec.max_chars} 字）" if spec else ""
    lock = "　🔒 已锁定" if section.key in work.locked else ""
    st.subheader(as_markdown(title), anchor=anchor_of(section.key))
    st.caption(f"{ORIGIN_NAMES[section.origin]}　{length} 字{bounds}{lock}")


def anchor_of(section_key: str) -> str:
    """Return the name under which a link reaches a section on this page."""
    return f"section-{section_key}"


def _draw_editor(work: Work, section: Section, name: str) -> None:
    key = f"text:{work.id}:{section.key}:{section.revision}"
    st.text_area(
        f"{name}（正文）",
        value=section.text,
        key=key,
        height="content",
        label_visibility="collapsed",
        on_change=_save_text,
        args=(work.id, section.key, key, section.text),
    )


@session.guarded
def _save_text(work_id: str, section_key: str, key: str, drawn: str) -> None:
    given = session.typed(key).replace("\r\n", "\n")
    if len(given) > MAX_CHARS:
        session.notify(
            "error", f"这一节有 {len(given)} 个字，最多 {MAX_CHARS} 个，没有保存；请删去多贴的内容，或分到别的节。"
        )
        return
    found = session.store().load(work_id)
    present = found.draft.section(section_key) if found.draft else None
    session.change(work_id, lambda w: with_text(w, section_key, given))
    if present and present.text not in (drawn, given):
        session.notify("warning", "这一节刚才在别的窗口改过：现在用的是您这一稿，那一稿在“历史版本”里，可以找回。")


def _draw_flagged(report: Report, sheet: FactSheet) -> None:
    for trace in report.flagged:
        sentence = sentence_around(report.text, trace.mention.start, trace.mention.end)
        lines = [f"**⚠ 待核：{as_markdown(trace.mention.text)}**　{as_markdown(reason(trace, sheet))}"]
        closest = [f.wording for i in trace.closest if (f := sheet.fact(i))]
        if closest:
            lines.append(f"最接近的事实：{as_markdown('、'.join(closest))}")
        if trace.suggestion:
            lines.append(f"建议改为：**{as_markdown(trace.suggestion)}**")
        lines.append(f":gray[原句：{as_markdown(sentence)}]")
        st.error("  \n".join(lines))


def _draw_sources(report: Report, sheet: FactSheet) -> None:
    shown = [t for t in report.traces if verdict(t) != "none"]
    if not shown:
        st.caption("这一节没有需要出处的数字。")
        return
    with st.expander(f"{len(shown)} 处数字的出处"):
        for trace in shown:
            name = VERDICT_NAMES[verdict(trace)]
            st.markdown(f"- **{as_markdown(trace.mention.text)}**　{name}：{as_markdown(reason(trace, sheet))}")
