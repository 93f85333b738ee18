"""Opens .docx and .xlsx files from outside. What is no plain, sound file of that kind is refused in one sentence.

Everything is bounded before it is unpacked or parsed: bytes, parts, unpacked size, XML elements. So a hostile file
costs neither time nor memory. Nothing in a file is run, and no entity, template or link of it is followed.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import InputError

if TYPE_CHECKING:
    from docx.document import Document

MAX_BYTES = 20 * 1024 * 1024
_MAX_PARTS = 1000
_MAX_UNPACKED = 48 * 1024 * 1024
# Tags and attributes: forty thousand runs stay below this. lxml needs up to 200 bytes for each.
_MAX_MARKS = 600_000
_MAX_XML = 24 * 1024 * 1024
_CHUNK = 256 * 1024
_DTD = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)
_STRICT = b"purl.oclc.org/ooxml"


@dataclass(frozen=True, slots=True)
class Office:
    """One kind of Office file: what it is called, and what its list of content types says."""

    program: str
    ending: str
    name: str
    main: bytes
    others: tuple[tuple[bytes, str], ...]
    """Traits of the files that are most often renamed or taken for it, and what staff can do."""


_SLIDES = b"presentationml"
WORD = Office(
    "Word",
    ".docx",
    "Word文档",
    b"wordprocessingml.document.main+xml",
    (
        (b"macroenabled", "带有宏，为安全起见不能使用，请在Word里另存为不带宏的.docx。"),
        (b"wordprocessingml.template.main", "是Word模板（.dotx），请在Word里另存为.docx后再上传。"),
        (b"spreadsheetml", "是Excel表格，不是Word文档，请换成.docx文件。"),
        (_SLIDES, "是演示文稿，不是Word文档，请换成.docx文件。"),
    ),
)
EXCEL = Office(
    "Excel",
    ".xlsx",
    "Excel表格",
    b"spreadsheetml.sheet.main+xml",
    (
        (b"macroenabled", "带有宏，为安全起见不能使用，请在Excel里另存为不带宏的.xlsx。"),
        (b"spreadsheetml.template.main", "是Excel模板（.xltx），请在Excel里另存为.xlsx后再上传。"),
        (b"wordprocessingml", "是Word文档，不是Excel表格，请把扩展名改回.docx再上传。"),
        (_SLIDES, "是演示文稿，不是Excel表格，请换成.xlsx文件。"),
    ),
)


def read_docx(path: Path) -> bytes:
    """Return the bytes of a .docx file, its size checked before it is read; raise InputError when it is too large."""
    if path.stat().st_size > MAX_BYTES:
        raise InputError(_too_large(path.name, MAX_BYTES))
    return path.read_bytes()


def open_docx(data: bytes, name: str, max_bytes: int = MAX_BYTES) -> Document:
    """Open a .docx that came from outside; `name` is for the sentence.

    Raises InputError, with the remedy, for anything else: too large, zip bomb, macros, password, other format, damaged.
    """
    check_docx(data, name, max_bytes)
    from docx import Document

    with foreign_xml(name):
        document = Document(io.BytesIO(data))
        if document.element.body is None or document.settings is None or not len(document.styles):
            raise ValueError("no body or no styles")
    return document


@contextmanager
def foreign_xml(name: str, office: Office = WORD) -> Iterator[None]:
    """Turn what python-docx, openpyxl and lxml raise over XML that breaks the schema into InputError.

    They raise whatever comes first (a missing child is an AttributeError), so the list is long; keep the block short.
    """
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError  # type: ignore[import-untyped]

    wrong = (LxmlError, OpcError, SyntaxError, LookupError, ValueError, AttributeError, TypeError, RecursionError,
             zipfile.BadZipFile, zlib.error)  # fmt: skip
    try:
        yield
    except wrong as error:
        raise InputError(f"“{name}”的内容已损坏，请用{office.program}打开后另存为{office.ending}再试。") from error


def check_docx(data: bytes, name: str, max_bytes: int = MAX_BYTES) -> None:
    """Raise InputError unless these bytes are a Word document that is safe to open."""
    check_office(data, name, WORD, max_bytes)


def check_office(data: bytes, name: str, office: Office, max_bytes: int = MAX_BYTES) -> None:
    """Raise InputError unless these bytes are a file of that kind that is safe to open."""
    if len(data) > max_bytes:
        raise InputError(_too_large(name, max_bytes))
    _check_container(data, name, office)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_listing(package, name, office)
            _check_kind(package, name, office)
            _check_xml(package, name, office)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, NotImplementedError, RuntimeError) as error:
        raise InputError(
            f"“{name}”不是能读的{office.program}文件，可能已损坏，请用{office.program}打开后另存为{office.ending}再试。"
        ) from error


def _too_large(name: str, max_bytes: int) -> str:
    return f"“{name}”超过{max_bytes / 1024 / 1024:g}MB的上限，请删去图片或拆成几个文件。"


def _check_container(data: bytes, name: str, office: Office) -> None:
    if not data.strip():
        raise InputError(f"“{name}”是空文件，请检查是否选错了文件。")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise InputError(f"“{name}”设了打开密码，请在{office.program}里去掉密码后再上传。")
        raise InputError(f"“{name}”是旧版.doc或.xls格式，请在{office.program}里另存为{office.ending}后再上传。")
    if not data.startswith(b"PK"):
        raise InputError(
            f"“{name}”不是{office.name}，可能是改了扩展名的其他文件，请用{office.program}打开后另存为{office.ending}。"
        )


def _check_listing(package: zipfile.ZipFile, name: str, office: Office) -> None:
    parts = package.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise InputError(f"“{name}”设了打开密码，请去掉密码后再上传。")
    names = [part.filename.lower() for part in parts]
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED or len(set(names)) < len(names):
        raise InputError(f"“{name}”解开后过大或结构异常，为安全起见没有读取，请删去图片或拆成几个文件。")
    if any("vbaproject" in part or "/activex/" in part for part in names):
        raise InputError(f"“{name}”{office.others[0][1]}")


def _check_kind(package: zipfile.ZipFile, name: str, office: Office) -> None:
    """Refuse what the list of content types tells to be no plain file of that kind."""
    if "[Content_Types].xml" not in package.namelist():
        raise InputError(f"“{name}”不是{office.name}，可能是改了扩展名的压缩包，请换成{office.ending}文件。")
    with package.open("[Content_Types].xml") as part:
        types = part.read(_CHUNK).replace(b"\0", b"")
    if office.main in types and b"macroenabled" not in types.lower():
        if _STRICT in package.read("_rels/.rels")[:_CHUNK]:
            raise InputError(f"“{name}”是“严格Open XML”格式，请在{office.program}里另存为普通的{office.ending}。")
        return
    for trait, sentence in office.others:
        if trait in types.lower():
            raise InputError(f"“{name}”{sentence}")
    raise InputError(f"“{name}”里没有{office.program}的内容，请用{office.program}打开后另存为{office.ending}再试。")


def _check_xml(package: zipfile.ZipFile, name: str, office: Office) -> None:
    """Count and search the XML parts as a stream: their real size, their elements, and no document type definition."""
    size = marks = 0
    for info in package.infolist():
        if not info.filename.lower().endswith((".xml", ".rels")):
            continue
        with package.open(info) as part:
            tail = b""
            while chunk := part.read(_CHUNK):
                size += len(chunk)
                marks += chunk.count(b"<") + chunk.count(b"=")
                if size > _MAX_XML or marks > _MAX_MARKS:
                    raise InputError(f"“{name}”的内容过多，为安全起见没有读取，请拆成几个文件再上传。")
                # Two-byte encodings hide the letters behind zeros.
                plain = (tail + chunk).replace(b"\0", b"")
                if _DTD.search(plain):
                    raise InputError(
                        f"“{name}”带有外部实体定义，为安全起见没有打开，请用{office.program}另存为{office.ending}再试。"
                    )
                tail = plain[-32:]
