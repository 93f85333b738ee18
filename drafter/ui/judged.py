"""The verdict on a whole document as it stands: each section traced, and what only shows across sections."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from drafter.models import Fact, FactSheet, Report, Section
from drafter.store import Work
from drafter.tracing.summary import summary_line
from drafter.tracing.trace import trace_numbers
from drafter.ui.entries import sheet_of


@dataclass(frozen=True)
class Judged:
    """What was found about a work's draft."""

    sheet: FactSheet
    written: tuple[Section, ...]
    reports: dict[str, Report]
    """By section key."""
    unused: tuple[Fact, ...]
    conflicts: tuple[str, ...]

    @property
    def flagged(self) -> int:
        """How many numbers need a look."""
        return sum(len(r.flagged) for r in self.reports.values())

    @property
    def line(self) -> str:
        """The line that says it all."""
        return summary_line(t for r in self.reports.values() for t in r.traces)


def judge(work: Work) -> Judged:
    """Trace every section of a work; what hasn't changed since the last look costs nothing."""
    sheet = sheet_of(work)
    written = tuple(s for s in (work.draft.sections if work.draft else ()) if s.text.strip())
    reports = {s.key: trace(s.text, sheet) for s in written}
    whole = trace("\n".join(s.text for s in written), sheet)
    unused = tuple(f for f in sheet.facts if all(f.id in r.unused for r in reports.values()))
    return Judged(sheet, written, reports, unused, whole.conflicts)


@lru_cache(maxsize=512)
def trace(text: str, sheet: FactSheet) -> Report:
    """Return the report on one text; remembered, as most reruns change one section at most."""
    return trace_numbers(text, sheet)
