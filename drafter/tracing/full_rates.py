"""Rates of a hundred per cent that a fact tells in words: 办结率100% of 受理问题136件，全部办结."""

from __future__ import annotations

import re

from drafter.tracing import cues
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Backing, Reading
from drafter.tracing.subject import pieces

_RATE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2})率[^，。；、0-9]{0,4}$")
_ALL = "(?:全部|全都|均|都|悉数|件件|逐一|全数)(?:已|得到|予以|按时|按期|及时)*"
_WHOLE = 100
_REACH = 6


def match_full_rates(reading: Reading) -> None:
    """Back 100% of a deed by a fact that the sentence tells and that says of all that it was done."""
    for spot in reading.spots:
        whole = spot.form == "share" and spot.shown is not None and spot.shown.value == _WHOLE
        if not whole or spot.at in reading.backings or spot.mention.kind != "claim":
            continue
        named = _RATE.search(cues.ahead(reading.text, spot))
        fact = _saying_so(reading, spot, named["name"]) if named is not None else ""
        if fact:
            words = f"与“{reading.known.wordings[fact]}”一致"
            reading.backings[spot.at] = Backing((), (fact,), "free_text", words)
            reading.objections.pop(spot.at, None)


def _saying_so(reading: Reading, spot: Spot, name: str) -> str:
    """Return the fact that says that all of it was done, of those that the sentence tells or names."""
    saying = re.compile(_ALL + name)
    near = reading.spots[max(0, spot.at - _REACH) : spot.at]
    told = [f for o in near if o.sentence == spot.sentence and (b := reading.backings.get(o.at)) for f in b.facts]
    sentence = reading.text[slice(*spot.sentence)]
    for fact, wording in reading.known.wordings.items():
        found = saying.search(wording)
        if found is None:
            continue
        own = pieces(wording[: found.start()])
        if fact in told or (own and sum(piece in sentence for piece in own) * 2 >= len(own)):
            return fact
    return ""
