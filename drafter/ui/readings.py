"""How a typed value is read, told on entry: 三千多 is 3000以上, 12/0 is nothing that can be read."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from drafter.amount import joined
from drafter.numbers.typed import typed_claims, value_problem

_MASKED = "masked figure"
_APPROX = {"exact": "{}", "about": "约{}", "over": "{}以上", "under": "不到{}"}


@lru_cache(maxsize=4096)
def reading(value: str, unit: str) -> str:
    """Return what a value means where that isn't plain from its digits: 三千多 -> 读作 3000以上."""
    if not value or value.isdecimal() or value_problem(value, unit):
        return ""
    found = typed_claims(value, unit)
    if not found:
        return "没有读到数字，按原文写入文稿"
    if any(m.rule == _MASKED for m in found):
        return "有一位没有写明，按原文写入文稿"
    if len(found) > 1 or not isinstance(found[0].value, Decimal) or found[0].type == "ratio":
        return ""
    once = joined(value, unit)
    if len(once) < len(value + unit) and not value.replace("％", "%").endswith(unit):
        return f"读作 {once}"
    plain = format(found[0].value.normalize(), "f") + ("%" if found[0].type == "percent" else "")
    shown = _APPROX[found[0].approx].format(plain)
    same = shown.rstrip("%") == value.replace(",", "").replace("，", "").rstrip("%")
    return "" if same else f"读作 {shown}"
