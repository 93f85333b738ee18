"""The facts of a section that its document never uses, each with a button that has the offline writer tell it."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from drafter.models import Fact, SectionSpec
from drafter.store import Work
from drafter.structure.assign import topic_of
from drafter.structure.catalogue import OTHER
from drafter.ui import session
from drafter.ui.corrections import with_told
from drafter.ui.document_types import planned_type
from drafter.ui.drafting import name_of
from drafter.ui.entries import sheet_of
from drafter.ui.judged import Judged
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
        _draw_fact(work, spec, fact, frozen=frozen)
    rest = facts[_AT_ONCE:]
    if rest:
        more = st.expander(f"其余 {len(rest)} 项", on_change="rerun", key=f"untold:{work.id}:{spec.key}")
        if more.open:
            with more:
                for fact in rest:
                    _draw_fact(work, spec, fact, frozen=frozen)


def draw_strays(work: Work, judged: Judged, untold: Mapping[str, tuple[Fact, ...]], *, busy: bool) -> None:
    """Draw the untold facts of sections that have no text, which no section's card can list."""
    written = {s.key for s in judged.shown}
    strays = [f for key, lot in untold.items() if key not in written for f in lot]
    if not strays:
        return
    box = st.expander(
        f"{len(strays)} 项事实所属的一节还没有正文",
        icon=":material/post_add:",
        on_change="rerun",
        key=f"strays:{work.id}",
    )
    if not box.open:
        return
    with box:
        st.caption("再点一次「生成全文」会写出这些节；也可以选一节写进去。")
        for fact in strays:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(as_markdown(shortened(fact.wording, 80)))
                _draw_choice(work, "", fact, frozen=busy)


def _draw_fact(work: Work, spec: SectionSpec, fact: Fact, *, frozen: bool) -> None:
    """Draw a fact; one that is here only because nothing else fits asks in which section it is to stand."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(as_markdown(shortened(fact.wording, 80)))
        if topic_of(fact) not in set(spec.topics) - {OTHER}:
            _draw_choice(work, spec.key, fact, frozen=frozen)
            return
        st.button(
            "写进本节",
            key=f"tell:{work.id}:{spec.key}:{fact.id}",
            icon=":material/post_add:",
            on_click=_tell,
            args=(work.id, spec.key, fact.id),
            disabled=frozen,
            help="在这一节末尾添一句，由程序按句式写成；之后可以再改。",
        )


def _draw_choice(work: Work, here: str, fact: Fact, *, frozen: bool) -> None:
    key = f"{work.id}:{here}:{fact.id}"
    box = st.popover(
        "写进哪一节", icon=":material/post_add:", on_change="rerun", key=f"tell:ask:{key}", disabled=frozen
    )
    if not box.open or work.draft is None:
        return
    names = {s.key: name_of(s.key, s.heading, work.draft.sections[0].key) for s in work.draft.sections if s.text}
    with box:
        options = list(names)
        at = options.index(here) if here in options else 0
        st.selectbox("写进", options, index=at, format_func=lambda k: names[k], key=f"tell:where:{key}")
        st.button("写进去", key=f"tell:put:{key}", type="primary", on_click=_tell_chosen,
                  args=(work.id, fact.id, f"tell:where:{key}"))  # fmt: skip


@session.guarded
def _tell_chosen(work_id: str, fact_id: str, key: str) -> None:
    _tell(work_id, session.typed(key), fact_id)


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
