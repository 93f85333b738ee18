"""So many on a round number of others: 每百户3.9件, 每千人口有医生1.2名, 每百万人次客运量3.4件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.tracing import arithmetic
from drafter.tracing.each import scales
from drafter.tracing.layout import Spot
from drafter.tracing.operands import Operand, is_total, peoples
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.just_told import changed, mean
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit

_REACH = 8
_NOUN = 4
_BEHIND = 10
_THERE_ARE = re.compile("，(?=[就便即]?有)")
_HAVE = re.compile("[口有配拥，、]|$")


def per_so_many(task: Task) -> Iterator[Outcome]:
    """Yield how many of what is named, or was told last, come on so many of the whole that 每百 names."""
    scaled = _scaled(task)
    if scaled is None or not scaled.value:
        return
    between = task.reading.text[scaled.unit_end : task.spot.mention.start]
    overs = _overs(task, scaled, between)
    for amount in _amounts(task, scaled, between) if overs else ():
        for over in overs:
            if over.evidence != amount.evidence:
                size = in_unit(over, scaled) / scaled.value
                each = arithmetic.ratio(in_unit(amount, task.spot), size)
                if each is not None:
                    yield outcome(each, (amount, over), "derived_ratio")


def _scaled(task: Task) -> Spot | None:
    """Return the round number behind 每 that the clause told before the number."""
    for other in reversed(task.reading.spots[max(0, task.spot.at - _NOUN) : task.spot.at]):
        if other.sentence != task.spot.sentence:
            return None
        if scales(task.reading.text, other):
            joined = task.reading.text[other.mention.end : task.spot.mention.start]
            joined = _THERE_ARE.sub("", joined)
            return other if "，" not in joined and "；" not in joined else None
    return None


def _overs(task: Task, scaled: Spot, between: str) -> list[Operand]:
    """Return the whole that the noun behind 每百户 names, or the totals of that unit."""
    alike = [o for o in task.reading.silent if same_unit(o.unit, scaled.unit) and not o.mean]
    noun = _HAVE.split(between)[0][:_NOUN]
    named = [o for o in alike if any(p in o.words for p in pieces(noun))]
    return named or [o for o in alike if is_total(o, "") and peoples(o)]


def _amounts(task: Task, scaled: Spot, between: str) -> Sequence[Operand]:
    """Return what the words beside the number name in its unit; where they name nothing, what was told last."""
    ahead = task.reading.text[scaled.clause[0] : scaled.mention.start]
    behind = task.reading.text[task.spot.unit_end : min(task.spot.clause[1], task.spot.unit_end + _BEHIND)]
    wanted = {*pieces(between), *pieces(ahead), *pieces(behind)}
    alike = [o for o in task.reading.silent if same_unit(o.unit, task.spot.unit)]
    named = [o for o in alike if any(p in o.words for p in wanted)]
    if named:
        return named
    for other in reversed(task.reading.spots[max(0, scaled.at - _REACH) : scaled.at]):
        if other.sentence != task.spot.sentence or other.form != "number" or mean(task, other.at):
            continue
        backing = task.reading.backings.get(other.at)
        told = backing.evidence if backing is not None and not changed(task, other.at) else ()
        found = [o for o in alike if o.evidence[0] in told]
        if found:
            return found
    return []
