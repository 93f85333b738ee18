"""What comes on each of several places of what a fact tells for each day or month: 每天每点64人 of 6个点，日均384人."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.record import record
from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import operand
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.7
_REACH = 3
_BOTH = 2
_SPAN = "[天日周月年]"
_EACH = re.compile(
    rf"每个?(?P<each>{_SPAN})|(?P<mean>{_SPAN})均|每(?P<unit>[个处名家支所间])?(?P<noun>[^每平均，。；、0-9])?|(?P<sign>[^平每])均"
)
_END = re.compile("[^，。；、0-9每均]{0,6}$")
_ANY = "个"
_ALIKE = str.maketrans("天", "日")


@record(frozen=True, slots=True)
class _Each:
    """The stretch of time and the thing that a number is so much each of."""

    span: str
    unit: str
    noun: str


def of_daily_mean(task: Task) -> Iterator[Outcome]:
    """Yield a mean by time of a fact for each of the places that it, or the sentence right before, counts."""
    asked = _asked(task.words)
    if asked is None:
        return
    for mean in task.reading.known.plain:
        if not (same_unit(mean.unit, task.spot.unit) and _told_each(mean, asked.span)):
            continue
        amount = operand(mean, "number", _WEIGHT)
        for count in _counts(task, mean, asked):
            over = operand(count, "number", _WEIGHT)
            each = arithmetic.ratio(in_unit(amount, task.spot), over.value) if amount and over and over.value else None
            if each is not None and amount is not None and over is not None:
                yield outcome(each, (amount, over), "derived_ratio")


def _asked(words: str) -> _Each | None:
    """Return what 每天每点 asks for, in either order; None where the words do not ask for both."""
    if "每" not in words and "均" not in words:
        return None
    found = [m for m in _EACH.finditer(words) if m.group() != "每"]
    if len(found) < _BOTH or _END.fullmatch(words, found[-1].end()) is None:
        return None
    spans = [span for m in found if (span := m["each"] or m["mean"])]
    things = [m for m in found if m["unit"] or m["noun"] or m["sign"]]
    if len(spans) != 1 or len(things) != 1:
        return None
    return _Each(spans[0].translate(_ALIKE), things[0]["unit"] or "", things[0]["noun"] or things[0]["sign"] or "")


def _told_each(e: Evidence, span: str) -> bool:
    """Say whether a fact tells a number for each stretch of time of a kind: 日均锻炼384人."""
    return any((m["each"] or m["mean"] or "").translate(_ALIKE) == span for m in _EACH.finditer(e.near))


def _counts(task: Task, mean: Evidence, asked: _Each) -> Iterator[Evidence]:
    """Yield the count of the places, by its fact or by what the sentence told right before."""
    near = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    told = [task.reading.stated(o.at) for o in near if o.sentence == task.spot.sentence]
    for e in dict.fromkeys((*task.reading.known.of_fact[mean.fact], *(e for e in told if e is not None))):
        if e.at == mean.at or e.prior or e.number is None or _EACH.search(e.near):
            continue
        named = bool(asked.noun) and asked.noun in e.subject + e.near
        if named or (asked.unit not in ("", _ANY) and e.unit.name == asked.unit):
            yield e
