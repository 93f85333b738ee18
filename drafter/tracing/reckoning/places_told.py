"""Places that a fact counts in one breath, told together or one by one: 3乡1镇 make 4个乡镇, 13村2社区 15个村居."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.operands import bare_operand
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task

_WEIGHT = 0.8
_FEW = 2
_LONGEST = 12
_UNITS = ("个", "")
_PLACE = "乡|镇|街道|街|行政村|自然村|村|社区|居委会|居"
_ALIKE = str.maketrans("社", "居")
"""村居 are 村 and 社区."""
_RUN = re.compile(rf"(?:\d{{1,3}}个?(?:{_PLACE})[、和及]?){{2,}}")
_ONE = re.compile(rf"(?P<count>\d{{1,3}})个?(?P<place>{_PLACE})")
_TOLD = re.compile(rf"(?:行政)?(?:{_PLACE})(?:[、和与及/（(]*(?:{_PLACE})[）)]?)*")


def places_told(task: Task) -> Iterator[Outcome]:
    """Yield how many places of the kinds named right behind a number one fact counts."""
    told = _TOLD.match(task.reading.text, task.spot.unit_end, task.spot.unit_end + _LONGEST)
    if told is None or task.spot.unit.name not in _UNITS:
        return
    for fact in task.reading.known.facts:
        run = _RUN.search(fact.value or fact.text)
        own = task.reading.known.of_fact.get(fact.id, ())
        if run is None or not own:
            continue
        counted = [(Decimal(m["count"]), m["place"]) for m in _ONE.finditer(run.group())]
        signs = told.group().translate(_ALIKE)
        named = [count for count, place in counted if place[0].translate(_ALIKE) in signs]
        if len(named) == len(counted) >= _FEW or (len(named) == 1 and told.group() in run.group()):
            yield outcome(arithmetic.total(named), [bare_operand(own[0], _WEIGHT)], "derived_sum", exact=True)
