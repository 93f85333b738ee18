"""Which end of a stretch the words at a date tell: 18日开幕 is wrong where a fact has 10月16日至18日."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.period import Parts, agree, parts
from drafter.tracing.reading import Reading

_BEGINS = re.compile(
    "开幕|开班|开营|开赛|开课|开场|开学|开演|启动|开始|开工|动工|破土|奠基|进场|拉开(?:帷幕|序幕)|起(?=[，,。；;]|$)|^起"
)
_ENDS = re.compile("闭幕|落幕|结束|结业|结营|闭营|收官|截止|闭馆|完工|竣工|落下帷幕|圆满完成|止(?=[，,。；;]|$)")
_TO = re.compile(r"[日号月年]?\s*(?:至|到|[-—–~～]+)\s*")
_REACH = 12


def told_as_other_end(reading: Reading, spot: Spot, wanted: Parts, found: list[Evidence]) -> Evidence | None:
    """Return the end of a stretch that should be told at a date, where every fact that has it gives it as the other."""
    following = reading.spots[spot.at + 1 : spot.at + 2]
    end = following[0].mention.start if following else len(reading.text)  # 4月8日进场、9月20日完工: each its own
    behind = reading.text[spot.mention.end : min(spot.clause[1] + 1, spot.mention.end + _REACH, end)]
    begins, ends = _BEGINS.search(behind) is not None, _ENDS.search(behind) is not None
    if begins == ends or not found:
        return None
    others = [_other_end(reading, e, wanted, last=begins) for e in found]
    return others[0] if all(o is not None for o in others) else None


def _other_end(reading: Reading, e: Evidence, wanted: Parts, *, last: bool) -> Evidence | None:
    """Return the end of evidence's stretch opposite to a date, where the date is its last end, or its first."""
    if isinstance(e.value, tuple):
        low, high = (parts(str(end)) for end in e.value)
        own, other = (high, low) if last else (low, high)
        return e if agree(wanted, own) and not agree(wanted, other) else None
    told = reading.known.by_id[e.fact]
    source = told.text if e.place == "text" else told.value
    at = e.at - 1 if last else e.at + 1
    other_e = reading.known.evidence[at] if 0 <= at < len(reading.known.evidence) else None
    if other_e is None or (other_e.fact, other_e.place, other_e.type) != (e.fact, e.place, e.type):
        return None
    first, second = (other_e, e) if last else (e, other_e)
    return other_e if _TO.fullmatch(source, first.start + len(first.core), second.start) else None
