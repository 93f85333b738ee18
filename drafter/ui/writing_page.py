"""Page 撰写与核查: write all or one section, edit, and see beside each text where its numbers come from."""

import streamlit as st

from drafter.store import Work
from drafter.ui import (
    collector,
    frame,
    hints,
    jobs,
    pages,
    progress,
    second_look_panel,
    section_card,
    section_plan,
    session,
    untold_facts,
    writing_run,
)
from drafter.ui.document_types import planned_type
from drafter.ui.editor.component import load_editor
from drafter.ui.judged import Judged, untold_of
from drafter.ui.marks import legend_html
from drafter.ui.plain import as_markdown
from drafter.ui.section_table import with_figures
from drafter.word.export import numbered_sections
from drafter.writing import warm


@session.guarded
def _generate(work_id: str) -> None:
    work = session.store().load(work_id)
    keep = session.held(f"{work_id}:keep") is not False
    how = writing_run.chosen_how(session.model_settings(), session.preferences())
    writing_run.write_all(session.store(), work, how, keep_staff=keep)


def _draw_start(work: Work, *, busy: bool) -> None:
    edited = [s for s in (work.draft.sections if work.draft else ()) if s.origin == "staff" and s.text]
    if not work.draft and work.entries:
        st.markdown("点「生成全文」，程序把填好的事实逐节写成正文。写好后可以逐节修改、重写，每个数字都会标明出处。")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "生成全文",
            type="secondary" if work.draft else "primary",
            icon=":material/auto_awesome:",
            on_click=_generate,
            args=(work.id,),
            disabled=busy or not work.entries,
        )
        if edited:
            st.checkbox(
                f"保留我改过的 {len(edited)} 节",
                value=True,
                key=f"{work.id}:keep",
                help="不勾选则一并重写；原来的文字都留在“历史版本”里，可以找回。",
            )


def _draw_verdict(judged: Judged) -> None:
    show = st.success if judged.clean else st.warning
    icon = ":material/verified:" if judged.clean else ":material/warning:"
    places = [f"{as_markdown(t.mention.text)}（题目或落款）" for t in judged.flagged_around]
    places += [
        f"[{as_markdown(t.mention.text)}（{as_markdown(judged.name(s))}）](#{section_card.anchor_of(s.key)})"
        for s in judged.written
        for t in judged.flagged_in(s)
    ]
    show(f"**{judged.line}**" + (f"  \n请逐处核对：{'　'.join(places)}" if places else ""), icon=icon)
    for conflict in judged.conflicts:
        st.warning(as_markdown(conflict), icon=":material/compare_arrows:")
    if judged.unused:
        st.caption(f"还有 {len(judged.unused)} 项事实没有写进文稿，列在各节旁边，可点「写进本节」。")
    st.html(legend_html())


# Looked at before the document is read: a writer that ends in between has texts that this run doesn't show yet.
job = jobs.find(session.open_id())
busy = bool(job and job.running)
work = frame.require_work()
if session.model_settings().has_model:
    warm.start()
st.title("撰写与核查")
judged = frame.draw_steps(work, "writing")
skeleton = planned_type(work)
# Each part has its own place: what appears above a text must not move it, or the browser loses what is being typed.
start, run, verdict, cards = st.container(), st.container(), st.container(), st.container()
with start:
    frame.draw_not_understood(work)
    if work.draft and work.draft.document != work.document:
        st.warning("文种已经换了，请重新「生成全文」。您改过的各节会保留。")
    if not work.entries:
        st.info("还没有事实可写。请先填写，或点左侧的「载入示例」。")
        st.page_link(pages.facts(), label="去「填写事实」页", icon=":material/arrow_forward:")
    _draw_start(work, busy=busy)
    if work.entries:
        section_plan.draw(work, judged.sheet, busy=busy)
with run:
    if job and len(job.headings) != 1:
        progress.draw(job, busy=busy)
if work.draft and judged.shown:
    untold, figures = untold_of(judged, skeleton), with_figures(judged.sheet)
    with verdict:
        _draw_verdict(judged)
        untold_facts.draw_strays(work, judged, untold, busy=busy)
        hints.draw(work, judged)
        second_look_panel.draw(work, busy=busy)
    markers = {s.key: m for s, m in numbered_sections(work.draft)}
    with cards:
        way = section_card.Way(skeleton, untold, figures, session.preferences().plain_editor, busy)
        if not way.plain:
            load_editor()
        for section in judged.shown:
            heading = markers.get(section.key, "") + judged.name(section)
            section_card.draw(work, section, heading, judged, way)
    frame.draw_next(pages.export, "下一步：导出")
# By now all that this page needs is loaded.
collector.settle()
