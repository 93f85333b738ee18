"""Numerals of any length and any digits are traced without raising: endless decimals, thirty digits, hostile ones."""

from decimal import Decimal

import pytest
from flagging import sheet_of
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from drafter.tracing.arithmetic import growth, plain, ratio, share
from drafter.tracing.trace import conflicts_between, trace_numbers

DIGITS = st.text("0123456789", min_size=1, max_size=45)
NUMERALS = st.one_of(
    DIGITS,
    st.tuples(DIGITS, DIGITS).map(".".join),
    st.integers(1, 99).map(lambda n: str(Decimal(1) / n)),
    st.text("一二三四五六七八九十百千万亿零点", min_size=1, max_size=30),
    st.integers(29, 2000).map(lambda n: "7" * n),
    st.integers(29, 2000).map(lambda n: "0." + "3" * n),
)
SENTENCES = [
    "村民{0}余人。",
    "村民近{0}人，其中女性{1}人，占{2}%。",
    "粮食总产{0}万吨，比上年增长{1}%，增加{2}吨。",
    "粮食{0}吨、油料{1}吨，合计{2}吨。",
    "户均{0}吨，是上年的{1}倍，平均每月{2}人。",
    "{0}多人次，约{1}元，{2}‰。",
    "村民{0}至{1}人，{2}成，翻{0}番，{0}分之{1}。",
    "村民超过{0}人，还剩{1}人，不到{2}人。\n村民{1}人。",
]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SENTENCES), st.tuples(*[NUMERALS] * 3), st.tuples(*[NUMERALS] * 4))
@example(SENTENCES[0], ("5", "1", "1"), ("1" * 30, "2", "3", "4"))
@example(SENTENCES[0], ("0.3333333333333333333333333", "1", "1"), ("93", "2", "3", "4"))
@example(SENTENCES[2], ("1" * 40, "2" * 40, "0"), ("3" * 40, "0", "1" * 30 + ".5", "0.0"))
@example(SENTENCES[4], ("0", "四五万", "0"), ("0", "0", "0", "四五万"))
def test_no_numeral_raises(sentence: str, told: tuple[str, ...], known: tuple[str, ...]):
    sheet = sheet_of(
        ("村民", known[0], "人", known[1]),
        ("粮食", known[2], "万吨"),
        ("油料", known[3], "吨"),
        f"组织村民{known[1]}人外出，人均收入{known[2]}元",
    )
    text = sentence.format(*told)
    report = trace_numbers(text, sheet)
    assert [text[t.mention.start : t.mention.end] for t in report.traces] == [t.mention.text for t in report.traces]
    conflicts_between([report, report], sheet)


@pytest.mark.parametrize(
    "value", [Decimal("1" * 40 + ".5"), Decimal("1" * 29), Decimal("0." + "3" * 60), Decimal("1E+40")]
)
def test_reckonings_are_written_out_whatever_their_length(value: Decimal):
    assert "E" not in plain(value)
    for found in (growth(value, Decimal(3)), share(value, Decimal(7)), ratio(Decimal(1), value)):
        assert found is not None
        assert found.reckoning
