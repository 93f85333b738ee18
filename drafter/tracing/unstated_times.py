"""A number told of a time that its fact does not speak of: 下一步计划60场, 五年前120人, 6月份9件, 由1.6吨增至3.2吨."""

from __future__ import annotations

import re

from drafter.tracing import cues
from drafter.tracing.aims import INTENDED
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.other_time import planned
from drafter.tracing.reading import Reading
from drafter.tracing.stretches import PART, Months, stretches_in
from drafter.tracing.told_sides import is_origin

_YEAR = re.compile(
    r"(?<![由从自比较与同至到于\d])(?P<year>(?:19|20)\d\d)年(?![度]|以来|起|开始|[至到—-]|末?比)"
    r"(?!，?[\u4e00-\u9fff]{0,6}(?:成立|建成|始建|建立|启用|投用|动工|开工|获评|被评|创建))"
)
_LONG_AGO = re.compile(
    "(?:[二两三四五六七八九十]+|[2-9]|[1-9][0-9])年(?:以前|之前|前)|前年|(?:成立|[建组创]\\w?|改革)之初|起初|当初"
)
_OCCASION = re.compile(
    "(?:^|[，、：（在]|其中)(?P<name>[\u4e00-\u9fff]{2,4}(?:宣传|活动|服务|行动|主题|生产|推广)[月周])(?![报刊])"
)
_WON = re.compile("争取[\u4e00-\u9fff]{0,8}(?:资金|贷款|经费|项目|补助|补贴|支持|投资|财政)")
_AGAINST = re.compile("[比较由从与同自至到截]$")
_BACK = 16
_EARLIER, _LATER = "此前", "今后"
_NOUN = 2


def time_told(reading: Reading, spot: Spot, e: Evidence, told: str) -> str:
    """Return the words that tell of a time which evidence does not speak of; empty where none do."""
    wording = reading.known.wordings[e.fact]
    period = reading.known.period
    plan = planned(told, period)
    if plan and not INTENDED.search(wording) and not _WON.search(told):
        return plan if len(plan) > 1 else _LATER
    for found in [*_YEAR.finditer(told)][-1:] if period.year else ():
        year = int(found["year"])
        last = e.prior and e.place == "previous" and year == period.first_year - 1
        if not (period.first_year <= year <= period.year or last or year == e.year or found["year"] in wording):
            return found.group()
    ago = _LONG_AGO.search(told)
    if ago is not None and ago.group() not in wording:
        return ago.group()
    return _before(reading, spot, e) or _stretch(reading, told, e) or _occasion(told, wording)


def _before(reading: Reading, spot: Spot, e: Evidence) -> str:
    """Return the word by which a number is one of before, where evidence is of now: 由去年的50公斤降到38公斤."""
    if e.prior or e.year:
        return ""
    if cues.speaks_of_before(reading.text, spot, reading.known.period.first_year):
        word = cues.PRIOR.search(cues.ahead(reading.text, spot))
        return word.group() if word is not None else _EARLIER
    ahead, behind = cues.ahead(reading.text, spot), reading.text[spot.unit_end : spot.unit_end + _BACK]
    return _EARLIER if is_origin(ahead, behind) else ""


def _stretch(reading: Reading, told: str, e: Evidence) -> str:
    """Return the part of the period that a number is told of, where evidence names no such part: 6月份调解9件."""
    period, fact = reading.known.period, reading.known.by_id[e.fact]
    named = stretches_in(told)
    if not named or not period.months or _AGAINST.search(told[: named[-1][0]]):
        return ""
    at, stretch = named[-1]
    if "，" in told[at:] and stretch[0] == stretch[1]:
        return ""  # 5月，村里修订村规民约35条 tells when, and that of no other month
    if _covers(stretch, (period.first_month, period.last_month)) or stretches_in(
        f"{fact.label} {fact.value} {fact.text}"
    ):
        return ""
    name = PART.match(told, at)
    return name.group() if name is not None else told[at:]


def _covers(stretch: Months, period: Months) -> bool:
    return stretch[0] <= period[0] and period[1] <= stretch[1]


def _occasion(told: str, wording: str) -> str:
    """Return the day or week with a name that a number is told of, where the fact does not name it: 禁毒宣传月."""
    found = _OCCASION.search(told)
    return found["name"] if found is not None and found["name"][-_NOUN:] not in wording else ""
