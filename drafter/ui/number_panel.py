"""The numbers of one section that need a look: the sentence, why, what is close, and the two ways out of it."""

from __future__ import annotations

import streamlit as st

from drafter.models import FactSheet, Report, Trace
from drafter.store import Work
from drafter.tracing.summary import DOUBT, sentence_around
from drafter.ui import fact_fix, session
from drafter.ui.corrections import Place, with_number
from drafter.ui.marks import reason
from drafter.ui.plain import as_markdown
from drafter.ui.section_text import may_change

_LONGEST = 40
_ICON = ":material/compare_arrows:"
_CHANGED = {
    "heading": "这个数在本节的标题里：到「章节安排」里改标题，或补上事实。",
    "caption": "这个数在小表的表题里：改表题后点「更新小表」，或补上事实。",
    "table": "小表里的数出自事实：改事实，或点「更新小表」重新取数。",
}


def draw(work: Work, section_key: str, found: tuple[Report, FactSheet], topic: str, *, frozen: bool) -> None:
    """Draw each flagged number of a section's text with 改正文 and 改事实; a new fact goes to this topic."""
    report, sheet = found
    for trace in report.flagged:
        mention = trace.mention
        place = Place(section_key, mention.start, mention.end, mention.text)
        key = f"{work.id}:{section_key}:{mention.start}:{mention.text}"
        with st.container(border=True, key=f"flagged:{key}"):
            draw_doubt(trace, report.text, sheet)
            with st.container(horizontal=True):
                _draw_change_text(work.id, place, trace, key, frozen=frozen)
                fact_fix.draw(work, (trace, report.text), topic, key, frozen=frozen)
    draw_absolutes(report)


def draw_absolutes(report: Report) -> None:
    """Draw each absolute of a text (全部, 全覆盖) that no fact bears out; the text is changed where it stands."""
    for absolute in report.overstated:
        st.warning(f"**{DOUBT}：{as_markdown(absolute.text)}**　{as_markdown(absolute.because)}", icon=_ICON)


def draw_beside(work: Work, found: tuple[Report, FactSheet], topic: str, key: str, *, frozen: bool) -> None:
    """Draw each flagged number of a section's heading, table or caption, whichever this key of a place means.

    They are not changed here: a table's cells are facts, a heading is changed where the sections are planned.
    """
    report, sheet = found
    for trace in report.flagged:
        with st.container(border=True):
            draw_doubt(trace, report.text, sheet)
            st.caption(_CHANGED[key.rpartition("/")[2]])
            fact_fix.draw(work, (trace, report.text), topic, f"{work.id}:{key}:{trace.mention.start}", frozen=frozen)
    draw_absolutes(report)


def draw_doubt(trace: Trace, text: str, sheet: FactSheet) -> None:
    """Draw what is to be said about a flagged number of a text, without anything to change it."""
    sentence = sentence_around(text, trace.mention.start, trace.mention.end)
    lines = [f":red[**⚠ 待核：{as_markdown(trace.mention.text)}**]　{as_markdown(reason(trace, sheet))}"]
    closest = [f.wording for i in trace.closest if (f := sheet.fact(i)) and f.wording not in trace.because]
    if closest:
        lines.append(f"最接近的事实：{as_markdown('、'.join(closest))}")
    if trace.suggestion:
        lines.append(f"建议改为：**{as_markdown(trace.suggestion)}**")
    lines.append(f":gray[原句：{as_markdown(sentence)}]")
    st.markdown("  \n".join(lines))


def _draw_change_text(work_id: str, place: Place, trace: Trace, key: str, *, frozen: bool) -> None:
    icon = ":material/edit:"
    if trace.suggestion:
        tip = f"把正文里的 {place.text} 改成 {trace.suggestion}。"
        args = (work_id, place, trace.suggestion)
        st.button("改正文", key=f"text:fix:{key}", icon=icon, help=tip, on_click=_put, args=args, disabled=frozen)
        return
    asked = st.popover("改正文", icon=icon, on_change="rerun", key=f"text:ask:{key}", disabled=frozen)
    if asked.open:
        with asked:
            st.text_input(f"把 {place.text} 改成", key=f"text:value:{key}", max_chars=_LONGEST, on_change="ignore")
            st.button("换上", key=f"text:put:{key}", type="primary", on_click=_put_typed, args=(work_id, place, key))


@session.guarded
def _put(work_id: str, place: Place, put: str) -> None:
    if not may_change(work_id, place.section):
        return
    stood = with_number(session.store().load(work_id), place, put) is not None
    if stood:
        session.change(work_id, lambda w: with_number(w, place, put) or w)
    else:
        session.notify("warning", f"“{place.text}”已不在原来的位置，没有替换；请看一看改过的正文。")


@session.guarded
def _put_typed(work_id: str, place: Place, key: str) -> None:
    given = session.typed(f"text:value:{key}").strip()
    if given:
        _put(work_id, place, given)
    else:
        session.notify("warning", f"请先填要把 {place.text} 改成什么；整句不要了，就在正文里删去。")
