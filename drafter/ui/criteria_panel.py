"""The unit's hand on the criteria: each switched on or off, with another mark, its own rows, and back to the given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from drafter.structure.criteria import COMPARATORS, load_criteria
from drafter.structure.own_criteria import MOST_OWN, Choice, OwnRow, adjusted, own_faults
from drafter.ui import session
from drafter.ui.criteria_choice import (
    LARGEST,
    given_row,
    keep_choice,
    load_choice,
    own_row,
    topic_names,
    with_given_edits,
    with_own_edits,
)
from drafter.ui.plain import as_markdown

BOX = "criteria:box"
_EDITION, _BEFORE_RESET = "criteria:edition", "criteria:before_reset"


def draw(choice: Choice) -> None:
    """Draw both editors in a box that is closed until it is asked for."""
    box = st.expander("调整标准：停用、改标准值、加本单位自己的", icon=":material/tune:", on_change="rerun", key=BOX)
    if not box.open:
        return
    with box:
        st.caption("给定的标准取自一个城市的规定，各地不同，请照本地的文件改。改动自动保存，本单位的文稿都用它。")
        _draw_given(choice)
        st.markdown("**本单位自己的标准**（点最下面的空行添加；事实里的叫法与名称不同的，写进“别的叫法”）")
        _draw_own(choice)
        faults = own_faults(load_criteria(), choice)
        full = f"最多 {MOST_OWN} 条，已经满了。" if len(choice.own) >= MOST_OWN else ""
        # One line that is always there: what comes and goes would move the rows under a typist's hands.
        st.caption(f":red[⚠ {as_markdown('；'.join(faults))}]" if faults else full or f"已加 {len(choice.own)} 条。")
        with st.container(horizontal=True):
            changed = choice != Choice()
            st.button("恢复给定的标准", icon=":material/restart_alt:", on_click=_reset, disabled=not changed)
            if isinstance(session.held(_BEFORE_RESET), Choice):
                st.button("撤销恢复", icon=":material/undo:", on_click=_undo_reset)


def _draw_given(choice: Choice) -> None:
    key = _key("given")
    given = load_criteria()
    if session.held(key) is None:
        session.remember(f"{key}:base", adjusted(given, choice)[: len(given)])
    base = session.held(f"{key}:base")
    st.data_editor(
        [given_row(c) for c in (base if isinstance(base, tuple) else given)],
        key=key,
        hide_index=True,
        num_rows="fixed",
        disabled=("name", "unit", "note"),
        column_config=_columns() | {"note": st.column_config.TextColumn("说明", width="medium")},
        on_change=_save_given,
        args=(key,),
        alt="给定的标准",
    )


def _draw_own(choice: Choice) -> None:
    key = _key("own")
    if session.held(key) is None:
        session.remember(f"{key}:base", choice.own)
        session.remember(f"{key}:before", choice.own)
    # An empty row to begin with tells the editor what each column holds.
    rows = [own_row(r) for r in _remembered(f"{key}:base") or (OwnRow(),)]
    more = {
        "role": st.column_config.SelectboxColumn("方面", options=list(topic_names().values()), help="补填时去哪一组"),
        "names": st.column_config.TextColumn("别的叫法", help="如：充电桩、充电位"),
    }
    st.data_editor(
        rows,
        key=key,
        hide_index=True,
        num_rows="dynamic",
        column_config=_columns() | more,
        on_change=_save_own,
        args=(key,),
        placeholder=" ",
        alt="本单位自己的标准",
    )


def _columns() -> dict[str, Any]:
    column = st.column_config
    return {
        "used": column.CheckboxColumn("用", help="不勾的不参加自评", width="small", default=True),
        "name": column.TextColumn("标准", width="medium"),
        "comparator": column.SelectboxColumn(
            "要求", options=list(COMPARATORS.values()), width="small", default="不少于"
        ),
        "threshold": column.NumberColumn("标准值", min_value=0, max_value=LARGEST, width="small"),
        "unit": column.TextColumn("单位", width="small", max_chars=10),
    }


@session.guarded
def _save_given(key: str) -> None:
    _keep(key, lambda choice, edits: with_given_edits(load_criteria(), choice, edits))


@session.guarded
def _save_own(key: str) -> None:
    base = _remembered(f"{key}:base")
    before = _remembered(f"{key}:before")

    def put(choice: Choice, edits: Mapping[str, Any]) -> Choice:
        # An empty base was drawn as one empty row.
        return with_own_edits(choice, base or (OwnRow(),), before, edits)

    kept = _keep(key, put)
    if kept:
        session.remember(f"{key}:before", kept.own)


def _keep(key: str, put: Callable[[Choice, Mapping[str, Any]], Choice]) -> Choice | None:
    edits = session.held(key)
    if not isinstance(edits, Mapping):
        return None
    choice = put(load_choice(session.store()), edits)
    keep_choice(session.store(), choice)
    session.remember(_BEFORE_RESET, None)
    return choice


@session.guarded
def _reset() -> None:
    session.remember(_BEFORE_RESET, load_choice(session.store()))
    _renew(Choice())
    session.notify("success", "已恢复给定的标准。要用回刚才的，点「撤销恢复」。")


@session.guarded
def _undo_reset() -> None:
    before = session.held(_BEFORE_RESET)
    if isinstance(before, Choice):
        _renew(before)
    session.remember(_BEFORE_RESET, None)


def _renew(choice: Choice) -> None:
    keep_choice(session.store(), choice)
    session.remember(_EDITION, _edition() + 1)


def _edition() -> int:
    kept = session.held(_EDITION)
    return kept if isinstance(kept, int) else 0


def _key(name: str) -> str:
    return f"criteria:{session.tab()}:{_edition()}:{name}"


def _remembered(key: str) -> tuple[OwnRow, ...]:
    held = session.held(key)
    return held if isinstance(held, tuple) else ()
