"""Totals of bands of age: 90岁以上老人35人 of 90—99岁34人 and 100岁以上1人."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import total_of
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_YEARS = "岁"
_TWO = 2


Band = tuple[Decimal, Decimal | None, Evidence]
"""From which age to which, None where it has no upper end, and how many they are."""


def from_age_up(task: Task) -> Iterator[Outcome]:
    """Yield the total of all bands from the age told right before up, where no band takes in another."""
    age = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    if age is None or age.clause != task.spot.clause or age.unit.name != _YEARS or age.value is None:
        return
    if "以上" not in task.reading.text[age.unit_end : task.spot.mention.start]:
        return
    for bands in _runs(task):
        older = [band for band in bands if band[0] >= age.value]
        if len(older) >= _TWO and older[0][0] == age.value and _are_apart(older):
            yield total_of(plain_operands([e for *_, e in older], _WEIGHT), task.spot)


def _runs(task: Task) -> Iterator[list[Band]]:
    """Yield the bands of each fact that has several, and those of the facts that state one each."""
    alone: list[Band] = []
    for fact in dict.fromkeys(fact for _, fact in task.reading.known.several):
        own = task.reading.known.of_fact[fact]
        bands = [band for age, e in pairwise(own) if same_unit(e.unit, task.spot.unit) and (band := _band(age, e))]
        alone += bands if len(bands) == 1 else []
        if len(bands) >= _TWO:
            yield sorted(bands, key=lambda band: band[0])
    yield sorted(alone, key=lambda band: band[0])


def _band(age: Evidence, counted: Evidence) -> Band | None:
    """Return the band that an age and the count right behind it make; None where they make none."""
    if age.unit.name != _YEARS or counted.number is None:
        return None
    if isinstance(age.value, tuple):
        low, high = age.value
        return (low, high, counted) if isinstance(low, Decimal) and isinstance(high, Decimal) else None
    return (age.number, None, counted) if age.number is not None else None


def _are_apart(bands: list[Band]) -> bool:
    return all(one[1] is not None and one[1] < other[0] for one, other in pairwise(bands))
