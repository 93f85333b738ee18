"""What a draft tells that no fact states: another time, place, part or deed than that of the fact which its words name.

Such a number is no wrong figure of that fact: 明年计划投入50万元 is no slip for this year's 36.5万元, 阳光小区党员32人
none for those of the whole 社区. What the fact states is not to be put in its place.
"""

from __future__ import annotations

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.unstated_parts import part_told
from drafter.tracing.unstated_places import place_told
from drafter.tracing.unstated_times import time_told

_FORMS = ("number", "share", "range")
_NO_AMOUNTS = ("时间", "年月", "年龄")
"""What a number's own words may tell by a number: 五年前, 60岁以上老人."""


def unstated(reading: Reading, spot: Spot, e: Evidence) -> str:
    """Return the words of a draft that tell of something else than evidence does; empty where none do."""
    if e.place == "label":
        return ""
    told = framing(reading, spot)
    return time_told(reading, spot, e, told) or place_told(reading, spot, e, told) or part_told(reading, spot, e)


def framing(reading: Reading, spot: Spot) -> str:
    """Return the words of a sentence that a number is told in, from the one told before it on: 2019年，调解纠纷.

    What stands behind a number begins with the last sign of that, so that it is not taken for the head of a clause.
    """
    start = max(spot.sentence[0], reading.text.rfind("；", 0, spot.mention.start) + 1)
    for other in reversed(reading.spots[: spot.at]):
        if other.unit_end <= start:
            break
        if other.mention.kind == "claim" and other.form in _FORMS and other.unit.dimension not in _NO_AMOUNTS:
            start = other.unit_end - 1
            break
    return reading.text[start : spot.mention.start]
