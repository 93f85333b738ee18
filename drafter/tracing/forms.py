"""The form of a number: plain, share, date, clock time and so on; those of different forms state different things."""

from __future__ import annotations

from decimal import Decimal

from drafter.models import NumberType, Value
from drafter.numbers.rules_ages import TENS

_AMOUNTS = frozenset(("quantity", "money", "duration"))
DECADE = "decade"
"""The form of an age told in tens, 八旬."""
_DAYS = frozenset("周星礼週")


def form_of(kind: NumberType, core: str, value: Value | None, unit: str) -> str:
    """Return the form of a number, such that numbers of different forms never state the same thing."""
    if core.endswith(TENS):
        return DECADE
    if kind in _AMOUNTS and isinstance(value, Decimal) and core[:1] not in _DAYS:
        return "number"
    if core.startswith(("周", "星期", "礼拜", "週")) or (kind == "other" and unit == "周"):
        return "weekday"
    if kind == "other" and unit in ("点", "时", "點", "點鐘", "点钟"):
        return "clock"
    if kind == "ordinal":
        return "ordinal"
    if isinstance(value, tuple):
        return "span" if isinstance(value[0], str) else "range"
    if isinstance(value, str):
        return "clock" if ":" in value else "date"
    if kind == "percent" and unit.endswith("分点"):
        return "number"
    if kind == "percent" or (kind == "ratio" and ("分之" in core or "半" in core or "成" in core)):
        return "share"
    if kind == "date":
        return "season"
    return "number"


def as_share(value: Decimal, core: str, kind: NumberType) -> Decimal:
    """Return a percentage, a per mille or a fraction as a percentage."""
    if kind == "ratio":
        return value * 100
    if core.endswith("‰") or core.startswith("千分之"):
        return value / 10
    return value
