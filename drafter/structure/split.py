"""One file -> the documents it holds, each with its title and its own paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.structure.clean import clean_lines, is_noise, joined, noise, without_furniture
from drafter.structure.lines import Line
from drafter.structure.markers import read_marker

_SEPARATOR_LONGEST = 50
_TITLE_LONGEST = 45
_LEAST_BODY = 60
_END = "。！？；，：、"
_UNDER_TITLE = re.compile(r"^(?:[（(].{2,30}[）)]|[—–-]{1,4}.{2,40}|.{0,12}\d{4}年\d{1,2}月(?:\d{1,2}日)?)$")


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a file: its title, which may be empty, and its paragraphs after the title."""

    title: str
    lines: tuple[Line, ...]


def split_documents(lines: tuple[Line, ...]) -> tuple[Document, ...]:
    """Return the documents of a file in order, without what sites and copyists left around them."""
    parts = []
    for title, part in _separated(clean_lines(lines)):
        kept = without_furniture(part)
        dropped = {line.text for line in part} - {line.text for line in kept}
        running = next((text for text in sorted(dropped) if is_noise("title", text)), "")
        parts += _at_titles(title if is_noise("title", title) else running or title, _without_contents(kept))
    found = (_document(title, part, _LEAST_BODY if len(parts) > 1 else 1) for title, part in parts)
    return tuple(document for document in found if document is not None)


def _separated(lines: list[Line]) -> list[tuple[str, list[Line]]]:
    """Cut a file at its separators; what stands before the first one counts only if it is a document itself."""
    parts: list[tuple[str, list[Line]]] = [("", [])]
    tail = False
    for line in (piece for whole in lines for piece in _before_separator(whole)):
        if is_noise("line", line.text):
            continue
        title = separator_title(line.text)
        if title is not None:
            parts.append((title, []))
            tail = False
        elif is_noise("tail", line.text):
            tail = True
        elif not tail:
            parts[-1][1].append(line)
    if len(parts) > 1 and not _is_document(parts[0][1]):
        del parts[0]
    return parts


def _before_separator(line: Line) -> list[Line]:
    """Cut a line at its last sentence end when a separator that lost its line break stands behind it."""
    at = max(line.text[:-1].rfind(mark) for mark in "。！？") + 1
    if at and len(line.text) - at <= _SEPARATOR_LONGEST and separator_title(line.text[at:].strip() or "。") is not None:
        return [Line(line.text[:at], line.level), Line(line.text[at:].strip())]
    return [line]


def _at_titles(title: str, lines: list[Line]) -> list[tuple[str, list[Line]]]:
    """Cut further where, without a separator, a title line stands and the numbering starts over below it."""
    parts: list[tuple[str, list[Line]]] = [(title, [])]
    for at, line in enumerate(lines):
        if _begins_document(lines, at, parts[-1][1]):
            parts.append((line.text, []))
        parts[-1][1].append(line)
    return parts


def separator_title(text: str) -> str | None:
    """Return the title a separator line carries (创建工作总结 篇2 -> 创建工作总结), or None for any other line."""
    if len(text) > _SEPARATOR_LONGEST or text[-1] in "。；，、！？":
        return None
    for pattern in noise()["separator"]:
        found = pattern.search(text)
        if found and not read_marker(text):
            return (text[: found.start()] + text[found.end() :]).strip(" ：:")
    return None


def _begins_document(lines: list[Line], at: int, before: list[Line]) -> bool:
    text = lines[at].text
    if not _is_title(text) or re.match(r"(?:下半年|下一步|明年|今后|来年|上半年|全年)", text):
        return False
    numbers = [m.number for m in (read_marker(line.text) for line in before) if m and m.kind == "chinese"]
    below = (m for m in (read_marker(line.text) for line in lines[at + 1 : at + 30]) if m and m.kind == "chinese")
    following = next(below, None)
    return max(numbers, default=0) >= 2 and following is not None and following.number == 1


def _is_title(text: str) -> bool:
    return (
        4 <= len(text) <= _TITLE_LONGEST
        and text[-1] not in _END
        and read_marker(text) is None
        and is_noise("title", text)
    )


def _could_be_title(text: str) -> bool:
    return len(text) <= _TITLE_LONGEST and text[-1] not in _END and not read_marker(text)


def _is_document(lines: list[Line]) -> bool:
    """Text before the first separator is a document, not a teaser, if it has numbered headings and some length."""
    numbered = sum(1 for line in lines if (m := read_marker(line.text)) and m.kind == "chinese")
    return numbered >= 2 and sum(len(line.text) for line in lines) >= 400


def _document(title: str, part: list[Line], least: int) -> Document | None:
    """Return the document of a part; None when less than `least` characters of it are sentences or headings."""
    own, rest = _title_lines(_unglued(part))
    if not own and not title and len(part) > 1 and _could_be_title(part[0].text) and _begins_text(part[1].text):
        own, rest = part[0].text, part[1:]
    while rest and rest[0].text in (title, own):
        rest = rest[1:]
    lines = joined(rest)
    if sum(len(line.text) for line in lines if line.text[-1] in "。！；" or read_marker(line.text)) < least:
        return None
    return Document(own or title, tuple(lines))


def _begins_text(text: str) -> bool:
    marker = read_marker(text)
    return marker.kind == "chinese" if marker else len(text) > 2 * _TITLE_LONGEST


def _unglued(lines: list[Line]) -> list[Line]:
    """Cut the title off a first line that the text was joined to."""
    found = next((m for p in noise()["glued_title"] if (m := p.match(lines[0].text))), None) if lines else None
    if found is None:
        return lines
    return [Line(found[1], lines[0].level), Line(lines[0].text[found.end() :].strip()), *lines[1:]]


def _title_lines(lines: list[Line]) -> tuple[str, list[Line]]:
    """Take the title off the top: short lines without an end, up to the one that names the kind of document."""
    taken = ""
    for at, line in enumerate(lines[:4]):
        if not _could_be_title(line.text):
            break
        taken += line.text
        if is_noise("title", line.text):
            rest = lines[at + 1 :]
            while rest and (_UNDER_TITLE.match(rest[0].text) or rest[0].text == line.text):
                rest = rest[1:]
            return taken, rest
    return "", lines


def _without_contents(lines: list[Line]) -> list[Line]:
    """Drop a contents list: numbered short lines in a row whose wordings, or numbers, come again as headings."""
    run: list[int] = []
    for at, line in enumerate(lines[:60]):
        marker = read_marker(line.text)
        if marker and marker.kind in ("chinese", "part") and len(line.text) <= 40:
            if run and marker.number == 1 and len(run) >= 2 and max(run[1:]) - run[0] < 3 * len(run):
                first, last = run[0], run[-1]
                between = lines[first:at]
                if all(len(b.text) <= 40 for b in between):
                    return lines[:first] + lines[last + 1 :]
            run = [*run, at] if not run or marker.number > 1 else [at]
    return lines
