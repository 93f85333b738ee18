"""What the tiers of a fact come to together: 120人，每人每月50元；30人，每人每月90元 make 8700元 a month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.75
_FEW = 2
_EACH = re.compile("每(?:人|名|位|户|家|个|场|次)")
_OF_NAME = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,8})每(?:人|名|位|户|家)$")
_MONTHLY = "每月"
_YEAR = re.compile("全年|一年|年度|年发|累计|共计?$")


def tiers(task: Task) -> Iterator[Outcome]:
    """Yield the total of so many at so much each, tier by tier, where one fact tells two tiers and more."""
    for fact in task.reading.known.repeated:
        own = [
            e
            for e in task.reading.known.of_fact.get(fact, ())
            if e.place in ("value", "text") and e.number and not e.prior
        ]
        pairs = [(many, each) for many, each in pairwise(own) if _EACH.search(each.near) and not many.unit.dimension]
        pairs = [(many, each) for many, each in pairs if not _EACH.search(many.near)]
        pairs = pairs if len(pairs) >= _FEW else _named(task, own)
        if len(pairs) < _FEW or not all(same_unit(each.unit, task.spot.unit) for _, each in pairs):
            continue
        yield from _totals(task, pairs)


def _named(task: Task, rates: list[Evidence]) -> list[tuple[Evidence, Evidence]]:
    """Return rates with the counts that other facts give for their names: 道德模范每人2000元 and 道德模范8人."""
    pairs = []
    for each in rates:
        told = _OF_NAME.search(each.near)
        many = [
            e for e in task.reading.known.plain if told is not None and e.subject == told["name"] and e.place == "value"
        ]
        pairs += [(many[0], each)] if len(many) == 1 and not many[0].unit.dimension else []
    return pairs


def _totals(task: Task, pairs: list[tuple[Evidence, Evidence]]) -> Iterator[Outcome]:
    sides = plain_operands([e for pair in pairs for e in pair], _WEIGHT)
    rates = [in_unit(o, task.spot) for o in sides[1::2]]
    made = sum((o.value * rate for o, rate in zip(sides[::2], rates, strict=True)), Decimal(0))
    told = " + ".join(
        f"{arithmetic.plain(o.value)} × {arithmetic.plain(rate)}" for o, rate in zip(sides[::2], rates, strict=True)
    )
    monthly = all(_MONTHLY in each.near for _, each in pairs)
    months = Decimal(task.reading.known.period.months)
    if not monthly or not _YEAR.search(task.words):
        each = arithmetic.Derived(made, f"{told} = {arithmetic.plain(made)}")
        yield outcome(each, sides, "derived_ratio", exact=True)
    elif months > 1:
        whole = arithmetic.Derived(made * months, f"({told}) × {months} = {arithmetic.plain(made * months)}")
        yield outcome(whole, sides, "derived_ratio", exact=True)
