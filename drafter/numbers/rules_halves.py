"""Rules for halves: 一半, 过半, 近半居民, 半份套餐, 两天半."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from drafter.models import NumberType
from drafter.numbers.measure import approx_around, unit_after
from drafter.numbers.numerals import read_numeral
from drafter.numbers.rules_shares import share
from drafter.numbers.shapes import COUNTED_STARTS, D, Found, Rule, compiled
from drafter.numbers.units import words

_PAST = re.compile("(?<![通经])[过過]$")
_HALVED = words("吨 亩 亩地 斤 公斤 米 里 里路 里地 公里 分 份 桶 袋 碗 杯 瓶 盆 勺 筐 箱 盒")
"""Of these there are halves, as there are of all times: 半亩地, 半份套餐."""


def _read_half(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 过半 and 过半数 as more than half, but not in 通过半数."""
    found = share(text, m.span(), Decimal("0.5"), "", "ratio")
    return [found._replace(approx="over") if _PAST.search(text[max(0, m.start() - 2) : m.start()]) else found]


def _read_half_unit(text: str, m: re.Match[str]) -> Iterable[Found]:
    unit = unit_after(text, m.end())
    if not unit.name or (unit.type == "quantity" and unit.name not in _HALVED):
        return []
    approx = approx_around(text, m.start(), unit.end, unit.approx)
    return [Found(m.start(), m.end(), "claim", unit.type, Decimal("0.5"), unit.name, approx)]


def _read_and_a_half(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 两天半 and 一个半小时: the half belongs to the numeral."""
    value = read_numeral(m["n"])
    if value is None:
        return []
    name = f"{m['v']}{m['rest']}" if m["v"] else m["u"]
    kind: NumberType = "quantity" if name in ("倍", "里", "亩", "岁", "米", "公里", "吨", "斤") else "duration"
    approx = approx_around(text, m.start(), m.end() + len(m["rest"] or ""), "exact")
    return [Found(m.start(), m.end(), "claim", kind, value + Decimal("0.5"), name, approx)]


RULES: tuple[Rule, ...] = (
    Rule(
        "half",
        "一半",
        compiled(
            r"一半(?![年月天个小日])|半[数數](?!据)|(?<=[过過])半(?=[的以，。；、：:]|$)|半(?=价)"
            r"|(?<=近)(?<![附最靠临就]近)半(?![年天月日個个小时世辈百夜里公吨亩斤米分场程径导岛数數价成])"
        ),
        _read_half,
        {
            "占[一半]": Decimal("0.5"),
            "[半数]以上": Decimal("0.5"),
            "过[半]": Decimal("0.5"),
            "享受[半]价": Decimal("0.5"),
            "近[半]居民": Decimal("0.5"),
            "女性近[半]。": Decimal("0.5"),
        },
        ("半年", "一半年", "半数据", "近半年来", "近半个月"),
        after="半",
    ),
    Rule(
        "half a unit",
        "半",
        compiled(
            r"(?<![上下前后一两大多过各参])半(?=[年天月日个個小學学世吨斤公米里分]|多年)"
            r"|(?<![一两大多过各参])半(?=[亩份桶袋碗杯瓶盆勺筐箱盒](?![装水子])(?!(?<=份)菜))"
        ),
        _read_half_unit,
        {
            "[半]年来": Decimal("0.5"),
            "[半]个小时": Decimal("0.5"),
            "[半]个多月": Decimal("0.5"),
            "消毒液[半]吨": Decimal("0.5"),
            "栽下[半]亩菜": Decimal("0.5"),
            "每人[半]份套餐": Decimal("0.5"),
        },
        ("上半年", "下半年", "半边天", "大半年", "大半碗", "半桶水", "半份菜"),
        after="半",
    ),
    Rule(
        "and a half",
        COUNTED_STARTS + "十两",
        compiled(
            rf"(?P<n>{D}{{1,3}}|[一二两三四五六七八九十]{{1,3}})(?:(?P<u>天|年|小时|倍|里|亩|岁|米|公里|吨|斤|周)半(?![年天数月])|(?P<v>[个個])半(?=(?P<rest>月|小时|星期|学期|钟头)))"
        ),
        _read_and_a_half,
        {"[两天半]": Decimal("2.5"), "[一年半]来": Decimal("1.5"), "[一个半]小时": Decimal("1.5")},
        ("一半", "两半"),
        after="天年小倍里亩岁米公吨斤周个個",
    ),
)
