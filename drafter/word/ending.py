"""Issuer and date below the text: their wording and their place (GB/T 9704-2012, 7.3.5). Pure: knows no Word."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIGITS = {figure: n for n, figure in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "Ｏ": 0, "O": 0}
_ARABIC = re.compile(r"\s*(\d{4})\s*[年./\-]\s*(\d{1,2})\s*[月./\-]\s*(\d{1,2})\s*[日号]?\s*")
_FIGURES = "一二三四五六七八九"
_CHINESE = re.compile(rf"([〇零○ＯO{_FIGURES}]{{4}})年([{_FIGURES}十]{{1,2}})月([{_FIGURES}十]{{1,3}})[日号]")


@dataclass(frozen=True, slots=True)
class Place:
    """The right indents of issuer and date, in twips."""

    issuer: int
    date: int


def official_date(typed: str) -> str:
    """Return a date as the standard wants it, 2023年6月30日; what is no whole date stays as typed."""
    if found := _ARABIC.fullmatch(typed):
        year, month, day = found[1], int(found[2]), int(found[3])
    elif found := _CHINESE.fullmatch(typed.strip()):
        year = "".join(str(_DIGITS[figure]) for figure in found[1])
        month, day = _below_hundred(found[2]), _below_hundred(found[3])
    else:
        return typed.strip()
    return f"{year}年{month}月{day}日" if 1 <= month <= 12 and 1 <= day <= 31 else typed.strip()


def place(issuer: str, date: str, character: int, line: int) -> Place:
    """Return where the two lines stand without a seal: issuer two characters in, date two right of the issuer's start.

    `character` and `line` are widths in twips. A date longer than that takes the place two characters in, and the
    issuer moves left. An issuer so long that its date would begin left of the middle is centred above the date.
    """
    two = 2 * character
    longer = round((_width(issuer) - _width(date)) * character)
    if not date:
        return Place(two, two)
    if longer < two:
        return Place(2 * two - longer, two)
    if longer > (line - character) // 2:
        return Place(character, character + longer // 2)
    return Place(two, longer)


def _width(text: str) -> float:
    """Return the width in characters; digits and Latin letters take half of one."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def _below_hundred(figures: str) -> int:
    tens, ten, ones = figures.rpartition("十")
    return (_DIGITS[tens] if tens else 1) * 10 * bool(ten) + (_DIGITS[ones] if ones else 0)
