"""Rules for item numbers that the words around them tell from figures: 1.2023年, 1.120户, 一来……二来……, 1是……2是……."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.numbers.measure import unit_after
from drafter.numbers.numerals import read_numeral
from drafter.numbers.rules_counts import counted
from drafter.numbers.rules_dates import YEAR, iso
from drafter.numbers.rules_markers import OPENERS, before
from drafter.numbers.shapes import Found, Rule, compiled
from drafter.numbers.units import words

_WHOLE = words(
    "名 户 戶 人 位 家 个 個 场 場 次 件 支 处 條 条 项 項 所 期 栋 幢 座 间 人次 户次 场次 届 批 岁 对 辆 台"
)
"""What there are no parts of: behind an item number stands 12名, and no 1.12名."""
_BROKEN = re.compile("[亿億每]|左右|以上|以下")
_SIGHT = 80


def _read_item_and_figure(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 1.2023年, 1.5月 and 1.120户 at the beginning of a line as an item's number and a date or count."""
    sign = before(text, m.start())
    if sign not in OPENERS or m.end() == len(text):  # 1.5月 alone is a typed value
        return []
    if m["date"]:
        date = iso(m["y"], m["m"] or m["m2"], m["d"] or m["d2"])
        return [Found(*m.span("n"), "marker"), Found(*m.span("date"), "claim", "date", date)]
    start, end = m.span("count")
    unit, value = unit_after(text, end), read_numeral(m["count"])
    after = text[unit.end : unit.end + 1]
    if value is None or unit.name not in _WHOLE or sign != "\n" or not "一" <= after <= "龥":  # 2.5人 alone too
        return []
    return (
        [] if _BROKEN.match(text, unit.end) else [Found(*m.span("n"), "marker"), counted(text, start, end, value, unit)]
    )


def _read_reason(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Take 二来 and 二则 for markers where 一来 or 一则 went before."""
    if "一" <= before(text, m.start()) <= "龥":
        return []
    if m["n"] == "一":
        told = text.find(f"二{m['word']}", m.end(), m.end() + _SIGHT) >= 0
    else:
        told = text.rfind(f"一{m['word']}", max(0, m.start() - _SIGHT), m.start()) >= 0
    return [Found(*m.span("n"), "marker")] if told else []


def _read_item(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Take 1是 for a marker where 2是 stands nearby, or the other way round."""
    sign, number = before(text, m.start()), int(m["n"])
    if sign.isalnum():
        return []
    near = text[max(0, m.start() - _SIGHT) : m.end() + _SIGHT]
    return [Found(*m.span("n"), "marker")] if f"{number - 1}是" in near or f"{number + 1}是" in near else []


RULES: tuple[Rule, ...] = (
    Rule(
        "item before a figure",
        "123456789１２３４５６７８９",
        compiled(
            r"(?<![0-9０-９.．])(?P<n>[1-9]\d?|[１-９])[.．](?=[1-9１-９一二])"
            rf"(?:(?P<date>(?P<y>{YEAR})年(?:(?P<m>1[0-2]|[1-9])月(?:(?P<d>[12]\d|3[01]|[1-9])日)?)?"
            r"|(?P<m2>1[0-2]|[1-9])月(?:份|(?P<d2>[12]\d|3[01]|[1-9])日)?)|(?P<count>[1-9]\d{0,3})(?!\d))"
        ),
        _read_item_and_figure,
        {
            "[1].2023年以来": None,
            "\n[2].2024年3月起": None,
            "\n[1].5月开展": None,
            "。[2].6月12日开展": None,
            "[１]．2022年起": None,
            "\n[1].12名党员到岗": None,
            "\n[2].36户居民": None,
            "\n[2].3个小区": None,
        },
        (
            "历时1.5月",
            "增长1.2023",
            "2010.5月",
            "\n1.5万人",
            "\n2.3个百分点",
            "\n1.5小时",
            "共1.12名",
            "\n1.5人/间",
            "2.5人",
            "\n2.3个亿",
        ),
        after=".．",
    ),
    Rule(
        "in the second place",
        "一二三四五",
        compiled("(?P<n>[一二三四五])(?P<word>来|则)(?![自源临到访电信宾宣新通])"),
        _read_reason,
        {"一来方便，[二]来节省": None, "一来近，二来快，[三]来省": None, "[一]则省钱，二则省力": None},
        ("有二来自外地", "二则新闻"),
        after="来则",
    ),
    Rule(
        "item in digits",
        "123456789",
        compiled(r"(?<![0-9.．])(?P<n>[1-9])是(?!否)"),
        _read_item,
        {"[1]是抓学习，2是抓服务": None, "1是抓学习，[2]是抓服务": None},
        ("2是偶数", "共1是党员，共2是团员"),
        after="是",
    ),
)
