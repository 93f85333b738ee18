"""Writes paragraphs and tables into an opened .docx, by style. No other module builds its XML."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from drafter.word import styles
from drafter.word.blocks import printable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.run import Run

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
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
            if self._is_ambiguous(piece.text):
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
        from docx.oxml.parser import parse_xml
        from docx.text.paragraph import Paragraph
        from docx.text.run import Run

        widths = [self.text_width * share // sum(shares) for share in shares]
        lines = [[text.split("\n") for text in row] for row in (header, *rows)]
        # As one text and parsed at once: an evidence table has thousands of cells, each of them ten elements.
        markup = "".join(self._row(row, widths, self.ids[cell], heads=n == 0) for n, row in enumerate(lines))
        table = parse_xml(_table(self.ids[styles.GRID], widths, markup))
        self.document.element.body._insert_tbl(table)
        body = self.document._body
        return [
            [[Run(r, Paragraph(p, body)) for p in box.p_lst for r in p.r_lst] for box in row.tc_lst]
            for row in table.tr_lst
        ]

    def _row(self, cells: Sequence[Sequence[str]], widths: Sequence[int], style: str, *, heads: bool) -> str:
        boxes = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            + "".join(self._line(line, style) for line in lines)
            + "</w:tc>"
            for lines, width in zip(cells, widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if heads else ''}</w:trPr>{boxes}</w:tr>"

    def _line(self, text: str, style: str) -> str:
        hint = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>' if self._is_ambiguous(text) else ""
        words = escape(printable(text), {"\r": " "})
        return (
            f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style)}/></w:pPr>"
            f'<w:r>{hint}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
        )

    def _is_ambiguous(self, text: str) -> bool:
        return self.mark_chinese and _AMBIGUOUS.search(text) is not None

    def saved(self) -> bytes:
        """Return the document as bytes."""
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()


def _table(style: str, widths: Sequence[int], rows: str) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl xmlns:w="{_NAMESPACE}"><w:tblPr><w:tblStyle w:val={quoteattr(style)}/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
