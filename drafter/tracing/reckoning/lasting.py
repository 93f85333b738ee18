"""How long something went on: 每天20人，共1800人次 makes 90天; from 2月 to 8月 6个月; 周二至周日 6天 a week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.period import parts
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit

_WEIGHT = 0.75
_TOLD = 4
_BOTH = 2
_EACH = re.compile("(?:每个?|平均每)(?P<per>[天日晚周月次场期])|(?P<mean>[日周月场次期])均")
_COUNTED = {
    "天": "天日晚",
    "日": "天日晚",
    "个月": "月",
    "周": "周",
    "次": "次",
    "场": "场",
    "期": "期",
    "晚": "天日晚",
}
_WEEKDAYS = "一二三四五六日"
_OPEN = re.compile(r"周(?P<first>[一二三四五六])\s*[至到—–-]+\s*周?(?P<last>[二三四五六日天])")
_END = re.compile("月?[底末]")
_WEEKLY = re.compile(r"(?:每|一)(?:周|星期)[^，。；0-9]{0,8}$")


def lasting(task: Task) -> Iterator[Outcome]:
    """Yield how often a rate came, how many months lie between two months told, how many days a week are named."""
    yield from _of_rate(task)
    if task.spot.unit.dimension == "年月":
        yield from _between_told(task)
    if task.spot.unit.name in ("天", "日") and _WEEKLY.search(task.words):
        yield from _days_a_week(task)


def _of_rate(task: Task) -> Iterator[Outcome]:
    """Yield how many times the rate of a fact that the sentence has told makes its total."""
    per = _COUNTED.get(task.spot.unit.name, "")
    for fact in _facts_told(task) if per else ():
        own = [e for e in task.reading.known.of_fact[fact] if e.place != "label" and e.number and not e.prior]
        for rate in own:
            found = _EACH.search(rate.near)
            if found is None or (found["per"] or found["mean"]) not in per:
                continue
            for total in (e for e in own if e.at != rate.at and _EACH.search(e.near) is None and _adds_up(e, rate)):
                top, under = plain_operands((total, rate), _WEIGHT)
                times = arithmetic.ratio(top.value * top.unit.size, under.value * under.unit.size)
                if times is not None and times.value == times.value.to_integral_value():
                    yield outcome(times, (top, under), "derived_ratio", exact=True)


def _adds_up(total: Evidence, rate: Evidence) -> bool:
    """Say whether a total is of what a rate gives each time; so many people each come to so many visits."""
    return same_unit(total.unit, rate.unit) or total.unit.name in (f"{rate.unit.name}次", "人次")


def _facts_told(task: Task) -> list[str]:
    """Return the facts that the sentence's numbers right before state."""
    near = task.reading.spots[max(0, task.spot.at - _TOLD) : task.spot.at]
    told = [task.reading.backings.get(o.at) for o in near if o.sentence == task.spot.sentence]
    return list(dict.fromkeys(fact for b in told if b is not None and not b.reckoning for fact in b.facts))


def _between_told(task: Task) -> Iterator[Outcome]:
    """Yield the months from the one month to the other that the sentence has told last."""
    near = task.reading.spots[max(0, task.spot.at - _TOLD) : task.spot.at]
    dated = [o for o in near if o.sentence == task.spot.sentence and o.form == "date" and o.at in task.reading.backings]
    months = [(year or 0, month) for year, month, _ in (parts(str(o.mention.value)) for o in dated) if month]
    if len(months) != _BOTH:
        return
    (one, first), (other, last) = months
    apart = last - first + 12 * ((other - one) if one and other else 0)
    to_its_end = _END.match(task.reading.text, dated[-1].mention.end - 1) is not None
    for count in (apart, *((apart + 1,) if to_its_end else ())) if apart > 0 else ():
        made = arithmetic.Derived(Decimal(count) / task.spot.unit.size, f"{first}月至{last}月，共{count}个月")
        at = [e for o in dated for e in task.reading.backings[o.at].evidence]
        yield outcome(made, [p for e in at if (p := task.reading.operands[e]) is not None], "derived_diff", exact=True)


def _days_a_week(task: Task) -> Iterator[Outcome]:
    """Yield how many days a week a fact names that the clause speaks of: 周二至周日."""
    for e in task.reading.known.evidence:
        fact = task.reading.known.by_id[e.fact]
        if task.reading.values.forms[e.at] != "weekday" or not any(p in task.words for p in pieces(fact.label)):
            continue
        found = _OPEN.search(f"{fact.value}{fact.text}")
        if found is not None:
            days = _day(found["last"]) - _day(found["first"]) + 1
            made = arithmetic.Derived(Decimal(days), f"{found.group()}，共{days}天")
            yield outcome(made, plain_operands([e], _WEIGHT), "derived_diff", exact=True)


def _day(sign: str) -> int:
    return _WEEKDAYS.index("日" if sign == "天" else sign)
