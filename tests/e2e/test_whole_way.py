"""The whole way of a staff member, in a real browser: from an empty form to a Word file, and everything kept."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import grid
import pytest
from desk import add, all_texts, generate, press, read, section, settled, text_of, texts
from docx import Document
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from conftest import Server

pytestmark = pytest.mark.browser

HEAD = {"单位全称": "和平里社区", "上级单位": "东湖街道办事处", "总结时段": "2025年度", "落款日期": "2025年12月20日"}
FACTS = {
    "社区概况": {"常住居民": "2,496", "总人口": "6828", "居民楼": "106"},
    "组织领导": {"在册党员": "93", "网格": "21", "领导小组组长": "社区党委书记"},
    "环境整治": {"开展环境集中整治": "46", "清运垃圾": "200多", "植树": "3600余"},
    "志愿服务": {"注册志愿者": "326", "开展志愿服务活动": "92"},
}


def enter(page: Page, label: str, value: str) -> None:
    page.get_by_label(label, exact=True).fill(value)
    page.keyboard.press("Tab")


def go(page: Page, name: str) -> None:
    press(page.get_by_role("banner").get_by_role("link", name=name))
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
    settled(page)


def choose(page: Page, topic: str) -> None:
    """Go to a group of the form."""
    press(page.get_by_test_id("stButtonGroup").get_by_role("radio", name=re.compile(topic)))


def fill_in_the_form(page: Page) -> None:
    press(page.get_by_role("button", name="新建文稿"))
    expect(page.get_by_role("heading", name="填写事实", exact=True)).to_be_visible()
    for label, value in HEAD.items():
        enter(page, label, value)
    for topic, fields in FACTS.items():
        choose(page, topic)
        for label, value in fields.items():
            enter(page, label, value)
    settled(page)


def downloaded(page: Page) -> list[str]:
    """The paragraphs of the Word file that the page hands out."""
    with page.expect_download() as waiting:
        press(page.get_by_role("button", name="下载 Word"))
    content = waiting.value.path().read_bytes()
    assert waiting.value.suggested_filename.endswith(".docx")
    return [p.text for p in Document(io.BytesIO(content)).paragraphs]


def test_from_an_empty_form_to_a_word_file_and_nothing_is_lost(page: Page, server: Server) -> None:
    fill_in_the_form(page)
    choose(page, "环境整治")
    expect(page.get_by_text("读作 200以上")).to_be_visible()
    choose(page, "社区概况")
    enter(page, "居民楼", "12/0")
    expect(page.get_by_text("分母是 0")).to_be_visible()
    enter(page, "居民楼", "106")
    expect(page.get_by_text("分母是 0")).to_have_count(0)

    # The last field is still being typed in when the button is pressed.
    choose(page, "环境整治")
    page.get_by_label("植树", exact=True).fill("3700余")
    page.get_by_role("button", name="下一步：撰写与核查").click()
    expect(page.get_by_role("heading", name="撰写与核查", exact=True)).to_be_visible()
    generate(page)
    expect(page.get_by_text(re.compile(r"处数字：\d+ 有出处"))).to_be_visible()
    assert any("3700余" in t for t in all_texts(page))

    volunteers, cleaning = section(page, "志愿服务"), section(page, "环境")
    add(text_of(volunteers), "居民都说好。")
    add(text_of(cleaning), "新建充电桩88123个。")
    expect(cleaning.get_by_text("待核：88123")).to_be_visible()
    expect(text_of(cleaning).locator(".drafter-flagged", has_text="88123")).to_be_visible()
    settled(page)

    before = all_texts(page)
    press(cleaning.get_by_role("button", name="重写本节"))
    expect(page.get_by_text("88123")).to_have_count(0)
    settled(page)
    after = all_texts(page)
    changed = [n for n, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
    assert len(changed) == 1
    assert "居民都说好。" in read(text_of(volunteers))

    press(page.get_by_role("button", name="下一步：导出"))
    expect(page.get_by_role("heading", name="导出", exact=True)).to_be_visible()
    paragraphs = downloaded(page)
    assert any("居民都说好。" in p for p in paragraphs)
    assert any("2,496" in p or "2496" in p for p in paragraphs)
    assert "和平里社区" in paragraphs[-2]

    go(page, "撰写与核查")
    settled(page)
    add(text_of(section(page, "志愿服务")), "这句刚打完。")
    page.reload()
    expect(texts(page)).to_have_count(len(after))
    settled(page)
    after = [text + "这句刚打完。" if "居民都说好。" in text else text for text in after]
    assert all_texts(page) == after

    server.stop()
    server.start()
    page.reload()
    expect(texts(page)).to_have_count(len(after), timeout=90_000)  # a new server reads in everything first
    settled(page)
    assert all_texts(page) == after
    go(page, "填写事实")
    expect(page.get_by_label("常住居民", exact=True)).to_have_value("2,496")


def test_the_table_keeps_what_is_typed_into_its_cells(page: Page) -> None:
    press(page.get_by_role("button", name="新建文稿"))
    expect(page.get_by_role("heading", name="更多事实", exact=True)).to_be_visible()
    settled(page)
    # The cell of the second column (事项) in the first row; then Tab leads to 本期.
    grid.point(page.locator("[data-testid=stDataFrame]").first, 1, 190)
    grid.put(page, "LED", "Tab")
    grid.put(page, "12/0")
    expect(page.get_by_text("LED：“12/0”的分母是 0")).to_be_visible()
    go(page, "设置")
    go(page, "填写事实")
    expect(page.get_by_text("LED：“12/0”的分母是 0")).to_be_visible()


def test_a_quick_typist_loses_nothing_while_the_page_is_redrawn(page: Page) -> None:
    press(page.get_by_role("button", name="新建文稿"))
    expect(page.get_by_label("常住居民", exact=True)).to_be_visible()
    page.get_by_label("常住居民", exact=True).click()
    for typed in ("三千多", "2950", "2025年11月网格台账", "6828", "6790", "户籍人口之外另有流动人口"):
        page.keyboard.type(typed, delay=25)
        page.keyboard.press("Tab")
    settled(page)
    for label, value in (
        ("常住居民（上期）", "2950"),
        ("总人口", "6828"),
        ("总人口（来源）", "户籍人口之外另有流动人口"),
    ):
        expect(page.get_by_label(label, exact=True)).to_have_value(value)
    page.reload()
    expect(page.get_by_label("常住居民（来源）", exact=True)).to_have_value("2025年11月网格台账")
    expect(page.get_by_text("读作 3000以上")).to_be_visible()
