"""A .docx that was edited outside the tool -> what changed in each section of the stored draft.

Sections are known by their headings; text without a heading of its own (opening, closing, a heading that was deleted)
goes to the section it resembles most. No line is dropped: what fits nowhere stays with the section before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from drafter.docx_guard import foreign_xml, open_docx
from drafter.models import Draft, Section
from drafter.word import styles
from drafter.word.blocks import heading_level, printed_lines
from drafter.word.ending import official_date
from drafter.word.evidence import COLUMNS
from drafter.word.matching import bare_heading, match_headings, split_lines
from drafter.word.reading import Paragraph, read_paragraphs
from drafter.word.review import AUTHOR

if TYPE_CHECKING:
    from docx.document import Document

_NAMES = {style.id: style.name for style in styles.STYLES}
_EVIDENCE_STYLES = (_NAMES[styles.EVIDENCE_TITLE], _NAMES[styles.EVIDENCE_NOTE])


@dataclass(frozen=True, slots=True)
class Change:
    """What one section was and what came back."""

    key: str
    heading_before: str
    heading: str
    before: str
    after: str

    @property
    def changed(self) -> bool:
        """Whether there is anything to take over."""
        return self.before != self.after or self.heading_before != self.heading

    @property
    def lines(self) -> tuple[tuple[Literal["same", "removed", "added"], str], ...]:
        """The difference, line by line."""
        old, new = printed_lines(self.before), printed_lines(self.after)
        found: list[tuple[Literal["same", "removed", "added"], str]] = []
        for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag == "equal":
                found += [("same", line) for line in old[a:b]]
            else:
                found += [("removed", line) for line in old[a:b]]
                found += [("added", line) for line in new[c:d]]
        return tuple(found)

    def taken(self, draft: Draft) -> Draft:
        """Return the draft with this section as it came back, as a new version by staff."""
        section = draft.section(self.key)
        if section is None or not self.changed:
            return draft
        update = {"heading": self.heading, "text": self.after, "origin": "staff", "revision": section.revision + 1}
        return draft.with_section(section.model_copy(update=update))


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that came back with a file."""

    title: str
    """As it stands in the file; empty when none was found, as are the next two."""
    unit: str
    date: str
    changes: tuple[Change, ...]
    """One a section of the draft, in its order, changed or not."""
    notes: tuple[str, ...]
    """Chinese sentences: what was not taken over, and what could not be matched."""


def read_back(data: bytes, name: str, draft: Draft) -> Incoming:
    """Compare an uploaded .docx with the stored draft; raise InputError when the file can't be used."""
    document = open_docx(data, name)
    with foreign_xml(name):
        paragraphs = [p for p in read_paragraphs(document) if not _is_evidence(p)]
        notes = list(_reviewing(document))
    title, paragraphs = _take_title(paragraphs, draft)
    unit, date, paragraphs = _take_ending(paragraphs, draft)
    if title and title != "".join(draft.title.split("\n")):
        notes.append(f"文件里的标题是“{title}”，与网页上的不同；标题没有带回，请在网页上改。")
    if (unit and unit != draft.unit) or (date and date != official_date(draft.date)):
        notes.append(f"文件末尾的落款是“{unit} {date}”，与网页上的不同；落款没有带回，请在网页上改。")
    texts, headings, found = _sort_into_sections(paragraphs, draft)
    changes = tuple(
        _change(section, headings.get(section.key), texts.get(section.key, [])) for section in draft.sections
    )
    return Incoming(title, unit, date, changes, (*notes, *found))


def _reviewing(document: Document) -> Iterator[str]:
    """Tell how the marks of a review in Word were read; the comments of our own review copy need no word."""
    if document.element.body.xpath("//w:ins|//w:del|//w:moveFrom|//w:moveTo"):
        yield "文件里有修订痕迹，已按“接受修订”之后的文字读。"
    authors = [comment.author for comment in document.comments if comment.author != AUTHOR]
    if authors:
        names = "、".join(dict.fromkeys(name for name in authors if name))
        yield f"文件里有{len(authors)}处批注{f'（{names}）' if names else ''}没有带回，请在Word里查看。"


def _change(section: Section, heading: str | None, lines: list[str]) -> Change:
    after = "\n".join(lines)
    # A text that comes back as it was printed is unchanged, whatever blanks or empty lines the stored one has.
    same = lines == printed_lines(section.text)
    return Change(
        section.key,
        section.heading,
        section.heading if heading is None else heading,
        section.text,
        section.text if same else after,
    )


def _is_evidence(paragraph: Paragraph) -> bool:
    """Tell what the review copy adds at its end from the document's own."""
    return paragraph.style in _EVIDENCE_STYLES or paragraph.table[:1] == (COLUMNS,)


