"""What to put in the place of a flagged number: written as the number is, rounded as its words ask, or nothing."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from drafter.tracing.approximation import Stated, holds
from drafter.tracing.arithmetic import plain
from drafter.tracing.decades import tens_like
from drafter.tracing.diagnosis import Diagnosis
from drafter.tracing.evidence import Evidence
from drafter.tracing.forms import DECADE, as_share
from drafter.tracing.hours import times_told, written_like
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.reckoning.multiples_meant import is_multiple
from drafter.tracing.reckoning.outcome import stated_by
from drafter.tracing.units import convert

_RATIO = re.compile(r"(?P<one>[0-9.]+)(?P<sign>[:：比∶])(?P<other>[0-9.]+)")
_SAID = {"about": "约", "near": "近", "below": "不足"}
"""How a bare figure is told of a fact that knows it only roughly."""
_LARGE = (("亿", Decimal(100_000_000)), ("万", Decimal(10_000)))
_DIGITS = "零一二三四五六七八九十"
_SPELT = re.compile(f"[{_DIGITS}两]")
_SMALL = range(1, len(_DIGITS))
_TENTHS = re.compile("[一二三四五六七八九两]成")
_FRACTION = re.compile("[二三四五六七八九十]分之[一二三四五六七八九]|一半|半数")
_MOST_PARTS = 5
_NEAR_ENOUGH = Decimal("0.7")
"""How many points off a share may be that is told as a fraction."""
_TOO_MANY = 10_000
_PAIR = 2
_PLACES = 2
_ALL = 100
_TENTH = Decimal("0.1")
_ROUNDING = {"near": ROUND_CEILING, "below": ROUND_CEILING, "most": ROUND_CEILING, "weak": ROUND_CEILING,
             "more": ROUND_FLOOR, "least": ROUND_FLOOR, "beyond": ROUND_FLOOR, "strong": ROUND_FLOOR}  # fmt: skip


def suggested(reading: Reading, spot: Spot, found: Diagnosis) -> str:
    """Return what to put in place of the number's own text, or nothing where that is not certain."""
    if found.reckoned is not None:
        if _RATIO.fullmatch(spot.mention.text):
            like = _as_ratio(spot.mention.text, found.reckoned.value)
        elif spot.form == "ordinal":
            like = _as_place(spot.mention.text, found.reckoned.value)
        else:
            like = _written_like(spot, found.reckoned.value, derived=True) if spot.form in ("number", "share") else ""
        return like if like != spot.mention.text else ""
    if not found.meant or spot.value == 0:
        return ""
    e = found.meant[0]
    if spot.form == DECADE and e.number is not None:
        return tens_like(reading, spot, e.number)
    if spot.form != reading.values.forms[e.at]:
        return ""
    if spot.form == "clock":
        told = times_told(reading.text, spot.mention)
        return written_like(told[0], e.times[0], e.core) if told and e.times else ""
    if e.number is not None and spot.number is not None and e.sense in _SAID and spot.value == e.number:
        return _SAID[e.sense] + spot.mention.text if spot.number.sense == "exact" else ""
    if spot.number is None or e.number is None or spot.form == "ordinal":
        core = e.core if spot.form != "date" else _dated_like(spot, e)
        return "" if core == spot.mention.text else core
    if spot.form == "share":
        return e.core if spot.number.sense == "exact" else _written_like(spot, as_share(e.number, e.core, e.type))
    actual = convert(e.number, e.unit, spot.unit)
    if spot.number.sense != "exact" and spot.number.sense != e.sense:
        return _written_like(spot, actual)
    if spot.number.sense != "exact":
        return _plainly(spot, actual, e.core) if actual != spot.value else ""
    if e.unit != spot.unit and actual != round(actual, _PLACES):
        return ""  # 2600公顷 of 2600亩: the unit is wrong, and no one writes 173.3333
    return _SAID.get(e.sense, "") + _plainly(spot, actual, e.core) + ("余" if e.sense == "more" else "")


def _dated_like(spot: Spot, e: Evidence) -> str:
    """Return a fact's date in the manner of the one that it replaces: with or without a year, no day for a year."""
    year, sign, day = e.core.rpartition("年")
    if "年" not in spot.mention.text:
        return day
    own, _, rest = spot.mention.text.partition("年")
    return f"{year}{sign}" if sign and not rest else e.core if sign else f"{own}年{e.core}"


