"""One that counts nothing but means each or any: 一副副, 一天一个样, 约谈一次、警醒一片, 每50户一处."""

from __future__ import annotations

import re

from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.vocabulary import FIGURES

# 一 twice in one breath: parallel words, which count nothing.
_PAIRED = 6
_ANOTHER_ONE = re.compile(r"一[\u4e00-\u9fff]{1,2}、?[\u4e00-\u9fff]{0,2}$")
_ONE_MORE = re.compile(r"^[\u4e00-\u9fff]{1,2}、?[\u4e00-\u9fff]{0,2}一[\u4e00-\u9fff]")
EACH_SO_MANY = ("十", "百", "千", "万", "十万", "百万", "千万", "亿")
# 每50户一处, 不到两天半就有一次: the other number says how often, and is judged.
_AFTER_EACH = re.compile(
    r"每[0-9一二两三四五六七八九十百]+[^，。；]{0,10}$"
    r"|^(?:平均|大约|约)?[0-9一二两三四五六七八九十百]+(?:多|余)?[户人名位栋亩]$"
    r"|(?:相隔|间隔|每隔|间距)约?[0-9一二两三四五六七八九十百]+(?:多|余)?[米里公]{1,2}$"
    r"|[0-9一二两三四五六七八九十半](?:个?[天周月日]|天半)(?:多|左右)?(?:就|便|即)?有?(?:开展|举办|组织)?$"
)
# 最大一笔, 单场最多的一次: the one that stands out, not a count.
_FOREMOST = re.compile(r"最[\u4e00-\u9fff]{1,3}的?$")
# 一辆车40人, 平均一次230人: the number behind is judged.
_EACH_ONE = re.compile(r"(?:^|平均|相当于|大约)$")
_EACH_ONE_OF = re.compile(r"每[\u4e00-\u9fff]{1,2}$|平均$|折合$|相当于$")
_OWNERS = frozenset(("户", "人", "名", "位"))
_OWN = re.compile(r"(?:居民|农户|村民|家庭|人口)?(?:平均|均)?(?:拥有|占有|配有?|有(?![余多]))")
_TOLD = re.compile(r"[\u4e00-\u9fff“”]+")
_THEN_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,5}[0-9０-９]")


def means_each(reading: Reading, spot: Spot) -> bool:
    """Say whether 一 only means each or any: 一副副, 约谈一次、警醒一片, 一天一个样, 一月一调度."""
    text = reading.text
    start, end = spot.mention.start, spot.mention.end
    ahead = text[spot.clause[0] : start]
    if scales(text, spot):
        return True
    if spot.mention.text == "一月" and text[end : end + 1].isdecimal():
        return True  # 一月5篇: so many each month
    if spot.mention.text != "一" or spot.mention.type == "ordinal":
        return False
    if ahead.endswith("平均") or _AFTER_EACH.search(ahead):
        return True
    if spot.unit.name and (_FOREMOST.search(ahead) or _is_figure(text, spot)):
        return True
    if _heads_an_average(reading, spot):
        return True
    if spot.unit.name and text.startswith(spot.unit.name, spot.unit_end):
        return True
    if _EACH_ONE.search(ahead) and _THEN_NUMBER.match(text, end):
        return True
    around = text[max(spot.clause[0], start - _PAIRED) : start], text[end : min(spot.clause[1], end + _PAIRED)]
    return _ANOTHER_ONE.search(around[0]) is not None or _ONE_MORE.search(around[1]) is not None


def scales(text: str, spot: Spot) -> bool:
    """Say whether a round number only scales what follows: 每百户15个, 百户拥有汽车62辆."""
    if spot.mention.text not in EACH_SO_MANY:
        return False
    if text.endswith("每", 0, spot.mention.start):
        return True
    ahead = text[spot.clause[0] : spot.mention.start]
    return spot.unit.name in _OWNERS and not ahead.removesuffix("平均") and _OWN.match(text, spot.unit_end) is not None


def _is_figure(text: str, spot: Spot) -> bool:
    """Say whether 一 stands before a figure of speech, which nobody counts: 打了一场硬仗."""
    told = _TOLD.match(text, spot.unit_end, spot.clause[1])
    return told is not None and told.group().removesuffix("之").endswith(FIGURES)


def _heads_an_average(reading: Reading, spot: Spot) -> bool:
    """Say whether the next number of the clause is what one of the things has: 一名护理员要服务400人次."""
    behind = reading.spots[spot.at + 1] if spot.at + 1 < len(reading.spots) else None
    if behind is None or behind.clause != spot.clause or not spot.unit.name:
        return False
    backing = reading.backings.get(behind.at)
    ahead = reading.text[spot.clause[0] : spot.mention.start]
    return (
        backing is not None
        and backing.category == "derived_ratio"
        and (not ahead or _EACH_ONE_OF.search(ahead) is not None)
    )
