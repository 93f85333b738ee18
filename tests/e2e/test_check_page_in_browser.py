"""A document that others wrote is checked in the browser: uploaded, judged, and handed back with comments."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from desk import press
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from conftest import Server

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
GIVEN = ROOT / "samples" / "documents" / "annual_summary" / "liuyin.docx"


def spoiled() -> bytes:
    """The sample with one wrong figure and a word that is no markup."""
    document, stream = Document(str(GIVEN)), io.BytesIO()
    document.add_paragraph("社区另有注册志愿者98765人。<img src=x onerror=alert(1)>")
    document.save(stream)
    return stream.getvalue()


def test_a_document_of_others_is_checked_and_comes_back_with_comments(page: Page, server: Server):
    press(page.get_by_role("link", name="核对文稿"))
    expect(page.get_by_role("heading", name="核对文稿")).to_be_visible()
    page.locator("input[type=file]").first.set_input_files(
        {"name": "柳荫总结.docx", "mimeType": "application/octet-stream", "buffer": spoiled()}
    )
    press(page.get_by_text("另一份材料", exact=True))
    field = page.get_by_test_id("stFileUploader").filter(has_text="作依据的材料")
    field.locator("input[type=file]").set_input_files(GIVEN)
    expect(page.get_by_text("⚠ 待核：98765")).to_be_visible()
    expect(page.get_by_text("<img src=x onerror=alert(1)>").first).to_be_visible()
    assert page.locator("img[src=x]").count() == 0
    with page.expect_download() as review:
        press(page.get_by_role("button", name="下载复核稿"))
    assert review.value.suggested_filename.startswith("柳荫总结_复核稿_待核")
    copy = Document(str(review.value.path()))
    assert copy.paragraphs[0].text.startswith("柳荫社区2025年文明创建工作总结")
    assert any("98765" in p.text for p in copy.paragraphs)
    flagged = len(list(copy.comments))
    with page.expect_download() as archive:
        press(page.get_by_role("button", name="下载核对台账"))
    book = load_workbook(io.BytesIO(archive.value.path().read_bytes()))
    rows = list(book["数字核对"].iter_rows(min_row=2, values_only=True))
    assert sum(row[4] == "待核" for row in rows) == flagged
    assert not any("98765" in content.decode("latin-1") for content in server.stored())
