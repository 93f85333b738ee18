"""Lengths of time: days from one date to another, hours a day, years since something was founded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.operands import bare_operand
from drafter.tracing.period import as_date, parts
from drafter.tracing.reckoning.dates_in_play import in_play
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task

_MOST_OF_A_MONTH = 15
_SINCE = re.compile(
    r"历史|至今|历经|深耕|走过|以来|创业|历程|风雨|年头|周年|已有|已经|建成|成立"
    r"|建[校院村厂馆园所站社]|入行|从业|入职|从教|从医|参加工作|创办|开办|办学|年来|任职|连续|历时|坚持"
)
_OVER = re.compile(r"(?:历时|耗时|用时|工期)[^，,。；;]{0,3}$")
"""What lasted so long is over, and reaches no further than its own end."""
_LASTING = re.compile(r"以?来|至今|多?(?=[，。；])")
_AWAY = re.compile(r"(?:之|以)?(?P<way>[前后内])")
_LEAST = 0.2
_BOTH = 2
_DAY = Decimal(86400)
_HOUR = Decimal(3600)
_MONTH = Decimal("30.4")


def durations(task: Task) -> Iterator[Outcome]:
    """Yield the lengths of time that follow from the dates and times that the sentence is about."""
    if task.spot.unit.dimension == "时间":
        yield from _days(task)
        yield from _hours(task)
    elif task.spot.unit.dimension == "年月":
        yield from _whole_months(task)
        yield from _between_months(task)
        yield from _about_months(task)
        yield from _since_month(task)
        yield from _to_year(task)
        yield from _years(task)


def _made(derived: arithmetic.Derived, used: list[tuple[Evidence, float]], exact: bool = True) -> Outcome:
    weight = min(weight for _, weight in used)
    return Outcome(derived, tuple(bare_operand(e, w) for e, w in used), "derived_diff", weight, exact)


def _whole_months(task: Task) -> Iterator[Outcome]:
    """Yield the months from the first day of one to the last day of another: 7月1日至9月30日."""
    dated = _dated(task)
    for n, (first, e1, w1) in enumerate(dated):
        for last, e2, w2 in dated[n + 1 :]:
            months = 12 * (last.year - first.year) + last.month - first.month
            full = months + 1 if first.day == 1 and (last + timedelta(1)).day == 1 else months
            if full > 0 and (full > months or first.day == last.day):
                worded = f"{first.month}月{first.day}日至{last.month}月{last.day}日，共{full}个月"
                yield _made(arithmetic.Derived(Decimal(full) / task.spot.unit.size, worded), [(e1, w1), (e2, w2)])


def _between_months(task: Task) -> Iterator[Outcome]:
    """Yield the months from one month to a later one of the same fact: 4月开工、10月完工，历时6个月."""
    months = _monthly(task)
    for n, (first, e1, w1) in enumerate(months):
        for last, e2, w2 in months[n + 1 :]:
            for count in _counts(first, last, e1, e2) if e1.fact == e2.fact and last > first else ():
                worded = f"{_month(first)}月至{_month(last)}月，共{count}个月"
                yield _made(arithmetic.Derived(Decimal(count) / task.spot.unit.size, worded), [(e1, w1), (e2, w2)])


def _counts(first: int, last: int, start: Evidence, end: Evidence) -> tuple[int, ...]:
    """Return how many months may be told: 4月 to 5月 are one or two, 4月15日 to 5月15日 only one."""
    days = parts(str(start.value))[2], parts(str(end.value))[2]
    if None not in days and (days[1] or 0) - (days[0] or 0) < _MOST_OF_A_MONTH:
        return (last - first,)
    return last - first, last - first + 1


def _about_months(task: Task) -> Iterator[Outcome]:
    """Yield the days between two dates as months, where the draft only says about how many: 历时近7个月."""
    if task.spot.number is None or task.spot.number.sense == "exact":
        return
    dated = _dated(task)
    for n, (first, e1, w1) in enumerate(dated):
        for last, e2, w2 in dated[n + 1 :]:
            told = w1 == w2 == 1.0
            if (e1.fact == e2.fact or told) and last > first:
                days = arithmetic.days_between(first, last)
                yield _made(
                    arithmetic.Derived(days.value / _MONTH / task.spot.unit.size, days.reckoning),
                    [(e1, w1), (e2, w2)],
                    exact=False,
                )


def _since_month(task: Task) -> Iterator[Outcome]:
    """Yield the months from a dated event to the end of the period: 3月开通，运行十个月来."""
    period = task.reading.known.period
    if not period.year or not _LASTING.match(task.reading.text, task.spot.unit_end) or _OVER.search(task.words):
        return
    last = period.year * 12 + period.last_month - 1
    for first, e, weight in _monthly(task):
        for count in (last - first, last - first + 1) if last > first else ():
            worded = f"{_month(first)}月至{_month(last)}月，共{count}个月"
            yield _made(arithmetic.Derived(Decimal(count) / task.spot.unit.size, worded), [(e, weight)])


def _monthly(task: Task) -> list[tuple[int, Evidence, float]]:
    """Return the months that the sentence is about, numbered from the year nought; those of one fact in its order."""
    found: list[tuple[int, Evidence, float]] = []
    years: dict[str, int] = {}
    for at, weight in sorted(in_play(task).items()):
        e = task.reading.known.evidence[at]
        if not isinstance(e.value, str) or task.reading.values.forms[at] != "date":
            continue
        year, month, _ = parts(e.value)
        year = years[e.fact] = year or years.get(e.fact, 0) or task.reading.known.period.year
        if year and month:
            found.append((year * 12 + month - 1, e, weight))
    return found


def _month(number: int) -> int:
    return number % 12 + 1


def _dated(task: Task) -> list[tuple[date, Evidence, float]]:
    """Return the days that the sentence is about."""
    dated: list[tuple[date, Evidence, float]] = []
    weights = _with_other_ends(task, in_play(task))
    for at, weight in sorted(weights.items()):
        e = task.reading.known.evidence[at]
        for end in e.value if isinstance(e.value, tuple) else (e.value,):
            day = (
                as_date(parts(end), task.reading.known.period.year) if isinstance(end, str) and ":" not in end else None
            )
            if day is not None:
                dated.append((day, e, weight))
    return dated


def _with_other_ends(task: Task, weights: dict[int, float]) -> dict[int, float]:
    """Return weights with those of the days that a fact tells together with one: both ends of 11月1日—11月10日."""
    forms = task.reading.values.forms
    found = dict(weights)
    for at, weight in weights.items():
        e = task.reading.known.evidence[at]
        days = [o for o in task.reading.known.of_fact[e.fact] if o.place == "value" and forms[o.at] == "date"]
        if len(days) == _BOTH and e in days:
            found |= {o.at: weight for o in days if o.at not in weights}
    return found


def _days(task: Task) -> Iterator[Outcome]:
    dated = _dated(task)
    for n, (first, e1, w1) in enumerate(dated):
        for last, e2, w2 in dated[n + 1 :]:
            if e1.fact != e2.fact and min(w1, w2) < 0.5:
                continue
            if last < first and e1.fact == e2.fact:
                last = last.replace(year=last.year + 1)
            both = arithmetic.days_between(first, last)
            yield _made(_in(both, task.spot), [(e1, w1), (e2, w2)])
            apart = arithmetic.Derived(
                both.value - 1, both.reckoning.replace(f"共{both.value}天", f"相隔{both.value - 1}天")
            )
            yield _made(_in(apart, task.spot), [(e1, w1), (e2, w2)])


def _in(days: arithmetic.Derived, spot: Spot) -> arithmetic.Derived:
    return arithmetic.Derived(days.value * _DAY / spot.unit.size, days.reckoning)


def _hours(task: Task) -> Iterator[Outcome]:
    for at, weight in sorted(in_play(task).items()):
        e = task.reading.known.evidence[at]
        times = [time.value for time in e.times]
        if task.reading.values.forms[at] == "clock":
            others = [
                o
                for o in task.reading.known.evidence[at + 1 : at + 3]
                if o.fact == e.fact and task.reading.values.forms[o.at] == "clock"
            ]
            times += [time.value for o in others[:1] for time in o.times]
        if len(times) == 2:
            first, last = (_minutes(t) for t in times)
            for end in (last, last + 720, last + 1440):
                if end > first:
                    seconds = Decimal(end - first) * 60
                    worded = f"{times[0]}至{times[1]}，共{arithmetic.plain(seconds / _HOUR)}小时"
                    yield _made(arithmetic.Derived(seconds / task.spot.unit.size, worded), [(e, weight)])


def _minutes(time: str) -> int:
    hour, _, minute = time.partition(":")
    return int(hour or 0) * 60 + int(minute or 0)


def _years(task: Task) -> Iterator[Outcome]:
    """Yield the years from a dated fact to another, or to the period."""
    around = task.reading.text[task.spot.clause[0] : min(len(task.reading.text), task.spot.clause[1] + 12)]
    if not _SINCE.search(around) and "年" not in task.spot.unit.name:
        return
    years: list[tuple[int, Evidence, float]] = []
    for at, weight in sorted(in_play(task).items()):
        e = task.reading.known.evidence[at]
        for end in e.value if isinstance(e.value, tuple) else (e.value,):
            year = parts(end)[0] if isinstance(end, str) and ":" not in end else None
            if year:
                years.append((year, e, weight))
    period = task.reading.known.period.year
    for c in task.reading.comparisons:
        if (
            c.before.year
            and period
            and re.search(r"前|间|来|内", task.reading.text[task.spot.unit_end : task.spot.unit_end + 2])
        ):
            weight = max(task.reading.fit(task.spot, c.now), task.reading.fit(task.spot, c.before), _LEAST)
            yield _made(
                _months(arithmetic.years_between(c.before.year, period), task.spot),
                [(c.now, weight), (c.before, weight)],
            )
    for n, (first, e1, w1) in enumerate(years):
        for last in dict.fromkeys((period, task.reading.known.period.first_year)) if period else ():
            if first != last and _SINCE.search(around):
                yield _made(_months(arithmetic.years_between(first, last), task.spot), [(e1, w1)])
        for last, e2, w2 in years[n + 1 :]:
            if first != last:
                passed = arithmetic.years_between(first, last)
                yield _made(_months(passed, task.spot), [(e1, w1), (e2, w2)])
                both = arithmetic.Derived(passed.value + 1, passed.reckoning + "，首尾都算")
                if re.search(r"连续|跨|两年|年(?:共|累计|间)", around + task.spot.unit.name):
                    yield _made(_months(both, task.spot), [(e1, w1), (e2, w2)])


def _to_year(task: Task) -> Iterator[Outcome]:
    """Yield the years from the period to a year told beside the number, before or after it: 三年后，也就是2027年."""
    side = _AWAY.match(task.reading.text, task.spot.unit_end)
    period = task.reading.known.period.year
    near = task.reading.spots[max(0, task.spot.at - 1) : task.spot.at + 2] if side is not None and period else ()
    for other in near:
        backing = task.reading.backings.get(other.at)
        if other.form != "date" or backing is None or other.sentence != task.spot.sentence:
            continue
        year = parts(str(other.mention.value))[0]
        if year and (year > period) == (side is not None and side["way"] in "后内"):
            used = [(task.reading.known.evidence[at], 1.0) for at in backing.evidence]
            if used:
                yield _made(_months(arithmetic.years_between(period, year), task.spot), used)


def _months(years: arithmetic.Derived, spot: Spot) -> arithmetic.Derived:
    return arithmetic.Derived(years.value * 12 / spot.unit.size, years.reckoning)
