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

PAGES = ("", "facts", "writing", "export", "assessment", "charts", "check", "types", "settings")
# What staff know by these words: file formats, and the two programs that open them.
_KNOWN = re.compile(r"docx|xlsx|txt|pdf|html|csv|tsv|yaml|json|zip|Word|Excel|CSV|true", re.IGNORECASE)
TOLD = (
    "button",
    "link",
    "image",
    "img",
    "group",
    "region",
    "textbox",
    "combobox",
    "checkbox",
    "spinbutton",
    "dialog",
    "graphics-document",
    "graphics-object",
    "graphics-symbol",
    "DisclosureTriangle",
    "radio",
    "switch",
    "heading",
)
_ENGLISH = re.compile(r"[A-Za-z]{3,}")


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


def test_no_page_has_a_name_in_english(page: Page, server: Server) -> None:
    page.goto(server.url)
    page.get_by_role("button", name="先看示例").click()
    expect(page.get_by_role("heading", name="填写事实", exact=True)).to_be_visible()
    draft = page.url.partition("draft=")[2]
    for name in PAGES:
        page.goto(f"{server.url}/{name}?draft={draft}")
        settled(page)
        assert english_names(page) == [], name


def english_names(page: Page) -> list[str]:
    """The names that assistive programs are told, as far as they hold English words."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    named = [
        n["name"].get("value", "") for n in nodes if not n["ignored"] and n["role"]["value"] in TOLD and "name" in n
    ]
    return [name for name in named if _ENGLISH.search(_KNOWN.sub("", name))]


def test_a_chart_is_told_in_words(page: Page, server: Server) -> None:
    store = Store(server.database_url)
    work = store.create(
        Work(unit="和平社区", entries=(Entry(id="F1", label="植树", value="36", previous="24", unit="棵"),))
    )
    page.goto(f"{server.url}/charts?draft={work.id}")
    told = "条形图：本期相当于上期的百分之几。植树，24 → 36棵，增12棵（+50%）。"
    expect(page.locator("[role=graphics-document]").last).to_have_attribute("aria-label", told)


def test_what_shows_while_one_types_is_chinese(page: Page, server: Server) -> None:
    work = Store(server.database_url).create(Work(unit="和平社区"))
    page.goto(f"{server.url}/facts?draft={work.id}")
    page.get_by_label("上级单位", exact=True).fill("东湖街道")
    expect(page.get_by_test_id("InputInstructions")).to_have_text("按回车保存")
    kinds = page.get_by_label("文种", exact=True)
    kinds.click()
    kinds.fill("没有这一种")
    expect(page.get_by_text("没有相符的", exact=True)).to_be_visible()
