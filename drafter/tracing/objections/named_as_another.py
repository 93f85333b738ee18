"""Two numbers of one fact exchanged by name: 党员捐款27400元，居民捐款35800元 of a fact that has them the other way."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Objection, Reading

_LIGHT = re.compile("[也又还有共达到为约近的了已计是仅只]+$")
_QUOTES = str.maketrans("", "", '“”"')
_NAME = 3
_REACH = 3


def flag_named_as_another(reading: Reading) -> None:
    """Object to a number told by the name that its own fact gives another, and to that other's number beside it."""
    for spot, e in reading.stating():
        meant = _named(reading, spot, e) if e.near else None
        if meant is None:
            continue
        reading.refuse(spot.at, Objection("swapped_subject", (e,), (meant,)))
        for other in reading.spots[max(0, spot.at - _REACH) : spot.at + _REACH + 1]:
            theirs = other.sentence == spot.sentence and reading.stated(other.at) == meant
            if theirs and _name(meant) not in reading.text[slice(*other.before)]:
                reading.refuse(other.at, Objection("swapped_subject", (meant,), (e,)))


def _named(reading: Reading, spot: Spot, e: Evidence) -> Evidence | None:
    """Return the other number of the evidence's fact whose name in full, and not its own, leads up to the number."""
    own = _name(e)
    if e.prior or len(own) < _NAME or spot.form != "number":
        return None
    words, behind = _LIGHT.sub("", reading.text[slice(*spot.before)]), reading.text[slice(*spot.after)]
    among = words.translate(_QUOTES).partition(f"{own}中")[2]  # 专任教师中双师型教师 are no 专任教师
    words = among or words
    if own in words or own in behind:
        return None
    for o in reading.known.of_fact[e.fact]:
        name = _name(o) or (o.subject if among else "")
        if o.place != e.place or o.unit != e.unit or o.number == e.number or o.prior or len(name) < _NAME:
            continue
        if words.endswith(name) and not own.endswith(name):
            return o
    return None


def _name(e: Evidence) -> str:
    return e.near.split(" ")[0]
