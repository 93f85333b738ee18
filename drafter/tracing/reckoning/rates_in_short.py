"""Rates that go by a name in short, of what was just told and another fact: 登记选民5236人，参选率92%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from drafter.tracing import arithmetic, cues
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.named_rates import plain_facts
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.5
_BACK = 3
_SHORT_RATE = re.compile("(?P<deed>[\u4e00-\u9fff])(?P<noun>[\u4e00-\u9fff])率(?:达到?|为|约|近|超过?|已)*$")


def rates_in_short(task: Task) -> Iterator[Outcome]:
    """Yield the rate in what was just told of the fact that its name is short for: 登记选民5236人，参选率92%."""
    found = _SHORT_RATE.search(task.words)
    if found is None or cues.SURVEYED.search(task.words):
        return
    deed, signs = found["deed"], found["deed"] + found["noun"]
    near = task.reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]
    stated = (task.reading.stated(o.at) for o in near if o.sentence == task.spot.sentence)
    plain = {e.at for e in plain_facts(task)}
    wholes = [e for e in stated if e is not None and e.at in plain]
    for whole, part in product(wholes, task.reading.known.plain):
        smaller = (part.number or 0) < (whole.number or 0)
        alike = part.fact != whole.fact and same_unit(part.unit, whole.unit)
        words = part.near + part.subject
        if alike and smaller and deed in words and any(s in whole.subject or s in words for s in signs[1:]):
            top, under = plain_operands((part, whole), _WEIGHT)
            each = arithmetic.share(top.value * top.unit.size, under.value * under.unit.size)
            if each is not None:
                yield outcome(each, (top, under), "derived_percent")
