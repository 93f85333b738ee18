"""Totals of the last so many numbers, which the words count: 邻里纠纷72件…，这三类占了156件."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing.operands import plain_operands
from drafter.tracing.play import meant_by
from drafter.tracing.reckoning.adding import total_of
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_SO_MANY = re.compile(
    r"(?:这|上述|以上|前述|前)(?P<many>[两二三四五六])[类项者种支个家样块处][^，。；0-9]{0,4}"
    r"(?:占了?|占去|共|合计|总共|一共|总计|加起来|有|达)+$"
)
_NUMERALS = " 一二三四五六"
_WEIGHT = 0.8
_BACK = 12


def so_many_told(task: Task) -> Iterator[Outcome]:
    """Yield the total of as many numbers in the unit, told last in the sentence, as the words count."""
    told = _SO_MANY.search(task.words)
    if told is None:
        return
    many = _NUMERALS.index(told["many"].replace("两", "二"))
    near = task.reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]
    alike = [o for o in near if o.sentence == task.spot.sentence and o.mention.kind == "claim" and o.form == "number"]
    alike = [o for o in alike if same_unit(o.unit, task.spot.unit) and o.unit.name][-many:]
    known = []
    for other in alike:
        stated = task.reading.stated(other.at)
        meant = [stated.at] if stated is not None else meant_by(task.reading, other)[:1]
        known += [task.reading.known.evidence[at] for at in meant]
    if len(known) == many == len({e.at for e in known}):
        yield total_of(plain_operands(known, _WEIGHT), task.spot)
