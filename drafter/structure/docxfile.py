"""The paragraphs of a Word file in reading order, with the numbers that Word itself puts before them.

The guard opens the package; the paragraphs are read from its XML, because a reader has to see content controls,
inserted text, text boxes and automatic numbers, none of which `Document.paragraphs` gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from drafter.docx_guard import open_docx
from drafter.structure.lines import Line
from drafter.structure.wordnumbers import Numbering, attribute, named

_HEADING_STYLE = re.compile(r"(?:heading|标题)\s*([1-9])", re.I)
_SKIPPED = {"del", "moveFrom", "pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "Fallback", "instrText", "delText"}


def docx_lines(data: bytes, name: str, max_bytes: int) -> list[Line]:
    """Return the paragraphs of a .docx; raise InputError when it is unsafe, encrypted, damaged or no Word file."""
    document = open_docx(data, name, max_bytes)
    parts = document.part.package.iter_parts()
    numbering = next((part.element for part in parts if part.partname.endswith("/numbering.xml")), None)
    numbers = Numbering(numbering, document.styles.element)
    levels = _style_levels(document.styles.element)
    return [line for line in _lines_of(document.element.body, levels, numbers) if line.text]


def _style_levels(styles: Any) -> dict[str, int]:
    """Return the heading level of each paragraph style that has one: by its outline level, else by its name."""
    levels: dict[str, int] = {}
    for style in styles.iter("{*}style"):
        outline = next((attribute(e, "val") for e in style.iter("{*}outlineLvl")), "")
        label = next((attribute(e, "val") for e in style.iter("{*}name")), "")
        heading = _HEADING_STYLE.match(label)
        if outline.isdigit() and int(outline) < 9:
            levels[attribute(style, "styleId")] = int(outline) + 1
        elif heading:
            levels[attribute(style, "styleId")] = int(heading[1])
    return levels


def _lines_of(node: Any, levels: dict[str, int], numbers: Numbering) -> Iterator[Line]:
    """Yield the paragraphs below an element in reading order; a table row of one-line cells is one line."""
    for child in node:
        if named(child, "p"):
            yield from _paragraph(child, levels, numbers)
        elif named(child, "tr"):
            cells = [list(_lines_of(cell, levels, numbers)) for cell in child if not named(cell, "trPr")]
            if all(len(cell) <= 1 for cell in cells):
                yield Line("\t".join(line.text for cell in cells for line in cell))
            else:
                yield from (line for cell in cells for line in cell)
        elif isinstance(child.tag, str) and not any(named(child, tag) for tag in _SKIPPED):
            yield from _lines_of(child, levels, numbers)


def _paragraph(paragraph: Any, levels: dict[str, int], numbers: Numbering) -> Iterator[Line]:
    style = next((attribute(e, "val") for e in paragraph.iterfind("{*}pPr/{*}pStyle")), "")
    outline = next((attribute(e, "val") for e in paragraph.iterfind("{*}pPr/{*}outlineLvl")), "")
    level = int(outline) + 1 if outline.isdigit() and int(outline) < 9 else levels.get(style, 0)
    boxes: list[Any] = []
    text = "".join(_words(paragraph, boxes))
    if text.strip():
        text = numbers.next_marker(paragraph, style) + text.strip()
    for part in text.splitlines():
        if part.strip():
            yield Line(part.strip(), level)
    for box in boxes:
        yield from _lines_of(box, levels, numbers)


def _words(node: Any, boxes: list[Any]) -> Iterator[str]:
    for child in node:
        if named(child, "t"):
            yield child.text or ""
        elif named(child, "tab"):
            yield "\t"
        elif named(child, "br") or named(child, "cr"):
            yield "" if attribute(child, "type") in ("page", "column") else "\n"
        elif named(child, "noBreakHyphen"):
            yield "-"
        elif named(child, "txbxContent"):
            boxes.append(child)
        elif isinstance(child.tag, str) and not any(named(child, tag) for tag in _SKIPPED):
            yield from _words(child, boxes)
