"""What goes to a section's editor and what comes back. Values only; texts are counted in code points on this side.

A browser counts UTF-16 units, where an emoji or a rare character (𠮷) is two, and keeps every line end as one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

MarkVerdict = Literal["backed", "derived", "flagged", "term"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark under text[start:end]. `lines` stand in the box that opens on it; the first is its title."""

    start: int
    end: int
    verdict: MarkVerdict
    sign: str
    """One or two characters that stand raised after the number, or nothing."""
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """The text to edit. The editor takes another text in only together with another revision."""

    text: str
    revision: int
    label: str
    """What a screen reader calls the field."""


@dataclass(frozen=True, slots=True)
class EditorState:
    """What stands in an editor: the text, the revision that it is an edit of, and what the editor held before."""

    text: str
    revision: int
    """-1 where a page was left with the text, and another text stood there when the page came back."""
    before: str


def editor_data(
    name: str, passage: Passage, marks: Sequence[Mark], *, read_only: bool, heard: bool
) -> dict[str, object]:
    """Return what editor/src/section_editor.js draws; the marks were made for the passage's text.

    Under `name` the browser finds again what a page was left with, until an edit was `heard` on this side.
    """
    units = utf16_offsets(passage.text)
    return {
        "name": name,
        "text": _with_plain_line_ends(passage.text),
        "revision": passage.revision,
        "label": passage.label,
        "readOnly": read_only,
        "heard": heard,
        "marks": [
            {"from": units[m.start], "to": units[m.end], "verdict": m.verdict, "sign": m.sign, "lines": list(m.lines)}
            for m in marks
            if m.start < m.end
        ],
    }


def editor_state(held: object) -> EditorState | None:
    """Return what an editor has sent, as Streamlit holds it; None where it has sent nothing yet."""
    draft = held.get("draft") if isinstance(held, Mapping) else None
    if not isinstance(draft, Mapping):
        return None
    text, revision, before = draft.get("text"), draft.get("revision"), draft.get("before")
    if not (isinstance(text, str) and isinstance(revision, int) and isinstance(before, str)):
        return None
    return EditorState(text, revision, before)


def utf16_offsets(text: str) -> list[int]:
    r"""Return for each code point of `text`, and for its end, where the browser counts it.

    >>> utf16_offsets("好😀5")
    [0, 1, 3, 4]
    >>> utf16_offsets("一\r\n二")
    [0, 1, 1, 2, 3]
    """
    offsets = [0]
    for at, char in enumerate(text):
        paired = char == "\r" and text[at + 1 : at + 2] == "\n"
        offsets.append(offsets[-1] + (0 if paired else 2 if ord(char) > 0xFFFF else 1))
    return offsets


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
