"""One person, one draft, two windows of a real browser: what both change is merged, or told with both wordings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import grid
import pytest
from desk import add, press, read, section, settled, stored, text_of
from export_work import finished
from playwright.sync_api import Page, expect

from drafter.store import Entry, Store, Work

if TYPE_CHECKING:
    from conftest import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def store(page: Page, server: Server) -> Store:
    """The database of the server that the page is open on."""
    return Store(server.database_url)


def two_windows(page: Page, server: Server, work: Work, name: str) -> tuple[Page, Page]:
    other = page.context.new_page()
    for window in (page, other):
        window.goto(f"{server.url}/{name}?draft={work.id}")
        expect(window.get_by_role("heading", level=1)).to_be_visible()
        settled(window)
    return page, other


def put(window: Page, cell: str, text: str) -> None:
    """Type into a cell of the first row of the table of further facts."""
    # A window behind another one draws nothing.
    window.bring_to_front()
    grid.point(window.locator("[data-testid=stDataFrame]").first, 1, 190)
    grid.go_right(window, ("事项", "本期", "单位", "上期").index(cell))
    grid.put(window, text)


def test_two_windows_merge_their_table_cell_by_cell_and_tell_of_the_same_cell(
    page: Page, server: Server, store: Store
) -> None:
    work = store.create(Work(unit="和平社区", entries=(Entry(id="F1", label="夜校课程", value="24", unit="期"),)))

    def figures() -> tuple[str, str]:
        kept = store.load(work.id).entry("F1")
        assert kept is not None
        return kept.value, kept.previous

    first, second = two_windows(page, server, work, "facts")
    put(first, "本期", "26")
    assert stored(first, figures, ("26", "")) == ("26", "")
    put(second, "上期", "19")
    assert stored(second, figures, ("26", "19")) == ("26", "19"), "each window's own cell stands"
    expect(second.get_by_text("别的窗口")).to_have_count(0)

    put(first, "上期", "21")
    assert stored(first, figures, ("26", "21")) == ("26", "21")
    put(second, "上期", "17")
    told = second.get_by_test_id("stToast").filter(has_text="夜校课程·上期")
    expect(told).to_contain_text("“21”")
    expect(told).to_contain_text("“17”")


def test_an_edit_that_comes_late_is_told_and_both_texts_are_shown(page: Page, server: Server, store: Store) -> None:
    first, second = two_windows(page, server, store.create(finished()), "writing")
    add(text_of(section(first, "志愿服务")), "甲窗口添的话。")
    settled(first)
    add(text_of(section(second, "志愿服务")), "乙窗口添的话。")
    expect(second.get_by_text("现在用的是您这一稿")).to_be_visible()
    card = section(second, "志愿服务")
    expect(card.locator("del", has_text="甲")).to_be_visible()
    expect(card.locator("ins", has_text="乙")).to_be_visible()


def test_an_edit_into_a_section_that_the_other_window_locked_is_kept_beside_it(
    page: Page, server: Server, store: Store
) -> None:
    first, second = two_windows(page, server, store.create(finished()), "writing")
    expect(text_of(section(second, "志愿服务"))).not_to_have_text("")
    before = read(text_of(section(second, "志愿服务")))
    press(section(first, "志愿服务").get_by_role("button", name="锁定"))
    expect(section(first, "志愿服务").get_by_role("button", name="解锁")).to_be_visible()
    add(text_of(section(second, "志愿服务")), "乙窗口添的话。")
    expect(second.get_by_text("刚才在别的窗口锁定了，正文没有改")).to_be_visible()
    card = section(second, "志愿服务")
    expect(card.get_by_role("button", name="解锁")).to_be_visible()
    expect(card.get_by_text("乙窗口添的话。").first).to_be_visible()
    assert read(text_of(card)) == before
