"""The page 导出 in a real browser: the gate, both Word files and the evidence, and the way to Word and back."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from desk import press, settled
from docx import Document
from docx.document import Document as Word
from export_work import finished, spoiled
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from drafter.store import Store

if TYPE_CHECKING:
    from conftest import Server

pytestmark = pytest.mark.browser
NAME = "南苑社区_社区文明创建年终工作总结_2025年度"


def download(page: Page, label: str) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        press(page.get_by_role("button", name=label))
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def words(document: Word) -> str:
    return "\n".join(p.text for p in document.paragraphs)


def edited(content: bytes, replaced: dict[str, str]) -> bytes:
    """Return a Word file after somebody changed these words in it."""
    document = Document(io.BytesIO(content))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            for old, new in replaced.items():
                run.text = run.text.replace(old, new)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_the_files_leave_through_the_gate_and_come_back_from_word(page: Page, server: Server) -> None:
    store = Store(server.database_url)
    work = store.create(spoiled(finished(), "volunteer", "新建充电桩88123个。"))
    page.goto(f"{server.url}/export?draft={work.id}")
    expect(page.get_by_text("还有1处数字待核")).to_be_visible()
    expect(page.get_by_role("button", name="下载 Word")).to_be_disabled()

    name, content = download(page, "下载复核稿")
    assert name == f"{NAME}_复核稿_待核1处.docx"
    review = Document(io.BytesIO(content))
    (comment,) = list(review.comments)
    assert comment.text.startswith("待核：")
    assert "88123" in words(review)
    assert [cell.text for cell in review.tables[-1].rows[0].cells][:3] == ["序号", "所在部分", "数字"]
    assert any("88123" in row.cells[2].text for row in review.tables[-1].rows)

    press(page.get_by_text("确认，下载还有 1 处待核的 Word"))
    expect(page.get_by_role("button", name="下载 Word")).to_be_enabled()
    settled(page)
    name, content = download(page, "下载 Word")
    assert name == f"{NAME}_待核1处.docx"
    assert not list(Document(io.BytesIO(content)).comments)

    press(page.get_by_text("在 Word 里改过了"))
    mended = edited(content, {"新建充电桩88123个。": "", "居民都说好": "居民都叫好", "93人": "39人"})
    field = page.locator("input[type=file]").last
    field.set_input_files({"name": "改好.docx", "mimeType": "application/octet-stream", "buffer": mended})
    expect(page.get_by_text("2 节有改动")).to_be_visible()
    card = page.locator("[class*=st-key-comeback-volunteer]")
    expect(card.locator("del", has_text="88123")).to_be_visible()
    expect(page.locator("[class*=st-key-comeback-opening]").get_by_text("待核：39")).to_be_visible()
    press(card.get_by_role("button", name="采用这一节"))
    expect(page.get_by_text("1 节有改动")).to_be_visible()
    expect(page.get_by_text("数字都有出处，可以导出")).to_be_visible()
    settled(page)

    name, content = download(page, "下载 Word")
    assert name == f"{NAME}_已核.docx"
    text = words(Document(io.BytesIO(content)))
    assert "居民都叫好。" in text
    assert "88123" not in text
    assert "党员93人" in text
    name, content = download(page, "下载核对台账")
    assert name == f"{NAME}_核对台账_已核.xlsx"
    assert load_workbook(io.BytesIO(content)).sheetnames == ["概况", "数字核对", "事实台账"]
    assert len(store.versions(work.id, "volunteer")) == 2
    store.close()
