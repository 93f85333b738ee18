"""What staff bring, by whichever way, as rows to tick: a table, a fact sheet, an earlier document, pasted words."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from drafter.errors import InputError
from drafter.factfile import MAX_BYTES, parse_facts
from drafter.structure.harvest import harvest
from drafter.tables.brought import SUFFIXES as TABLES
from drafter.tables.brought import grids_of, is_table_file
from drafter.tables.grid import Grid
from drafter.tables.harvested import Into, candidate_rows, sheet_reading, text_reading
from drafter.tables.rows import Reading
from drafter.tables.textgrid import pasted_grid
from drafter.ui import import_sheets, session
from drafter.ui.reading_files import SUFFIXES as DOCUMENTS
from drafter.ui.reading_files import choose_outline, outlines_of

FILES = [*(suffix[1:] for suffix in TABLES), "yaml", "yml", "json", *DOCUMENTS]
_SHEETS = (".yaml", ".yml", ".json")
_INTO: dict[Into, str] = {"previous": "上期（往年的材料）", "value": "本期（这一期的材料）"}


def from_file(name: str, data: bytes, key: str) -> Reading:
    """Return the rows of a file, with what is to be chosen drawn on the page; InputError where it can't be read."""
    if is_table_file(name):
        return import_sheets.draw(_grids(name, data, session.max_mb() * 1024 * 1024), key)
    if Path(name).suffix.lower() in _SHEETS:
        if len(data) > MAX_BYTES:
            raise InputError(f"文件 {name} 超过 {MAX_BYTES // 1_000_000} MB，不像一份事实表；请只保留事实后再试。")
        return sheet_reading(parse_facts(data, name), name)
    outline = choose_outline(outlines_of(name, data), key)
    return Reading(candidate_rows(harvest(outline), _ask_into(key, "previous")))


def from_paste(text: str, key: str) -> Reading:
    """Return the rows of a pasted table or of pasted sentences."""
    grid = pasted_grid(text)
    if grid is not None:
        return import_sheets.draw((grid,), key)
    return text_reading(text, _ask_into(key, "value"))


@st.cache_data(max_entries=16, ttl=1800, show_spinner="正在读取……")
def _grids(name: str, data: bytes, max_bytes: int) -> tuple[Grid, ...]:
    return grids_of(name, data, max_bytes)


def _ask_into(key: str, usual: Into) -> Into:
    options = list(_INTO)
    chosen = st.radio(
        "数字放到",
        options,
        index=options.index(usual),
        format_func=lambda into: _INTO[into],
        horizontal=True,
        key=f"{key}:into",
    )
    return "value" if chosen == "value" else "previous"
