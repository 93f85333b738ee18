"""Uploaded documents as outlines, read once a file: a page is drawn anew with every click."""

from __future__ import annotations

import streamlit as st

from drafter.errors import InputError
from drafter.structure.outline import Outline, outline_lines
from drafter.structure.read import lines_of
from drafter.ui import session

SUFFIXES = ["docx", "txt", "pdf", "md", "html", "htm"]


def outlines_of(name: str, data: bytes) -> tuple[Outline, ...]:
    """Return the documents that an uploaded file holds; raises InputError in one sentence where it holds none."""
    return _read(name, data, session.max_mb() * 1024 * 1024)


@st.cache_data(max_entries=16, ttl=1800, show_spinner="正在读取……")
def _read(name: str, data: bytes, max_bytes: int) -> tuple[Outline, ...]:
    found = outline_lines(lines_of(name, data, max_bytes))
    if not found:
        raise InputError(f"“{name}”里没有认出一篇完整的材料，请换一个文件。")
    return found


def title_of(outline: Outline, number: int) -> str:
    """Return what a document of a file is called in a list: 2. 和平社区创建文明社区工作总结."""
    return f"{number}. {outline.title or '（没有标题）'}"


def choose_outline(outlines: tuple[Outline, ...], key: str) -> Outline:
    """Return the document of a file that is meant; asks where there are several."""
    if len(outlines) == 1:
        return outlines[0]
    number = st.selectbox(
        f"文件里有 {len(outlines)} 篇材料，用哪一篇",
        range(len(outlines)),
        format_func=lambda n: title_of(outlines[n], n + 1),
        key=f"{key}:part",
    )
    return outlines[number]
