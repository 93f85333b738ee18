"""Units are taken whole, and 余 and 多 are seen wherever they stand."""

import pytest

from drafter.numbers.measure import approx_around, unit_after


@pytest.mark.parametrize(
    ("text", "unit", "kind", "approx"),
    [("户居民", "户", "quantity", "exact"), ("余人次参加", "人次", "quantity", "over"),
     ("个百分点", "个百分点", "percent", "exact"), ("平方多公里", "平方公里", "quantity", "over"),
     ("个多月", "个月", "duration", "over"), ("年多来", "年", "duration", "over"), ("元", "元", "money", "exact"),
     (" 户", "户", "quantity", "exact"),
     ("多名青少年", "名", "quantity", "over"), ("周岁以上", "周岁", "quantity", "exact"),
     ("来人", "人", "quantity", "about"), ("来次", "次", "quantity", "about"),
     ("来自各地", "", "quantity", "exact"), ("", "", "quantity", "exact")],
)  # fmt: skip
def test_the_unit_behind_a_numeral(text, unit, kind, approx):
    found = unit_after(text, 0)
    assert (found.name, found.type, found.approx) == (unit, kind, approx)


@pytest.mark.parametrize(
    ("before", "after", "approx"),
    [
        ("近", "户", "about"),
        ("", "户左右", "about"),
        ("超过", "户", "over"),
        ("", "户以上", "over"),
        ("不足", "户", "under"),
        ("", "户以内", "under"),
        ("达", "户", "exact"),
        ("附近", "户", "exact"),
    ],
)
def test_the_words_before_and_behind_say_how_exact_it_is(before, after, approx):
    text = before + "300" + after
    end = len(before) + 3
    assert approx_around(text, len(before), end + 1, "exact") == approx
