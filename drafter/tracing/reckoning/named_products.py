"""What so many at so much each come to where labels say so: 班级18个 of 每班学生42人, 路灯150盏 at a 单价 of 1200元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_PER = re.compile(r"每个?(?P<per>[\u4e00-\u9fff](?<![天日周月季年晚]))|(?P<priced>[\u4e00-\u9fff]{2,8})(?:单价|价格)$")
_PEOPLE = frozenset(("人", "名", "位"))
_WEIGHT = 0.7
_TOLD = 3


def named_products(task: Task) -> Iterator[Outcome]:
    """Yield what the only count that a fact is a rate of makes with it, where the words name either or told it."""
    words = cues.average_words(task.reading.text, task.spot, task.reading.spots)
    if cues.AVERAGES.search(words) or cues.DIFFERENCE.search(task.words):
        return
    for rate in task.reading.known.plain:
        found = _PER.search(rate.subject) if _makes(task, rate) else None
        counts = _counts(task, rate, found) if found is not None else []
        if len(counts) == 1 and (_is_spoken_of(task, rate) or _is_spoken_of(task, counts[0])):
            count, each = plain_operands((counts[0], rate), _WEIGHT)
            made = arithmetic.product(count.value, in_unit(each, task.spot))
            yield outcome(made, (count, each), "derived_ratio", exact=True)


def _makes(task: Task, rate: Evidence) -> bool:
    """Say whether so many of a fact come to something in the number's unit: so many people each to 人次."""
    if same_unit(rate.unit, task.spot.unit):
        return True
    return task.spot.unit.name == "人次" and rate.unit.name in _PEOPLE


def _counts(task: Task, rate: Evidence, found: re.Match[str]) -> list[Evidence]:
    """Return what a rate is a rate of: 班级18个 of 每班, 培训班6期 of 每期, the only 路灯 of 路灯单价."""
    counted = [
        e
        for e in task.reading.known.plain
        if e.at != rate.at and not e.unit.dimension and _PER.search(e.subject) is None
    ]
    if found["priced"]:
        return [
            e for e in counted if e.subject and (e.subject.endswith(found["priced"]) or e.subject == found["priced"])
        ]
    per = found["per"]
    of_unit = [e for e in counted if e.unit.name == per or (per in _PEOPLE and e.unit.name in _PEOPLE)]
    named = [e for e in counted if e.subject.endswith(per) or e.subject.startswith(per)]
    return of_unit if len(of_unit) == 1 else named if not of_unit else []


def _is_spoken_of(task: Task, e: Evidence) -> bool:
    """Say whether the words beside the number have any of a fact's, or one of the numbers right before states it."""
    if task.reading.fits[task.spot.at].close(e.at) > 0:
        return True
    near = (task.reading.backings.get(at) for at in range(max(0, task.spot.at - _TOLD), task.spot.at))
    return any(b is not None and e.at in b.evidence for b in near)
