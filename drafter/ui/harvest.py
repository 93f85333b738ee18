"""Numbers of an earlier document into a work's entries: beside the same item of the form, or as a row of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from drafter.store import Entry, Work
from drafter.structure.catalogue import OTHER, Catalogue, CatalogueField, load_catalogue
from drafter.structure.harvest import Candidate
from drafter.ui.entries import field_entries, free_id, in_words

Into = Literal["previous", "value"]
OTHER_NAME = "其他"


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of putting candidates in: the work, and how many stand beside an item that was there."""

    work: Work
    beside: int
    added: int


def merged(work: Work, candidates: Iterable[Candidate], into: Into) -> Merged:
    """Return the work with these numbers as the last period's (`previous`) or as this period's (`value`).

    An item that is there gets the number beside it where that place is free; nothing that was typed is replaced. A
    number of the last period alone waits in the form: it becomes a fact when this period's is filled in. What is there
    already, word for word, is not put in again.
    """
    catalogue = load_catalogue()
    beside = added = 0
    for candidate in candidates:
        if any(_states(entry, candidate, into) for entry in work.entries):
            continue
        entry = _same_item(work, candidate, into, catalogue)
        if entry is None:
            work = work.model_copy(update={"entries": (*work.entries, _new(work, candidate, into, catalogue))})
            added += 1
        else:
            note = entry.note or _note(candidate, into)
            work = work.with_entry(entry.model_copy(update={into: candidate.value, "note": note}))
            beside += 1
    return Merged(work, beside, added)


def chosen(candidates: Sequence[Candidate], rows: Sequence[dict[str, object]]) -> tuple[Candidate, ...]:
    """Return the candidates that stand ticked in the edited rows, as corrected there; one without a value is none."""
    catalogue = load_catalogue()
    found = []
    for candidate, row in zip(candidates, rows, strict=True):
        typed = {name: str(row[name] or "").strip() for name in ("label", "value", "unit")}
        topic = OTHER if row["topic"] == OTHER_NAME else catalogue.topic_key(str(row["topic"] or "")) or candidate.topic
        if row["use"] and typed["value"]:
            found.append(replace(candidate, topic=topic, **typed))
    return tuple(found)


def _same_item(work: Work, candidate: Candidate, into: Into, catalogue: Catalogue) -> Entry | None:
    """Return the entry that speaks of the same thing in the same unit and has that place free, or None."""
    field = _field(candidate, catalogue)
    shown = field_entries(work.entries, catalogue).get(field.key) if field else None
    same = [e for e in work.entries if e.label == candidate.label and e.unit == candidate.unit]
    for entry in (shown, *same):
        if entry and not getattr(entry, into) and entry.unit == candidate.unit and not entry.text:
            return entry
    return None


def _new(work: Work, candidate: Candidate, into: Into, catalogue: Catalogue) -> Entry:
    field = _field(candidate, catalogue)
    free = field is not None and field.key not in field_entries(work.entries, catalogue)
    key = field.key if field and free and work.entry(field.key) is None else free_id(work)
    entry = Entry(id=key, topic=candidate.topic, label=candidate.label, unit=candidate.unit)
    return entry.model_copy(update={into: candidate.value, "note": _note(candidate, into)})


def _states(entry: Entry, candidate: Candidate, into: Into) -> bool:
    said = (entry.label, entry.unit, getattr(entry, into))
    return said == (candidate.label, candidate.unit, candidate.value)


def _note(candidate: Candidate, into: Into) -> str:
    """Return the sentence as source; that of a last period's number doesn't vouch for this period's."""
    return f"上期材料：{candidate.source}" if into == "previous" else candidate.source


def _field(candidate: Candidate, catalogue: Catalogue) -> CatalogueField | None:
    """Return the form's field for the thing a candidate counts, where it takes a figure in that unit."""
    field = catalogue.field_named(candidate.label)
    if field is None or field.head or in_words(field):
        return None
    return field if candidate.unit in ("", field.unit, *field.units) else None
