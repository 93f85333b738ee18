"""Years since what the sentence told with its year: 自1997年亮出旗号，20年薪火相传; 1986年落成，至今36岁."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.layout import Spot
from drafter.tracing.operands import Operand
from drafter.tracing.period import parts
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import Unit

_SINCE = re.compile(r"(?:自|从|自从|[成建创始立]于|首次[^，。；]{0,6})$")
_BEGUN = re.compile(
    "年?(?:[0-9]{1,2}月)?(?:底|初)?(?:落成|建成|成立|创办|建校|建院|建厂|投用|开馆|开园|首次|起|以来|开始)"
)
_LATER = re.compile("至今|迄今|如今|已经?|走过|坚守|[\\u4e00-\\u9fff]{0,6}$")
_BACK = 4
_WEIGHT = 0.8


def since_told(task: Task) -> Iterator[Outcome]:
    """Yield the years from an event of the sentence, told with its year, to the period's own year."""
    year = task.reading.known.period.year
    if not year or task.spot.unit.dimension not in ("年月", "年龄") or task.spot.unit.name in ("个月", "月"):
        return
    for other in reversed(task.reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]):
        backing = task.reading.backings.get(other.at)
        if other.form != "date" or other.sentence != task.spot.sentence or backing is None or not backing.evidence:
            continue
        began = parts(str(other.mention.value))[0]
        if began and began < year and _begins(task, other) and _LATER.search(task.words):
            passed = arithmetic.years_between(began, year)
            size = task.spot.unit.size if task.spot.unit.dimension == "年月" else Decimal(12)
            made = arithmetic.Derived(passed.value * 12 / size, passed.reckoning)
            yield outcome(made, [_dated(task, at) for at in backing.evidence], "derived_diff", exact=True)
        return


def _begins(task: Task, other: Spot) -> bool:
    ahead = task.reading.text[other.clause[0] : other.mention.start]
    return _SINCE.search(ahead) is not None or _BEGUN.match(task.reading.text, other.mention.end) is not None


def _dated(task: Task, at: int) -> Operand:
    e = task.reading.known.evidence[at]
    return Operand(Decimal(0), Unit(), (e.fact,), (at,), _WEIGHT)
