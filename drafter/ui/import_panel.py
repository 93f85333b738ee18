"""The panel 导入 of the page 填写事实: a file or what is pasted, a preview, and what came of it."""

from __future__ import annotations

import streamlit as st

from drafter.errors import InputError
from drafter.store import Work
from drafter.ui import import_preview, import_sources, session
from drafter.ui.upload import file_field

_FROM_FILE, _FROM_PASTE = "上传文件", "粘贴表格或文字"
_TIP = (
    "可以用：Excel 或 CSV 表格；填好的填报表；往年的总结或申报材料（.docx、.pdf、.txt 等，收其中的数字）；"
    "事实表文件（.yaml、.json）。只在本机读取。"
)


def draw(work: Work) -> None:
    """Draw the panel; nothing lands in the form before it was ticked in the preview."""
    key = f"{work.id}:{session.edition(work.id)}:import"
    report = session.held(import_preview.report_key(work.id))
    with st.expander("导入", icon=":material/upload_file:", expanded=isinstance(report, import_preview.Report)):
        if isinstance(report, import_preview.Report):
            import_preview.draw_report(report)
        way = st.radio(
            "从哪里来", [_FROM_FILE, _FROM_PASTE], horizontal=True, key=f"{key}:way", label_visibility="collapsed"
        )
        try:
            (_draw_upload if way == _FROM_FILE else _draw_paste)(work, key)
        except InputError as e:
            st.error(str(e), icon=":material/error:")


def _draw_upload(work: Work, key: str) -> None:
    file = file_field("上传表格、填报表、往年材料或事实表文件", import_sources.FILES, f"{key}:file", help=_TIP)
    if file is None:
        st.caption(
            "先列出读到的每一项，由您勾选、更正，再放进表单；已经填好的不会被覆盖。旧的 .xls、.et 请先另存为 .xlsx。"
        )
        return
    key = f"{key}:{file.file_id}"
    import_preview.draw(work, import_sources.from_file(file.name, file.getvalue(), key), key)


def _draw_paste(work: Work, key: str) -> None:
    text = st.text_area(
        "把 Excel、Word 里的表格，或带数字的几句话粘贴到这里",
        key=f"{key}:text",
        height=160,
        placeholder="如：注册志愿者326人，比上年增加28人。",
    )
    st.button("读出来", key=f"{key}:read", icon=":material/table_view:")
    if text.strip():
        key = f"{key}:paste"
        import_preview.draw(work, import_sources.from_paste(text, key), key)
