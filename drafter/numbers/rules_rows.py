"""Rules for numbers in a row that share what stands behind the last: 7、8位, 三、四十人, 一、二等奖, 7、8月份."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from drafter.numbers.measure import unit_after
from drafter.numbers.numerals import HAN, read_numeral
from drafter.numbers.rules_dates import MONTH, iso
from drafter.numbers.rules_markers import OPENERS, before, in_a_list
from drafter.numbers.rules_ranges import DIGIT, two_ends
from drafter.numbers.shapes import ARAB_STARTS, COUNTED_STARTS, D, Found, Rule, compiled


def _read_listed(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 三、四十人 as 30 to 40 and 十五、六名 as 15 or 16; at the beginning of a line 三、 is a heading's."""
    head, place = m["head"] or "", m["place"] or ""
    if (head or place) and (before(text, m.start()) in OPENERS or not unit_after(text, m.end()).name):
        return []
    ones = read_numeral(m["lo"]), read_numeral(m["hi"])
    low, high = read_numeral(head + m["lo"] + place), read_numeral(head + m["hi"] + place)
    if low is None or high is None or ones[0] is None or ones[1] != ones[0] + 1:
        return []
    return [two_ends(text, m, (low, high), "about")]


def _read_grades(text: str, m: re.Match[str]) -> Iterable[Found]:
    found = []
    for part in re.finditer(rf"[一二三四五六七八九]|{D}{{1,2}}", m["list"]):
        at = m.start("list") + part.start()
        found.append(Found(at, at + len(part.group()), "claim", "ordinal", read_numeral(part.group()), m["u"]))
    return found


def _read_month(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read the 7 of 7、8月份 as a month; at the beginning of a line only before the next month, and with no item 8."""
    month, following = iso(None, m["m"], None), iso(None, m["next"], None)
    if before(text, m.start()) in OPENERS:
        number = int(month[2:])
        if int(following[2:]) != number + 1 or in_a_list(text, m.start(), number, "、"):
            return []
    return [Found(m.start(), m.end(), "claim", "date", month)]


RULES: tuple[Rule, ...] = (
    Rule(
        "listed neighbours",
        ARAB_STARTS + "一二两兩三四五六七八九十",
        compiled(
            rf"(?<![0-9、.第])(?P<head>{DIGIT}?十)?(?P<lo>{D}|{DIGIT})[、,，](?P<hi>{D}|{DIGIT})"
            rf"(?:(?P<place>[十百千][万萬]?|[万萬])(?![{HAN}])|(?=[位个名次人天处家岁里户](?![等级期])))"
        ),
        _read_listed,
        {
            "有[7、8]位": (Decimal(7), Decimal(8)),
            "有[三、四十]人": (Decimal(30), Decimal(40)),
            "有[十五、六]名": (Decimal(15), Decimal(16)),
            "每周[两、三]次": (Decimal(2), Decimal(3)),
        },
        ("1、3个", "5、6、7个", "\n三、四十年风雨", "第三、四名", "三、五十人"),
        after="、,，",
    ),
    Rule(
        "grades",
        COUNTED_STARTS,
        compiled(
            rf"(?P<list>(?:(?:[一二三四五六七八九]|{D}{{1,2}})[、和及与/]){{1,6}}(?:[一二三四五六七八九]|{D}{{1,2}}))(?P<u>等奖|等獎|星级|年级|级(?!别)|期(?=工程|项目|改造|建设)|楼(?![栋宇])|层|号楼|号院|孩|胎|标段)"
        ),
        _read_grades,
        {"设[一]、二、三等奖": Decimal(1)},
        ("一、二项",),
        after="、和及与/",
    ),
    Rule(
        "months in a row",
        COUNTED_STARTS + "十",
        compiled(
            rf"(?<![0-9０-９.．个第每])(?P<m>{MONTH})(?=[、和及与](?P<next>{MONTH})(?:[、和及与]{MONTH}){{0,10}}月(?![季饼光球]))"
        ),
        _read_month,
        {
            "今年[7]、8月份": "--07",
            "今年[五]、六月份": "--05",
            "在1、[2]、3月": "--02",
            "每年[3]、6、9月": "--03",
        },
        ("5、6个月", "\n1、5月开展", "1、2月走访。\n2、3月慰问"),
        after="、和及与",
    ),
)
