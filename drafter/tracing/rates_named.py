"""Whether the rate that the words name is the one that a fact states: 满意率 is no 接种率, 学生满意率 no 家长满意率."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.nouns import says_the_same
from drafter.tracing.reading import Reading
from drafter.tracing.subject import also_called, pieces
from drafter.tracing.vocabulary import RATERS

_SURE = 0.6
_RATE = re.compile(r"([\u4e00-\u9fff]{2,5})(?:率|度)[^，,。；;]{0,8}$")


def same_rate(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a rate that the words name is the one that the evidence states: 满意率 is no 接种率."""
    if spot.form != "share":
        return True
    named = _RATE.search(reading.text[spot.clause[0] : spot.mention.start])
    if named is None:
        return True
    if _of_other_people(named.group(1), e.near or e.subject):
        return False
    if says_the_same(reading, spot, e) or reading.fits[spot.at].close(e.at) >= _SURE:
        return True
    return any(piece in e.near + e.far for piece in pieces(named.group(1)))


def _of_other_people(told: str, known: str) -> bool:
    """Say whether a rate is told of other people than a fact tells it of: 学生满意率 of 家长满意率."""
    one, other = (next((who for who in RATERS if words.startswith(who)), "") for words in (told, known))
    return bool(one and other) and one != other and other not in also_called(one)
