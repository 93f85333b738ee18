"""A value of a spreadsheet cell -> the text that a person sees there, by the cell's number format.

Source of the formats: ECMA-376 part 1, 18.8.31 (numFmts). Colours, conditions, scaling by thousands, fractions and
scientific notation are not drawn: such a cell is given as the number that it holds.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

_GENERAL = re.compile(r"general|g/通用格式|@", re.I)
_BRACKETS = re.compile(r"\[[^\]]*\]")
_SPACING = re.compile(r"_.|\*.")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?")
_TOO_RICH = re.compile(r"[Ee][+-]|/|,(?=\.|$|[^#0?])|!")
_CURRENCY = "¥￥$€£ "
_EXCEL_DIGITS = 15
"""How many digits a spreadsheet keeps; what is beyond is noise of the binary number."""


def shown(value: object, number_format: str = "General") -> tuple[str, str]:
    """Return the text of a cell, and a remark where the shown number is not the one that the cell holds."""
    if value is None:
        return "", ""
    if isinstance(value, bool):
        return ("是" if value else "否"), ""
    if isinstance(value, int | float | Decimal):
        return _number(value, number_format)
    if isinstance(value, datetime | date | time | timedelta):
        return _moment(value, number_format), ""
    return str(value).strip(), ""


def plain(value: int | float | Decimal) -> str:
    """Return a number in plain digits, without the noise of its binary form: 0.3 for 0.1 + 0.2."""
    exact = value if isinstance(value, Decimal) else Decimal(f"{value:.{_EXCEL_DIGITS}g}")
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _number(value: int | float | Decimal, number_format: str) -> tuple[str, str]:
    held = plain(value)
    layout = _SPACING.sub("", _BRACKETS.sub("", number_format.partition(";")[0]))
    literals = ["".join(m.groups(default="")) for m in _LITERAL.finditer(layout)]
    bare = _LITERAL.sub("\0", layout)
    digits = _DIGITS.search(bare)
    if _GENERAL.search(bare):
        digits = _GENERAL.search(bare)
    elif digits is None or _TOO_RICH.search(bare):
        return held, ""
    assert digits is not None
    percent = "%" in bare
    exact = Decimal(held) * (100 if percent else 1)
    drawn = plain(exact) if _GENERAL.search(bare) else _drawn(exact, digits[0])
    before = "".join(literals[: bare.count("\0", 0, digits.start())]).strip(_CURRENCY)
    after = "".join(literals[bare.count("\0", 0, digits.start()) :]).strip()
    real = plain(exact)
    remark = "" if Decimal(drawn) == exact else f"格里实为 {real}{'%' if percent else ''}，按显示的 {drawn} 读"
    return f"{before}{drawn}{'%' if percent else ''}{after}", remark


def _drawn(exact: Decimal, digits: str) -> str:
    """Return a number with as many decimals as 0.0# asks for; thousands are not parted."""
    decimals = digits.partition(".")[2]
    least, most = decimals.count("0"), len(decimals.replace(",", ""))
    drawn = f"{exact.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP):f}"
    while "." in drawn and drawn.endswith("0") and len(drawn.partition(".")[2]) > least:
        drawn = drawn[:-1]
    return drawn.rstrip(".")


def _moment(value: datetime | date | time | timedelta, number_format: str) -> str:
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02}"
    layout = _LITERAL.sub("", _BRACKETS.sub("", number_format)).lower()
    day = f"{value.year}年{value.month}月{value.day}日"
    if "d" not in layout and "y" in layout:
        day = f"{value.year}年{value.month}月" if "m" in layout else f"{value.year}年"
    clock = f"{value.hour}:{value.minute:02}" if isinstance(value, datetime) and "h" in layout else ""
    return day + clock
