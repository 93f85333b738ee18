"""What a stretch of the year that the words name comes to, and how two stretches differ: 上半年, 前三季度, 1至5月."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic, cues
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.stretches import amount_in, compared_stretches, spoken_of, stretch_sums, stretches_at

_WEIGHT = 0.8
_WHOLE = re.compile("全年|一年来|年内|累计|共计|总计|合计")


def of_stretch(task: Task) -> Iterator[Outcome]:
    """Yield the total of the stretch of the year named last, or by how much two stretches differ."""
    reading, spot = task.reading, task.spot
    if not reading.series:
        return
    near = reading.text[max(0, spot.sentence[0] - 60) : spot.sentence[1]]
    pair = compared_stretches(task.words, reading.text[spot.sentence[0] : spot.clause[0]])
    stretches = [] if pair else stretches_at(reading.text, spot, reading.spots, spot.sentence[0])
    if not (pair or stretches) and _WHOLE.search(task.words):
        stretches = [(reading.known.period.first_month, reading.known.period.last_month)]
    for each in spoken_of(reading.series, spot.unit, near) if pair or stretches else ():
        if pair:
            one, other = amount_in(each, pair[0]), amount_in(each, pair[1])
            if one is not None and other is not None:
                less = (
                    arithmetic.difference(other, one)
                    if cues.DOWN.search(task.words)
                    else arithmetic.difference(one, other)
                )
                parts = [*each.covering(pair[0]), *each.covering(pair[1])]
                yield outcome(less, plain_operands(parts, _WEIGHT), "derived_diff", exact=True)
        elif stretches and not cues.DIFFERENCE.search(task.words):
            made = stretch_sums(each, stretches)
            if made is not None:
                yield outcome(made, plain_operands(each.making_up(stretches), _WEIGHT), "derived_sum", exact=True)
