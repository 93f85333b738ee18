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
_ONCE = re.compile("曾(?!孙|祖|经理)|一度|缺口|起初|原本|过去")
_NOW = re.compile("现[有在已共]|目前|如今|已|[达增]到|[增扩]至")
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


def was_there_at_first(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a sentence about what once was, or was lacking, tells what a label says there was at first.

    缺口曾达400个 tells the time of 车位500个 beside it, of 原有车位; 现有车位500个 would be wrong.
    """
    at_first = _AT_FIRST.match(reading.known.by_id[e.fact].label) is not None and e.place == "value"
    clause = reading.text[slice(*spot.clause)]
    return at_first and _NOW.search(clause) is None and _ONCE.search(reading.text, *spot.sentence) is not None


def came_to_nothing(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a number tells what there was and is no more: 9户零就业家庭全部清零 of 年初9户，年末0户."""
    if not any(c.before.at == e.at and c.now.number == 0 for c in reading.comparisons):
        return False
    return _NO_MORE.search(reading.text, spot.unit_end, spot.clause[1]) is not None
