"""The app in a browser with its documents in PostgreSQL: form, writing, an edit, and all of it there after a reload."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Server, a_context
from desk import add, generate, press, read, settled, text_of
from desk import section as card
from playwright.sync_api import Browser, expect
from postgres_server import own_postgres

from drafter.store import Store

pytestmark = pytest.mark.browser
FACTS = {"常住居民": "2,496", "总人口": "6828"}


@pytest.fixture
def kept_in_postgres(browser: Browser, tmp_path: Path) -> Iterator[tuple[Server, str]]:
    with own_postgres() as url:
        server = Server(tmp_path, url)
        server.start()
        try:
            yield server, url
        finally:
            server.stop()
        assert "Traceback" not in server.log()


def test_from_form_to_reload_on_postgresql(browser: Browser, kept_in_postgres: tuple[Server, str]) -> None:
    server, url = kept_in_postgres
    context = a_context(browser)
    page = context.new_page()
    page.goto(server.url)
    press(page.get_by_role("button", name="新建文稿"))
    for label, value in ({"单位全称": "和平里社区", "总结时段": "2025年度"} | FACTS).items():
        page.get_by_label(label, exact=True).fill(value)
        page.keyboard.press("Tab")
    press(page.get_by_test_id("stButtonGroup").get_by_role("radio", name=re.compile("志愿服务")))
    page.get_by_label("注册志愿者", exact=True).fill("326")
    page.keyboard.press("Tab")
    settled(page)

    press(page.get_by_role("button", name="下一步：撰写与核查"))
    generate(page)
    volunteers = card(page, "志愿服务")
    add(text_of(volunteers), "新建充电桩88123个。")
    expect(volunteers.get_by_text("待核：88123")).to_be_visible()
    settled(page)
    written = read(text_of(volunteers))

    page.reload()
    expect(text_of(card(page, "志愿服务"))).to_contain_text("88123")
    assert read(text_of(card(page, "志愿服务"))) == written
    context.close()

    store = Store(url)
    (listed,) = store.works()
    store.close()
    assert {e.value for e in listed.work.entries} >= {"2,496", "6828", "326"}
    assert listed.work.draft is not None
    assert any("88123" in s.text for s in listed.work.draft.sections)
