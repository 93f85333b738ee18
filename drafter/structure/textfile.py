"""Bytes to text for the encodings Chinese offices use, and the marks of Markdown."""

from __future__ import annotations

import re

from drafter.structure.lines import Line

_ENCODINGS = ["utf_8", "gb18030", "big5", "utf_16", "utf_16_le", "utf_16_be"]
_MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_MARKDOWN_BULLET = re.compile(r"[*+-]\s+(?=\S)")
_MARKDOWN_EMPHASIS = re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1")


def decode(data: bytes) -> str | None:
    """Return the text of these bytes, or None when they are no text in a known encoding.

    UTF-8 is tried first and strictly, because it hardly ever fits by accident; the rest is weighed by how
    Chinese the result looks, because GB18030 and Big5 each accept most of the other's bytes.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":  # a copy that was cut off inside the last character
            return data[: error.start].decode("utf-8-sig")
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_ENCODINGS).best()
    return None if best is None else str(best).lstrip("\ufeff")


def text_lines(text: str) -> list[Line]:
    """Return the lines of a plain text that hold anything."""
    return [Line(line.strip()) for line in text.splitlines() if line.strip()]


def markdown_lines(text: str) -> list[Line]:
    """Return the lines of a Markdown text without its marks; `#` headings keep their level."""
    found = []
    for line in text_lines(text):
        if set(line.text) <= set("-=*_ ") and len(line.text) >= 3:
            continue
        heading = _MARKDOWN_HEADING.fullmatch(line.text)
        level, words = (len(heading[1]), heading[2]) if heading else (0, _MARKDOWN_BULLET.sub("", line.text, count=1))
        words = _MARKDOWN_EMPHASIS.sub(r"\2", words)
        if words:
            found.append(Line(words, level))
    return found
