"""What is lacking: 轿车900辆，车位500个，缺口400个, and what it shrank to when more was found: 缺口缩小到250个."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_BACK = 2
_PARAGRAPH = 16
_NOUN = 2
_GAP = re.compile("(?:缺口|缺额|供需差)(?!率)[^，。；0-9]{0,8}$")
_SHRANK = re.compile("(?:缺口|缺额|供需差)[^，。；0-9]{0,4}(?:缩小|缩减|收窄|压缩|减少|下降|降低|减|降|缩)(?:到|至|为)")
_CHANGED = re.compile("[缩减降窄补填]")
_THINGS = re.compile("[人户名位家]")


def gaps(task: Task) -> Iterator[Outcome]:
    """Yield what the need leaves without all that there is."""
    if _SHRANK.search(task.words):
        yield from _after_more(task)
    elif (told := _GAP.search(task.words)) is not None and not _CHANGED.search(told.group()):
        yield from _at_first(task)


def _at_first(task: Task) -> Iterator[Outcome]:
    """Yield what the two numbers told right before leave, the lesser of which is in the number's unit."""
    if task.spot.at < _BACK:
        return
    one, other = (_told(task, task.reading.spots[at]) for at in (task.spot.at - _BACK, task.spot.at - 1))
    if one is None or other is None:
        return
    less, more = sorted((one, other), key=lambda e: e.number or 0)
    counted = not (more.unit.dimension or less.unit.dimension) and more.prior <= less.prior
    if counted and same_unit(less.unit, task.spot.unit) and not _THINGS.fullmatch(less.unit.name):
        sides = plain_operands((more, less), _WEIGHT)
        yield outcome(arithmetic.difference(*(o.value for o in sides)), sides, "derived_diff", exact=True)


def _told(task: Task, spot: Spot) -> Evidence | None:
    """Return what a number of the paragraph states, or what it was taken for that is of another time than told."""
    if "\n" in task.reading.text[spot.unit_end : task.spot.mention.start]:
        return None
    stated = task.reading.stated(spot.at)
    return stated if stated is not None and stated.number and spot.form == "number" else None


def _after_more(task: Task) -> Iterator[Outcome]:
    """Yield what the gap told before is without all that the draft has told since of what there is more of."""
    spots = task.reading.spots
    first = max(0, task.spot.at - _PARAGRAPH)
    for gap in reversed(spots[first : task.spot.at]):
        backing = task.reading.backings.get(gap.at)
        lacked = backing is not None and backing.category == "derived_diff" and len(backing.evidence) == _BACK
        if backing is None or not lacked or not same_unit(gap.unit, task.spot.unit):
            continue
        need, have = sorted(
            (task.reading.known.evidence[at] for at in backing.evidence), key=lambda e: -(e.number or 0)
        )
        noun = have.subject[-_NOUN:]
        since = [e for o in spots[gap.at + 1 : task.spot.at] if (e := _told(task, o)) is not None]
        more = [e for e in dict.fromkeys(since) if e.unit.name == have.unit.name and noun in e.subject + e.near]
        more = [e for e in more if e.at not in backing.evidence]
        if more and len(noun) == _NOUN:
            sides = plain_operands((need, have, *more), _WEIGHT)
            left = arithmetic.difference(*(in_unit(o, task.spot) for o in sides))
            if left.value > 0:
                yield outcome(left, sides, "derived_diff", exact=True)
        return
