"""A page asks nobody but its own server for anything: no fonts, icons, scripts or counters from the internet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from desk import press
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from conftest import Server

pytestmark = pytest.mark.browser


def test_no_page_fetches_anything_from_the_internet(page: Page, server: Server) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    press(page.get_by_role("button", name="载入示例"))
    expect(page.get_by_role("heading", name="填写事实", exact=True)).to_be_visible()
    for name in ("撰写与核查", "自评", "图表", "设置"):
        press(page.get_by_role("banner").get_by_role("link", name=name))
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.wait_for_timeout(500)
    assert asked
    assert [url for url in asked if not url.startswith((server.url, "data:", "blob:"))] == []
