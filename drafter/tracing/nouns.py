"""Facts that a number's noun names in other words: 9支队伍 for 志愿服务队, 9个村 for 村庄, 按8000人计, 每餐6元."""

from __future__ import annotations

import re

from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.operands import is_total
from drafter.tracing.reading import Reading
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import GENERIC

_SHORT = 2
_AMONG = re.compile("(?P<all>家庭|居民|村民|群众|住户|人口)?(?:当中|[中里])")
_MEANT = "对象"
_WIDE = re.compile("|".join(sorted(GENERIC, key=len, reverse=True)))
_RATE = re.compile(r"([\u4e00-\u9fff]{2,8})[率度](?:为|达到?|是|约)?$")
_RECKONED_ON = re.compile(r"(?:按照?|以)[^，。；0-9]{0,6}$")
_RECKONED = re.compile(r"(?:来|进行)?(?:计算?|测算|核算|推算)")
_BODY = re.compile(
    "(?P<body>[村校站点队园馆所院街镇区厂店班组])"
    "(?![民级委干里内庄组支务医史规口容道落长园舍车友外服点台位员伍友区子巷头面部门校落会房])"
)
"""A body by one sign, and no longer word: 23个村打响 counts villages, 23个村民小组 does not."""


def says_the_same(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether the noun at a number can only mean what the evidence counts, in the very same unit."""
    if spot.form == "share" and e.place == "value" and not e.prior:
        return _is_short_for(cues.ahead(reading.text, spot), e.near or e.subject)
    if e.place == "value" and _are_meant(reading, spot, e):
        return True
    if not e.unit.name or e.unit.name != spot.unit.name or e.place == "label" or e.prior:
        return False
    if whole_of(reading, spot, e):
        return True
    label = e.near or e.subject
    noun = reading.text[spot.unit_end : spot.unit_end + 1]
    core = _WIDE.sub("", label)
    if noun and noun == label[:1] and len(core) <= _SHORT:
        return True
    if noun and noun == label[-1:] and _only_one(reading, e):
        return True
    if core and reading.text[slice(*spot.before)][-1:] == core[:1] and len(core) <= _SHORT:
        return sum(core[0] in o.subject for o in reading.known.plain if o.unit.name == e.unit.name) == 1  # 开班4个
    return _is_price(reading, spot, label) or _is_basis(reading, spot, e)


def _is_short_for(words: str, label: str) -> bool:
    """Say whether a rate's label is short for what the words call it: 网办率 for 网上办理率."""
    told, short = _RATE.search(words), _RATE.search(label)
    if told is None or short is None or not _SHORT <= len(short[1]) < len(told[1]):
        return False
    signs = iter(told[1])
    return short[1][0] == told[1][0] and all(sign in signs for sign in short[1])


def _are_meant(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a fact counts those for whom the one beside it is done: 关爱对象26人 are the 儿童 of 儿童关爱."""
    deed = e.subject.removesuffix(_MEANT)
    if deed == e.subject or len(deed) < _SHORT or not same_unit(e.unit, spot.unit):
        return False
    for fact in reading.known.facts:
        whom = fact.label.replace(deed, "")
        if fact.id != e.fact and whom != fact.label and reading.neighbours(fact.id, e.fact) and len(whom) >= _SHORT:
            return reading.text.startswith(whom, spot.unit_end)
    return False


def _only_one(reading: Reading, e: Evidence) -> bool:
    """Say whether no other fact counts in the evidence's unit; 个 counts everything."""
    alike = (o for o in reading.known.evidence if o.unit.name == e.unit.name and o.place != "label")
    return e.unit.name != "个" and all(o.at == e.at for o in alike)


def _is_price(reading: Reading, spot: Spot, label: str) -> bool:
    """Say whether a label is a price of what the clause has each of: 每餐 and 餐价."""
    rated = cues.RATED.search(label)
    return rated is not None and f"每{rated.group()[0]}" in cues.ahead(reading.text, spot)


def _is_basis(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a number is told as what others are reckoned on, and the evidence is the sheet's whole."""
    told = _RECKONED_ON.search(cues.ahead(reading.text, spot)) and _RECKONED.match(reading.text, spot.unit_end)
    return bool(told) and any(o.evidence == (e.at,) and (o.whole or o.largest) for o in reading.silent)


def counts_bodies(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether the one sign behind the unit is what the only such label ends in: 18个村 of 下辖村 18个.

    Of several the largest is meant, which counts them all: 21个村 of 行政村 21个, whatever 达标村 there are.
    """
    noun = _BODY.match(reading.text, spot.unit_end)
    if noun is None or not _ends_so(e, noun["body"]) or spot.unit.name != e.unit.name:
        return False
    alike = [o for o in reading.known.plain if _ends_so(o, noun["body"]) and o.unit == e.unit]
    return not any((o.number or 0) > (e.number or 0) for o in alike)


def _ends_so(e: Evidence, body: str) -> bool:
    """Say whether a fact counts such bodies: 行政村 21个, 156场，13个村每村每月1场."""
    return e.subject.endswith(body) or (e.place == "value" and e.near.split(" ")[-1].startswith(body))


def whole_of(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether 中 behind a bare number makes it the whole, which the largest fact in its unit states: 1826人中.

    A noun for all of them may stand between: 1530户家庭中，示范家庭占一成.
    """
    among = _AMONG.match(reading.text, spot.unit_end)
    if among is None or reading.text[slice(*spot.before)].strip():
        return False
    return any(
        o.evidence == (e.at,) and o.largest and (o.whole or not among["all"])
        for o in reading.silent.passing(is_total, "")
    )
