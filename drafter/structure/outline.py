"""The outline of a text: its documents, each with title, opening, headings with level and role, closing, signature.

A pure function of the paragraphs: `outline_lines(read_lines(path))`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.structure.clean import is_noise
from drafter.structure.doctypes import document_type, unit_kind
from drafter.structure.headings import Heading, find_headings
from drafter.structure.lines import Line
from drafter.structure.markers import read_marker
from drafter.structure.roles import role_of
from drafter.structure.split import Document, split_documents

_DATE = re.compile(r"(?:[二〇○0O零一三四五六七八九\dx*]{4}\s*年.{1,8}月(?:.{1,3}日)?|\d{4}[./-]\d{1,2}[./-]\d{1,2})")
_SIGNATURE_LONGEST = 30
_CLOSING_MOST = 3
_AHEAD = ("problems", "goals", "plans")
"""Roles of sections that themselves look ahead: no more than one paragraph of them is taken for a closing."""
_TELLING = 1500
"""How many characters of a section, at least, tell its role."""


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A heading and the paragraphs up to the next heading of any level."""

    level: int
    marker: str
    text: str
    role: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """One document as it is built. Without headings all its text stands in `opening`."""

    title: str
    doc_type: str
    unit_kind: str
    opening: tuple[str, ...]
    sections: tuple[OutlineSection, ...]
    closing: tuple[str, ...] = ()
    signature: str = ""
    date: str = ""

    def as_json(self) -> dict[str, object]:
        """Return the outline as plain values to print: title, doc_type, headings and the parts around them."""
        return {
            "title": self.title,
            "doc_type": self.doc_type,
            "unit_kind": self.unit_kind,
            "opening": bool(self.opening),
            "headings": [{"level": s.level, "marker": s.marker, "text": s.text, "role": s.role} for s in self.sections],
            "closing": bool(self.closing),
            "signature": self.signature,
            "date": self.date,
        }


def outline_lines(lines: Sequence[Line]) -> tuple[Outline, ...]:
    """Return the outline of each document that these paragraphs of one file hold, in order."""
    return tuple(_outline(document) for document in split_documents(tuple(lines)))


def outline_text(text: str) -> tuple[Outline, ...]:
    """Return the outline of each document that a plain text holds, one paragraph a line."""
    return outline_lines([Line(line.strip()) for line in text.splitlines() if line.strip()])


def section_groups(sections: Sequence[OutlineSection], level: int) -> list[list[OutlineSection]]:
    """Group sections under the headings of a level: each group is a heading with all that stands below it."""
    groups: list[list[OutlineSection]] = []
    for section in sections:
        if section.level <= level or not groups:
            groups.append([])
        groups[-1].append(section)
    return groups


def _outline(document: Document) -> Outline:
    lines, signature, date = _without_signature(document.lines)
    headings = find_headings(lines)
    bodies = _bodies(lines, headings)
    opening = tuple(line.text for line in lines[: headings[0].at if headings else len(lines)])
    closing: tuple[str, ...] = ()
    if headings:
        last = role_of(headings[-1].text, "\n".join(bodies[-1]))
        bodies[-1], closing = _without_closing(bodies[-1], 1 if last in _AHEAD else _CLOSING_MOST)
    said = "\n".join([*opening, *bodies[0]] if bodies else opening)
    return Outline(
        title=document.title,
        doc_type=document_type(document.title, said),
        unit_kind=unit_kind(document.title, signature, said),
        opening=opening,
        sections=tuple(
            OutlineSection(h.level, h.marker, h.text, role_of(h.text, _about(at, headings, bodies)), bodies[at])
            for at, h in enumerate(headings)
        ),
        closing=closing,
        signature=signature,
        date=date,
    )


def _bodies(lines: Sequence[Line], headings: Sequence[Heading]) -> list[tuple[str, ...]]:
    ends = [*(h.at for h in headings[1:]), len(lines)][: len(headings)]
    return [
        ((h.rest,) if h.rest else ()) + tuple(line.text for line in lines[h.at + 1 : end])
        for h, end in zip(headings, ends, strict=True)
    ]


def _about(at: int, headings: Sequence[Heading], bodies: Sequence[tuple[str, ...]]) -> str:
    """Return the text of a section with those of the headings below it."""
    parts = list(bodies[at])
    length = sum(map(len, parts))
    for heading, body in zip(headings[at + 1 :], bodies[at + 1 :], strict=True):
        if heading.level <= headings[at].level or length > _TELLING:
            break
        parts += [heading.text, *body]
        length += sum(map(len, body))
    return "\n".join(parts)


def _without_signature(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], str, str]:
    """Take unit and date off the end, as letters and reports carry them."""
    signature = date = ""
    kept = list(lines)
    while kept and len(kept) > 1 and len(kept[-1].text) <= _SIGNATURE_LONGEST:
        text = kept[-1].text
        if not date and _DATE.search(text) and text[-1] not in "。；，":
            date = text
        elif date and not signature and text[-1] not in "。；：，" and read_marker(text) is None:
            signature = text
        else:
            break
        kept.pop()
    return tuple(kept), signature, date


def _without_closing(body: tuple[str, ...], most: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take the closing off the last section: its last paragraphs that sum up or look ahead; one paragraph stays."""
    first = len(body)
    while first > 1 and len(body) - first < most and is_noise("closing", body[first - 1]):
        first -= 1
    return body[:first], body[first:]
