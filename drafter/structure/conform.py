"""A draft against its document type: sections missing, surplus or out of place, too short or too long, numbered
wrongly, without facts, or stating another section's facts.

Hints for staff, who may have good reasons: nothing here blocks a draft.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from drafter.models import Draft, Fact, FactSheet, Report, Section, SectionSpec, Skeleton, Trace
from drafter.structure.assign import assign_facts
from drafter.structure.finished import draft_of
from drafter.structure.markers import Kind, read_marker
from drafter.structure.outline import Outline
from drafter.tracing.trace import trace_numbers

FindingKind = Literal["missing", "surplus", "misplaced", "short", "long", "numbering", "no_facts", "foreign_facts"]

KIND_NAMES: dict[FindingKind, str] = {
    "missing": "缺少",
    "surplus": "多出",
    "misplaced": "次序",
    "short": "偏短",
    "long": "偏长",
    "numbering": "序号",
    "no_facts": "没有事实",
    "foreign_facts": "事实归属",
}
"""What staff call each kind."""
_ENDINGS = {"honors", "problems", "plans"}
"""Sections that end a document as well as a closing does."""
_NAMED = 3
_MANY_SHORT = 3
_PIECE = 5
"""A text fact counts as said when this many characters in a row of it stand in the section."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in which a draft departs from its document type. `because` is one Chinese sentence with the remedy."""

    kind: FindingKind
    section: str
    because: str


def conform(
    draft: Draft, skeleton: Skeleton, sheet: FactSheet, trace: Callable[[str, FactSheet], Report] = trace_numbers
) -> tuple[Finding, ...]:
    """Return what a draft departs in from its document type, in the order of its sections.

    `trace` may be a `trace_numbers` that remembers.
    """
    lots = assign_facts(sheet, skeleton)
    found = [*_missing(draft, skeleton, lots), *_surplus(draft, skeleton), *_misplaced(draft, skeleton)]
    kept = tuple(spec for spec in skeleton.sections if draft.section(spec.key))
    present = skeleton.model_copy(update={"sections": kept})
    for section in draft.sections:
        spec = skeleton.spec(section.key)
        found += _numbering(section)
        if spec is not None and section.text.strip():
            found += _length(section, spec)
            found += _facts(section, present, lots, trace(section.text, sheet).traces)
    place = {section.key: at for at, section in enumerate(draft.sections)}
    return tuple(sorted(_summed(found, draft), key=lambda finding: place.get(finding.section, len(place))))


def conform_outline(outline: Outline, skeleton: Skeleton, sheet: FactSheet) -> tuple[Finding, ...]:
    """Return what a finished text departs in from its document type, the numbers of its headings included."""
    return (*conform(draft_of(outline, skeleton), skeleton, sheet), *_heading_numbers(outline))


def _name(heading: str, key: str) -> str:
    return {"opening": "开头", "closing": "结尾"}.get(key, f"“{heading}”")


def _missing(draft: Draft, skeleton: Skeleton, lots: dict[str, tuple[Fact, ...]]) -> Iterator[Finding]:
    written = {section.key for section in draft.sections if section.text.strip()}
    for spec in skeleton.sections:
        if spec.key in written or (spec.key == "closing" and written & _ENDINGS):
            continue
        name, count = _name(spec.heading, spec.key), len(lots[spec.key])
        if spec.required:
            yield Finding("missing", spec.key, f"缺少{name}部分，这一文种一般都有，请补写。")
        elif count:
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


def _summed(found: list[Finding], draft: Draft) -> list[Finding]:
    """Return the findings with many short sections told in one: a form with few facts makes them all short."""
    short = [finding for finding in found if finding.kind == "short"]
    if len(short) < _MANY_SHORT:
        return found
    names = [_name(s.heading, s.key) for f in short if (s := draft.section(f.section)) is not None]
    named = "、".join(names[:_NAMED]) + ("等" if len(names) > _NAMED else "")
    because = (
        f"{named}{len(short)}节偏短：填写的事实不多时这是正常的，不必硬凑；要写得充实，请给这几节补充事实，"
        "或者在“章节安排”里去掉可有可无的节。"
    )
    return [*(f for f in found if f.kind != "short"), Finding("short", short[0].section, because)]


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
    section: Section, skeleton: Skeleton, lots: dict[str, tuple[Fact, ...]], traces: tuple[Trace, ...]
) -> Iterator[Finding]:
    own = {fact.id for fact in lots[section.key]}
    backed = [trace for trace in traces if trace.facts]
    stated = {fact for trace in backed for fact in trace.facts}
    name = _name(section.heading, section.key)
    says_text = any(_says(section.text, fact) for fact in lots[section.key])
    if not section.heading:
        return
    if not stated and not says_text:
        yield Finding("no_facts", section.key, f"{name}没有写到一条事实，请补充事实，或者删去这一部分。")
    yield from _foreign(section, skeleton, lots, {t.facts[0] for t in backed if _states(t) and not own & set(t.facts)})


def _states(trace: Trace) -> bool:
    """Whether a number states a fact; a year or a day that some text names as well says nothing of that text."""
    return trace.mention.type != "date"


def _foreign(
    section: Section, skeleton: Skeleton, lots: dict[str, tuple[Fact, ...]], stated: set[str]
) -> Iterator[Finding]:
    """Name, in one finding, the facts stated here whose own section this type has elsewhere."""
    homes = [(fact, spec) for spec in skeleton.sections if spec.heading for fact in lots[spec.key] if fact.id in stated]
    if homes:
        listed = "、".join(f"“{fact.wording}”（{spec.heading}）" for fact, spec in homes[:_NAMED])
        more = f"等{len(homes)}条" if len(homes) > _NAMED else ""
        name = _name(section.heading, section.key)
        yield Finding("foreign_facts", section.key, f"{name}写了一般属于别的部分的事实：{listed}{more}，请确认。")


def _says(text: str, fact: Fact) -> bool:
    said = fact.text or fact.label
    if len(said) <= _PIECE:
        return said in text
    return any(said[at : at + _PIECE] in text for at in range(len(said) - _PIECE + 1))
