"""Sums, shares and growth come with the reckoning that staff can check."""

from datetime import date
from decimal import Decimal

from drafter.tracing import arithmetic


def test_a_share_shows_its_reckoning():
    share = arithmetic.share(Decimal(2596), Decimal(5692))
    assert share is not None
    assert share.reckoning == "2596 ÷ 5692 = 45.6%"


def test_growth_is_taken_on_the_earlier_value():
    fall = arithmetic.growth(Decimal(9), Decimal(15))
    assert fall is not None
    assert fall.value == -40
    assert arithmetic.growth(Decimal(9), Decimal(0)) is None


def test_nothing_is_divided_by_zero():
    assert arithmetic.ratio(Decimal(1), Decimal(0)) is None
    assert arithmetic.share(Decimal(1), Decimal(0)) is None


def test_sums_and_differences_name_their_parts():
    assert arithmetic.total([Decimal(12), Decimal("8.5")]).reckoning == "12 + 8.5 = 20.5"
    assert arithmetic.difference(Decimal(96), Decimal(93)).reckoning == "96 - 93 = 3"


def test_both_ends_of_a_span_are_counted():
    assert arithmetic.days_between(date(2023, 5, 19), date(2023, 5, 26)).value == 8


def test_numbers_are_written_as_staff_write_them():
    assert arithmetic.plain(Decimal("45.60")) == "45.6"
    assert arithmetic.plain(Decimal("2E+3")) == "2000"
