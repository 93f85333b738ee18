"""The table of further facts: whatever the form has no field for, one row a fact.

The editor's input is a baseline that stays the same while it is on the page; what is typed reaches the database through
the edits that the editor reports, so that no edit is lost to a redrawing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from drafter.store import Entry, Work
from drafter.structure.catalogue import OTHER, Catalogue, load_catalogue
from drafter.ui import frame, session
from drafter.ui.entries import advice, free_entries, free_id, problem, waits
from drafter.ui.fields import overtaken_line
from drafter.ui.notices import draw_notices
from drafter.ui.plain import as_markdown, shortened
from drafter.ui.table_merge import CELLS, Merged, holds, merge_rows

_COLUMNS = dict(zip(CELLS, ("主题", "事项", "本期", "单位", "上期", "文字说明", "来源"), strict=True))
_OTHER_NAME = "其他"
_keys = st.components.v2.component(
    "drafter.table_keys", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"), isolate_styles=False
)


def draw_table(work: Work, catalogue: Catalogue, steps: frame.StepPlaces) -> None:
    """Draw the editable table of the facts that no field shows, and what its rows still lack.

    It is drawn alone after an edit, with the steps in their place above the form: while the whole page is drawn, a
    quick typist's next cell would be lost.
    """
    _keys(key="table-keys")
    st.fragment(_draw)(work.id, catalogue, steps)


def _draw(work_id: str, catalogue: Catalogue, steps: frame.StepPlaces) -> None:
    work = session.current()
    if work is None or work.id != work_id:
        st.rerun()
    key = f"{work.id}:{session.edition(work.id)}:table:{session.tab()}:{_round(work.id)}"
    if session.held(key) is None:
        # The editor was not drawn on the last run, so it holds no edits: what the database has is the new baseline.
        session.remember(f"{key}:base", free_entries(work, catalogue))
        session.remember(f"{key}:last", free_entries(work, catalogue))
        session.remember(f"{key}:added", ())
    base = _remembered(f"{key}:base")
    # An empty row to begin with: it invites to type, and tells the editor that every column holds text.
    rows = [_row(e, catalogue) for e in base or (Entry(),)]
    st.data_editor(
        rows,
        key=key,
        num_rows="dynamic",
        hide_index=True,
        column_config=_columns(catalogue),
        on_change=_save_edits,
        args=(work.id, key),
        placeholder=" ",
        alt="更多事实",
    )
    # One line that is always there: a line that comes and goes would move the table under a typist's hands.
    st.caption(_state(free_entries(work, catalogue)))
    draw_notices()
    # On every run: a part that is drawn alone may only write where it wrote when the whole page was drawn.
    frame.fill_steps(steps, work, "facts")


def _columns(catalogue: Catalogue) -> dict[str, Any]:
    names = [t.name for t in catalogue.topics]
    # Wide enough for their own headings and no wider: all seven are to be seen on a page 1024 pixels wide.
    return {
        "topic": st.column_config.SelectboxColumn(
            _COLUMNS["topic"], options=[*names, _OTHER_NAME], help="留空则按内容归类", width=80
        ),
        "label": st.column_config.TextColumn(_COLUMNS["label"], help="这是什么数，如：电动车充电桩", width=140),
        "value": st.column_config.TextColumn(_COLUMNS["value"], help="如 24、约3万、三千多", width=80),
        "unit": st.column_config.TextColumn(_COLUMNS["unit"], help="如 个、人、万元", width=75),
        "previous": st.column_config.TextColumn(_COLUMNS["previous"], help="选填", width=75),
        "text": st.column_config.TextColumn(_COLUMNS["text"], help="说不成一个数的，写在这里", width=130),
        "note": st.column_config.TextColumn(_COLUMNS["note"], help="选填，只备查，不写入文稿", width=90),
    }


def _state(entries: Sequence[Entry]) -> str:
    wrongs = [
        f"{as_markdown(shortened(e.label or e.text or e.value or '一行', 20))}：{as_markdown(wrong)}"
        for e in entries
        if not waits(e) and (wrong := problem(e) or advice(e))
    ]
    waiting = sum(map(waits, entries))
    rest = f"{waiting} 项只有上期的，填上本期的才写入文稿。" if waiting else ""
    if wrongs:
        return f":red[⚠ {'；'.join(wrongs)}]　{rest}"
    if waiting:
        return rest
    return f"这张表里的 {len(entries)} 项都可用。" if entries else "每行写明事项和本期数；说不成数的，写文字说明。"


@session.guarded
def _save_edits(work_id: str, key: str) -> None:
    edits = session.held(key)
    if not isinstance(edits, Mapping):
        return
    base, last = _remembered(f"{key}:base"), _remembered(f"{key}:last")
    remembered = session.held(f"{key}:added")
    known: tuple[str, ...] = remembered if isinstance(remembered, tuple) else ()
    made: list[Edited] = []

    def put(work: Work) -> Work:
        made[:] = [with_edits(work, (base, last), edits, known)]
        return made[0].work

    if session.change(work_id, put):
        session.remember(f"{key}:added", tuple(dict.fromkeys((*made[0].ids, *known))))
        session.remember(f"{key}:last", made[0].given)
        _tell(made[0].merged)
        if made[0].merged.rows != tuple(filter(holds, made[0].given)):
            # What another window changed is shown from now on: the table begins anew with what the database has.
            session.remember(f"{work_id}:table:round", _round(work_id) + 1)


def _tell(merged: Merged) -> None:
    for clash in merged.clashes:
        other, mine = (_cell_text(clash.cell, text) for text in (clash.other, getattr(clash.row, clash.cell)))
        session.notify("warning", overtaken_line(f"{_row_name(clash.row)}·{_COLUMNS[clash.cell]}", other, mine))
    for row in merged.spared:
        said = "、".join(f"{_COLUMNS[c]}“{_cell_text(c, text)}”" for c in CELLS if (text := getattr(row, c)))
        session.notify(
            "warning",
            f"您删的「{_row_name(row)}」这一行刚才在别的窗口改过，没有删，现在是：{said}；仍不要，请再删一次。",
        )
    for row in merged.returned:
        session.notify(
            "warning", f"「{_row_name(row)}」这一行刚才在别的窗口删了，您又改了它，现在留着；不要，请再删一次。"
        )


def _row_name(row: Entry) -> str:
    return shortened(row.label or row.text or row.value or "一行", 20)


def _cell_text(cell: str, text: str) -> str:
    return _topic_names(load_catalogue()).get(text, text) if cell == "topic" else text


@dataclass(frozen=True)
class Edited:
    """The work with an editor's edits put in."""

    work: Work
    ids: list[str]
    """Of the editor's new rows, in order."""
    given: tuple[Entry, ...]
    """The rows as this window gives them."""
    merged: Merged


