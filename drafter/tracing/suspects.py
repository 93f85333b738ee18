"""What a number that nothing backs was probably meant to state: what its words speak of, or what a slip made it of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.models import Category
from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.forms import as_share
from drafter.tracing.layout import Spot
from drafter.tracing.lookup import units_agree
from drafter.tracing.objections.rivals import digits, of_one_kind, one_kind
from drafter.tracing.objections.unrelated import unrelated
from drafter.tracing.operands import Operand
from drafter.tracing.reading import Reading
from drafter.tracing.reckoning.outcome import stated_by
from drafter.tracing.slips import TURNED, digits_slipped, is_power_of_ten
from drafter.tracing.stretches import told
from drafter.tracing.subject import also_called
from drafter.tracing.units import convert, same_unit

DATED = ("date", "span", "clock", "weekday", "season")
_NAMED = 0.34
_LATER = 0.9
_CLOSE = Decimal("0.3")
_FIGURES = 3
_NOUN = 2
_FAR = 10
_SORTS = ("类", "大类", "种", "样", "项")
_FIGURE = re.compile(r"\d")


def meant_here(reading: Reading, spot: Spot, shape: str) -> tuple[Evidence, ...]:
    """Return the evidence of the number's own form that its words speak of, best first."""
    shapes = DATED if shape in DATED else (shape,)
    earlier = cues.speaks_of_before(reading.text, spot, reading.known.period.first_year)
    fitting: list[tuple[float, int]] = []
    for at, fit in reading.fits[spot.at].fitting_later(_NAMED):
        reach = _LATER * fit.later if shape in DATED else 0.8 * fit.whole
        if max(fit.beside, reach) >= _NAMED and reading.values.forms[at] in shapes:
            fitting.append((fit.beside, -at))
    found = [reading.known.evidence[-at] for _, at in sorted(fitting, reverse=True)]
    found = [e for e in found if earlier or e.place != "previous"]
    return tuple(e for e in found if shape in DATED or (e.place != "label" and _may_be_counted(reading, spot, e)))[:3]


def _may_be_counted(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether the words at a number may count what evidence does: 微型消防站43个 are no 消防车, 零投诉 no 客户."""
    if not of_one_kind(spot, e):
        return False
    clause = reading.text[slice(*spot.clause)]
    if spot.value == 0 and e.number:
        own = e.subject or e.near
        told = reading.text[spot.clause[0] : spot.mention.start] + reading.text[spot.mention.end : spot.clause[1]]
        return any(word and (word in clause or word in told) for word in (own, *also_called(own)))  # 家庭暴力零投诉
    apart = "个" in (spot.unit.name, e.unit.name) and spot.unit.name != e.unit.name
    return not apart or (e.near or e.subject)[-_NOUN:] in clause


def misread_here(reading: Reading, spot: Spot) -> Iterator[Evidence]:
    """Yield the evidence in the number's own unit that it differs from by a slip of the pen only."""
    if spot.number is None or spot.number.sense != "exact" or spot.form != "number" or not spot.unit.name:
        return
    for o in reading.amounts.passing(_tells_slip, spot.unit.name):
        e = reading.known.evidence[o.evidence[0]]
        if slip_of(reading, spot, e) is not None and not unrelated(reading, spot, e):
            yield e


def _tells_slip(o: Operand, unit: str) -> bool:
    """Say whether an amount is one that a number in that unit may state, and has figures enough to tell a slip."""
    return not o.share and o.unit.name != "" and one_kind(unit, o.unit.name) and digits(o.value) >= _FIGURES


def in_another_unit(reading: Reading, spot: Spot) -> tuple[Evidence, ...]:
    """Return the fitting evidence that has the number, but in a unit that is another thing."""
    if spot.number is None or spot.form != "number":
        return ()
    found = []
    for at, fit in sorted(reading.fits[spot.at].beside(), key=lambda item: -item[1]):
        e = reading.known.evidence[at]
        if fit < 0.2 or e.place == "label" or not isinstance(e.value, Decimal):
            continue
        resized = e.unit.dimension and e.unit.dimension == spot.unit.dimension and e.unit.size != spot.unit.size
        if (
            e.value == spot.value
            and reading.values.forms[at] == "number"
            and (resized or not units_agree(spot.unit, e))
        ):
            found.append(e)
    return tuple(found[:1])


def in_stretch_told(reading: Reading, spot: Spot, known: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Return what the facts of some evidence tell of the part of the year that a number is told of: 二季度检查."""
    stretch = told(reading.text, spot.sentence[0], spot.mention.start)
    if stretch is None:
        return ()
    parts = [
        s.parts[stretch] for s in reading.series if stretch in s.parts and any(e in s.parts.values() for e in known)
    ]
    for fact in dict.fromkeys(e.fact for e in known):
        own = reading.known.by_id[fact]
        alike = (e for e in reading.known.of_fact[fact] if e.place in ("text", "value") and of_one_kind(spot, e))
        parts += [e for e in alike if e.number is not None and told(own.text or own.value, 0, e.start) == stretch]
    found = tuple(dict.fromkeys(e for e in parts if same_unit(e.unit, spot.unit)))
    return found if len(found) == 1 else ()


def slip_of(reading: Reading, spot: Spot, e: Evidence) -> tuple[Category, str] | None:
    """Return how the number may have come from the evidence's value, or None."""
    if e.number is None or spot.number is None:
        return None
    number = stated_by(spot)
    actual = as_share(e.number, e.core, e.type) if spot.form == "share" else convert(e.number, e.unit, spot.unit)
    if not actual or not number.value:
        return None
    ratio = number.value / actual
    if number.sense != "exact" and abs(ratio - 1) <= _CLOSE:
        return ("wrong_value" if number.sense == e.sense else "approx_wrong"), ""
    if is_power_of_ten(ratio):
        return "wrong_magnitude", ""
    slip = digits_slipped(number.value, actual)
    return ("wrong_digit", slip) if slip and (digits(actual) >= 3 or slip == TURNED) else None


def apart_in_digits(spot: Spot, e: Evidence) -> bool:
    """Say whether a number is no fact's value with another number of noughts: 198 of 20 is only about ten times it."""
    own = convert(e.number or Decimal(0), e.unit, spot.unit)
    return spot.value is None or own.normalize().as_tuple().digits != spot.value.normalize().as_tuple().digits


def is_far_off(spot: Spot, e: Evidence) -> bool:
    """Say whether a number is so far from a fact's value that it was hardly meant to state it: 12名妇女 of 2865."""
    own, stated = convert(e.number or Decimal(0), e.unit, spot.unit), spot.value or Decimal(0)
    return max(own, stated) >= _FAR * min(own, stated) and not digits_slipped(stated, own)


def counts_no_names(reading: Reading, spot: Spot) -> bool:
    """Say whether a number was held against how many names a fact lists, though these are dates or numbers, or one.

    Or though it tells a change: 比上年多9个.
    """
    objection = reading.objections.get(spot.at)
    if objection is None or not objection.facts or objection.reckoned is None:
        return False
    if objection.reckoned.value <= 1 or cues.DIFFERENCE.search(cues.ahead(reading.text, spot)):
        return True  # a statement that was read as one name may tell several
    return (
        spot.unit.name not in _SORTS and _FIGURE.search(objection.reckoned.reckoning.rpartition("，共")[0]) is not None
    )
