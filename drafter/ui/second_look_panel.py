"""The button 请模型再看一遍, how far the reading is, and its hints beside a section's text."""

from __future__ import annotations

import streamlit as st

from drafter.models import Section
from drafter.store import Work
from drafter.ui import second_look, session, writing_run
from drafter.ui.entries import sheet_of
from drafter.ui.plain import as_markdown
from drafter.ui.second_look import Look

_EVERY = 1.0
"""Seconds between two looks at a running reading."""


def draw(work: Work, *, busy: bool) -> None:
    """Draw the button where a model is set, and what came of the last reading."""
    look = second_look.find(work.id)
    if session.model_settings().has_model:
        st.button(
            "请模型再看一遍",
            icon=":material/visibility:",
            on_click=_look,
            args=(work.id,),
            disabled=busy or bool(look and look.running),
            help="请模型找出没有事实依据的说法（活动、人物、荣誉、成效）。只作提示，不改正文，也不影响数字的核对。",
        )
    if look and look.running:
        st.fragment(_draw_running, run_every=_EVERY)(work.id, look)
    elif look and look.error:
        st.warning(as_markdown(look.error))
    elif look:
        stopped = f"已停止通读，共 {len(look.sections)} 节；" if look.stop.is_set() else ""
        found = f"模型通读了 {look.read} 节，有 {len(look.hints)} 处提示，列在各节旁边；只供参考，请自行判断。"
        st.caption(stopped + found)


def draw_hints(work: Work, section: Section) -> None:
    """Draw what the model pointed at in a section, apart from the numbers."""
    look = second_look.find(work.id)
    for hint in look.hints_in(section) if look else ():
        st.info(
            f"模型提示（仅供参考）：“{as_markdown(hint.quote)}”  \n{as_markdown(hint.because)}",
            icon=":material/visibility:",
        )


def _draw_running(work_id: str, look: Look) -> None:
    if not look.running:
        # The hints stand beside the sections, so the whole page has to be drawn anew.
        st.rerun()
    st.progress(look.read / max(1, len(look.sections)), text=f"模型正在通读：{look.read} / {len(look.sections)} 节")
    st.button("停止通读", icon=":material/stop_circle:", on_click=_stop, args=(work_id,), key=f"stop-look:{work_id}")


@session.guarded
def _look(work_id: str) -> None:
    work = session.store().load(work_id)
    how = writing_run.chosen_how(session.model_settings(), session.preferences())
    sections = tuple(s for s in (work.draft.sections if work.draft else ()) if s.text.strip())
    if how.model and sections:
        second_look.start(work_id, Look(sections), sheet_of(work), how.model, how.preferences.concurrency)


@session.guarded
def _stop(work_id: str) -> None:
    second_look.stop(work_id)
