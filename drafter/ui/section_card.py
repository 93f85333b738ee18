"""One section: its text to edit on the left, the same text traced on the right, and what can be done with it."""

from __future__ import annotations

import streamlit as st

from drafter.models import FactSheet, Report, Section, SectionSpec
from drafter.store import Version, Work
from drafter.tracing.summary import sentence_around, verdict
from drafter.ui import jobs, progress, session, writing_run
from drafter.ui.drafting import MAX_CHARS, with_lock, with_text, with_version
from drafter.ui.jobs import Job
from drafter.ui.judged import Judged
from drafter.ui.marks import VERDICT_NAMES, marked_html, reason
from drafter.ui.plain import as_markdown, shortened

_ORIGINS = {"empty": "空白", "offline": "本机撰写", "model": "模型撰写", "staff": "人工修改"}
_LINE_CHARS = 26


def draw(work: Work, section: Section, marker: str, judged: Judged, spec: SectionSpec | None) -> None:
    """Draw one written section with its verdict."""
    report = judged.reports[section.key]
    job = jobs.find(work.id)
    with st.container(border=True, key=f"section:{section.key}"):
        _draw_heading(work, section, marker, spec)
        left, right = st.columns(2, gap="medium")
        with left:
            _draw_editor(work, section)
            _draw_actions(work, section, job, rewritable=spec is not None)
            if job and set(job.headings) == {section.key}:
                progress.draw(job)
        with right:
            st.html(marked_html(report, judged.sheet))
            _draw_flagged(report, judged.sheet)
            _draw_sources(report, judged.sheet)


def _draw_heading(work: Work, section: Section, marker: str, spec: SectionSpec | None) -> None:
    length = len("".join(section.text.split()))
    bounds = f"（建议 {spec.min_chars}—{spec.max_chars} 字）" if spec else ""
    lock = "　🔒 已锁定" if section.key in work.locked else ""
    st.markdown(f"#### {as_markdown(marker + section.heading) or '开头'}")
    st.caption(f"{_ORIGINS[section.origin]}　{length} 字{bounds}{lock}")


def _draw_editor(work: Work, section: Section) -> None:
    key = f"text:{work.id}:{section.key}:{section.revision}"
    lines = sum(1 + len(p) // _LINE_CHARS for p in section.text.split("\n"))
    st.text_area(
        f"{section.heading or '开头'}（正文）",
        value=section.text,
        key=key,
        height=min(620, max(150, 40 + 26 * lines)),
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


def _draw_actions(work: Work, section: Section, job: Job | None, *, rewritable: bool) -> None:
    busy = bool(job and job.running)
    locked = section.key in work.locked
    wish = f"wish:{work.id}:{section.key}"
    st.text_input(
        "改写要求（选填）",
        key=wish,
        persist_state="session",
        placeholder="如：更简洁、更具体、突出成效、语气更平实",
        on_change="ignore",
        help="接入模型后按要求改写；本机撰写不看要求。",
    )
    with st.container(horizontal=True):
        st.button(
            "重写本节",
            key=f"rewrite:{work.id}:{section.key}",
            icon=":material/refresh:",
            on_click=_rewrite,
            args=(work.id, section.key, wish),
            disabled=busy or locked or not rewritable,
            help="只重写这一节，别的节不动；现在的文字留在“历史版本”里。",
        )
        if section.revision:
            st.button(
                "撤销",
                key=f"undo:{work.id}:{section.key}",
                icon=":material/undo:",
                on_click=_undo,
                args=(work.id, section.key),
                disabled=busy,
                help="回到上一个版本。",
            )
        versions = st.popover(
            "历史版本", icon=":material/history:", on_change="rerun", key=f"old:{work.id}:{section.key}"
        )
        if versions.open:
            with versions:
                _draw_versions(work, section)
        st.button(
            "解锁" if locked else "锁定",
            key=f"lock:{work.id}:{section.key}",
            icon=":material/lock_open:" if locked else ":material/lock:",
            on_click=_lock,
            args=(work.id, section.key, not locked),
            help="锁定后，「生成全文」和「重写本节」都不动这一节。",
        )


@session.guarded
def _rewrite(work_id: str, section_key: str, wish: str) -> None:
    work = session.store().load(work_id)
    asked = session.typed(wish).strip()
    writing_run.rewrite_one(session.store(), work, session.model_settings(), section_key, asked)


@session.guarded
def _undo(work_id: str, section_key: str) -> None:
    versions = session.store().versions(work_id, section_key)
    if len(versions) > 1:
        session.change(work_id, lambda w: with_version(w, versions[1]))


@session.guarded
def _restore(work_id: str, version: Version) -> None:
    session.change(work_id, lambda w: with_version(w, version))
    session.notify("success", "已换回所选的版本；刚才的文字也留在“历史版本”里。")


@session.guarded
def _lock(work_id: str, section_key: str, locked: bool) -> None:
    session.change(work_id, lambda w: with_lock(w, section_key, locked=locked))


def _draw_versions(work: Work, section: Section) -> None:
    for n, version in enumerate(session.store().versions(work.id, section.key)):
        when = version.made.astimezone().strftime("%m月%d日 %H:%M:%S")
        st.markdown(f"**{when}　{_ORIGINS[version.origin]}**" + ("（现在的）" if not n else ""))
        st.caption(as_markdown(shortened(version.section.text, 160)))
        if n:
            st.button("换回这一版", key=f"restore:{work.id}:{version.id}", on_click=_restore, args=(work.id, version))


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
