"""What a fact states for one stretch of time, told for another: 每周56小时 makes 8 a day, 每学期600元 全年1200元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.operands import operand
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_REACH = 3
_STRETCH = "学期|季度|学年|半年|[天日周月季年]"
_KNOWN = re.compile(rf"每(?:个|一)?(?P<each>{_STRETCH})|(?P<mean>[日周月季年])(?:均|(?=[工薪收租产供养增创]))")
_TOLD = re.compile(
    rf"(?:每(?:个|一)?(?P<each>{_STRETCH})|(?P<mean>[日周月季年])(?:均|(?=[工薪收租产供]))|(?P<whole>全年|一年|一周|一学年|学年|一个月|全学年))"
    r"[^，。；、0-9]{0,6}$"
)
_MONTHS = {"月": 1, "季": 3, "学期": 6, "半年": 6, "年": 12, "学年": 12}
_DAYS = {"天": 1, "日": 1, "周": 7}
_WEEKS = Decimal(52)


def restretched(task: Task) -> Iterator[Outcome]:
    """Yield what the number told right before, which a fact states for each stretch, comes to in another."""
    found = _TOLD.search(task.words)
    wanted = _stretch(found) if found is not None else ""
    for other in reversed(task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at] if wanted else ()):
        if other.sentence != task.spot.sentence or not same_unit(other.unit, task.spot.unit):
            continue
        e = task.reading.stated(other.at)
        if e is None:
            return
        known = _KNOWN.search(e.near) or _KNOWN.search(e.far)
        made = operand(e, "number", _WEIGHT)
        times = _times(_stretch(known), wanted) if known is not None else Decimal(0)
        if made is not None and times:
            yield outcome(_told_anew(in_unit(made, task.spot), times), (made,), "derived_ratio", exact=times > 1)
        return


def _stretch(found: re.Match[str]) -> str:
    said = found["each"] or found["mean"] or found.groupdict().get("whole") or ""
    said = said.removeprefix("全").removeprefix("一").removeprefix("个")
    return "季" if said == "季度" else said


def _times(known: str, wanted: str) -> Decimal:
    """Return how often the one stretch comes in the other; less than one where the other is shorter, 0 if unknown."""
    for lengths in (_MONTHS, _DAYS):
        if known in lengths and wanted in lengths and lengths[known] != lengths[wanted]:
            return Decimal(lengths[wanted]) / lengths[known]
    return _WEEKS if known == "周" and wanted == "年" else Decimal(0)


def _told_anew(value: Decimal, times: Decimal) -> arithmetic.Derived:
    if times > 1:
        return arithmetic.product(value, times)
    parts = (1 / times).to_integral_value()
    shown = f"{arithmetic.plain(value)} ÷ {arithmetic.plain(parts)} = {arithmetic.plain(value / parts)}"
    return arithmetic.Derived(value / parts, shown)
