"""What can be done with one section: write it anew as wished, take that back, lock it."""

from __future__ import annotations

import streamlit as st

from drafter.models import Section
from drafter.store import Work
from drafter.ui import section_versions, session, writing_run
from drafter.ui.drafting import with_lock
from drafter.ui.section_text import may_change, take_pending

WISHES = ("更简洁", "更具体", "突出成效", "语气更平实")
_LONGEST_WISH = 300


def draw(work: Work, section: Section, *, busy: bool, rewritable: bool) -> None:
    """Draw the buttons under a section's text."""
    locked = section.key in work.locked
    key = f"{work.id}:{section.key}"
    with st.container(horizontal=True):
        st.button(
            "重写本节",
            key=f"rewrite:{key}",
            icon=":material/refresh:",
            on_click=_rewrite,
            args=(work.id, section.key),
            disabled=busy or locked or not rewritable,
            help="只重写这一节，别的节不动；现在的文字留在“历史版本”里。",
        )
        if rewritable and not locked:
            _draw_wish(key)
        if section.revision or section.origin == "staff":
            tip = "回到上一个版本；再点一次又换回来。"
            st.button(
                "撤销",
                key=f"undo:{key}",
                icon=":material/undo:",
                on_click=_undo,
                args=(work.id, section.key),
                disabled=busy or locked,
                help=tip,
            )
        st.button(
            "解锁" if locked else "锁定",
            key=f"lock:{key}",
            icon=":material/lock_open:" if locked else ":material/lock:",
            on_click=_lock,
            args=(work.id, section.key, not locked),
            disabled=busy,
            help="锁定后不能编辑，「生成全文」和「重写本节」也不动这一节。",
        )


def _draw_wish(key: str) -> None:
    wish = _wish(key)
    box = st.popover(
        f"要求：{wish[:12]}" if wish else "改写要求", icon=":material/tune:", on_change="rerun", key=f"wishes:{key}"
    )
    if not box.open:
        return
    with box:
        st.pills("想要", WISHES, selection_mode="multi", key=f"preset:{key}", persist_state="session")
        st.text_input(
            "改写要求（选填）",
            key=f"wish:{key}",
            persist_state="session",
            max_chars=_LONGEST_WISH,
            placeholder="如：多写志愿服务，少写会议",
        )
        if not session.model_settings().has_model:
            st.caption("本机撰写只会按“更简洁”写短，别的要求接入模型后才有效；点「重写本节」会换一种说法。")


def _wish(key: str) -> str:
    """Return what staff ask for: the presets that are chosen, and what they typed."""
    chosen = session.held(f"preset:{key}")
    presets = [w for w in WISHES if isinstance(chosen, list) and w in chosen]
    return "；".join([*presets, *filter(None, [session.typed(f"wish:{key}").strip()])])


@session.guarded
def _rewrite(work_id: str, section_key: str) -> None:
    if not may_change(work_id, section_key):
        return
    work = session.store().load(work_id)
    how = writing_run.chosen_how(session.model_settings(), session.preferences())
    key = f"{work_id}:{section_key}"
    if writing_run.rewrite_one(session.store(), work, how, section_key, _wish(key)):
        # A wish is for one rewrite: left standing, 更简洁 would shorten the text again with each further one.
        session.remember(f"preset:{key}", [])
        session.remember(f"wish:{key}", "")


@session.guarded
def _undo(work_id: str, section_key: str) -> None:
    section_versions.undo(work_id, section_key)


@session.guarded
def _lock(work_id: str, section_key: str, locked: bool) -> None:
    take_pending(work_id, section_key)
    session.change(work_id, lambda w: with_lock(w, section_key, locked=locked))
