"""Which sheets of a table are used, where the heading ends, and what each column is: proposed, and corrected here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from drafter.tables.brought import read_grids
from drafter.tables.columns import Layout, Role, layout_below, recognise
from drafter.tables.grid import Grid, column_letter
from drafter.tables.rows import Reading
from drafter.ui.plain import as_markdown

ROLE_NAMES: dict[Role, str] = {
    "label": "事项", "value": "本期", "unit": "单位", "previous": "上期", "topic": "主题", "text": "文字说明",
    "note": "来源", "key": "编号", "skip": "不导入",
}  # fmt: skip
_ROLES: Mapping[str, Role] = {name: role for role, name in ROLE_NAMES.items()}


def draw(grids: tuple[Grid, ...], key: str) -> Reading:
    """Draw what is to be chosen of these sheets; return the rows of those that are used."""
    chosen = list(range(len(grids)))
    if len(grids) > 1:
        chosen = st.multiselect(
            f"文件里有 {len(grids)} 张工作表，导入哪几张",
            chosen,
            default=[n for n in chosen if not grids[n].hidden] or chosen,
            format_func=lambda n: grids[n].name + ("（隐藏）" if grids[n].hidden else ""),
            key=f"{key}:sheets",
        )
    return read_grids([(grids[n], _draw_layout(grids[n], f"{key}:{n}")) for n in chosen])


def _draw_layout(grid: Grid, key: str) -> Layout:
    """Draw how one sheet is read; open at once where no column of things or of figures was found."""
    found = recognise(grid)
    sure = found.wide or ({"label", "text"} & set(found.roles) and {"value", "previous", "text"} & set(found.roles))
    with st.expander(f"“{as_markdown(grid.name)}”各列是什么（不对可以改）", expanded=not sure):
        start = int(
            st.number_input(
                "表头到第几行为止（没有表头填 0）", 0, len(grid.rows), found.start, key=f"{key}:start", width=260
            )
        )
        layout = found if start == found.start else replace(layout_below(grid, start), start=start)
        wide = st.checkbox("横着读：表头里每一列是一个事项", found.wide, key=f"{key}:wide:{start}")
        layout = replace(layout, wide=wide)
        return layout if wide else replace(layout, roles=_draw_roles(grid, layout, f"{key}:roles:{start}"))


def _draw_roles(grid: Grid, layout: Layout, key: str) -> tuple[Role, ...]:
    rows = [
        {
            "column": column_letter(n),
            "head": layout.heads[n],
            "example": "、".join([r[n].text for r in grid.rows[layout.start :] if r[n].text][:3]),
            "role": ROLE_NAMES[layout.roles[n]],
        }
        for n in range(grid.width)
    ]
    edited = st.data_editor(
        rows,
        key=key,
        hide_index=True,
        disabled=["column", "head", "example"],
        column_config={
            "column": st.column_config.TextColumn("列", width=50),
            "head": st.column_config.TextColumn("表头", width=120),
            "example": st.column_config.TextColumn("前几格", width=230),
            "role": st.column_config.SelectboxColumn("这一列是", options=list(_ROLES), required=True, width=110),
        },
        alt="各列是什么",
    )
    return tuple(_ROLES.get(str(row["role"]), "skip") for row in edited)
