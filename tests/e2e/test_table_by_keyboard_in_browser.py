"""The table of further facts reached and filled in without a mouse, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from desk import settled, stored
from playwright.sync_api import Page, expect

from drafter.store import Store, Work

if TYPE_CHECKING:
    from conftest import Server

pytestmark = pytest.mark.browser
_EDITOR = "#portal textarea"
_MOST_TABS = 9


def press(page: Page, *keys: str) -> None:
    """Press keys as a hand does: the grid draws the choice of a cell before it takes the next key."""
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(400)


def fill(page: Page, text: str) -> None:
    """Open the chosen cell, write, and go on by Tab."""
    press(page, "Enter")
    expect(page.locator(_EDITOR)).to_be_focused()
    page.keyboard.insert_text(text)
    page.wait_for_timeout(200)
    press(page, "Tab")
    expect(page.locator(_EDITOR)).to_have_count(0)


def test_two_rows_are_filled_in_by_keyboard_alone(page: Page, server: Server) -> None:
    store = Store(server.database_url)
    work = store.create(Work(unit="和平社区"))
    page.goto(f"{server.url}/facts?draft={work.id}")
    expect(page.get_by_role("heading", name="更多事实", exact=True)).to_be_visible()
    settled(page)
    page.get_by_role("button", name="接着填").focus()
    inside = "document.activeElement.matches('[data-testid=stDataFrame] :is(canvas, td)')"
    for _ in range(_MOST_TABS):
        press(page, "Tab")
        if page.evaluate(inside):
            break
    press(page, "ArrowRight")
    for text in ("夜校课程", "12", "期", "9"):
        fill(page, text)
    settled(page)
    press(page, "ArrowDown", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft")
    fill(page, "充电桩")
    page.keyboard.type("24", delay=80)
    press(page, "Enter")
    settled(page)

    def rows() -> list[tuple[str, str, str, str]]:
        return [(e.label, e.value, e.unit, e.previous) for e in store.load(work.id).entries]

    typed = [("夜校课程", "12", "期", "9"), ("充电桩", "24", "", "")]
    assert stored(page, rows, typed) == typed
