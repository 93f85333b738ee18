"""Rules for 百家, 千家, 万家 and 万户 that count no households: 牵动万家冷暖, 情暖百家, 进千家、访万户."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.numbers.shapes import HAN_STARTS, Found, Rule, compiled

_REACH = 3
_LONGEST_PAIR = 6
_HOUSES = "[百千万][家户]"
_DEED = "[进入走串访敲叩暖知晓解系到帮问连联察听惠润泽护]"
_OVER = "(?![一-龥0-9])"
_NUMBERED = re.compile(r"(?:[近约超逾达上共过数第每]|不足|[0-9余多几])$")
_BODIES = "(?![一-龥]{0,3}(?:家庭|[户院楼店企厂商]|小区|单位))"
"""What is felt by bodies that are counted: 百户平安家庭, 千家放心门店."""
_FELT = re.compile(
    "(?:之[忧难急困盼乐苦需长言事声福愁托]|冷暖|安危|幸福|平安|安康|安宁|安乐|康泰|祥和|和谐|和睦|温馨|清凉|光明"
    "|欢[乐喜欣腾聚]|[喜快]乐|喜悦|忧[乐愁患]|悲欢|疾苦|烟火|灯火|团[圆聚]|同[乐庆欢]"
    f"|[门心情事难忧愁苦言味福梦声]{_OVER}){_BODIES}"
)
"""What households feel, have or say, told of all of them."""
_REACHED = re.compile("(?:走进|[走送飞深融]入|[送走飞传]到|敲开|叩开|[情心]系|[暖润泽]|[绿香飘洒][满遍])$")
_PAIR_AHEAD = re.compile(f"{_DEED}{_HOUSES}[门心情事难忧愁]?[、，][一-龥]?{_DEED}$")
_PAIR_BEHIND = re.compile(f"[门心情事难忧愁]?[、，][一-龥]?{_DEED}{_HOUSES}[门心情事难忧愁]?{_OVER}")
_SAID = re.compile(f"{_DEED}$")
_ENDS = re.compile(f"[门心情事难忧愁]?{_OVER}")


def _all_households(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Take households that are told of for all, by what they feel or in two breaths; 近万家企业 and 万户居民 count."""
    ahead = text[max(0, m.start() - _REACH) : m.start()]
    if _NUMBERED.search(ahead):
        return []
    further = text[max(0, m.start() - _LONGEST_PAIR) : m.start()]
    figure = (
        _FELT.match(text, m.end())
        or (_REACHED.search(ahead) and _ENDS.match(text, m.end()))
        or (_SAID.search(ahead) and _PAIR_BEHIND.match(text, m.end()))
        or (_PAIR_AHEAD.search(further) and _ENDS.match(text, m.end()))
    )
    return [Found(m.start(), m.start() + 1, "vague")] if figure else []


RULES: tuple[Rule, ...] = (
    Rule(
        "all households",
        "百千万",
        compiled(f"(?<![{HAN_STARTS}0-9])[百千万][家户]"),
        _all_households,
        {
            "操[万]家心。": None,
            "[千]家欢乐、万户祥和": None,
            "走[百]家门": None,
            "解[万]户之忧": None,
            "情暖[百]家。": None,
            "走进[千]家，": None,
            "进[百]家、访千户": None,
            "进百家、访[千]户。": None,
        },
        (
            "万户居民受益",
            "近万家企业",
            "百户平安家庭",
            "走访千家企业",
            "企业百家、商户千家",
            "达到千家。",
            "惠及万户。",
        ),
        after="家户",
    ),
)
