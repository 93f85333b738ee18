"""Totals over the years that one fact tells: 2022年改造3个，2023年4个，2024年5个 makes 12个 in three years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, operand, plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.75
_YEARS = re.compile(r"(?<![0-9〇零一二三四五六七八九])(?:[两二三四五六七八九十]|\d)年(?:来|间|以来|累计|总|共)?")
_SIGN = re.compile(r"(?P<sign>[户班校村社])均[^，。；、0-9]{0,4}$")
_MEAN = re.compile(r"(?<![0-9])(?:年均|平均每年|每年平均)[^，。；、0-9]{0,8}$")
_TWO = 2
_SHARE = re.compile(r"占(?:[两三四五]|\d)年(?:总[数量])?的?$")


def totals_of_years(task: Task) -> Iterator[Outcome]:
    """Yield what a fact's numbers of several years come to together, and what comes on each of them."""
    told = task.reading.text[task.spot.sentence[0] : task.spot.mention.start]
    if _YEARS.search(told) is None:
        return
    sign = _SIGN.search(task.words)
    for own in _series(task):
        total = sum((o.value for o in own), Decimal(0))
        if sign is not None and own[0].unit.name == sign["sign"]:
            alike = [e for e in task.reading.known.plain if same_unit(e.unit, task.spot.unit)]
            top = operand(alike[0], "number", _WEIGHT) if len(alike) == 1 else None
            each = arithmetic.ratio(in_unit(top, task.spot), total) if top is not None else None
            if top is not None and each is not None:
                yield outcome(each, (top, *own), "derived_ratio")
        elif sign is None and same_unit(own[0].unit, task.spot.unit):
            yield outcome(arithmetic.total([in_unit(o, task.spot) for o in own]), own, "derived_sum", exact=True)


def mean_of_years(task: Task) -> Iterator[Outcome]:
    """Yield what came on each of the years that facts of one name state: 三年累计1041万元，年均347万元."""
    if not _MEAN.search(task.words):
        return
    first = task.reading.known.period.year
    of: dict[tuple[str, str], dict[int, Evidence]] = {}
    for e in task.reading.known.evidence:
        year = e.year or (first - 1 if e.place == "previous" else 0 if e.prior else first)
        if e.place in ("value", "previous") and e.number is not None and year and same_unit(e.unit, task.spot.unit):
            of.setdefault((e.near or e.subject, e.unit.name), {}).setdefault(year, e)
    for years in of.values():
        own = plain_operands([years[year] for year in sorted(years)], _WEIGHT)
        if len(own) > _TWO and max(years) - min(years) + 1 == len(own) == len(years):
            total = arithmetic.total([in_unit(o, task.spot) for o in own])
            each = arithmetic.ratio(total.value, Decimal(len(own)))
            if each is not None:
                yield outcome(
                    arithmetic.Derived(each.value, f"{total.reckoning}，{each.reckoning}"), own, "derived_ratio"
                )


def share_of_years(task: Task) -> Iterator[Outcome]:
    """Yield the share of one year's number in that of all: 占三年总数的41.7%."""
    if _SHARE.search(task.words) is None:
        return
    for own in _series(task):
        last = own[-1]
        each = arithmetic.share(last.value, sum((o.value for o in own), Decimal(0)))
        if each is not None:
            yield outcome(each, own, "derived_percent")


def _series(task: Task) -> Iterator[list[Operand]]:
    """Yield the numbers in one unit of each fact that tells as many of them as years."""
    forms = task.reading.values.forms
    for _, fact in task.reading.known.several:
        stated = task.reading.known.of_fact[fact]
        years = sum(forms[e.at] == "date" for e in stated)
        of: dict[str, list[Evidence]] = {}
        for e in stated if years > 1 else ():
            if e.number is not None and forms[e.at] == "number" and e.unit.name:
                of.setdefault(e.unit.name, []).append(e)
        for own in of.values():
            made = plain_operands(own, _WEIGHT)
            if len(made) == years == len(own):
                yield made
