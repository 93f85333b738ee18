"""How a figure has changed since the last period, in the words and numerals in which it was typed. Pure functions."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.models import Fact
from drafter.tracing.arithmetic import growth, plain
from drafter.writing.offline_words import own_unit
from drafter.writing.reckoned import exact_value

_SAYABLE, _AT_MOST = Decimal("0.1"), Decimal(1000)
"""Growth outside these bounds, in per cent, is told as a difference only."""
_FORM_VERBS = ("开展", "组织", "举办", "召开", "设置", "发放")
SAME = "持平"
_PERCENT = ("%", "％")
_OF_HUNDRED = "百分之"
_DIGITS = "零一二三四五六七八九"
_PLACES = ((10_000, "万"), (1000, "千"), (100, "百"), (10, "十"))
_HIGHEST = 10**8


def change_words(fact: Fact, unit: str) -> str:
    """Return how a figure has changed, where both sides are exact: 增加28名、增长9.4%; 持平; or nothing.

    What was typed in Chinese numerals changes in these: 七十六次, 增加十二次.
    """
    borrowed = bool(unit) and not fact.unit and not own_unit(fact.value) and unit not in _PERCENT
    unit = unit or own_unit(fact.value)
    value, last = (_exact(typed, unit) for typed in (fact.value, fact.previous))
    if value is None or last is None:
        return ""
    if value == last:
        return SAME
    chinese = not re.search(r"\d", fact.value)
    gap = abs(value - last)
    told = _numeral(gap) if chinese else _in_ten_thousands(gap, fact, unit) or plain(gap)
    if unit in _PERCENT or fact.value.endswith(_PERCENT) or fact.value.startswith(_OF_HUNDRED):
        return f"{'提高' if value > last else '下降'}{told}个百分点"
    rate = growth(value, last)
    if borrowed:  # Only the figures were typed, so that nothing but their proportion is certain.
        return f"{'增长' if value > last else '下降'}{plain(abs(rate.value), 1)}%" if rate and value else ""
    if not unit:
        return f"{'提高' if value > last else '下降'}{told}"
    change = f"{'增加' if value > last else '减少'}{told}{unit}"
    if chinese or rate is None or not value or not _SAYABLE <= abs(rate.value) <= _AT_MOST:
        return change
    percent = plain(abs(rate.value), 1)
    if value < last and percent == "100":  # Of 6729 there are 3 left.
        return change
    return f"{change}、{'增长' if value > last else '下降'}{percent}%"


def compared_noun(label: str) -> str:
    """Return what a comparison is about: 开展志愿服务活动 -> 志愿服务活动."""
    verb = next((v for v in _FORM_VERBS if label.startswith(v) and len(label) > len(v) + 1), "")
    return label.removeprefix(verb)


def chinese_amount(n: int) -> str:
    """Return a whole number below a hundred million in Chinese numerals: 十二, 一百零五, 三万二千."""
    if n < 10:
        return _DIGITS[n]
    size, name = next(p for p in _PLACES if n >= p[0])
    head, rest = divmod(n, size)
    first = "" if size == 10 and head == 1 else chinese_amount(head)
    gap = "零" if rest and rest < size // 10 else ""
    tens = "一" if size > 10 and 10 <= rest < 20 else ""
    return first + name + (gap + tens + chinese_amount(rest) if rest else "")


def _exact(typed: str, unit: str) -> Decimal | None:
    bare = typed.removesuffix(unit) if unit else typed
    return exact_value(bare.removeprefix(_OF_HUNDRED), "")


def _numeral(gap: Decimal) -> str:
    return chinese_amount(int(gap)) if gap == int(gap) and gap < _HIGHEST else plain(gap)


def _in_ten_thousands(gap: Decimal, fact: Fact, unit: str) -> str:
    """Return a gap between two figures that were both typed in 万 in 万 too."""
    both = all(typed.removesuffix(unit).endswith("万") for typed in (fact.value, fact.previous))
    return f"{plain(gap / 10_000)}万" if both else ""
