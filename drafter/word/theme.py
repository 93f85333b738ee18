"""The theme part of the reference .docx: Office's plain colours, and the document's own fonts.

No style refers to it and Word does without, but Word and WPS write one into every file, and strict checkers ask for it.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from drafter.word.styles import FontSet

_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_COLOURS = (
    ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "44546A"), ("lt2", "E7E6E6"), ("accent1", "4472C4"),
    ("accent2", "ED7D31"), ("accent3", "A5A5A5"), ("accent4", "FFC000"), ("accent5", "5B9BD5"), ("accent6", "70AD47"),
    ("hlink", "0563C1"), ("folHlink", "954F72"),
)  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def theme_xml(fonts: FontSet) -> str:
    """Return the theme in these fonts."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS)
    lines = "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:theme {_A} name="Office"><a:themeElements><a:clrScheme name="Office">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Office">{_fonts("major", fonts.latin, fonts.hei)}'
        f"{_fonts('minor', fonts.latin, fonts.body)}</a:fontScheme>"
        f'<a:fmtScheme name="Office"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def _fonts(kind: str, latin: str, chinese: str) -> str:
    return (
        f"<a:{kind}Font><a:latin typeface={quoteattr(latin)}/><a:ea typeface={quoteattr(chinese)}/>"
        f'<a:cs typeface=""/></a:{kind}Font>'
    )
