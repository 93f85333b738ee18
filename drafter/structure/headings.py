"""Which lines of a document are headings, and on which level: numbered, unnumbered, and run into their paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.structure.levels import heading_levels
from drafter.structure.lines import Line
from drafter.structure.markers import Marker, read_marker
from drafter.structure.titles import reads_as_title

_LINE_LONGEST = 45
_WHOLE_LINE_LONGEST = 70
_RUN_IN_LONGEST = 40
_ITEM_LONGEST = 30
_PLAIN_LONGEST = 30
_COLON_LONGEST = 15
_LEAST_BODY = 20
_LEAST_SHARE = 0.33
_LEAST_SHARE_OF_ITEMS = 0.5
_SENTENCE_END = re.compile(r"[。！？]")
_BULLET = re.compile(r"^[●◆■▲★※◎○☆➢►▪•◇□]\s*")
_BRACKETED = re.compile(r"^【([^【】]{2,20})】$")
_MOVE = re.compile(r"[一二三四五六七八九十]是|第[一二三四五六七八九十]|首先|其次|再次|最后|同时")
# Where a sentence starts after a heading whose line break was lost.
_TIME_OPENER = re.compile(r"近年来|几年来|一年来|今年|\d{4}年|我(?:社区|们|街道|镇|乡|局|单位)")
_OPENER = re.compile(
    _TIME_OPENER.pattern + r"|本社区|社区|居委会|一是|首先|为了|(?<![成作认以变])为(?=[^，]{2,20}，)|以(?=.{2,14}为)"
    r"|按照|根据|自(?=.{2,8}来，)|创建工作"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: the line it stands in, its level from 1, its number, its wording, and what follows it in its line."""

    at: int
    level: int
    marker: str
    text: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    at: int
    marker: Marker | None
    title: str
    rest: str = ""


def find_headings(lines: Sequence[Line]) -> tuple[Heading, ...]:
    """Return the headings of one document in order; `lines` are its paragraphs without the title."""
    numbered = _numbered(lines)
    plain = _plain(lines, {n.at for n in numbered if n.title})
    found = sorted([*numbered, *plain], key=lambda heading: heading.at)
    levels = heading_levels([h.marker for h in found], [lines[h.at].level for h in found])
    return tuple(
        Heading(h.at, level, h.marker.text if h.marker else "", h.title, h.rest)
        for h, level in zip(found, levels, strict=True)
        if h.title
    )


def _numbered(lines: Sequence[Line]) -> list[_Found]:
    """Return the numbered headings; a numbered paragraph among them has no title, but its place in the nesting."""
    markers = {at: marker for at, line in enumerate(lines) if (marker := read_marker(line.text))}
    kept: list[_Found] = []
    for series in _series(markers):
        titles = {at: _title(markers[at], strict=True) for at in series}
        share = sum(title is not None for title in titles.values()) / len(series)
        needed = _LEAST_SHARE if any(title and title[1] for title in titles.values()) else _LEAST_SHARE_OF_ITEMS
        for at in series:
            title = titles[at] or (_title(markers[at], strict=False) if share >= 0.6 else None)
            if share < needed or (len(series) == 1 and (title is None or not _stands_alone(markers[at], title))):
                continue
            kept.append(_Found(at, markers[at], *(title or ("", ""))))
    return sorted(kept, key=lambda found: found.at)


def _stands_alone(marker: Marker, title: tuple[str, str]) -> bool:
    """A number without a neighbour makes a heading only of a short line of its own, on an upper level."""
    return marker.kind in ("part", "chinese", "chinese_brackets") and not title[1] and marker.rest[-1] not in "。；，"


def _series(markers: dict[int, Marker]) -> list[list[int]]:
    """Group the places of numbered lines that count on from one another under the same parent."""
    done: list[list[int]] = []
    running: list[list[int]] = []
    for at, marker in markers.items():
        fitting = [s for s in running if markers[s[-1]].kind == marker.kind]
        own = next((s for s in reversed(fitting) if markers[s[-1]].number + 1 == marker.number), None)
        if own is None and marker.number > 1:
            own = next((s for s in reversed(fitting) if markers[s[-1]].number <= marker.number), None)
        if own is None:
            own = []
            done.append(own)
            running.append(own)
        else:
            del running[running.index(own) + 1 :]
        own.append(at)
    return done


