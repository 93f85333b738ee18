"""A draft against its document type: sections missing, surplus or out of place, too short or too long, numbered
wrongly, without facts, or stating another section's facts.

Hints for staff, who may have good reasons: nothing here blocks a draft.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from drafter.models import Draft, Fact, FactSheet, Section, SectionSpec, Skeleton
from drafter.structure.assign import assign_facts
from drafter.structure.catalogue import OTHER
from drafter.structure.markers import Kind, read_marker
from drafter.structure.outline import Outline, OutlineSection, section_groups
from drafter.tracing.trace import trace_numbers

FindingKind = Literal["missing", "surplus", "misplaced", "short", "long", "numbering", "no_facts", "foreign_facts"]

_PIECE = 5
"""A text fact counts as said when this many characters in a row of it stand in the section."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in which a draft departs from its document type. `because` is one Chinese sentence with the remedy."""

    kind: FindingKind
    section: str
    because: str


def conform(draft: Draft, skeleton: Skeleton, sheet: FactSheet) -> tuple[Finding, ...]:
    """Return what a draft departs in from its document type, in the order of its sections."""
    lots = assign_facts(sheet, skeleton)
    found = [*_missing(draft, skeleton, lots), *_surplus(draft, skeleton), *_misplaced(draft, skeleton)]
    for section in draft.sections:
        spec = skeleton.spec(section.key)
        found += _numbering(section)
        if spec is not None and section.text.strip():
            found += _length(section, spec)
            found += _facts(section, skeleton, lots, sheet)
    place = {section.key: at for at, section in enumerate(draft.sections)}
    return tuple(sorted(found, key=lambda finding: place.get(finding.section, len(place))))


def conform_outline(outline: Outline, skeleton: Skeleton, sheet: FactSheet) -> tuple[Finding, ...]:
    """Return what a finished text departs in from its document type, the numbers of its headings included."""
    return (*conform(draft_of(outline, skeleton), skeleton, sheet), *_heading_numbers(outline))


def draft_of(outline: Outline, skeleton: Skeleton) -> Draft:
    """Return the draft that an outline of a finished text shows, each section under the key its role has here."""
    sections: list[Section] = []
    if outline.opening:
        sections.append(Section(key="opening", heading="", text="\n".join(outline.opening), origin="staff"))
    for group in _main_groups(outline, skeleton):
        key = _key_of(group[0].role, skeleton)
        if not key or any(section.key == key for section in sections):
            key = f"{key or group[0].role}_{len(sections)}"
        lines = [line for part in group for line in (*_heading_line(part, group[0]), *part.paragraphs)]
        sections.append(
            Section(key=key, heading=group[0].marker + group[0].text, text="\n".join(lines), origin="staff")
        )
    if outline.closing:
        sections.append(Section(key="closing", heading="", text="\n".join(outline.closing), origin="staff"))
    return Draft(
        title=outline.title, unit=outline.signature, date=outline.date, document=skeleton.key, sections=tuple(sections)
    )


def _main_groups(outline: Outline, skeleton: Skeleton) -> Iterator[list[OutlineSection]]:
    """Yield the main sections; one that the type doesn't know and that only gathers others gives way to them."""
    for group in section_groups(outline.sections, 1):
        children = section_groups(group[1:], 2)
        if len(children) >= 2 and not _key_of(group[0].role, skeleton) and not group[0].paragraphs:
            yield from children
        else:
            yield group


def _heading_line(part: OutlineSection, top: OutlineSection) -> tuple[str, ...]:
    return () if part is top else (part.marker + part.text,)


def _key_of(role: str, skeleton: Skeleton) -> str:
    if role == OTHER or skeleton.spec(role) is not None:
        return "" if role == OTHER else role
    return next((spec.key for spec in skeleton.sections if role in spec.topics), "")


def _name(heading: str, key: str) -> str:
    return {"opening": "开头", "closing": "结尾"}.get(key, f"“{heading}”")


def _missing(draft: Draft, skeleton: Skeleton, lots: dict[str, tuple[Fact, ...]]) -> Iterator[Finding]:
    for spec in skeleton.sections:
        section = draft.section(spec.key)
        if section is not None and section.text.strip():
            continue
        count = len(lots[spec.key])
        if spec.required:
            yield Finding("missing", spec.key, f"缺少{_name(spec.heading, spec.key)}部分，这一文种一般都有，请补写。")
        elif count:
            name = _name(spec.heading, spec.key)
            yield Finding("missing", spec.key, f"没有{name}部分，但有{count}条事实属于它，请补写或确认不用。")


