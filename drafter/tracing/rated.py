"""Facts that tell so much each: 每月2次, 每个服务站5名, 日均3600人次; what they state is no total."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.tracing.evidence import Evidence

_LIVING = frozenset(("人", "名", "位", "户"))
_OF_EACH = re.compile("每(?!年)|[人户场次月日周栋班组点家队篇单节期桌]均|平均")
_EACH = re.compile("每[\u4e00-\u9fff]{2}|[人户场次月日周栋班组]均")
_EACH_DAY = re.compile("每[天日]")


def tells_each(known: Sequence[Evidence], e: Evidence) -> bool:
    """Say whether a fact tells a number of each of several or of each stretch of time; whom it serves daily are all."""
    before = known[e.at - 1] if e.order else None
    words = e.near or e.subject
    if e.unit.name in _LIVING and _EACH_DAY.search(words):
        return False
    return _OF_EACH.search(words) is not None or (before is not None and before.near.endswith("每"))


def tells_as_much_of_each(words: str, e: Evidence) -> bool:
    """Say whether words tell so much of just those things that a fact tells it of each: 每个服务站, not 每摊日均."""
    each = _EACH.search(e.near or e.subject)
    return each is not None and each.group() in words and sum(sign in "每均" for sign in words) == 1
