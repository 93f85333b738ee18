"""Rates and averages with a name of their own, as indicators.yaml says they are made: 产销差率, 病床使用率."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from drafter.resources import load_yaml
from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_HUNDRED = Decimal(100)
_UNLIKE = ("daily", "places")
"""Where the amounts above and below need not be counted in one unit."""


def indicators(task: Task) -> Iterator[Outcome]:
    """Yield what the indicator that the words name comes to by the facts."""
    found = _named().search(task.words)
    for row in _rows() if found is not None else ():
        if found is None or found.group(1) not in row["names"]:
            continue
        for top in _called(task, row["top"]):
            for under in _called(task, row["under"]):
                made = _made(task, row["how"], plain_operands((top, under), _WEIGHT)) if top.at != under.at else None
                if made is not None:
                    share = row["how"] != "quotient"
                    yield outcome(made[0], made[1], "derived_percent" if share else "derived_ratio")


def names_indicator(words: str) -> bool:
    """Say whether words before a number end in the name of an indicator."""
    return _named().search(words) is not None


def tells_indicator(words: str, part: Operand, whole: Operand) -> bool:
    """Say whether two amounts are those that make the indicator named before a number: 破案 and 立案 of 破案率."""
    found = _named().search(words)
    return found is not None and any(
        found.group(1) in row["names"]
        and any(word in part.words for word in row["top"])
        and any(word in whole.words for word in row["under"])
        for row in _rows()
    )


def _made(task: Task, how: str, sides: list[Operand]) -> tuple[arithmetic.Derived, list[Operand]] | None:
    top, under = sides
    if how == "quotient":
        each = arithmetic.ratio(in_unit(top, task.spot), under.value) if task.spot.form == "number" else None
        return (each, sides) if each is not None else None
    if task.spot.form != "share" or not (how in _UNLIKE or same_unit(top.unit, under.unit)):
        return None
    days = Decimal(task.reading.known.period.days)
    size = (
        (under.value * days, top.value)
        if how == "daily"
        else (under.value * under.unit.size, top.value * top.unit.size)
    )
    each = arithmetic.share(size[1], size[0]) if size[0] else None
    if each is None or each.value > _HUNDRED:
        return None
    if how == "rest":
        left = _HUNDRED - each.value
        each = arithmetic.Derived(left, f"100% - {arithmetic.plain(each.value, 1)}% = {arithmetic.plain(left, 1)}%")
    return each, sides


def _called(task: Task, words: list[str]) -> list[Evidence]:
    """Return the facts that the first of some words that any has tells, the plainest label first."""
    for word in words:
        found = [e for e in task.reading.known.plain if word in (e.near or e.subject)]
        if found:
            return sorted(found, key=lambda e: len(e.near or e.subject))[:2]
    return []


@cache
def _rows() -> list[dict[str, Any]]:
    text = files("drafter.tracing").joinpath("indicators.yaml").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = load_yaml(text)
    return rows


@cache
def _named() -> re.Pattern[str]:
    names = sorted((name for row in _rows() for name in row["names"]), key=len, reverse=True)
    return re.compile(f"({'|'.join(names)})[^，。；、0-9]{{0,6}}$")
