"""Rules for money in 元, 角 and 分, told as one sum: 三十七块五, 两元八角五分, 收费5毛."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from drafter.numbers.measure import approx_around
from drafter.numbers.numerals import read_numeral
from drafter.numbers.shapes import ALL_STARTS, ARAB_COUNT, COUNTED_STARTS, HAN_COUNT, D, Found, Rule, compiled

_COIN = f"(?:[一二两兩三四五六七八九]|{D})"
_PAID = re.compile(
    "(?:[费价钱元块款付交收补奖罚资赚花]|[提涨降][高价]?|每[一-龥]{1,3})(?:标准)?(?:[为是仅只才了到约达]|不到){0,2}$"
)
"""Words that make 角 and 毛 money: 收费八角, 每张五毛; 八角 is a spice, 三毛 a writer."""
_NEAR = 12


def _read_coins(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 三十七块五 and 两元八角五分 as one sum."""
    whole, tenths = read_numeral(m["n"]), read_numeral(m["tenths"])
    cents = read_numeral(m["cents"]) if m["cents"] else Decimal(0)
    if whole is None or tenths is None or cents is None:
        return []
    return [_sum(text, m.start(), m.end(), whole + tenths / 10 + cents / 100)]


def _read_tenths(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 五角二分 and, where it is paid, 八角 or 5毛, in 元."""
    tenths, cents = read_numeral(m["tenths"]), read_numeral(m["cents"]) if m["cents"] else Decimal(0)
    paid = m["cents"] or m["coin"] or _PAID.search(text[max(0, m.start() - _NEAR) : m.start()])
    if tenths is None or cents is None or not paid:
        return []
    return [_sum(text, m.start(), m.end(), tenths / 10 + cents / 100)]


def _sum(text: str, start: int, end: int, value: Decimal) -> Found:
    return Found(start, end, "claim", "money", value, "元", approx_around(text, start, end, "exact"))


RULES: tuple[Rule, ...] = (
    Rule(
        "coins",
        ALL_STARTS,
        compiled(
            rf"(?P<n>{ARAB_COUNT}|{HAN_COUNT})(?:块|元)(?P<tenths>{_COIN})"
            rf"(?:[角毛](?P<cents>{_COIN})(?=分(?![钟之]))|(?=[毛角，。钱；、！]|$))"
        ),
        _read_coins,
        {"工资[三十七块五]，": Decimal("37.5"), "每吨[两元八角五]分。": Decimal("2.85")},
        ("三块五十平米", "5元5人"),
        after="块元.．,，点點",
    ),
    Rule(
        "coins below one",
        COUNTED_STARTS + "两兩",
        compiled(
            rf"(?<![0-9.一二两三四五六七八九十百千元块])(?P<tenths>{_COIN})"
            rf"(?:[角毛](?P<cents>{_COIN})(?=分(?![钟之]))|(?=(?:毛|角(?![度形落色楼亭星]))(?P<coin>钱)?))"
        ),
        _read_tenths,
        {
            "每度电[五角二]分": Decimal("0.52"),
            "每份收费[八]角。": Decimal("0.8"),
            "每张复印收[五]毛。": Decimal("0.5"),
            "[5]角钱": Decimal("0.5"),
        },
        ("作家三毛。", "八角亭", "加八角调味", "画了3角形"),
        after="角毛",
    ),
)
