"""Rows that were brought, put into a work: against the form's field or as a fact of its own, never over a typed one.

What stands in the form stays unless staff ticked that it is to be replaced, and it is still what they were shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from drafter.amount import joined
from drafter.models import Fact
from drafter.store import Entry, Work
from drafter.structure.assign import topics_of
from drafter.structure.catalogue import load_catalogue
from drafter.tables.rows import Row, Unread
from drafter.tracing.units import compatible, convert, split_scale
from drafter.ui.entries import field_entries, free_id, in_words, new_entry

_PARTS = ("value", "previous", "text")
_SHOWN_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Wanted:
    """A row as staff left it in the preview: whether it may replace what is there, and what they saw there."""

    row: Row
    replaces: bool = False
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Landed:
    """What came of a lot of rows: the work, how many went where, and those that did not land, with the reason."""

    work: Work
    added: int = 0
    filled: int = 0
    replaced: int = 0
    same: int = 0
    kept: tuple[Unread, ...] = ()

    @property
    def came(self) -> bool:
        """True where anything of the lot stands in the work now."""
        return bool(self.added or self.filled or self.replaced or self.same)


def present(work: Work, row: Row, types: dict[str, str]) -> str:
    """Return what stands where a row would land, in one line; empty where the place is free."""
    if row.id.startswith("@"):
        held = str(getattr(work, row.id[1:]))
        return types.get(held, held) if row.id == "@document" else held
    entry = _there(work, row)
    if entry is None:
        return ""
    said = (joined(entry.value, entry.unit) if entry.value else "") or entry.text
    last = f"上期 {entry.previous}" if entry.previous else ""
    line = "；".join(part for part in (said, last) if part)
    return line if len(line) <= _SHOWN_LONGEST else line[:_SHOWN_LONGEST] + "……"


def landed(work: Work, wanted: Sequence[Wanted], types: dict[str, str]) -> Landed:
    """Return the work with these rows put in, and what came of each of them."""
    result = Landed(work)
    mine: set[str] = set()
    for want in _sorted(wanted):
        put = _head_put if want.row.id.startswith("@") else _fact_put
        result = put(result, want, types, mine)
    return result


def _sorted(wanted: Sequence[Wanted]) -> list[Wanted]:
    """Return the rows each with its topic: the one that stands in it, or else by what it and its neighbours say."""
    rows = [w.row for w in wanted]
    topics = topics_of([_as_fact(row) for row in rows])
    topics = [row.topic or topic for row, topic in zip(rows, topics, strict=True)]
    return [replace(w, row=replace(w.row, topic=topic)) for w, topic in zip(wanted, topics, strict=True)]


def _as_fact(row: Row) -> Fact:
    return Fact(topic=row.topic, label=row.label or "事项", value=row.value or row.previous, text=row.text or " ")


def _head_put(result: Landed, want: Wanted, types: dict[str, str], _: set[str]) -> Landed:
    name, given = want.row.id[1:], want.row.text or want.row.value
    if name == "document":
        keys = {said: key for key, kind in types.items() for said in (key, kind, kind.removesuffix("（本单位）"))}
        if given not in keys:
            return _kept(result, want.row, f"没有文种“{given}”，文种没有改")
        given = keys[given]
    there, shown = str(getattr(result.work, name)), present(result.work, want.row, types)
    if given == there:
        return replace(result, same=result.same + 1)
    if there and not want.replaces:
        return _kept(result, want.row, f"原来填的是“{shown}”，没有换")
    if there and shown != want.shown:
        return _kept(result, want.row, f"刚才在别的窗口改成了“{shown}”，没有换")
    work = result.work.model_copy(update={name: given})
    return _counted(result, work, "replaced" if there else "filled")


def _fact_put(result: Landed, want: Wanted, types: dict[str, str], mine: set[str]) -> Landed:
    row = want.row
    if not (row.value or row.previous or row.text):
        return _kept(result, row, "没有数，也没有文字")
    if not row.label and not row.text:
        return _kept(result, row, "没有事项名称")
    there = _there(result.work, row)
    if there is not None and there.id in mine and _conflicts(there, row):
        # Two figures of one name in what was brought: both stay.
        row, there = replace(row, id=""), None
    if there is None:
        entry = _new(result.work, row)
        mine.add(entry.id)
        return _counted(result, result.work.with_entry(entry), "added")
    mine.add(there.id)
    clash = _conflicts(there, row)
    if clash and want.replaces:
        shown = present(result.work, row, types)
        if shown != want.shown:
            return _kept(result, row, f"刚才在别的窗口改成了“{shown}”，没有换")
        return _counted(result, result.work.with_entry(_replaced(there, row)), "replaced")
    filled = _filled(there, row)
    work = result.work.with_entry(filled)
    if clash:
        return _kept(replace(result, work=work), row, f"原来填的是“{present(result.work, row, types)}”，没有换")
    return _counted(result, work, "same" if filled == there else "filled")


def _there(work: Work, row: Row) -> Entry | None:
    """Return the entry that speaks of the same thing as a row, or None."""
    catalogue = load_catalogue()
    field = catalogue.field(row.id) if row.id else None
    shown = field_entries(work.entries, catalogue)
    if field is not None:
        return shown.get(field.key)
    by_id = work.entry(row.id) if row.id else None
    if by_id is not None and by_id.label == row.label and (row.label or by_id.text == row.text):
        return by_id
    if not row.label:
        return next((e for e in work.entries if not e.label and e.text == row.text), None)
    free = (e for e in work.entries if e.id not in {s.id for s in shown.values()})
    return next((e for e in free if e.label == row.label and (not e.unit or _same_unit(e.unit, row.unit))), None)


def _conflicts(entry: Entry, row: Row) -> bool:
    """Whether a row says something else than what stands there; another unit makes every figure another one."""
    figures = (row.value or row.previous) and (entry.value or entry.previous)
    if figures and entry.unit and row.unit and not _same_unit(entry.unit, row.unit):
        return True
    return any(getattr(row, p) and getattr(entry, p) not in ("", getattr(row, p)) for p in _PARTS)


def _same_unit(one: str, other: str) -> bool:
    """Whether a figure means the same in both units: 人 and 名, not 元 and 万元."""
    (scale, first), (factor, second) = split_scale(one), split_scale(other)
    return one == other or (compatible(first, second) and convert(Decimal(scale), first, second) == factor)


def _filled(entry: Entry, row: Row) -> Entry:
    """Return the entry with its free places filled; a figure only in the unit that stands there."""
    fits = not row.unit or not entry.unit or _same_unit(entry.unit, row.unit)
    places = [p for p in (*_PARTS, "note") if getattr(row, p) and not getattr(entry, p)]
    given = {p: getattr(row, p) for p in places if fits or p in ("text", "note")}
    unit = entry.unit or (row.unit if "value" in given or "previous" in given else "")
    return entry.model_copy(update={**given, "unit": unit})


def _replaced(entry: Entry, row: Row) -> Entry:
    """Return the entry with all that a row says; a last period's figure in another unit goes with the old one."""
    given = {p: getattr(row, p) for p in (*_PARTS, "note", "label") if getattr(row, p)}
    if row.unit and entry.unit and not _same_unit(entry.unit, row.unit):
        given |= {"value": row.value, "previous": row.previous}
    return entry.model_copy(update={**given, "unit": row.unit or entry.unit})


