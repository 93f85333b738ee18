"""A period as typed into the form, and the dates that follow from it."""

import pytest
from flagging import flags

from drafter.tracing.period import agree, parts, read_period


@pytest.mark.parametrize(
    ("typed", "year", "first", "last"),
    [
        ("2023年", 2023, 1, 12),
        ("2023年上半年", 2023, 1, 6),
        ("2018年1—11月", 2018, 1, 11),
        ("2022年7月", 2022, 7, 7),
        ("2024年第一季度", 2024, 1, 3),
        ("2016年下半年", 2016, 7, 12),
        ("２０２３年1月至9月", 2023, 1, 9),
        ("", 0, 0, 0),
    ],
)
def test_a_period_is_read_as_typed(typed, year, first, last):
    period = read_period(typed)
    assert (period.year, period.first_month, period.last_month) == (year, first, last)


def test_a_period_of_three_years_covers_each():
    period = read_period("2021—2023年")
    assert [period.covers(year) for year in (2020, 2021, 2023, 2024)] == [False, True, True, False]
    assert period.months == 36


@pytest.mark.parametrize(
    ("typed", "first", "last", "months"),
    [
        ("2022—2023学年", (2022, 9), (2023, 8), 12),
        ("2020学年", (2020, 9), (2021, 8), 12),
        ("2023年秋季学期", (2023, 9), (2024, 1), 5),
        ("2023—2024学年第二学期", (2024, 2), (2024, 7), 6),
        ("2024年春季学期", (2024, 2), (2024, 7), 6),
        ("2021—2024学年", (2021, 1), (2024, 12), 48),
    ],
)
def test_a_school_year_and_its_terms_have_the_months_of_the_calendar(typed, first, last, months):
    period = read_period(typed)
    assert (period.first_year, period.first_month) == first
    assert (period.year, period.last_month) == last
    assert period.months == months


def test_days_are_those_of_the_calendar():
    assert read_period("2024年").days == 366
    assert read_period("2023年第四季度").days == 92


def test_dates_agree_in_what_both_say():
    assert agree(parts("2023-05"), parts("--05-12"))
    assert not agree(parts("--05-13"), parts("2023-05-12"))


def test_a_period_of_days_says_its_first_and_last_day_and_how_many_there_are():
    facts = ("客运量|1187|万人次",)
    assert flags("9月29日至10月6日假期8天，运送乘客1187万人次。", *facts, period="2023年9月29日至10月6日") == []
    assert flags("9月28日至10月6日假期9天。", *facts, period="2023年9月29日至10月6日") == ["9月28日", "9"]
    assert read_period("2024年2月30日至31日").first_day is None
