"""Rules for figures that were typed or scanned badly, and for masked ones: 2O0, 2，35O, 1。5万, 70xxxx."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from drafter.numbers.measure import unit_after
from drafter.numbers.numerals import ARABIC, read_numeral
from drafter.numbers.rules_counts import counted
from drafter.numbers.rules_shares import share
from drafter.numbers.shapes import ARAB_STARTS, D, Found, Rule, compiled
from drafter.numbers.units import MEASURE, MONEY, PERCENT

_WITH_DECIMALS = MEASURE | MONEY | PERCENT | {"分", "小时", "个小时"}


def _read_broken(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read digits of which some are typed as letters (2O0, l2) or torn by a blank, before a unit."""
    value = read_numeral(m["n"])
    power = {"万": 10**4, "亿": 10**8}.get(m["power"] or "", 1)
    if value is None or not re.search(r"\d", m["n"]):
        return []
    if m["percent"]:
        return [share(text, m.span(), value, "%")]
    unit = unit_after(text, m.end())
    if not unit.name:
        return []
    return [counted(text, m.start(), m.end(), value * power, unit)]


def _read_letter(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read a lone l as the digit that it was typed for, where a unit counts with it: 广场l处."""
    unit = unit_after(text, m.end())
    return [counted(text, m.start(), m.end(), Decimal(1), unit)] if unit.name and not unit.name.isascii() else []


def _read_full_stop(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 1。5万元, a decimal whose point was typed as a full stop; only what is measured has decimals."""
    value, unit = read_numeral(re.sub("。", ".", m["n"]) + (m["power"] or "")), unit_after(text, m.end())
    if value is None or not unit.name or not (m["power"] or unit.name in _WITH_DECIMALS):
        return []
    return [counted(text, m.start(), m.end(), value, unit)]


def _read_masked(text: str, m: re.Match[str]) -> Iterable[Found]:
    return [counted(text, m.start(), m.end(), m.group(), unit_after(text, m.end()))]


RULES: tuple[Rule, ...] = (
    Rule(
        "broken digits",
        ARAB_STARTS + "lIOo",
        compiled(
            r"(?<![0-9A-Za-z.])(?P<n>\d{1,2}[ ]\d{1,2}(?!\d)|[0-9OolI]{1,12}(?:[.][0-9OolI]{1,4})?)"
            r"(?:(?P<power>[万亿])|(?P<percent>[ ]?[%％]))?(?![0-9A-Za-z.])"
        ),
        _read_broken,
        {
            "达[2O0]户": Decimal(200),
            "[l2]名": Decimal(12),
            "[l.8]平方公里": Decimal("1.8"),
            "共[20 6]人": Decimal(206),
            "[9O%]": Decimal(90),
        },
        ("LED屏", "Olo", "O型"),
        after="OolI. \u3000\xa0",
    ),
    Rule(
        "torn thousands",
        ARAB_STARTS + "lIOo",
        compiled(
            r"(?<![0-9A-Za-z.])(?<![0-9][,，])(?=[0-9,，]*[OolI]|\d{1,3}[ ][,，][ ])"
            r"(?P<n>[0-9OolI]{1,3}(?:(?:[,，]|[ ][,，][ ])[0-9OolI]{3})+)"
            r"(?:(?P<power>[万亿])|(?P<percent>[ ]?[%％]))?(?![0-9A-Za-z.])"
        ),
        _read_broken,
        {"共[2，35O]户": Decimal(2350), "[1，2OO万]元": Decimal(12000000), "占地[2 ， 000] 平方米": Decimal(2000)},
        ("2，350户", "5户 ， 300场"),
        after=",，OolI \u3000\xa0",
    ),
    Rule(
        "letter for one",
        "l",
        compiled("(?<=[一-龥])l(?=[一-龥])"),
        _read_letter,
        {"广场[l]处，": Decimal(1), "选出代表[l]名": Decimal(1)},
        ("单位l）", "Al处", "每l含"),
    ),
    Rule(
        "full stop for a point",
        ARAB_STARTS,
        compiled(rf"(?<=[一-龥])(?<![第列名])(?P<n>{D}{{1,4}}。{D}{{1,2}})(?P<power>[万亿])?(?![{ARABIC}.年月日])"),
        _read_full_stop,
        {
            "面积[1。5万]平方米": Decimal(15000),
            "道路[2。3]公里": Decimal("2.3"),
            "提高[2。4]个百分点": Decimal("2.4"),
        },
        ("共5。3人参加", "名列第1。5万元", "排名3。5月"),
        after="。",
    ),
    Rule(
        "masked figure",
        ARAB_STARTS + "xXｘ",
        compiled(
            r"(?<![0-9A-Za-z])(?:\d+[xX×ｘ＊*]+[万亿]?(?![年A-Za-z0-9])|[xX×ｘ]{1,4}[余多]?(?:万(?=元|余元|平方|人|吨|份)|(?=[余多]?(?:元|条|户|人[，。、次]|名|个|次|场|件|起|处|份|吨|平方米|公里|盏|亩|册|块|栋|幢|家|项))))"
        ),
        _read_masked,
        {"约[70xxxx]平方米": "70xxxx", "拆除[1x]处": "1x", "整治小巷[xx]条": "xx"},
        ("3x4", "20xx年"),
        after="xX×ｘ＊*",
    ),
)
