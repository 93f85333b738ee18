"""One section to be written: what is known about it before a model or the offline writer is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from drafter.models import Fact, FactSheet, Report, SectionSpec, Skeleton
from drafter.tracing.trace import trace_numbers
from drafter.writing.coverage import distinct_facts
from drafter.writing.offline import last_period
from drafter.writing.prompts import Message, render, system_and
from drafter.writing.slots import Slot, section_slots


@dataclass(frozen=True)
class SectionTask:
    """A section of one document, its facts, and for a rewrite the present text and what staff ask for."""

    sheet: FactSheet
    skeleton: Skeleton
    spec: SectionSpec
    facts: tuple[Fact, ...]
    present: str = ""
    instruction: str = ""

    @cached_property
    def distinct(self) -> tuple[Fact, ...]:
        """The facts without those that say the same as an earlier one: a text says it once."""
        return distinct_facts(self.facts)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The slots of the section's facts."""
        return section_slots(self.distinct, last_period(self.sheet.period))

    def trace(self, text: str) -> Report:
        """Return what the sheet backs in a text of this section.

        A model has seen this section's facts alone: a number that only other sections' facts would bear out, such as a
        count of all facts, is a chance hit and is flagged. Not so in a rewrite, whose text staff may have enriched.
        """
        report = trace_numbers(text, self.sheet)
        own = {f.id for f in self.facts}
        if self.present or all(own.issuperset(t.facts) for t in report.traces):
            return report
        alone = trace_numbers(text, self.sheet.model_copy(update={"facts": self.facts}))
        flags = {t.mention.start: t for t in alone.flagged}
        traces = (t if own.issuperset(t.facts) else flags.get(t.mention.start, t) for t in report.traces)
        return replace(report, traces=tuple(traces))

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of the whole document."""
        return tuple(s.heading for s in self.skeleton.sections if s.heading)

    def messages(self, again: str = "") -> list[Message]:
        """Return the messages that ask for this section; `again` says what was wrong with an unusable reply."""
        asked = self._prompt()
        return system_and(f"{asked}\n\n{render('again', fault=again)}" if again else asked)

    def _prompt(self) -> str:
        spec, sections = self.spec, self.skeleton.sections
        at = next((n for n, s in enumerate(sections) if s.key == spec.key), 0)
        return render(
            "section",
            unit=self.sheet.unit,
            superior=self.sheet.superior,
            period=self.sheet.period,
            document=self.skeleton.name,
            intends=self.skeleton.intends,
            headings=self.headings,
            heading=spec.heading,
            before=sections[at - 1].heading if at else None,
            after=sections[at + 1].heading if at + 1 < len(sections) else None,
            purpose=spec.purpose,
            moves=spec.moves,
            min_chars=spec.min_chars,
            max_chars=spec.max_chars,
            slots=[slot for slot in self.slots if slot.offered and "." not in slot.name],
            more_slots=[slot for slot in self.slots if slot.offered and "." in slot.name],
            present=self.present,
            instruction=self.instruction,
        )
