"""The time of a clause that names none: what begins with 去年 goes on in it, 去年检查36次，培训600人次."""

from __future__ import annotations

import re

from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading

_BEGINS = re.compile(
    r"(?:而|但|其中|\s)*(?:上一?年度?|去年度?|前年|上期|(?:19|20)\d\d学?年度?)(?!以来|起|被?评|获|荣|的?基础)"
)
_ANEW = re.compile("[；;]|今年|本年|当年|本期|目前|如今|现有|截至|累计|达到|增至|[到至]")
"""What ends the time that a clause before told."""
_AT_FIRST = re.compile("原[有来先]")
_LACKING = re.compile("缺口|起初|原本")
"""What tells of the time of 原有车位, though no word says that it is over."""
_ONCE = re.compile("曾经?(?!获|荣|任|被|担)|一度|过去(?!的?[一两几多半\\d])|昔日")
_NOW = re.compile("今年|本年|当年|本期|目前|如今|现在|现有|现已|[；;]")
_PART_OF_YEAR = re.compile("(?:第?[一二三四]季度|[上下]半年|(?:1[0-2]|[1-9])月份?)(?![0-9]|至|到|—|-)")
_SINCE = re.compile("(?P<year>(?:19|20)\\d\\d)年?(?:\\d{1,2}月)?(?:以来|至今|起)")
_NO_MORE = re.compile("清零|归零|消除|消零|销号|清除")


def goes_on_before(reading: Reading, spot: Spot) -> bool:
    """Say whether a number's clause goes on from one that told the last period's number and began with its time."""
    later = spot
    while later.at:
        before = reading.spots[later.at - 1]
        if before.sentence != spot.sentence or _ANEW.search(reading.text, before.unit_end, later.mention.start):
            return False
        told = reading.stated(before.at)
        if told is None or not _is_of_before(reading, told):
            return False
        if before.clause != spot.clause and _BEGINS.match(reading.text, before.clause[0]):
            return cues.DIFFERENCE.search(cues.ahead(reading.text, spot)) is None
        later = before
    return False


def _is_of_before(reading: Reading, e: Evidence) -> bool:
    return any(c.before.at == e.at and c.now.unit == e.unit for c in reading.comparisons)


def told_as_once(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a sentence tells of what was once, and goes on to no later time: 床位曾只有40张 of 原有床位."""
    sentence = slice(*spot.sentence)
    once = _ONCE.search(reading.text, sentence.start, sentence.stop) if e.place == "value" else None
    if once is None and e.place == "value" and _AT_FIRST.match(reading.known.by_id[e.fact].label) is not None:
        once = _LACKING.search(reading.text, sentence.start, sentence.stop)
    if once is None:
        return False
    first, last = sorted((once.start(), spot.mention.start))
    return _NOW.search(reading.text, first, last) is None


def names_its_time(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a clause names the part of the year that a label begins with: 一季度只有5吨 of 一季度用水 5吨."""
    told = _PART_OF_YEAR.match(reading.known.by_id[e.fact].label)
    if told is None or e.place != "value":
        return False
    return told.group() in reading.text[spot.clause[0] : spot.mention.start]


def since_then(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a fact tells what there was since a year, and so does the sentence: 2012年以来立项38个."""
    known = {int(m["year"]) for m in _SINCE.finditer(reading.known.wordings[e.fact])}
    if e.year not in known:
        return False
    told = list(_SINCE.finditer(reading.text, spot.sentence[0], spot.mention.start))
    same = bool(told) and int(told[-1]["year"]) == e.year
    return same and _NOW.search(reading.text, told[-1].end(), spot.mention.start) is None


def came_to_nothing(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a number tells what there was and is no more: 9户零就业家庭全部清零 of 年初9户，年末0户."""
    if not any(c.before.at == e.at and c.now.number == 0 for c in reading.comparisons):
        return False
    return _NO_MORE.search(reading.text, spot.unit_end, spot.clause[1]) is not None
