"""The arrangement of one draft's sections: rename, move up or down, leave out, and back to the type's own."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from drafter.models import FactSheet, SectionPlan, SectionSpec, Skeleton
from drafter.store import Work
from drafter.structure.assign import assign_facts
from drafter.structure.plan import left_out, planned, with_heading, with_left_out, with_moved
from drafter.ui import session
from drafter.ui.document_types import load_type
from drafter.ui.entries import sheet_of
from drafter.ui.fields import tell_overtaken
from drafter.ui.judged import trace
from drafter.ui.plain import as_markdown
from drafter.ui.replan import replanned

_WIDTHS = (14, 6, 5, 5, 5)
_LONGEST = 60


def draw(work: Work, sheet: FactSheet, *, busy: bool) -> None:
    """Draw the sections of a work's document type as staff planned them, each with what can be changed."""
    key = f"{work.id}:plan"
    panel = st.expander("章节安排：改标题、调次序、去掉不写的节", icon=":material/reorder:", key=key, on_change="rerun")
    if not panel.open:
        return
    skeleton = load_type(work.document)
    wanted, out = planned(skeleton, work.plan), left_out(skeleton, work.plan)
    lots = assign_facts(sheet, wanted)
    with panel:
        st.caption("只改这一份文稿，不影响别的。没有事实的节不会硬写；去掉的节，写好的文字留着，恢复时还在。")
        for spec in wanted.sections:
            if spec.heading:
                _draw_row(work, spec, len(lots[spec.key]), out=spec.key in out, busy=busy)
        st.button(
            "恢复文种原来的安排",
            icon=":material/restart_alt:",
            key=f"{key}:reset",
            on_click=_reset,
            args=(work.id, work.plan),
            disabled=busy or work.plan == SectionPlan(),
        )


def leave_out(work_id: str, section_key: str, out: bool) -> None:
    """Leave a section out of a draft, or take it in again."""
    _change(work_id, lambda skeleton, plan: with_left_out(skeleton, plan, section_key, out=out))


def _draw_row(work: Work, spec: SectionSpec, facts: int, *, out: bool, busy: bool) -> None:
    name, told, up, down, use = st.columns(_WIDTHS, vertical_alignment="center")
    key = f"{work.id}:{session.edition(work.id)}:plan:{work.document}:{spec.key}"
    session.shows(key, spec.heading)
    name.text_input(
        f"标题：{spec.heading}",
        value=spec.heading,
        key=key,
        max_chars=_LONGEST,
        label_visibility="collapsed",
        disabled=out or busy,
        on_change=_rename,
        args=(work.id, spec.key, key),
        help="清空则用文种原来的标题。",
    )
    told.caption(":gray[已去掉]" if out else f"{facts} 项事实" if facts else "没有事实，不写")
    for cell, label, step in ((up, "上移", -1), (down, "下移", 1)):
        cell.button(
            label, key=f"{key}:{step}", on_click=_move, args=(work.id, spec.key, step), disabled=busy, width="stretch"
        )
    use.button(
        "恢复" if out else "不写",
        key=f"{key}:use",
        on_click=_leave_out,
        args=(work.id, spec.key, not out),
        disabled=busy or spec.required,
        width="stretch",
    )


@session.guarded
def _rename(work_id: str, section_key: str, key: str) -> None:
    given = session.typed(key).strip()
    work = session.store().load(work_id)
    for flagged in trace(given, sheet_of(work)).flagged:
        number = as_markdown(flagged.mention.text)
        session.notify("warning", f"标题里的“{number}”在事实里找不到出处，请核对，或先补上这项事实。")
    kept = there = ""

    def put(skeleton: Skeleton, plan: SectionPlan) -> SectionPlan:
        nonlocal kept, there
        after = with_heading(skeleton, plan, section_key, given)
        kept, there = (_heading(planned(skeleton, p), section_key) for p in (plan, after))
        return after

    if _change(work_id, put):
        tell_overtaken(key, "章节标题", kept, there)


def _heading(skeleton: Skeleton, key: str) -> str:
    spec = skeleton.spec(key)
    return spec.heading if spec else ""


@session.guarded
def _move(work_id: str, section_key: str, step: int) -> None:
    _change(work_id, lambda skeleton, plan: with_moved(skeleton, plan, section_key, step))


@session.guarded
def _leave_out(work_id: str, section_key: str, out: bool) -> None:
    leave_out(work_id, section_key, out)


@session.guarded
def _reset(work_id: str, drawn: SectionPlan) -> None:
    stood = True

    def put(_skeleton: Skeleton, plan: SectionPlan) -> SectionPlan:
        nonlocal stood
        stood = plan == drawn
        return SectionPlan() if stood else plan

    if _change(work_id, put):
        session.renew_form(work_id)
        if not stood:
            session.notify("warning", "章节安排刚才在别的窗口改过，没有恢复；请看过再点一次。")


def _change(work_id: str, edit: Callable[[Skeleton, SectionPlan], SectionPlan]) -> bool:
    skeleton = load_type(session.store().load(work_id).document)
    return session.change(work_id, lambda work: replanned(work, skeleton, edit(skeleton, work.plan))) is not None
