"""The text of a section -> the paragraphs of an official document: which style each line takes.

Pure: knows no Word. A block keeps its place in the section's text, so that a comment finds the number it is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.word import styles

# 一、 （一） 1. （1）, each with the bound on a heading's length. 7.3.3 knows no more than four levels.
_MARKERS = (
    (1, re.compile(r"[一二三四五六七八九十]{1,3}、"), 45),
    (2, re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]"), 45),
    (3, re.compile(r"\d{1,2}[.．、](?!\d)"), 35),
    (4, re.compile(r"[（(]\d{1,2}[）)]"), 35),
)
_ATTACHMENT = re.compile(r"附\s*件\s*[:：]\s*")
_NUMBERED = re.compile(r"\d{1,2}[.．]")
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
BLANK = " \t\u3000\xa0"
_UNFIT_FOR_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TABS = re.compile(r"\t+")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: text[start:start + len(text)] of its section, in one style."""

    style: str
    text: str
    start: int = 0
    lead: int = 0
    """How many characters at its beginning are a numbered sentence in the heading's own font."""
    lead_style: str = ""


def section_blocks(text: str) -> tuple[Block, ...]:
    """Return the paragraphs of a section's text, one a line; empty lines are dropped."""
    blocks: list[Block] = []
    listing = False
    for match in _LINE.finditer(text):
        line = match.group().strip(BLANK)
        if not printable(line).strip(BLANK):
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip(BLANK))
        style = _attachment_style(line, listing)
        listing = style in (styles.ATTACHMENT_FIRST, styles.ATTACHMENT_NEXT)
        # 7.3.4: no mark after the name of an attachment.
        blocks.append(Block(style, line.rstrip("。；;，,"), start) if style else _plain(line, start))
    return tuple(blocks)


def printable(text: str) -> str:
    """Return the text as a .docx can hold it: no control characters, a blank for tabs."""
    return _TABS.sub(" ", _UNFIT_FOR_XML.sub("", text))


def printed_lines(text: str) -> list[str]:
    """Return the lines of a section's text as they are printed, and so as they come back from Word."""
    lines = (printable(block.text).strip(BLANK) for block in section_blocks(text))
    return [line for line in lines if line]


def heading_level(line: str) -> int:
    """Return the level, 1 to 4, of a line that is a heading by itself, or 0."""
    for level, marker, longest in _MARKERS:
        if marker.match(line):
            closed = "。" in line if level > 2 else "。" in line[:-1]
            ends = line[-1] in "。；;，,：:" if level > 2 else line[-1] in "；;，,：:"
            return 0 if closed or ends or len(line) > longest else level
    return 0


def _attachment_style(line: str, listing: bool) -> str:
    if found := _ATTACHMENT.match(line):
        return styles.ATTACHMENT_FIRST if _NUMBERED.match(line[found.end() :]) else styles.ATTACHMENT_ONE
    return styles.ATTACHMENT_NEXT if listing and _NUMBERED.match(line) else ""


def _plain(line: str, start: int) -> Block:
    if level := heading_level(line):
        return Block(styles.HEADINGS[level - 1], line, start)
    for level, marker, longest in _MARKERS[:2]:
        stop = line.find("。") + 1
        if marker.match(line) and 0 < stop <= longest:
            return Block(styles.BODY, line, start, stop, styles.LEADS[level])
    return Block(styles.BODY, line, start)
