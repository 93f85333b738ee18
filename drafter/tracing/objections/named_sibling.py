"""One of several numbers of a fact told for another of them: 企业类主题服务12项 where 企业类9项、个人类12项."""

from __future__ import annotations

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.subject import pieces

_NOUN = 2
_PART = "其中"


def flag_named_sibling(reading: Reading) -> None:
    """Object to a number of a fact where the words before it name another one of that fact, and not its own."""
    for spot in reading.spots:
        e = reading.stated(spot.at) if spot.number is not None else None
        if e is None or e.place not in ("value", "text") or not _name(e):
            continue
        meant = _sibling(reading, spot, e)
        if meant is not None:
            reading.refuse(spot.at, Objection("swapped_subject", (e,), (meant,)))


def _sibling(reading: Reading, spot: Spot, e: Evidence) -> Evidence | None:
    words = reading.text[slice(*spot.before)]
    if _name(e) in reading.text[slice(*spot.clause)]:
        return None
    if any(piece in words for piece in pieces(_name(e))):
        return None
    alike = [o for o in reading.known.of_fact[e.fact] if o.place == e.place and o.unit == e.unit]
    named = [o for o in alike if len(_name(o)) > _NOUN and _name(o) in words and o.number != e.number]
    return named[0] if len(named) == 1 else None


def _name(e: Evidence) -> str:
    return e.near.removeprefix(_PART)
