"""The dates and times that a sentence is about, between which a length of time may be reckoned."""

from __future__ import annotations

import re

from drafter.tracing.dated_events import FOUNDED
from drafter.tracing.evidence import Evidence
from drafter.tracing.founding import foundings
from drafter.tracing.layout import Spot
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces

_EACH_DAY = re.compile("每[天日晚早夜]|全天")
_OVERALL = re.compile(r"(?:共|历时|为期|持续|用时|用了|共用|前后)[^，。；0-9]{0,3}$")
_FAIR = 0.5
_LEAST = 0.2


def in_play(task: Task) -> dict[int, float]:
    """Return the evidence that the sentence is about, with weights; dates that the draft names count in full."""
    weights = {at: fit.whole for at, fit in task.reading.fits[task.spot.at].fitting(_LEAST)}
    for other in task.reading.spots[max(0, task.spot.at - 8) : task.spot.at + 5]:
        backing = task.reading.backings.get(other.at)
        if backing is not None and other.at != task.spot.at and abs(other.sentence[0] - task.spot.sentence[0]) < 120:
            weight = 1.0 if other.sentence == task.spot.sentence else 0.5
            for at in (*backing.evidence, *_hours_of(task, backing.evidence)):
                weights[at] = max(weights.get(at, 0.0), weight)
        weights |= {e.at: 1.0 for e in _date_meant(task, other)}
    for fact, own in _dated_facts(task).items():
        if any(p in task.words for e in own for p in pieces(e.near)):
            weights |= {e.at: max(weights.get(e.at, 0.0), _FAIR) for e in own if e.fact == fact}
    founded = foundings(task.reading) if FOUNDED.search(task.words) else []
    if len(founded) == 1:
        weights[founded[0].at] = max(weights.get(founded[0].at, 0.0), _FAIR)
    clocks = [e for e in task.reading.known.evidence if task.reading.values.forms[e.at] in ("clock", "span")]
    if len({e.fact for e in clocks}) == 1 and _EACH_DAY.search(task.words):
        weights |= {e.at: _LEAST for e in clocks if e.at not in weights}  # opening hours go by many names
    return {at: weight for at, weight in weights.items() if weight >= _LEAST}


def _date_meant(task: Task, other: Spot) -> tuple[Evidence, ...]:
    """Return the date that a wrong one of the sentence should most likely have been: what lasted goes by that."""
    objection = task.reading.objections.get(other.at) if other.sentence == task.spot.sentence else None
    return objection.meant[:1] if objection is not None and objection.category == "wrong_date" else ()


def _hours_of(task: Task, days: tuple[int, ...]) -> list[int]:
    """Return the hours that a fact tells of the weekdays it names: 周一至周五18:00—19:30."""
    forms, known = task.reading.values.forms, task.reading.known
    facts = {known.evidence[at].fact for at in days if forms[at] == "weekday"}
    return [e.at for fact in facts for e in known.of_fact[fact] if forms[e.at] in ("clock", "span")]


def _dated_facts(task: Task) -> dict[str, list[Evidence]]:
    """Return the dates of each statement that has two and more: 于11月5日至11月16日开展检查."""
    found: dict[str, list[Evidence]] = {}
    for _, at in task.reading.values.dated if _OVERALL.search(task.words) else ():
        e = task.reading.known.evidence[at]
        if e.place == "text":
            found.setdefault(e.fact, []).append(e)
    return {fact: own for fact, own in found.items() if len(own) > 1}
