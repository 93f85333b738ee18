"""The numbers that stand before headings: 第一部分 一、 （一） 1. （1） ①."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal[
    "part", "chinese", "chinese_brackets", "digits", "decimals", "triple_decimals", "digit_brackets", "circled"
]

_HAN = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_PATTERNS: tuple[tuple[Kind, str], ...] = (
    ("part", rf"第([{_HAN}]{{1,3}}|\d{{1,2}})(?:部分|章|节|单元)[\s:：、]*"),
    ("chinese", rf"([{_HAN}]{{1,3}})\s*[、.．,，:：]\s*"),
    ("chinese", rf"([{_HAN}]{{1,2}})[ \t\u3000]+(?=[\u4e00-\u9fff]{{4}})"),
    ("chinese_brackets", rf"[（(]\s*([{_HAN}]{{1,3}})\s*[）)][、.．,，]?\s*"),
    ("triple_decimals", r"\d{1,2}[.．]\d{1,2}[.．](\d{1,2})[.．、]?\s*(?=[\u4e00-\u9fff“])"),
    ("decimals", r"\d{1,2}[.．](\d{1,2})[.．、]?\s*(?=[\u4e00-\u9fff“])(?![万亿千百余多个次人元米吨亩户平公倍分成])"),
    ("digits", r"(\d{1,2})\s*(?:[、．]|[.](?!\d)|[,，。:：](?=[\u4e00-\u9fff“]))\s*"),
    ("digits", r"(\d{1,2}) (?=[\u4e00-\u9fff]{2,20}$)(?![个名户人次件条项处家支场期年月日周天岁元米吨])"),
    ("digit_brackets", r"[（(]?\s*(\d{1,2}|[lI])\s*[）)][、.．,，]?\s*"),
    ("circled", rf"([{_CIRCLED}])[、.．,，]?\s*"),
)
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)
_OF_LISTS = ("chinese", "chinese_brackets", "digits", "digit_brackets", "circled")
# A marker that a lost line break left inside a paragraph stands after the end of a sentence or a space.
_INSIDE = re.compile(
    r"(?:(?<=[。！？ ])|(?<=：)(?=[一（(])|(?<=[\u4e00-\u9fff])(?=1[.、．][\u4e00-\u9fff]))\s*"
    rf"(?=[{_HAN}]{{1,2}}、|[（(][{_HAN}]{{1,2}}[）)]|\d{{1,2}}[、．]|\d{{1,2}}[.](?!\d)|[（(]\d{{1,2}}[）)]|[{_CIRCLED}])"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """The number before a line: its kind, its value from 1, its text as it stands, and the line without it."""

    kind: Kind
    number: int
    text: str
    rest: str


@lru_cache(maxsize=8192)
def read_marker(line: str) -> Marker | None:
    """Return the marker a line begins with, or None."""
    for kind, pattern in _COMPILED:
        found = pattern.match(line)
        if found:
            number = _value(found[1])
            return Marker(kind, number, found[0].strip(), line[found.end() :]) if number else None
    return None


def without_marker(label: str) -> str:
    """Return a label without the number that staff put before it: 一、组织领导 -> 组织领导; 一、二期改造 stays."""
    found = read_marker(label)
    counted = found is None or found.kind not in _OF_LISTS or not found.rest or found.rest[0] in f"{_HAN}0123456789"
    return label if counted or found is None else found.rest


def inner_breaks(text: str) -> list[int]:
    """Return the places inside a paragraph where a marker follows the end of a sentence."""
    return [found.end() for found in _INSIDE.finditer(text)]


def _value(figure: str) -> int:
    if figure in _CIRCLED:
        return _CIRCLED.index(figure) + 1
    if figure in "lI":
        return 1
    if figure.isdigit():
        return int(figure)
    tens, has_ten, ones = figure.rpartition("十")
    if has_ten:
        return (_HAN.index(tens) + 1 if tens else 1) * 10 + (_HAN.index(ones) + 1 if ones else 0)
    return _HAN.index(figure) + 1 if len(figure) == 1 else 0
