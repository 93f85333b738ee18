"""What a click beside the text does to a document: a number replaced, a fact changed wherever it stands, a fact told.

Values in, values out. Every text that changes here gets a new revision, so that a page takes it in.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.models import Fact, FactSheet, SectionSpec, Skeleton, Trace
from drafter.numbers.typed import read_value
from drafter.store import Entry, Work
from drafter.ui.drafting import with_new_text, with_table
from drafter.ui.entries import sheet_of
from drafter.ui.judged import trace
from drafter.word.tables import figures_table
from drafter.writing.offline import OfflineWriter

_STATED = frozenset({"exact", "reformatted", "unit_conversion", "approx_ok"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stood when the page was drawn."""

    section: str
    start: int
    end: int
    text: str

    def stands_in(self, text: str) -> bool:
        """Whether the number still stands at its place."""
        return text[self.start : self.end] == self.text


def with_number(work: Work, place: Place, put: str) -> Work | None:
    """Return the work with a number's text replaced; None where it doesn't stand at its place any more."""
    section = work.draft.section(place.section) if work.draft else None
    if section is None or not place.stands_in(section.text):
        return None
    return with_new_text(work, place.section, section.text[: place.start] + put + section.text[place.end :])


def with_fact(work: Work, entry: Entry) -> tuple[Work, int]:
    """Return the work with an entry changed or added, and how many numbers of the texts followed it.

    A number follows where the old fact backed it, the new one doesn't, and the tracer is certain what belongs there.
    """
    before = sheet_of(work)
    changed = work.with_entry(entry)
    after = sheet_of(changed)
    followed = 0
    for section in work.draft.sections if work.draft else ():
        if section.key in work.locked:
            continue
        text, count = _followed(section.text, before, after, entry.id)
        changed = with_new_text(changed, section.key, text)
        changed = _with_table(changed, section.key, after, entry)
        followed += count
    return changed, followed


def with_told(work: Work, skeleton: Skeleton, spec: SectionSpec, fact: Fact) -> Work:
    """Return the work with the offline writer's sentence for a fact at the end of a section; unchanged without one."""
    section = work.draft.section(spec.key) if work.draft else None
    if section is None:
        return work
    sentence = OfflineWriter(sheet_of(work), skeleton).write(spec, (fact,)).strip()
    return with_new_text(work, spec.key, section.text.rstrip() + sentence)


def _followed(text: str, before: FactSheet, after: FactSheet, fact_id: str) -> tuple[str, int]:
    olds = {t.mention.start: t for t in trace(text, before).traces}
    count = 0
    # From the end, so that the places before stay where they are.
    for now in reversed(trace(text, after).traces):
        was = olds.get(now.mention.start)
        if was is None or was.flagged or fact_id not in was.facts or not now.flagged:
            continue
        put = _new_text(was, now, after.fact(fact_id))
        tried = text[: now.mention.start] + put + text[now.mention.end :]
        if put and not _flagged_at(tried, after, now.mention.start):
            text, count = tried, count + 1
    return text, count


def _new_text(was: Trace, now: Trace, fact: Fact | None) -> str:
    """Return what is certain to belong in a number's place: the fact's new value, or what was reckoned from it anew."""
    if was.category not in _STATED:
        return now.suggestion if now.category == "wrong_derived" else ""
    if now.suggestion or fact is None or was.category != "exact":
        return now.suggestion
    value = read_value(fact.value, fact.unit)
    return value.text if value else ""


def _flagged_at(text: str, sheet: FactSheet, start: int) -> bool:
    return any(t.mention.start <= start < t.mention.end for t in trace(text, sheet).flagged)


def _with_table(work: Work, key: str, sheet: FactSheet, entry: Entry) -> Work:
    """A section's table is made of facts alone, so it is made anew where one of its facts has changed."""
    section = work.draft.section(key) if work.draft else None
    if work.draft is None or section is None or section.table is None:
        return work
    labels = [row[0] for row in section.table.rows]
    if entry.label not in labels:
        return work
    table = figures_table(section.table.caption, [f for f in sheet.facts if f.label in labels])
    return with_table(work, key, table or section.table)
