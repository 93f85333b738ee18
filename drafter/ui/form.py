"""The form: the fields of each section of the document, this period beside the last, checked as one leaves a field.

Each change goes to the database at once; a field shows what is there and never writes its result back into itself.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from drafter.models import SectionSpec, Skeleton
from drafter.store import Entry, Work
from drafter.structure.assign import assign_facts
from drafter.structure.catalogue import Catalogue, CatalogueField, Topic, load_catalogue
from drafter.ui import session
from drafter.ui.entries import field_entries, in_words, new_entry, problem, sheet_of
from drafter.ui.plain import as_markdown, shortened
from drafter.ui.readings import reading

_WIDTHS = (5, 4, 4, 5)
_HEAD = {
    "unit": ("单位全称", "南苑社区", "标题和落款都用它，请写全称。"),
    "superior": ("上级单位", "北陵街道办事处", "所属街道办事处或乡镇的全称。"),
    "period": ("总结时段", "2026年度", "材料所说的年度或时段，会写进标题。"),
    "date": ("落款日期", "2026年12月20日", "写在文末、单位名称的下一行。"),
    "private": ("不外传的姓名（选填）", "王某某、李某某", "交给模型前会遮住，写好后再还原；用顿号隔开。"),
}


def draw_head(work: Work, types: dict[str, str]) -> None:
    """Draw the lines that stand at the head of the fact sheet: who, what kind of document, which period, which day."""
    with st.container(border=True):
        first, second = st.columns(3), st.columns(3)
        cells = (first[0], first[1], *second)
        for (name, (label, example, tip)), cell in zip(_HEAD.items(), cells, strict=True):
            key = _key(work, "head", name)
            cell.text_input(
                label,
                value=getattr(work, name),
                key=key,
                placeholder=f"如 {example}",
                help=tip,
                on_change=_save_head,
                args=(work.id, name, key),
            )
        key = _key(work, "head", "document")
        options = list(types)
        first[2].selectbox(
            "文种",
            options,
            index=options.index(work.document) if work.document in options else 0,
            format_func=lambda k: types[k],
            key=key,
            on_change=_save_head,
            args=(work.id, "document", key),
        )


@session.guarded
def _save_head(work_id: str, name: str, key: str) -> None:
    given = session.typed(key).strip()
    session.change(work_id, lambda w: w.model_copy(update={name: given}))


def draw_sections(work: Work, catalogue: Catalogue, skeleton: Skeleton) -> None:
    """Draw one group of fields for each section of the document that has any; only open groups are drawn in full."""
    shown = field_entries(work.entries, catalogue)
    first = True
    for spec in skeleton.sections:
        topics = [t for t in catalogue.topics if t.key in spec.topics and any(not f.head for f in t.fields)]
        if not topics:
            continue
        title = f"**{' · '.join(t.name for t in topics)}**　{_filled(work, skeleton, spec)}"
        group = st.expander(title, expanded=first, key=_key(work, "group", spec.key), on_change="rerun")
        first = False
        if group.open:
            with group:
                if spec.heading:
                    st.caption(f"写入“{spec.heading}”一节")
                for topic in topics:
                    _draw_topic(work, topic, shown, with_name=len(topics) > 1)


def _filled(work: Work, skeleton: Skeleton, spec: SectionSpec) -> str:
    usable = len(assign_facts(sheet_of(work), skeleton)[spec.key])
    wrong = sum(1 for e in work.entries if e.topic in spec.topics and problem(e))
    if not usable and not wrong:
        return ":gray[还没有填]"
    return f":green[已填 {usable} 项]" + (f"　:red[⚠ {wrong} 项要看一看]" if wrong else "")


def _draw_topic(work: Work, topic: Topic, shown: dict[str, Entry], *, with_name: bool) -> None:
    if with_name:
        st.markdown(f"##### {topic.name}")
    fields = [f for f in topic.fields if not f.head]
    common = [f for f in fields if not f.rare or f.key in shown]
    rare = [f for f in fields if f not in common]
    _draw_columns_head()
    for field in common:
        _draw_field(work, topic, field, shown.get(field.key))
    if rare:
        more = st.toggle(f"更多事项（{len(rare)} 项）", key=_key(work, "more", topic.key), persist_state="session")
        for field in rare if more else ():
            _draw_field(work, topic, field, None)


def _draw_columns_head() -> None:
    for cell, name in zip(
        st.columns(_WIDTHS), ("事项", "本期", "上期（选填）", "来源（选填，只备查，不写入文稿）"), strict=True
    ):
        cell.caption(name)


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
    unit = f"　:gray[{as_markdown(shortened(row.unit, 10))}]" if row.unit else ""
    name.markdown(as_markdown(shortened(row.label, 40)) + unit, help=field.help)
    _draw_input(note, row, "note", f"{row.label}（来源）")
    if entry:
        _draw_verdict(entry)


def _draw_input(cell: DeltaGenerator, row: _Asked, name: str, label: str) -> None:
    key = _key(row.work, "field", row.field.key, name)
    cell.text_input(
        label,
        value=getattr(row.entry, name) if row.entry else "",
        key=key,
        placeholder=f"如 {row.field.example}" if name in ("value", "text") else None,
        label_visibility="collapsed",
        on_change=_save_field,
        args=(row.work.id, row.topic, row.field, name, key),
    )


@session.guarded
def _save_field(work_id: str, topic: str, field: CatalogueField, name: str, key: str) -> None:
    given = session.typed(key).strip()

    def put(work: Work) -> Work:
        entry = field_entries(work.entries, load_catalogue()).get(field.key) or new_entry(work, field, topic)
        return work.with_entry(entry.model_copy(update={name: given}))

    session.change(work_id, put)


def _draw_verdict(entry: Entry) -> None:
    wrong = problem(entry)
    read = reading(entry.value, entry.unit)
    if wrong:
        st.caption(f":red[⚠ {as_markdown(shortened(entry.label, 40))}：{as_markdown(wrong)}]")
    elif read:
        st.caption(
            f":green[✓ {as_markdown(shortened(entry.label, 40))}：{as_markdown(entry.value)} {as_markdown(read)}]"
        )


def _key(work: Work, *parts: str) -> str:
    return ":".join((work.id, str(session.edition(work.id)), *parts))
