"""The readable paragraphs of an HTML page: no scripts, no menus, no footers."""

from __future__ import annotations

import re
from contextlib import suppress

from drafter.errors import InputError
from drafter.structure.lines import Line

_SKIPPED = {"script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select", "svg",
            "title"}  # fmt: skip
_INLINE = {"a", "abbr", "b", "bdi", "bdo", "code", "em", "font", "i", "ins", "label", "mark", "q", "s", "small", "span",
           "strong", "sub", "sup", "u", "wbr", "img"}  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n\f\u3000\xa0]+")
_CONTROL = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f]")
_PIECE = 65_536
# A page of a hundred printed pages has some 30,000 tags; ten times the text of a book is no document either.
_MOST_TAGS = 100_000
_MOST_CHARS = 8_000_000


class _Paragraphs:
    """What lxml tells of a page, made into paragraphs."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._words: list[str] = []
        self._level = 0
        self._skipping: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _SKIPPED:
            self._skipping.append(tag)
        elif tag not in _INLINE:
            self.finish_paragraph()
            self._level = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else 0

    def end(self, tag: str) -> None:
        if self._skipping and tag in self._skipping:
            while self._skipping.pop() != tag:
                pass
        elif tag not in _INLINE:
            self.finish_paragraph()
            self._level = 0

    def data(self, words: str) -> None:
        if not self._skipping:
            self._words.append(words)

    def comment(self, text: str) -> None:
        """Nothing of it is read."""

    def close(self) -> list[Line]:
        self.finish_paragraph()
        return self.lines

    def finish_paragraph(self) -> None:
        text = _SPACE.sub(" ", "".join(self._words)).strip()
        if text:
            self.lines.append(Line(text, self._level))
        self._words = []


def html_lines(text: str, name: str) -> list[Line]:
    """Return the paragraphs of an HTML page; <h1> to <h6> keep their level. Raises InputError for an excessive one.

    By lxml, whose time grows with the page alone: html.parser takes minutes over 100 KB of comments left open.
    """
    from lxml import etree  # type: ignore[import-untyped]

    if len(text) > _MOST_CHARS or text.count("<") > _MOST_TAGS:
        raise InputError(f"“{name}”的内容过多，为安全起见没有读取，请另存为.docx再上传，或拆成几个文件。")
    target = _Paragraphs()
    parser = etree.HTMLParser(target=target, encoding="utf-8", no_network=True)
    plain = _CONTROL.sub("", text).encode("utf-8", "replace")
    with suppress(etree.LxmlError):  # There is nothing but comments, or what follows can't be understood.
        for at in range(0, len(plain), _PIECE):
            parser.feed(plain[at : at + _PIECE])
        parser.close()
    return target.close()
