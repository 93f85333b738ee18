"""Where a number can leave in a file: one ordered list for all that trace, count, comment on and list numbers. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from drafter.models import Draft, FactSheet, Report, Section, Trace
from drafter.tracing.trace import trace_numbers
from drafter.word.ending import official_date
from drafter.word.tables import table_text

# No section's key holds a stroke.
TITLE, ISSUER, DATE = "/title", "/issuer", "/date"
_PERIOD = "与填写的总结时段一致。"


@dataclass(frozen=True, slots=True)
class Place:
    """One text of a draft as it is printed; a section's own text stands under the section's key."""

    key: str
    name: str
    """What staff call it."""
    text: str


def heading_key(section: Section) -> str:
    """Return the key of a section's heading."""
    return f"{section.key}/heading"


def caption_key(section: Section) -> str:
    """Return the key of the caption over a section's table."""
    return f"{section.key}/caption"


def table_key(section: Section) -> str:
    """Return the key of the cells of a section's table."""
    return f"{section.key}/table"


def places(draft: Draft) -> tuple[Place, ...]:
    """Return every text of a draft that is printed, in order; the headings' own numbering is no claim and left out."""
    return tuple(place for place in _all(draft) if place.text.strip())


def _all(draft: Draft) -> Iterator[Place]:
    yield Place(TITLE, "题目", draft.title)
    for section in draft.sections:
        if section.text.strip() or section.table is not None:
            yield from _of_section(section)
    yield Place(ISSUER, "落款单位", draft.unit)
    yield Place(DATE, "落款日期", official_date(draft.date))


def _of_section(section: Section) -> Iterator[Place]:
    name = section.heading or "正文"
    yield Place(heading_key(section), f"{name}（标题）", section.heading)
    yield Place(section.key, name, section.text)
    if section.table is not None:
        yield Place(caption_key(section), f"{name}（表题）", section.table.caption)
        yield Place(table_key(section), f"{name}（表）", table_text(section.table))


def trace_places(
    draft: Draft, sheet: FactSheet, trace: Callable[[str, FactSheet], Report] = trace_numbers
) -> dict[str, Report]:
    """Return the report on each place of a draft by its key; `trace` may be a `trace_numbers` that remembers."""
    reports = {place.key: trace(place.text, sheet) for place in places(draft)}
    if TITLE in reports:
        reports[TITLE] = _with_period(reports[TITLE], sheet.period)
    return reports


def _with_period(report: Report, period: str) -> Report:
    """Back what the title repeats of the period as it was typed, in whatever wording: 2025.1-2025.6, 第三季度."""
    at = report.text.find(period) if period else -1
    if at < 0:
        return report
    end = at + len(period)
    return replace(report, traces=tuple(_backed(t) if _within(t, at, end) else t for t in report.traces))


def _within(trace: Trace, start: int, end: int) -> bool:
    return trace.flagged and start <= trace.mention.start and trace.mention.end <= end


def _backed(trace: Trace) -> Trace:
    return Trace(trace.mention, False, "date_ok", because=_PERIOD)