def with_edits(
    work: Work, shown: tuple[Sequence[Entry], Sequence[Entry]], edits: Mapping[str, Any], known: Sequence[str]
) -> Edited:
    """Return the work with an editor's edits put in, and what another window had changed in the same rows.

    `shown` are the entries that the editor began with and those that it gave last, `known` the ids of its new rows.
    Rows that another window added stay as they are.
    """
    base, last = shown
    typed = _typed_rows(base, edits)
    ids = list(known[: len(typed)])
    ours = {e.id for e in last if holds(e)}
    # An id that was held for a row without content may have gone to another window's row meanwhile.
    free = [i for i in ids if i in ours or work.entry(i) is None]
    ids = [i if i in free else "" for i in ids] + [""] * (len(typed) - len(ids))
    for n, row_id in enumerate(ids):
        ids[n] = row_id or free_id(work, frozenset({*known, *ids}))
    added = [_edited(Entry(id=i), row) for i, row in zip(ids, typed, strict=True)]
    given = (*_base_rows(base, edits), *added)
    merged = merge_rows(last, given, work.entries)
    return Edited(_put(work, merged.rows, ours | {e.id for e in given}), ids, given, merged)


def _typed_rows(base: Sequence[Entry], edits: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the rows that are new, the empty one of an empty table among them."""
    first = [] if base or 0 in edits["deleted_rows"] else [edits["edited_rows"].get(0, {})]
    return [*first, *edits["added_rows"]]


def _base_rows(base: Sequence[Entry], edits: Mapping[str, Any]) -> list[Entry]:
    gone = set(edits["deleted_rows"])
    return [_edited(e, edits["edited_rows"].get(n, {})) for n, e in enumerate(base) if n not in gone]


def _put(work: Work, rows: Sequence[Entry], ours: set[str]) -> Work:
    """Return the work with the rows of this editor in their place; rows that another window added stay."""
    place = next((n for n, e in enumerate(work.entries) if e.id in ours), len(work.entries))
    before = [e for e in work.entries[:place] if e.id not in ours]
    after = [e for e in work.entries[place:] if e.id not in ours]
    return work.model_copy(update={"entries": (*before, *rows, *after)})


def _edited(entry: Entry, given: Mapping[str, Any]) -> Entry:
    changed = {name: "" if value is None else str(value).strip() for name, value in given.items() if name in _COLUMNS}
    if "topic" in changed:
        changed["topic"] = OTHER if changed["topic"] == _OTHER_NAME else load_catalogue().topic_key(changed["topic"])
    return entry.model_copy(update=changed)


def _row(entry: Entry, catalogue: Catalogue) -> dict[str, str | None]:
    return {name: getattr(entry, name) for name in _COLUMNS} | {"topic": _topic_names(catalogue).get(entry.topic)}


def _topic_names(catalogue: Catalogue) -> dict[str, str]:
    return {t.key: t.name for t in catalogue.topics} | {OTHER: _OTHER_NAME}


def _round(work_id: str) -> int:
    """Return how often this window's table was begun anew: part of the editor's key."""
    held = session.held(f"{work_id}:table:round")
    return held if isinstance(held, int) else 0


def _remembered(key: str) -> tuple[Entry, ...]:
    base = session.held(key)
    return base if isinstance(base, tuple) else ()
