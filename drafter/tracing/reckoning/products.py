"""Products and frequencies: two terms of 35 each make 70, 38吨 a day a year's total, once a month twelve times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.operands import Operand, peoples, related
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.on_days import on_named_days
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import UNITS, compatible

_LEAST = 0.3
_SPOKEN = 0.6
_DAY = Decimal(86400)
_DAYS_A_YEAR = Decimal(365)
"""What a year is often taken for, leap years too."""
_INCOME = re.compile("收入|收取|共收|支出|发放|合计|总额")
_ONCE = re.compile("[^，。；]{0,3}(?:就|便|即)?(?:有|开展|举办|举行|组织)?[一1][次场处件起项个户期节换更清评检训报查]")
_EVERY = re.compile("每隔?$")
_DEED = re.compile("[一-鿿]{2,8}(?=[，。；])")
"""What is done every so often, without saying once: 展墙每三个月换新展品."""
_PERSONS = re.compile(r"每(?:人|名|位)")
_ONE_OF = re.compile(r"[一1](?P<unit>[次场处件起项个户期])(?P<noun>[\u4e00-\u9fff]{2})")
_RECURS = re.compile("每个?[月季周]")
_MONTHLY = re.compile("月(?:工资|薪|租金|补贴|补助|津贴|发)")
_ALL_YEAR = re.compile("全年|一年|年度|累计")
_DAILY = re.compile(r"每天|每日|日均|每晚|(?:^|[^节假生今明当])日(?=[清处运产接服送供])")


def products(task: Task) -> Iterator[Outcome]:
    """Yield what so many of so much each come to: 2期 with 35人 each, 21名 with 100元 a month for 6 months."""
    told = bool(cues.MULTIPLIED.search(cues.ahead(task.reading.text, task.spot, 2)))
    yield from _of_days(task)
    yield from _of_all_people(task)
    for rate in task.play:
        each = (
            (cues.EACH.search(rate.words) or cues.RATED.search(rate.words))
            and not (rate.share or _a_month(rate))
            and rate.value != 1
        )
        if each and rate.weight >= _LEAST and (told or not rate.mean) and _states(task, rate):
            yield from _for_each_named(task, rate)
            yield from _multiplied(task, rate, told)


def _of_all_people(task: Task) -> Iterator[Outcome]:
    """Yield what so much a head comes to for all people of the sheet: 学费每人150元 makes the 学费收入 of 600名学员."""
    if not _INCOME.search(task.words):
        return
    for rate in task.play:
        if _PERSONS.search(rate.words) and _states(task, rate) and len(rate.evidence) == 1 and _is_named(task, rate):
            people = [o for o in task.reading.silent if o.unit.name in ("人", "名", "位") and o.largest and peoples(o)]
            for count in people if len(people) == 1 else ():
                yield outcome(arithmetic.product(count.value, in_unit(rate, task.spot)), (count, rate), "derived_ratio")


def _states(task: Task, rate: Operand) -> bool:
    """Say whether the product of a rate has the number's unit; so many people each come to so many visits."""
    if compatible(task.spot.unit, rate.unit):
        return True
    return task.spot.unit.name == "人次" and rate.unit.name in ("人", "名", "位")


def _multiplied(task: Task, rate: Operand, told: bool) -> Iterator[Outcome]:
    paid = "每月" not in rate.words and _MONTHLY.search(rate.words) is not None
    months = Decimal(task.reading.known.period.months) if paid or "每月" in rate.words else Decimal(0)
    value = in_unit(rate, task.spot)
    if months > 1:
        yield outcome(arithmetic.product(value, months), (rate,), "derived_ratio", exact=paid)
    for count in task.play:
        if count is rate or count.share or count.value == 1 or count.weight < _LEAST or count.unit == rate.unit:
            continue
        if count.unit.dimension == rate.unit.dimension != "":
            continue
        if count.facts != rate.facts and _PERSONS.search(rate.words) and count.unit.name == "户":
            continue
        joined = count.spot >= 0 or related(count, rate) or _is_named(task, count) or _was_told(task, count)
        if not (count.facts == rate.facts or (told and count.weight >= _SPOKEN and joined)):
            continue
        whole = _RECURS.search(rate.words) is not None and _ALL_YEAR.search(task.words) is not None
        if not whole and task.near(float(count.value * value)):
            yield outcome(arithmetic.product(count.value, value), (count, rate), "derived_ratio")
        if months > 1 and task.near(float(count.value * value * months)):
            yield outcome(arithmetic.product(count.value, value, months), (count, rate), "derived_ratio", exact=paid)


