"""Which part of the day the words before a time name, and the hour that it is then: 晚上7点半 is 19:30."""

from __future__ import annotations

import re
from typing import Literal

from drafter.numbers.numerals import FULL_WIDTH, read_numeral

Part = Literal["", "early", "noon", "late", "night"]
"""Nothing where no word names one. Late is 下午, from one to eleven; night is 晚, which lasts until the small hours."""

_NOON = 12
_SMALL_HOURS = 5
_NUMERAL = "0-9０-９零一二三四五六七八九十两"
_NAMES: dict[Part, str] = {
    "early": "凌晨|清晨|早晨|早上|早间|上午|早|晨",
    "noon": "中午|正午",
    "late": "下午|午后|傍晚",
    "night": "晚上|晚间|夜晚|夜里|夜间|深夜|(?<!早)晚|夜",
}
_PARTS = "|".join(f"(?P<{name}>{words})" for name, words in _NAMES.items())
_MINUTES = rf"[:：][{_NUMERAL}]{{2}}|[点點时時](?:[{_NUMERAL}]{{1,3}}分?|半|整|钟|[一三]刻)?"
_BEGUN = rf"(?P<hour>[{_NUMERAL}]{{1,3}})[ ]?(?:{_MINUTES})[ ]?(?:至|到|[-—–－~～]{{1,2}})"
_TOLD = re.compile(rf"(?:{_PARTS})[ ]?的?(?:大?约)?(?:{_BEGUN})?[ ]?$")
_LAST_SIGNS = frozenset("晨上间午早后晚里夜的约至到-—–－~～ ")
_REACH = 20


def part_of_day(text: str, start: int) -> Part:
    """Return the part of the day that is named before a time at `start`, or before the one that it is the end of."""
    return _told(text, start)[0]


def hour_told(hour: int, text: str, start: int) -> int:
    """Return the hour of the day that an hour written at `start` means: 7 behind 晚上 is 19, and 2 behind 下午 is 14.

    The end of a stretch of time is later than its beginning, or else of the next day: 晚上10点半至6点半.
    """
    part, begun = _told(text, start)
    told = of_part(hour, part)
    return told if begun < 0 or begun < told else hour


def of_part(hour: int, part: Part) -> int:
    """Return the hour of the day that an hour of one of its parts is."""
    if part == "night" and hour == _NOON:
        return 0
    first = {"noon": 1, "late": 1, "night": _SMALL_HOURS}.get(part, _NOON)
    last = _SMALL_HOURS if part == "noon" else _NOON
    return hour + _NOON if first <= hour < last else hour


def _told(text: str, start: int) -> tuple[Part, int]:
    """Return the part of the day, and the hour at which the stretch began that ends here; -1 where none did."""
    if not start or text[start - 1] not in _LAST_SIGNS:
        return "", -1
    found = _TOLD.search(text[max(0, start - _REACH) : start])
    if found is None:
        return "", -1
    part = next(name for name in _NAMES if found[name])
    began = read_numeral(found["hour"].translate(FULL_WIDTH)) if found["hour"] else None
    return part, -1 if began is None else of_part(int(began), part)
