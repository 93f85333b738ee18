"""A fact sheet from a file of any kind that facts come in, with what of it could not be used, and why."""

from __future__ import annotations

from pathlib import Path

from drafter.docx_guard import MAX_BYTES
from drafter.errors import InputError
from drafter.factfile import MAX_BYTES as MAX_SHEET_BYTES
from drafter.factfile import parse_facts
from drafter.models import Fact, FactSheet
from drafter.numbers.typed import value_problem
from drafter.structure.skeletons import load_skeleton, skeleton_keys
from drafter.tables.brought import is_table_file
from drafter.tables.rows import Unread
from drafter.tables.sheet import table_facts

SUFFIXES = (".xlsx", ".csv", ".yaml", ".yml", ".json")


def facts_of(name: str, data: bytes, max_bytes: int = MAX_BYTES) -> tuple[FactSheet, tuple[Unread, ...]]:
    """Return the facts of a .xlsx, .csv, .yaml or .json file to check a text against, and all that was left out.

    Raises InputError, with the remedy, where the file can't be read or holds no fact.
    """
    sheet, left = _read(name, data, max_bytes)
    wrong = {fact.id: said for fact in sheet.facts if (said := problem(fact, several=True))}
    left += tuple(Unread(name, f.wording, wrong[f.id]) for f in sheet.facts if f.id in wrong)
    return sheet.model_copy(update={"facts": tuple(f for f in sheet.facts if f.id not in wrong)}), left


def _read(name: str, data: bytes, max_bytes: int) -> tuple[FactSheet, tuple[Unread, ...]]:
    if is_table_file(name):
        return facts_of_table(name, data, max_bytes)
    if Path(name).suffix.lower() not in SUFFIXES:
        raise InputError(f"“{name}”不是事实表：请用 {'、'.join(SUFFIXES)} 文件。")
    if len(data) > MAX_SHEET_BYTES:
        raise InputError(f"文件 {name} 超过 {MAX_SHEET_BYTES // 1_000_000} MB，不像一份事实表；请只保留事实后再试。")
    return parse_facts(data, name), ()


def facts_of_table(name: str, data: bytes, max_bytes: int) -> tuple[FactSheet, tuple[Unread, ...]]:
    """Return the facts of a .xlsx or .csv file, with the key of their document type, and what was left out."""
    sheet, left = table_facts(name, data, max_bytes)
    # A form names its type as staff know it.
    keys = {load_skeleton(key).name: key for key in skeleton_keys()}
    return sheet.model_copy(update={"document": keys.get(sheet.document, sheet.document)}), left


def problem(fact: Fact, *, several: bool = False) -> str:
    """Return what keeps a fact's figures from being read, in one sentence, or nothing.

    `several` lets its value hold more than one number: enough to check a text against, too much to write one from.
    """
    return value_problem(fact.value, fact.unit, several) or value_problem(fact.previous, fact.unit)
