"""Shares and averages of totals that no fact states: of a year's quarters, of the parts of one fact, of all sites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.stretches import Series, amount_in, told
from drafter.tracing.units import UNITS, same_unit

_WEIGHT = 0.75
_YEAR = (1, 12)
_BACK = 60
_OF_YEAR = re.compile(r"占(?:比|到|了|全年|总[数量]|全部|的|约|近|比例|比重|为)*$")
_RATE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2})率[^，,。；;0-9]{0,4}$")
_SIGN = re.compile(r"(?P<sign>[\u4e00-\u9fff](?<![平年月日人户]))均[^，。；、0-9]{0,4}$")
_EACH = re.compile(r"(?:每|平均一)(?P<unit>[\u4e00-\u9fff])[^，。；、0-9]{0,8}$")
_TWO = 2


def shares_of_totals(task: Task) -> Iterator[Outcome]:
    """Yield the share of a stretch in its year, and the rate of what a fact's parts come to together."""
    yield from _of_year(task)
    yield from _of_fact_total(task)


def averages_of_totals(task: Task) -> Iterator[Outcome]:
    """Yield averages over the year's events that are told by stretches, of a fact's parts, and of all sites."""
    if cues.AVERAGING.isdisjoint(cues.average_words(task.reading.text, task.spot, task.reading.spots)):
        return
    yield from _over_year(task)
    yield from _of_sites(task)
    yield from _of_fact_parts(task)


def _of_year(task: Task) -> Iterator[Outcome]:
    """Yield the share that the stretch named last has in the whole year: 四季度最多，占34.1%."""
    if not _OF_YEAR.search(task.words):
        return
    stretch = told(task.reading.text, max(task.spot.sentence[0], task.spot.clause[0] - _BACK), task.spot.mention.start)
    for each in task.reading.series if stretch is not None else ():
        part, whole = amount_in(each, stretch or _YEAR), amount_in(each, _YEAR)
        if part is not None and whole and stretch != _YEAR:
            share = arithmetic.share(part, whole)
            if share is not None:
                yield outcome(share, plain_operands(each.covering(_YEAR), _WEIGHT), "derived_percent")


def _of_fact_total(task: Task) -> Iterator[Outcome]:
    """Yield the rate of a fact that it names in the sum of another's parts: 成活率 of 乔木420棵、灌木1260棵."""
    found = _RATE.search(task.words)
    if found is None or cues.SURVEYED.search(task.words):
        return
    parts = [e for e in task.reading.known.plain if found["name"] in e.subject and len(_fact(task, e)) == 1]
    for part in parts:
        for own in _summed(task, part.unit.name):
            whole = sum((e.number or Decimal(0) for e in own), Decimal(0))
            share = arithmetic.share(part.number or Decimal(0), whole)
            if share is not None and (part.number or 0) <= whole and part.fact != own[0].fact:
                yield outcome(share, plain_operands([part, *own], _WEIGHT), "derived_percent")


def _fact(task: Task, e: Evidence) -> tuple[Evidence, ...]:
    return task.reading.known.of_fact.get(e.fact, ())


def _summed(task: Task, unit: str) -> Iterator[list[Evidence]]:
    """Yield the parts of each fact that lists several numbers in one unit and states no total."""
    of: dict[str, list[Evidence]] = {}
    for e in task.reading.known.plain:
        if e.near and e.unit.name == unit:
            of.setdefault(e.fact, []).append(e)
    for own in of.values():
        if len(own) > 1 and not any("其中" in e.near or "共" in e.near for e in own):
            yield own


def _over_year(task: Task) -> Iterator[Outcome]:
    """Yield how much came on one of the year's events: 转诊44人，平均每场1人."""
    words = cues.average_words(task.reading.text, task.spot, task.reading.spots)
    found, mean = _EACH.search(words), _SIGN.search(words)
    sign = found["unit"] if found is not None else mean["sign"] if mean is not None else ""
    for each in task.reading.series if sign in UNITS else ():
        count = amount_in(each, _YEAR)
        if each.unit.name == sign and count:
            for amount in _amounts(task, each):
                made = arithmetic.ratio(in_unit(amount, task.spot), count)
                if made is not None:
                    yield outcome(made, (amount, *plain_operands(each.covering(_YEAR), _WEIGHT)), "derived_ratio")


def _amounts(task: Task, series: Series) -> list[Operand]:
    """Return what may be averaged: what was told right before in the number's unit, else the only one in it."""
    own = {e.at for e in series.parts.values()}
    alike = [e for e in task.reading.known.plain if same_unit(e.unit, task.spot.unit) and e.at not in own]
    backing = task.reading.backings.get(task.spot.at - 1)
    last = [e for e in alike if backing is not None and e.at in backing.evidence]
    return plain_operands(last or (alike if len(alike) == 1 else []), _WEIGHT)


def _of_sites(task: Task) -> Iterator[Outcome]:
    """Yield the average over several facts of one kind of site: 北岗村320户、西塘村280户，村均300户."""
    found = _SIGN.search(task.words)
    if found is None:
        return
    alike = [e for e in task.reading.known.plain if same_unit(e.unit, task.spot.unit)]
    group = [e for e in alike if len(e.subject) > _TWO and e.subject.endswith(found["sign"])]
    if len(group) >= _TWO and len({e.fact for e in group}) == len(group):
        total = sum((in_unit(o, task.spot) for o in plain_operands(group, _WEIGHT)), Decimal(0))
        each = arithmetic.ratio(total, Decimal(len(group)))
        stated = any(o.value == total for o in plain_operands(alike, _WEIGHT))
        if each is not None and not stated:
            yield outcome(each, plain_operands(group, _WEIGHT), "derived_ratio")


def _of_fact_parts(task: Task) -> Iterator[Outcome]:
    """Yield what the parts of one fact, drawn together, come to on each of what was just told: 每支管护140棵."""
    found = _EACH.search(task.words)
    told_here = range(max(0, task.spot.at - _TWO), task.spot.at)
    overs = [
        o for at in told_here if (b := task.reading.backings.get(at)) is not None for e in b.evidence
        if (o := task.reading.operands[e]) is not None and found is not None and o.unit.name == found["unit"]
    ]  # fmt: skip
    for over in overs[:1]:
        for own in _summed(task, task.spot.unit.name):
            total = sum((e.number or Decimal(0) for e in own), Decimal(0))
            each = arithmetic.ratio(total, over.value)
            if each is not None and over.facts[0] != own[0].fact:
                yield outcome(each, (*plain_operands(own, _WEIGHT), over), "derived_ratio")
