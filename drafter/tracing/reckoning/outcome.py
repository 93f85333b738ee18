"""A reckoning that may explain a number: its value, its operands, and how much the sentence is about them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from drafter.models import Category, Fact
from drafter.record import record
from drafter.tracing.approximation import Sense, Stated, holds
from drafter.tracing.arithmetic import Derived
from drafter.tracing.evidence import Knowledge
from drafter.tracing.layout import Spot
from drafter.tracing.operands import Operand
from drafter.tracing.reading import Backing

_NAMES = 4
_NAME = 24
_STOP = re.compile("[，。；：、]")
_WHOLE = (0, 100)
_NEARLY: dict[Sense, Decimal] = {"exact": Decimal("0.06"), "about": Decimal("0.12")}
"""How far, as a share of it, a whole number of times may be off: 是上年的2倍 says doubled, and no 1.5."""


@record(frozen=True, slots=True)
class Outcome:
    """One way to reckon, and what comes out."""

    derived: Derived
    operands: tuple[Operand, ...]
    category: Category
    weight: float
    exact: bool = False
    """A sum or difference, which is not rounded."""


@record(frozen=True, slots=True)
class Trial:
    """One reckoning that was tried, and whether the words call for its kind."""

    outcome: Outcome
    called: bool


def outcome(derived: Derived, operands: Iterable[Operand], category: Category, exact: bool = False) -> Outcome:
    """Return an outcome that weighs as much as its weakest operand."""
    used = tuple(operands)
    return Outcome(derived, used, category, min((o.weight for o in used), default=0.5), exact)


def stated_by(spot: Spot) -> Stated:
    """Return how a spot's number is stated, percentages and fractions alike as percentages."""
    assert spot.shown is not None
    return spot.shown


def explains(spot: Spot, found: Outcome) -> bool:
    """Say whether the number may stand for the outcome; 100% claims that it is all, and 0% none."""
    number = stated_by(spot)
    if spot.form == "share" and number.value in _WHOLE and found.derived.value != number.value:
        return False
    if number.sense in _NEARLY and number.resolution == 1 and "倍" in (spot.unit.name, spot.mention.unit):
        return abs(found.derived.value - number.value) <= _NEARLY[number.sense] * number.value
    return holds(number, found.derived.value, rounded=not found.exact)


def backing(found: Outcome, known: Knowledge) -> Backing:
    """Return the backing that an outcome gives."""
    facts = tuple(dict.fromkeys(f for o in found.operands for f in o.facts))
    evidence = tuple(dict.fromkeys(e for o in found.operands for e in o.evidence))
    names = "、".join(f"“{_called(known.by_id[fact])}”" for fact in facts[:_NAMES])
    more = f"等{len(facts)}项" if len(facts) > _NAMES else ""
    because = f"由{names or '总结时段'}{more}推算得出：{found.derived.reckoning}。"
    return Backing(evidence, facts, found.category, because, found.derived.reckoning)


def _called(fact: Fact) -> str:
    """Return what a fact is called in a sentence: its label, or its text as far as a stop, so that no number is cut."""
    text = fact.text.rstrip("。")
    if fact.label or len(text) <= _NAME:
        return fact.label or text
    cut = max((stop.start() for stop in _STOP.finditer(text, 0, _NAME)), default=0)
    return f"{text[:cut]}……" if cut else text
