"""How far apart two numbers of a fact are, or what a told one leaves of its neighbour, as the last steps.

后一场比前一场多来商户8家 of 3月25家，9月33家; 年龄最大与最小的相差62岁 of 9至71岁; 走访1846户，只剩22户没有走到.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.operands import Operand, plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.steps_within import is_plain
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.5
_TWO = 2
_LATTER = re.compile(
    r"后(?:一|者)(?P<what>[场次期批轮届季月])?(?:的)?[^，。；]{0,6}?[比较]前(?:一|者)(?P=what)?[^，。；]{0,4}?(?P<way>[多少增减])"
)
_APART = re.compile("相差|差了?$|差了|跨度|悬殊")
_REST = re.compile("(?:[只仅还尚]剩|剩下?|[只仅]余|余下|[还尚]有)(?:了|约)?$")


def latter_than_former(task: Task) -> Iterator[Outcome]:
    """Yield by how much the second of the two numbers that a fact tells is more, or less, than the first."""
    found = _LATTER.search(task.words)
    for own in task.reading.known.of_fact.values() if found is not None else ():
        alike = [e for e in own if is_plain(task, e) and not e.prior and same_unit(e.unit, task.spot.unit)]
        named = any(task.reading.fits[task.spot.at].close(e.at) > 0 for e in alike)
        if found is None or len(alike) != _TWO or not named:
            continue
        former, latter = plain_operands(alike, _WEIGHT)
        sides = (latter, former) if found["way"] in "多增" else (former, latter)
        more, less = (in_unit(o, task.spot) for o in sides)
        if more > less:
            yield outcome(arithmetic.difference(more, less), sides, "derived_diff", exact=True)


def steps_apart(task: Task) -> Iterator[Outcome]:
    """Yield how wide a range is, and what is left of the one larger number that stands beside a told one."""
    yield from _width_of_range(task)
    yield from _left_of_neighbour(task)


def _width_of_range(task: Task) -> Iterator[Outcome]:
    """Yield how far apart the ends of a range are that the sentence told: 最小的和最大的差了62岁 of 9至71岁."""
    if not _APART.search(task.words):
        return
    here = [o for o in task.reading.spots[: task.spot.at] if o.sentence == task.spot.sentence]
    told = [b for o in here if (b := task.reading.backings.get(o.at)) is not None]
    for e in (task.reading.known.evidence[at] for b in told for at in b.evidence):
        if isinstance(e.value, tuple) and same_unit(e.unit, task.spot.unit):
            low, high = e.value
            ends = [
                Operand(end, e.unit, (e.fact,), (e.at,), _WEIGHT) for end in (high, low) if isinstance(end, Decimal)
            ]
            widths = [in_unit(o, task.spot) for o in ends]
            if len(widths) == _TWO and (more := widths[0]) > (less := widths[1]):
                yield outcome(arithmetic.difference(more, less), ends, "derived_diff", exact=True)


def _left_of_neighbour(task: Task) -> Iterator[Outcome]:
    """Yield what is left of a fact with one number in the very unit that stands beside the one told right before."""
    reading = task.reading
    last = reading.stated(task.spot.at - 1) if task.spot.at else None
    if last is None or not (_REST.search(task.words) or cues.REST.search(task.words)) or last.prior or last.near:
        return
    if reading.spots[task.spot.at - 1].sentence != task.spot.sentence or last.unit.name != task.spot.unit.name:
        return
    larger = [
        e for e in reading.known.plain
        if e.fact != last.fact and reading.neighbours(e.fact, last.fact) and e.unit.name == last.unit.name
        and not (e.near or e.prior) and (e.number or 0) > (last.number or 0)
    ]  # fmt: skip
    if len(larger) == 1:
        whole, part = plain_operands((larger[0], last), _WEIGHT)
        values = in_unit(whole, task.spot), in_unit(part, task.spot)
        yield outcome(arithmetic.difference(*values), (whole, part), "derived_diff", exact=True)
