"""Parts of one fact told for each other: 受理74件 of 78件，成功74件; 已整改17项 of 17项，完成16项."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.vocabulary import DONE, TAKEN_IN

_DONE = re.compile("|".join(DONE))
_LEADS_ON = re.compile(rf"(?:已经?|均|全部|其中)?(?:{_DONE.pattern})了?[\u4e00-\u9fff]{{0,4}}$")
_TAKEN_IN = re.compile("|".join(TAKEN_IN))


def flag_undone(reading: Reading) -> None:
    """Object to what was done told as all there was, and the other way round, where one fact states both."""
    for spot, e in reading.stating():
        if spot.number is None:
            continue
        other = _counterpart(reading, e)
        if other is None or other.value == e.value:
            continue
        told = bool(_DONE.search(_beside(reading, spot).replace(f"完成{e.subject}", "")))  # 完成抽检248批次 did all
        if not told and not _TAKEN_IN.search(_beside(reading, spot)):
            continue
        if told != _is_done(e) and told == _is_done(other) and not _shares(reading, spot, e):
            reading.refuse(spot.at, Objection("swapped_subject", (e,), (other,)))


def _beside(reading: Reading, spot: Spot) -> str:
    """Return the words at a number, without the deed that leads up to the next: 187条建议|已办结|176条."""
    behind = reading.text[slice(*spot.after)]
    runs_on = spot.at + 1 < len(reading.spots) and reading.spots[spot.at + 1].mention.start == spot.after[1]
    return reading.text[slice(*spot.before)] + (_LEADS_ON.sub("", behind) if runs_on else behind)


def _is_done(e: Evidence) -> bool:
    return _DONE.search(e.near) is not None


def _shares(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether the words at a number have any of the evidence's own words that tell it from the label."""
    own = set(_DONE.findall(e.near)) if _is_done(e) else set(_DONE.findall(e.subject))
    return any(word in _beside(reading, spot) for word in own)


def _counterpart(reading: Reading, e: Evidence) -> Evidence | None:
    """Return the other of just two numbers that a fact states in one unit, one of which was done."""
    evidence = reading.known.evidence
    alone = not e.order and not evidence[e.at : e.at + 2][-1].order
    if e.place not in ("value", "text") or alone:
        return None
    near = evidence[max(0, e.at - 2) : e.at + 3]
    alike = [o for o in near if o.fact == e.fact and o.place == e.place and o.unit == e.unit and o.type == e.type]
    if len(alike) != 2 or _is_done(alike[0]) or not _is_done(alike[1]):
        return None
    if not _TAKEN_IN.search(alike[0].near) if e.place == "text" else alike[0].near.strip():
        return None
    return alike[1] if alike[0].at == e.at else alike[0]
