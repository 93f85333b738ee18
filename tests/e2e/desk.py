"""What a test does on the page 撰写与核查, by what a person sees there."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import Locator, Page, expect

T = TypeVar("T")
_TEXT = re.compile("（正文）$")
_HEIGHTS = """[...document.querySelectorAll("[data-testid=stVerticalBlock], [data-testid=stExpander]")]
  .map(e => e.offsetHeight).join()"""
"""How tall everything is that stands under one another: what makes the rest of the page move."""


def settled(page: Page) -> None:
    """Wait until the server has answered the last change, and for half a second no further run began and nothing moved.

    One run may ask for the next: the page that a click is meant for is the one after the last of them.
    """
    app = page.locator("[data-testid=stApp]")
    limit, quiet, before = time.monotonic() + 30, 0, None
    while quiet < 5:
        assert time.monotonic() < limit, "the server is not done"
        page.wait_for_timeout(100)
        now = (app.get_attribute("data-test-script-state"), page.evaluate(_HEIGHTS))
        quiet = quiet + 1 if now[0] == "notRunning" and now == before else 0
        before = now


def press(target: Locator) -> None:
    """Click on what has come to rest: a page that moves on under the pointer takes the click elsewhere."""
    settled(target.page)
    target.click()


def stored(page: Page, ask: Callable[[], T], expected: T) -> T:
    """Return what the database has, as soon as it has what is expected, or after 30 seconds."""
    limit = time.monotonic() + 30
    while (found := ask()) != expected and time.monotonic() < limit:
        page.wait_for_timeout(100)
    return found


def section(page: Page, heading: str) -> Locator:
    """The card of a section."""
    return page.locator("[class*=st-key-section]").filter(has=page.get_by_role("heading", name=heading))


def texts(page: Page) -> Locator:
    """The fields in which the sections are edited."""
    return page.get_by_role("textbox", name=_TEXT)


def text_of(card: Locator) -> Locator:
    """The field in which a section is edited."""
    return card.get_by_role("textbox", name=_TEXT)


def read(field: Locator) -> str:
    """What stands in an editor, one paragraph a line."""
    return "\n".join(field.locator(".cm-line").all_text_contents())


def all_texts(page: Page) -> list[str]:
    """What stands in every editor, once all are there."""
    return [read(field) for field in texts(page).all()]


def add(field: Locator, words: str) -> None:
    """Type at the end of a section."""
    field.click()
    field.press("Control+End")
    field.page.keyboard.insert_text(words)


def generate(page: Page) -> None:
    """Write the whole document and wait until it is there."""
    press(page.get_by_role("button", name="生成全文"))
    expect(page.get_by_text(re.compile("写好 .* 节，用时"))).to_be_visible()
    expect(page.get_by_role("button", name="下一步：导出")).to_be_visible()
    expect(texts(page).last).not_to_have_text("")
    settled(page)
