"""What a screen reader says of the page's own signs and buttons, in a real browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from desk import settled
from playwright.sync_api import Page, expect

from drafter.store import Entry, Store, Work

if TYPE_CHECKING:
    from conftest import Server

pytestmark = pytest.mark.browser


def test_signs_and_buttons_have_chinese_names_and_staffs_own_words_stay(page: Page, server: Server) -> None:
    work = Store(server.database_url).create(Work(unit="Sidebar", entries=(Entry(id="F1", label="Open", value="3"),)))
    page.goto(f"{server.url}/facts?draft={work.id}")
    expect(page.get_by_label("单位全称", exact=True)).to_have_value("Sidebar")
    settled(page)
    expect(page.get_by_role("link", name="跳到正文")).to_have_count(1)
    expect(page.get_by_role("region", name="侧栏")).to_be_visible()
    expect(page.get_by_role("button", name="说明：单位全称")).to_be_visible()
    expect(page.get_by_text(re.compile("^Sidebar"))).not_to_have_count(0)
    for words in ("Help for", "Skip to main content", "Add row", "Download as CSV", "Collapse sidebar"):
        expect(page.get_by_label(words)).to_have_count(0)
        expect(page.get_by_role("link", name=words)).to_have_count(0)
    page.goto(f"{server.url}/check")
    page.get_by_text("本单位的文稿", exact=True).click()
    expect(page.get_by_label("用哪一份的事实")).to_be_visible()
    settled(page)
    expect(page.get_by_placeholder("Choose")).to_have_count(0)
    expect(page.get_by_placeholder("请选择")).to_have_count(1)


def test_a_long_notice_is_opened_and_closed_in_chinese(page: Page, server: Server) -> None:
    Store(server.database_url).create(Work(unit="和平社区", period="2025年度"))
    page.goto(server.url)
    expect(page.get_by_role("button", name="复制到下一期")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="复制到下一期").click()
    page.get_by_test_id("stToast").get_by_role("button", name="展开").click()
    expect(page.get_by_text("请填新的时段、日期和本期数")).to_be_visible()
    expect(page.get_by_test_id("stToast").get_by_role("button", name="收起")).to_be_visible()
    expect(page.get_by_test_id("stToast").get_by_role("button", name="关闭")).to_be_visible()
