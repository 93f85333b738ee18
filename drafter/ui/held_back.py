"""What a text told of an earlier period: held back in a copy, and put back where staff say that it still holds."""

from __future__ import annotations

import re
from collections.abc import Iterable

import streamlit as st

from drafter.store import Entry, Work
from drafter.ui import session
from drafter.ui.plain import as_markdown, shortened

_HELD = re.compile(
    r"(?P<figure>[^：；\n]{1,60}的上期数：[^；\n]*；)?(?P<period>[^：\n]{1,60})的写法：(?P<text>.+)", re.DOTALL
)
_UNNAMED = "上期"
_EARLIER = "更早一期"
_NAMED = 4


def note_of(text: str, period: str) -> str:
    """Return the note that holds a text back and says of which period it is.

    >>> note_of("召开动员会", "2025年度"), note_of("召开动员会", "")
    ('2025年度的写法：召开动员会', '上期的写法：召开动员会')
    """
    return f"{period or _UNNAMED}的写法：{text}"


def aged(note: str) -> str:
    """Return a note as a further copy keeps it: what it holds back of a period without a name is no longer the last's.

    >>> aged("上期的写法：召开动员会"), aged("2025年度的写法：召开动员会")
    ('更早一期的写法：召开动员会', '2025年度的写法：召开动员会')
    """
    found = _HELD.fullmatch(note)
    if not found or found["period"] != _UNNAMED:
        return note
    return f"{note[: found.start('period')]}{_EARLIER}{note[found.end('period') :]}"


def held_text(entry: Entry) -> str:
    """Return the text that an entry holds back; nothing where it says something of its own again.

    >>> held_text(Entry(note="2025年度的写法：召开动员会"))
    '召开动员会'
    """
    found = _HELD.fullmatch(entry.note)
    return found["text"] if found and not (entry.text or entry.value) else ""


def put_back(work: Work, ids: Iterable[str]) -> Work:
    """Return the work with the texts that these entries hold back in their places again."""
    wanted = set(ids)
    return work.model_copy(update={"entries": tuple(_put_back(e) if e.id in wanted else e for e in work.entries)})


def _put_back(entry: Entry) -> Entry:
    found = _HELD.fullmatch(entry.note)
    if not found or not held_text(entry):
        return entry
    return entry.model_copy(update={"text": found["text"], "note": (found["figure"] or "").rstrip("；")})


def note_with_figure(figure: str, period: str, note: str) -> str:
    """Return a note before which stands what the figure of the period before was.

    >>> note_with_figure("326户", "2026年度", "2025年度的写法：召开动员会")
    '2026年度的上期数：326户；2025年度的写法：召开动员会'
    """
    return "；".join(part for part in (f"{period}的上期数：{figure}", note) if part)


def draw(work: Work, entries: Iterable[Entry], key: str) -> None:
    """Draw which of these entries hold a text back, with a button that puts all of them back; always in one place."""
    place = st.container()
    held = [e for e in entries if held_text(e)]
    if not held:
        return
    period = _HELD.fullmatch(held[0].note)
    names = "、".join(shortened(e.label, 12) or f"“{shortened(held_text(e), 12)}”" for e in held[:_NAMED])
    more = f"等 {len(held)} 项" if len(held) > _NAMED else ""
    with place, st.container(horizontal=True, vertical_alignment="center"):
        told = f"{names}{more}还只有{period['period'] if period else _UNNAMED}的写法，没有写入文稿。"
        st.markdown(as_markdown(told))
        st.button(
            f"填回这 {len(held)} 项",
            key=f"{key}:put-back",
            icon=":material/settings_backup_restore:",
            on_click=_take_back,
            args=(work.id, tuple(e.id for e in held)),
            help="把原来的写法填进本期，请再逐项核对，尤其是日期和数字。",
        )


@session.guarded
def _take_back(work_id: str, ids: tuple[str, ...]) -> None:
    if session.change(work_id, lambda w: put_back(w, ids)):
        session.renew_form(work_id)
        session.notify("success", f"已填回 {len(ids)} 项，请逐项核对是不是本期的情况，尤其是日期和数字。")
