"""A text as sentences, with their places: what is sent back, replaced or dropped is always a whole sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SENTENCE = re.compile(r"[^。！？!?\n]*(?:[。！？!?]+[”’》）)】」』]*|\n|$)")
_WHOLE = re.compile(r"[。！？!?…][”’》）)】」』]*$")
# An introduction leads to what follows it, a list of items separated by semicolons is one sentence.
_NO_PARAGRAPH = 30
"""A line below this many characters is no paragraph."""
_PARAGRAPH = 400
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its end mark, without the line break around it; `start` and `end` count in the whole text."""

    start: int
    end: int
    text: str


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order; a line break ends a sentence too."""
    found = []
    for match in _SENTENCE.finditer(text):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + match.group().index(stripped[0])
            found.append(Sentence(start, start + len(stripped), stripped))
    return tuple(found)


def is_whole(text: str) -> bool:
    """Whether a text ends as a sentence does, and was not cut off."""
    return bool(_WHOLE.search(text.rstrip()))


def length(text: str) -> int:
    """Return the number of characters without white space, as bounds of sections are counted."""
    return len(_SPACE.sub("", text))


def in_paragraphs(text: str) -> str:
    """Return a text with its single short sentences joined: a line for each of them reads as a list."""
    lines: list[str] = []
    for line in text.split("\n"):
        brief = lines and min(len(lines[-1]), len(line)) < _NO_PARAGRAPH
        if brief and is_whole(lines[-1]) and len(lines[-1]) + len(line) <= _PARAGRAPH:
            lines[-1] += line
        else:
            lines.append(line)
    return "\n".join(lines)


def without(text: str, gone: set[int], put: dict[int, str] | None = None) -> str:
    """Return the text without the sentences that start at `gone`, those of `put` exchanged, empty lines removed."""
    out = ""
    at = 0
    for sentence in sentences(text):
        out += text[at : sentence.start]
        out += (put or {}).get(sentence.start, "" if sentence.start in gone else sentence.text)
        at = sentence.end
    return "\n".join(line.strip() for line in (out + text[at:]).split("\n") if line.strip())
