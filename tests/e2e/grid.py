"""What a person does in Streamlit's grid: it is drawn on a canvas, beside a table that only assistive programs read.

The grid takes a moment to draw a choice, and a key in that moment is lost or belongs to the cell before; the table says
when the choice is made. Likewise it takes over what is typed a moment after the field shows it.
"""

from __future__ import annotations

from desk import settled
from playwright.sync_api import Locator, Page, expect

ROW = 35
"""The height of a line, in pixels."""
_CLICKS = 4
_EDITOR = "#portal textarea, #portal input"


def point(grid: Locator, row: int, x: float) -> None:
    """Click into a line of a grid that has come to rest (the heading is line 0), `x` pixels from its left."""
    page = grid.page
    grid.scroll_into_view_if_needed()
    settled(page)
    box = grid.locator("canvas").first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + x, box["y"] + ROW * (row + 0.5))


def choose(page: Page, x: float, y: float) -> None:
    """Click a cell until it is chosen: a click while the page draws the grid anew is lost, as a person would see."""
    for _ in range(_CLICKS - 1):
        page.mouse.click(x, y)
        try:
            expect(chosen(page)).to_have_count(1, timeout=2000)
        except AssertionError:
            settled(page)
        else:
            return
    page.mouse.click(x, y)
    expect(chosen(page)).to_have_count(1)


def chosen(page: Page) -> Locator:
    """The cell that the next key goes to."""
    return page.locator("td[role=gridcell]:focus[aria-selected=true]")


def column(page: Page) -> int:
    """The number of the column in which the next key lands, once a cell is chosen."""
    expect(chosen(page)).to_have_count(1)
    return int(chosen(page).get_attribute("aria-colindex") or 0)


def go_right(page: Page, steps: int = 1) -> None:
    """Go to a cell further right by the arrow keys."""
    for _ in range(steps):
        at = column(page)
        page.keyboard.press("ArrowRight")
        expect(chosen(page)).to_have_attribute("aria-colindex", str(at + 1))


def put(page: Page, text: str, leave: str = "Enter") -> None:
    """Open the chosen cell, type over what it holds, and leave it by a key; by Tab the next cell is chosen then."""
    at = column(page)
    page.keyboard.press("Enter")
    expect(page.locator(_EDITOR)).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type(text, delay=40)
    page.wait_for_timeout(200)
    page.keyboard.press(leave)
    expect(page.locator(_EDITOR)).to_have_count(0)
    settled(page)
    if leave == "Tab":
        expect(chosen(page)).to_have_attribute("aria-colindex", str(at + 1))
