"""Shares with a sum on one side: 三项合计占支出的73% of three told, 整改率 of all that one fact lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_TWO = 2
_REACH = 10
_SHARE = re.compile(
    "(?P<many>[两二三四五])(?:大?[类项种者笔块]|方面)(?:合计|共计|总共|一共|共|合)?[约近]?占(?:到|了|去)?"
    "(?P<whole>[\u4e00-\u9fff]{2,8}?)(?:总[额量数])?的?(?:约|近)?$"
)
_NUMERALS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_RATE = re.compile("(?P<deed>[\u4e00-\u9fff]{2})率(?:达到?|为|约|近|超过?|已)*$")


def shares_with_sums(task: Task) -> Iterator[Outcome]:
    """Yield the share of several told together in what is named, and of one in all that a list comes to."""
    yield from _of_several_told(task)
    yield from _of_whole_list(task)


def _of_several_told(task: Task) -> Iterator[Outcome]:
    """Yield the share of the last so many told, in a whole that 占 names: 甲3万元，乙2万元，两项占总支出的八成."""
    # 三项 may be a number of its own: then it stands between the last one told and the share.
    words = task.reading.text[task.spot.clause[0] : task.spot.mention.start]
    found = _SHARE.search(words)
    if found is None:
        return
    told = _stated_before(task)
    wholes = [e for e in told if found["whole"].endswith(e.subject) and len(e.subject) >= _TWO]
    wholes = wholes or [e for e in told if len(e.subject) >= _TWO and e.subject.endswith(found["whole"])]
    for whole in wholes[:1]:
        run = [e for e in told if e.at != whole.at and same_unit(e.unit, whole.unit)]
        parts = run[-_NUMERALS[found["many"]] :]
        if len(parts) == _NUMERALS[found["many"]]:
            yield from _share(parts, [whole])


def _of_whole_list(task: Task) -> Iterator[Outcome]:
    """Yield the rate of what was done of all that a fact lists and the sentence has told: 80处、40处，整改率95%."""
    found = _RATE.search(task.words)
    if found is None or cues.SURVEYED.search(task.words):
        return
    told = _stated_before(task)
    for _, fact in task.reading.known.several:
        own = [e for e in task.reading.known.of_fact[fact] if e.place == "value" and e.number and not e.prior]
        own = [e for e in own if task.reading.values.forms[e.at] == "number"]
        listed = len(own) >= _TWO and all(e in told and e.unit == own[0].unit and "其中" not in e.near for e in own)
        for part in task.reading.known.plain if listed else ():
            deed = found["deed"] in part.near + part.subject and part.fact != fact and not part.prior
            if deed and part.unit == own[0].unit and task.reading.neighbours(part.fact, fact):
                yield from _share([part], own)


def _stated_before(task: Task) -> list[Evidence]:
    """Return what the numbers of the sentence before state as it stands, in their order."""
    near = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    stated = (task.reading.stated(o.at) for o in near if o.sentence == task.spot.sentence)
    return list(dict.fromkeys(e for e in stated if e is not None and e.number and not e.prior))


def _share(parts: Sequence[Evidence], wholes: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield the share of some added up in others added up, where they are less than these."""
    sides = [plain_operands(own, _WEIGHT) for own in (parts, wholes)]
    sums = [arithmetic.total([o.value * o.unit.size for o in own]) for own in sides]
    each = arithmetic.share(*(total.value for total in sums)) if sums[0].value < sums[1].value else None
    if each is not None:
        shown = [total.reckoning for own, total in zip(sides, sums, strict=True) if len(own) > 1]
        made = arithmetic.Derived(each.value, "，".join((*shown, each.reckoning)))
        yield outcome(made, (*sides[0], *sides[1]), "derived_percent")
