"""What changed in a section, as HTML: lines taken out and lines put in, the changed words in them marked. Pure.

A change is told by a sign and by strike-through or underline, so that it can be read without colour.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from html import escape
from itertools import groupby, zip_longest
from typing import Literal

Kind = Literal["same", "removed", "added"]
Line = tuple[Kind, str]

_SIGNS: dict[Kind, str] = {"same": "", "removed": "−", "added": "＋"}
_LOOKS: dict[Kind, str] = {
    "same": "color:#6b6f76",
    "removed": "background:#fdf0ef",
    "added": "background:#eef7ef",
}
_WORDS: dict[Kind, str] = {
    "removed": '<del style="background:#f6c6c2;color:#8c1d18">{}</del>',
    "added": '<ins style="background:#bfe3c3;color:#1b5e20">{}</ins>',
}
# Below this the two lines are different sentences: marks letter by letter would only confuse.
_ALIKE = 0.4
# A number is one word: 88123 that became 24 shares no digit worth showing.
_WORD = re.compile(r"[\d.,%％]+|[A-Za-z]+|.", re.S)


def diff_html(lines: Sequence[Line]) -> str:
    """Return the lines of `Change.lines` as HTML; a line that was only reworded has its changed words marked."""
    out: list[str] = []
    for same, group in groupby(lines, key=lambda line: line[0] == "same"):
        stretch = list(group)
        if same:
            out += [_row("same", escape(text)) for _, text in stretch]
            continue
        removed = [text for kind, text in stretch if kind == "removed"]
        added = [text for kind, text in stretch if kind == "added"]
        for old, new in zip_longest(removed, added):
            out += _pair(old, new)
    return f'<div style="line-height:1.8;overflow-wrap:anywhere">{"".join(out)}</div>'


def _pair(old: str | None, new: str | None) -> list[str]:
    if old is None:
        return [_row("added", _WORDS["added"].format(escape(new or "")))]
    if new is None:
        return [_row("removed", _WORDS["removed"].format(escape(old)))]
    one, two = _WORD.findall(old), _WORD.findall(new)
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return [*_pair(old, None), *_pair(None, new)]
    before, after = "", ""
    for tag, a, b, c, d in matcher.get_opcodes():
        gone, come = escape("".join(one[a:b])), escape("".join(two[c:d]))
        same = tag == "equal"
        before += gone if same or not gone else _WORDS["removed"].format(gone)
        after += come if same or not come else _WORDS["added"].format(come)
    return [_row("removed", before), _row("added", after)]


def _row(kind: Kind, markup: str) -> str:
    sign = f'<span style="flex:0 0 1.4em;font-weight:600">{_SIGNS[kind]}</span>'
    return f'<div style="display:flex;padding:2px 8px;{_LOOKS[kind]}">{sign}<span>{markup}</span></div>'
