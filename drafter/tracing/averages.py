"""Averages and products: 人均, 场均, 每月两次; two terms of 35 each make 70."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.layout import Spot
from drafter.tracing.operands import BACKGROUND, Operand, related
from drafter.tracing.outcome import Outcome, outcome
from drafter.tracing.subject import pieces
from drafter.tracing.task import Task
from drafter.tracing.units import UNITS, compatible, same_unit
from drafter.tracing.vocabulary import GENERIC

_LEAST = 0.3
_SPOKEN = 0.6
_BY_LENGTH = sorted(UNITS, key=len, reverse=True)
_DAILY = re.compile(r"每天|每日|日均|每晚|(?:^|[^节假生今明当])日(?=[清处运产接服送供])")
_TIMES = {"月": Decimal(1), "个月": Decimal(1), "季度": Decimal(3), "季": Decimal(3), "年": Decimal(12)}
_WEEKS = Decimal(52) / Decimal(12)


def averages(task: Task) -> Iterator[Outcome]:
    """Yield the averages that the words ask for: of what the sentence counts, over what 均 or 每 names."""
    spot = task.spot
    found = cues.AVERAGE.search(cues.average_words(task.reading.text, task.spot, task.reading.spots))
    per = (found.group("per") or found.group("each") or "") if found else ""
    silent = task.silent if per else []
    named = _named(task, found.end("each")) if found and found.group("each") else []
    overs = _by_size(
        [
            o
            for o in (*task.play, *silent)
            if not (o.share or o.prior or o.mean)
            and o.value != 1
            and o.weight >= _LEAST
            and o.value > 0
            and _is_per(per, o)
        ]
    )
    spoken = [(size, o) for size, o in overs if o.weight >= _SPOKEN]
    for amount in (*task.play, *silent):
        if amount.weight < _LEAST or amount.share or amount.prior or amount.mean or not _measures(spot, amount):
            continue
        value = (
            amount.value * amount.unit.size / spot.unit.size
            if amount.unit.dimension and spot.unit.dimension
            else amount.value
        )
        for over in _within(overs if amount.weight > BACKGROUND else spoken, float(value), task):
            asked = [piece for piece in named if piece not in over.words]
            if (
                over is not amount
                and _plausible(amount, over)
                and (not asked or any(piece in amount.words for piece in asked))
            ):
                each = arithmetic.ratio(value, over.value)
                if each is not None:
                    yield outcome(each, (amount, over), "derived_ratio")
        if amount.weight > BACKGROUND:
            yield from _per_time(task, value, amount, per)


def _named(task: Task, end: int) -> list[str]:
    """Return the pieces of the words between 每个小区 and the number that some fact in play has: 新增车位."""
    own = pieces(cues.average_words(task.reading.text, task.spot, task.reading.spots)[end:])
    return [piece for piece in own if piece not in GENERIC and any(piece in o.words for o in task.play)]


def _by_size(operands: list[Operand]) -> list[tuple[float, Operand]]:
    return sorted(((float(o.value), o) for o in operands), key=lambda each: each[0])


def _within(overs: list[tuple[float, Operand]], value: float, task: Task) -> Iterator[Operand]:
    """Yield the operands by which the value must be divided to come near the stated number."""
    if value <= 0:
        return
    low = value / task.high if task.high > 0 else 0.0
    high = value / task.low if task.low > 0 else float("inf")
    for n in range(bisect_left(overs, low, key=lambda each: each[0]), len(overs)):
        size, over = overs[n]
        if size > high:
            return
        yield over


def _plausible(amount: Operand, over: Operand) -> bool:
    """Say whether a fact that the sentence does not name may be meant: it is a total, or speaks of the same thing."""
    if min(amount.weight, over.weight) > BACKGROUND:
        return True
    silent, spoken = (amount, over) if amount.weight < over.weight else (over, amount)
    largest = silent.largest and silent is over
    return spoken.weight >= _SPOKEN and (
        silent.whole or related(silent, spoken) or bool(silent.unit.dimension) or largest
    )


def _measures(spot: Spot, amount: Operand) -> bool:
    """Say whether an average in the spot's unit can come from the amount: 人 per event from 人次."""
    if same_unit(spot.unit, amount.unit) or compatible(spot.unit, amount.unit):
        return (
            spot.unit.name == amount.unit.name
            or not {"项", "个"} & {spot.unit.name, amount.unit.name}
            or "活动" not in spot.unit.groups
        )
    if amount.unit.name.endswith("次"):
        return spot.unit.name in (amount.unit.name[:-1], "名", "位", "次")
    return spot.unit.name.endswith("次") and amount.unit.name in (spot.unit.name[:-1], "名", "位", "")


def _is_per(per: str, over: Operand) -> bool:
    """Say whether an operand counts what 均 or 每 names; any may where nothing is named."""
    if not per:
        return True
    if per in ("人", "人次"):
        return over.unit.name in ("人", "名", "位", "人次")
    if per in UNITS and compatible(UNITS[per], over.unit) and over.unit.name:
        return True
    if len(per) == 1:
        return per in over.words
    unit_word = next((n for n in _BY_LENGTH if per.startswith(n)), "")
    rest = per.removeprefix(unit_word)
    if rest and any(rest[i : i + 2] in over.words for i in range(max(1, len(rest) - 1))):
        return True
    return bool(unit_word) and compatible(UNITS[unit_word], over.unit) and (not rest or over.weight >= _SPOKEN)


