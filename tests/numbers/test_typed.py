"""A value as typed into a form is read, or told why it can't be."""

from decimal import Decimal

import pytest

from drafter.numbers.typed import read_value, value_fault


@pytest.mark.parametrize(
    ("typed", "unit", "value", "approx"),
    [
        ("2496", "户", 2496, "exact"), ("2,496", "户", 2496, "exact"), ("２４９６", "户", 2496, "exact"),
        ("三千多", "户", 3000, "over"),
        ("约3万", "人", 30000, "about"), ("近200", "条", 200, "about"), ("300多", "平方米", 300, "over"),
        ("98%", "", 98, "exact"),
        ("12至18", "岁", (12, 18), "exact"), ("2002年6月", "", "2002-06", "exact"), ("第三名", "", 3, "exact"),
        ("三", "个", 3, "exact"),
        ("一", "个", 1, "exact"), ("零", "起", 0, "exact"), ("百余", "人", 100, "over"),
        ("百来", "人", 100, "about"), ("约百来", "人", 100, "about"), ("四十来", "次", 40, "about"),
        ("3.17万", "元", 31700, "exact"), ("12", "", 12, "exact"),
        ("3.1‰", "", Decimal("3.1"), "exact"), ("326人", "人", 326, "exact"), ("8:00", "", "08:00", "exact"),
        ("半", "年", Decimal("0.5"), "exact"),
        ("约90", "%", 90, "about"), ("近90", "%", 90, "about"), ("90以上", "%", 90, "over"),
        ("约20", "万元", 20, "about"),
    ],
)  # fmt: skip
def test_a_typed_value_is_read_like_the_same_words_in_a_draft(typed, unit, value, approx):
    mention = read_value(typed, unit)
    assert mention is not None
    assert (mention.value, mention.approx, mention.kind) == (value, approx, "claim")
    assert value_fault(typed, unit) == ""


@pytest.mark.parametrize(
    ("typed", "word"),
    [("12/0", "分母"), ("12O", "字母 O"), ("l2", "字母 l"), ("abc", "读不出"), ("", "没有填写"), ("-5", "负数"),
     ("1,23", "逗号"), ("1..2", "小数点"),
     ("2月30日", "不存在"), ("18至12", "对调"), ("若干", "读不出")],
)  # fmt: skip
def test_what_is_no_number_is_refused_with_the_reason(typed, word):
    assert word in value_fault(typed)
    assert read_value(typed) is None


def test_a_letter_for_a_digit_is_answered_with_the_right_spelling():
    assert value_fault("12O") == "“12O”里有字母 O，应为数字 0，请改成 120"


def test_several_numbers_are_no_single_value_but_no_fault_either():
    assert read_value("4场，听众520人") is None
    assert value_fault("4场，听众520人") == ""
