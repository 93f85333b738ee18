"""Page 导出: what still stands in the way, the files, what comes back from Word, and how the pages will look."""

import streamlit as st

from drafter.models import Draft
from drafter.tracing.summary import DOUBT
from drafter.ui import comeback, export_downloads, export_layout, export_preview, frame, pages
from drafter.ui.document_types import load_type
from drafter.ui.drafting import exported
from drafter.ui.judged import Judged
from drafter.ui.marks import reason
from drafter.ui.plain import as_markdown


def _draw_doubts(draft: Draft, judged: Judged) -> None:
    for conflict in judged.conflicts:
        st.warning(as_markdown(conflict), icon=":material/compare_arrows:")
    for absolute in judged.overstated:
        st.warning(f"{DOUBT}：{as_markdown(absolute.because)}", icon=":material/compare_arrows:")
    for name, given in (("单位全称", draft.unit), ("总结时段", draft.period), ("落款日期", draft.date)):
        if not given:
            st.warning(f"还没有填{name}，请到「填写事实」页补上。")
    for found in judged.flagged_around:
        number, why = as_markdown(found.mention.text), as_markdown(reason(found, judged.sheet))
        st.error(f"⚠ 题目或落款里的 **{number}** 待核：{why}。题目在下面的「版式」里改，或到「填写事实」补上。")
    if judged.clean:
        st.success(f"{judged.line}。数字都有出处，可以导出。", icon=":material/verified:")
    elif judged.unread:
        st.warning(f"{judged.line}。", icon=":material/warning:")


work = frame.require_work()
st.title("导出")
judged = frame.draw_steps(work, "export")
frame.draw_not_understood(work)
draft = exported(work, load_type(work.document))
if draft is None:
    st.info("还没有正文可以导出，请先生成全文。")
    st.page_link(pages.writing(), label="去「撰写与核查」页", icon=":material/arrow_forward:")
    st.stop()
_draw_doubts(draft, judged)
layout = export_layout.draw(work, draft)
export_downloads.draw(work, draft, judged, layout)
comeback.draw(work, draft, judged.sheet)
export_preview.draw(work, draft, layout)
