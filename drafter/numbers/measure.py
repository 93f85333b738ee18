"""What stands around a numeral: its unit (and so its type), and the words that make it more or less than exact."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.models import Approx, NumberType
from drafter.numbers.units import DURATION, MEASURE, MONEY, UNITS, UNITS_BY_PAIR


class Unit(NamedTuple):
    """The unit behind a numeral: its name, where it ends, its type, and what 余 or 多 around it says."""

    name: str
    end: int
    type: NumberType
    approx: Approx


EXACT: Approx = "exact"
OVER: Approx = "over"
ABOUT: Approx = "about"
_ABOUT = frozenset("来來")
_MORE = frozenset("余餘多来來+＋")
_MORE_INSIDE = frozenset("多余餘")
_MORE_BLANK = _MORE_INSIDE | {"来", "來"}
"""Those of them that may stand behind a blank, where a sign for plus is none of a number's."""
# 4000多元 is money; 3种多元服务 and 多元化治理 are manifold.
_NO_MORE = re.compile(
    "来[自源临到访电信宾]|多[样功媒彩党少]|多元(?:[化素]|文化|服务|共治|治理|调解|参与|主体|融合|投入)|余[额粮热味]"
)
_TAILS = ("公里", "小时", "星期", "月", "米")
_OPEN = ("平方", "立方", "个", "個")
_BLANKS = frozenset(" \u3000\xa0")
_MORE_BEHIND = DURATION | MONEY | MEASURE | {"岁", "周岁"}


def unit_after(text: str, at: int) -> Unit:
    """Return the longest unit at `at`, behind 余, 多 or 来 and two blanks at most; else one without name.

    A blank may stand before 余 as well: 3,600 余份.
    """
    here, approx = at, EXACT
    sign = text[here : here + 1]
    if sign in _BLANKS and text[here + 1 : here + 2] in _MORE_BLANK:
        here += 1
        sign = text[here]
    if sign in _MORE and not _NO_MORE.match(text, here):
        here, approx = here + 1, ABOUT if sign in _ABOUT else OVER
        sign = text[here : here + 1]
    behind = here
    while sign in _BLANKS and here - behind < 2:
        here += 1
        sign = text[here : here + 1]
    for name in UNITS_BY_PAIR.get(text[here : here + 2], ()):
        if text.startswith(name, here):
            break
    else:
        if sign not in UNITS:
            return Unit("", behind, "quantity", approx)
        name = sign
    end = here + len(name)
    unit = Unit(name, end, UNITS[name], approx)
    return _more_inside(text, unit) if text[end : end + 1] in _MORE_INSIDE else unit


def _more_inside(text: str, unit: Unit) -> Unit:
    """Read 1平方多公里, 两个多月 and 一年多, where 多 stands inside or behind the unit."""
    if unit.name in _OPEN:
        tail = next((t for t in _TAILS if text.startswith(t, unit.end + 1)), "")
        name = unit.name + tail
        if tail and name in UNITS:
            return Unit(name, unit.end + 1 + len(tail), UNITS[name], "over")
    if unit.name in _MORE_BEHIND and not _NO_MORE.match(text, unit.end):
        return unit._replace(end=unit.end + 1, approx="over")
    return unit


_BEFORE = re.compile(
    r"""(?:(?P<over>超过|超過|超出|超|突破|逾|高于|高於|大于|多于|不少于|不低于|不少於|不低於|不小于|不下|至少|最少|起码|少说也有上|少说|≥|>|＞|冲破)
    |(?P<under>不足|不到|未满|不满|低于|低於|少于|小于|未达到?|不超过|不高于|不大于|不多于|不得超过|至多|最多|未超过|≤|<|＜)
    |(?P<about>大约|大概|约|約|将近|接近|逼近|近乎|近|约为|约有|约占|达近|差不多|估计))
    (?:了|达|为|占|有|计|共|(?<=[至最][多少])(?:可以?|能)?(?:容纳|安排|接待|接纳|停放?|住|坐))?[ ]?$""",
    re.VERBOSE,
)
_BEFORE_LAST = frozenset("过過出超破逾于於下少码上≥>＞足到满多≤<＜约約近乎为有占概计达了共到纳排待放停住坐 ")
# 签约 and 附近 are no approximators.
_NOT_APPROX = {"近": "最附靠就邻临贴", "约": "签预节条公制合契履违简特赴邀守失", "超": "赶"}
_AFTER_WORDS = {
    "over": "[+＋](?![0-9A-Za-z])|以上|之上|有余|有餘|余(?![额粮热味])|餘|多(?![样元功媒彩])|開外|开外|及以上|往上",
    "under": "以下|以内|之内|以內|及以下|範圍內|范围内",
    "about": "左右|上下|前后|許|许(?![多可])",
}
_AFTER = re.compile("[余餘多]?(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _AFTER_WORDS.items()) + ")")
_AFTER_FIRST = frozenset("余餘多+＋").union(word[0] for words in _AFTER_WORDS.values() for word in words.split("|"))


def approx_around(text: str, start: int, end: int, read: Approx) -> Approx:
    """Return what 近, 超过 before `start` or 以上, 左右 behind `end` say; `read` is what the numeral says."""
    after = _AFTER.match(text, end) if text[end : end + 1] in _AFTER_FIRST else None
    if after is not None and after.lastgroup is not None:
        return _named(after.lastgroup)
    if read != "exact":
        return read
    if start and text[start - 1] in _BEFORE_LAST:
        before = _BEFORE.search(text[max(0, start - 8) : start])
        if before is not None and before.lastgroup is not None:
            at = start - 8 + before.start() if start >= 8 else before.start()
            if not (at and text[at - 1] in _NOT_APPROX.get(before.group()[0], "")):
                return _named(before.lastgroup)
    return read


def _named(group: str) -> Approx:
    return "over" if group == "over" else "under" if group == "under" else "about"