def frequencies(task: Task) -> Iterator[Outcome]:
    """Yield how often something that recurs took place, and after how many days each time."""
    period = task.reading.known.period
    once = _ONCE.match(task.reading.text, task.spot.unit_end)
    every = _EVERY.search(task.words) is not None and _DEED.match(task.reading.text, task.spot.unit_end)
    if task.spot.unit.dimension in ("时间", "年月") and (once or every):
        for amount in (*task.play, *_of_event_named(task)):
            if not (once or "活动" in amount.unit.groups):
                continue
            each = (
                arithmetic.ratio(Decimal(period.days), amount.value) if amount.value > 0 and not amount.share else None
            )
            if each is not None and (amount.weight >= _SPOKEN or _is_named(task, amount)):
                days = _DAY if task.spot.unit.dimension == "时间" else Decimal(period.months) / period.days
                spans = arithmetic.Derived(each.value * days / task.spot.unit.size, each.reckoning)
                yield outcome(spans, (amount,), "derived_ratio")
    if "活动" in task.spot.unit.groups:
        yield from on_named_days(task)


def _of_event_named(task: Task) -> Iterator[Operand]:
    """Yield the only fact that counts what 一 behind the number names by the end of its label: 就有一场活动."""
    found = _ONE_OF.search(task.reading.text, task.spot.unit_end, min(len(task.reading.text), task.spot.unit_end + 16))
    if found is None:
        return
    unit = UNITS.get(found["unit"])
    alike = [o for o in task.reading.silent if unit is not None and compatible(o.unit, unit)]
    named = [o for o in alike if o.words.split()[-1].endswith(found["noun"])]
    if len(named) == 1:
        yield named[0].weighing(_SPOKEN, named[0].spot)


def _is_named(task: Task, o: Operand) -> bool:
    """Say whether the number's clause has the label of an operand's fact in full."""
    label = task.reading.known.evidence[o.evidence[0]].subject if o.evidence else ""
    return bool(label) and label in task.reading.text[slice(*task.spot.clause)]


def _was_told(task: Task, o: Operand) -> bool:
    """Say whether a number right before was reckoned from an operand: 日均用餐150人次，补贴164250元."""
    backings = (task.reading.backings.get(at) for at in range(max(0, task.spot.at - 2), task.spot.at))
    return any(b is not None and not set(b.evidence).isdisjoint(o.evidence) for b in backings)


def _for_each_named(task: Task, rate: Operand) -> Iterator[Outcome]:
    """Yield the total of as many each for several that the draft names: 好婆婆、好媳妇各15名，共30名."""
    if rate.spot < 0:
        return
    stated = task.reading.spots[rate.spot]
    named = re.search(
        r"((?:[^，。；、]+、)+[^，。；、]+)各$", task.reading.text[stated.clause[0] : stated.mention.start]
    )
    if named:
        yield outcome(
            arithmetic.product(rate.value, Decimal(named.group(1).count("、") + 1)), (rate,), "derived_sum", exact=True
        )


def _a_month(o: Operand) -> bool:
    """Say whether an operand is itself an average over months, which makes nothing new when multiplied."""
    return o.reasoned and bool(re.search(r"每?月|季度|每周", o.words))


def _of_days(task: Task) -> Iterator[Outcome]:
    """Yield what a daily amount comes to over the period: 日清运垃圾38吨."""
    days = Decimal(task.reading.known.period.days)
    for rate in task.play:
        if days and not rate.reasoned and compatible(task.spot.unit, rate.unit) and _DAILY.search(rate.words):
            value = (
                rate.value * rate.unit.size / task.spot.unit.size
                if rate.unit.dimension and task.spot.unit.dimension
                else rate.value
            )
            for count in dict.fromkeys((days, _DAYS_A_YEAR) if days == _DAYS_A_YEAR + 1 else (days,)):
                yield outcome(arithmetic.product(value, count), (rate,), "derived_ratio")
