"""Numbers that a fact has as words: 五星 for 五星级, 第四届 by 已评选4届, 连续四年, 百岁以上老人 by 百岁老人."""

from __future__ import annotations

import re
from collections.abc import Callable

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.national_rounds import name_round
from drafter.tracing.reading import Backing, Reading
from drafter.tracing.vocabulary import HEADS

_NAMED_WORD = 0.25
_REACHED = re.compile("(?:办|开|出|做|推出|更新|编印)[到至]了?第$")
_PERSONS = ("名", "位", "人")
_LEADERS = re.compile(rf"(?P<body>[\u4e00-\u9fff]{{2,6}}?)(?:{'|'.join(HEADS)})")
_PLACED = ("排名", "名次", "位次")
_RUN = ("连续", "连续第")
_NTH_YEAR = ("年", "个年头", "年头")
_KEPT_UP = re.compile("(?:连续|坚持|已|持续|连年)[\u4e00-\u9fff]{0,4}$")
_PHASE = re.compile("[一二三四五六]期(?![刊数间])")
_SO_MANY = re.compile("(?:[办开出编印展了满共计成班训刊每各近约逾达]|举行|更换)$")
_ONCE_EACH = re.compile(
    "(?P<span>每(?:两|半)?个?(?:天|日|周|旬|月|季度?|年))(?:都|要|至少)?(?P<deed>[\u4e00-\u9fff]{1,2})$"
)
_TIMES = frozenset("次回遍")
_RUNS = re.compile("连续第?(?:开展|举办|坚持|保持|实施|组织|荣获)?了?$")


def name_spelt(reading: Reading, spot: Spot) -> None:
    """Back a number by a fact that has it as a word, or by the calendar; of the ways of its form the last that does."""
    ways: tuple[Callable[[Reading, Spot], None], ...]
    if spot.form == "ordinal":
        ways = (_name_grade, _name_edition, _name_leading, _name_nth_year, name_round)
    else:
        ways = (_BY_DIMENSION.get(spot.unit.dimension, _name_heads), _name_often)
    for way in ways:
        way(reading, spot)


def _name_grade(reading: Reading, spot: Spot) -> None:
    """Back a grade that a fact has as a word: 五星 for 五星级."""
    word = spot.mention.text + spot.mention.unit[:1]
    for fact in reading.known.facts:
        if spot.mention.unit and word in fact.value + fact.text + fact.label:
            fits = [reading.fit(spot, e) for e in reading.known.evidence if e.fact == fact.id]
            if max(fits, default=0.0) >= _NAMED_WORD:
                reading.backings[spot.at] = Backing((), (fact.id,), "exact", f"与“{fact.wording}”一致")
                return


def is_only_phase(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a number names the one phase of works that the sheet names at all: 三期 of 厂房三期扩建."""
    if spot.mention.unit != "期" or _PHASE.match(reading.text, spot.mention.start) is None:
        return False
    if _SO_MANY.search(reading.text, *spot.before):
        return False
    named = {m.group() for wording in reading.known.wordings.values() for m in _PHASE.finditer(wording)}
    return named == {f"{spot.mention.text}期"} and e.core == spot.mention.text


def _name_age(reading: Reading, spot: Spot) -> None:
    """Back an age that a label has as a word: 百岁以上老人 by 百岁老人."""
    word = reading.text[spot.mention.start : spot.unit_end]
    fact = next((f for f in reading.known.facts if word in f.label), None)
    if fact is not None:
        reading.backings[spot.at] = Backing((), (fact.id,), "exact", f"与“{fact.wording}”一致")


def _name_run(reading: Reading, spot: Spot) -> None:
    """Back 连续四年 by the fact that tells the last of them: 连续第四年."""
    if spot.unit.name != "年" or not _RUNS.search(reading.text, spot.clause[0], spot.mention.start):
        return
    for e in reading.known.evidence:
        wording = reading.known.wordings[e.fact]
        if e.value == spot.mention.value and e.unit.name == "年" and any(f"{run}{e.core}" in wording for run in _RUN):
            reading.backings[spot.at] = Backing((e.at,), (e.fact,), "reformatted", f"与“{wording}”一致")
            return


def _name_nth_year(reading: Reading, spot: Spot) -> None:
    """Back 第六个年头 by the fact that says how many years running it has been, 连续6年, or which one it is: 第6年."""
    if spot.unit.name not in _NTH_YEAR:
        return
    for at, fit in reading.fits[spot.at].beside():
        e = reading.known.evidence[at]
        alike = e.unit.name == "年" and e.value == spot.mention.value and fit >= _NAMED_WORD
        if alike and (reading.values.forms[at] == "ordinal" or _KEPT_UP.search(e.near.split(" ")[0])):
            words = f"与“{reading.known.wording_of(e)}”一致"
            reading.backings[spot.at] = Backing((at,), (e.fact,), "reformatted", words)
            return


def _name_heads(reading: Reading, spot: Spot) -> None:
    """Back the number of those who lead a body each by the fact that counts the bodies: 4名支部书记 of 党支部4个."""
    told = _LEADERS.match(reading.text, spot.unit_end) if spot.unit.name in _PERSONS else None
    for e in reading.known.plain if told is not None else ():
        counted = e.value == spot.value and e.unit.name not in _PERSONS and not e.unit.dimension
        if told is not None and counted and e.subject.endswith(told["body"]):
            words = f"与“{reading.known.wording_of(e)}”一致"
            reading.backings[spot.at] = Backing((e.at,), (e.fact,), "exact", words)
            return


def _name_often(reading: Reading, spot: Spot) -> None:
    """Back 每月查一次 by the fact that tells it in short: 每月一查."""
    told = _ONCE_EACH.search(reading.text, *spot.before) if spot.value == 1 and spot.unit.name in _TIMES else None
    for fact in reading.known.facts if told is not None else ():
        if told is not None and any(f"{told['span']}一{sign}" in fact.wording for sign in told["deed"]):
            reading.backings[spot.at] = Backing((), (fact.id,), "reformatted", f"与“{fact.wording}”一致")
            return


def _name_leading(reading: Reading, spot: Spot) -> None:
    """Back 前三 by the place that a fact tells, where it is among them: 第二."""
    if spot.value is None or not reading.text.endswith("前", 0, spot.mention.start):
        return
    for at, fit in reading.fits[spot.at].beside():
        e = reading.known.evidence[at]
        placed = reading.values.forms[at] == "ordinal" or e.subject.endswith(_PLACED)
        if placed and e.number is not None and 0 < e.number <= spot.value and fit >= _NAMED_WORD:
            words = f"与“{reading.known.wording_of(e)}”一致"
            reading.backings[spot.at] = Backing((at,), (e.fact,), "reformatted", words)
            return


def _name_edition(reading: Reading, spot: Spot) -> None:
    """Back the latest edition by the fact that says how many there have been: 第四届 by 已评选4届."""
    for at, fit in reading.fits[spot.at].beside():
        e = reading.known.evidence[at]
        reached = "已" in e.near or _REACHED.search(reading.text, spot.clause[0], spot.mention.start)
        counted = reading.values.forms[at] == "number" and e.said == spot.mention.unit and reached
        if counted and e.value == spot.mention.value and fit >= _NAMED_WORD:
            words = f"与“{reading.known.wording_of(e)}”一致"
            reading.backings[spot.at] = Backing((at,), (e.fact,), "reformatted", words)
            return


_BY_DIMENSION = {"年龄": _name_age, "年月": _name_run}
