"""Page 导出: what still stands in the way, the whole text as it will be, and the Word file."""

from functools import partial

import streamlit as st

from drafter.models import Draft
from drafter.structure.skeletons import load_skeleton
from drafter.ui import frame, pages
from drafter.ui.drafting import exported
from drafter.ui.judged import Judged
from drafter.ui.marks import plain_html
from drafter.ui.plain import as_markdown
from drafter.word.export import docx_bytes, numbered_sections

_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _draw_doubts(draft: Draft, judged: Judged) -> None:
    if judged.flagged:
        st.warning(f"还有 {judged.flagged} 处数字待核，请先回「撰写与核查」改正文或补事实，再交出去。")
    for conflict in judged.conflicts:
        st.warning(f"前后不一致：{as_markdown(conflict)}")
    for name, given in (("单位全称", draft.unit), ("总结时段", draft.period), ("落款日期", draft.date)):
        if not given:
            st.warning(f"还没有填{name}，请到「填写事实」页补上。")
    if not judged.flagged and not judged.conflicts:
        st.success(f"{judged.line}。数字都有出处，可以导出。")


work = frame.require_work()
st.title("导出")
judged = frame.draw_steps(work, "export")
draft = exported(work, load_skeleton(work.document))
if draft is None:
    st.info("还没有正文可以导出，请先生成全文。")
    st.page_link(pages.writing(), label="去「撰写与核查」页", icon=":material/arrow_forward:")
    st.stop()
_draw_doubts(draft, judged)
st.download_button(
    "下载 Word",
    data=partial(docx_bytes, draft),
    file_name=f"{draft.title}.docx",
    mime=_MIME,
    type="primary",
    icon=":material/download:",
    on_click="ignore",
)
st.caption("按《党政机关公文格式》（GB/T 9704—2012）排版：标题、正文、落款和页码都已设好。")
with st.container(border=True):
    st.markdown(f"### {as_markdown(draft.title)}", text_alignment="center")
    for section, marker in numbered_sections(draft):
        if section.heading:
            st.markdown(f"**{as_markdown(marker + section.heading)}**")
        st.html(plain_html(section.text))
    st.markdown(f"{as_markdown(draft.unit)}  \n{as_markdown(draft.date)}", text_alignment="right")
