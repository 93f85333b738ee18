"""Slips of the pen: two digits that changed places, one dropped or doubled, a place too many, a date off by a digit."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot

TURNED = "数字颠倒"
_YEAR = 4
_MOST_PLACES = 4
_BARELY_ONE, _NEARLY_TEN = Decimal("1.02"), Decimal("9.8")


def is_power_of_ten(ratio: Decimal) -> bool:
    """Say whether two numbers are, within two per cent, ten, a hundred, up to ten thousand times as large."""
    power = ratio.adjusted()
    leading = ratio.scaleb(-power)
    if leading >= _NEARLY_TEN:
        power += 1
    return ratio > 0 and 1 <= abs(power) <= _MOST_PLACES and (leading <= _BARELY_ONE or leading >= _NEARLY_TEN)


@lru_cache(maxsize=4096)
def _figures(value: Decimal) -> str:
    return format(value.normalize(), "f")


def digits_slipped(stated: Decimal, actual: Decimal) -> str:
    """Return how the digits of an actual number became those of the stated one: 数字颠倒; empty for no slip."""
    if stated == actual:
        return ""
    one, other = _figures(stated), _figures(actual)
    if len(one) == len(other):
        apart = [i for i in range(len(one)) if one[i] != other[i]]
        if len(apart) == 1:
            return "错了一位数字"
        if len(apart) == 2 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]:
            return TURNED
        return "数字错位" if sorted(one) == sorted(other) else ""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) > len(shorter) + 1:
        return ""
    first = next((i for i, sign in enumerate(shorter) if sign != longer[i]), len(shorter))
    if longer[first + 1 :] == shorter[first:]:
        return "漏写了一位数字" if longer == other else "多写了一位数字"
    return ""


def date_slipped(spot: Spot, e: Evidence) -> bool:
    """Say whether a date is another one but for a digit, or for two that changed places: 1989年3月 and 1998年3月."""
    if not isinstance(e.value, str) or not isinstance(spot.mention.value, str):
        return False
    told, known = spot.mention.value, e.value
    if told.startswith("-"):
        known = f"--{known[_YEAR:].lstrip('-')}" if known[0].isdigit() else known  # 7月22日 tells no year
    one, other = (re.sub(r"\D", "", value) for value in (told, known))
    apart = [i for i, signs in enumerate(zip(one, other, strict=False)) if signs[0] != signs[1]]
    return len(one) == len(other) and (len(apart) == 1 or (len(apart) == 2 and sorted(one) == sorted(other)))
