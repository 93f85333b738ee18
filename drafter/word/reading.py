"""The paragraphs of a .docx that was edited outside, as if every tracked change were accepted, without comments.

What is no text (tables, pictures, text boxes, notes) is counted where it stands, so that it can be named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from drafter.structure.wordnumbers import Numbering
from drafter.word.blocks import BLANK

if TYPE_CHECKING:
    from docx.document import Document

_HEADING_STYLE = re.compile(r"(?:heading|标题)\s*([1-9])$", re.I)
_GONE = {"del", "moveFrom", "pPr", "rPr", "Fallback", "instrText", "delText"}
_FOREIGN = {
    "drawing": "图片", "pict": "图片", "object": "嵌入对象", "txbxContent": "文本框", "footnoteReference": "脚注",
    "endnoteReference": "尾注", "oMath": "公式",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the file; `level` is its heading level, 0 for text. A table is one paragraph without text."""

    text: str
    style: str = ""
    """The style's name, as the file keeps it."""
    level: int = 0
    foreign: Counter[str] = field(default_factory=Counter)
    """What stands in it and is no text, by its Chinese name."""
    table: tuple[tuple[str, ...], ...] = ()


def read_paragraphs(document: Document) -> list[Paragraph]:
    """Return the paragraphs and tables of the body in reading order; those without text and content are left out."""
    numbering = next(
        (p.element for p in document.part.package.iter_parts() if p.partname.endswith("/numbering.xml")), None
    )
    names = {s.style_id: str(s.element.name_val or "") for s in document.styles}
    reader = _Reader(names, _levels(document, names), Numbering(numbering, document.styles.element))
    return list(reader.read(document.element.body))


def _levels(document: Document, names: dict[str, str]) -> dict[str, int]:
    levels: dict[str, int] = {}
    for style in document.styles:
        outline = style.element.xpath("./w:pPr/w:outlineLvl/@w:val")
        named = _HEADING_STYLE.match(names[style.style_id])
        if outline and outline[0].isdigit() and int(outline[0]) < 9:
            levels[style.style_id] = int(outline[0]) + 1
        elif named:
            levels[style.style_id] = int(named[1])
    return levels


@dataclass(slots=True)
class _Reader:
    names: dict[str, str]
    levels: dict[str, int]
    numbers: Numbering
    carried: str = ""
    """The text of paragraphs whose mark was deleted: it opens the next one."""

    def read(self, node: Any) -> Iterator[Paragraph]:
        for child in node:
            tag = _tag(child)
            if tag == "p":
                yield from self._paragraph(child)
            elif tag == "tbl":
                yield _table(child)
            elif tag not in _GONE and tag not in ("sectPr", "tblPr"):
                yield from self.read(child)

    def _paragraph(self, element: Any) -> Iterator[Paragraph]:
        foreign: Counter[str] = Counter()
        text = self.carried + "".join(_words(element, foreign))
        self.carried = ""
        if element.xpath("./w:pPr/w:rPr/w:del|./w:pPr/w:rPr/w:moveFrom"):
            self.carried = text
            text = ""
        style = next(iter(element.xpath("./w:pPr/w:pStyle/@w:val")), "")
        outline = next(iter(element.xpath("./w:pPr/w:outlineLvl/@w:val")), "")
        level = int(outline) + 1 if outline.isdigit() and int(outline) < 9 else self.levels.get(style, 0)
        if text.strip(BLANK):
            text = self.numbers.next_marker(element, style) + text.strip(BLANK)
        for part in text.split("\n"):
            if part.strip(BLANK):
                yield Paragraph(part.strip(BLANK), self.names.get(style, ""), level)
        if foreign:
            yield Paragraph("", foreign=foreign)


def _words(node: Any, foreign: Counter[str]) -> Iterator[str]:
    for child in node:
        tag = _tag(child)
        if tag == "t":
            yield child.text or ""
        elif tag == "tab":
            yield " "
        elif tag in ("br", "cr"):
            yield "" if child.get(child.nsmap.get("w", "") and f"{{{child.nsmap['w']}}}type") == "page" else "\n"
        elif tag == "noBreakHyphen":
            yield "-"
        elif tag in _FOREIGN:
            # A text box lies inside a drawing: the inner name says more.
            boxed = child.xpath(".//*[local-name()='txbxContent']") if tag in ("drawing", "pict") else ()
            foreign["文本框" if boxed else _FOREIGN[tag]] += 1
        elif tag not in _GONE:
            yield from _words(child, foreign)


def _table(element: Any) -> Paragraph:
    rows = tuple(
        tuple("\n".join("".join(_words(p, Counter())) for p in cell.xpath(".//w:p")) for cell in row.xpath("./w:tc"))
        for row in element.xpath("./w:tr[not(w:trPr/w:del)]")
    )
    return Paragraph("", foreign=Counter({"表格": 1}), table=rows)


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