def _surplus(draft: Draft, skeleton: Skeleton) -> Iterator[Finding]:
    for section in draft.sections:
        if skeleton.spec(section.key) is None:
            name = _name(section.heading, section.key)
            yield Finding("surplus", section.key, f"{name}不是“{skeleton.name}”常有的部分，请确认是否保留。")


def _misplaced(draft: Draft, skeleton: Skeleton) -> Iterator[Finding]:
    """Name the fewest sections that would have to move: those outside the longest run in the type's order."""
    order = {spec.key: at for at, spec in enumerate(skeleton.sections)}
    sections = [section for section in draft.sections if section.key in order]
    kept = _longest_rising([order[section.key] for section in sections])
    for at, section in enumerate(sections):
        if at not in kept:
            before = [s for s in skeleton.sections[: order[section.key]] if draft.section(s.key)]
            where = f"放在{_name(before[-1].heading, before[-1].key)}之后" if before else "放在最前面"
            name = _name(section.heading, section.key)
            yield Finding("misplaced", section.key, f"{name}的位置与这一文种的习惯不同，一般{where}。")


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """Return the places of a longest strictly rising run within a sequence."""
    ends: list[int] = []
    last_at: list[int] = []
    previous: list[int] = []
    for at, number in enumerate(numbers):
        rank = bisect_left(ends, number)
        previous.append(last_at[rank - 1] if rank else -1)
        ends[rank:], last_at[rank:] = [number, *ends[rank + 1 :]], [at, *last_at[rank + 1 :]]
    kept: set[int] = set()
    at = last_at[-1] if last_at else -1
    while at >= 0:
        kept.add(at)
        at = previous[at]
    return kept


def _length(section: Section, spec: SectionSpec) -> Iterator[Finding]:
    length = sum(not character.isspace() for character in section.text)
    name = _name(section.heading, section.key)
    if length < spec.min_chars:
        yield Finding(
            "short", section.key, f"{name}只有{length}字，一般不少于{spec.min_chars}字，请补充事实或并入别的部分。"
        )
    elif length > spec.max_chars:
        yield Finding("long", section.key, f"{name}有{length}字，一般不超过{spec.max_chars}字，请精简。")


def _numbering(section: Section) -> Iterator[Finding]:
    """Name the first heading number in a section that doesn't follow the one before it of its kind."""
    latest: dict[Kind, int] = {}
    for line in section.text.splitlines():
        marker = read_marker(line.strip())
        if marker is None:
            continue
        expected = latest.get(marker.kind, 0) + 1
        if marker.number not in (1, expected):
            name = _name(section.heading, section.key)
            said = f"{name}里的序号“{marker.text}”接不上前面的序号，请按顺序改正。"
            yield Finding("numbering", section.key, said)
            return
        latest[marker.kind] = marker.number


def _heading_numbers(outline: Outline) -> Iterator[Finding]:
    """Name each main heading whose number doesn't follow the one before it: 一、 and then 三、."""
    expected = 1
    for section in outline.sections:
        marker = read_marker(section.marker + section.text) if section.level == 1 else None
        if marker is None:
            continue
        if marker.number != expected:
            said = f"标题“{section.marker}{section.text}”的序号应为第{expected}个，请改正。"
            yield Finding("numbering", section.role, said)
        expected = marker.number + 1


def _facts(
    section: Section, skeleton: Skeleton, lots: dict[str, tuple[Fact, ...]], sheet: FactSheet
) -> Iterator[Finding]:
    own = {fact.id for fact in lots[section.key]}
    traces = [trace for trace in trace_numbers(section.text, sheet).traces if trace.facts]
    stated = {fact for trace in traces for fact in trace.facts}
    name = _name(section.heading, section.key)
    says_text = any(_says(section.text, fact) for fact in lots[section.key])
    if not section.heading:
        return
    if not stated and not says_text:
        yield Finding("no_facts", section.key, f"{name}没有写到一条事实，请补充事实，或者删去这一部分。")
    foreign = {trace.facts[0] for trace in traces if not own & set(trace.facts)}
    for key, facts in lots.items():
        home = skeleton.spec(key)
        for fact in facts:
            if fact.id in foreign and home is not None and home.heading:
                said = f"{name}写了“{fact.wording}”，它一般写在“{home.heading}”部分，请确认。"
                yield Finding("foreign_facts", section.key, said)


def _says(text: str, fact: Fact) -> bool:
    said = fact.text or fact.label
    if len(said) <= _PIECE:
        return said in text
    return any(said[at : at + _PIECE] in text for at in range(len(said) - _PIECE + 1))
