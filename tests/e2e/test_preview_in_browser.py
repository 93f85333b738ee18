"""The real pages of a document, rendered beside the page, in a real browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from desk import settled, stored
from export_work import finished
from playwright.sync_api import Page, expect

from drafter.store import Store
from drafter.word.preview import can_render

if TYPE_CHECKING:
    from conftest import Server

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not can_render(), reason="no LibreOffice or no pdftoppm on this machine"),
]


def test_the_page_is_at_hand_while_its_pages_are_rendered(page: Page, server: Server) -> None:
    store = Store(server.database_url)
    work = store.create(finished())
    page.goto(f"{server.url}/export?draft={work.id}")
    show = page.get_by_role("button", name="看分页效果")
    expect(show).to_be_visible()
    settled(page)
    show.click()
    expect(page.get_by_text("正在排出页面")).to_be_visible()
    page.get_by_text("版式：").first.click()
    title = page.get_by_label("标题", exact=True)
    title.fill("和睦社区创建工作总结")
    title.press("Tab")
    kept = "和睦社区创建工作总结"
    assert stored(page, lambda: store.load(work.id).title, kept) == kept
    # Another text has other pages, which nobody has asked for yet.
    settled(page)
    show.click()
    expect(page.get_by_text(re.compile(r"^共 \d+ 页"))).to_be_visible(timeout=90_000)
    expect(page.get_by_alt_text("第 1 页")).to_be_visible()
