"""The table of further facts: whatever the form has no field for, one row a fact.

The editor's input is a baseline that stays the same while it is on the page; what is typed reaches the database through
the edits that the editor reports, so that no edit is lost to a redrawing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from drafter.store import Entry, Work
from drafter.structure.catalogue import OTHER, Catalogue, load_catalogue
from drafter.ui import session
from drafter.ui.entries import advice, free_entries, free_id, problem, waits
from drafter.ui.notices import draw_notices
from drafter.ui.plain import as_markdown, shortened

_COLUMNS = ("topic", "label", "value", "unit", "previous", "text", "note")
_OTHER_NAME = "其他"


def draw_table(work: Work, catalogue: Catalogue) -> None:
    """Draw the editable table of the facts that no field shows, and what its rows still lack.

    It is drawn alone after an edit: while the whole page is drawn, a quick typist's next cell would be lost.
    """
    st.fragment(_draw)(work.id, catalogue)


def _draw(work_id: str, catalogue: Catalogue) -> None:
    work = session.current()
    if work is None or work.id != work_id:
        st.rerun()
    key = f"{work.id}:{session.edition(work.id)}:table"
    if session.held(key) is None:
        # The editor was not drawn on the last run, so it holds no edits: what the database has is the new baseline.
        session.remember(f"{key}:base", free_entries(work, catalogue))
        session.remember(f"{key}:added", ())
    base = _remembered(f"{key}:base")
    # An empty row to begin with: it invites to type, and tells the editor that every column holds text.
    rows = [_row(e, catalogue) for e in base or (Entry(),)]
    names = [t.name for t in catalogue.topics]
    st.data_editor(
        rows,
        key=key,
        num_rows="dynamic",
        hide_index=True,
        column_config={
            "topic": st.column_config.SelectboxColumn(
                "主题", options=[*names, _OTHER_NAME], help="留空则按内容归类", width="small"
            ),
            "label": st.column_config.TextColumn("事项", help="这是什么数，如：电动车充电桩"),
            "value": st.column_config.TextColumn("本期", help="如 24、约3万、三千多", width="small"),
            "unit": st.column_config.TextColumn("单位", help="如 个、人、万元", width="small"),
            "previous": st.column_config.TextColumn("上期", help="选填", width="small"),
            "text": st.column_config.TextColumn("文字说明", help="说不成一个数的，写在这里", width="large"),
            "note": st.column_config.TextColumn("来源", help="选填，只备查，不写入文稿"),
        },
        on_change=_save_edits,
        args=(work.id, key),
        placeholder=" ",
        alt="更多事实",
    )
    # One line that is always there: a line that comes and goes would move the table under a typist's hands.
    st.caption(_state(free_entries(work, catalogue)))
    draw_notices()


def _state(entries: Sequence[Entry]) -> str:
    wrongs = [
        f"{as_markdown(shortened(e.label or e.text or e.value or '一行', 20))}：{as_markdown(wrong)}"
        for e in entries
        if not waits(e) and (wrong := problem(e) or advice(e))
    ]
    waiting = sum(map(waits, entries))
    rest = f"{waiting} 项只有上期数，填上本期数后才写入文稿。" if waiting else ""
    if wrongs:
        return f":red[⚠ {'；'.join(wrongs)}]　{rest}"
    if waiting:
        return rest
    return f"{len(entries)} 项都可用。" if entries else "每行写明事项和本期数；说不成数的，写文字说明。"


@session.guarded
def _save_edits(work_id: str, key: str) -> None:
    edits = session.held(key)
    if not isinstance(edits, Mapping):
        return
    base = _remembered(f"{key}:base")
    remembered = session.held(f"{key}:added")
    known: tuple[str, ...] = remembered if isinstance(remembered, tuple) else ()
    given: list[str] = []

    def put(work: Work) -> Work:
        changed, ids = with_edits(work, base, edits, known)
        given[:] = ids
        return changed

    if session.change(work_id, put):
        session.remember(f"{key}:added", tuple(dict.fromkeys((*given, *known))))


def with_edits(
    work: Work, base: Sequence[Entry], edits: Mapping[str, Any], known: Sequence[str]
) -> tuple[Work, list[str]]:
    """Return the work with an editor's edits put in, and the ids of its new rows.

    `base` are the entries that the editor began with, `known` the ids that its new rows got before. Rows that another
    window added stay as they are.
    """
    typed = _typed_rows(base, edits)
    ids = list(known[: len(typed)])
    while len(ids) < len(typed):
        ids.append(free_id(work, frozenset({*known, *ids})))
    added = [_edited(Entry(id=i), row) for i, row in zip(ids, typed, strict=True)]
    return _put(work, [*_base_rows(base, edits), *added], {e.id for e in base} | {*known, *ids}), ids


def _typed_rows(base: Sequence[Entry], edits: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the rows that are new, the empty one of an empty table among them."""
    first = [] if base or 0 in edits["deleted_rows"] else [edits["edited_rows"].get(0, {})]
    return [*first, *edits["added_rows"]]


def _base_rows(base: Sequence[Entry], edits: Mapping[str, Any]) -> list[Entry]:
    gone = set(edits["deleted_rows"])
    return [_edited(e, edits["edited_rows"].get(n, {})) for n, e in enumerate(base) if n not in gone]


def _put(work: Work, rows: Sequence[Entry], ours: set[str]) -> Work:
    """Return the work with the rows of this editor in their place; rows that another window added stay."""
    kept = [r for r in rows if not r.is_empty or r.label]
    place = next((n for n, e in enumerate(work.entries) if e.id in ours), len(work.entries))
    before = [e for e in work.entries[:place] if e.id not in ours]
    after = [e for e in work.entries[place:] if e.id not in ours]
    return work.model_copy(update={"entries": (*before, *kept, *after)})


def _edited(entry: Entry, given: Mapping[str, Any]) -> Entry:
    changed = {name: "" if value is None else str(value).strip() for name, value in given.items() if name in _COLUMNS}
    if "topic" in changed:
        changed["topic"] = OTHER if changed["topic"] == _OTHER_NAME else load_catalogue().topic_key(changed["topic"])
    return entry.model_copy(update=changed)


def _row(entry: Entry, catalogue: Catalogue) -> dict[str, str | None]:
    names = {t.key: t.name for t in catalogue.topics} | {OTHER: _OTHER_NAME}
    return {name: getattr(entry, name) for name in _COLUMNS} | {"topic": names.get(entry.topic)}


def _remembered(key: str) -> tuple[Entry, ...]:
    base = session.held(key)
    return base if isinstance(base, tuple) else ()
