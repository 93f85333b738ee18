"""The gaps as a list of tasks: to read, to take along, and each that lacks a fact one click from where it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from drafter.store import Entry, Work
from drafter.structure.catalogue import load_catalogue
from drafter.structure.criteria import Amount
from drafter.structure.todo import Todo, by_topic, todo_rows, todo_text
from drafter.ui import form, pages, session
from drafter.ui.criteria_choice import topic_names
from drafter.ui.document_types import planned_type
from drafter.ui.downloads import content_key, draw_download
from drafter.ui.entries import field_entries, free_id
from drafter.ui.fields import form_key
from drafter.ui.plain import as_markdown
from drafter.word.todo import todo_bytes


def draw(work: Work, tasks: Sequence[Todo]) -> None:
    """Draw the whole list; nothing but a line where nothing is to be done."""
    st.subheader(f"待办（{len(tasks)} 项）", anchor=False)
    if not tasks:
        st.success("各项标准都已达标，没有待办。", icon=":material/verified:")
        return
    _draw_files(work, tasks)
    gaps = [t for t in tasks if t.kind == "close"]
    if gaps:
        st.markdown("**还差多少**\n" + "\n".join(f"- ✗ {as_markdown(t.task)}" for t in gaps))
    lots = by_topic(tasks)
    if lots:
        st.markdown("**要补或要核准的事实**（点右边的按钮，到「填写事实」去填）")
    for topic, lot in lots.items():
        with st.container(border=True):
            words, button = st.columns((5, 2), vertical_alignment="center")
            name = topic_names()[topic]
            signs = {"settle": "？", "enter": "—"}
            lines = (f"- {signs.get(t.kind, '')} {as_markdown(t.task)}" for t in lot)
            words.markdown(f"**{name}**\n" + "\n".join(lines))
            amounts = tuple(dict.fromkeys(a for t in lot for a in t.amounts))
            button.button(
                f"去填：{name}",
                key=f"{work.id}:todo:{topic}",
                icon=":material/edit_note:",
                on_click=_fill,
                args=(work.id, topic, amounts),
                width="stretch",
            )


def _draw_files(work: Work, tasks: Sequence[Todo]) -> None:
    title = f"{work.unit or '本单位'}{work.period}文明社区标准自评待办"
    text = todo_text(tasks, title)
    key = content_key(title, repr(todo_rows(tasks)))
    with st.container(horizontal=True):
        for label, ending, make in (
            ("下载待办（Excel）", "xlsx", partial(todo_bytes, tasks)),
            ("下载待办（文字）", "txt", text.encode),
        ):
            draw_download(label, f"{title}.{ending}", (key, make), icon=":material/download:")
    with st.expander("复制成文字", icon=":material/content_copy:"):
        st.code(text, language=None, wrap_lines=True)


@session.guarded
def _fill(work_id: str, topic: str, amounts: tuple[Amount, ...]) -> None:
    added: list[str] = []

    def put(work: Work) -> Work:
        rows, added[:] = with_rows(work, topic, amounts)
        return rows

    work = session.change(work_id, put)
    if work is None:
        return
    if added:
        session.renew_form(work_id)
        session.notify("info", f"「更多事实」的表格里已加好：{'、'.join(added)}。请填上“本期”。")
    place = next((t for a in amounts for t in (topic_of_field(a),) if t and not added), topic)
    for amount in amounts:
        if group := topic_of_field(amount):
            session.remember(form_key(work, "more", group), True)
    form.open_group(work, planned_type(work), place)
    st.switch_page(pages.facts())


def topic_of_field(amount: Amount) -> str:
    """Return the topic in whose group of the form an amount is asked for, or nothing where the form doesn't ask."""
    catalogue = load_catalogue()
    fields = [f for key in amount.fields if (f := catalogue.field(key))]
    return catalogue.topic_of(fields[0]).key if fields else ""


def with_rows(work: Work, topic: str, amounts: Sequence[Amount]) -> tuple[Work, list[str]]:
    """Return the work with a row for each amount that neither the form nor an entry has yet, and their names."""
    fields = field_entries(work.entries, load_catalogue())
    there = {e.label for e in work.entries} | {e.label for e in fields.values()}
    added: list[str] = []
    for amount in amounts:
        if topic_of_field(amount) or there & {amount.name, *amount.names}:
            continue
        row = Entry(id=free_id(work), topic=topic, label=amount.name, unit=amount.unit)
        work = work.model_copy(update={"entries": (*work.entries, row)})
        added.append(amount.name)
    return work, added
