"""How the pages will look: as HTML at once, and as real pages through LibreOffice when they are asked for."""

from __future__ import annotations

import streamlit as st

from drafter.errors import DrafterError
from drafter.models import Draft
from drafter.store import Work
from drafter.ui import session
from drafter.ui.downloads import content_key
from drafter.ui.export_layout import Layout
from drafter.word.export import docx_bytes
from drafter.word.preview import can_render, page_html, page_images

_PAGE_WIDTH = 490
"""Pixels: two pages side by side on a wide screen, and each still readable."""


def draw(work: Work, draft: Draft, layout: Layout) -> None:
    """Draw the document as it will be; rendering real pages takes seconds and so waits for a click."""
    st.subheader("预览", anchor=False)
    digest, asked = _digest(draft, layout), f"{work.id}:pages"
    if not can_render():
        st.caption("这是近似的版面，不分页。在本机装上 LibreOffice 和 pdftoppm 后，这里可以看真实的分页。")
    elif session.held(asked) == digest:
        if _draw_pages(digest, draft, layout):
            return
    else:
        st.button(
            "看分页效果", key=f"{work.id}:show", icon=":material/auto_stories:",
            on_click=_show, args=(asked, digest), help="用 LibreOffice 排出真实的页面，约需几秒到十几秒。",
        )  # fmt: skip
        st.caption("下面是近似的版面，不分页。" + ("它不反映单位模板。" if layout.template else ""))
    # Three quarters of the real size: the page of 210 mm then fits beside the sidebar of a window of 1024 pixels.
    frame = "overflow-x:auto;background:#eceae6;padding:16px 0"
    st.html(f'<div style="{frame}"><div style="zoom:0.75">{page_html(draft, layout.fonts)}</div></div>')


@session.guarded
def _show(asked: str, digest: str) -> None:
    session.remember(asked, digest)


def _draw_pages(digest: str, draft: Draft, layout: Layout) -> bool:
    try:
        images = _pages(digest, draft, layout)
    except DrafterError as error:
        st.warning(str(error))
        return False
    st.caption(f"共 {len(images)} 页。本机没有的字体以相近的字体显示；在装有这些字体的电脑上以 Word 为准。")
    with st.container(horizontal=True, horizontal_alignment="center"):
        for number, image in enumerate(images, 1):
            with st.container(border=True, width=_PAGE_WIDTH):
                st.image(image, width="stretch", alt=f"第 {number} 页")
    return True


@st.cache_data(max_entries=8, show_spinner="正在排出页面，请稍候……")
def _pages(digest: str, _draft: Draft, _layout: Layout) -> tuple[bytes, ...]:
    """Return the rendered pages; `digest` stands for the other two."""
    return page_images(docx_bytes(_draft, _layout.fonts, _layout.template))


def _digest(draft: Draft, layout: Layout) -> str:
    return content_key(draft, layout.fonts.key, layout.template.data if layout.template else b"")
