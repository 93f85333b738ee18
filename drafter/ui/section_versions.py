"""The versions of one section: any of them beside the present text, with what differs marked, and the way back."""

from __future__ import annotations

import streamlit as st

from drafter.models import Section
from drafter.store import Work
from drafter.ui import session
from drafter.ui.drafting import ORIGIN_NAMES, with_version
from drafter.ui.section_text import may_change, versions_key
from drafter.ui.side_by_side import side_by_side_html
from drafter.versions import Version


def draw(work: Work, section: Section, *, frozen: bool) -> None:
    """Draw the versions of a section once they are asked for."""
    key = f"{work.id}:{section.key}"
    box = st.expander("历史版本", icon=":material/history:", on_change="rerun", key=versions_key(work.id, section.key))
    if not box.open:
        return
    earlier = [v for v in session.store().versions(work.id, section.key) if v.section.text != section.text]
    with box:
        if not earlier:
            st.caption("还没有别的版本。每次重写、修改之后，原来的文字都会留在这里。")
            return
        chosen = st.selectbox(
            "与哪一版对照", earlier, format_func=_worded, key=f"version:{key}:{earlier[0].id}", on_change="rerun"
        )
        st.html(side_by_side_html((_worded(chosen), chosen.section.text), ("现在的正文", section.text)))
        args = (work.id, chosen)
        st.button("换回这一版", key=f"restore:{key}", icon=":material/settings_backup_restore:",
                  on_click=_restore, args=args, disabled=frozen)  # fmt: skip


def undo(work_id: str, section_key: str) -> None:
    """Go back to the text before the present one; a second time comes back to where it began."""
    if not may_change(work_id, section_key):
        return
    work = session.store().load(work_id)
    present = work.draft.section(section_key) if work.draft else None
    texts = session.store().versions(work_id, section_key)
    before = next((v for v in texts if present and v.section.text != present.text), None)
    if before:
        session.change(work_id, lambda w: with_version(w, before))


def _worded(version: Version) -> str:
    when = version.made.astimezone().strftime("%m月%d日 %H:%M:%S")
    return f"{when}　{ORIGIN_NAMES[version.origin]}　{len(version.section.text)} 字"


@session.guarded
def _restore(work_id: str, version: Version) -> None:
    if not may_change(work_id, version.section.key):
        return
    session.change(work_id, lambda w: with_version(w, version))
    session.notify("success", "已换回所选的版本；刚才的文字也留在“历史版本”里。")
