"""Writes paragraphs and tables into an opened .docx, by style. No other module builds its XML."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drafter.word import styles
from drafter.word.blocks import printable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.run import Run

_AMBIGUOUS = re.compile("[“”‘’—…]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph that becomes a run of its own; `style` names a character style, or is empty."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Canvas:
    """An opened document and the ids under which it knows our styles."""

    document: Document
    ids: Mapping[str, str]
    """Our style id -> the document's own."""
    title_size: int = styles.TITLE_SIZE
    """In half points, as is the next."""
    body_size: int = styles.BODY_SIZE
    mark_chinese: bool = False
    """Whether “”—… must be marked as Chinese on their runs, because the styles may leave them to a Western font."""

    @property
    def text_width(self) -> int:
        """The width of the text area in twips."""
        section = self.document.sections[-1]
        width, left, right = section.page_width, section.left_margin, section.right_margin
        if width is None or left is None or right is None:
            return styles.PAGE.text_width
        return int((width - left - right) / 635)

    def paragraph(self, style: str, pieces: Iterable[Piece], right: int | None = None) -> list[Run]:
        """Add a paragraph and return its runs, one a piece; `right` is a right indent in twips, decided by the text."""
        return self._fill(self.document.element.body.add_p(), style, pieces, right)

    def keep_last_with_next(self) -> None:
        """Bind the last paragraph to what follows, so that no page holds issuer and date alone."""
        paragraphs = self.document.element.body.p_lst
        paragraphs[-1].get_or_add_pPr().keepNext_val = True

    def _fill(self, paragraph: Any, style: str, pieces: Iterable[Piece], right: int | None = None) -> list[Run]:
        from docx.shared import Twips
        from docx.text.paragraph import Paragraph
        from docx.text.run import Run

        proxy = Paragraph(paragraph, self.document._body)
        paragraph.style = self.ids[style]
        if right is not None:
            proxy.paragraph_format.right_indent = Twips(right)
            # Characters win over twips in Word, and the style gives some: 0 takes them back.
            paragraph.pPr.ind.set(_w("rightChars"), "0")
        runs = []
        for piece in pieces:
            run = paragraph.add_r()
            run.text = printable(piece.text)
            if piece.style:
                run.style = self.ids[piece.style]
            if self.mark_chinese and _AMBIGUOUS.search(piece.text):
                run.get_or_add_rPr().get_or_add_rFonts().set(_w("hint"), "eastAsia")
            runs.append(Run(run, proxy))
        return runs

    def start_page(self) -> None:
        """Let the last paragraph begin a page."""
        self.document.element.body.p_lst[-1].get_or_add_pPr().pageBreakBefore_val = True

    def has_comments(self) -> bool:
        """Tell whether any comment was added."""
        return any(rel.reltype.endswith("/comments") for rel in self.document.part.rels.values())

    def table(
        self, header: Sequence[str], rows: Sequence[Sequence[str]], cell: str, shares: Sequence[int]
    ) -> list[list[list[Run]]]:
        """Add a table over the whole text width and return the runs of each cell, the header's row first.

        The header repeats on each page and no row is torn. `cell` is the style of the text; `shares` are the columns'
        widths in proportion.
        """
        widths = [self.text_width * share // sum(shares) for share in shares]
        body = self.document.element.body
        table = _new_table(self.ids[styles.GRID], widths)
        body._insert_tbl(table)
        made = []
        for number, texts in enumerate([header, *rows]):
            row = _new_row(heads=number == 0)
            table.append(row)
            made.append([self._cell(row, text, width, cell) for text, width in zip(texts, widths, strict=True)])
        return made

    def _cell(self, row: Any, text: str, width: int, style: str) -> list[Run]:
        from docx.oxml.parser import OxmlElement

        box = OxmlElement("w:tc")
        layout = OxmlElement("w:tcPr")
        layout.append(OxmlElement("w:tcW", {_w("w"): str(width), _w("type"): "dxa"}))
        layout.append(OxmlElement("w:vAlign", {_w("val"): "center"}))
        box.append(layout)
        row.append(box)
        runs = []
        for line in text.split("\n"):
            paragraph = OxmlElement("w:p")
            box.append(paragraph)
            runs += self._fill(paragraph, style, [Piece(line)])
        return runs

    def saved(self) -> bytes:
        """Return the document as bytes."""
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()


def _new_row(heads: bool) -> Any:
    from docx.oxml.parser import OxmlElement

    row = OxmlElement("w:tr")
    properties = OxmlElement("w:trPr")
    properties.append(OxmlElement("w:cantSplit"))
    if heads:
        properties.append(OxmlElement("w:tblHeader"))
    row.append(properties)
    return row


def _new_table(style: str, widths: Sequence[int]) -> Any:
    from docx.oxml.parser import OxmlElement

    table = OxmlElement("w:tbl")
    properties = OxmlElement("w:tblPr")
    for tag, attributes in (
        ("w:tblStyle", {"val": style}),
        ("w:tblW", {"w": str(sum(widths)), "type": "dxa"}),
        ("w:jc", {"val": "center"}),
        ("w:tblLayout", {"type": "fixed"}),
    ):
        properties.append(OxmlElement(tag, {_w(name): value for name, value in attributes.items()}))
    grid = OxmlElement("w:tblGrid")
    for width in widths:
        grid.append(OxmlElement("w:gridCol", {_w("w"): str(width)}))
    table.append(properties)
    table.append(grid)
    return table


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
