"""What a fact states of each, told of all, and the other way round: 每月2次 for 全年36次, 清运1800吨 for 平均每次90吨.

The fact's own value is not what such a number should be; what comes of it over the period may be.
"""

from __future__ import annotations

import re

from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.rated import tells_as_much_of_each, tells_each
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.reckoning.meant import may_be_meant
from drafter.tracing.reckoning.outcome import explains
from drafter.tracing.reckoning.products import frequencies, products
from drafter.tracing.reckoning.recurring import over_time
from drafter.tracing.reckoning.task import set_task, widened

_FACTOR = 2
_NO_SUMS = ("时间", "年龄")
_TOLD_EACH = re.compile("每|均|各(?!类|项|级|种|界|方|地)|标准|单[次价]|[/一]")
_HEADED = re.compile("(?:^|[，,])(?:平均)?每(?!年)")
_STOP = re.compile("[。；;！？!?\n]")
_SUMS = re.compile("共|合计|总|累计")


def of_other_measure(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether one of a number and a fact tells so much each, and the other tells it of all."""
    if e.unit.dimension in _NO_SUMS or spot.form != "number" or e.number is None:
        return False
    if tells_each(reading.known.evidence, e):
        return _TOLD_EACH.search(reading.text, *spot.clause) is None
    if spot.value is None or e.number <= _FACTOR * spot.value:
        return False
    words = cues.average_words(reading.text, spot, reading.spots)
    if cues.AVERAGES.search(words) or words.endswith("每"):
        return True
    told = _STOP.split(reading.text[spot.sentence[0] : spot.mention.start])[-1]
    each = _HEADED.search(told)  # 平均每次出动70人次，清理9吨
    return each is not None and _SUMS.search(told, each.start()) is None


def of_same_measure(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a number and a fact tell so much of the very same thing each: 每个服务站6名 of 每个服务站5名."""
    return e.unit == spot.unit and tells_as_much_of_each(reading.text[slice(*spot.before)], e)


def over_the_period(reading: Reading, spot: Spot, e: Evidence) -> Objection | None:
    """Return the objection that what recurs comes to another number over the period: 每月2次 makes 24次."""
    if not tells_each(reading.known.evidence, e):
        return None
    task = widened(set_task(reading, spot))
    tried = [o for way in (frequencies, over_time, products) for o in way(task)]
    made = [o for o in tried if any(e.at in operand.evidence for operand in o.operands)]
    if len({o.derived.value for o in made}) != 1 or explains(spot, made[0]) or not may_be_meant(spot, made[0]):
        return None
    return Objection("wrong_derived", (), (e,), made[0].derived)
