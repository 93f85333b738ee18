"""What follows from numbers that are known: sums, differences, shares, growth, averages, durations. Pure functions.

Each returns the value together with the reckoning in words that staff can check: 2596 ÷ 5692 = 45.6%.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_UP, Context, Decimal

from drafter.record import record

_ENDLESS = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
"""For rounding: numerals of any length are typed, and the usual 28 digits don't hold them all."""
CALM = Context(Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
"""For reckoning with what others typed: where nothing comes out, NaN, which equals nothing, and nothing raises."""


_USUAL, _FINE, _LARGE = 2, 4, 100
"""How many decimals are shown, how many of a factor, and up to what size of it."""


@record(frozen=True, slots=True)
class Derived:
    """A number that follows from others, and how.

    Most reckonings are tried in vain, so that the words for one may be given as a way to make them.
    """

    value: Decimal
    how: str | Callable[[], str]

    @property
    def reckoning(self) -> str:
        """The reckoning in words that staff can check."""
        return self.how if isinstance(self.how, str) else self.how()


def plain(value: Decimal, places: int = 2) -> str:
    """Return a number as staff write it, with at most that many decimals: 45.60 -> 45.6, 2E+3 -> 2000."""
    if value == value.to_integral_value():
        return format(value.to_integral_value(), "f")
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _ENDLESS)
    if not rounded:
        return format(value.normalize(_ENDLESS), "f")[: places + 6]
    return format(rounded.normalize(_ENDLESS), "f")


def _factor(value: Decimal) -> str:
    """Return a factor or divisor with decimals enough that the reckoning comes out as told: 2360 × 0.586."""
    return plain(value, _FINE if abs(value) < _LARGE else _USUAL)


def total(values: Sequence[Decimal]) -> Derived:
    """Return the sum of at least one value."""
    value = sum(values, Decimal(0))
    return Derived(value, lambda: f"{' + '.join(plain(v) for v in values)} = {plain(value)}")


def difference(minuend: Decimal, *subtrahends: Decimal) -> Derived:
    """Return what is left of the first value when the others are taken away; may be negative."""
    value = minuend - sum(subtrahends, Decimal(0))
    return Derived(value, lambda: f"{' - '.join(plain(v) for v in (minuend, *subtrahends))} = {plain(value)}")


def share(part: Decimal, whole: Decimal) -> Derived | None:
    """Return the part as a percentage of the whole, or None where the whole is zero."""
    if not whole:
        return None
    value = part / whole * 100
    return Derived(value, lambda: f"{plain(part)} ÷ {plain(whole)} = {plain(value, 1)}%")


def growth(value: Decimal, previous: Decimal) -> Derived | None:
    """Return the change against the previous value in per cent of the previous one; negative for a fall.

    None where the previous value is zero: nothing grows by a percentage from nothing.
    """
    if not previous:
        return None
    change = (value - previous) / previous * 100
    return Derived(change, lambda: f"({plain(value)} - {plain(previous)}) ÷ {plain(previous)} = {plain(change, 1)}%")


def ratio(amount: Decimal, per: Decimal) -> Derived | None:
    """Return one amount divided by another (an average, a multiple), or None where the divisor is zero."""
    if not per:
        return None
    value = amount / per
    return Derived(value, lambda: f"{_factor(amount)} ÷ {_factor(per)} = {plain(value)}")


def product(*factors: Decimal) -> Derived:
    """Return the product of the factors: two terms of 35 each."""
    value = Decimal(1)
    for factor in factors:
        value *= factor
    return Derived(value, lambda: f"{' × '.join(_factor(f) for f in factors)} = {plain(value)}")


def part_of(percentage: Decimal, whole: Decimal) -> Derived:
    """Return that percentage of a whole: 97.3% of 112."""
    value = percentage * whole / 100
    return Derived(value, lambda: f"{plain(whole)} × {plain(percentage)}% = {plain(value)}")


def days_between(first: date, last: date) -> Derived:
    """Return the days from the first date to the last, both counted."""
    days = abs((last - first).days) + 1
    return Derived(Decimal(days), f"{first.month}月{first.day}日至{last.month}月{last.day}日，共{days}天")


def years_between(first: int, last: int) -> Derived:
    """Return the years that passed between two years."""
    return Derived(Decimal(abs(last - first)), f"{max(first, last)} - {min(first, last)} = {abs(last - first)}")


def counted(names: Sequence[str]) -> Derived:
    """Return how many names a list holds."""
    shown = "、".join(names[:6]) + ("等" if len(names) > 6 else "")
    return Derived(Decimal(len(names)), f"{shown}，共{len(names)}个")
