"""How the pages will look: as HTML at once, and as real pages through LibreOffice when they are asked for."""

from __future__ import annotations

import streamlit as st

from drafter.models import Draft
from drafter.store import Work
from drafter.ui import rendering, session
from drafter.ui.downloads import content_key
from drafter.ui.export_layout import Layout
from drafter.ui.rendering import Rendering
from drafter.word.export import docx_bytes
from drafter.word.preview import can_render, page_html, page_images

_PAGE_WIDTH = 490
"""Pixels: two pages side by side on a wide screen, and each still readable."""
_EVERY = 0.7
"""Seconds between two looks at a running rendering."""


def draw(work: Work, draft: Draft, layout: Layout) -> None:
    """Draw the document as it will be; rendering real pages takes seconds, so it waits for a click and runs beside."""
    st.subheader("预览", anchor=False)
    digest, asked = _digest(draft, layout), f"{work.id}:pages"
    if not can_render():
        st.caption("这是近似的版面，不分页。在本机装上 LibreOffice 和 pdftoppm 后，这里可以看真实的分页。")
    elif session.held(asked) == digest:
        # Made here, as the thread has no page: what it renders is the draft of this run.
        rendered = rendering.begin(digest, lambda: page_images(docx_bytes(draft, layout.fonts, layout.template)))
        if rendered.pages:
            _draw_pages(rendered.pages)
            return
        if rendered.error:
            st.warning(rendered.error)
            _draw_button("再试一次", work, asked, digest)
        else:
            st.fragment(_draw_waiting, run_every=_EVERY)(rendered)
    else:
        _draw_button("看分页效果", work, asked, digest)
        st.caption("下面是近似的版面，不分页。" + ("它不反映单位模板。" if layout.template else ""))
    # Three quarters of the real size: the page of 210 mm then fits beside the sidebar of a window of 1024 pixels.
    frame = "overflow-x:auto;background:#eceae6;padding:16px 0"
    st.html(f'<div style="{frame}"><div style="zoom:0.75">{page_html(draft, layout.fonts)}</div></div>')


def _draw_button(label: str, work: Work, asked: str, digest: str) -> None:
    tip = "用 LibreOffice 排出真实的页面，约需几秒到十几秒；排的时候可以接着做别的。"
    icon, args = ":material/auto_stories:", (asked, digest)
    st.button(label, key=f"{work.id}:show", icon=icon, on_click=_show, args=args, help=tip)


@session.guarded
def _show(asked: str, digest: str) -> None:
    rendering.forget_failure(digest)
    session.remember(asked, digest)


def _draw_waiting(rendered: Rendering) -> None:
    """Say how long the pages are being rendered; once they are there, the whole page is drawn anew."""
    if rendered.ended:
        st.rerun()
    st.caption(
        f":material/hourglass_top: 正在排出页面，已用 {rendered.seconds:.0f} 秒；可以接着做别的，排好了会显示在这里。"
    )


def _draw_pages(images: tuple[bytes, ...]) -> None:
    st.caption(f"共 {len(images)} 页。本机没有的字体以相近的字体显示；在装有这些字体的电脑上以 Word 为准。")
    with st.container(horizontal=True, horizontal_alignment="center"):
        for number, image in enumerate(images, 1):
            with st.container(border=True, width=_PAGE_WIDTH):
                st.image(image, width="stretch", alt=f"第 {number} 页")


def _digest(draft: Draft, layout: Layout) -> str:
    return content_key(draft, layout.fonts.key, layout.template.data if layout.template else b"")
