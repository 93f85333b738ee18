"""Rules for two ends in one number: 12至18岁, 三五天, 七八十人, 三到四成."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from drafter.models import Approx, Value
from drafter.numbers.measure import approx_around, unit_after
from drafter.numbers.numerals import read_numeral
from drafter.numbers.rules_shares import NO_TENTHS, PERCENT_SIGN, share
from drafter.numbers.shapes import (
    ALL_STARTS,
    ARAB,
    ARAB_COUNT,
    COUNTED_STARTS,
    DASH,
    HAN_COUNT,
    NEIGHBOURS,
    SPACE,
    D,
    Found,
    Rule,
    compiled,
)

DIGIT = "[一二两兩三四五六七八九]"
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
    return [two_ends(text, m, (low, high), "exact")]


def two_ends(text: str, m: re.Match[str], value: Value, default: Approx) -> Found:
    """Return the claim of a range, with what its unit and the words around say: 三五天 is about so many."""
    unit = unit_after(text, m.end())
    name = next((u for u in _ORDINAL_RANGE if text.startswith(u, m.end())), unit.name)
    approx = approx_around(text, m.start(), max(unit.end, m.end()), unit.approx)
    if approx == "exact" and default == "about":
        approx = "about"
    return Found(m.start(), m.end(), "claim", "range", value, name, approx)


def _read_neighbours(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 三五, 七八十, 一百二三十, 十七八: both ends have the same places around them."""
    head, pair, place = m["head"] or "", m["pair"], m["place"] or ""
    if pair not in NEIGHBOURS:
        return []
    low, high = read_numeral(head + pair[0] + place), read_numeral(head + pair[1] + place)
    if low is None or high is None or not (place or unit_after(text, m.end()).name):
        return []
    low, high = min(low, high), max(low, high)  # 三两天
    return [two_ends(text, m, (low, high), "about")]


def _read_tenths(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 两三成 as about 20 to 30 per cent, 三到四成 as 30 to 40."""
    low, high = read_numeral(m["lo"]), read_numeral(m["hi"])
    if low is None or high is None or low >= high or not (m["dash"] or m["lo"] + m["hi"] in NEIGHBOURS):
        return []
    found = share(text, m.span(), (low * 10, high * 10), "%", "range")
    return [found if m["dash"] or found.approx != "exact" else found._replace(approx="about")]


def _read_percents(text: str, m: re.Match[str]) -> Iterable[Found]:
    low, high = read_numeral(m["lo"]), read_numeral(m["hi"])
    if low is None or high is None or low >= high:
        return []
    return [share(text, m.span(), (low, high), "%", "range")]


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
            rf"(?P<head>(?:(?:{DIGIT}|{DIGIT}?十{DIGIT}?)[万萬])?(?:{DIGIT}千)?(?:{DIGIT}?百)?(?:{DIGIT}?十)?(?:{DIGIT}百)?)(?P<pair>{DIGIT}{{2}})(?P<place>[十百千][万萬亿億]?|[万萬亿億])?(?![一二三四五六七八九十百千普])"
        ),
        _read_neighbours,
        {
            "[七八十]人": (Decimal(70), Decimal(80)),
            "[三五]个": (Decimal(3), Decimal(5)),
            "[十七八]岁": (Decimal(17), Decimal(18)),
            "[两三]遍": (Decimal(2), Decimal(3)),
            "[一百二三十]人": (Decimal(120), Decimal(130)),
            "[三四百]吨": (Decimal(300), Decimal(400)),
            "[一千三四百]人": (Decimal(1300), Decimal(1400)),
            "[一万二三千]人次": (Decimal(12000), Decimal(13000)),
            "[三两]天": (Decimal(2), Decimal(3)),
            "增长[两三]倍": (Decimal(2), Decimal(3)),
        },
        ("一二九", "六五普法", "三三两两", "一千三百"),
        run=2,
    ),
    Rule(
        "tenths from one to another",
        COUNTED_STARTS + "两兩",
        compiled(
            rf"(?<![0-9.百十千])(?P<lo>{D}|{DIGIT})(?P<dash>{SPACE}{DASH}{SPACE})?(?P<hi>{D}|{DIGIT})成{NO_TENTHS}"
        ),
        _read_tenths,
        {
            "有[两三成]居民": (Decimal(20), Decimal(30)),
            "占[三到四成]": (Decimal(30), Decimal(40)),
            "增长[3至5成]": (Decimal(30), Decimal(50)),
        },
        ("三五成群", "二三成为", "五到三成"),
        after="成-—–－~～─至到 \u3000\xa0",
    ),
    Rule(
        "percents from one to another",
        "百",
        compiled(rf"百分之(?P<lo>{ARAB}|{HAN_COUNT}){DASH}(?P<hi>{ARAB}|{HAN_COUNT})(?!分)"),
        _read_percents,
        {"[百分之二十到三十]": (Decimal(20), Decimal(30)), "[百分之60至70]": (Decimal(60), Decimal(70))},
        ("百分之二十到百分之三十", "百分之三十到二十"),
        after="分",
    ),
)