def _written_like(spot: Spot, actual: Decimal, *, derived: bool = False) -> str:
    """Return a value in the manner of the number that it replaces: in 万, as a percentage, rounded for its 余 or 近."""
    core = spot.mention.text
    if spot.form == "share" and _FRACTION.fullmatch(core):
        return _in_words(core, actual)
    value = _fitting(spot, actual, derived)
    if value is None:
        return ""
    if spot.form == "share":
        if "‰" in core:
            return f"{plain(value * 10)}‰"
        if stated_by(spot).fraction or "成" in core:
            return _in_words(core, value)
        return f"{plain(value, 1)}%"
    return _plainly(spot, value)


def _as_ratio(written: str, value: Decimal) -> str:
    """Return a quotient in the manner of the ratio that it replaces, one side of which is 1: 1.65:1, 1:1.4."""
    sides = _RATIO.fullmatch(written)
    if sides is None or value <= 0 or "1" not in (sides["one"], sides["other"]):
        return ""
    turned = sides["one"] == "1"
    shown = sides["other"] if turned else sides["one"]
    places = len(shown.partition(".")[2])
    each = plain(1 / value if turned else value, places)
    return f"1{sides['sign']}{each}" if turned else f"{each}{sides['sign']}1"


def _as_place(written: str, value: Decimal) -> str:
    """Return a place in an order in signs where the one that it replaces is, 第九名, and in figures otherwise."""
    return _DIGITS[int(value)] if _SPELT.fullmatch(written) and value in _SMALL else plain(value)


def _plainly(spot: Spot, value: Decimal, known: str = "") -> str:
    """Return a value in figures, in 万 or 亿 where the number that it replaces or the fact that states it is so.

    In another of them than the number where that would be awkward: 24.6亿 rather than 246000万.
    """
    if _SPELT.fullmatch(spot.mention.text) and value in _SMALL:
        return "两" if value == _PAIR and (spot.unit.name or is_multiple(spot)) else _DIGITS[int(value)]
    told = spot.value or Decimal(0)
    for sign, size in _LARGE:
        at_home = value >= size / _ALL if told < size else size <= value < size * _TOO_MANY
        if sign in spot.mention.text and at_home:
            return f"{plain(value / size, 4)}{sign}"
    signs = spot.mention.text + (known if told < _TOO_MANY else "")  # 57388册 of 4.1万 is told without 万
    if any(sign in signs for sign, _ in _LARGE):
        for sign, size in _LARGE:
            if value >= size:
                return f"{plain(value / size, 4)}{sign}"
    return plain(value, 4)


def _in_words(written: str, value: Decimal) -> str:
    """Return a percentage in tenths or as a fraction, as the number that it replaces is: 两成, 三分之一, 一半."""
    if _TENTHS.fullmatch(written):
        tenths = value / 10
        whole = tenths == tenths.to_integral_value() and tenths in _SMALL and value < _ALL
        return ("两" if tenths == _PAIR else _DIGITS[int(tenths)]) + "成" if whole else ""
    if not _FRACTION.fullmatch(written):
        return ""
    for parts in range(_PAIR, _MOST_PARTS + 1):
        told = (value * parts / _ALL).to_integral_value(ROUND_HALF_UP)
        if 0 < told < parts and abs(told * _ALL / parts - value) <= _NEAR_ENOUGH:
            return "一半" if parts == _PAIR else f"{_DIGITS[parts]}分之{_DIGITS[int(told)]}"
    return ""


def _fitting(spot: Spot, actual: Decimal, derived: bool) -> Decimal | None:
    """Return the number nearest to the actual one for which the words around it hold.

    What is told as exact is rounded to the last digit written: 96.9% comes to 97%, also in place of 90%; a multiple
    to tenths at least.
    """
    number = stated_by(spot)
    if number.fraction:
        return None
    rounding = _ROUNDING.get(number.sense, ROUND_HALF_UP)
    if number.sense == "exact" and actual == actual.to_integral_value():
        return actual
    finest = number.resolution if number.sense == "exact" and number.resolution else number.step
    finest = min(finest, _TENTH) if is_multiple(spot) else finest
    for step in (finest, finest / 10, finest / 100):
        value = (actual / step).to_integral_value(rounding) * step
        told = Stated(value, number.resolution or step, step, number.sense)
        if spot.form == "share" and value == _ALL != actual:
            continue  # 99.5% is not all
        if value and value.is_finite() and holds(told, actual, rounded=derived):
            return value
    return None
