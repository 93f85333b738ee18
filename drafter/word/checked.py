"""A finished text that others wrote, checked as it stands: every number traced, no word of it changed. Pure.

The lines are traced as one text. For the files that are handed out, title and ending are told apart from the rest,
each with its part of that one report, so that they are laid out and named as what they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.errors import InputError
from drafter.models import Draft, FactSheet, Report, Section
from drafter.structure.lines import Line
from drafter.structure.outline import Outline, outline_lines
from drafter.tracing.trace import trace_numbers
from drafter.word.ending import official_date
from drafter.word.places import DATE, ISSUER, TITLE

MAX_CHARS = 100_000
"""Some three seconds of tracing; the longest of these documents hold a tenth of it."""
MAX_FACTS = 2_000
_BODY = "body"
_TITLE_LINES = 4


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found about a text of others."""

    outlines: tuple[Outline, ...]
    report: Report
    """On the whole text, one paragraph a line."""
    draft: Draft
    """The text as a document of one section."""
    reports: dict[str, Report]
    """The same report by the keys of `places.places`."""


def check_lines(lines: Sequence[Line], sheet: FactSheet, name: str) -> Checked:
    """Trace the paragraphs of a file to the facts of a sheet; `name` is for the sentence.

    Raises InputError where there are no facts to hold it against, or more text or facts than can be traced at once.
    """
    texts = tuple(line.text for line in lines)
    check_size(texts, sheet, name)
    report = trace_numbers("\n".join(texts), sheet)
    outlines = outline_lines(lines)
    # Of several documents in one file none gives the title of the whole.
    draft, ends = _draft(texts, outlines[0] if len(outlines) == 1 else None)
    return Checked(outlines, report, draft, _parts(report, ends))


def check_size(texts: Sequence[str], sheet: FactSheet, name: str) -> None:
    """Raise InputError, with the remedy, unless a text can be traced to these facts in seconds."""
    if not sheet.facts:
        raise InputError("对照的事实是空的，没有可以核对的依据：请至少给一条事实。")
    length = sum(len(text) for text in texts)
    if length > MAX_CHARS:
        raise InputError(f"“{name}”有 {length} 字，一次最多核对 {MAX_CHARS // 10_000} 万字：请拆成几个文件，分别核对。")
    if len(sheet.facts) > MAX_FACTS:
        raise InputError(
            f"对照的事实有 {len(sheet.facts)} 条，一次最多用 {MAX_FACTS} 条：请只留下这份文稿用得到的，再核对。"
        )


def _draft(texts: tuple[str, ...], outline: Outline | None) -> tuple[Draft, tuple[tuple[str, int], ...]]:
    """Return the text as a draft, and of each of its places the key and where it ends in the whole, in order."""
    first = _title_lines(texts, outline)
    last = len(texts) - _ending_lines(texts, outline)
    title, body, ending = "\n".join(texts[:first]), "\n".join(texts[first:last]), texts[last:]
    unit, date = ending or ("", "")
    sections = (Section(key=_BODY, heading="", text=body, origin="staff"),)
    draft = Draft(title=title, unit=unit, date=date, document=outline.doc_type if outline else "", sections=sections)
    ends, at = [], 0
    for key, text in ((TITLE, title), (_BODY, body), (ISSUER, unit), (DATE, date)):
        if text:
            at += len(text) + 1
            ends.append((key, at - 1))
    return draft, tuple(ends)


def _title_lines(texts: tuple[str, ...], outline: Outline | None) -> int:
    """Return how many lines at the beginning are the title."""
    wanted = "".join(outline.title.split()) if outline else ""
    for count in range(1, min(_TITLE_LINES, len(texts) - 1) + 1):
        if wanted and "".join("".join(texts[:count]).split()) == wanted:
            return count
    return 0


def _ending_lines(texts: tuple[str, ...], outline: Outline | None) -> int:
    """Return 2 where the last lines are issuer and date, each written as it would be printed; else 0."""
    if outline is None or len(texts) < 4 or not outline.signature:
        return 0
    return 2 if texts[-2:] == (outline.signature, official_date(texts[-1])) and outline.date else 0


def _parts(report: Report, ends: tuple[tuple[str, int], ...]) -> dict[str, Report]:
    """Return the report on the whole as one for each place, with every number where it stands in that place."""
    found: dict[str, Report] = {}
    start = 0
    for key, end in ends:
        traces = tuple(
            replace(t, mention=replace(t.mention, start=t.mention.start - start, end=t.mention.end - start))
            for t in report.traces
            if start <= t.mention.start and t.mention.end <= end
        )
        absolutes = tuple(
            replace(a, start=a.start - start, end=a.end - start)
            for a in report.absolutes
            if start <= a.start and a.end <= end
        )
        # What the whole says of facts and contradictions is said once.
        conflicts = report.conflicts if not found else ()
        found[key] = Report(report.text[start:end], traces, report.unused, conflicts, absolutes)
        start = end + 1
    return found
