"""What takes place on named days of each month or week: 每月10日 makes ten times by October, and so much each time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.operands import Operand, operand
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.6
_REACH = 3
_OFTEN = re.compile("每[月周]")
_EACH_TIME = re.compile("每[次场期]|[场次期]均")
_RECURRING_DAYS = re.compile(
    r"每(?:月|周|星期)的?(?P<days>(?:(?:周|星期)?[0-9一二三四五六七八九十]{1,3}[日号]?(?:[、和及]|以及)?)+)"
)
_DAY_NAMED = re.compile(r"[0-9]+|[一二三四五六七八九十]+")


def on_named_days(task: Task) -> Iterator[Outcome]:
    """Yield how often something took place that a fact of the sentence holds on named days: 每月10日、25日."""
    for used, shown in _held(task):
        yield outcome(arithmetic.Derived(used.value, shown), (used,), "derived_ratio", exact=True)


def each_named_day(task: Task) -> Iterator[Outcome]:
    """Yield what the number right before comes to each time: 每月10日服务日，服务1450人次，每次145人次."""
    told = task.reading.stated(task.spot.at - 1) if task.spot.at and _EACH_TIME.search(task.words) else None
    amount = operand(told, "number", _WEIGHT) if told is not None else None
    if amount is None or not same_unit(amount.unit, task.spot.unit):
        return
    for used, _ in _held(task):
        each = arithmetic.ratio(in_unit(amount, task.spot), used.value) if used.value else None
        if each is not None:
            yield outcome(each, (amount, used), "derived_ratio")


def _held(task: Task) -> Iterator[tuple[Operand, str]]:
    """Yield how often what the sentence told before with its days was held in the period, and how to show it."""
    period = task.reading.known.period
    for other in task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]:
        backing = task.reading.backings.get(other.at)
        for at in backing.evidence if backing and other.sentence == task.spot.sentence else ():
            e = task.reading.known.evidence[at]
            dated = task.reading.values.forms[at] in ("date", "weekday")
            often = _OFTEN.search(e.near + e.core) if dated else None
            if often is None:
                continue
            days = _days_named(task.reading.known.by_id[e.fact].wording)
            weekly = often.group() == "每周"
            times = days * ((Decimal(period.days) / 7).to_integral_value() if weekly else Decimal(period.months))
            shown = f"{e.near.strip()}{e.core}{'等' if days > 1 else ''}，共{times}次"
            yield Operand(times, e.unit, (e.fact,), (at,), _WEIGHT, other.at), shown


def _days_named(words: str) -> Decimal:
    """Return on how many days of each month or week something recurs: two for 每月10日、25日."""
    found = _RECURRING_DAYS.search(words)
    return Decimal(len(_DAY_NAMED.findall(found["days"])) if found else 1)
