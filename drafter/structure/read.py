"""A file that staff bring -> its paragraphs. The one module of `structure` that opens documents."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import InputError
from drafter.structure.docxfile import docx_lines
from drafter.structure.htmlfile import html_lines
from drafter.structure.lines import Line
from drafter.structure.pdffile import pdf_lines
from drafter.structure.textfile import decode, markdown_lines, text_lines

MAX_BYTES = 20 * 1024 * 1024
MAX_CHARS = 500_000
SUFFIXES = (".docx", ".txt", ".md", ".html", ".htm", ".pdf")

_ELSEWHERE = {
    ".doc": "是旧版Word的.doc格式，请在Word里另存为.docx后再上传。",
    ".wps": "是WPS的.wps格式，请在WPS里另存为.docx后再上传。",
    ".rtf": "是.rtf格式，请在Word里另存为.docx后再上传。",
}


def read_text(path: Path | str, max_bytes: int = MAX_BYTES) -> str:
    """Return the plain text of a file, one paragraph a line; raise InputError in one sentence when it can't be read."""
    return "\n".join(line.text for line in read_lines(path, max_bytes))


def read_lines(path: Path | str, max_bytes: int = MAX_BYTES) -> tuple[Line, ...]:
    """Return the paragraphs of a file with the heading levels it states; raise InputError when it can't be read."""
    path = Path(path)
    try:
        size = path.stat().st_size
        if size > max_bytes:
            raise InputError(f"“{path.name}”超过{max_bytes / 1024 / 1024:g}MB的上限，请删去图片或拆成几个文件。")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"找不到文件“{path}”，请检查路径。") from error
    except IsADirectoryError as error:
        raise InputError(f"“{path}”是文件夹，请指定其中的一个文件。") from error
    except OSError as error:
        raise InputError(f"“{path}”读不出来（{error.strerror}），请检查文件权限。") from error
    return lines_of(path.name, data, max_bytes)


def lines_of(name: str, data: bytes, max_bytes: int = MAX_BYTES) -> tuple[Line, ...]:
    """Return the paragraphs of an uploaded file by its name and content; raise InputError when it can't be read."""
    if len(data) > max_bytes:
        raise InputError(f"“{name}”超过{max_bytes / 1024 / 1024:g}MB的上限，请删去图片或拆成几个文件。")
    if not data.strip():
        raise InputError(f"“{name}”是空文件，请检查是否选错了文件。")
    lines = _by_suffix(name, data, max_bytes)
    if not lines:
        raise InputError(f"“{name}”里没有文字，请检查是否选错了文件。")
    if sum(len(line.text) for line in lines) > MAX_CHARS:
        raise InputError(f"“{name}”的文字超过{MAX_CHARS // 10000}万字，请拆成几个文件再上传。")
    return tuple(lines)


def _by_suffix(name: str, data: bytes, max_bytes: int) -> list[Line]:
    suffix = Path(name).suffix.lower()
    if suffix in _ELSEWHERE:
        raise InputError(f"“{name}”{_ELSEWHERE[suffix]}")
    if suffix == ".docx":
        return docx_lines(data, name, max_bytes)
    if suffix == ".pdf":
        return pdf_lines(data, name, MAX_CHARS)
    if suffix not in SUFFIXES:
        kind = f"“{suffix}”格式" if suffix else "没有扩展名的文件"
        raise InputError(f"“{name}”是不支持的{kind}，请改用{'、'.join(SUFFIXES)}之一。")
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff")):
        raise InputError(f"“{name}”里不是文字，扩展名可能改错了，请改回{_true_suffix(data)}后再试。")
    text = decode(data)
    if text is None or "\0" in text:
        raise InputError(f"“{name}”的文字编码认不出来，请用记事本打开后另存为UTF-8编码再试。")
    if suffix == ".md":
        return markdown_lines(text)
    return html_lines(text, name) if suffix in (".html", ".htm") else text_lines(text)


def _true_suffix(data: bytes) -> str:
    if data.startswith(b"PK"):
        return ".docx"
    return ".pdf" if data.startswith(b"%PDF") else "原来的扩展名"
