"""Numbers that a fact gives for what the words name: as what is, for all, made up as they tell, daily or on average."""

from __future__ import annotations

import re

from drafter.tracing import cues
from drafter.tracing.aims import each_as_total, only_wanted
from drafter.tracing.candidates import Candidate
from drafter.tracing.evidence import Evidence
from drafter.tracing.kinds import Kind
from drafter.tracing.layout import Spot
from drafter.tracing.levels import of_one_level
from drafter.tracing.objections.foreign import agrees
from drafter.tracing.objections.none_of import denies_the_same
from drafter.tracing.objections.rivals import counts_noun_of
from drafter.tracing.rates_named import same_rate
from drafter.tracing.reading import Reading

_SURE = 0.6
_NOUN = 2
_MADE = re.compile("[增降减比多少]|提[高升前]|上升|压[缩减]|缩短|平均|日均|[亩单]产")
_SIZED = re.compile(r"\d+(?:千伏|伏|瓦|千瓦|寸|匹|座)[\u4e00-\u9fff]{2}")
_SIZES = frozenset("千伏瓦寸匹座")
_SPANS = frozenset("天日周月季年晚")
_OFTEN = re.compile("每[天日周月季年]")
_PEOPLE = frozenset("人名位")
_FOR_WHOM = re.compile("每[天日][\u4e00-\u9fff]{0,4}(?:为|给|接送|照看|照料|看护|托管|辅导)$")
_COMES = re.compile("患者|病人|[客者]$|观众|群众|人次|来访|救")
"""Those who come and go: others each day."""
_AGAINST_ANOTHER = re.compile(r"比(?:[^，,。；;、0-9]|\d{1,2}月|\d{4}年){1,12}[多少](?:了|出)?$")


def plainly_meant(reading: Reading, spot: Spot, c: Candidate, stated: frozenset[Kind], made: str) -> bool:
    """Say whether a fact gives the number for what the words name: as what is, for all, and made up as they tell."""
    e = c.evidence
    if not agrees(e, stated) and not same_rate(reading, spot, e):
        return False
    if spot.value == 0 and not denies_the_same(reading, spot, e):
        return False
    if only_wanted(reading, spot, e) or each_as_total(reading, spot, e) or of_one_level(reading, spot, e):
        return False
    sized = reading.text[spot.mention.end : spot.mention.end + 1] in _SIZES
    named = _SIZED.match(reading.text, spot.mention.start) if sized else None
    if named is not None and named.group() in reading.known.wordings[e.fact]:
        return True  # 人均运维10千伏线路 tells no mean of ten: it is the line's name
    # A length of time is that of each anyway: 每次会议1.5小时.
    of_each = made == "often" or (made == "average" and e.unit.dimension == "时间")
    if not made or e.unit.dimension == "年龄" or _is_made(e) or _follows_made(reading, e):
        return True
    return (of_each and (c.fits_at_least(_SURE) or _there_each_day(reading, spot, e))) or _as_often(reading, spot, e)


def _there_each_day(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a fact counts those for whom something is done each day, the same ones: 每天为760名学员供餐."""
    head = set(e.subject[:-_NOUN])  # the 餐 of 用餐学员; 培训学员 are not fed for all that is said
    among = e.unit.name in _PEOPLE and counts_noun_of(reading, spot, e)
    among = among and (not head or not head.isdisjoint(reading.text[slice(*spot.clause)]))
    return among and _FOR_WHOM.search(reading.text, *spot.before) is not None and not _COMES.search(e.subject)


def _follows_made(reading: Reading, e: Evidence) -> bool:
    """Say whether what evidence is the last period's number of is an average: 2022年办理时限 of 平均办理时限."""
    return e.prior and any(c.before == e and _is_made(c.now) for c in reading.comparisons if not c.increase)


def _as_often(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a fact tells a number of the stretch that the words name: 每周开放63小时 of 每周7天，共63小时."""
    often = _OFTEN.search(cues.beside(reading.text, spot))
    return often is not None and often.group() in reading.known.wordings[e.fact]


def made_up(reading: Reading, spot: Spot) -> str:
    """Return what the words announce that only a fact that says so can back: an average, daily or not, a change."""
    words = cues.beside_in_turn(reading.text, spot, reading.spots)
    average = cues.AVERAGE.search(words) if not cues.AVERAGING.isdisjoint(words) else None
    if average and not (average["one"] and any(f"一{average['one']}" in f.label for f in reading.known.facts)):
        return "often" if (average["each"] or "")[:1] in _SPANS else "average"
    if spot.form == "share":
        return "change" if cues.GROWTH.search(words) else ""
    if cues.CHANGED.search(words):
        return "change"
    ahead = cues.ahead(reading.text, spot)
    if "比" in ahead and _AGAINST_ANOTHER.search(ahead):
        return "change"
    return "change" if ("同比" in words or cues.PRIOR.search(words)) and cues.DIFFERENCE.search(words) else ""


def _is_made(e: Evidence) -> bool:
    words = e.near + e.far
    return bool(cues.EACH.search(words) or cues.RATED.search(words) or _MADE.search(words))
