"""May a stated number, read with the words around it, stand for an actual one: 近3300 for 3218, 三千多, 约60, 过半."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Literal

from drafter.record import record

Sense = Literal["exact", "about", "near", "more", "least", "beyond", "most", "below", "strong", "weak"]

# Words right before the numeral, and right behind it or its unit, that change what it claims. Longest first.
BEFORE: tuple[tuple[str, Sense], ...] = (
    ("大约", "about"), ("大概", "about"), ("约合", "about"), ("约占", "about"), ("约为", "about"), ("约", "about"),
    ("接近", "near"), ("将近", "near"), ("近", "near"),
    ("不少于", "least"), ("不低于", "least"), ("不小于", "least"), ("至少", "least"), ("≥", "least"),
    ("超过", "beyond"), ("超出", "beyond"), ("突破", "beyond"), ("略超", "beyond"), ("高于", "beyond"),
    ("多于", "beyond"), ("大于", "beyond"), ("逾", "beyond"), ("超", "beyond"), ("上", "beyond"), (">", "beyond"),
    ("不足", "below"), ("不到", "below"), ("不满", "below"), ("低于", "below"), ("少于", "below"),
    ("未满", "below"), ("小于", "below"), ("不超过", "most"), ("不超", "most"), ("不多于", "most"), ("不高于", "most"),
    ("最多", "most"), ("至多", "most"), ("≤", "most"), ("过", "beyond"),
)  # fmt: skip
BEHIND: tuple[tuple[str, Sense], ...] = (
    ("及以上", "least"), ("以上", "least"), ("以内", "most"), ("之内", "most"), ("以下", "most"), ("左右", "about"),
    ("上下", "about"), ("余", "more"), ("餘", "more"), ("多", "more"), ("许", "about"),
    ("許", "about"), ("来", "about"), ("有余", "more"), ("还多", "more"), ("还要多", "more"),
    ("+", "least"), ("＋", "least"), ("不到", "below"), ("不足", "below"),
    ("出头", "more"), ("强", "strong"), ("弱", "weak"), ("许", "about"), ("开外", "more"),
)  # fmt: skip

# How far an actual number may lie from a stated one, as a share of the stated one.
ABOUT = Decimal("0.04")
NEAR = Decimal("0.101")
CLOSE = Decimal("0.15")
BELOW = Decimal("0.2")
BEYOND = Decimal("0.5")
"""Who writes 超过1000 for what it is more than has no 1800 to tell of."""
FRACTION = Decimal("0.03")
_MANY = 100

_PROPORTION = re.compile(r"\d\s*[:：∶比]\s*\d")
_DIGITS = re.compile(r"[0-9０-９][0-9０-９,，. ．]*")
_SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}
_SENSE_AHEAD: dict[str, Sense] = dict(BEFORE)
_AHEAD = re.compile("(?:" + "|".join(sorted(map(re.escape, _SENSE_AHEAD), key=len, reverse=True)) + ")$")
_LAST_SIGNS = frozenset(word[-1] for word in _SENSE_AHEAD)
_SENSE_BEHIND: dict[str, Sense] = dict(BEHIND)
_FIRST_BEHIND = frozenset((*(word[0] for word in _SENSE_BEHIND), *filter(str.isspace, map(chr, range(0x3001)))))
"""The signs that a word behind a numeral, or the blank before it, may begin with."""
_BEHIND = re.compile(
    r"[^\S\n]*(及以上|以上|以内|之内|以下|左右|上下|有余|还要?多|出头|开外|[余餘来許许]|[+＋](?![\dA-Za-z])"
    r"|不[到足](?=[，。；、）]|$)|多(?!功能|媒体|元[化文]|样|种|方|部门|维|数)|[强弱](?=[，。；、）]|$))"
)
_BEHIND_UNIT = re.compile(
    r"[^\S\n]*(及以上|以上|以内|之内|以下|左右|上下|有余|还要?多|出头|开外|[+＋](?![\dA-Za-z])|不[到足](?=[，。；、）]|$)"
    r"|余(?=[，。；、]|$)|多(?=[，。；、的]|$)|[强弱](?=[，。；、）]|$))"
)
_OTHER_WORD = re.compile(
    r"(?:[最附靠邻亲就临走]近|(?<![津补])贴近|[节签预履公条契合邀相违制特]约|不约|[网线]上|[赶高商]超|[经通路]|[，,；;](?:实际)?超出)$"
)
"""Words that only look like one of these; 目标200户，超出20户 tells by how much."""
_ROUND = "百千万亿萬億半"


@record(frozen=True, slots=True)
class Stated:
    """A number as a text states it."""

    value: Decimal
    resolution: Decimal
    """The worth of the last digit written: 0.1 for 45.6, 1000 for 2.3万."""
    step: Decimal
    """The worth of the last digit that is not zero: 100 for 3200."""
    sense: Sense = "exact"
    fraction: bool = False
    """三分之一, 一半: read with a tolerance of its own."""
    scaled: bool = False
    """Written with 万 or 亿, which invites rounding: 1.19万 for 11873."""

    def times(self, factor: Decimal) -> Stated:
        """Return the same in a unit so many times smaller: a fraction in per cent."""
        value, resolution, step = self.value * factor, self.resolution * factor, self.step * factor
        return Stated(value, resolution, step, self.sense, self.fraction, self.scaled)


def sense_of(text: str, start: int, end: int, unit_end: int) -> Sense:
    """Return what the words around a numeral (`start` to `end`, its unit up to `unit_end`) make of it."""
    if text.startswith("个多", end) and unit_end > end + 2:
        return "more"
    behind = _BEHIND.match(text, end) if text[end : end + 1] in _FIRST_BEHIND else None
    if behind is None and unit_end > end and text[unit_end : unit_end + 1] in _FIRST_BEHIND:
        behind = _BEHIND_UNIT.match(text, unit_end)
    if behind:
        return _SENSE_BEHIND[behind.group(1)]
    ahead = text[max(0, start - 14) : start].rstrip(" 　")
    word = _AHEAD.search(ahead, max(0, len(ahead) - 4)) if ahead[-1:] in _LAST_SIGNS else None
    if word and (word.group() not in "上过" or text[start] in _ROUND):
        return "exact" if _OTHER_WORD.search(ahead) else _SENSE_AHEAD[word.group()]
    if ahead[-1:] in _JOINTS and (first := _CARRIED.search(text[max(0, start - _FURTHER) : start])):
        return _SENSE_AHEAD[first.group(1)]  # 分别有约700人和500人
    core = text[start:end]
    if not core.isdigit() and _MORE_INSIDE.search(core):
        return "more"
    if "来" in core:
        return "about"
    share = _SHARE_BETWEEN.search(ahead) if ahead.endswith("的") else None
    return _SENSE_AHEAD[share.group(1)] if share else "exact"


_JOINTS = frozenset("和与及")
_CARRIED = re.compile("分别[^，。；0-9]{0,8}(大?约|近)[0-9][0-9.万千]*[\u4e00-\u9fff]{0,4}[和与及]$")
_FURTHER = 32
_MORE_INSIDE = re.compile(r"[余餘多几幾]")
_SHARE_BETWEEN = re.compile(
    r"((?<![节公条预签])约|(?<![最附靠])近(?![视年期日几来邻代郊])|接近|超过|超|不足|不到)占?[^，。；,;、0-9]{1,10}的$"
)


def stated(core: str, value: Decimal, sense: Sense) -> Stated:
    """Return how a numeral core with that value was stated."""
    if core.isascii() and core.isdigit():
        zeros = len(core) - len(core.rstrip("0")) if value else 0
        return Stated(value, _ONE, _power(zeros), sense)
    if core.endswith("番"):
        return Stated(value, Decimal(0), value, sense, fraction=True)  # 翻了一番多 is short of 两番, twice as much
    half = core.endswith(("半", "半数")) and value < 1
    if half or ("分之" in core and core[0] not in "百千") or _PROPORTION.search(core):
        return Stated(value, Decimal(0), value * CLOSE, sense, fraction=True)
    power = 0
    digits = _DIGITS.search(core)
    if digits:
        power = sum(_SCALES.get(sign, 0) for sign in core[digits.end() :])
        shown = digits.group().translate(_HALF).replace(",", "").strip()
        power -= len(shown.partition(".")[2])
    elif "点" in core or "點" in core:
        after = re.split("[点點]", core)[1]
        power = sum(_SCALES.get(sign, 0) for sign in after) - sum(sign not in _SCALES and sign != "%" for sign in after)
    resolution = _power(power)
    if "成" in core or "折" in core:
        resolution = _of_tenths(core)
    return Stated(
        value, resolution, max(_last_place(value), resolution), sense, scaled=bool(set(core) & set("万亿萬億"))
    )


def _of_tenths(core: str) -> Decimal:
    """Return the worth of the last digit of a number of tenths: 10 of 两成, 5 of 两成五 and 三成半, 1 of 两成三."""
    last = core.rstrip("折")[-1:]
    if last in "半五5" and not core.startswith(("五", "5")):
        return Decimal(5)
    two = len(core.replace("成", "").replace("折", "").replace(".", "")) > 1
    return Decimal(1) if two and last != "成" else Decimal(10)


_ONE = Decimal(1)
_HALF_A_DIGIT = Decimal("0.5000001")
"""A hair more than half, as a 亩 has no end of decimals: 650平方米 are 0.975亩, and so 0.98 as well as 0.97."""
_HALF = str.maketrans("０１２３４５６７８９，．", "0123456789,.")


def _last_place(value: Decimal) -> Decimal:
    """Return the worth of the last digit of a number that is not zero: 100 for 3200, 0.1 for 45.6."""
    if not value:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return _power(int(exponent))


@lru_cache(maxsize=256)
def _power(exponent: int) -> Decimal:
    return Decimal(1).scaleb(exponent)


def holds(number: Stated, actual: Decimal, rounded: bool) -> bool:
    """Say whether the stated number may stand for the actual one.

    With `rounded` the actual number is the outcome of a division, and the stated one may be it rounded to the digits
    shown. Source of the bounds: how reviewers read these words; 近 and 超过 are strict, 约 allows four per cent.
    """
    value = number.value
    gap = actual - value
    if number.sense == "exact":
        return _equal(number, actual, rounded)
    if number.sense == "about":
        # Who writes 约 rounds: 约620 may be 624, but no one says 约131 for 133.
        return abs(gap) <= min(ABOUT * abs(value), 2 * _round_step(number)) or (
            rounded and _equal(number, actual, rounded)
        )
    if number.sense == "below" and value == 1 and rounded:
        return 0 < actual < 1  # 每户不到1个 is a quarter as well
    if number.sense in ("near", "below", "weak"):
        return gap < 0 and -gap <= (BELOW if number.sense == "below" else NEAR) * abs(value)
    if number.sense == "most":
        return gap <= 0 and -gap <= NEAR * abs(value)
    upper = max(number.step, CLOSE * abs(value) if number.sense != "more" or number.fraction else Decimal(0))
    if number.sense == "beyond":
        upper = min(upper, BEYOND * abs(value))
    return (gap > 0 or (gap == 0 and number.sense in ("least", "strong"))) and gap < upper


def may_stand_for(told: Sense, known: Sense) -> bool:
    """Say whether a number's words may stand where a fact has the same figure with its own: not 1000余 for 近1000.

    What is about a figure may be either side of it, so that 余 and 近 claim more than 约 knows; a bare figure claims
    no side.
    """
    if told == "exact":
        return known not in _ROUGHLY
    return told not in _SIDES or (known != "about" and (known in _ABOVE) == (told in _ABOVE))


_ROUGHLY: frozenset[Sense] = frozenset(("about", "near", "below", "weak"))
"""What a fact knows only roughly no bare figure states; 余 and 以上 are left to the writer."""
_ABOVE: frozenset[Sense] = frozenset(("more", "least", "beyond", "strong"))
_SIDES: frozenset[Sense] = _ABOVE | {"near", "most", "below", "weak"}


def _round_step(number: Stated) -> Decimal:
    """Return how finely a number is rounded; one that ends in five may be rounded to fives."""
    fives = number.step and number.value / number.step % 5 == 0
    return number.step * 5 if fives else number.step


def _equal(number: Stated, actual: Decimal, rounded: bool) -> bool:
    value = number.value
    gap = abs(actual - value)
    if gap == 0:
        return True
    if number.fraction:
        return gap <= FRACTION * number.value
    if rounded:
        # An average of three digits and more that ends in nought may as well be cut off: 740 for 740.8.
        cut_off = number.resolution == 1 < number.step and value >= _MANY and value < actual < value + 1
        return gap <= number.resolution * _HALF_A_DIGIT or cut_off
    if not number.scaled or gap > number.resolution / 2:
        return False
    return len(number.value.normalize().as_tuple().digits) >= 2


def shown_like(number: Stated, actual: Decimal) -> Decimal:
    """Return the actual number rounded to the digits that the stated one shows."""
    if number.fraction or not number.resolution:
        return actual
    return (actual / number.resolution).to_integral_value(ROUND_HALF_UP) * number.resolution
