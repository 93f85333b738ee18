"""The unit of a fact that names it elsewhere than in its field: in the label, or in the typed value."""

from __future__ import annotations

import re

from drafter.numbers.money import names_pay
from drafter.tracing import units

_NOUGHTS = frozenset("〇○零０◯")
_LABEL_UNIT = re.compile(r"(人次|户次|册次|场次|车次|人|户|次|册|场)数?$|人数量$")
_BRACKETED = re.compile(r"[（(](?P<unit>[%％‰]|[^（）()\d]{1,6})[)）]$")
_TYPED_UNIT = re.compile(
    r"[约近]?[\d.,０-９〇零一二两三四五六七八九十百千万]+[余多]?([^\W\d〇零一二两三四五六七八九十百千万亿]{1,3})"
)


def unit_hint(unit: str, value: str, label: str) -> str:
    """Return the unit that a fact's figures have; a mere 万 is one of what the label counts."""
    hint = unit or _unit_typed(value) or _unit_in(label)
    hint = "元" if hint == "块" and names_pay(label) else hint
    return hint + _unit_in(label) if hint in units.SCALES else hint


def figure(value: str) -> str:
    """Return a typed value; a nought by itself, however it is drawn, as 0."""
    return "0" if value.strip() in _NOUGHTS else value


def bare_label(label: str) -> str:
    """Return a label without the unit that it names in brackets: 客运量（万人次）."""
    return _BRACKETED.sub("", label) if _bracketed(label) else label


def _bracketed(label: str) -> str:
    """Return the unit that a label names in brackets at its end; nothing where that is no unit."""
    found = _BRACKETED.search(label)
    unit = found["unit"].strip() if found else ""
    known = unit in ("%", "％", "‰") or unit in units.SCALES or units.split_scale(unit)[1].name in units.UNITS
    return unit if known else ""


def _unit_in(label: str) -> str:
    if unit := _bracketed(label):
        return unit + _unit_in(bare_label(label)) if unit in units.SCALES else unit
    found = _LABEL_UNIT.search(label)
    return (found.group(1) or "人") if found else "%" if label.endswith("率") else ""


def _unit_typed(value: str) -> str:
    """Return the unit that a value was typed with, which the last period's then has too: 46件 before 52."""
    found = _TYPED_UNIT.fullmatch(value)
    return found.group(1) if found else ""
