"""Ages told in tens, 年逾八旬: held against the age that a fact tells of the same person; else they claim nothing."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.tracing.evidence import Evidence
from drafter.tracing.forms import DECADE
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Backing, Objection, Reading

_YEARS = "岁"
_TEN = 10
_NEARLY = 5
_DIGITS = "零一二三四五六七八九"
_NEAR = re.compile("(?:近|接近)$")
_ELDEST = re.compile("最年长|年龄最[大高长]|年纪最[大长]|最[大老高]|最高龄")
_LEADS = re.compile("(?:的?年[龄纪满]?|岁数|今年|现年|现已|已[有经]?|已经|高龄|享年|今[日天]?|时年|[，,（(]| )+$")
_NO_NAME = re.compile("[员人者属众部师民工长]$")
_NAME = 3


def match_decades(reading: Reading) -> None:
    """Back the ages in tens of a draft by the ages of the same persons, or object to them."""
    for spot in reading.spots:
        if spot.form != DECADE or spot.mention.kind != "claim":
            continue
        known = [e for e in reading.known.evidence if _tells_age(e) and _of_one_person(reading, spot, e)]
        right = next((e for e in known if _holds(reading, spot, e)), None)
        if right is not None:
            words = f"与“{reading.known.wordings[right.fact]}”一致"
            reading.backings[spot.at] = Backing((right.at,), (right.fact,), "approx_ok", words)
        elif known:
            reading.objections[spot.at] = Objection("wrong_value", (), tuple(known[:1]))


def speaks_of_no_known_age(reading: Reading, spot: Spot) -> bool:
    """Say whether an age in tens is told of nobody whose age a fact gives: it is then a manner of speaking."""
    return spot.form == DECADE and spot.at not in reading.objections


def tens_like(reading: Reading, spot: Spot, age: Decimal) -> str:
    """Return an age in the manner of the one that it replaces: 八旬 for 86 behind 年逾, 九旬 behind 年近."""
    tens = int(age) // _TEN + _is_near(reading, spot)
    return f"{_DIGITS[tens]}旬" if 0 < tens < _TEN else ""


def _tells_age(e: Evidence) -> bool:
    exact = e.number is not None and e.unit.name == _YEARS and e.sense == "exact"
    return exact and e.place in ("value", "text") and "均" not in e.near + e.subject


def _of_one_person(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a draft tells an age of the person whose age a fact gives: the eldest, or one of that name."""
    clause, known = reading.text[slice(*spot.clause)], e.near or e.subject
    eldest = _ELDEST.search(known) is not None
    if eldest or _ELDEST.search(clause):
        return eldest and _ELDEST.search(clause) is not None
    name = _LEADS.sub("", known)[-_NAME:]
    return len(name) > 1 and name in clause and _NO_NAME.search(name) is None


def _is_near(reading: Reading, spot: Spot) -> bool:
    return _NEAR.search(reading.text[max(0, spot.mention.start - 2) : spot.mention.start]) is not None


def _holds(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether somebody of that age is 年近 or 年逾 so many tens, or in them."""
    age, tens = e.number, spot.mention.value
    if age is None or not isinstance(tens, Decimal):
        return False
    return tens - _NEARLY <= age < tens if _is_near(reading, spot) else tens <= age < tens + _TEN
