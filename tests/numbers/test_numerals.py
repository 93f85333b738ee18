"""A value written in any notation is read back; what is no numeral is not read."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.numbers.numerals import read_numeral

try:
    import cn2an
except ImportError:
    cn2an = None

DIGITS = "零一二三四五六七八九"
FULL = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
FINANCIAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
TRADITIONAL = str.maketrans("万亿两", "萬億兩")
NUMBERS = st.integers(min_value=0, max_value=10**12 - 1)


def section(n: int) -> str:
    """Write a number below 10000 in Chinese."""
    out, zero = "", False
    for place, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure = n // place % 10
        if figure:
            out += ("零" if zero and out else "") + DIGITS[figure] + sign
        zero = not figure if not figure else False
    return out


def chinese(n: int) -> str:
    """Write a whole number below 10^12 in Chinese: 二千四百九十六, 三百万零五."""
    if n == 0:
        return "零"
    out = ""
    for power, sign in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = n // power % 10**4
        if part:
            gap = "零" if out and part < 1000 else ""
            out += gap + section(part) + sign
    return out


def mixed(n: int) -> str:
    """Write 123450000 as 1亿2345万."""
    yi, wan, rest = n // 10**8, n // 10**4 % 10**4, n % 10**4
    return (
        (f"{yi}亿" if yi else "")
        + (f"{wan}万" if wan else "")
        + (section(rest) if rest >= 1000 or not n >= 10**4 else "")
    )


NOTATIONS = {
    "digits": str,
    "separators": lambda n: f"{n:,}",
    "full width": lambda n: str(n).translate(FULL),
    "full-width separators": lambda n: f"{n:,}".translate(FULL),
    "blanks": lambda n: f"{n:,}".replace(",", " "),
    "Chinese": chinese,
    "financial": lambda n: chinese(n).translate(FINANCIAL),
    "traditional": lambda n: chinese(n).translate(TRADITIONAL),
    "digit by digit": lambda n: "".join("〇一二三四五六七八九"[int(d)] for d in str(n)),
    "in 万": lambda n: f"{Decimal(n) / 10**4:f}万",
    "in 亿": lambda n: f"{Decimal(n) / 10**8:f}亿",
}


@pytest.mark.parametrize("notation", NOTATIONS)
@given(number=NUMBERS)
def test_every_whole_number_is_read_back_from_every_notation(notation, number):
    assert read_numeral(NOTATIONS[notation](number)) == number


@given(number=st.decimals(min_value=0, max_value=10**8, places=3))
def test_every_decimal_is_read_back(number):
    plain = f"{number:f}"
    whole, decimals = plain.split(".")
    spoken = chinese(int(whole)) + "点" + "".join(DIGITS[int(d)] for d in decimals)
    for written in (plain, plain.translate(FULL), f"{number:,f}", spoken):
        assert read_numeral(written) == number
    assert read_numeral(plain + "万") == number * 10**4


@pytest.mark.skipif(cn2an is None, reason="the oracle cn2an is not installed")
@given(number=NUMBERS)
def test_a_library_that_only_reads_numerals_agrees(number):
    assert cn2an is not None
    assert read_numeral(cn2an.an2cn(number)) == number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("20余万", 200000), ("8000多万", 80000000), ("二十余万", 200000), ("三千多万", 30000000),
        ("数十", 10), ("几千", 1000), ("几十万", 100000), ("十几", 10), ("二十几", 20), ("10几", 10),
        ("十几万", 100000),
        ("两百五", 250), ("三百五", 350), ("一万五", 15000), ("一万零五", 10005), ("3千5百", 3500),
        ("3.6百万", 3600000),
        ("1亿2千万", 120000000), ("三万亿", 3 * 10**12), ("一亿零三十万", 100300000), ("百", 100), ("千", 1000),
        ("万", 10000),
        ("二〇〇二", 2002), ("二0一二", 2012), ("二00三", 2003), ("○", 0), ("廿三", 23), ("卅", 30),
        ("幺二三四五", 12345),
        ("2O10", 2010), ("l2", 12), ("2l0", 210), ("１，２６８．５０", Decimal("1268.5")), ("壹拾贰", 12),
        ("叁拾陆万伍仟", 365000),
    ],
)  # fmt: skip
def test_the_forms_that_people_type_are_read(written, value):
    assert read_numeral(written) == value


@pytest.mark.parametrize("written", ["", " ", "多", "余", "点", "三点", "abc", "12a", "1.2.3", "一a", "--", "%", "元"])
def test_what_is_no_numeral_is_not_read(written):
    assert read_numeral(written) is None


@given(st.text(alphabet="0123456789〇零一二三四五六七八九十百千万亿两几数点余多壹拾.,O", max_size=40))
def test_no_string_of_numeral_signs_raises(written):
    read_numeral(written)
