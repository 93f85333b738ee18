"""Facts that split one thing between them: 男职工 and 女职工, 上午办件 and 下午办件, 小班, 中班 and 大班."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from drafter.resources import load_yaml
from drafter.tracing.evidence import Evidence
from drafter.tracing.units import Unit

_DATA: dict[str, Any] = load_yaml(files("drafter.tracing").joinpath("splits.yaml").read_text(encoding="utf-8"))
_ROWS: tuple[tuple[str, ...], ...] = tuple(tuple(sorted(row.split(), key=len, reverse=True)) for row in _DATA["words"])
_APART = tuple(tuple(row.split()) for row in _DATA["apart"])
_WORN = re.compile(f"(?:{'|'.join(_DATA['worn'])})+$")
SPEAKS_OF_ALL = re.compile("|".join(_DATA["all"]))
_SIGNS = frozenset("".join(word for row in _ROWS for word in row))


def are_of_one_split(names: Sequence[str]) -> bool:
    """Say whether some names tell one thing apart by words of one row: 高级教师, 中级教师, 初级教师."""
    for row in (*_ROWS, *_APART):
        told = [found.group() for name in names if (found := _row(row).search(name)) is not None]
        if len(set(told)) == len(names):
            return True
    return False


@dataclass(frozen=True, slots=True)
class Split:
    """One thing that several facts split between them. `noun` names it, where their labels do; it may be empty."""

    noun: str
    unit: Unit
    row: tuple[str, ...]
    parts: tuple[tuple[str, Evidence], ...]

    @property
    def total(self) -> Decimal:
        """What the parts come to together."""
        return sum((e.number or Decimal(0) for _, e in self.parts), Decimal(0))

    @property
    def evidence(self) -> list[Evidence]:
        """The parts, in the order of the sheet."""
        return [e for _, e in self.parts]

    def named_in(self, words: str) -> list[Evidence]:
        """Return the parts that words name."""
        told = {found.group() for found in _row(self.row).finditer(words)}
        return [e for word, e in self.parts if word in told]

    def speaks_of_one(self, words: str) -> bool:
        """Say whether words have any word of the row."""
        return _row(self.row).search(words) is not None


@lru_cache(maxsize=256)
def _row(row: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(row))


def splits_of(plain: Sequence[Evidence]) -> tuple[Split, ...]:
    """Return what the facts of a sheet split, where two or more of them differ by words of one row alone."""
    found: dict[tuple[tuple[str, ...], str, str], dict[str, Evidence]] = {}
    for e in plain:
        name = e.near or e.subject
        if e.place != "value" or not e.unit.name or not e.number or _SIGNS.isdisjoint(name):
            continue
        for row in _ROWS:
            told = _row(row).search(name)
            if told is not None:
                noun = _WORN.sub("", name.replace(told.group(), "", 1))
                found.setdefault((row, noun, e.unit.name), {}).setdefault(told.group(), e)
    return tuple(
        Split(noun, next(iter(parts.values())).unit, row, tuple(parts.items()))
        for (row, noun, _), parts in found.items()
        if len(parts) > 1
    )
