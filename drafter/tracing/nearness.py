"""Which of several reckonings or facts comes closer to a wrong number."""

from __future__ import annotations

from decimal import Decimal

from drafter.tracing.approximation import shown_like
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Objection
from drafter.tracing.reckoning.outcome import stated_by
from drafter.tracing.slips import digits_slipped
from drafter.tracing.units import convert

_FACTOR = Decimal("2.5")
"""How much larger or smaller what was meant may be than what stands there."""


def closer(spot: Spot, one: Objection, other: Objection | None) -> Objection:
    """Return of two objections the one whose reckoning comes closer to the number, or leaves no other open."""
    if other is None or other.reckoned is None or one.reckoned is None:
        return other or one
    stated, first, second = stated_by(spot).value, one.reckoned.value, other.reckoned.value
    alike = stated <= _FACTOR * second and second <= _FACTOR * stated
    settled = one.doubtful and (alike or bool(digits_slipped(stated, shown_like(stated_by(spot), second))))
    return other if settled or abs(second - stated) < abs(first - stated) else one


def comes_closer(spot: Spot, objection: Objection, named: Evidence) -> bool:
    """Say whether what was reckoned comes closer to the number than the fact that is named at it."""
    if objection.reckoned is None or named.number is None:
        return False
    stated, own = stated_by(spot).value, convert(named.number, named.unit, spot.unit)
    return abs(objection.reckoned.value - stated) < abs(own - stated)
