"""What so many at so much each come to where facts say so: 班级18个 of 每班学生42人, 每生每天4元 for 846名 on 196天."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.averages import counts_them
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import LENGTHS, UNITS, same_unit
from drafter.tracing.vocabulary import SHORTHAND

_EACH = re.compile(r"(?:每个?|/)(?P<what>(?:(?!每)[\u4e00-\u9fff]){1,4})")
_PRICED = re.compile(r"(?P<what>[\u4e00-\u9fff]{2,8})(?:单价|价格)$")
_PEOPLE = frozenset(("人", "名", "位"))
_PAIRED = frozenset(("人", "名", "位", "户", "家"))
_DAYS = ("天", "日")
_EARNED = re.compile("增收|创收")
_TIMES = frozenset("周晚")
_MONTHS = {"月": 1, "季": 3, "年": 12}
_WEIGHT = 0.7
_TOLD = 3

Factor = tuple[Decimal, tuple[Operand, ...]]
"""By how much a rate is multiplied, and the facts that say so."""


def named_products(task: Task) -> Iterator[Outcome]:
    """Yield what the only counts that a fact is a rate of make with it, where the words name one or told it."""
    if cues.DIFFERENCE.search(task.words) and not _EARNED.search(task.words):
        return
    average = cues.AVERAGES.search(cues.average_words(task.reading.text, task.spot, task.reading.spots))
    for rate in task.reading.known.rated:
        each = _each(rate)
        if not each or not _makes(task, rate):
            continue
        said = [what for what in each if f"每{what[:1]}" in task.words]
        factors = [_factor(task, rate, what) for what in each if what not in said]
        if not factors or None in factors or bool(average) != bool(said):
            continue
        made = plain_operands((rate,), _WEIGHT)
        used = [o for f in factors if f is not None for o in f[1]]
        if used and any(_is_spoken_of(task, o) for o in (*used, *made)):
            values = [f[0] for f in factors if f is not None and f[0] != 1]
            product = arithmetic.product(*values, in_unit(made[0], task.spot))
            yield outcome(product, (*used, *made), "derived_ratio", exact=not rate.unit.dimension)


def of_pairs(task: Task) -> Iterator[Outcome]:
    """Yield how many people or households the pairs that the sentence told last are: 结对家庭68对，136户人家."""
    if task.spot.unit.name not in _PAIRED:
        return
    for other in reversed(task.reading.spots[max(0, task.spot.at - _TOLD) : task.spot.at]):
        e = task.reading.stated(other.at)
        if other.sentence == task.spot.sentence and e is not None and e.unit.name == "对" and e.number:
            made = plain_operands((e,), _WEIGHT)
            yield outcome(arithmetic.product(e.number, Decimal(2)), made, "derived_ratio", exact=True)
            return


def _each(rate: Evidence) -> tuple[str, ...]:
    """Return what a fact is a rate of: 期 for 每期人数, 生 and 天 for 每生每天4元; the thing that has a price."""
    return _rated(rate.near if "每" in rate.near or "/" in rate.near else rate.subject)


@lru_cache(maxsize=4096)
def _rated(words: str) -> tuple[str, ...]:
    priced = _PRICED.search(words)
    return tuple(found["what"] for found in _EACH.finditer(words)) or ((priced["what"],) if priced is not None else ())


def _makes(task: Task, rate: Evidence) -> bool:
    """Say whether so many of a fact come to something in the number's unit: so many people each to 人次."""
    if same_unit(rate.unit, task.spot.unit):
        return True
    return task.spot.unit.name == "人次" and rate.unit.name in _PEOPLE


def _factor(task: Task, rate: Evidence, what: str) -> Factor | None:
    """Return how many there are of what a rate is a rate of, where only one fact may say so."""
    period = task.reading.known.period
    forms = task.reading.values.forms
    counted = [
        e for e in task.reading.known.plain if e.at != rate.at and forms[e.at] == "number" and not _each(e)
    ]  # fmt: skip
    if what[0] in _DAYS:
        days = [e for e in counted if e.unit.name in _DAYS]
        return _of(days) if days else (Decimal(period.days), ()) if period.days else None
    if what[0] in _MONTHS:
        times, left = divmod(period.months, _MONTHS[what[0]])
        return (Decimal(times), ()) if times and not left else None
    if what[0] in _TIMES:
        return None
    unit = next((what[:n] for n in LENGTHS.get(what[0], ()) if what[:n] in UNITS), "")
    if unit and UNITS[unit].dimension:
        measured = [e for e in counted if e.unit.dimension == UNITS[unit].dimension != rate.unit.dimension]
        one = _of(measured)
        return None if one is None else (one[0] * one[1][0].unit.size / UNITS[unit].size, one[1])
    counted = [e for e in counted if not e.unit.dimension]
    named = [e for e in counted if len(what) > 1 and e.subject and (e.subject.endswith(what) or e.subject == what)]
    by_unit = [e for e in counted if e.unit.name == what[0] or (what[0] in _PEOPLE and e.unit.name in _PEOPLE)]
    by_sign = [e for e, o in zip(counted, plain_operands(counted, _WEIGHT), strict=True) if counts_them(what[0], o)]
    alike = named or by_unit or by_sign
    told = _told(task)
    if not (named or by_unit) and len(by_sign) > 1:
        # 每生 is each of the 学生: 留守儿童 are some of them.
        all_of_them = [e for e in by_sign if e.subject.endswith((*SHORTHAND.get(what[0], ())[:1],))]
        largest = max((e.number or Decimal(0) for e in by_sign), default=Decimal(0))
        by_sign = [e for e in all_of_them if e.number == largest] or by_sign
        alike = by_sign
    return _of(alike) or _of([e for e in alike if e.at in told])


def _of(facts: list[Evidence]) -> Factor | None:
    made = plain_operands(facts, _WEIGHT)
    return (made[0].value, (made[0],)) if len(made) == 1 else None


def _is_spoken_of(task: Task, o: Operand) -> bool:
    """Say whether the words beside the number have any of a fact's, or one of the numbers right before states it."""
    if task.reading.fits[task.spot.at].close(o.evidence[0]) > 0:
        return True
    return o.evidence[0] in _told(task)


def _told(task: Task) -> set[int]:
    """Return the evidence of the numbers right before."""
    near = (task.reading.backings.get(at) for at in range(max(0, task.spot.at - _TOLD), task.spot.at))
    return {at for b in near if b is not None for at in b.evidence}
