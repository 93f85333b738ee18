"""A month told by itself on a sheet of many: 9月受理诉求1682件 is not what the quarter that ends in it came to."""

from __future__ import annotations

import re

from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading

_NEAR = 4
_UP_TO = re.compile("(?:截至|截止|直到|[至到自从和、—-])[^，。；]{0,3}$")
_FROM = re.compile("份?(?:底|末|初|起|以来|开始|止|[至到和、—-])")


def is_lone_month(reading: Reading, spot: Spot) -> bool:
    """Say whether a number is told of a month alone, and not of what ends or begins with it."""
    return _heads_a_number(reading, spot) and not _bounds(reading, spot)


def _bounds(reading: Reading, spot: Spot) -> bool:
    """Say whether a month is told as an end of a stretch, 截至9月底, or stands for itself, under a report."""
    text, start, end = reading.text, spot.mention.start, spot.mention.end
    alone = not (text[max(0, start - 1) : start] + text[end : end + 1]).strip()
    return alone or bool(_UP_TO.search(text, max(0, start - _NEAR), start) or _FROM.match(text, end))


def _heads_a_number(reading: Reading, spot: Spot) -> bool:
    """Say whether a number is told of a date: in the date's clause, or in the one behind where that is but the date."""
    behind = reading.spots[spot.at + 1] if spot.at + 1 < len(reading.spots) else None
    if behind is None or behind.mention.kind != "claim" or behind.sentence != spot.sentence:
        return False
    alone = not reading.text[spot.mention.end : spot.clause[1]].removeprefix("份")
    return behind.clause[0] in (spot.clause[0], spot.clause[1] + 1 if alone else spot.clause[0])
