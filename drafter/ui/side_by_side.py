"""Two texts beside each other as HTML, with what differs marked on each side. Pure; everything is escaped.

What is gone is struck through and what is new is underlined, so that it can be read without colour.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from html import escape
from itertools import zip_longest

# A number is one word, so that 362 beside 326 is told whole.
_WORD = re.compile(r"[\d.,%％]+|[A-Za-z]+|.", re.S)
_ALIKE = 0.3
"""Paragraphs less alike than this are different ones: marks letter by letter would only confuse."""
_LONGEST = 3000
"""Characters; longer paragraphs are told whole, as comparing them letter by letter would hold up the page."""
_GONE = '<del style="background:#f6c6c2;color:#8c1d18">{}</del>'
_NEW = '<ins style="background:#bfe3c3;color:#1b5e20">{}</ins>'
_GRID = "display:grid;grid-template-columns:1fr 1fr;gap:0 1.2em;line-height:1.8;overflow-wrap:anywhere"
_HEAD = "font-weight:600;border-bottom:1px solid #d9d4cc;margin-bottom:0.3em"


def side_by_side_html(old: tuple[str, str], new: tuple[str, str]) -> str:
    """Return two texts, each given with its title, paragraph by paragraph beside each other."""
    cells = [f'<div style="{_HEAD}">{escape(title)}</div>' for title in (old[0], new[0])]
    for left, right in _rows(old[1], new[1]):
        cells += [f"<div>{left}</div>", f"<div>{right}</div>"]
    return f'<div style="{_GRID}">{"".join(cells)}</div>'


def _rows(old: str, new: str) -> list[tuple[str, str]]:
    one, two = (old.splitlines(), new.splitlines())
    rows: list[tuple[str, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag == "equal":
            rows += [(escape(text), escape(text)) for text in one[a:b]]
        else:
            rows += [_compared(x, y) for x, y in zip_longest(one[a:b], two[c:d], fillvalue="")]
    return rows


def _compared(old: str, new: str) -> tuple[str, str]:
    words, others = _WORD.findall(old), _WORD.findall(new)
    short = max(len(old), len(new)) <= _LONGEST
    matcher = SequenceMatcher(None, words if short else [], others if short else [], autojunk=False)
    if not short or matcher.ratio() < _ALIKE:
        return _marked(_GONE, old), _marked(_NEW, new)
    left, right = "", ""
    for tag, a, b, c, d in matcher.get_opcodes():
        gone, come = "".join(words[a:b]), "".join(others[c:d])
        left += escape(gone) if tag == "equal" else _marked(_GONE, gone)
        right += escape(come) if tag == "equal" else _marked(_NEW, come)
    return left, right


def _marked(mark: str, text: str) -> str:
    return mark.format(escape(text)) if text else ""
