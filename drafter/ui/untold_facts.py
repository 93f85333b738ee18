"""The facts of a section that its document never uses, each with a button that has the offline writer tell it."""

from __future__ import annotations

import streamlit as st

from drafter.models import Fact, SectionSpec
from drafter.store import Work
from drafter.ui import session
from drafter.ui.corrections import with_told
from drafter.ui.document_types import planned_type
from drafter.ui.entries import sheet_of
from drafter.ui.plain import as_markdown, shortened
from drafter.ui.section_text import may_change

_AT_ONCE = 3
"""More than these are shown on demand: a button each costs the page time."""


def draw(work: Work, spec: SectionSpec, facts: tuple[Fact, ...], *, frozen: bool) -> None:
    """Draw the facts that belong to a section and stand nowhere in the document."""
    if not facts:
        return
    st.markdown(f"**还有 {len(facts)} 项事实没有写到**")
    for fact in facts[:_AT_ONCE]:
        _draw_fact(work.id, spec.key, fact, frozen=frozen)
    rest = facts[_AT_ONCE:]
    if rest:
        more = st.expander(f"其余 {len(rest)} 项", on_change="rerun", key=f"untold:{work.id}:{spec.key}")
        if more.open:
            with more:
                for fact in rest:
                    _draw_fact(work.id, spec.key, fact, frozen=frozen)


def _draw_fact(work_id: str, section_key: str, fact: Fact, *, frozen: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(as_markdown(shortened(fact.wording, 80)))
        st.button(
            "写进本节",
            key=f"tell:{work_id}:{section_key}:{fact.id}",
            icon=":material/post_add:",
            on_click=_tell,
            args=(work_id, section_key, fact.id),
            disabled=frozen,
            help="在这一节末尾添一句，由程序按句式写成；之后可以再改。",
        )


@session.guarded
def _tell(work_id: str, section_key: str, fact_id: str) -> None:
    if not may_change(work_id, section_key):
        return
    work = session.store().load(work_id)
    skeleton = planned_type(work)
    spec, fact = skeleton.spec(section_key), sheet_of(work).fact(fact_id)
    if spec is None or fact is None:
        session.notify("warning", "这一项事实或这一节刚才变了，没有写进去；请再看一看。")
        return
    after = session.change(work_id, lambda w: with_told(w, skeleton, spec, fact))
    if after and after.draft == work.draft:
        session.notify("warning", f"“{fact.wording}”写不成一句话，请直接在正文里写。")
