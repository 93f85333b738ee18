"""One numeral -> its value: 2,496 / ２４９６ / 二千四百九十六 / 2.5万 / 20多万. Knows no context, unit or date.

Own code and no library: cn2an reads plain numerals as well, but none of 20余万, 数十, 几千, 3.6百万, l2 or 二〇〇二 as
people type them; it serves as an oracle in the tests.
"""

from __future__ import annotations

import re
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from functools import lru_cache

FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％＋－：／～", "0123456789.,%+-:/~")
MISREAD = str.maketrans("OoQlIＯｏ", "0001100")
"""Letters that stand where a digit was meant: 2O10, l2."""

DIGITS = {
    **dict(zip("〇零○一二三四五六七八九幺两兩", (0, 0, 0, *range(1, 10), 1, 2, 2), strict=True)),
    **dict(zip("壹贰貳叁參叄肆伍陆陸柒捌玖", (1, 2, 2, 3, 3, 3, 4, 5, 6, 6, 7, 8, 9), strict=True)),
    **dict(zip("0123456789", range(10), strict=True)),
}
PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "廿": 20, "卅": 30}
POWERS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
SOME = "几幾数數"
"""A digit left open: 几十, 数百. It counts as one, and the numeral then means over: 数十 is 10 and more."""
MORE = "余餘多来來"
"""Between a numeral and 万 or 亿 these belong to the numeral: 20余万."""

ARABIC = "0-9０-９"
HAN = "〇零○一二三四五六七八九十百千万亿两兩萬億兆廿卅"
FINANCIAL = "壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟"

_A_HUNDRED_OR_SO = 110
"""What 百十户 says: a hundred and ten or so."""
_EXACT = Context(prec=400, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
_ZEROS = "零〇○0"
_DROPPED = str.maketrans("", "", " \u3000\xa0\n,，" + MORE)
_SHORT = 4
_ASCII = re.compile(r"\d+(?:\.\d+)?")
_PIECE = re.compile(
    r"(?P<figures>[\d.]+|[〇零○一二三四五六七八九幺两兩壹贰貳叁參叄肆伍陆陸柒捌玖几幾数數]*)(?P<places>[十拾百佰千仟廿卅]*)"
)
_POINT = re.compile("[点點]")


def read_numeral(core: str) -> Decimal | None:
    """Return the value of one numeral, or None when it is not well formed.

    Reads plain and full-width digits with separators, digits typed as letters, Chinese numerals (simplified,
    traditional, financial, digit by digit) and mixtures. 余 or 多 before 万 is passed over: 20余万 is 200000.
    """
    if core.isascii() and (core.isdigit() or _ASCII.fullmatch(core)):
        return Decimal(core)
    plain = core.translate(FULL_WIDTH).translate(_DROPPED)
    if plain.isascii():
        plain = plain.translate(MISREAD)
        return Decimal(plain) if _ASCII.fullmatch(plain) else None
    if len(plain) <= _SHORT:
        return _short(plain)
    return _endless(plain) if len(plain) > 200 else _by_powers(plain)


@lru_cache(maxsize=4096)
def _short(plain: str) -> Decimal | None:
    """Read a numeral of a few signs, of which a text has the same ones again and again: 三, 十, 二十."""
    return _by_powers(plain)


def _endless(plain: str) -> Decimal | None:
    """Read digits without end before a power, which no arithmetic of a bounded precision could hold."""
    m = re.fullmatch(r"(\d+(?:\.\d+)?)([万萬亿億])", plain)
    return None if m is None else Decimal(f"{m[1]}E{8 if m[2] in '亿億' else 4}")


def _by_powers(plain: str) -> Decimal | None:
    """Add up the sections between 亿 and 万: 1亿2千万, 三点二万, 一万五."""
    total, section, last = Decimal(0), "", 0
    for sign in plain:
        power = POWERS.get(sign)
        if power is None:
            section += sign
            continue
        value = _section(section) if section else Decimal(0 if total else 1)
        if value is None:
            return None
        if last and (power > last or not section):  # 三千万亿, 一万亿
            total = _EXACT.multiply(_EXACT.add(total, value), Decimal(power))
        else:
            total = _EXACT.add(total, _EXACT.multiply(value, Decimal(power)))
        last, section = power, ""
    if not section:
        return _tidy(total)
    value = _section(section)
    if value is None:
        return None
    if last and len(section) == 1 and not section.isascii() and section not in _ZEROS:
        value = _EXACT.multiply(value, Decimal(last // 10))  # 一万五 is 15000
    return _tidy(_EXACT.add(total, value))


def _section(part: str) -> Decimal | None:
    """Read what stands before one 万 or 亿: 3500, 2.5, 三千五百, 三点二, 二〇〇二, 几百, 3.6百."""
    if _POINT.search(part):
        whole, decimals = _POINT.split(part, maxsplit=1)
        head = _section(whole) if whole else Decimal(0)
        if head is None or not decimals or any(sign not in DIGITS for sign in decimals):
            return None
        return _EXACT.add(head, Decimal("0." + "".join(str(DIGITS[sign]) for sign in decimals)))
    if len(part) > 1 and all(sign in DIGITS for sign in part):
        return Decimal("".join(str(DIGITS[sign]) for sign in part))  # 二〇〇二, 二00三
    total, at, place, zero = Decimal(0), 0, 0, False
    while at < len(part):
        piece = _PIECE.match(part, at)
        if piece is None or piece.end() == at:
            return None
        figures, places = piece["figures"], piece["places"]
        zero = figures[:1] in ("零", "〇", "○") and at > 0
        value = _figures(figures)
        if value is None:
            return None
        if figures and figures in SOME and at > 0 and not places:
            value = Decimal(0)  # 十几, 10几
        if places:
            place = 10 if places[-1] in "廿卅" else PLACES[places[-1]]
        elif place > 10 and len(figures) == 1 and not zero and not figures.isascii():
            value = _EXACT.multiply(value, Decimal(place // 10))  # 三百五 is 350
        if places == "百十" and not figures:
            value = Decimal(_A_HUNDRED_OR_SO)
        else:
            for sign in places:
                value = _EXACT.multiply(value, Decimal(PLACES[sign]))
        total, at = _EXACT.add(total, value), piece.end()
    return total


def _figures(figures: str) -> Decimal | None:
    """Read digits without places; none at all before 十 or 百 count as one."""
    if not figures:
        return Decimal(1)
    if figures in SOME:
        return Decimal(1)
    if figures.isascii():
        return Decimal(figures) if _ASCII.fullmatch(figures) else None
    if any(sign not in DIGITS for sign in figures):
        return None
    return Decimal("".join(str(DIGITS[sign]) for sign in figures))


def _tidy(value: Decimal) -> Decimal:
    """Drop the zeros behind the point that a power leaves: 2.5万 is 25000, and not 25000.0."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize(_EXACT)
