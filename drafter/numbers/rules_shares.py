"""Rules for parts of a whole: percents, tenths, discounts, fractions, ratios and multiples."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from drafter.models import NumberType, Value
from drafter.numbers.measure import approx_around
from drafter.numbers.numerals import FULL_WIDTH, read_numeral
from drafter.numbers.shapes import (
    ARAB,
    ARAB_STARTS,
    COUNTED_STARTS,
    HAN_COUNT,
    NEIGHBOURS,
    SPACE,
    D,
    Found,
    Rule,
    compiled,
)

PERCENT_SIGN = "[%％﹪‰]"
_OF_ALL = re.compile(r"(不[低少]于|不高于|不超过|超过|超出|不足|不到|接近|高于|低于)[^，。；、0-9]{1,12}的$")
"""What is said of the part stands before the whole: 超过应到人数的一半."""
NO_TENTHS = "(?![立员为功长果绩效都本交就份套熟例语不型人活品片群堆])"
"""What makes another word of 成: 三成员, 五成群."""
_SMALL = "[一二两三四五六七八九十]"


def share(text: str, span: tuple[int, int], value: Value, unit: str, kind: NumberType = "percent") -> Found:
    """Return the claim of a part of a whole, with what the words around it say: 近九成, 40%以上, 四分之一强."""
    start, end = span
    read = approx_around(text, start, end, "over" if text[end : end + 1] == "强" else "exact")
    if read == "exact" and text[start - 1 : start] == "的" and (of := _OF_ALL.search(text[max(0, start - 20) : start])):
        read = approx_around(of[1], len(of[1]), len(of[1]), "exact")
    return Found(start, end, "claim", kind, value, unit, read)


def _read_percent(text: str, m: re.Match[str]) -> Iterable[Found]:
    number = m["n"].translate(FULL_WIDTH)
    if m["broken"]:
        number = re.sub("[。·]", ".", number)
    value = read_numeral(number)
    unit = "‰" if m.group().endswith("‰") else "%"
    return [] if value is None else [share(text, m.span(), value, unit)]


def _read_percent_in_words(text: str, m: re.Match[str]) -> Iterable[Found]:
    value = read_numeral(m["n"])
    if value is None:
        return []
    if m["d"] == "万":
        return [share(text, m.span(), value / 10000, "", "ratio")]
    return [share(text, m.span(), value, "%" if m["d"] == "百" else "‰")]


def _read_tenths(text: str, m: re.Match[str]) -> Iterable[Found]:
    value, more = read_numeral(m["n"]), m["more"]
    if value is None or value > 10:
        return []
    extra = Decimal(5) if more == "半" else (read_numeral(more) if more else None) or Decimal(0)
    return [share(text, m.span(), value * 10 + extra, "%")]


def _read_discount(text: str, m: re.Match[str]) -> Iterable[Found]:
    value = read_numeral(m["n"])
    return [] if value is None else [share(text, m.span(), value * 10 if value < 10 else value, "%")]


def _read_fraction(text: str, m: re.Match[str]) -> Iterable[Found]:
    over, under = read_numeral(m["over"]), read_numeral(m["under"])
    if over is None or not under:
        return []
    return [share(text, m.span(), over / under, "", "ratio")]


def _read_doubling(text: str, m: re.Match[str]) -> Iterable[Found]:
    value = read_numeral(m["n"])
    if value is None or value > 30:
        return []
    return [share(text, m.span(), Decimal(2) ** int(value), "倍", "ratio")]


def _read_times(text: str, m: re.Match[str]) -> Iterable[Found]:
    value = read_numeral(m["n"])
    return (
        []
        if value is None or m["n"] in NEIGHBOURS  # 两三倍
        else [
            share(text, m.span("n"), value, "倍", "ratio")._replace(
                approx=approx_around(text, m.start(), m.end(), "exact")
            )
        ]
    )


def _read_ratio(text: str, m: re.Match[str]) -> Iterable[Found]:
    a, b = read_numeral(m["a"]), read_numeral(m["b"])
    return [] if a is None or not b else [share(text, m.span(), a / b, "", "ratio")]


RULES: tuple[Rule, ...] = (
    Rule(
        "percent",
        ARAB_STARTS,
        compiled(rf"(?P<n>(?P<broken>{D}{{1,3}}[。·]{D}{{1,2}})|{ARAB}){SPACE}{PERCENT_SIGN}"),
        _read_percent,
        {
            "占[45.6%]": Decimal("45.6"),
            "占[45。6%]": Decimal("45.6"),
            "达[１００％]": Decimal(100),
            "[3.1‰]以内": Decimal("3.1"),
            "[98 %]": Decimal(98),
        },
        ("45.6", "45。6户"),
        after=".．。·,，%％﹪‰ \u3000\xa0",
    ),
    Rule(
        "percent in words",
        "百千万",
        compiled(rf"(?P<d>[百千万])分之(?P<n>{ARAB}|{HAN_COUNT})"),
        _read_percent_in_words,
        {
            "[百分之四十五点六]": Decimal("45.6"),
            "[百分之百]": Decimal(100),
            "[千分之五]": Decimal(5),
            "[百分之98]": Decimal(98),
            "[万分之三]": Decimal("0.0003"),
        },
        ("百分点",),
        after="分",
    ),
    Rule(
        "all of it",
        "百",
        compiled("(百)分百"),
        lambda text, m: [Found(m.start(), m.end(), "claim", "percent", Decimal(100), "%")],
        {"[百分百]满意": Decimal(100)},
        ("百分点",),
        after="分",
    ),
    Rule(
        "tenths",
        COUNTED_STARTS + "十两兩",
        compiled(
            rf"(?<![0-9.百十千])(?P<n>{D}(?:\.{D})?|[一二两兩三四五六七八九十])成(?:(?P<more>[半一二三四五六七八九])(?![个名人户家次年]))?{NO_TENTHS}"
        ),
        _read_tenths,
        {"[九成]以上": Decimal(90), "[三成半]": Decimal(35), "超过[7成]": Decimal(70), "[九成五]": Decimal(95)},
        ("三成员", "二成为", "十七成"),
        after="成.",
    ),
    Rule(
        "discount",
        COUNTED_STARTS,
        compiled(rf"(?P<n>{D}(?:\.{D})?|[一二三四五六七八九]{{1,2}})折(?![扣不叠返合页算])"),
        _read_discount,
        {"[八折]优惠": Decimal(80), "[八五折]": Decimal(85), "[9.5折]": Decimal(95)},
        ("五折页",),
        after="折.",
    ),
    Rule(
        "fraction",
        COUNTED_STARTS + "十",
        compiled(
            rf"(?P<under>{D}{{1,4}}|[一二三四五六七八九十]{{1,3}})分之(?P<over>{D}{{1,4}}|[一二两三四五六七八九十]{{1,3}})"
        ),
        _read_fraction,
        {"[三分之二]以上": Decimal(2) / 3, "近[四分之一]": Decimal("0.25")},
        ("百分之二",),
        after="分",
    ),
    Rule(
        "written fraction",
        "123456789",
        compiled(r"(?<![\d/.A-Za-z])(?P<over>[1-9]\d?)/(?P<under>[1-9]\d{0,2})(?![\d/年月A-Za-z.])"),
        _read_fraction,
        {"[1/4]的楼道": Decimal("0.25")},
        ("2010/5/12", "12/0"),
        after="/",
    ),
    Rule(
        "doubling",
        COUNTED_STARTS + "两兩",
        compiled(r"(?<=[翻了近约整到])(?P<n>[一两兩二三四五六七八九]|\d)番(?!茄)"),
        _read_doubling,
        {"翻了[一番]": Decimal(2), "翻[两番]": Decimal(4)},
        ("三番五次", "一番话"),
        after="番",
        before="翻了近约整到",
    ),
    Rule(
        "doubling without a count",
        "翻",
        compiled(r"翻(?:了)?(?:番(?!茄)|倍(?!的?努力))"),
        lambda text, m: [share(text, m.span(), Decimal(2), "倍", "ratio")],
        {"比上年[翻番]": Decimal(2), "实现[翻了番]": Decimal(2), "捐款额[翻倍]": Decimal(2)},
        ("翻两番", "翻番茄", "翻两倍"),
    ),
    Rule(
        "times",
        COUNTED_STARTS + "十百千两几数",
        compiled(
            rf"(?P<n>{ARAB}|[一二两三四五六七八九十百千几数]{{1,4}}(?:[点點][一二三四五六七八九])?)[余多]?倍(?![增受感加速])"
        ),
        _read_times,
        {"是上年的[1.25]倍": Decimal("1.25"), "增长[三]倍": Decimal(3)},
        ("加倍努力", "增长两三倍"),
        after="倍余多.．,，点點几幾数",
    ),
    Rule(
        "ratio",
        COUNTED_STARTS + "十",
        compiled(
            rf"(?<![\d:：.])(?P<a>{ARAB}|[一二三四五六七八九十])(?:[:：∶]|比(?!例))(?P<b>{ARAB}|[一二三四五六七八九十]{{1,3}}(?![一-龥]))(?![\d:：])"
        ),
        _read_ratio,
        {
            "师生比[1:17.8]": Decimal(1) / Decimal("17.8"),
            "[3比1]": Decimal(3),
            "按[1∶3]配备": Decimal(1) / 3,
            "约[一比十五]。": Decimal(1) / 15,
        },
        ("1比一般", "8:30:20"),
        after=":：∶比.．,，",
    ),
)
