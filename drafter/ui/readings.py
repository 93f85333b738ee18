"""How a typed value is read, told on entry: 三千多 is 3000以上, 12/0 is nothing that can be read."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from drafter.models import Mention
from drafter.numbers.find import find_mentions

_APPROX = {"exact": "{}", "about": "约{}", "over": "{}以上", "under": "不到{}"}
_LOOKALIKE = re.compile(r"(?<=\d)[OoОоlI]|[OoОоlI](?=\d)")


@lru_cache(maxsize=4096)
def value_problem(value: str, unit: str) -> str:
    """Return what is wrong with a typed value, in one sentence; words without any figure are taken as they are."""
    if not any(c.isdecimal() for c in value):
        return ""
    meant = _LOOKALIKE.sub(lambda m: "0" if m.group() in "OoОо" else "1", value)
    if meant != value and _all_read(meant, _claims(meant, unit)):
        return f"“{value}”里夹着字母 O 或 l，数字要用 0 和 1，请改成 {meant}"
    found = _claims(value, unit)
    if _all_read(value, found):
        return "" if len(found) == 1 else f"“{value}”里有 {len(found)} 个数，一格只填一个；请分开填，或写进文字说明"
    return f"“{value}”读不出是多少，请写成 326、约3万、三千多、96.5% 或 2002年6月 这样"


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
    """True where every digit belongs to a number, and no division by nothing is meant."""
    covered = {i for m in found for i in range(m.start, m.end)}
    divided = any("/" in value[a.end : b.start] for a, b in pairwise(found))
    return bool(found) and not divided and all(i in covered for i, c in enumerate(value) if c.isdecimal())