def _per_time(task: Task, value: Decimal, amount: Operand, per: str) -> Iterator[Outcome]:
    """Yield what an amount of the whole period makes a month, a quarter, a week or a day."""
    months = Decimal(task.reading.known.period.months)
    if not months:
        return
    days = Decimal(task.reading.known.period.days)
    spans = {
        **{word: months / length for word, length in _TIMES.items()},
        "周": months * _WEEKS, "星期": months * _WEEKS, "天": days, "日": days, "晚": days,
    }  # fmt: skip
    for word, parts in spans.items():
        if per.startswith(word) and parts:
            each = arithmetic.ratio(value, parts.quantize(Decimal(1)) if parts > 1 else parts)
            if each is not None:
                yield outcome(each, (amount,), "derived_ratio")


def products(task: Task) -> Iterator[Outcome]:
    """Yield what so many of so much each come to: 2期 with 35人 each, 21名 with 100元 a month for 6 months."""
    told = bool(cues.MULTIPLIED.search(cues.ahead(task.reading.text, task.spot, 2)))
    rates = [
        o for o in task.play
        if cues.EACH.search(o.words) and not (o.share or _a_month(o))
        and o.weight >= _LEAST and o.value != 1 and (told or not o.mean)
    ]  # fmt: skip
    months = Decimal(task.reading.known.period.months)
    yield from _of_days(task)
    for rate in rates:
        if not (
            compatible(task.spot.unit, rate.unit)
            or (task.spot.unit.name == "人次" and rate.unit.name in ("人", "名", "位"))
        ):
            continue
        value = (
            rate.value * rate.unit.size / task.spot.unit.size
            if rate.unit.dimension and task.spot.unit.dimension
            else rate.value
        )
        if months > 1 and "每月" in rate.words:
            yield outcome(arithmetic.product(value, months), (rate,), "derived_ratio")
        yield from _for_each_named(task, rate)
        for count in task.play:
            if (
                count is rate
                or count.share
                or count.weight < _LEAST
                or count.unit.dimension == rate.unit.dimension != ""
            ):
                continue
            if not task.near(float(count.value * value)) and not (
                months > 1 and task.near(float(count.value * value * months))
            ):
                continue
            if count.unit == rate.unit or not (count.facts == rate.facts or (told and count.weight >= _SPOKEN)):
                continue
            yield outcome(arithmetic.product(count.value, value), (count, rate), "derived_ratio")
            if months > 1 and "每月" in rate.words:
                yield outcome(arithmetic.product(count.value, value, months), (count, rate), "derived_ratio")


def frequencies(task: Task) -> Iterator[Outcome]:
    """Yield how often something that recurs took place, and after how many days each time."""
    period = task.reading.known.period
    if task.spot.unit.dimension == "时间" and re.match(
        r"[^，。；]{0,3}(?:就|便|即)?(?:有|开展|举办|举行|组织)?一[次场]", task.reading.text[task.spot.unit_end :]
    ):
        for amount in task.play:
            each = (
                arithmetic.ratio(Decimal(period.days), amount.value) if amount.value > 0 and not amount.share else None
            )
            if each is not None and amount.weight >= _SPOKEN:
                yield outcome(each, (amount,), "derived_ratio")
    if "活动" in task.spot.unit.groups:
        yield from _recurring(task)


def _recurring(task: Task) -> Iterator[Outcome]:
    period = task.reading.known.period
    for other in task.reading.spots[max(0, task.spot.at - 3) : task.spot.at]:
        backing = task.reading.backings.get(other.at)
        for at in backing.evidence if backing and other.sentence == task.spot.sentence else ():
            e = task.reading.known.evidence[at]
            if task.reading.values.forms[at] in ("date", "weekday") and re.search(r"每月|每周", e.near):
                times = Decimal(period.months) if "每月" in e.near else (Decimal(period.days) / 7).quantize(Decimal(1))
                used = Operand(times, e.unit, (e.fact,), (at,), 0.6, other.at)
                yield outcome(
                    arithmetic.Derived(times, f"{e.near.strip()}{e.core}，共{times}次"),
                    (used,),
                    "derived_ratio",
                    exact=True,
                )


def _for_each_named(task: Task, rate: Operand) -> Iterator[Outcome]:
    """Yield the total of as many each for several that the draft names: 好婆婆、好媳妇各10名，共20名."""
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
        if days and _DAILY.search(rate.words) and not rate.reasoned and compatible(task.spot.unit, rate.unit):
            value = (
                rate.value * rate.unit.size / task.spot.unit.size
                if rate.unit.dimension and task.spot.unit.dimension
                else rate.value
            )
            yield outcome(arithmetic.product(value, days), (rate,), "derived_ratio")
