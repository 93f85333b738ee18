"""From what was typed to the fact sheet that is written from: which entries are facts, and what the others lack.

Nothing is thrown away here: an entry that can't be used yet stays an entry, with one sentence that says what to do.
"""

from __future__ import annotations

from functools import lru_cache

from drafter.amount import joined
from drafter.models import Fact, FactSheet
from drafter.numbers.typed import value_problem
from drafter.store import Entry, Work
from drafter.structure.assign import topics_of
from drafter.structure.catalogue import Catalogue, CatalogueField, load_catalogue
from drafter.ui.held_back import aged, held_text, note_of, note_with_figure
from drafter.ui.plain import shortened

HEAD = ("unit", "superior", "document", "period", "date", "private")
MAX_VALUE = 60
MAX_TEXT = 3000
_WORDS = frozenset({"text", "list"})


def in_words(field: CatalogueField) -> bool:
    """True where a field is answered in words and not with a figure."""
    return field.type in _WORDS


def sheet_of(work: Work) -> FactSheet:
    """Return the fact sheet of all entries that can be used."""
    return _sheet(work.model_copy(update={"id": "", "draft": None, "locked": ()}))


@lru_cache(maxsize=64)
def _sheet(work: Work) -> FactSheet:
    facts = tuple(Fact(**e.model_dump()) for e in work.entries if not problem(e))
    return FactSheet.model_validate({name: getattr(work, name) for name in HEAD} | {"facts": facts})


def work_of(sheet: FactSheet) -> Work:
    """Return a new work with the facts of a sheet as its entries."""
    facts = sheet.with_ids().facts
    entries = tuple(Entry(**f.model_dump() | {"topic": t}) for f, t in zip(facts, topics_of(facts), strict=True))
    head = {name: getattr(sheet, name) for name in HEAD if name != "private"}
    return Work(**head, private="、".join(sheet.private), entries=entries)


def next_period(work: Work) -> Work:
    """Return a new work in which this period's figures have become the last period's.

    What a text tells happened in the old period, so it is no fact of the new one: it waits beside its empty place, as a
    note, until staff write it anew. Only what the catalogue calls lasting stays as it is.
    """
    fields = {e.id: field for key, e in field_entries(work.entries, load_catalogue()).items()
              if (field := load_catalogue().field(key))}  # fmt: skip
    entries = tuple(
        e if (field := fields.get(e.id)) and field.lasting
        else _of_last_period(e, work.period, worded=field is not None and in_words(field))
        for e in work.entries
    )  # fmt: skip
    return work.model_copy(
        update={"id": "", "period": "", "date": "", "title": "", "entries": entries, "draft": None, "locked": ()}
        | {"aside": ()}
    )


def _of_last_period(entry: Entry, period: str, *, worded: bool) -> Entry:
    """Return an entry as the next period begins with it; what stands there of a period before stays told apart."""
    if entry.value or entry.text:
        text = entry.text or (entry.value if worded else "")
        last = "" if worded else entry.value
        note = note_of(text, period) if text else ""
        return entry.model_copy(update={"previous": last, "value": "", "text": "", "note": note})
    if not period:
        return entry
    note = aged(entry.note)
    if entry.previous:
        note = note_with_figure(joined(entry.previous, entry.unit), period, note)
    return entry.model_copy(update={"previous": "", "note": note})


@lru_cache(maxsize=4096)
def problem(entry: Entry) -> str:
    """Return what an entry lacks to be a fact, in one sentence; an empty string where it is one."""
    long = _too_long(entry)
    if long:
        return long
    if not (entry.value or entry.text):
        return "还没有填本期的内容，暂不写入文稿" if not entry.is_empty else "还没有填内容"
    if not entry.label and not entry.text:
        return f"“{entry.value}”缺少事项名称，请写明它是什么数"
    return value_problem(entry.value, entry.unit) or value_problem(entry.previous, entry.unit)


def waits(entry: Entry) -> bool:
    """True where an item has only a figure or a text of an earlier period and waits for this period's."""
    if entry.value or entry.text:
        return False
    return bool(held_text(entry)) or bool(entry.label and entry.previous)


def _too_long(entry: Entry) -> str:
    for name, shown in (("value", "数值"), ("previous", "上期数"), ("label", "事项名称"), ("unit", "单位")):
        length = len(getattr(entry, name))
        if length > MAX_VALUE:
            return (
                f"{shown}有 {length} 个字，最多 {MAX_VALUE} 个：这里只填一个数，成段的文字请填到下方表格的“文字说明”里"
            )
    return ""


def advice(entry: Entry) -> str:
    """Return what is unwise of an entry that is a fact all the same, in one sentence; an empty string for nothing."""
    for name, shown in (("text", "文字"), ("note", "来源")):
        length = len(getattr(entry, name))
        if length > MAX_TEXT:
            return f"{shown}有 {length} 个字，超过 {MAX_TEXT} 个：已照存照用，但写进文稿会很长，最好分成几条"
    return ""


def not_understood(work: Work) -> tuple[str, ...]:
    """Return the entries that hold something and are no fact, by name and with the reason; not those that wait."""
    return tuple(
        f"{shortened(e.label or e.text or e.value or '一项', 20)}（{wrong}）"
        for e in work.entries
        if not e.is_empty and not waits(e) and (e.value or e.text) and (wrong := problem(e))
    )


def free_entries(work: Work, catalogue: Catalogue) -> tuple[Entry, ...]:
    """Return the entries that no field of the form shows."""
    shown = {e.id for e in field_entries(work.entries, catalogue).values()}
    return tuple(e for e in work.entries if e.id not in shown)


def field_entries(entries: tuple[Entry, ...], catalogue: Catalogue) -> dict[str, Entry]:
    """Return the entry that each field of the form shows: the one with its key as id, or with one of its names."""
    by_id = {e.id: e for e in entries}
    by_label = {e.label: e for e in reversed(entries) if e.label}
    shown: dict[str, Entry] = {}
    taken: set[str] = set()
    for field in (f for t in catalogue.topics for f in t.fields if not f.head):
        candidates = [by_id.get(field.key), *(by_label.get(name) for name in (field.label, *field.names))]
        entry = next((e for e in candidates if e and e.id not in taken and _fits(e, field)), None)
        if entry:
            shown[field.key] = entry
            taken.add(entry.id)
    return shown


def _fits(entry: Entry, field: CatalogueField) -> bool:
    """A field shows words or a figure, never both, and only in its own units."""
    if in_words(field):
        return not (entry.value and entry.text) and not entry.previous
    return not entry.text and entry.unit in ("", field.unit, *field.units)


def new_entry(work: Work, field: CatalogueField, topic: str) -> Entry:
    """Return an empty entry for a field, with an id that is free."""
    entry_id = field.key if work.entry(field.key) is None else free_id(work)
    return Entry(id=entry_id, topic=topic, label=field.label, unit="" if in_words(field) else field.unit)


def free_id(work: Work, taken: frozenset[str] = frozenset()) -> str:
    """Return the first of F1, F2, ... that no entry has."""
    used = {e.id for e in work.entries} | taken
    return next(f"F{n}" for n in range(1, len(used) + 2) if f"F{n}" not in used)
