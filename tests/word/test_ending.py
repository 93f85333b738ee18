"""Issuer and date: wording and place (GB/T 9704-2012, 7.3.5)."""

import pytest

from drafter.word.ending import official_date, place

CHARACTER = 320
LINE = 8845


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2023-06-30", "2023年6月30日"),
        ("2023.6.30", "2023年6月30日"),
        ("2023/06/05", "2023年6月5日"),
        ("2023年06月30日", "2023年6月30日"),
        (" 2023 年 6 月 30 日 ", "2023年6月30日"),
        ("二〇二三年六月三十日", "2023年6月30日"),
        ("二○二三年十二月二十一日", "2023年12月21日"),
        ("2023年6月", "2023年6月"),
        ("2023-13-01", "2023-13-01"),
        ("待定", "待定"),
        ("", ""),
    ],
)
def test_a_date_is_written_as_the_standard_wants_it(typed, printed):
    assert official_date(typed) == printed


def test_the_date_begins_two_characters_right_of_the_issuer():
    at = place("南苑社区居民委员会", "2023年6月30日", CHARACTER, LINE)
    assert at.issuer == 2 * CHARACTER
    assert at.issuer + 9 * CHARACTER - (at.date + 6.5 * CHARACTER) == 2 * CHARACTER


def test_a_date_longer_than_the_issuer_pushes_it_left():
    at = place("南苑社区", "2023年6月30日", CHARACTER, LINE)
    assert at.date == 2 * CHARACTER
    assert at.issuer + 4 * CHARACTER - (at.date + 6.5 * CHARACTER) == 2 * CHARACTER


def test_a_very_long_issuer_is_centred_above_its_date():
    issuer, date = "铜川市印台区城关街道办事处南苑社区居民委员会", "2023年6月30日"
    at = place(issuer, date, CHARACTER, LINE)
    assert at.issuer + len(issuer) * CHARACTER / 2 == at.date + 6.5 * CHARACTER / 2


def test_without_a_date_the_issuer_stands_two_characters_in():
    assert place("南苑社区", "", CHARACTER, LINE).issuer == 2 * CHARACTER
