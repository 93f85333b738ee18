"""A number told of a part of what its fact counts, or of another deed: 邻里纠纷25件, 党员志愿者86人, 维修器材12件."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.narrowed import bare, narrows, phrases, sorts_apart
from drafter.tracing.reading import Reading
from drafter.tracing.units import convert

_NOUN = 2
_DEEDS = re.compile("维修|检修|修缮|更换|换新|新增|拆除|改造|淘汰|报废|退出|注销|取消|扩建|清退|流失|迁出|迁入")
"""Deeds that are done to some of what there is."""
_ANY_DEED = re.compile("[修换增添拆改建购迁退扩]")
_LIGHT = re.compile("队伍|总量|总额|群体|对象|规模|比例|累计|[共有达到近约已为了的占等]+")
_AGED = re.compile("([0-9一二三四五六七八九十百]+)(?:周岁|岁)")
_FOLK = re.compile("(?:志愿者|人员|干部|代表|家属|家庭|子女|骨干|.员|.工|.师|.生|.民|老人|儿童)$")
_DOING = re.compile(
    "(职工|员工|学生|党员|居民|村民|农户|群众|教师|妇女)(?!(?:中|里|当中|全部|人人|全员|全都))[\u4e00-\u9fff]{3}"
)
"""Those of a group who do something, as against all of it."""
_SOME = re.compile("在职|持证|骨干|报到|获奖|新任|在岗")
_AMONG = "其中"
_DONE = re.compile("成功|整改|办结|解决|化解|处置|合格|通过|达标|采纳|修复")


def part_told(reading: Reading, spot: Spot, e: Evidence) -> str:
    """Return the words at a number that name a part of what evidence counts, or another deed; empty where none do."""
    own = f"{e.near} {e.far} {reading.known.wordings[e.fact]} {reading.known.by_id[e.fact].topic}"
    name = bare(e.near.split(" ")[0] if e.place == "text" else e.subject)
    before = next(phrases(reading, spot), "") if spot.after[0] == spot.after[1] else ""
    if _goes_on(before, name):
        return before.removeprefix(_AMONG)
    for words in phrases(reading, spot):
        if sorts_apart(words, own, name) or _deed(words, own) or _some_of(words, own, name):
            return words.removeprefix(_AMONG)
    if narrows(reading, spot, e) or _is_narrower(reading, spot, e) or _do_something(reading, spot, e):
        return next(phrases(reading, spot), "").removeprefix(_AMONG)
    return ""


def _goes_on(words: str, name: str) -> bool:
    """Say whether words begin with the name of some people and end in another: 党员志愿者 are some of the 党员."""
    rest = words.partition(name)[2] if len(name) >= _NOUN and name in words and _FOLK.search(name) else ""
    return _FOLK.search(_LIGHT.sub("", rest)) is not None


def _some_of(words: str, own: str, name: str) -> bool:
    """Say whether words tell by a word right before a name that they count some of what it names: 在职党员."""
    found = _SOME.search(words)
    return found is not None and words[found.end() :][:_NOUN] in name and found.group() not in own


def _do_something(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a number tells what fewer than all of a group did: 152名职工无偿献血 of 职工1260人."""
    told = _DOING.match(reading.text, *spot.after)
    if told is None or not e.number or spot.value is None or bare(e.near or e.subject)[-_NOUN:] != told[1]:
        return False
    return spot.value < convert(e.number, e.unit, spot.unit)


def _deed(words: str, own: str) -> bool:
    """Say whether words tell a deed done to some of what a fact, that tells no such deed, counts: 更换健身器材."""
    return _DEEDS.match(words) is not None and _ANY_DEED.search(own) is None


def _is_narrower(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a fact counts fewer than the words tell: 80岁以上老人 for 60岁以上老人, 投诉办结 for 受理投诉."""
    name = e.near or e.subject
    words = reading.text[spot.clause[0] : spot.mention.start]
    aged, told = _AGED.findall(f"{reading.known.by_id[e.fact].label} {e.near}"), _AGED.findall(words)
    if aged and told and told[-1] not in aged:
        return True
    done = _DONE.search(name)
    return done is not None and done.group() not in reading.text[slice(*spot.clause)]
