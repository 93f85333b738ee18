"""Page 图表: how facts and numbers spread over the sections, what backs them, and this period against the last."""

import streamlit as st

from drafter.store import Work
from drafter.ui import charts, draft_pictures, frame, pages
from drafter.ui.document_types import planned_type
from drafter.ui.judged import Judged

# How many figures are compared before anyone chooses.
_FIRST = 12


def _draw_shares(work: Work, judged: Judged) -> None:
    st.subheader("数字的来历", anchor=False)
    if not judged.written:
        st.info("还没有生成正文，写好后这里显示各处数字的来历。")
        st.page_link(pages.writing(), label="去「撰写与核查」页", icon=":material/arrow_forward:")
        return
    st.caption(f"{judged.line}。实心是有出处，灰色是推算，空心是待核。")
    charts.draw(charts.stacked(draft_pictures.shares(judged), "处"), f"{work.id}:shares")
    st.subheader("各节有多少数字", anchor=False)
    st.caption("实心是有出处，灰色是推算，空心是待核；一节没有数字，多半写得空。")
    rows = draft_pictures.numbers_by_section(judged, planned_type(work))
    charts.draw(charts.stacked(rows, "处"), f"{work.id}:numbers")


def _draw_facts(work: Work, judged: Judged) -> None:
    st.subheader("各节有多少事实", anchor=False)
    st.caption("实心是已写进正文的，空心是还没写的；条短的节材料少，可以先补事实再写。")
    rows = draft_pictures.facts_by_section(judged, planned_type(work))
    charts.draw(charts.stacked(rows, "项"), f"{work.id}:facts")


def _draw_changes(work: Work, judged: Judged) -> None:
    st.subheader("本期与上期", anchor=False)
    facts = draft_pictures.comparable(judged.sheet)
    if not facts:
        st.info("还没有可比的数：在「填写事实」里给同一事项填上“本期”和“上期”，这里就会画出来。")
        st.page_link(pages.facts(), label="去「填写事实」页", icon=":material/arrow_forward:")
        return
    chosen = st.multiselect(
        "比哪些数",
        list(facts),
        default=list(facts)[:_FIRST],
        format_func=lambda i: facts[i].label,
        key=f"{work.id}:compared",
        placeholder="点这里选",
    )
    left_out = draft_pictures.vague(judged.sheet)
    rest = f"另有 {left_out} 项的数是约数、上期为 0 或读不成数，没有画。" if left_out else ""
    st.caption(f"竖线是上期。实心是增加，空心是减少，灰色是持平。{rest}")
    bars = draft_pictures.with_single_names(draft_pictures.changes(facts[i] for i in chosen))
    if bars:
        charts.draw(charts.against_mark(bars, "上期", "本期相当于上期的百分之几"), f"{work.id}:changes")


work = frame.require_work()
st.title("图表")
judged = frame.draw_steps(work)
if work.entries:
    _draw_shares(work, judged)
    _draw_facts(work, judged)
    _draw_changes(work, judged)
else:
    st.info("还没有填事实。请先填写，或点左侧的「载入示例」。")
    st.page_link(pages.facts(), label="去「填写事实」页", icon=":material/arrow_forward:")
