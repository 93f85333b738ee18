"""How the pages will look, before the download: real pages through LibreOffice where there is one, else as HTML."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import fields, replace
from html import escape
from pathlib import Path

from drafter.errors import DrafterError
from drafter.models import Draft, Table
from drafter.word import styles
from drafter.word.blocks import Block, section_blocks
from drafter.word.ending import official_date, place
from drafter.word.export import numbered_sections
from drafter.word.styles import FONT_SETS, PAGE, STYLES, FontSet, Style
from drafter.word.title import break_title

_SECONDS = 60
_DPI = 80


def can_render() -> bool:
    """Tell whether this machine has what `page_images` needs: LibreOffice and pdftoppm."""
    return _office() is not None and shutil.which("pdftoppm") is not None


def page_images(docx: bytes) -> tuple[bytes, ...]:
    """Return the pages of a file that this tool made, each a PNG; raise DrafterError when they can't be rendered."""
    office = _office()
    if office is None or shutil.which("pdftoppm") is None:
        raise DrafterError("本机没有安装LibreOffice，看不到分页效果，请下载后用Word打开查看。")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "page.docx").write_bytes(docx)
        (Path(folder) / "fontconfig").mkdir()
        (Path(folder) / "fontconfig" / "fonts.conf").write_text(_font_settings(), encoding="utf-8")
        # A profile of its own: a LibreOffice that is open elsewhere would swallow the call.
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        # As a user's own settings, which come beside the system's; where there is no env there is no fontconfig.
        env = shutil.which("env")
        with_fonts = [env, f"XDG_CONFIG_HOME={folder}"] if env else []
        convert = [
            *with_fonts,
            office,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            "page.docx",
        ]
        paint = ["pdftoppm", "-r", str(_DPI), "-png", "page.pdf", "page"]
        try:
            for command in (convert, paint):
                subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=_SECONDS)
        except (subprocess.SubprocessError, OSError) as error:
            raise DrafterError("LibreOffice没有排出页面，请直接下载后用Word打开查看。") from error
        # pdftoppm pads the numbers, so that names sort as pages do.
        return tuple(page.read_bytes() for page in sorted(Path(folder).glob("page-*.png")))


def page_html(draft: Draft, fonts: FontSet) -> str:
    """Return the document as one long page of HTML: same sizes, fonts and line width, no page breaks."""
    lines = break_title(draft.title, draft.unit, PAGE.text_width // (styles.TITLE_SIZE * 10))
    out = [_paragraph(Block(styles.TITLE, "\n".join(lines)), fonts)]
    for section, marker in numbered_sections(draft):
        if section.heading:
            out.append(_paragraph(Block(styles.HEADINGS[0], marker + section.heading), fonts))
        out += [_paragraph(block, fonts) for block in section_blocks(section.text)]
        if section.table is not None:
            out.append(_table(section.table, fonts))
    date = official_date(draft.date)
    at = place(draft.unit, date, styles.BODY_SIZE * 10, PAGE.text_width)
    out.append(_paragraph(Block(styles.ISSUER, draft.unit), fonts, at.issuer))
    out.append(_paragraph(Block(styles.DATE, date), fonts, at.date))
    look = f"width:{PAGE.text_width / 20:g}pt;padding:{PAGE.top / 20:g}pt {PAGE.right / 20:g}pt {PAGE.bottom / 20:g}pt "
    look += f"{PAGE.left / 20:g}pt;background:#fff;color:#000;margin:auto;box-sizing:content-box"
    return f'<div lang="zh-CN" style="{look}">{"".join(out)}</div>'


def _font_settings() -> str:
    """Return settings by which fontconfig takes a look-alike for each missing font, not one font for all levels."""
    aliases = "".join(
        f"<alias binding='strong'><family>{escape(getattr(fonts, slot))}</family><prefer>"
        + "".join(f"<family>{escape(name)}</family>" for name in (getattr(fonts, slot), *look_alikes))
        + "</prefer></alias>"
        for fonts in FONT_SETS.values()
        for slot, look_alikes in styles.LOOK_ALIKES.items()
    )
    return f'<?xml version="1.0"?><fontconfig>{aliases}</fontconfig>'


def _office() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _paragraph(block: Block, fonts: FontSet, right: int = 0) -> str:
    text = escape(block.text[block.lead :]).replace("\n", "<br>")
    if block.lead:
        lead = _resolved(block.lead_style)
        text = f'<span style="{_font(lead, fonts)}">{escape(block.text[: block.lead])}</span>{text}'
    return f'<p style="{_look(block.style, fonts)}{f";padding-right:{right / 20:g}pt" if right else ""}">{text}</p>'


def _look(style_id: str, fonts: FontSet) -> str:
    """Return a style as CSS; lengths in points."""
    style = _resolved(style_id)
    size = (style.size or styles.BODY_SIZE) / 2
    indent = style.indent or styles.Indent()
    parts = [
        _font(style, fonts),
        f"font-size:{size:g}pt;line-height:{(style.line or styles.PITCH) / 20:g}pt",
        f"letter-spacing:{(style.tighten or 0) / 20:g}pt;font-weight:normal",
        f"margin:{(style.before or 0) / 20:g}pt 0 {(style.after or 0) / 20:g}pt",
        f"padding-left:{indent.left * size / 100:g}pt;text-indent:{(indent.first - indent.hanging) * size / 100:g}pt",
        f"text-align:{'justify' if style.align == 'both' else style.align or 'left'}",
    ]
    return ";".join(parts)


def _font(style: Style, fonts: FontSet) -> str:
    slot = style.font or "body"
    name = getattr(fonts, slot)
    stand_ins = [spelling for spelling in styles.STAND_INS.get(name, "").split(",") if spelling]
    names = dict.fromkeys((fonts.latin, name, *stand_ins, *styles.LOOK_ALIKES[slot]))
    families = ",".join(f"'{family}'" for family in names)
    return f"font-family:{families},{'sans-serif' if slot == 'hei' else 'serif'}"


def _resolved(style_id: str) -> Style:
    """Return a style with what it inherits written out."""
    by_id = {style.id: style for style in STYLES}
    style = base = by_id[style_id]
    while base.based_on:
        base = by_id[base.based_on]
        open_fields = [f.name for f in fields(style) if getattr(style, f.name) is None]
        style = replace(style, **{name: getattr(base, name) for name in open_fields})
    return style


def _table(table: Table, fonts: FontSet) -> str:
    cell = f"border:1px solid #000;padding:2pt 5pt;{_look(styles.CELL, fonts)}"
    rows = "".join(
        "<tr>" + "".join(f'<td style="{cell}">{escape(text)}</td>' for text in row) + "</tr>"
        for row in (table.header, *table.rows)
    )
    caption = _paragraph(Block(styles.CAPTION, table.caption), fonts)
    return f'{caption}<table style="border-collapse:collapse;width:100%">{rows}</table>'
