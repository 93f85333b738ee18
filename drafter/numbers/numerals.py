"""One numeral -> its value: 2,496 / ２４９６ / 二千四百九十六 / 2.5万 / 20多万 / 九成. Knows no context, unit or date."""

from __future__ import annotations

import re
from decimal import Context, Decimal

FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％＋－：／～Ｏｏ", "0123456789.,%+-:/~Oo")

DIGITS = {
    **dict(zip("〇零一二三四五六七八九", (0, *range(10)), strict=True)),
    **dict(zip("○Ｏ幺两兩俩", (0, 0, 1, 2, 2, 2), strict=True)),
    **dict(zip("壹贰貳貮叁參叄肆伍陆陸柒捌玖弌弍弎", (1, 2, 2, 2, 3, 3, 3, 4, 5, 6, 6, 7, 8, 9, 1, 2, 3), strict=True)),
    **dict(zip("0123456789", range(10), strict=True)),
}
TENS = {"廿": 20, "卅": 30, "卌": 40}
MULTIPLIERS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
SOME = "几幾数數"
"""A digit left open: 几十, 数百. It gives the multiplier as the value (数十 10), and the numeral then means over."""
AND_MORE = "余餘多来來"
"""Between a numeral and 万 or 亿 these belong to the numeral: 20余万."""

HAN = "〇零一二三四五六七八九十百千万亿两兩壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟萬億兆廿卅卌○幺"
ARABIC = "0-9０-９"

_EXACT = Context(prec=400)
_MISREAD = str.maketrans("OoQlI", "00011")


def read_numeral(core: str) -> Decimal | None:
    """Return the value of one numeral, or None when it is not well formed.

    Reads plain and full-width digits with separators, Chinese numerals (simplified, traditional, financial, digit by
    digit) and mixtures; 余 or 多 before 万 and 几 or 数 in a digit's place are read over: 几千 is 1000, 20余万 200000.
    """
    plain = core.translate(FULL_WIDTH).replace(" ", "").replace("\u3000", "").replace("\n", "")
    for sign in AND_MORE:
        plain = plain.replace(sign, "")
    if not plain:
        return None
    if plain.isascii():
        return _arabic(plain)
    return _mixed(plain)


def _arabic(plain: str) -> Decimal | None:
    plain = plain.replace(",", "").translate(_MISREAD)
    if not re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return None
    return Decimal(plain)


def _mixed(plain: str) -> Decimal | None:
    """Read sections from the highest power down: 1亿2千万, 三点二万, 一万五."""
    total = Decimal(0)
    section = ""
    last_power = None
    for at, sign in enumerate(plain):
        power = MYRIADS.get(sign)
        if power is None:
            section += sign
            continue
        value = _section(section) if section else Decimal(1 if at == 0 else 0)
        if value is None:
            return None
        if last_power is not None and power > last_power:
            total = _EXACT.multiply(_EXACT.add(total, value), Decimal(power))
        else:
            total = _EXACT.add(total, _EXACT.multiply(value, Decimal(power))) if section or at == 0 else (
                _EXACT.multiply(total, Decimal(power)))
        last_power, section = power, ""
    if not section:
        return total
    value = _section(section)
    if value is None:
        return None
    short = last_power is not None and len(section) == 1 and section in DIGITS and section not in "〇零○"
    if short and last_power is not None and not section.isascii():
        value = _EXACT.multiply(value, Decimal(last_power // 10))  # 一万五 is 15000
    return _EXACT.add(total, value)


def _section(part: str) -> Decimal | None:
    """Read what stands before one 万 or 亿: 3500, 2.5, 三千五百, 三点二, 二〇〇二, 几百."""
    if part.isascii():
        return _arabic(part)
    whole, point, decimals = re.split("([点點.])", part, maxsplit=1) if re.search("[点點.]", part) else (part, "", "")
    if point:
        head = _section(whole) if whole else Decimal(0)
        tail = "".join(str(DIGITS[d]) for d in decimals if d in DIGITS)
        if head is None or not tail or len(tail) != len(decimals):
            return None
        return _EXACT.add(head, Decimal(f"0.{tail}"))
    if not any(sign in MULTIPLIERS or sign in TENS for sign in part):
        if part in SOME:
            return Decimal(1)
        if any(sign not in DIGITS for sign in part):
            return None
        return Decimal("".join(str(DIGITS[sign]) for sign in part))
    return _by_places(part)


def _by_places(part: str) -> Decimal | None:
    """Read digits with their places: 二千四百九十六, 3千5百, 廿三, 一百零五, 三百五 (350)."""
    total, digits, place, zero = Decimal(0), "", 0, False
    for sign in part:
        if sign in MULTIPLIERS:
            place = MULTIPLIERS[sign]
            figure = 1 if not digits or digits in SOME else _plain_digits(digits)
            if figure is None:
                return None
            total, digits, zero = _EXACT.add(total, _EXACT.multiply(Decimal(figure), Decimal(place))), "", False
        elif sign in TENS:
            total, place, digits = _EXACT.add(total, Decimal(TENS[sign])), 10, ""
        elif sign in "零〇○":
            zero = True
            digits = ""
        elif sign in DIGITS or sign in SOME:
            digits += sign
        else:
            return None
    if not digits or digits in SOME:
        return total
    figure = _plain_digits(digits)
    if figure is None:
        return None
    if len(digits) == 1 and place > 10 and not zero and not digits.isascii():
        figure *= place // 10
    return _EXACT.add(total, Decimal(figure))


def _plain_digits(digits: str) -> int | None:
    if any(sign not in DIGITS for sign in digits) or len(digits) > 300:
        return None
    return int("".join(str(DIGITS[sign]) for sign in digits))
