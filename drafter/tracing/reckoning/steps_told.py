"""What chance can hardly explain: one plain step between numbers that a sentence tells, right to three digits.

Here no word has to name the reckoning, nor to be a sign of the facts: of the few numbers that a sentence tells, and the
others of their facts, hardly two come to 84.3% or to 875 unless these were meant. Fewer digits are met by chance; for
them the numbers have to be told side by side, and a word has to say what kind of step was taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, permutations

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome, stated_by
from drafter.tracing.reckoning.steps_within import is_plain
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.5
_AROUND = 5
_NEAR = 0.15
_MANY = 3
_LACKS = re.compile("缺|差|不足|多出|富余|空余")
_TIMES = re.compile("[增多高]")


def steps_told(task: Task) -> Iterator[Outcome]:
    """Yield what one plain step between the numbers of a sentence comes to, where the number has digits enough."""
    if stated_by(task.spot).sense != "exact" or stated_by(task.spot).fraction:
        return
    told, known = _told(task)
    if task.spot.form == "share":
        if _digits(task) >= _MANY and cues.GROWTH.search(task.words) is None:
            yield from _shares(told, known)
    elif "倍" in (task.spot.unit.name, task.spot.mention.unit):
        if _TIMES.search(cues.beside(task.reading.text, task.spot)):
            yield from _more_times(known)
    elif _digits(task) >= _MANY or (_digits(task) == _MANY - 1 and _lessened(task)):
        yield from _differences(task, told, known)


def _digits(task: Task) -> int:
    return len(stated_by(task.spot).value.normalize().as_tuple().digits)


def _told(task: Task) -> tuple[list[Evidence], list[Evidence]]:
    """Return what the other numbers of the sentence state, and these with all numbers of their facts."""
    reading = task.reading
    around = reading.spots[max(0, task.spot.at - _AROUND) : task.spot.at + _AROUND]
    here = [o for o in around if o.sentence == task.spot.sentence and o.at != task.spot.at]
    told = [e for o in here if (e := reading.stated(o.at)) is not None and is_plain(task, e)]
    facts = {f for o in here if (b := reading.backings.get(o.at)) is not None for f in b.facts}
    return told, [e for fact in facts for e in reading.known.of_fact.get(fact, ()) if is_plain(task, e)]


def _shares(told: list[Evidence], known: list[Evidence]) -> Iterator[Outcome]:
    """Yield what share each number is of each other one, of which the sentence tells at least one."""
    for part, whole in permutations([e for e in known if not e.prior], 2):
        if (part in told or whole in told) and _is_whole(whole, known):
            top, under = plain_operands((part, whole), _WEIGHT)
            each = arithmetic.share(*_amounts(top, under))
            if each is not None:
                yield outcome(each, (top, under), "derived_percent")


def _is_whole(whole: Evidence, known: list[Evidence]) -> bool:
    """Say whether no number of the same fact is larger: of parts no share is taken."""
    return all(e.fact != whole.fact or e.unit != whole.unit or e.value <= whole.value for e in known)


def _lessened(task: Task) -> bool:
    last = [task.reading.stated(at) for at in (task.spot.at - 2, task.spot.at - 1) if at >= 0]
    return len(last) == 2 and all(last) and last[0].unit == last[1].unit and last[0].unit==task.spot.unit and (last[0].fact == last[1].fact or cues.DIFFERENCE.search(task.words) is not None)


def _amounts(one: Operand, other: Operand):
    if one.unit.dimension and one.unit.dimension == other.unit.dimension:
        return one.value * one.unit.size, other.value * other.unit.size
    return one.value, other.value


def _more_times(known: list[Evidence]) -> Iterator[Outcome]:
    for now, before in permutations(known, 2):
        if same_unit(now.unit, before.unit):
            top, under = plain_operands((now, before), _WEIGHT)
            each = arithmetic.ratio(*_amounts(top, under))
            if each is not None and each.value > 1:
                yield outcome(arithmetic.difference(each.value, arithmetic.ratio(under.value, under.value).value), (top, under), "derived_ratio")


def _differences(task: Task, told: list[Evidence], known: list[Evidence]) -> Iterator[Outcome]:
    for one, other in combinations(known, 2):
        if not (one in told or other in told):
            continue
        alike = same_unit(one.unit, task.spot.unit) and same_unit(other.unit, task.spot.unit)
        if not alike and not (_LACKS.search(task.words) and task.spot.unit.name in (one.unit.name, other.unit.name)):
            continue
        sides = plain_operands((one, other), _WEIGHT)
        less, more = sorted(in_unit(o, task.spot) for o in sides)
        yield outcome(arithmetic.difference(more, less), sides, "derived_diff", exact=True)
