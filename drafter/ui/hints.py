"""Hints on how a draft departs from its document type: told apart from the numbers, as they raise no alarm."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from drafter.models import Draft, FactSheet, Skeleton
from drafter.store import Work
from drafter.structure.conform import KIND_NAMES, Finding, conform
from drafter.ui import section_card, section_plan, session
from drafter.ui.document_types import left_out_of, planned_type
from drafter.ui.judged import Judged, trace
from drafter.ui.plain import as_markdown


def draw(work: Work, judged: Judged) -> None:
    """Draw what departs from the document type; always one line, so that nothing below it moves."""
    found = findings(work, judged)
    label = f"结构提示：{len(found)} 条" if found else "结构提示"
    panel = st.expander(label, icon=":material/account_tree:", key=f"{work.id}:hints")
    with panel:
        if not found:
            st.caption("各节的有无、次序、长短和序号都合这一文种的习惯。")
            return
        st.caption("供参考：不影响数字核对，也不妨碍导出。")
        optional = {s.key for s in planned_type(work).sections if not s.required}
        shown = {s.key for s in judged.shown}
        for n, finding in enumerate(found):
            _draw_finding(work, finding, n, linked=finding.section in shown, optional=finding.section in optional)


def findings(work: Work, judged: Judged) -> tuple[Finding, ...]:
    """Return in what a work's draft departs from its type as planned; what staff left out is not missing."""
    if work.draft is None:
        return ()
    out = left_out_of(work)
    found = _conform(work.draft, planned_type(work), judged.sheet)
    return tuple(f for f in found if not (f.kind == "missing" and f.section in out))


@lru_cache(maxsize=64)
def _conform(draft: Draft, skeleton: Skeleton, sheet: FactSheet) -> tuple[Finding, ...]:
    """Remembered, as most reruns change nothing of it."""
    return conform(draft, skeleton, sheet, trace)


def _draw_finding(work: Work, finding: Finding, n: int, *, linked: bool, optional: bool) -> None:
    link = f"　[看这一节](#{section_card.anchor_of(finding.section)})" if linked else ""
    text = f":blue-badge[{KIND_NAMES[finding.kind]}]　{as_markdown(finding.because)}{link}"
    if finding.kind != "no_facts" or not optional:
        st.markdown(text)
        return
    told, offer = st.columns((8, 2), vertical_alignment="center")
    told.markdown(text)
    offer.button(
        "不写这一节", key=f"{work.id}:hint:{n}:{finding.section}", on_click=_leave_out, args=(work.id, finding.section)
    )


@session.guarded
def _leave_out(work_id: str, section_key: str) -> None:
    section_plan.leave_out(work_id, section_key, True)
    session.notify("success", "这一节已去掉，写好的文字留着；在“章节安排”里可以恢复。")
