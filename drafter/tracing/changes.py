"""By how much what a fact follows from period to period changed, where a draft tells the new or the more of it."""

from __future__ import annotations

import re

from drafter.record import record
from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.forms import as_share
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.units import convert

_BOTH = 2
_LEVEL = re.compile("(?:到|至|为|成)[了约近]?$")
"""降为38.2% tells what a rate became, and no change."""


def change_told(reading: Reading, spot: Spot, e: Evidence) -> arithmetic.Derived | None:
    """Return by how much evidence changed since the last period, where the words at a number ask for that.

    新增社员, 比上年增加 of 社员186户, 上期152户: 34. None where they ask for none, or nothing tells the last period.
    """
    before = next((c.before for c in reading.comparisons if c.now.at == e.at and not c.increase), None)
    words = reading.text[slice(*spot.before)]
    if before is None or not (cues.CAME_ON_TOP.search(words) or cues.CHANGED.search(words)):
        return None
    sides = sorted(convert(each.number, each.unit, spot.unit) for each in (e, before) if each.number is not None)
    if len(sides) < _BOTH or sides[0] == sides[1]:
        return None
    change = arithmetic.difference(sides[1], sides[0])
    return change if change.value != spot.value else None  # 增加4起 of 4起, 上期8起: it fell by as many


@record(frozen=True, slots=True)
class Points:
    """By how many points a rate changed, and what to write of it; nothing where it went the other way."""

    change: arithmetic.Derived
    told: str


def points_told(reading: Reading, spot: Spot, e: Evidence) -> Points | None:
    """Return by how many points a rate changed since the last period, where a draft tells that change in per cent.

    满意率提高2.4% of 98.6% and 96.2%. None where the words tell no change.
    """
    before = next((c.before for c in reading.comparisons if c.now.at == e.at and not c.increase), None)
    words, forms = cues.ahead(reading.text, spot), reading.values.forms
    if before is None or e.number is None or before.number is None or spot.number is None or _LEVEL.search(words):
        return None
    up, down = cues.UP.search(words) is not None, cues.DOWN.search(words) is not None
    now, then = as_share(e.number, e.core, e.type), as_share(before.number, before.core, before.type)
    if {spot.form, forms[e.at], forms[before.at]} != {"share"} or up == down or now == then:
        return None
    change = arithmetic.difference(max(now, then), min(now, then))
    told = f"{arithmetic.plain(change.value)}个百分点"
    way = f"是{told}" if up == (now > then) else "是下降，不是提高" if up else "是提高，不是下降"
    fits = up == (now > then) and spot.number.sense == "exact"
    return Points(arithmetic.Derived(change.value, f"{change.reckoning}，{way}"), told if fits else "")
