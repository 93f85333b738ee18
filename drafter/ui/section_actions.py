"""What can be done with one section: write it anew, take that back, go back to any version, lock it."""

from __future__ import annotations

import streamlit as st

from drafter.models import Section
from drafter.store import Work
from drafter.ui import session, writing_run
from drafter.ui.drafting import ORIGIN_NAMES, with_lock, with_version
from drafter.ui.jobs import Job
from drafter.ui.plain import as_markdown, shortened
from drafter.versions import Version


def draw(work: Work, section: Section, job: Job | None, *, rewritable: bool) -> None:
    """Draw the wish and the buttons under a section's text."""
    busy = bool(job and job.running)
    locked = section.key in work.locked
    key = f"{work.id}:{section.key}"
    st.text_input(
        "改写要求（选填）",
        key=f"wish:{key}",
        persist_state="session",
        placeholder="如：更简洁、更具体、突出成效、语气更平实",
        on_change="ignore",
        help="接入模型后按要求改写；本机撰写不看要求。",
    )
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
        if section.revision or section.origin == "staff":
            undo = (work.id, section.key)
            tip = "回到上一个版本；再点一次又换回来。"
            st.button(
                "撤销", key=f"undo:{key}", icon=":material/undo:", on_click=_undo, args=undo, disabled=locked, help=tip
            )
        versions = st.popover("历史版本", icon=":material/history:", on_change="rerun", key=f"old:{key}")
        if versions.open:
            with versions:
                _draw_versions(work, section, locked=locked)
        _draw_lock(work, section, locked=locked)


def _draw_lock(work: Work, section: Section, *, locked: bool) -> None:
    st.button(
        "解锁" if locked else "锁定",
        key=f"lock:{work.id}:{section.key}",
        icon=":material/lock_open:" if locked else ":material/lock:",
        on_click=_lock,
        args=(work.id, section.key, not locked),
        help="锁定后，「生成全文」和「重写本节」都不动这一节。",
    )


def _draw_versions(work: Work, section: Section, *, locked: bool) -> None:
    for n, version in enumerate(session.store().versions(work.id, section.key)):
        when = version.made.astimezone().strftime("%m月%d日 %H:%M:%S")
        st.markdown(f"**{when}　{ORIGIN_NAMES[version.origin]}**" + ("（最近一版）" if not n else ""))
        st.caption(as_markdown(shortened(version.section.text, 160)))
        if n:
            key = f"restore:{work.id}:{version.id}"
            st.button("换回这一版", key=key, on_click=_restore, args=(work.id, version), disabled=locked)


@session.guarded
def _rewrite(work_id: str, section_key: str) -> None:
    work = session.store().load(work_id)
    wish = session.typed(f"wish:{work_id}:{section_key}").strip()
    how = writing_run.chosen_how(session.model_settings(), session.preferences())
    writing_run.rewrite_one(session.store(), work, how, section_key, wish)


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
