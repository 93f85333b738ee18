"""The reference .docx that every export starts from: page, styles, grid and footers, made from the data in `styles`.

It is built in memory, so that its source is readable and no binary lies in the repository. Elements are written in the
schema's order (w:pPr, w:rPr, w:sectPr and w:settings are sequences), which Word insists on.
"""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import Any
from xml.sax.saxutils import quoteattr

from drafter.word.styles import BODY_SIZE, GRID, PAGE, PITCH, STAND_INS, STYLES, FontSet, Indent, Slot, Style
from drafter.word.theme import theme_xml

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FOOTERS = (("default", "right"), ("even", "left"))


@cache
def reference_bytes(fonts: FontSet) -> bytes:
    """Return an empty .docx with the page, the styles and the footers of GB/T 9704-2012 in these fonts."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("officeDocument", "word/document.xml"),
            ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
             "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relationships(
            ("styles", "styles.xml"), ("settings", "settings.xml"), ("fontTable", "fontTable.xml"),
            ("footer", "footer1.xml"), ("footer", "footer2.xml"), ("theme", "theme/theme1.xml"),
        ),
        "word/styles.xml": _styles(fonts),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(fonts),
        "word/theme/theme1.xml": theme_xml(fonts),
        "word/footer1.xml": _footer("right"),
        "word/footer2.xml": _footer("left"),
    }  # fmt: skip
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in parts.items():
            package.writestr(zipfile.ZipInfo(name), _XML + xml, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _content_types() -> str:
    kinds = {"document.main": "document", "styles": "styles", "settings": "settings", "fontTable": "fontTable"}
    overrides = [(f"/word/{name}.xml", f"{_TYPE}.{kind}+xml") for kind, name in kinds.items()]
    overrides += [(f"/word/footer{n}.xml", f"{_TYPE}.footer+xml") for n in (1, 2)]
    overrides += [("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml")]
    overrides += [("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")]
    listed = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides)
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relationships(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{kind if ":" in kind else f"{_REL}/{kind}"}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'
    )


def _core() -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title/><dc:creator/></cp:coreProperties>'
    )


def _document() -> str:
    footers = "".join(f'<w:footerReference w:type="{kind}" r:id="rId{n}"/>' for n, (kind, _) in enumerate(_FOOTERS, 4))
    return (
        f"<w:document {_W} {_R}><w:body><w:sectPr>{footers}"
        f'<w:pgSz w:w="{PAGE.width}" w:h="{PAGE.height}"/>'
        f'<w:pgMar w:top="{PAGE.top}" w:right="{PAGE.right}" w:bottom="{PAGE.bottom}" w:left="{PAGE.left}" '
        f'w:header="{PAGE.header}" w:footer="{PAGE.footer}" w:gutter="0"/><w:cols w:space="425"/>'
        # Type lines, not linesAndChars: LibreOffice sets a character that is wider than its cell into two.
        f'<w:docGrid w:type="lines" w:linePitch="{PITCH}"/></w:sectPr></w:body></w:document>'
    )


def _settings() -> str:
    return (
        f'<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )


def _footer(align: str) -> str:
    """Return the footer — 1 —, one character in from the outer edge (GB 7.5)."""

    def run(inner: str) -> str:
        # The look stands on the field's own runs too: an updated number takes it from there.
        return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>{inner}</w:r>'

    field = "".join(
        run(inner)
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>', '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>', "<w:t>1</w:t>", '<w:fldChar w:fldCharType="end"/>',
        )
    )  # fmt: skip
    dash_before, dash_after = run('<w:t xml:space="preserve">— </w:t>'), run('<w:t xml:space="preserve"> —</w:t>')
    return (
        f'<w:ftr {_W}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:{align}="280" w:{align}Chars="100"/>'
        f'<w:jc w:val="{align}"/></w:pPr>{dash_before}{field}{dash_after}</w:p></w:ftr>'
    )


def _font_table(fonts: FontSet) -> str:
    names = dict.fromkeys((fonts.latin, fonts.body, fonts.kai, fonts.hei, fonts.title, fonts.number))
    listed = "".join(
        f"<w:font w:name={quoteattr(name)}>"
        + (f"<w:altName w:val={quoteattr(STAND_INS[name])}/>" if name in STAND_INS else "")
        + f'<w:charset w:val="{"00" if name == fonts.latin else "86"}"/><w:family w:val="auto"/></w:font>'
        for name in names
    )
    return f"<w:fonts {_W}>{listed}</w:fonts>"


def _styles(fonts: FontSet) -> str:
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(fonts, "body")}<w:sz w:val="{BODY_SIZE}"/>'
        f'<w:szCs w:val="{BODY_SIZE}"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        # Widow control would take a line off a page, and 22 are asked for.
        # The gaps that Word puts between 汉字 and digits would break the 28 characters of a line.
        '<w:pPrDefault><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )
    return f"<w:styles {_W}>{defaults}{''.join(_style(style, fonts) for style in STYLES)}{_defaults()}</w:styles>"


def _defaults() -> str:
    margins = '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>{_grid(GRID, 'TableNormal')}"
    )


def _grid(style_id: str, based_on: str | None) -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="table" w:styleId="{style_id}"><w:name w:val="Table Grid"/>{base}'
        f'<w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr></w:style>'
    )


def style_element(style: Style, fonts: FontSet) -> Any:
    """Return one style as an element of its own, for a document that lacks it."""
    from docx.oxml.parser import parse_xml

    return parse_xml(_style(style, fonts).replace("<w:style ", f"<w:style {_W} ", 1))


def table_style_element(style_id: str, based_on: str | None) -> Any:
    """Return the table style with lines all round as an element of its own."""
    from docx.oxml.parser import parse_xml

    return parse_xml(_grid(style_id, based_on).replace("<w:style ", f"<w:style {_W} ", 1))


def _style(style: Style, fonts: FontSet) -> str:
    """Return one style, its properties in the schema's order."""
    known = style.name[0].isascii()
    first = f'w:type="{style.kind}"' + (' w:default="1"' if style.id == "Normal" else "")
    first += "" if known else ' w:customStyle="1"'
    head = f"<w:name w:val={quoteattr(style.name)}/>"
    head += f'<w:basedOn w:val="{style.based_on}"/>' if style.based_on else ""
    head += f'<w:next w:val="{style.next}"/>' if style.next else ""
    ppr = _paragraph(style) if style.kind == "paragraph" else ""
    return (
        f'<w:style {first} w:styleId="{style.id}">{head}<w:uiPriority w:val="1"/><w:qFormat/>'
        + (f"<w:pPr>{ppr}</w:pPr>" if ppr else "")
        + (f"<w:rPr>{rpr}</w:rPr>" if (rpr := _run(style, fonts)) else "")
        + "</w:style>"
    )


