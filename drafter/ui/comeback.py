"""Coming back: a file that was edited in Word beside the stored draft, each section taken over by a click."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from drafter.errors import InputError
from drafter.models import Draft, FactSheet, Trace
from drafter.store import Work
from drafter.tracing.summary import summary_line
from drafter.ui import session
from drafter.ui.comeback_diff import diff_html
from drafter.ui.document_types import load_type
from drafter.ui.drafting import MAX_CHARS, exported, name_of
from drafter.ui.entries import sheet_of
from drafter.ui.export_layout import set_title
from drafter.ui.judged import trace
from drafter.ui.marks import reason
from drafter.ui.plain import as_markdown
from drafter.ui.upload import file_field
from drafter.word.incoming import Change, Incoming, read_back


def draw(work: Work, draft: Draft, sheet: FactSheet) -> None:
    """Draw the upload and, when a file is there, what changed in it."""
    key = f"{work.id}:comeback"
    with st.expander("在 Word 里改过了？传回来逐节对照", icon=":material/upload_file:", key=f"{key}:box"):
        file_field("改好的文件", ["docx"], key, help="正式稿和复核稿都可以。修订按“接受”读，批注不读。")
        st.caption("采用之前，网页上的文稿不变。")
        given = session.uploaded(key)
        if given is None:
            return
        try:
            incoming = _read(*given, draft)
        except InputError as error:
            st.error(str(error), icon=":material/error:")
            return
        _draw_found(work, draft, incoming, key)
        for change in incoming.changes:
            if change.changed:
                _draw_change(work, change, sheet, key)


@lru_cache(maxsize=2)
def _read(name: str, content: bytes, draft: Draft) -> Incoming:
    return read_back(content, name, draft)


def _draw_found(work: Work, draft: Draft, incoming: Incoming, key: str) -> None:
    changed = [c for c in incoming.changes if c.changed]
    session.remember(f"{key}:drawn", (work.locked, draft))
    if incoming.notes:
        st.warning("读这份文件时请留意：\n" + "".join(f"\n- {as_markdown(note)}" for note in incoming.notes))
    if incoming.title and incoming.title != draft.title:
        label = f"采用文件里的标题“{as_markdown(incoming.title)}”"
        session.remember(f"{key}:title:shown", draft.title)
        st.button(label, key=f"{key}:title", on_click=_take_title, args=(work.id, incoming.title, f"{key}:title"))
    if not changed:
        st.success("各节文字与网页上的一致，没有要采用的改动。")
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{len(changed)} 节有改动**，其余 {len(incoming.changes) - len(changed)} 节相同。")
        if len(changed) > 1:
            keys = tuple(c.key for c in changed)
            st.button(
                "全部采用", key=f"{key}:all", icon=":material/done_all:", on_click=_take, args=(work.id, key, keys)
            )


def _draw_change(work: Work, change: Change, sheet: FactSheet, key: str) -> None:
    report = trace(change.after, sheet)
    heading = _heading_flags(change, sheet)
    locked = change.key in work.locked
    with st.container(border=True, key=f"comeback-{change.key}"):
        head, button = st.columns((4, 1), vertical_alignment="center")
        head.markdown(f"**{as_markdown(_name(work, change))}**")
        head.caption(f"改后 {summary_line(report.traces)}" if change.after.strip() else "文件里没有这一节的文字。")
        button.button(
            "采用这一节", key=f"{key}:{change.key}", icon=":material/check:", on_click=_take,
            args=(work.id, key, (change.key,)), disabled=locked or bool(heading),
            help="这一节已锁定，请先解锁。" if locked else None,
        )  # fmt: skip
        if change.heading != change.heading_before:
            st.html(diff_html((("removed", change.heading_before), ("added", change.heading))))
        st.html(diff_html(change.lines))
        if heading:
            st.error("标题里的数没有出处，所以这一节不能采用：请在 Word 里改标题，或先补上事实。")
        for found in heading + report.flagged:
            st.error(f"⚠ 待核：**{as_markdown(found.mention.text)}**　{as_markdown(reason(found, sheet))}")


def _heading_flags(change: Change, sheet: FactSheet) -> tuple[Trace, ...]:
    """Return the numbers without a source in a heading that was worded in Word."""
    return trace(change.heading, sheet).flagged if change.heading != change.heading_before else ()


def _name(work: Work, change: Change) -> str:
    sections = work.draft.sections if work.draft else ()
    return name_of(change.key, change.heading_before, sections[0].key if sections else "")


@session.guarded
def _take_title(work_id: str, title: str, key: str) -> None:
    set_title(work_id, title, key)


@session.guarded
def _take(work_id: str, upload_key: str, section_keys: tuple[str, ...]) -> None:
    given = session.uploaded(upload_key)
    work = session.store().load(work_id)
    draft = exported(work, load_type(work.document))
    if given is None or draft is None:
        return
    sheet, wanted = sheet_of(work), [c for c in _read(*given, draft).changes if c.key in section_keys]
    changes = [c for c in wanted if c.key not in work.locked and not _heading_flags(c, sheet)]
    long = next((c for c in changes if len(c.after) > MAX_CHARS), None)
    if long:
        raise InputError(
            f"“{_name(work, long)}”有 {len(long.after)} 个字，最多 {MAX_CHARS} 个，没有采用；请删短后再传。"
        )
    kept = session.change(work_id, lambda w: with_changes(w, changes))
    if kept:
        session.notify("success", f"已采用 {len(changes)} 节，数字已重新核对；原来的文字在“历史版本”里。")
        _tell_overtaken(work, wanted, session.held(f"{upload_key}:drawn"))


def _tell_overtaken(work: Work, wanted: list[Change], drawn: object) -> None:
    """Say which of the sections another window locked or changed since the page compared them with the file."""
    if not (isinstance(drawn, tuple) and work.draft):
        return
    locked, draft = drawn
    for change in wanted:
        name, now, then = _name(work, change), work.draft.section(change.key), draft.section(change.key)
        if change.key in work.locked and change.key not in locked:
            session.notify("warning", f"“{name}”刚才在别的窗口锁定了，没有采用；要采用，请先解锁。")
        elif now and then and now.text not in (then.text, change.after):
            session.notify("warning", f"“{name}”刚才在别的窗口改过：那一稿在「撰写与核查」页该节的“历史版本”里。")


def with_changes(work: Work, changes: list[Change]) -> Work:
    """Return the work with these sections as they came back."""
    draft = work.draft
    for change in changes:
        draft = change.taken(draft) if draft and change.key not in work.locked else draft
    return work.model_copy(update={"draft": draft})
