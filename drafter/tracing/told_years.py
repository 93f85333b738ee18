"""The year that the draft tells a number of: 2021年接待4.1万人次, 去年为4.1万, 由2021年的71户增加到83户."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.period import founds
from drafter.tracing.reading import Reading
from drafter.tracing.timelines import Timeline
from drafter.tracing.turns import run_from, turn_before
from drafter.tracing.year_lists import year_named, years_dealt

_TIMELY = frozenset("年期初前")
_TIME = re.compile(
    r"(?P<open>(?:19|20)\d\d年?\s*[-—–~～至到、和与]+\s*(?:19|20)\d\d年|(?:19|20)\d\d年?(?:\d{1,2}月|初|以来|起|至今|后|前"
    r"|第?[一二三四1-4]季度|[上下]半年)|同期|年初|以前|此前|当年|那年|近年|历年|常年|[一二三四五六七八九十两\d]年[来间前]|学年)"
    r"|(?P<year>(?:19|20)\d\d年|前年|上一?年|去年|今年|本年)度?(?:末|底|全年)?"
    r"|(?P<became>(?:增|升|提|减|降|缩|扩|发展|跃|攀|回落)[\u4e00-\u9fff]{0,2}(?:到|至|为))"
)
_AGAINST = re.compile("[比较同与][\u4e00-\u9fff]{0,1}$")
_FROM = ("由", "从", "自", "较", "比")
_ORIGIN = re.compile("[由从]")
_SET_OUT = re.compile("[由从][^，。；、]{0,12}$")
_CAME_TO = re.compile("[^，。；、0-9]{0,6}[到至为]")
_REACH = 8
_DIGIT = re.compile(r"\d")
_FRAME = re.compile(r"(?:而|但|其中|在)?(?P<year>(?:19|20)\d\d年|前年|上一?年|去年|今年|本年)度?(?:末|底|全年)?[，,]$")
_ANEW = re.compile("[；;]|今年|本年|当年|目前|如今|现有|截至|累计|以来")


def year_told(reading: Reading, spot: Spot) -> int:
    """Return the year that the words last tell before a number; 0 where they tell none, or leave it open.

    What is only set against a year, 比2022年增加12户, is not told of it.
    """
    text, start = reading.text, spot.clause[0]
    words = text[start : spot.mention.start]
    told = 0
    for found in _TIME.finditer(words) if not _TIMELY.isdisjoint(words) else ():
        behind = words[found.end() :]
        if found.lastgroup == "year":
            if _AGAINST.search(words[: found.start()]) and behind.lstrip("的"):
                continue
            origin = _comes_from(reading, spot, words[: found.start()], start + found.end())
            far = "的" in behind[1:] or founds(text, start + found.start(), start + found.end())
            told = -1 if far or origin else year_named(found["year"], reading.known.period) or -1
        elif found.lastgroup == "open" or (told and _DIGIT.search(words, found.start() - 4, found.start())):
            told = -1
    if told:
        return max(told, 0)
    if _SET_OUT.search(text, *spot.before) and _CAME_TO.match(text, spot.unit_end):
        return 0  # 2010年，标准由2300元提高到2770元
    frame = _FRAME.search(text[spot.sentence[0] : start])
    return year_named(frame["year"], reading.known.period) if frame is not None else _carried_on(reading, spot)


def _comes_from(reading: Reading, spot: Spot, ahead: str, end: int) -> bool:
    """Say whether a number is what something came to from a year's, or came from within it: 2021年由64户增加到71户."""
    between = spot.at > 0 and reading.spots[spot.at - 1].mention.start >= end
    return _ORIGIN.search(reading.text, end, spot.mention.start) is not None or (between and ahead.endswith(_FROM))


def _carried_on(reading: Reading, spot: Spot) -> int:
    """Return the year of the number before, where the sentence goes on from it without naming a time anew."""
    before = reading.spots[spot.at - 1] if spot.at else None
    if before is None or before.sentence != spot.sentence or before.form == "date":
        return 0
    if _ANEW.search(reading.text, before.unit_end, spot.mention.start):
        return 0
    known = held_by(reading, before)
    year = year_told(reading, before) if known is not None else 0
    return year if known is not None and year == known[1] else 0


def year_dealt(reading: Reading, spot: Spot) -> int:
    """Return the year of a number told in turn, 28.1% of 2022年、2023年分别增长28.1%、36.6%; 0 where it is not."""
    text, spots = reading.text, reading.spots
    turn = turn_before(text, spot.clause[0], spot.mention.start)
    if turn < 0:
        return 0
    behind = [o for o in spots[max(0, spot.at - _REACH) : spot.at + 1] if turn < o.mention.start and o.form != "date"]
    group = run_from(text, spots, behind[0])
    years = years_dealt(text[spot.sentence[0] : group[0].mention.start], len(group), reading.known.period)
    return years[len(behind) - 1] if len(behind) <= len(years) else 0


def held_by(reading: Reading, spot: Spot) -> tuple[Timeline, int] | None:
    """Return the quantity by years that a number states, or should state, and for which year."""
    objection = reading.objections.get(spot.at)
    e: Evidence | None = reading.stated(spot.at) or (objection.meant[0] if objection and objection.meant else None)
    return reading.timelines.holding(e.at) if e is not None else None