def _new(work: Work, row: Row) -> Entry:
    catalogue = load_catalogue()
    field = catalogue.field(row.id) if row.id else None
    parts = {p: getattr(row, p) for p in (*_PARTS, "note")}
    if field is not None and not field.head:
        topic = catalogue.topic_of(field).key
        unit = "" if in_words(field) else row.unit or field.unit
        begun = new_entry(work, field, topic)
        return begun.model_copy(update={**parts, "label": row.label or field.label, "unit": unit})
    entry_id = row.id if row.id.isidentifier() and work.entry(row.id) is None else free_id(work)
    topic = catalogue.topic_key(row.topic) or row.topic
    return Entry(id=entry_id, topic=topic, label=row.label, unit=row.unit, **parts)


def _counted(result: Landed, work: Work, name: Literal["added", "filled", "replaced", "same"]) -> Landed:
    tally = {n: getattr(result, n) + (n == name) for n in ("added", "filled", "replaced", "same")}
    return Landed(work, **tally, kept=result.kept)


def _kept(result: Landed, row: Row, because: str) -> Landed:
    said = f"{row.label} {row.value or row.previous or row.text}{row.unit}".strip()
    return replace(result, kept=(*result.kept, Unread(row.place, said[:_SHOWN_LONGEST], because)))
