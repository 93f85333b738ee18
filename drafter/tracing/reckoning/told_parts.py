"""A total whose parts stand right behind it: 公路总里程330公里，其中县道36公里、乡道84公里、村道210公里."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing.layout import Spot
from drafter.tracing.operands import Operand, plain_operands
from drafter.tracing.reckoning.adding import total_of
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_MOST = 8
_AMONG = re.compile(r"[^，。；、0-9]{0,8}[，：（,:(]?(?:其中|包括|分别为?)")
_JOINT = re.compile(r"[、，和与及][^，。；、0-9]{0,12}")


def total_of_parts_behind(task: Task) -> Iterator[Outcome]:
    """Yield what the numbers come to that 其中 enumerates right behind, where no fact tells the total by its name."""
    if not _AMONG.match(task.reading.text, task.spot.unit_end) or _is_stated(task):
        return
    parts: list[Operand] = []
    last: Spot | None = None
    for other in task.reading.spots[task.spot.at + 1 : task.spot.at + 1 + _MOST]:
        joined = last is None or _JOINT.fullmatch(task.reading.text, last.unit_end, other.mention.start)
        if other.sentence != task.spot.sentence or not joined or not same_unit(other.unit, task.spot.unit):
            break
        stated = task.reading.stated(other.at)
        if stated is None:
            return
        parts += plain_operands([stated], _WEIGHT)
        last = other
    if len(parts) > 1 and len({o.evidence for o in parts}) == len(parts):
        yield total_of(parts, task.spot)


def _is_stated(task: Task) -> bool:
    """Say whether a fact in the number's unit has a label that stands in full before the number."""
    ahead = task.reading.text[slice(*task.spot.before)]
    return any(
        len(e.subject) > 1 and e.subject in ahead and same_unit(e.unit, task.spot.unit)
        for e in task.reading.known.plain
    )
