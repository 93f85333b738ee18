"""The total of what a fact lists behind one deed: 入选8人 of 推荐21人，入选“中国好人”1人、省级2人、市级5人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import total_of
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.75
_DEED = 2
_FEW = 2
_HAN = re.compile("[\u4e00-\u9fff]{2}")


def of_deed_parts(task: Task) -> Iterator[Outcome]:
    """Yield the total of the numbers that a fact lists in one clause behind the deed that the words end in."""
    told = task.words[-_DEED:]
    if not _HAN.fullmatch(told):
        return
    for _, fact in task.reading.known.several:
        if told not in task.reading.known.wordings[fact]:
            continue
        own = [e for e in task.reading.known.of_fact[fact] if e.place in ("value", "text") and e.number and not e.prior]
        for parts in _listed(task, own):
            if parts[0].near.startswith(told) and all(same_unit(e.unit, task.spot.unit) for e in parts):
                yield total_of(plain_operands(parts, _WEIGHT), task.spot)


def _listed(task: Task, own: Sequence[Evidence]) -> Iterator[list[Evidence]]:
    """Yield the runs of two and more numbers that one clause of a fact lists with 、 between them."""
    run: list[Evidence] = []
    for e in own:
        fact = task.reading.known.by_id[e.fact]
        piece = fact.text if e.place == "text" else fact.value
        if run and (run[-1].place != e.place or not re.search("、[^，,；;。]*$", piece[run[-1].start : e.start])):
            if len(run) >= _FEW:
                yield run
            run = []
        run.append(e)
    if len(run) >= _FEW:
        yield run
