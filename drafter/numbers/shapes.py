"""What a rule is, what it finds, and the pieces of pattern that the rules share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from drafter.models import Approx, MentionClass, NumberType, Value
from drafter.numbers.numerals import ARABIC, HAN

# One digit, half or full width; Chinese digits without and with multipliers.
D = f"[{ARABIC}]"
HAN_DIGIT = "[〇零○一二三四五六七八九两兩]"
SPACE = "[ \u3000\xa0]?"

ARAB = rf"(?:{D}{{1,3}}(?:[,，]{D}{{3}})+(?!{D})|{D}{{1,3}}(?: {D}{{3}})+(?![{ARABIC}.．%％])|{D}+)(?:[.．]{D}+)?"
# 千瓦, 千克 and 千米 after digits are units, not multipliers.
_POWER = r"(?:[百佰十拾仟千](?![瓦克伏帕卡])(?!米(?!线))|[万萬亿億兆])"
ARAB_COUNT = rf"{ARAB}(?:{SPACE}[余餘多几幾]?{_POWER}{{1,3}}(?:{D}+(?={_POWER})|{HAN_DIGIT}(?={_POWER}))?){{0,4}}[几幾]?"
HAN_COUNT = (
    rf"(?:[几幾数數](?=[十百千万萬亿億]))?[{HAN}]{{1,40}}"
    rf"(?:[点點]{HAN_DIGIT}{{1,12}}[百千万萬亿億]{{0,2}})?(?:[余餘多来几]?[万萬亿億]{{1,2}}(?!分之)[{HAN}]{{0,20}}){{0,3}}[几幾]?"
)
COUNT = rf"(?:{ARAB_COUNT}|{HAN_COUNT})"

HAN_STARTS = HAN + "几幾数數"
ARAB_STARTS = "0123456789０１２３４５６７８９"


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
    """A kind of number: where it may start, the pattern around it, and who reads it.

    In examples the core stands in brackets: 近[3万]户 -> the value. `shields` says that a match of this rule in which
    its reader finds nothing hides what it covers from all other rules.
    """

    name: str
    starts: str
    pattern: re.Pattern[str]
    read: Reader
    examples: Mapping[str, Value | None]
    counterexamples: tuple[str, ...] = ()


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a rule's pattern, in which blanks and comments are allowed."""
    return re.compile(pattern, re.VERBOSE)
