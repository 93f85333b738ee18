"""The wrong side of a fact that states a whole and a part: 投票2600张 of 2800票，赞成2600票."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.subject import also_called, pieces
from drafter.tracing.vocabulary import DONE

_SETTLED = re.compile("|".join(DONE))
_ALREADY = re.compile(rf"(?:已经?|均已|全部)(?:{_SETTLED.pattern})(?:了|完成|到位|解决)?$")
_MOSTLY = 0.6


def flag_other_side(reading: Reading) -> None:
    """Object to a part told as the whole, and to the whole told as what was settled of it."""
    for spot in reading.spots:
        e = _stated(reading, spot)
        if e is None or e.place != "value" or e.prior:
            continue
        alike = [o for o in reading.known.of_fact[e.fact] if o.place == "value" and o.unit == e.unit and o.at != e.at]
        meant = _whole_meant(reading, spot, e, alike) if e.order else _settled_meant(reading, spot, e, alike)
        if meant is not None and meant.number != e.number:
            del reading.backings[spot.at]
            reading.objections[spot.at] = Objection("swapped_subject", (e,), (meant,))


def _stated(reading: Reading, spot: Spot) -> Evidence | None:
    backing = reading.backings.get(spot.at)
    if backing is None or backing.reckoning or len(backing.evidence) != 1 or spot.form != "number":
        return None
    return reading.known.evidence[backing.evidence[0]]


def _whole_meant(reading: Reading, spot: Spot, e: Evidence, alike: list[Evidence]) -> Evidence | None:
    """Return the fact's first number, where the words have its label and nothing of what tells the part."""
    own = tuple(p for p in pieces(e.near) if p not in e.subject and p != e.said)
    clause = reading.text[slice(*spot.clause)]
    if not own or _SETTLED.search(e.near) or any(word in clause for word in (*own, *also_called(e.near))):
        return None
    label = pieces(e.subject)
    ahead = reading.text[slice(*spot.before)]
    if not label or sum(p in ahead for p in label) < _MOSTLY * len(label):
        return None
    return next((o for o in alike if o.order == 0 and set(o.near) <= set(e.near) and o.number is not None), None)


def _settled_meant(reading: Reading, spot: Spot, e: Evidence, alike: list[Evidence]) -> Evidence | None:
    """Return the number that the fact gives for what was settled, where the words say that this was."""
    if _SETTLED.search(e.near) or not _ALREADY.search(reading.text, spot.before[0], spot.mention.start):
        return None
    return next((o for o in alike if _SETTLED.search(o.near)), None)
