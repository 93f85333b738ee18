"""Rules for two ends in one number (12至18岁, 三五天, 七八十人, 7、8位) and grades that share a unit (一、二等奖)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from drafter.models import Approx, Value
from drafter.numbers.measure import approx_around, unit_after
from drafter.numbers.numerals import read_numeral
from drafter.numbers.rules_shares import PERCENT_SIGN, share
from drafter.numbers.shapes import (
    ALL_STARTS,
    ARAB_COUNT,
    ARAB_STARTS,
    COUNTED_STARTS,
    DASH,
    HAN_COUNT,
    SPACE,
    D,
    Found,
    Rule,
    compiled,
)

_NEIGHBOURS = {a + b for a, b in zip("一二三四五六七八", "二三四五六七八九", strict=True)} | {
    "一两",
    "两三",
    "三五",
    "三两",
    "兩三",
}
_DIGIT = "[一二两兩三四五六七八九]"
_ORDINAL_RANGE = ("年级", "等奖")


def _read_range(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read a range whose unit stands behind its upper end only; 2~3万 shares the power too."""
    low, high = read_numeral(m["lo"]), read_numeral(m["hi"])
    if low is None or high is None:
        return []
    if m["percent"]:
        return [share(text, m.span(), (low, high), "‰" if m["percent"] == "‰" else "%", "range")]
    power = re.search("[万亿萬億]$", m["hi"])
    if power and not re.search("[万亿萬億千百]", m["lo"]) and low < 10**4:
        low *= 10**4 if power.group() in "万萬" else 10**8
    if low >= high and not unit_after(text, m.end()).name:
        return []
    return [_range(text, m, (low, high), "exact")]


def _range(text: str, m: re.Match[str], value: Value, default: Approx) -> Found:
    unit = unit_after(text, m.end())
    name = next((u for u in _ORDINAL_RANGE if text.startswith(u, m.end())), unit.name)
    approx = approx_around(text, m.start(), max(unit.end, m.end()), unit.approx)
    if approx == "exact" and default == "about":
        approx = "about"
    return Found(m.start(), m.end(), "claim", "range", value, name, approx)


def _read_neighbours(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 三五, 七八十, 一百二三十, 十七八: both ends have the same places around them."""
    head, pair, place = m["head"] or "", m["pair"], m["place"] or ""
    if pair not in _NEIGHBOURS:
        return []
    low, high = read_numeral(head + pair[0] + place), read_numeral(head + pair[1] + place)
    if low is None or high is None or not (place or unit_after(text, m.end()).name):
        return []
    return [_range(text, m, (low, high), "about")]


def _read_listed(text: str, m: re.Match[str]) -> Iterable[Found]:
    low, high = read_numeral(m["lo"]), read_numeral(m["hi"])
    if low is None or high is None or high != low + 1:
        return []
    return [_range(text, m, (low, high), "about")]


def _read_grades(text: str, m: re.Match[str]) -> Iterable[Found]:
    found = []
    for part in re.finditer(rf"[一二三四五六七八九]|{D}{{1,2}}", m["list"]):
        at = m.start("list") + part.start()
        found.append(Found(at, at + len(part.group()), "claim", "ordinal", read_numeral(part.group()), m["u"]))
    return found


RULES: tuple[Rule, ...] = (
    Rule(
        "range",
        ALL_STARTS,
        compiled(
            rf"(?<![0-9０-９.A-Za-z/-])(?!0\d{{2,3}}[-—－ ]\d{{7}}|400-)(?P<lo>{ARAB_COUNT}|{HAN_COUNT})"
            rf"{SPACE}{DASH}{SPACE}(?P<hi>{ARAB_COUNT}|{HAN_COUNT})(?![0-9]|[-/.：:]\d)(?P<percent>{PERCENT_SIGN})?"
        ),
        _read_range,
        {
            "[12至18]岁": (Decimal(12), Decimal(18)),
            "[9-11]号楼": (Decimal(9), Decimal(11)),
            "[3-5%]": (Decimal(3), Decimal(5)),
            "[一到两]次": (Decimal(1), Decimal(2)),
            "[2~3万]元": (Decimal(20000), Decimal(30000)),
            "[三至六]年级": (Decimal(3), Decimal(6)),
        },
        ("6岁到14岁", "3-2-501", "一至一"),
        after="-—–－~～─至到.．,，点點几幾余餘多来 \u3000\xa0",
    ),
    Rule(
        "adjoining numerals",
        "一二两兩三四五六七八九十百",
        compiled(
            rf"(?P<head>(?:{_DIGIT}?百)?(?:{_DIGIT}?十)?(?:{_DIGIT}百)?)(?P<pair>{_DIGIT}{{2}})(?P<place>[十百千][万萬亿億]?|[万萬亿億])?(?![一二三四五六七八九十百千普])"
        ),
        _read_neighbours,
        {
            "[七八十]人": (Decimal(70), Decimal(80)),
            "[三五]个": (Decimal(3), Decimal(5)),
            "[十七八]岁": (Decimal(17), Decimal(18)),
            "[两三]遍": (Decimal(2), Decimal(3)),
            "[一百二三十]人": (Decimal(120), Decimal(130)),
            "[三四百]吨": (Decimal(300), Decimal(400)),
        },
        ("一二九", "六五普法", "三三两两"),
        run=2,
    ),
    Rule(
        "listed neighbours",
        ARAB_STARTS + "一二三四五六七八九",
        compiled(
            rf"(?<![0-9、.])(?P<lo>{D}|{_DIGIT})[、,，](?P<hi>{D}|{_DIGIT})(?=[位个名次人天处家岁里](?![等级期]))"
        ),
        _read_listed,
        {"有[7、8]位": (Decimal(7), Decimal(8))},
        ("1、3个", "5、6、7个"),
        after="、,，",
    ),
    Rule(
        "grades",
        COUNTED_STARTS,
        compiled(
            rf"(?P<list>(?:(?:[一二三四五六七八九]|{D}{{1,2}})[、和及与/]){{1,6}}(?:[一二三四五六七八九]|{D}{{1,2}}))(?P<u>等奖|星级|年级|级(?!别)|期(?=工程|项目|改造|建设)|楼(?![栋宇])|层|号楼|号院|孩|胎|标段)"
        ),
        _read_grades,
        {"设[一]、二、三等奖": Decimal(1)},
        ("一、二项",),
        after="、和及与/",
    ),
)
