"""What there was none of: 零投诉 stands by no 上访 0起, 零事故 by no 未发生重大事故."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.subject import also_called, pieces
from drafter.tracing.vocabulary import GRAVER

_GRAVER = re.compile("|".join(GRAVER))
_STOP = re.compile(r"[、，,。；;]|零|(?:和|与|以及)(?=[零无未])")


def denies_the_same(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a fact has none of what the draft has none of."""
    graver = is_graver(f"{e.subject} {e.near}", reading.text[slice(*spot.clause)])
    return not graver and _names_it(reading, spot, e)


def is_graver(known: str, told: str) -> bool:
    """Say whether a fact denies only the grave ones of what a draft denies of all: 未发生重大火灾 for 零火灾."""
    return _GRAVER.search(known) is not None and _GRAVER.search(told) is None


def _names_it(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether the words at a 零 name what a fact has none of: 投诉 is no 上访."""
    before = _STOP.split(reading.text[spot.clause[0] : spot.mention.start])[-1]
    behind = _STOP.split(reading.text[spot.unit_end : spot.clause[1]])[0]
    told, known = before + behind, e.subject + e.near
    if not pieces(known) or not pieces(told):
        return True
    return any(piece in told for word in (known, *also_called(known)) for piece in pieces(word))
