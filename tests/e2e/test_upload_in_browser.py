"""A file that is too large: refused at once and in Chinese on the page, and at the server's door without the page."""

from __future__ import annotations

import http.client
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from desk import press, settled
from export_work import finished
from playwright.sync_api import Page, Request, expect

from drafter.store import Store

if TYPE_CHECKING:
    from conftest import Server

pytestmark = pytest.mark.browser
MB = 1024 * 1024
_LATIN = re.compile("[A-Za-z]{3,}")


@pytest.fixture
def export(page: Page, server: Server) -> Page:
    """The page 导出 of a finished document, with the field for a file that comes back."""
    store = Store(server.database_url)
    work = store.create(finished())
    store.close()
    page.goto(f"{server.url}/export?draft={work.id}")
    press(page.get_by_text("在 Word 里改过了"))
    expect(page.get_by_text("也可以把文件拖到这里").last).to_be_visible()
    return page


def test_pages_that_a_narrow_window_folds_away_are_told_in_chinese(page: Page) -> None:
    page.set_viewport_size({"width": 800, "height": 800})
    folded = page.get_by_role("banner").get_by_text(re.compile("^另有 [0-9]+ 页$"))
    expect(folded).to_be_visible()
    press(folded)
    expect(page.get_by_role("menuitem", name="设置")).to_be_visible()


def test_at_1024_pixels_all_pages_and_all_columns_of_the_table_are_in_sight(page: Page) -> None:
    page.set_viewport_size({"width": 1024, "height": 800})
    expect(page.get_by_role("banner").get_by_role("link")).to_have_count(9)
    expect(page.get_by_role("banner").get_by_role("link", name="设置")).to_be_visible()
    press(page.get_by_role("button", name="新建文稿"))
    table = page.get_by_test_id("stDataFrame").first
    expect(table.locator("canvas").first).to_be_visible()
    assert table.evaluate("t => [...t.querySelectorAll('.dvn-scroller')].every(s => s.scrollWidth <= s.clientWidth)")


def test_a_file_of_300_mb_is_refused_at_once_in_chinese(export: Page, tmp_path: Path) -> None:
    large = tmp_path / "很大.docx"
    with large.open("wb") as file:
        file.truncate(300 * MB)
    begun = time.monotonic()
    export.locator("input[type=file]").last.set_input_files(large)
    expect(export.get_by_text("超过 20MB 的上限，没有上传：请删去图片或拆成几个文件。")).to_be_visible()
    assert time.monotonic() - begun < 2
    settled(export)
    export.locator("[data-testid=stFileChip]").hover()
    expect(export.locator("[data-testid=stTooltipErrorContent]")).to_have_text(re.compile("^超过 20MB 的上限"))


def test_the_file_fields_speak_chinese_only(export: Page, tmp_path: Path) -> None:
    field = export.locator("[data-testid=stFileUploader]").last
    expect(field.get_by_test_id("stBaseButton-secondary")).to_contain_text("选择文件")
    expect(field.get_by_text("也可以把文件拖到这里")).to_be_visible()
    other = tmp_path / "图.png"
    other.write_bytes(b"x")
    export.locator("input[type=file]").last.set_input_files(other)
    expect(field.get_by_text("不收这种文件，没有上传：请换成 .docx 文件。")).to_be_visible()
    expect(field.get_by_role("button", name="移除 图.png")).to_be_visible()
    told = field.evaluate(
        "e => [e, ...e.querySelectorAll('*')].flatMap(n => [n.getAttribute('aria-label') ?? '',"
        " n.dataset.testid === 'stIconMaterial' ? '' : [...n.childNodes].filter(c => c.nodeType === 3)"
        ".map(c => c.data).join('')])"
    )
    english = {words for words in told if _LATIN.search(words.replace(".docx", "").replace("Word", ""))}
    assert english == {"图.png", "图.png, 1.0B", "移除 图.png"}


def test_the_server_takes_no_300_mb_from_anybody(export: Page, server: Server) -> None:
    asked: list[Request] = []
    export.on("request", lambda r: asked.append(r) if r.method == "PUT" else None)
    field = export.locator("input[type=file]").last
    field.set_input_files({"name": "小.docx", "mimeType": "application/octet-stream", "buffer": b"PK"})
    expect(export.get_by_text("“小.docx”不是能读的Word文件")).to_be_visible()
    path = "/" + asked[0].url.split("/", 3)[3]
    headers = {k: v for k, v in asked[0].all_headers().items() if k in ("cookie", "x-xsrftoken", "content-type")}
    before = server.peak_mb()
    for length in ({"content-length": str(300 * MB)}, {"transfer-encoding": "chunked"}):
        begun = time.monotonic()
        assert refused(server.port, path, headers | length) == 413
        assert time.monotonic() - begun < 2
    assert server.peak_mb() - before < 200


def refused(port: int, path: str, headers: dict[str, str]) -> int:
    """Send 300 MB and return the status of the answer, which may come before all of it is sent."""
    boundary = re.search("boundary=(.+)", headers["content-type"])
    assert boundary is not None
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest("PUT", path)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    try:
        for part in _body(boundary[1]):
            framed = b"%x\r\n%s\r\n" % (len(part), part) if "transfer-encoding" in headers else part
            connection.send(framed)
    except (BrokenPipeError, ConnectionResetError):
        pass
    answer = connection.getresponse()
    connection.close()
    return answer.status


def _body(boundary: str) -> Iterator[bytes]:
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="f"; filename="a.docx"\r\n\r\n'
    yield head.encode()
    for _ in range(300):
        yield bytes(MB)
