"""Checking where one writes, in a real browser: both ways out of a doubtful number, versions, lock, simple mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import a_context
from desk import add, press, read, section, settled, text_of
from export_work import finished
from playwright.sync_api import Browser, Page, expect

from drafter.store import Store

if TYPE_CHECKING:
    from conftest import Server

pytestmark = pytest.mark.browser


def test_a_doubtful_number_is_mended_in_the_text_or_in_the_facts(page: Page, server: Server) -> None:
    store = Store(server.database_url)
    work = store.create(finished())
    page.goto(f"{server.url}/writing?draft={work.id}")
    card = section(page, "开展志愿服务")
    field = text_of(card)
    expect(field.locator(".drafter-backed", has_text="326")).to_be_visible()

    # The button is pressed while the last words are still on their way.
    add(field, "现有志愿者362人。")
    expect(card.get_by_text("待核：362")).to_be_visible()
    field.press("Control+End")
    page.keyboard.insert_text("大家都来。")
    card.get_by_role("button", name="改正文").first.click()
    expect(page.get_by_text("待核：362")).to_have_count(0)
    settled(page)
    assert "大家都来。" in read(field)
    assert "362" not in read(field)

    add(field, "新建充电桩88123个。")
    press(card.get_by_role("button", name="改事实"))
    page.get_by_label("事项名称").fill("新建充电桩")
    press(page.get_by_role("button", name="记入事实"))
    expect(page.get_by_text("待核：88123")).to_have_count(0)
    expect(field.locator(".drafter-backed", has_text="88123")).to_be_visible()

    before = read(field)
    press(card.get_by_role("button", name="重写本节"))
    expect(field).not_to_contain_text("大家都来。")
    settled(page)
    press(card.get_by_text("历史版本", exact=True))
    expect(card.locator("del", has_text="大家都来")).to_be_visible()
    settled(page)
    press(card.get_by_role("button", name="换回这一版"))
    expect(field).to_contain_text("大家都来。")
    settled(page)
    assert read(field) == before
    press(card.get_by_role("button", name="撤销"))
    expect(field).not_to_contain_text("大家都来。")

    press(card.get_by_role("button", name="锁定", exact=True))
    expect(field).to_have_attribute("aria-readonly", "true")
    expect(card.get_by_role("button", name="重写本节")).to_be_disabled()
    store.close()


def test_two_windows_never_lose_an_edit_and_the_simple_mode_is_kept(
    page: Page, server: Server, browser: Browser
) -> None:
    store = Store(server.database_url)
    work = store.create(finished())
    address = f"{server.url}/writing?draft={work.id}"
    other = a_context(browser).new_page()
    for window in (page, other):
        window.goto(address)
        expect(text_of(section(window, "开展志愿服务"))).to_contain_text("居民都说好。")
        settled(window)
    add(text_of(section(page, "开展志愿服务")), "甲窗口写的。")
    settled(page)
    add(text_of(section(other, "开展志愿服务")), "乙窗口写的。")
    expect(other.get_by_text("在别的窗口改过")).to_be_visible()
    texts = [v.section.text for v in store.versions(work.id, "volunteer")]
    assert any("甲窗口写的。" in t for t in texts)
    assert "乙窗口写的。" in texts[0]
    other.context.close()

    press(page.get_by_role("banner").get_by_role("link", name="设置"))
    press(page.get_by_text("简单模式"))
    settled(page)
    page.goto(address)
    card = section(page, "开展志愿服务")
    expect(card.locator("textarea").first).to_have_value(texts[0])
    card.locator("textarea").first.fill("志愿者362人。")
    page.keyboard.press("Tab")
    expect(card.locator("span[title^='待核']", has_text="362")).to_be_visible()
    store.close()
