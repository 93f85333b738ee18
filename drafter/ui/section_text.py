"""A section's text where it is edited: the editor that marks numbers, or a plain text area; and how edits are taken in.

What is typed is saved at each pause. An edit may come in late, after a button has changed the text: then it is kept
among the versions and told, and never takes the new text's place.
"""

from __future__ import annotations

from functools import partial

import streamlit as st

from drafter.models import FactSheet, Report, Section
from drafter.store import Work
from drafter.ui import session
from drafter.ui.drafting import MAX_CHARS, with_next_revision, with_text
from drafter.ui.editor.component import section_editor
from drafter.ui.editor.report_marks import report_marks
from drafter.ui.editor.values import EditorState, Passage, editor_state


def draw_marked(work: Work, section: Section, name: str, traced: tuple[Report, FactSheet], *, read_only: bool) -> None:
    """Draw the editor that marks numbers; the report is the one on exactly this text."""
    key = _key(work.id, section.key)
    session.remember(f"{key}:drawn", section.text)
    passage = Passage(section.text, section.revision, f"{name}（正文）")
    take = partial(_take, work.id, section.key)
    section_editor(key, passage, report_marks(*traced), on_edit=take, read_only=read_only)


def draw_plain(work: Work, section: Section, name: str, *, read_only: bool) -> None:
    """Draw a plain text area with the section's text."""
    key = f"{_key(work.id, section.key)}:{section.revision}"
    session.remember(f"{_key(work.id, section.key)}:drawn", section.text)
    st.text_area(
        f"{name}（正文）",
        value=section.text,
        key=key,
        height="content",
        label_visibility="collapsed",
        on_change=_take_plain,
        args=(work.id, section, key),
        disabled=read_only,
    )


def take_pending(work_id: str, section_key: str) -> None:
    """Take in what was typed into a section's editor, before a button changes the text: its own call may come later."""
    edit = editor_state(session.held(_key(work_id, section_key)))
    if edit:
        _take(work_id, section_key, edit)


def may_change(work_id: str, section_key: str) -> bool:
    """Take in what was typed, then say whether a button may change the text; what another window did is told.

    False where another window locked the section. Where it changed the text, that text lies among the versions.
    """
    take_pending(work_id, section_key)
    work = session.store().load(work_id)
    if section_key in work.locked:
        session.notify("warning", "这一节刚才在别的窗口锁定了，没有改；要改，请先点「解锁」。")
        return False
    key = _key(work_id, section_key)
    present = work.draft.section(section_key) if work.draft else None
    drawn, taken = session.held(f"{key}:drawn"), session.held(f"{key}:taken")
    known = (drawn, taken.text if isinstance(taken, EditorState) else drawn)
    if present and isinstance(drawn, str) and present.text not in known:
        session.remember(versions_key(work_id, section_key), True)
        session.notify("warning", "这一节刚才在别的窗口改过：那一稿已留在本节下面的“历史版本”里，可以对照、换回。")
    return True


def _key(work_id: str, section_key: str) -> str:
    # Streamlit refuses a component whose key holds "__", and so may an id or the key of a unit's own section.
    return f"text:{work_id}:{section_key}".replace("_", "_-")


@session.guarded
def _take(work_id: str, section_key: str, edit: EditorState) -> None:
    key = _key(work_id, section_key)
    if session.held(f"{key}:taken") == edit:
        return
    session.remember(f"{key}:taken", edit)
    _save(work_id, section_key, session.typed(f"{key}:drawn"), edit)


@session.guarded
def _take_plain(work_id: str, drawn: Section, key: str) -> None:
    given = session.typed(key).replace("\r\n", "\n")
    _save(work_id, drawn.key, drawn.text, EditorState(given, drawn.revision, drawn.text))


def _save(work_id: str, section_key: str, drawn: str, edit: EditorState) -> None:
    if len(edit.text) > MAX_CHARS:
        session.notify(
            "error", f"这一节有 {len(edit.text)} 个字，最多 {MAX_CHARS} 个，没有保存；请删去多贴的内容，或分到别的节。"
        )
        return
    work = session.store().load(work_id)
    present = work.draft.section(section_key) if work.draft else None
    if present is None:
        session.notify("error", "这一节已不在文稿里，刚才的修改没有地方保存；请复制下来，放到别的节。")
    elif edit.revision != present.revision:
        _keep_late(work_id, present, edit.text)
    elif section_key in work.locked:
        _keep_locked_out(work_id, present, edit.text)
    elif not _put(work, present, drawn, edit):
        _save(work_id, section_key, drawn, edit)


def _put(work: Work, present: Section, drawn: str, edit: EditorState) -> bool:
    """Save an edit; False where another window changed or locked the section in this very moment."""
    elsewhere = present.text not in (drawn, edit.before, edit.text)
    stood = True

    def put(now: Work) -> Work:
        nonlocal stood
        stood = bool(now.draft and now.draft.section(present.key) == present) and now.locked == work.locked
        return with_text(now, present.key, edit.text) if stood else now

    session.change(work.id, put, typing=not elsewhere)
    if stood and elsewhere:
        session.remember(versions_key(work.id, present.key), True)
        session.notify(
            "warning",
            "这一节刚才在别的窗口改过：现在用的是您这一稿；两稿已在本节下面的“历史版本”里对照列出，可以换回那一稿。",
        )
    return stood


def _keep_late(work_id: str, present: Section, text: str) -> None:
    if _kept_beside(work_id, present, text):
        session.notify(
            "warning",
            "您输入时这一节刚好换成了新的文字：您输入的那一稿已存进“历史版本”，两稿已在那里对照列出，可以换回。",
        )


def _keep_locked_out(work_id: str, present: Section, text: str) -> None:
    """Keep an edit of a section that another window locked among its versions; the editor shows the locked text."""
    if text == present.text:
        return
    _kept_beside(work_id, present, text)
    session.change(work_id, lambda w: with_next_revision(w, present.key))
    session.remember(versions_key(work_id, present.key), True)
    session.notify(
        "warning",
        "这一节刚才在别的窗口锁定了，正文没有改：您输入的那一稿已存进“历史版本”，两稿已在那里对照列出；"
        "要用它，请先点「解锁」，再换回。",
    )


def _kept_beside(work_id: str, present: Section, text: str) -> bool:
    """Keep a text that can't become the section's own among its versions; False where it is there already."""
    known = {v.section.text for v in session.store().versions(work_id, present.key)}
    if text in known or not text.strip():
        return False
    session.store().keep_version(work_id, present.model_copy(update={"text": text, "origin": "staff"}))
    session.remember(versions_key(work_id, present.key), True)
    return True


def versions_key(work_id: str, section_key: str) -> str:
    """Return the key of the box with a section's versions; remembered as True it stands open on the next run."""
    return f"old:{work_id}:{section_key}"
