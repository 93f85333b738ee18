"""How a typed value is read, told on entry: 三千多 is 3000以上, 12/0 is nothing that can be read."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from drafter.models import Mention
from drafter.numbers.find import find_mentions
from drafter.numbers.typed import value_fault

_APPROX = {"exact": "{}", "about": "约{}", "over": "{}以上", "under": "不到{}"}


@lru_cache(maxsize=4096)
def value_problem(value: str, unit: str) -> str:
    """Return what is wrong with a typed value, in one sentence; words without any figure are taken as they are."""
    if not any(c.isdecimal() for c in value):
        return ""
    fault = value_fault(value, unit)
    if fault:
        return fault
    found = _claims(value, unit)
    if len(found) > 1:
        return f"“{value}”里有 {len(found)} 个数，一格只填一个；请分开填，或写进文字说明"
    if not _all_read(value, found):
        return f"“{value}”没有全部读成一个数；请分开填，或写进文字说明"
    return ""


@lru_cache(maxsize=4096)
def reading(value: str, unit: str) -> str:
    """Return what a value means where that isn't plain from its digits: 三千多 -> 读作 3000以上."""
    if not value or value.isdecimal() or value_problem(value, unit):
        return ""
    found = _claims(value, unit)
    if not found:
        return "没有读到数字，按原文写入文稿"
    if len(found) > 1 or not isinstance(found[0].value, Decimal) or found[0].type == "ratio":
        return ""
    plain = format(found[0].value.normalize(), "f") + ("%" if found[0].type == "percent" else "")
    shown = _APPROX[found[0].approx].format(plain)
    same = shown.rstrip("%") == value.replace(",", "").replace("，", "").rstrip("%")
    return "" if same else f"读作 {shown}"


def _claims(value: str, unit: str) -> list[Mention]:
    text = value if unit and value.endswith(unit) else value + unit
    return [m for m in find_mentions(text) if m.kind == "claim" and m.start < len(value)]


def _all_read(value: str, found: list[Mention]) -> bool:
    """True where every digit belongs to a number."""
    covered = {i for m in found for i in range(m.start, m.end)}
    return all(i in covered for i, c in enumerate(value) if c.isdecimal())
