"""A window that stays open while the server is closed and started again, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import grid
import pytest
from desk import add, press, section, settled, stored, text_of
from playwright.sync_api import Page, expect

from drafter.models import Draft, Section
from drafter.store import Entry, Store, Work

if TYPE_CHECKING:
    from conftest import Server

pytestmark = pytest.mark.browser


def start_again(page: Page, server: Server) -> None:
    """Close the server and start it again; wait until the window is connected to it."""
    settled(page)
    server.stop()
    expect(page.get_by_role("dialog", name="连不上程序")).to_contain_text("程序没有回应", timeout=30_000)
    server.start()
    expect(page.get_by_role("dialog")).to_have_count(0, timeout=30_000)
    settled(page)


def test_the_first_edit_after_the_server_was_started_again_is_kept(page: Page, server: Server) -> None:
    store = Store(server.database_url)
    work = store.create(Work(unit="和平社区", entries=(Entry(id="F1", label="充电桩", value="36"),)))
    page.goto(f"{server.url}/facts?draft={work.id}")
    unit = page.get_by_label("单位全称", exact=True)
    expect(unit).to_have_value("和平社区")
    table = page.get_by_test_id("stDataFrame").first
    grid.point(table, 1, 190)
    grid.put(page, "电动车充电桩")
    start_again(page, server)
    unit.fill("和平里社区")
    page.keyboard.press("Tab")
    assert stored(page, lambda: store.load(work.id).unit, "和平里社区") == "和平里社区"
    # The table begins anew with what is kept: its rows are there once.
    settled(page)
    table.hover()
    grid.point(table, 1, 190)
    grid.go_right(page)
    grid.put(page, "48")
    rows = (("电动车充电桩", "48"),)
    assert stored(page, lambda: tuple((e.label, e.value) for e in store.load(work.id).entries), rows) == rows


def test_writing_goes_on_after_the_server_was_started_again(page: Page, server: Server) -> None:
    store = Store(server.database_url)
    text = Section(key="volunteer", heading="志愿服务", text="社区服务居民。")
    work = store.create(
        Work(
            unit="和平社区",
            draft=Draft(document="annual_summary", title="总结", unit="和平社区", date="2025年12月", sections=(text,)),
        )
    )
    page.goto(f"{server.url}/writing?draft={work.id}")
    card = section(page, "志愿服务")
    add(text_of(card), "先写一句。")
    start_again(page, server)
    add(text_of(card), "再写一句。")
    both = "社区服务居民。先写一句。再写一句。"
    assert stored(page, lambda: _text(store, work.id), both) == both
    start_again(page, server)
    press(card.get_by_role("button", name="锁定"))
    expect(card.get_by_role("button", name="解锁")).to_be_visible()


def _text(store: Store, work_id: str) -> str:
    draft = store.load(work_id).draft
    return draft.sections[0].text if draft else ""
