"""The unit that several numbers of a fact share, as only the last of them has it: 面积分别为610、840、1300平方米."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from drafter.models import Mention
from drafter.tracing import units

_JOINTS = ("、", "和", "与", "及")


def unit_of_last(text: str, listed: Sequence[Mention]) -> units.Unit:
    """Return the unit behind the first of several numbers in a row that has one, where only joints part them."""
    for mention, following in pairwise(listed):
        if text[mention.end : following.start] not in _JOINTS:
            break
        unit = units.unit_at(text, following.end)[0]
        if unit.name:
            return unit
    return units.NONE