def _take_title(paragraphs: list[Paragraph], draft: Draft) -> tuple[str, list[Paragraph]]:
    """Take the title off the beginning: what has its style, else the lines that together read like the draft's."""
    count = 0
    while count < len(paragraphs) and paragraphs[count].style.lower() in ("title", "标题"):
        count += 1
    wanted = "".join(draft.title.split())
    for lines in () if count else range(1, 6):
        if wanted and "".join("".join(p.text.split()) for p in paragraphs[:lines]) == wanted:
            count = lines
    return "".join(p.text for p in paragraphs[:count]), paragraphs[count:]


def _take_ending(paragraphs: list[Paragraph], draft: Draft) -> tuple[str, str, list[Paragraph]]:
    """Take issuer and date off the end: what has their style, else what reads as the draft's."""
    rest = list(paragraphs)
    taken = {styles.ISSUER: "", styles.DATE: ""}
    for style, wanted in ((styles.DATE, official_date(draft.date)), (styles.ISSUER, draft.unit)):
        last = next((i for i in reversed(range(len(rest))) if rest[i].text), None)
        if last is not None and (rest[last].style == _NAMES[style] or (wanted and rest[last].text == wanted)):
            taken[style] = rest.pop(last).text
    return taken[styles.ISSUER], taken[styles.DATE], rest


def _sort_into_sections(
    paragraphs: list[Paragraph], draft: Draft
) -> tuple[dict[str, list[str]], dict[str, str], list[str]]:
    """Return the lines and the heading of each section by key, and the sentences about what was not taken over."""
    tops = [i for i, p in enumerate(paragraphs) if p.level == 1 or (not p.level and heading_level(p.text) == 1)]
    matched = match_headings([bare_heading(paragraphs[i].text) for i in tops], draft.sections)
    at = {tops[number]: key for number, key in matched.items()}
    notes = [
        f"文件里多了一个标题“{paragraphs[i].text}”，连同下面的文字并入了前一部分。"
        for i in tops
        if i not in at and paragraphs[i].text not in {line for s in draft.sections for line in printed_lines(s.text)}
    ]
    notes += [
        f"文件里没有找到标题“{s.heading}”。"
        for s in draft.sections
        if s.heading and s.key not in at.values() and s.text.strip()
    ]
    texts: dict[str, list[str]] = {}
    for group, inside in _groups(paragraphs, at, draft.sections):
        place = next((s.heading for s in group if s.heading), "") if at else ""
        notes += _foreign(inside, place, group)
        lines = [p.text for p in _without_captions(inside, group) if p.text]
        for section, part in zip(group, split_lines(lines, group), strict=True):
            texts[section.key] = part
    return texts, {key: bare_heading(paragraphs[i].text) for i, key in at.items()}, notes


def _groups(
    paragraphs: list[Paragraph], at: dict[int, str], sections: tuple[Section, ...]
) -> list[tuple[list[Section], list[Paragraph]]]:
    """Pair the paragraphs below each known heading with its section and those behind it that have no known heading."""
    groups: dict[str, list[Section]] = {"": []}
    current = ""
    for section in sections:
        if section.key in at.values():
            current = section.key
            groups[current] = []
        groups[current].append(section)
    inside: dict[str, list[Paragraph]] = {key: [] for key in groups}
    current = ""
    for number, paragraph in enumerate(paragraphs):
        if number in at:
            current = at[number]
        else:
            inside[current].append(paragraph)
    # Text before the first heading of a draft without an opening goes before the first section's own.
    if not groups[""] and inside[""]:
        first = next(key for key in groups if key)
        inside[first] = inside.pop("") + inside[first]
    return [(groups[key], inside[key]) for key in groups if groups[key]]


def _without_captions(paragraphs: list[Paragraph], group: list[Section]) -> list[Paragraph]:
    """Leave out the captions of stored tables: they are no text of the section."""
    captions = {s.table.caption for s in group if s.table is not None}
    return [replace(p, text="") if p.text in captions else p for p in paragraphs]


def _foreign(paragraphs: list[Paragraph], place: str, group: list[Section]) -> list[str]:
    stored = [(s.table.header, *s.table.rows) for s in group if s.table is not None]
    counts: dict[str, int] = {}
    for paragraph in paragraphs:
        if paragraph.table in stored:
            continue
        for what, count in paragraph.foreign.items():
            counts[what] = counts.get(what, 0) + count
    where = f"“{place}”部分" if place else "正文"
    return [f"{where}有{count}处{what}没有带回，请在网页上处理或导出后再加。" for what, count in counts.items()]
