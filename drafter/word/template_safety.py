"""What of a unit's template may travel into the files that are made from it: nothing that runs or reaches outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from drafter.errors import InputError

if TYPE_CHECKING:
    from docx.document import Document

# Web settings are left out: the frames in them load pages from outside.
_KEPT = frozenset(
    {"styles", "settings", "numbering", "theme", "fontTable", "header", "footer", "footnotes", "endnotes"}
)
_OBJECTS = frozenset(
    {"oleObject", "package", "control", "activeXControlBinary", "aFChunk", "subDocument", "vbaProject"}
)
# Fields that start a program or fetch a file when Word updates them.
_FETCHING = re.compile(r"^\s*(?:DDE|DDEAUTO|LINK|INCLUDETEXT|INCLUDEPICTURE|IMPORT|DATABASE|MACROBUTTON)\b", re.I)


def refuse_what_acts(document: Document, name: str) -> None:
    """Raise InputError, with the remedy, where header, footer or another part that is kept holds what acts in Word."""
    for part in _kept_parts(document):
        if part is document.part._settings_part:
            continue  # its links are cut: see drop_attachments
        for rel in part.rels.values():
            kind = _kind(rel)
            if rel.is_external and kind != "hyperlink":
                raise InputError(f"“{name}”的页眉或页脚链接着外部文件，请在Word里改成嵌入的图片后再上传。")
            if kind in _OBJECTS:
                raise InputError(f"“{name}”的页眉或页脚里有嵌入的对象（如表格、控件），请在Word里换成图片后再上传。")
        if any(_FETCHING.match(code) for code in _field_codes(part)):
            raise InputError(f"“{name}”的页眉或页脚里有取用外部内容的域，请在Word里删去这个域后再上传。")


def drop_attachments(document: Document) -> None:
    """Drop the parts that only the removed text used, and the links of the settings, as to the template's own one."""
    _drop(document.part, lambda rel: _kind(rel) not in _KEPT)
    settings = document.settings.element
    for element in settings.xpath("./w:attachedTemplate|./w:mailMerge"):
        settings.remove(element)
    _drop(document.part._settings_part, lambda rel: rel.is_external)


def _drop(part: Any, unwanted: Any) -> None:
    for key in [key for key, rel in part.rels.items() if unwanted(rel)]:
        del part.rels[key]


def _kept_parts(document: Document) -> Iterator[Any]:
    """Yield the parts that are kept, and those that they lead to."""
    waiting = [r.target_part for r in document.part.rels.values() if _kind(r) in _KEPT and not r.is_external]
    seen: set[int] = set()
    while waiting:
        part = waiting.pop()
        if id(part) not in seen and part is not document.part:
            seen.add(id(part))
            yield part
            waiting += [rel.target_part for rel in part.rels.values() if not rel.is_external]


def _kind(rel: Any) -> str:
    return str(rel.reltype).rsplit("/", 1)[-1]


def _field_codes(part: Any) -> Iterator[str]:
    """Yield the codes of a part's fields; one that is split over runs is put together paragraph by paragraph."""
    element = getattr(part, "element", None)
    if element is None:
        return
    yield from (str(code) for code in element.xpath(".//w:fldSimple/@w:instr"))
    for paragraph in element.xpath(".//w:p"):
        codes = "".join(
            "\n" if run.tag.endswith("fldChar") else run.text or ""
            for run in paragraph.xpath(".//w:instrText|.//w:fldChar")
        )
        yield from codes.split("\n")
