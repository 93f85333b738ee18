"""The readable paragraphs of an HTML page: no scripts, no menus, no footers."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from drafter.structure.lines import Line

_SKIPPED = {"script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select", "svg",
            "title"}  # fmt: skip
_INLINE = {"a", "abbr", "b", "bdi", "bdo", "code", "em", "font", "i", "ins", "label", "mark", "q", "s", "small", "span",
           "strong", "sub", "sup", "u", "wbr", "img"}  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n\f\u3000\xa0]+")


class _Paragraphs(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._words: list[str] = []
        self._level = 0
        self._skipping: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipping.append(tag)
        elif tag not in _INLINE:
            self.finish_paragraph()
            self._level = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else 0

    def handle_endtag(self, tag: str) -> None:
        if self._skipping and tag in self._skipping:
            while self._skipping.pop() != tag:
                pass
        elif tag not in _INLINE:
            self.finish_paragraph()
            self._level = 0

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self._words.append(data)

    def finish_paragraph(self) -> None:
        text = _SPACE.sub(" ", "".join(self._words)).strip()
        if text:
            self.lines.append(Line(text, self._level))
        self._words = []


def html_lines(text: str) -> list[Line]:
    """Return the paragraphs of an HTML page; <h1> to <h6> keep their level."""
    parser = _Paragraphs()
    parser.feed(text)
    parser.close()
    parser.finish_paragraph()
    return parser.lines
