"""Tables on their way into the form in a real browser: a workbook, what is pasted, and the empty form come back."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import grid
import pytest
from desk import press, settled
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Locator, Page, expect

from drafter.store import Store, Work

if TYPE_CHECKING:
    from conftest import Server

pytestmark = pytest.mark.browser


def a_workbook(path: Path) -> Path:
    """A workbook as offices keep one: a title over all columns, merged topics, a column of an odd name, two sheets."""
    book = Workbook()
    page = book.active
    page.title = "工作台账"
    for row in (
        ("和平社区文明创建台账", None, None, None),
        ("类别", "项目", "完成量", "单位"),
        ("志愿服务", "注册志愿者", 326, "名"),
        (None, "开展志愿服务活动", 92, "次"),
        ("环境整治", "开展环境集中整治", 46, "次"),
    ):
        page.append(row)
    page.merge_cells("A1:D1")
    page.merge_cells("A3:A4")
    other = book.create_sheet("人口")
    for row in (
        ("事项", "数", "怎么量", "谁报的"),
        ("总人口", 6828, "人", "网格台账"),
        ("常住居民", "2,496", "户", "网格台账"),
    ):
        other.append(row)
    book.save(path)
    return path


@pytest.fixture
def facts(page: Page, server: Server) -> Page:
    """The page 填写事实 of an empty draft, with 导入 open."""
    store = Store(server.database_url)
    work = store.create(Work(unit="和平社区", period="2025年度", date="2025年12月1日"))
    store.close()
    page.goto(f"{server.url}/facts?draft={work.id}")
    press(page.get_by_text("导入", exact=True).first)
    expect(page.locator("input[type=file]").first).to_be_attached()
    return page


def grid_with(page: Page, heading: str) -> Locator:
    """The open grid with a column of that heading; its canvas holds a table for those who can't see it."""
    grids = page.locator("[data-testid=stDataFrame]").filter(has=page.locator("th", has_text=heading))
    return grids.filter(visible=True).first


def upload(page: Page, path: Path) -> None:
    page.locator("input[type=file]").first.set_input_files(path)
    expect(page.get_by_role("button", name="放进表单")).to_be_visible()
    settled(page)


def choose(page: Page, topic: str) -> None:
    press(page.get_by_test_id("stButtonGroup").get_by_role("radio", name=re.compile(topic)))
    settled(page)


def landed(page: Page) -> None:
    press(page.get_by_role("button", name="放进表单"))
    expect(page.get_by_text(re.compile("已放进表单："))).not_to_have_count(0)
    settled(page)


def test_a_workbook_is_corrected_ticked_and_taken_over_and_stays(facts: Page, tmp_path: Path) -> None:
    upload(facts, a_workbook(tmp_path / "台账.xlsx"))
    expect(facts.get_by_text("文件里有 2 张工作表，导入哪几张")).to_be_visible()
    expect(facts.get_by_text("认出 5 项")).to_be_visible()

    # The sheet 人口 calls its column of units 怎么量, which nobody could know: it is corrected where the columns stand.
    press(facts.get_by_text("“人口”各列是什么"))
    columns = grid_with(facts, "前几格")
    grid.point(columns, 3, 100)
    grid.go_right(facts, 3)
    facts.keyboard.press("Enter")
    facts.keyboard.type("单位", delay=40)
    facts.wait_for_timeout(300)
    facts.keyboard.press("Enter")
    settled(facts)
    expect(columns.locator("tr").nth(3)).to_contain_text("单位")

    preview = grid_with(facts, "换掉")
    preview.scroll_into_view_if_needed()
    expect(preview.locator("tr").filter(has_text="开展环境集中整治")).to_have_count(1)
    lines = preview.locator("tr").all_text_contents()
    at = next(n for n, text in enumerate(lines) if "开展环境集中整治" in text)
    grid.point(preview, at, 25)
    settled(facts)
    landed(facts)
    expect(facts.get_by_text("没有放进表单").first).to_be_visible()

    expect(facts.get_by_label("常住居民", exact=True)).to_have_value("2,496")
    expect(facts.get_by_label("总人口", exact=True)).to_have_value("6828")
    choose(facts, "志愿服务")
    expect(facts.get_by_label("注册志愿者", exact=True)).to_have_value("326")
    choose(facts, "环境整治")
    expect(facts.get_by_label("开展环境集中整治", exact=True)).to_have_value("")
    facts.reload()
    expect(facts.get_by_label("常住居民", exact=True)).to_have_value("2,496")


def test_a_pasted_table_lands_in_the_form(facts: Page) -> None:
    press(facts.get_by_test_id("stRadio").get_by_text("粘贴表格或文字"))
    area = facts.get_by_label("把 Excel、Word 里的表格，或带数字的几句话粘贴到这里")
    area.fill("事项\t本期\t单位\t上期\n总人口\t6828\t人\t6790\n电动车充电桩\t24\t个\t12")
    press(facts.get_by_role("button", name="读出来"))
    expect(facts.get_by_text("认出 2 项")).to_be_visible()
    landed(facts)
    expect(facts.get_by_label("总人口", exact=True)).to_have_value("6828")
    expect(facts.get_by_label("总人口（上期）", exact=True)).to_have_value("6790")
    expect(facts.locator("[data-testid=stDataFrame]").last).to_contain_text("电动车充电桩")


def test_the_empty_form_is_handed_out_filled_in_and_comes_back(facts: Page, tmp_path: Path) -> None:
    press(facts.get_by_text("下载空白填报表，或把事实表存成文件"))
    with facts.expect_download() as waiting:
        press(facts.get_by_role("button", name=re.compile("空白填报表")))
    book = load_workbook(io.BytesIO(waiting.value.path().read_bytes()))
    filled = 0
    for page in book:
        columns = {cell.value: cell.column for row in page.iter_rows() for cell in row if cell.value == "本期"}
        for row in page.iter_rows():
            name = next((c.value for c in row if c.value in ("总人口", "居民楼")), None)
            if name and columns:
                page.cell(row[0].row, columns["本期"], {"总人口": "6828", "居民楼": "一百余"}[name])
                filled += 1
    assert filled == 2
    path = tmp_path / "填好的.xlsx"
    book.save(path)
    upload(facts, path)
    landed(facts)
    expect(facts.get_by_label("总人口", exact=True)).to_have_value("6828")
    expect(facts.get_by_label("居民楼", exact=True)).to_have_value("一百余")
