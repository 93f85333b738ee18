"""The pages of the app, in the order in which a document is made."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_HERE = Path(__file__).resolve().parent


def drafts() -> st.Page:
    """Return the page of all documents."""
    icon, tip = ":material/folder_open:", "所有文稿：新建、打开、复制到下一期、删除。"
    return st.Page(_HERE / "drafts_page.py", title="文稿", icon=icon, help=tip, default=True)


def facts() -> st.Page:
    """Return the page of the form."""
    icon, tip = ":material/edit_note:", "填写单位、时段和各项事实；也可从文件导入。"
    return st.Page(_HERE / "facts_page.py", title="填写事实", icon=icon, help=tip, url_path="facts")


def writing() -> st.Page:
    """Return the page on which the sections are written, edited and checked."""
    icon, tip = ":material/fact_check:", "生成全文，逐节修改，核对每个数字的出处。"
    return st.Page(_HERE / "writing_page.py", title="撰写与核查", icon=icon, help=tip, url_path="writing")


def export() -> st.Page:
    """Return the page from which the Word file is taken."""
    icon, tip = ":material/description:", "查看全文，下载 Word。"
    return st.Page(_HERE / "export_page.py", title="导出", icon=icon, help=tip, url_path="export")


def assessment() -> st.Page:
    """Return the page on which the facts are held against the criteria of a 文明社区."""
    icon, tip = ":material/checklist:", "对照文明社区标准，看哪些达标、还差多少。"
    return st.Page(_HERE / "assessment_page.py", title="自评", icon=icon, help=tip, url_path="assessment")


def charts() -> st.Page:
    """Return the page of the charts on a draft."""
    icon, tip = ":material/bar_chart:", "事实和数字在各节的分布，数字的来历，本期与上期。"
    return st.Page(_HERE / "charts_page.py", title="图表", icon=icon, help=tip, url_path="charts")


def check() -> st.Page:
    """Return the page on which a text that others wrote is checked."""
    icon, tip = ":material/plagiarism:", "上传别人写好的文稿，逐个核对数字，不改文稿。"
    return st.Page(_HERE / "check_page.py", title="核对文稿", icon=icon, help=tip, url_path="check")


def types() -> st.Page:
    """Return the page of the unit's own document types."""
    icon, tip = ":material/library_add:", "上传往年材料，建立本单位自己的文种。"
    return st.Page(_HERE / "types_page.py", title="本单位文种", icon=icon, help=tip, url_path="types")


def settings() -> st.Page:
    """Return the page that says where everything lies and how texts are written."""
    icon, tip = ":material/settings:", "文稿存在哪里、用什么撰写、已删除的文稿。"
    return st.Page(_HERE / "settings_page.py", title="设置", icon=icon, help=tip, url_path="settings")


def all_pages() -> list[st.Page]:
    """Return every page, the first one being the start."""
    return [drafts(), facts(), writing(), export(), assessment(), charts(), check(), types(), settings()]