def _paragraph(style: Style) -> str:
    out = ("<w:keepNext/>" if style.keep_next else "") + ("<w:keepLines/>" if style.keep_lines else "")
    if style.off_grid:
        out += '<w:snapToGrid w:val="0"/>'
    gaps = [("before", style.before), ("after", style.after), ("line", style.line)]
    spacing = "".join(f' w:{name}="{value}"' for name, value in gaps if value is not None)
    if style.line is not None:
        spacing += ' w:lineRule="exact"'
    out += f"<w:spacing{spacing}/>" if spacing else ""
    out += _indent(style.indent, BODY_SIZE) if style.indent else ""
    out += f'<w:jc w:val="{style.align}"/>' if style.align else ""
    return out + (f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "")


def _indent(indent: Indent, size: int) -> str:
    """Return w:ind in characters and in twips: LibreOffice reads the twips, Word follows a size with the characters."""
    names = {"left": indent.left, "right": indent.right, "firstLine": indent.first, "hanging": indent.hanging}
    pairs = "".join(f' w:{name}Chars="{n}" w:{name}="{n * size // 10}"' for name, n in names.items() if n)
    # An indent of nothing takes back an inherited one; a plain 0 alone would lose against inherited characters.
    return f"<w:ind{pairs}/>" if pairs else '<w:ind w:firstLineChars="0" w:firstLine="0" w:leftChars="0" w:left="0"/>'


def _run(style: Style, fonts: FontSet) -> str:
    out = _fonts(fonts, style.font) if style.font else ""
    out += f'<w:spacing w:val="{style.tighten}"/>' if style.tighten is not None else ""
    return out + (f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>' if style.size is not None else "")


def _fonts(fonts: FontSet, slot: Slot) -> str:
    name = quoteattr(getattr(fonts, slot))
    # “”‘’—… are w:hAnsi characters to Word: with the Chinese font there they keep their Chinese width.
    latin = name if slot == "number" else quoteattr(fonts.latin)
    return f"<w:rFonts w:ascii={latin} w:hAnsi={name} w:eastAsia={name} w:cs={quoteattr(fonts.latin)}/>"
