"""The verdict on a whole document as it stands: each section traced, and what only shows across sections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from drafter.errors import InputError
from drafter.models import Absolute, Draft, Fact, FactSheet, Report, Section, Skeleton, Trace
from drafter.store import Work
from drafter.structure.assign import assign_facts
from drafter.tracing.summary import DOUBT, summary_line
from drafter.tracing.trace import conflicts_between, trace_numbers
from drafter.ui.document_types import load_type
from drafter.ui.drafting import exported, name_of
from drafter.ui.entries import not_understood, sheet_of
from drafter.word.places import DATE, ISSUER, TITLE, caption_key, heading_key, table_key, trace_places

_NO_TYPE = Skeleton(key="", name="", title="", sections=())


@dataclass(frozen=True)
class Judged:
    """What was found about a work's draft."""

    sheet: FactSheet
    shown: tuple[Section, ...]
    """The sections that were written or carry a table, and those that staff emptied."""
    reports: dict[str, Report]
    """By the keys of `word.places`: a section's text by the section's key, its heading and table, title and ending."""
    unused: tuple[Fact, ...]
    conflicts: tuple[str, ...]
    unread: int = 0
    """How many entries were filled in and could not be read, so that no text can state them."""

    @property
    def written(self) -> tuple[Section, ...]:
        """The sections that say something."""
        return tuple(s for s in self.shown if s.text.strip() or s.table)

    def traces_in(self, section: Section) -> tuple[Trace, ...]:
        """The numbers of a section, with its heading and its table."""
        return self._traces(heading_key(section), section.key, caption_key(section), table_key(section))

    def flagged_in(self, section: Section) -> tuple[Trace, ...]:
        """The numbers of a section, with its heading and its table, that need a look."""
        return tuple(t for t in self.traces_in(section) if t.flagged)

    @property
    def traces_around(self) -> tuple[Trace, ...]:
        """The numbers of title, issuer and date."""
        return self._traces(TITLE, ISSUER, DATE)

    @property
    def flagged_around(self) -> tuple[Trace, ...]:
        """The numbers of title, issuer and date that need a look."""
        return tuple(t for t in self.traces_around if t.flagged)

    def _traces(self, *keys: str) -> tuple[Trace, ...]:
        return tuple(t for key in keys if key in self.reports for t in self.reports[key].traces)

    def name(self, section: Section) -> str:
        """What staff call a section."""
        return name_of(section.key, section.heading, self.shown[0].key)

    @property
    def flagged(self) -> int:
        """How many numbers need a look."""
        return sum(len(r.flagged) for r in self.reports.values())

    @property
    def overstated(self) -> tuple[Absolute, ...]:
        """The absolutes of all texts that no fact bears out."""
        return tuple(a for r in self.reports.values() for a in r.overstated)

    @property
    def line(self) -> str:
        """The line that says it all."""
        told = summary_line(t for r in self.reports.values() for t in r.traces)
        told += f"；{DOUBT} {len(self.overstated)} 处" if self.overstated else ""
        return told + (f"；另有 {self.unread} 项填了但没读懂，没有写入" if self.unread else "")

    @property
    def clean(self) -> bool:
        """Whether nothing needs a look."""
        return not (self.flagged or self.conflicts or self.overstated or self.unread)


def untold_of(judged: Judged, skeleton: Skeleton) -> dict[str, tuple[Fact, ...]]:
    """Return by section the facts that belong to it and that the document never uses."""
    unused = {f.id for f in judged.unused}
    return {k: tuple(f for f in lot if f.id in unused) for k, lot in facts_of_sections(judged.sheet, skeleton).items()}


@lru_cache(maxsize=64)
def facts_of_sections(sheet: FactSheet, skeleton: Skeleton) -> dict[str, tuple[Fact, ...]]:
    """Return the facts of each section, see `assign_facts`; remembered."""
    return assign_facts(sheet, skeleton)


def judge(work: Work) -> Judged:
    """Trace every section of a work; what hasn't changed since the last look costs nothing."""
    sheet = sheet_of(work)
    shown = tuple(
        s for s in (work.draft.sections if work.draft else ()) if s.text.strip() or s.table or s.origin == "staff"
    )
    trace_one = tracer(sheet)
    reports = {s.key: trace_one(s.text) for s in shown}
    leaving = _leaving(work)
    reports |= trace_places(leaving, sheet, lambda text, _: trace_one(text)) if leaving else {}
    unused = tuple(f for f in sheet.facts if all(f.id in r.unused for r in reports.values()))
    conflicts = _conflicts(tuple(reports[s.key] for s in shown), sheet)
    return Judged(sheet, shown, reports, unused, conflicts, len(not_understood(work)))


def _leaving(work: Work) -> Draft | None:
    """Return the draft as it would be exported; of a type that was deleted, under the title that it had."""
    try:
        return exported(work, load_type(work.document))
    except InputError:
        given = work.title or (work.draft.title if work.draft else "")
        return exported(work.model_copy(update={"title": given or work.unit}), _NO_TYPE)


def _conflicts(reports: tuple[Report, ...], sheet: FactSheet) -> tuple[str, ...]:
    """Return what contradicts itself within a section and across sections.

    Across sections only a doubtful number can contradict another: so only the sections with doubtful numbers, and those
    that state the facts which these may mean, are held against each other.
    """
    within = [c for r in reports for c in r.conflicts]
    meant = {i for r in reports for t in r.flagged for i in t.closest}
    touched = [r for r in reports if any(t.flagged or meant & set(t.facts) for t in r.traces)]
    across = conflicts_between(touched, sheet) if any(r.flagged for r in reports) else ()
    return tuple(dict.fromkeys((*within, *across)))


def trace(text: str, sheet: FactSheet) -> Report:
    """Return the report on one text; remembered, as most reruns change one section at most."""
    return tracer(sheet)(text)


@lru_cache(maxsize=16)
def tracer(sheet: FactSheet) -> Callable[[str], Report]:
    """Return what traces texts against this sheet and remembers them: a sheet is long to compare with each text."""
    return lru_cache(maxsize=256)(lambda text: trace_numbers(text, sheet))
