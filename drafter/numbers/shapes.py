"""What a rule is, what it finds, and the pieces of pattern that the rules share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from drafter.models import Approx, MentionClass, NumberType, Value
from drafter.numbers.numerals import ARABIC, HAN

# One digit, half or full width; one Chinese digit; a blank that may stand inside.
D = f"[{ARABIC}]"
HAN_DIGIT = "[〇零○一二三四五六七八九两兩]"
SPACE = "[ \u3000\xa0]?"
DASH = "(?:--|——|[-—–－~～─至到])"

# Each is atomic: what it takes it keeps, so that no text makes a pattern try its parts again and again.
ARAB = (
    rf"(?>(?:{D}{{1,3}}(?:[,，]{D}{{3}})+(?!{D})|{D}{{1,3}}(?:[ ]{D}{{3}})+(?![{ARABIC}.．%％/年月])|{D}+)"
    rf"(?:[.．]{D}+)?)"
)
# 千瓦, 千克 and 千米 behind digits are units, not multipliers.
_POWER = r"(?:[百佰十拾仟千](?![瓦克伏帕卡])(?!米(?!线))|[万萬亿億兆])"
ARAB_COUNT = (
    rf"(?>{ARAB}(?:{SPACE}[余餘多几幾来來]?{_POWER}{{1,3}}(?:{D}+(?={_POWER})|{HAN_DIGIT}(?={_POWER}))?){{0,4}}[几幾]?)"
)
HAN_COUNT = (
    rf"(?>(?:[几幾数數](?=[十百千万萬亿億]))?[{HAN}]{{1,40}}"
    rf"(?:[点點]{HAN_DIGIT}{{1,12}}[百千万萬亿億]{{0,2}})?"
    rf"(?:[余餘多来几幾][万萬亿億]{{1,2}}[{HAN}]{{0,20}}){{0,3}}[几幾]?)"
)
COUNT = rf"(?:{ARAB_COUNT}|{HAN_COUNT})"

ARAB_STARTS = "0123456789０１２３４５６７８９"
HAN_STARTS = HAN + "几幾数數"
ALL_STARTS = ARAB_STARTS + HAN_STARTS
COUNTED_STARTS = ARAB_STARTS + "一二三四五六七八九"
NEIGHBOURS = {a + b for a, b in zip("一二三四五六七八", "二三四五六七八九", strict=True)} | {
    *("一两", "两三", "三五", "三两", "兩三"),
}
"""Two digits that stand side by side for one or the other: 两三成, 三五天."""
ENDS = frozenset('，。；、,;！!？?（(）)：:\n ”》」』"')
"""Signs behind which a phrase is over."""


class Found(NamedTuple):
    """One number that a rule found: where its core stands, and what it means."""

    start: int
    end: int
    kind: MentionClass
    type: NumberType = "other"
    value: Value | None = None
    unit: str = ""
    approx: Approx = "exact"


Reader = Callable[[str, re.Match[str]], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of number: the signs it may start with, the pattern, who reads it, and what it must and must not read.

    In an example the core stands in brackets, and its value beside it: 近[3万]户 -> 30000. A counterexample is a text
    in which this rule must read nothing.
    """

    name: str
    starts: str
    pattern: re.Pattern[str]
    read: Reader
    examples: Mapping[str, Value | None]
    counterexamples: tuple[str, ...]
    before: str = ""
    """The signs of which one stands directly before; none given, any may."""
    after: str = ""
    """The signs of which one stands behind the first run of plain numerals; none given, any may."""
    run: int = 0
    """How many plain numerals, Arabic and Chinese ones, it begins with at least."""
    quoted: bool = False
    """It reads only behind an opening quotation mark that is near."""


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a rule's pattern, in which line breaks and blanks mean nothing."""
    return re.compile(pattern, re.VERBOSE)


def cores(kind: MentionClass) -> Reader:
    """Return a reader for which each group of the pattern is a core of that class, without a value."""

    def read(text: str, m: re.Match[str]) -> Iterable[Found]:
        spans = (m.span(group) for group in range(1, m.re.groups + 1))
        return [Found(start, end, kind) for start, end in spans if start < end]

    return read


OPENING = frozenset('“「『‘《〈"')
NEAR = 24
"""How far before a number the quotation mark may stand that opens the words around it."""


def surrounded(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the quoted words around a place begin and end, or None; looks a little way to either side."""
    if OPENING.isdisjoint(text[max(0, start - NEAR) : start]):
        return None
    for opening, closing in ("“”", "「」", "『』", "‘’", "《》", "〈〉"):
        first = text.rfind(opening, max(0, start - NEAR), start)
        if first >= 0 and closing not in text[first:start]:
            last = text.find(closing, end, end + NEAR)
            if last >= 0 and opening not in text[end:last]:
                return first + 1, last
    line = max(0, start - 300, text.rfind("\n", 0, start) + 1) if '"' in text[max(0, start - NEAR) : start] else -1
    if line >= 0 and text.count('"', line, start) % 2:
        last = text.find('"', end, end + NEAR)
        if last >= 0:
            return text.rfind('"', 0, start) + 1, last
    return None
