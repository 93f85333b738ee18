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

_IN_ORDER = "123456789"
_WITH_DECIMALS = MEASURE | MONEY | PERCENT | {"分", "小时", "个小时"}


def _read_broken(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read digits of which some are typed as letters (2O0, l2) or torn by a blank (98. 6%), before a unit."""
    value = read_numeral(m["n"])
    power = {"万": 10**4, "亿": 10**8}.get(m["power"] or "", 1)
    if value is None or not re.search(r"\d", m["n"]):
        return []
    if m["percent"]:
        return [share(text, m.span(), value, "%")]
    unit = unit_after(text, m.end())
    whole = m.groupdict().get("point") and not (m["power"] or unit.name in _WITH_DECIMALS)
    if not unit.name or whole:
        return []
    return [counted(text, m.start(), m.end(), value * power, unit)]


def _read_letter(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read a lone l as the digit that it was typed for, where a unit counts with it: 广场l处."""
    unit = unit_after(text, m.end())
    return [counted(text, m.start(), m.end(), Decimal(1), unit)] if unit.name and not unit.name.isascii() else []


def _read_letters(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read lO and ll as 10 and 11, where a unit counts with them: lO名教师, 培训ll期."""
    value, unit = read_numeral(m.group()), unit_after(text, m.end())
    return [counted(text, m.start(), m.end(), value, unit)] if value is not None and unit.name else []


def _read_spaced(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read digits that blanks part one by one, before a unit or as a year: 1 0 8人, 2 0 2 3年."""
    digits = m["n"].replace(" ", "")
    if m["year"] and len(digits) == 4 and digits[:2] in ("19", "20"):
        return [Found(m.start(), m.end(), "claim", "date", digits)]
    value, unit = read_numeral(digits), unit_after(text, m.end("n"))
    if value is None or not unit.name or digits in _IN_ORDER or text.startswith("年级", m.end("n")):
        return []
    return [counted(text, m.start("n"), m.end("n"), value, unit)]


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
            r"(?<![0-9A-Za-z.])(?P<n>\d{1,2}[ ]\d{1,2}(?!\d)"
            r"|(?<=[一-龥])(?<![第列名])(?P<point>\d{1,4}(?:[.][ ]|[ ][.])\d{1,2})"
            r"|[0-9OolI]{1,12}(?:[.][0-9OolI]{1,4})?)"
            r"(?:(?P<power>[万亿])|(?P<percent>[ ]?[%％]))?(?![0-9A-Za-z.])"
        ),
        _read_broken,
        {
            "达[2O0]户": Decimal(200),
            "[l2]名": Decimal(12),
            "[l.8]平方公里": Decimal("1.8"),
            "共[20 6]人": Decimal(206),
            "[9O%]": Decimal(90),
            "满意率为[98. 6%]": Decimal("98.6"),
            "投资额[1 .5万]元": Decimal(15000),
        },
        ("LED屏", "Olo", "O型", "共5. 3人", "\n98. 6%"),
        after="OolI. \u3000\xa0",
    ),
    Rule(
        "torn thousands",
        ARAB_STARTS + "lIOo",
        compiled(
            r"(?<![0-9A-Za-z.])(?<![0-9][,，])(?<![0-9][,，][ ])(?<!分别)(?<!分别[为是有])(?<!第)"
            r"(?=[0-9,，]*[OolI]|\d{1,3}[ ]?[,，][ ]\d{3})"
            r"(?P<n>[0-9OolI]{1,3}(?:(?:[,，]|[ ]?[,，][ ])[0-9OolI]{3})+)"
            r"(?:(?P<power>[万亿])|(?P<percent>[ ]?[%％]))?(?![0-9A-Za-z.])"
        ),
        _read_broken,
        {
            "共[2，35O]户": Decimal(2350),
            "[1，2OO万]元": Decimal(12000000),
            "占地[2 ， 000] 平方米": Decimal(2000),
            "参保[4, 312]人": Decimal(4312),
            "补贴[1, 250, 000]元": Decimal(1250000),
        },
        ("2，350户", "5户 ， 300场", "分别为4, 312人", "共4, 31人", "第3, 312人", "表1　446人"),
        after=",，OolI \u3000\xa0",
    ),
    Rule(
        "spaced digits",
        ARAB_STARTS,
        compiled(r"(?<![0-9A-Za-z.])(?P<n>\d(?:[ ]\d){2,11})(?![0-9A-Za-z.]|[ ]\d)(?:(?P<year>[ ]?年)(?!级))?"),
        _read_spaced,
        {"参赛选手[1 0 8]人": Decimal(108), "[2 0 2 3年]工作": "2023"},
        ("1 2 3年级", "得分3 2 1", "第2 0组"),
        after=" ",
    ),
    Rule(
        "two letters for digits",
        "l",
        compiled(r"(?<![0-9A-Za-z.])l[OolI]{1,2}(?=[一-龥])"),
        _read_letters,
        {"[lO]名教师": Decimal(10), "培训[ll]期": Decimal(11)},
        ("lOT名", "每ll含"),
        after="OolI",
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
        compiled(
            rf"(?<=[一-龥])(?<![第列名])(?P<n>{D}{{1,4}}。{D}{{1,2}})"
            rf"(?P<power>[万亿])?(?![{ARABIC}.年月日])"
        ),
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
