"""The years that words deal out to numbers in turn: 2021年至2023年, 2022年和2023年, 上年和今年, 近四年分别为."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.tracing.names_in_turn import Stretch
from drafter.tracing.period import Period
from drafter.tracing.turns import RESPECTIVELY, turn_before

_YEAR = r"(?:19|20)\d\d"
_EACH = rf"(?:{_YEAR}年?|前年|上一?年|去年|今年|本年)度?"
_JOINT = "[、,，和与及]"
_LISTED = re.compile(
    rf"(?P<first>{_YEAR})年?\s*[-—–~～至到]+\s*(?P<last>{_YEAR})年|(?P<each>{_EACH}(?:{_JOINT}{_EACH})+)"
    r"|(?<![第\d])(?P<many>[两二三四五六七八九十]|\d)年(?![级前后内])"
)
_ONE = re.compile(_EACH)
_NAMES = re.compile("[、和与及]")
_BETWEEN = re.compile(r"[、,，和与及]|以及")
_NUMERALS = {sign: n for n, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_AGO = {"前": 2, "上": 1, "去": 1, "今": 0, "本": 0}
"""How many years before the period a word for one lies."""


def years_in(words: str, period: Period) -> tuple[int, ...]:
    """Return the years that words name last as several: 2021 and 2022 of 2021年和2022年; none where they don't."""
    found = list(_LISTED.finditer(words))[-1:] if "年" in words else []
    return _years(found[0], period) if found else ()


def years_dealt(words: str, count: int, period: Period) -> tuple[int, ...]:
    """Return the years of so many numbers that follow words which deal them out: 2022年和2023年接待游客分别为.

    Where the words name several things behind the years, 两年学生、教师分别为, it is these that are dealt out.
    """
    turn = turn_before(words, 0, len(words))
    found = list(_LISTED.finditer(words, 0, turn))[-1:] if turn >= 0 else []
    years = _years(found[0], period) if found else ()
    named = bool(found) and _NAMES.search(words, found[0].end(), turn) is not None
    return years if len(years) == count and not named else ()


def years_in_turn(text: str, numbers: Sequence[Stretch], period: Period) -> dict[int, int]:
    """Return by its place among the numbers of a fact the year each is told of: 2021—2023年分别为64户、71户、83户."""
    if not any(sign in text for sign in RESPECTIVELY):
        return {}
    found: dict[int, int] = {}
    first = 0
    for n in range(1, len(numbers) + 1):
        if n == len(numbers) or _BETWEEN.fullmatch(text, numbers[n - 1][1], numbers[n][0]) is None:
            run = range(first, n)
            years = years_dealt(text[: numbers[first][0]], len(run), period) if len(run) > 1 else ()
            found.update(zip(run, years, strict=False))
            first = n
    return found


def _years(found: re.Match[str], period: Period) -> tuple[int, ...]:
    if found["first"]:
        return tuple(range(int(found["first"]), int(found["last"]) + 1))
    if found["many"]:
        many = int(found["many"]) if found["many"].isdigit() else _NUMERALS[found["many"]]
        return tuple(range(period.year - many + 1, period.year + 1)) if period.year else ()
    each = [year_named(m.group(), period) for m in _ONE.finditer(found["each"])]
    return tuple(each) if all(each) else ()


def year_named(word: str, period: Period) -> int:
    """Return the year that a word means, 2021年 or 去年; 0 where the sheet's period is not one year."""
    if word[0] in _AGO:
        return period.year - _AGO[word[0]] if period.year and period.year == period.first_year else 0
    return int(word[:4])
