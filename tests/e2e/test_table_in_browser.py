"""The table of further facts under a typist's hands, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import grid
import pytest
from desk import settled, stored
from playwright.sync_api import Page, expect

from drafter.store import Entry, Store, Work

if TYPE_CHECKING:
    from conftest import Server

pytestmark = pytest.mark.browser


def test_a_row_is_typed_with_the_mouse_elsewhere_and_the_first_step_follows(page: Page, server: Server) -> None:
    store = Store(server.database_url)
    work = store.create(
        Work(
            unit="和平社区", period="2025年度", date="2025年12月1日", entries=(Entry(id="F1", label="楼栋", value="6"),)
        )
    )
    page.set_viewport_size({"width": 1440, "height": 2600})
    page.goto(f"{server.url}/facts?draft={work.id}")
    table = page.locator("[data-testid=stDataFrame] canvas").first
    expect(table).to_be_visible()
    settled(page)
    done = page.get_by_role("main").get_by_role("img", name="已完成")
    expect(done).to_have_count(1)
    box = table.bounding_box()
    assert box is not None
    cell = box["x"] + 190, box["y"] + grid.ROW * 1.5
    page.mouse.move(cell[0] - 40, cell[1], steps=4)
    page.mouse.move(*cell, steps=4)
    grid.choose(page, *cell)
    page.mouse.move(700, 100, steps=6)
    for text in ("夜校课程", "12O", "期", "9", "每周三晚"):
        grid.put(page, text, "Tab")
    expect(page.get_by_text("里有字母 O")).to_be_visible()
    settled(page)

    def row() -> tuple[str, ...]:
        kept = store.load(work.id).entries[-1]
        return kept.label, kept.value, kept.unit, kept.previous, kept.text

    typed = ("夜校课程", "12O", "期", "9", "每周三晚")
    assert stored(page, row, typed) == typed
    expect(done).to_have_count(0)