def _title(marker: Marker, strict: bool) -> tuple[str, str] | None:
    """Return the heading and the rest of its line, or None when the line is a numbered paragraph without a title."""
    text = marker.rest.strip()
    if len(text) < 2:
        return None
    if text[-1] in "；;，":
        return _cut_at_space(text)
    end = _SENTENCE_END.search(text)
    if end is None or end.end() == len(text):
        bare = text.rstrip("。！：:.")
        longest = _WHOLE_LINE_LONGEST if end is None else _ITEM_LONGEST if strict else _LINE_LONGEST
        if len(bare) <= longest and (
            not strict or reads_as_title(bare) or (end is None and len(bare) <= _PLAIN_LONGEST)
        ):
            return bare, ""
        if not strict and end is not None and len(bare) <= 2 * _LINE_LONGEST and "；" not in bare:
            return None
    if end is not None and end.end() < len(text):
        head = text[: end.start()]
        longest = _RUN_IN_LONGEST if strict else _RUN_IN_LONGEST * 3 // 2
        if len(head) <= longest and (not strict or reads_as_title(head)):
            return head, text[end.end() :].strip()
    head, colon, rest = text.partition("：")
    if (
        colon
        and len(head) <= _COLON_LONGEST
        and len(rest) >= 2 * _LEAST_BODY
        and reads_as_title(head)
        and "，" not in head
    ):
        return head, rest.strip()
    return _lost_break(marker.kind, text)


def _cut_at_space(text: str) -> tuple[str, str] | None:
    head, space, rest = text.partition(" ")
    if space and 4 <= len(head) <= _RUN_IN_LONGEST and len(rest) >= _LEAST_BODY and reads_as_title(head):
        return head, rest.strip()
    return None


def _lost_break(kind: str, text: str) -> tuple[str, str] | None:
    """Cut a heading off the paragraph that was joined to it: at a space, else where a sentence begins."""
    at_space = _cut_at_space(text)
    if at_space or kind not in ("part", "chinese", "chinese_brackets"):
        return at_space
    starts = [found.end() for found in re.finditer("，", text[: _RUN_IN_LONGEST + 10])]
    openers = [found.start() for start in starts for found in _OPENER.finditer(text, start + 5, start + 25)]
    openers += [found.start() for found in _TIME_OPENER.finditer(text, 4, 25)]
    for at in sorted(openers):
        clause = text[:at].rpartition("，")[2]
        if (
            at <= _RUN_IN_LONGEST
            and len(clause) >= 4
            and len(text) - at >= 2 * _LEAST_BODY
            and reads_as_title(text[:at])
        ):
            return text[:at], text[at:]
    return None


def _plain(lines: Sequence[Line], taken: set[int]) -> list[_Found]:
    """Return the unnumbered headings: lines the file calls headings, or a pattern that short lines make together."""
    stated = [
        _Found(at, None, _bare(line.text))
        for at, line in enumerate(lines)
        if line.level and at not in taken and _may_be_stated(line.text)
    ]
    if stated:
        return stated
    short = [at for at in range(len(lines)) if at not in taken and _is_plain(lines, at, taken)]
    found = [at for at in short if not taken or _has_sibling(at, short, taken)]
    if len(found) >= 2:
        return [_Found(at, None, _bare(lines[at].text)) for at in found]
    return _run_in(lines, taken)


def _may_be_stated(text: str) -> bool:
    """Doubt a file that gives a heading style to a whole paragraph."""
    return len(text) <= 2 * _PLAIN_LONGEST and read_marker(text) is None and text[-1] not in "。；"


def _bare(text: str) -> str:
    text = _BULLET.sub("", text)
    bracketed = _BRACKETED.match(text)
    return bracketed[1] if bracketed else text.rstrip("：:")


def _is_plain(lines: Sequence[Line], at: int, taken: set[int]) -> bool:
    """A short line without an end, followed by a paragraph or a numbered heading, that doesn't continue a sentence."""
    text = lines[at].text
    if not 4 <= len(_bare(text)) <= _PLAIN_LONGEST or text[-1] in "。；，、！？：:,;" or "\t" in text:
        return False
    if read_marker(text) or re.search(r"\d{4}年|\d+月\d+日|[：:|]|^[（(]", text) or not reads_as_title(text):
        return False
    before = lines[at - 1].text if at and at - 1 not in taken else "。"
    if at + 1 == len(lines) or (before[-1] not in "。！？”；：" and len(before) <= _LINE_LONGEST):
        return False
    return at + 1 in taken or len(lines[at + 1].text) >= 2 * _LEAST_BODY


def _has_sibling(at: int, short: list[int], taken: set[int]) -> bool:
    """Tell whether another such line stands under the same numbered heading."""
    return any(other != at and not any(min(at, other) < n < max(at, other) for n in taken) for other in short)


def _run_in(lines: Sequence[Line], taken: set[int]) -> list[_Found]:
    """Return the unnumbered headings inside paragraphs: at least three in a row that open with a short title."""
    found: list[_Found] = []
    row: list[_Found] = []
    for at, line in enumerate(lines):
        head, stop, rest = line.text.partition("。")
        titled = stop and 4 <= len(head) <= 20 and len(rest) >= 2 * _LEAST_BODY and at not in taken
        if (
            titled
            and reads_as_title(head)
            and not re.match(r"[一二三四五六七八九十]是|第[一二三四五六七八九十]|[首其再最]", head)
        ):
            row.append(_Found(at, None, _BULLET.sub("", head), rest))
            continue
        found += row if len(row) >= 3 else []
        row = []
    return found + (row if len(row) >= 3 else [])
