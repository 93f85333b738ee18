"""By how much what a fact follows from period to period changed, where a draft tells the new or the more of it."""

from __future__ import annotations

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.units import convert

_BOTH = 2


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
