"""A draft -> the clean .docx. Text and style names only: every look sits in the reference file or in the template."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.models import Draft, Section, Table
from drafter.structure.numbering import heading_marker
from drafter.word import styles
from drafter.word.blocks import Block, printable, section_blocks
from drafter.word.canvas import Canvas, Piece
from drafter.word.ending import official_date, place
from drafter.word.places import DATE, ISSUER, TITLE, caption_key, heading_key
from drafter.word.reference import reference_bytes
from drafter.word.styles import STOCK, FontSet
from drafter.word.template import Template, template_canvas
from drafter.word.title import break_title

if TYPE_CHECKING:
    from docx.text.run import Run

Cut = tuple[int, int]
"""Start and end of a stretch of a place's text, in code points."""


def docx_bytes(draft: Draft, fonts: FontSet = STOCK, template: Template | None = None) -> bytes:
    """Return the draft as a Word file: to GB/T 9704-2012, or in the unit's own template.

    Sections without text and table are left out. With a template, the fonts are those of the styles that it lacks.
    """
    canvas = new_canvas(fonts, template)
    write_draft(canvas, draft, {})
    return canvas.saved()


def new_canvas(fonts: FontSet, template: Template | None) -> Canvas:
    """Return an empty document: of our own layout, or of the template's."""
    from docx import Document

    if template is not None:
        return template_canvas(template, fonts)
    document = Document(io.BytesIO(reference_bytes(fonts)))
    return Canvas(document, {style.id: style.id for style in styles.STYLES} | {styles.GRID: styles.GRID})


@dataclass(frozen=True, slots=True)
class Written:
    """The runs that a comment can be anchored to."""

    text: dict[tuple[str, Cut], list[Run]] = field(default_factory=dict)
    """By the key of the place and the cut."""
    cells: dict[str, list[list[list[Run]]]] = field(default_factory=dict)
    """By section key: row, column; the header is row 0."""

    def note(self, key: str, marked: Iterable[tuple[Cut, Run]]) -> None:
        """Keep the runs of a place's cuts."""
        for cut, run in marked:
            self.text.setdefault((key, cut), []).append(run)


def write_draft(canvas: Canvas, draft: Draft, cuts: Mapping[str, Sequence[Cut]]) -> Written:
    """Write a draft; each cut of a place (see `places`) becomes runs of its own. A place's cuts must not overlap."""
    _write_properties(canvas, draft)
    written = Written()
    widest = canvas.text_width // (canvas.title_size * 10)
    title = "\n".join(break_title(draft.title, draft.unit, widest))
    moved = {_in_lines(draft.title, title, cut): cut for cut in cuts.get(TITLE, ())}
    marked = _write_block(canvas, Block(styles.TITLE, title), tuple(moved))
    written.note(TITLE, ((moved[cut], run) for cut, run in marked))
    for section, marker in numbered_sections(draft):
        if section.heading:
            block = Block(styles.HEADINGS[0], marker + section.heading, -len(marker))
            written.note(heading_key(section), _write_block(canvas, block, cuts.get(heading_key(section), ())))
        for block in section_blocks(section.text):
            written.note(section.key, _write_block(canvas, block, cuts.get(section.key, ())))
        if section.table is not None:
            block = Block(styles.CAPTION, section.table.caption)
            written.note(caption_key(section), _write_block(canvas, block, cuts.get(caption_key(section), ())))
            written.cells[section.key] = _write_table(canvas, section.table)
    _write_ending(canvas, draft, cuts, written)
    return written


def _in_lines(typed: str, broken: str, cut: Cut) -> Cut:
    """Return where a stretch of a title stands once the title is broken into lines."""
    solid = [at for at, sign in enumerate(broken) if not sign.isspace()]
    before, length = (sum(not sign.isspace() for sign in part) for part in (typed[: cut[0]], typed[slice(*cut)]))
    return solid[before], solid[before + length - 1] + 1


def numbered_sections(draft: Draft) -> Iterator[tuple[Section, str]]:
    """Yield the sections that say something, each with its heading's marker (一、), empty where it has none."""
    number = 0
    for section in draft.sections:
        if section.text.strip() or section.table is not None:
            number += bool(section.heading)
            yield section, heading_marker(1, number) if section.heading else ""


def _write_properties(canvas: Canvas, draft: Draft) -> None:
    properties = canvas.document.core_properties
    properties.title = printable(draft.title.replace("\n", ""))[:255]
    properties.author = printable(draft.unit)[:255]
    properties.language = "zh-CN"


def _write_block(
    canvas: Canvas, block: Block, cuts: Sequence[Cut], right: int | None = None
) -> Iterator[tuple[Cut, Run]]:
    """Write a paragraph as its result is read, and yield the runs of each cut; `right` is its right indent in twips."""
    end = block.start + len(block.text)
    inside = [cut for cut in cuts if cut[0] < end and cut[1] > block.start]
    edges = {0, block.lead, len(block.text)}
    edges |= {min(max(edge - block.start, 0), len(block.text)) for cut in inside for edge in cut}
    ordered = sorted(edges)
    spans = list(pairwise(ordered))
    pieces = [Piece(block.text[a:b], block.lead_style if b <= block.lead else "") for a, b in spans]
    runs = canvas.paragraph(block.style, pieces, right)
    for (a, b), run in zip(spans, runs, strict=True):
        for cut in inside:
            if cut[0] <= block.start + a and block.start + b <= cut[1]:
                yield cut, run


def _write_table(canvas: Canvas, table: Table) -> list[list[list[Run]]]:
    # The first column, the label, and the last, the change in words, need the room.
    shares = [2] + [1] * (len(table.header) - 2) + [2]
    return canvas.table(table.header, table.rows, styles.CELL, shares[: len(table.header)])


def _write_ending(canvas: Canvas, draft: Draft, cuts: Mapping[str, Sequence[Cut]], written: Written) -> None:
    date = official_date(draft.date)
    at = place(draft.unit, date, canvas.body_size * 10, canvas.text_width)
    canvas.keep_last_with_next()
    if draft.unit:
        issuer = Block(styles.ISSUER, draft.unit)
        written.note(ISSUER, _write_block(canvas, issuer, cuts.get(ISSUER, ()), at.issuer))
    if date:
        written.note(DATE, _write_block(canvas, Block(styles.DATE, date), cuts.get(DATE, ()), at.date))
