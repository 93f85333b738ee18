"""How many times or what part of one fact another is, both named: 表扬信是投诉的3倍, 流动人口相当于户籍人口的六成."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, plain_operands
from drafter.tracing.reckoning.named_rates import called, plain_facts, told_last
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_TIMES = re.compile(
    r"(?P<more>[\u4e00-\u9fff]{2,12})(?:是|为|相当于|达到?)(?P<less>[\u4e00-\u9fff]{2,12})的(?:约|近)?$"
)
_BARE_TIMES = re.compile(
    r"^(?:正好|恰好|约|已)?(?:是|为|相当于|达到?)(?P<less>[\u4e00-\u9fff]{2,12})的(?:约|近|整整)?$"
)
_WEIGHT = 0.75
_SHORTEST = 2
_BOTH = 2


def named_multiple(task: Task) -> Iterator[Outcome]:
    """Yield how many times one fact named in full is another, whatever both count: 表扬信是投诉的3倍."""
    for more, less in _both_sides(task):
        each = arithmetic.ratio(more.value * more.unit.size, less.value * less.unit.size)
        if each is not None:
            yield outcome(each, (more, less), "derived_ratio")


def named_part(task: Task) -> Iterator[Outcome]:
    """Yield how much of another fact one named in full comes to: 流动人口相当于户籍人口的六成."""
    for one, other in _both_sides(task):
        part = arithmetic.share(one.value * one.unit.size, other.value * other.unit.size)
        if part is not None:
            yield outcome(part, (one, other), "derived_percent")


def _both_sides(task: Task) -> Iterator[tuple[Operand, Operand]]:
    """Yield both sides of A是B的 by their names; of 是B的 what was told or reckoned last and B."""
    found, bare = _TIMES.search(task.words), _BARE_TIMES.match(task.words)
    if bare is not None:
        for part in (o for o in task.play if o.reasoned and o.spot == task.spot.at - 1):
            wholes = plain_operands(called(task, bare["less"]), _WEIGHT)
            yield from ((part, whole) for whole in wholes if same_unit(part.unit, whole.unit))
        pairs = [(m, n) for m in told_last(task) for n in called(task, bare["less"]) or _begun(task, bare["less"])]
    elif found is not None:
        pairs = [(m, n) for m in _meant(task, found["more"]) for n in _meant(task, found["less"])]
    else:
        pairs = []
    for one, other in pairs:
        sides = plain_operands((one, other), _WEIGHT) if one.at != other.at else []
        if len(sides) == _BOTH and one.unit.dimension == other.unit.dimension:
            yield sides[0], sides[1]


def _meant(task: Task, name: str) -> list[Evidence]:
    """Return what a name means: of a fact's several numbers its own one, 在职党员 of 215名，其中在职132名、退休83名."""
    known = called(task, name)
    parts = [e for e in known if e.near and e.near.removeprefix("其中") in name]
    return parts or [e for e in known if not e.near] or known


def _begun(task: Task, name: str) -> list[Evidence]:
    """Return the facts that begin as a name does: 到馆读者 for 到馆人次."""
    return [e for e in plain_facts(task) if len(e.subject) > _SHORTEST and e.subject.startswith(name[:_SHORTEST])]
