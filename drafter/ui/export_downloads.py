"""The three files that leave: the clean one behind its gate, the review copy, and the evidence for the archive."""

from __future__ import annotations

import hashlib
from functools import partial

import streamlit as st

from drafter.models import Draft
from drafter.store import Work
from drafter.ui import pages
from drafter.ui.document_types import load_type
from drafter.ui.downloads import content_key, draw_download
from drafter.ui.export_layout import Layout
from drafter.ui.judged import Judged
from drafter.word.archive import archive_bytes
from drafter.word.export import docx_bytes
from drafter.word.names import file_name, gate
from drafter.word.review import review_bytes


def draw(work: Work, draft: Draft, judged: Judged, layout: Layout) -> None:
    """Draw the gate and the buttons; each file is of the draft as it is drawn here."""
    open_now = _pass_gate(work, judged)
    reports, look = judged.reports, (layout.fonts, layout.template)
    name = partial(file_name, draft, load_type(work.document).name, judged.flagged)
    # The reports follow from the draft and the sheet.
    key = content_key(draft, judged.sheet, layout.fonts.key, layout.template.data if layout.template else b"")
    button = partial(draw_download, icon=":material/download:", width="stretch")
    clean, review, archive = st.columns(3, border=True)
    with clean:
        data = partial(docx_bytes, draft, *look)
        button("下载 Word", name("clean"), (key, data), "primary", disabled=not open_now)
        st.caption("上报用的正式稿：标题、正文、落款和页码都按公文格式排好。")
    with review:
        button("下载复核稿", name("review"), (key, partial(review_bytes, draft, judged.sheet, reports, *look)))
        st.caption("待核的数字带批注，文末附数字核对表，供领导和数据员核对。")
    with archive:
        button("下载核对台账", name("archive"), (key, partial(archive_bytes, draft, judged.sheet, reports)))
        st.caption("Excel：每个数字的出处和全部事实，供存档备查。")


def _pass_gate(work: Work, judged: Judged) -> bool:
    """Ask once whether a file with flagged numbers is to be handed out; other flags are another question."""
    question = gate(judged.flagged)
    if not question:
        return True
    st.warning(question, icon=":material/warning:")
    with st.container(horizontal=True, vertical_alignment="center"):
        agreed = st.checkbox(
            f"确认，下载还有 {judged.flagged} 处待核的 Word",
            key=f"{work.id}:gate:{_flags_digest(judged)}",
            persist_state="session",
        )
        st.page_link(pages.writing(), label="先去核对", icon=":material/fact_check:")
    return agreed


def _flags_digest(judged: Judged) -> str:
    """Return what tells one set of flagged numbers from another."""
    flags = [(key, t.mention.text, t.because) for key, report in judged.reports.items() for t in report.flagged]
    return hashlib.sha256(repr(flags).encode()).hexdigest()[:16]
