"""The layout of GB/T 9704-2012 as data: page, fonts, and one entry a style. The only place where a look is changed.

Lengths are twips (1/20 pt) unless said otherwise; sizes are half points, as Word keeps them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Slot = Literal["body", "kai", "hei", "title", "number"]

TWIPS_PER_MM = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class FontSet:
    """The font names that one document is written in, by their part in the standard."""

    key: str
    name: str
    """What staff choose by."""
    body: str
    kai: str
    hei: str
    title: str
    number: str
    latin: str = "Times New Roman"

    def told(self) -> str:
        """Return in one line which font is used where, and what comes instead where a font is missing."""
        used = f"标题{self.title}，正文{self.body}，一级标题{self.hei}，二级标题{self.kai}，页码{self.number}"
        lacking = [
            f"{name}改用{'或'.join(n for n in STAND_INS[name].split(',') if not n.isascii())}"
            for name in (self.title, self.body, self.kai)
            if name in STAND_INS
        ]
        return f"{used}。电脑上没有装时，Word 按文件里注明的替代字体显示：{'，'.join(lacking)}；字号、行数不变。"


# 仿宋, 楷体, 黑体 and 宋体 are on every Chinese Windows since Vista; the _GB2312 names are not. No stock machine has
# 小标宋, which the standard asks for: the file names a stand-in for it (STAND_INS).
_TITLE = "方正小标宋简体"
STOCK = FontSet("stock", "系统自带字体（仿宋、楷体）", "仿宋", "楷体", "黑体", _TITLE, "宋体")
GB2312 = FontSet("gb2312", "国标字库（仿宋_GB2312、楷体_GB2312）", "仿宋_GB2312", "楷体_GB2312", "黑体", _TITLE, "宋体")
FONT_SETS = {fonts.key: fonts for fonts in (STOCK, GB2312)}

STAND_INS = {"方正小标宋简体": "华文中宋,宋体", "仿宋_GB2312": "仿宋,FangSong", "楷体_GB2312": "楷体,KaiTi"}
"""What Word takes where a font is missing (w:altName)."""

LOOK_ALIKES: dict[Slot, tuple[str, ...]] = {
    "title": ("FandolSong", "Noto Serif CJK SC", "AR PL SungtiL GB"),
    "body": ("FandolFang", "Noto Serif CJK SC", "AR PL SungtiL GB"),
    "kai": ("FandolKai", "AR PL KaitiM GB", "LXGW WenKai", "Noto Serif CJK SC"),
    "hei": ("FandolHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei"),
    "number": ("FandolSong", "Noto Serif CJK SC", "AR PL SungtiL GB"),
}
"""The free fonts that a preview takes, the best first, where this machine lacks the document's own."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page's geometry: GB 5.1, 5.2.1, 5.2.3 and 7.5."""

    width: int = 11906
    height: int = 16838
    top: int = round(37 * TWIPS_PER_MM)
    bottom: int = round(35 * TWIPS_PER_MM)
    left: int = round(28 * TWIPS_PER_MM)
    right: int = round(26 * TWIPS_PER_MM)
    header: int = round(15 * TWIPS_PER_MM)
    # With a line of 16 pt, the dash of the page number is 7 mm below the text area.
    footer: int = round(25.2 * TWIPS_PER_MM)

    @property
    def text_width(self) -> int:
        """The width of the text area."""
        return self.width - self.left - self.right


PAGE = Page()
# 22 lines must fit 225 mm: 28.95 pt does, 29 pt gives 21.
PITCH = 579
# 28 characters must fit 156 mm: 16 pt less a quarter of a point does, 16 pt gives 27.
TIGHTEN = -5
BODY_SIZE = 32
TITLE_SIZE = 44


@dataclass(frozen=True, slots=True)
class Indent:
    """Indents in hundredths of a character, as w:ind knows them; the twips beside them follow from the size."""

    left: int = 0
    right: int = 0
    first: int = 0
    hanging: int = 0


@dataclass(frozen=True, slots=True)
class Style:
    """One style. What is None or empty is inherited from `based_on`."""

    id: str
    name: str
    kind: Literal["paragraph", "character"] = "paragraph"
    based_on: str = "Normal"
    next: str = ""
    font: Slot | None = None
    size: int | None = None
    tighten: int | None = None
    line: int | None = None
    before: int | None = None
    after: int | None = None
    indent: Indent | None = None
    align: Literal["left", "right", "center", "both"] | None = None
    outline: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    off_grid: bool = False
    """Out of the line grid: LibreOffice else rounds a tall line to two."""


BODY = "OfficialBody"
TITLE = "Title"
HEADINGS = ("Heading1", "Heading2", "Heading3", "Heading4")
LEADS = {1: "LeadHei", 2: "LeadKai"}
"""By level: for a numbered sentence that opens a paragraph, 一、…。 or （一）…。"""
ATTACHMENT_ONE = "OfficialAttachmentOne"
ATTACHMENT_FIRST = "OfficialAttachmentFirst"
ATTACHMENT_NEXT = "OfficialAttachmentNext"
ISSUER = "OfficialIssuer"
DATE = "OfficialDate"
CAPTION = "Caption"
CELL = "OfficialCell"
EVIDENCE_CELL = "OfficialEvidenceCell"
EVIDENCE_NOTE = "OfficialEvidenceNote"
EVIDENCE_TITLE = "OfficialEvidenceTitle"
GRID = "TableGrid"

STYLES: tuple[Style, ...] = (
    Style("Normal", "Normal", based_on=""),
    Style(TITLE, "Title", next=BODY, font="title", size=TITLE_SIZE, tighten=0, line=PITCH, after=PITCH, align="center",
          keep_next=True, off_grid=True),
    Style(BODY, "公文正文", tighten=TIGHTEN, line=PITCH, indent=Indent(first=200), align="both"),
    Style("Heading1", "heading 1", based_on=BODY, next=BODY, font="hei", outline=0, keep_next=True, keep_lines=True),
    Style("Heading2", "heading 2", based_on=BODY, next=BODY, font="kai", outline=1, keep_next=True, keep_lines=True),
    Style("Heading3", "heading 3", based_on=BODY, next=BODY, outline=2, keep_next=True, keep_lines=True),
    Style("Heading4", "heading 4", based_on=BODY, next=BODY, outline=3, keep_next=True, keep_lines=True),
    Style("LeadHei", "一级标题句", kind="character", based_on="", font="hei"),
    Style("LeadKai", "二级标题句", kind="character", based_on="", font="kai"),
    # 7.3.4: 附件： two characters in, turn-over lines under the first character of the name.
    Style(ATTACHMENT_ONE, "附件说明", based_on=BODY, next=ISSUER, before=PITCH, indent=Indent(left=500, hanging=300),
          align="left"),
    Style(ATTACHMENT_FIRST, "附件说明首项", based_on=BODY, next=ATTACHMENT_NEXT, before=PITCH,
          indent=Indent(left=600, hanging=400), align="left", keep_next=True),
    Style(ATTACHMENT_NEXT, "附件说明续项", based_on=BODY, next=ATTACHMENT_NEXT, indent=Indent(left=600, hanging=100),
          align="left"),
    Style(ISSUER, "落款单位", based_on=BODY, next=DATE, before=PITCH, indent=Indent(right=200), align="right",
          keep_next=True),
    Style(DATE, "成文日期", based_on=BODY, indent=Indent(right=400), align="right"),
    Style(CAPTION, "caption", next=BODY, font="hei", size=28, line=PITCH, align="center", keep_next=True),
    Style(CELL, "表格文字", size=24, line=400, align="center", off_grid=True),
    Style(EVIDENCE_CELL, "核对表文字", size=18, line=240, align="left", off_grid=True),
    Style(EVIDENCE_NOTE, "核对表说明", size=21, line=300, align="center"),
    Style(EVIDENCE_TITLE, "核对表标题", next=EVIDENCE_NOTE, font="hei", line=PITCH, align="center", keep_next=True),
    Style("Header", "header", size=18),
    Style("Footer", "footer", font="number", size=28, line=320),
    Style("CommentText", "annotation text", size=21, off_grid=True),
    Style("CommentReference", "annotation reference", kind="character", based_on="", size=21),
)  # fmt: skip
