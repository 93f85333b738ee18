"""A unit's own .docx as the layout: its page, fonts, styles and header are used, what it lacks is added and named.

Its text is not taken over, and nothing of it is run: see docx_guard for macros, template_safety for links and objects.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from drafter.docx_guard import foreign_xml, open_docx
from drafter.word import styles
from drafter.word.canvas import Canvas, Piece
from drafter.word.reference import style_element, table_style_element
from drafter.word.styles import STOCK, STYLES, FontSet, Indent, Style
from drafter.word.template_safety import drop_attachments, refuse_what_acts

if TYPE_CHECKING:
    from docx.document import Document

# The names that Chinese Word and WPS show; those of one language alone are asked for by both.
_SHOWN = {
    "Normal": "正文", "Title": "标题", "heading 1": "标题 1", "heading 2": "标题 2", "heading 3": "标题 3",
    "heading 4": "标题 4", "caption": "题注", "header": "页眉", "footer": "页脚", "Table Grid": "网格型",
}  # fmt: skip
# Needed by the review copy alone, or there without being asked for: added without a word.
_UNNAMED = {"Normal", "CommentText", "CommentReference", "Header", "Footer", styles.EVIDENCE_CELL, styles.EVIDENCE_NOTE,
            styles.EVIDENCE_TITLE}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Template:
    """A unit's template that was looked through."""

    data: bytes
    name: str
    missing: tuple[str, ...]
    """The styles it lacks, by the name that Word shows; they are added in the standard's form."""
    notes: tuple[str, ...]
    """Chinese sentences: where its page differs from the standard, and what is not taken over."""


def read_template(data: bytes, name: str) -> Template:
    """Look through an uploaded template; raise InputError when it can't be used."""
    document = open_docx(data, name)
    with foreign_xml(name):
        refuse_what_acts(document, name)
        present = _ids_by_name(document)
        missing = tuple(
            _SHOWN.get(style.name, style.name)
            for style in STYLES
            if style.id not in _UNNAMED and _find(style.name, present) is None
        )
        template = Template(data, name, missing, tuple(_notes(document)))
        # What would fail at an export is to fail now, while its owner is looking.
        trial = template_canvas(template, STOCK)
        trial.document.core_properties.title = name
        trial.paragraph(styles.BODY, [Piece(str(trial.text_width))])
        trial.saved()
    return template


def template_canvas(template: Template, fonts: FontSet) -> Canvas:
    """Return the template without its text, the missing styles added, ready to be written to."""
    document = open_docx(template.data, template.name)
    _join_sections(document)
    document.element.body.clear_content()
    drop_attachments(document)
    ids = _with_missing_styles(document, fonts)
    return Canvas(
        document, ids, _size(document, ids, styles.TITLE), _size(document, ids, styles.BODY), mark_chinese=True
    )


def _ids_by_name(document: Document) -> dict[str, str]:
    return {s.element.name_val.lower(): s.style_id for s in document.styles if s.element.name_val}


def _find(name: str, present: dict[str, str]) -> str | None:
    for spelling in (name, _SHOWN.get(name, name), _SHOWN.get(name, name).replace(" ", "")):
        if spelling.lower() in present:
            return present[spelling.lower()]
    return None


def _with_missing_styles(document: Document, fonts: FontSet) -> dict[str, str]:
    present = _ids_by_name(document)
    taken = set(present.values())
    normal = _normal(document)
    ids: dict[str, str] = {"": ""}
    for style in STYLES:
        found = _find(style.name, present)
        if found is None:
            found = style.id if style.id not in taken else f"{style.id}GB"
            own = _complete(style, normal)
            based_on = ids.get(own.based_on, "")
            added = replace(own, id=found, based_on=based_on, next=ids.get(own.next, ""))
            document.styles.element.append(style_element(added, fonts))
        ids[style.id] = found
    grid = _find("Table Grid", present)
    if grid is None:
        grid = styles.GRID if styles.GRID not in taken else f"{styles.GRID}GB"
        document.styles.element.append(table_style_element(grid, _find("Normal Table", present)))
    return ids | {styles.GRID: grid}


def _normal(document: Document) -> Any:
    from docx.enum.style import WD_STYLE_TYPE

    default = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    return default.element if default is not None else None


def _complete(style: Style, normal: Any) -> Style:
    """Return an added style that leans on the template's 正文 only for what this states itself."""
    if style.kind == "character" or style.based_on != "Normal":
        return style

    def states(path: str) -> bool:
        return normal is not None and bool(normal.xpath(path))

    body = style.id == styles.BODY
    has_font, has_size = states("./w:rPr/w:rFonts/@w:eastAsia"), states("./w:rPr/w:sz")
    has_line, has_indent = states("./w:pPr/w:spacing/@w:line"), states("./w:pPr/w:ind")
    return replace(
        style,
        font=style.font or (None if has_font else "body"),
        size=style.size or (None if has_size else styles.BODY_SIZE),
        tighten=None if body and has_size else style.tighten,
        line=None if body and has_line else style.line,
        before=style.before or (None if body and has_line else 0),
        after=style.after or (None if body and has_line else 0),
        indent=None if body and has_indent else style.indent or Indent(),
    )


def _size(document: Document, ids: dict[str, str], style_id: str) -> int:
    """Return the size that a style has in the document, in half points."""
    elements = {s.style_id: s.element for s in document.styles}
    element = elements.get(ids[style_id])
    for _ in range(20):
        if element is None:
            break
        if found := element.xpath("./w:rPr/w:sz/@w:val"):
            return int(float(found[0]))
        element = elements.get(next(iter(element.xpath("./w:basedOn/@w:val")), ""))
    return styles.TITLE_SIZE if style_id == styles.TITLE else styles.BODY_SIZE


def _join_sections(document: Document) -> None:
    """Give the last section the headers and footers that it inherits: the sections before it go with the text."""
    last = document.element.body.get_or_add_sectPr()
    for earlier in reversed(document.element.sectPr_lst[:-1]):
        have = {(ref.tag, ref.type_) for ref in last.xpath("./w:headerReference|./w:footerReference")}
        for ref in reversed(earlier.xpath("./w:headerReference|./w:footerReference")):
            if (ref.tag, ref.type_) not in have:
                last.insert(0, ref)


def _notes(document: Document) -> Iterator[str]:
    section = document.sections[-1]
    names = ("上", "下", "左", "右")
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    found = [round((m or 0) / 36000, 1) for m in margins]
    if any(abs(mm - standard) > 1 for mm, standard in zip(found, (37, 35, 28, 26), strict=True)):
        listed = "、".join(f"{side}{mm:g}毫米" for side, mm in zip(names, found, strict=True))
        yield f"模板的页边距是{listed}，与国标（上37、下35、左28、右26毫米）不同，按模板使用。"
    paper = round((section.page_width or 0) / 36000), round((section.page_height or 0) / 36000)
    if paper != (210, 297):
        yield f"模板的纸张是{paper[0]}×{paper[1]}毫米，不是A4，按模板使用。"
    if not any("PAGE" in (text or "") for text in _footer_codes(document)):
        yield "模板的页脚没有页码，导出的文件也不会有。"
    if any(p.text.strip() for p in document.paragraphs) or document.tables:
        yield "模板正文里的文字和表格没有带入，只用它的版式、字体和页眉页脚。"


def _footer_codes(document: Document) -> Iterator[str | None]:
    for part in document.part.package.iter_parts():
        if "/footer" in str(part.partname):
            yield from (str(code) for code in part.element.xpath(".//w:instrText/text()|.//w:fldSimple/@w:instr"))
