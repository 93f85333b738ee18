"""The page 自评 in a real browser: verdicts, what is missing, the tasks as a file, and the way to the form."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import grid
import pytest
from desk import press
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from drafter.store import Entry, Store, Work

if TYPE_CHECKING:
    from conftest import Server

pytestmark = pytest.mark.browser
FACTS = (
    Entry(id="F1", topic="infrastructure", label="文化活动室面积", value="60", unit="平方米"),
    Entry(id="F2", topic="security", label="居民安全感", value="约95", unit="%"),
    Entry(id="F3", topic="environment", label="路灯亮化率", value="99", unit="%"),
)


def row(page: Page, name: str) -> Locator:
    return page.locator("table tr").filter(has=page.get_by_role("cell", name=name, exact=True))


def test_a_unit_assesses_itself(page: Page, server: Server) -> None:
    store = Store(server.database_url)
    work = store.create(Work(unit="和平社区", period="2025年度", date="2025年12月1日", entries=FACTS))
    store.close()
    page.goto(f"{server.url}/assessment?draft={work.id}")
    expect(page.get_by_role("heading", name="自评：对照文明社区标准")).to_be_visible()
    expect(row(page, "文化活动室面积")).to_contain_text("✗ 未达标")
    expect(row(page, "文化活动室面积")).to_contain_text("差40平方米")
    expect(row(page, "居民安全感")).to_contain_text("？ 无法判定")
    expect(row(page, "路灯亮化率")).to_contain_text("✓ 达标")
    expect(page.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first).to_be_visible()

    press(page.get_by_role("button", name="未达标").first)
    expect(row(page, "路灯亮化率")).to_have_count(0)
    expect(row(page, "文化活动室面积")).to_be_visible()

    with page.expect_download() as waiting:
        press(page.get_by_role("button", name="下载待办（Excel）"))
    book = load_workbook(io.BytesIO(waiting.value.path().read_bytes()))
    told = ["".join(str(cell or "") for cell in line) for line in book["待办"].iter_rows(values_only=True)]
    assert any("文化活动室面积" in line and "差40平方米" in line for line in told), told

    press(page.get_by_role("button", name=re.compile("^去填：")).first)
    expect(page.get_by_role("heading", name="填写事实", exact=True)).to_be_visible()


def test_the_example_shows_what_is_met_what_is_missing_and_what_nobody_filled_in(page: Page) -> None:
    press(page.get_by_role("button", name="载入示例"))
    expect(page.get_by_role("heading", name="填写事实", exact=True)).to_be_visible()
    press(page.get_by_role("banner").get_by_role("link", name="自评"))
    expect(row(page, "路灯亮化率")).to_contain_text("✓ 达标")
    expect(row(page, "图书藏量")).to_contain_text("差800册")
    expect(row(page, "社区服务综合满意率")).to_contain_text("差1.5个百分点")
    expect(row(page, "物业服务满意率")).to_contain_text("— 无数据")
    expect(page.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first).to_be_visible()
    expect(page.get_by_text(re.compile("图书藏量.*差800册")).first).to_be_visible()


def test_a_mark_typed_into_the_editor_of_the_criteria_is_measured_by_at_once(page: Page) -> None:
    press(page.get_by_role("button", name="载入示例"))
    expect(page.get_by_role("heading", name="填写事实", exact=True)).to_be_visible()
    press(page.get_by_role("banner").get_by_role("link", name="自评"))
    expect(row(page, "图书藏量")).to_contain_text("差800册")
    press(page.get_by_text("调整标准：停用、改标准值、加本单位自己的"))
    editor = page.get_by_test_id("stDataFrame").filter(has=page.locator("th", has_text="标准值")).first
    editor.scroll_into_view_if_needed()
    expect(editor.locator("tr").filter(has_text="图书藏量")).to_have_count(1)
    # The line of 图书藏量, from its first column by the arrow keys to 标准值.
    lines = editor.locator("tr")
    at = next(n for n, text in enumerate(lines.all_text_contents()) if "图书藏量" in text)
    grid.point(editor, at, 150)
    grid.go_right(page, 2)
    grid.put(page, "4000")
    expect(row(page, "图书藏量")).to_contain_text("✓ 达标")
    page.reload()
    expect(row(page, "图书藏量")).to_contain_text("✓ 达标")
    press(page.get_by_text("调整标准：停用、改标准值、加本单位自己的"))
    press(page.get_by_role("button", name="恢复给定的标准"))
    expect(row(page, "图书藏量")).to_contain_text("差800册")
