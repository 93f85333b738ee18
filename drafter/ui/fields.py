"""The fields of one topic: this period, the last period and the source, checked as one leaves a field.

A row always takes the same number of places on the page, whatever it has to say: the browser would draw what moves
anew, and lose what is being typed in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from drafter.store import Entry, Work
from drafter.structure.catalogue import CatalogueField, Topic, load_catalogue
from drafter.ui import session
from drafter.ui.entries import advice, field_entries, in_words, new_entry, problem, waits
from drafter.ui.plain import as_markdown, shortened
from drafter.ui.readings import reading

_WIDTHS = (5, 4, 4, 5)
_HEADS = ("事项", "本期", "上期（选填）", "来源（选填，不写入文稿）")


def draw_topic(work: Work, topic: Topic, shown: dict[str, Entry]) -> None:
    """Draw a topic's fields in their order; those seldom asked for only on demand, or where they hold something."""
    st.markdown(f"##### {topic.name}")
    for cell, name in zip(st.columns(_WIDTHS), _HEADS, strict=True):
        cell.caption(name)
    fields = [f for f in topic.fields if not f.head]
    rare = [f for f in fields if f.rare]
    for field in fields:
        if not field.rare:
            _draw_field(work, topic, field, shown.get(field.key))
    if rare:
        key = form_key(work, "more", topic.key)
        filled = any(f.key in shown for f in rare)
        label = f"更多{topic.name}事项（{len(rare)} 项）"
        if st.toggle(label, value=filled, key=key, persist_state="session"):
            for field in rare:
                _draw_field(work, topic, field, shown.get(field.key))


def form_key(work: Work, *parts: str) -> str:
    """Return the key of a widget of the form; a new one once the facts were replaced from outside."""
    return ":".join((work.id, str(session.edition(work.id)), *parts))


@dataclass(frozen=True)
class _Asked:
    """One row of the form: the field, where it stands, and the entry that it shows."""

    work: Work
    topic: str
    field: CatalogueField
    entry: Entry | None

    @property
    def label(self) -> str:
        """The words of the entry, where it came from a file, or those of the form."""
        return self.entry.label if self.entry and self.entry.label else self.field.label

    @property
    def unit(self) -> str:
        """The unit that stands behind the figure; nothing for words."""
        return self.entry.unit if self.entry else "" if in_words(self.field) else self.field.unit


def _draw_field(work: Work, topic: Topic, field: CatalogueField, entry: Entry | None) -> None:
    row = _Asked(work, topic.key, field, entry)
    if in_words(field):
        name, wide, note = st.columns((_WIDTHS[0], _WIDTHS[1] + _WIDTHS[2], _WIDTHS[3]), vertical_alignment="center")
        _draw_input(wide, row, "value" if entry and entry.value else "text", row.label)
    else:
        name, now, last, note = st.columns(_WIDTHS, vertical_alignment="center")
        _draw_input(now, row, "value", row.label)
        _draw_input(last, row, "previous", f"{row.label}（上期）")
    # Not Streamlit's own help sign: it would be one more stop for the Tab key in every row.
    unit = f'　<span style="opacity:0.65">{escape(shortened(row.unit, 10))}</span>' if row.unit else ""
    name.html(f'<span title="{escape(field.help)}">{escape(shortened(row.label, 40))}{unit}</span>')
    _draw_input(note, row, "note", f"{row.label}（来源）")
    _draw_verdict(st.empty(), entry)


def _draw_input(cell: DeltaGenerator, row: _Asked, name: str, label: str) -> None:
    key = form_key(row.work, "field", row.field.key, name)
    value = getattr(row.entry, name) if row.entry else ""
    session.shows(key, value)
    cell.text_input(
        label,
        value=value,
        key=key,
        placeholder=f"如 {row.field.example}" if name in ("value", "text") else None,
        label_visibility="collapsed",
        on_change=_save_field,
        args=(row.work.id, row.topic, row.field, name, key),
    )


@session.guarded
def _save_field(work_id: str, topic: str, field: CatalogueField, name: str, key: str) -> None:
    given, kept = session.typed(key).strip(), ""

    def put(work: Work) -> Work:
        nonlocal kept
        found = field_entries(work.entries, load_catalogue()).get(field.key)
        kept = getattr(found, name) if found else ""
        entry = found or new_entry(work, field, topic)
        return work.with_entry(entry.model_copy(update={name: given}))

    if session.change(work_id, put):
        tell_overtaken(key, field.label, kept, given)


def tell_overtaken(key: str, label: str, kept: str, given: str, names: Mapping[str, str] | None = None) -> None:
    """Say so where a field was changed in another window since it was shown here, with both values by their names."""
    if session.overtaken(key, kept, given):
        known = names or {}
        session.notify("warning", overtaken_line(label, known.get(kept, kept), known.get(given, given)))


def overtaken_line(label: str, other: str, mine: str) -> str:
    """Return the sentence on a field that another window changed as well: what stood there, and what stands now."""
    there, here = (f"“{text}”" if text else "空白" for text in (other, mine))
    return f"「{label}」刚才在别的窗口改成了{there}，现在存的是您填的{here}；要用那一个，请照它改回来。"


def _draw_verdict(place: DeltaGenerator, entry: Entry | None) -> None:
    wrong = problem(entry) if entry else ""
    read = reading(entry.value, entry.unit) if entry else ""
    label = as_markdown(shortened(entry.label, 40)) if entry else ""
    if entry and waits(entry):
        place.caption(f"{label}：只有上期的，填上本期的才写入文稿")
    elif entry and wrong:
        place.caption(f":red[⚠ {label}：{as_markdown(wrong)}]")
    elif entry and (unwise := advice(entry)):
        place.caption(f":orange[⚠ {label}：{as_markdown(unwise)}]")
    elif entry and read:
        place.caption(f":green[✓ {label}：{as_markdown(entry.value)} {as_markdown(read)}]")
