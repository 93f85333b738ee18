"""The text of a PDF as paragraphs: page furniture dropped, lines that the page width broke joined again."""

from __future__ import annotations

import io
import re
from collections import Counter
from itertools import count
from typing import TYPE_CHECKING

from drafter.errors import InputError
from drafter.structure.lines import Line

if TYPE_CHECKING:
    from pypdf import PdfReader

# A page of text takes some 20 KB and 1,000 operations to draw.
_MOST_PAGES = 300
_MOST_CONTENT = 4_000_000
_MOST_OPERATIONS = 200_000
_PAGE_NUMBER = re.compile(r"[-—–―\s·第]*\d{1,4}\s*(?:/\s*\d{1,4})?[-—–―\s·页]*")
_LAYOUT_SPACE = re.compile(r"(?<=[\dA-Za-z%]) (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) (?=[\dA-Za-z])")
_SENTENCE_END = "。！？；：.!?;:”』」）)"
_STARTS_ANEW = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d)|[①-⑳]|第[一二三四五六七八九十]+[章条篇]"
)


def pdf_lines(data: bytes, name: str, max_chars: int) -> list[Line]:
    """Return the paragraphs of a PDF that carries text; raise InputError for an encrypted, broken or scanned one."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    too_much = InputError(f"“{name}”的页数或内容过多，为安全起见没有读取，请拆成几个文件，或改用Word文件。")
    operations = count()

    def bounded(*_: object) -> None:
        if next(operations) > _MOST_OPERATIONS:
            raise too_much

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(f"“{name}”设了打开密码，请去掉密码后再上传。")
        if len(reader.pages) > _MOST_PAGES or _content_size(reader) > _MOST_CONTENT:
            raise too_much
        pages, total = [], 0
        for page in reader.pages:
            text = page.extract_text(visitor_operand_before=bounded)
            pages.append([_tidy(line) for line in text.splitlines() if line.strip()])
            total += sum(map(len, pages[-1]))
            if total > max_chars:
                raise InputError(f"“{name}”的文字超过{max_chars // 10000}万字，请拆成几个文件再上传。")
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(f"“{name}”不是能读的PDF文件，可能已损坏，请重新导出后再试。") from error
    if not total:
        raise InputError(f"“{name}”里没有文字，可能是扫描件，请先做文字识别，或改用Word文件。")
    return _reflow([line for page in _without_furniture(pages) for line in page])


def _content_size(reader: PdfReader) -> int:
    """Return the bytes that the pages are drawn by, counted up to what is too much; the rest is not unpacked."""
    size = 0
    for page in reader.pages:
        content = page.get_contents()
        size += len(content.get_data()) if content is not None else 0
        if size > _MOST_CONTENT:
            break
    return size


def _without_furniture(pages: list[list[str]]) -> list[list[str]]:
    """Drop page numbers, and first and last lines that come back on at least half of the pages."""
    edges = Counter(_shape(line) for page in pages for line in {*page[:2], *page[-2:]} if line[-1] not in "。；，")
    often = {shape for shape, n in edges.items() if n >= max(3, len(pages) / 2)}
    kept = []
    for page in pages:
        rim = {0, 1, len(page) - 2, len(page) - 1}
        kept.append(
            [
                line
                for at, line in enumerate(page)
                if not (at in rim and (_shape(line) in often or _PAGE_NUMBER.fullmatch(line)))
            ]
        )
    return kept


def _tidy(line: str) -> str:
    """Take out the spaces that a layout program puts between figures and Chinese characters."""
    return _LAYOUT_SPACE.sub("", line.strip())


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _reflow(lines: list[str]) -> list[Line]:
    """Join a line that fills the page width, or breaks off inside a sentence, with the next one."""
    widths = sorted(_width(line) for line in lines)
    full = widths[int(len(widths) * 0.8)] * 0.7 if widths else 0
    joined: list[str] = []
    open_end = False
    for line in lines:
        if open_end and not _STARTS_ANEW.match(line):
            joined[-1] += line if not (joined[-1][-1].isascii() and line[0].isascii()) else " " + line
        else:
            joined.append(line)
        open_end = _width(line) >= full and line[-1] not in _SENTENCE_END
    return [Line(line) for line in joined]


def _width(line: str) -> float:
    return sum(0.5 if character.isascii() else 1 for character in line)
