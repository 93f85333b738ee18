"""What each of two has, told of both: 男女各2支 make 4支足球队."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import PAIRED_SIGNS

_WEIGHT = 0.8
_TWO = Decimal(2)
_EACH_HAS = re.compile(r"(?P<signs>[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{0,4}各(?:有|设|建|办|举办|开展|组建)?$")


def each_of_two(task: Task) -> Iterator[Outcome]:
    """Yield what a fact says that each of two signs has, for both together."""
    clause = task.reading.text[slice(*task.spot.clause)]
    for e in task.reading.known.shared:
        told = _EACH_HAS.search(e.near) if same_unit(e.unit, task.spot.unit) else None
        if told is None or told["signs"] not in PAIRED_SIGNS or "各" in task.words:
            continue
        made = plain_operands((e,), _WEIGHT)
        if made and any(p in clause for p in (*pieces(e.subject), told["signs"])):
            yield outcome(arithmetic.product(in_unit(made[0], task.spot), _TWO), made, "derived_ratio", exact=True)
