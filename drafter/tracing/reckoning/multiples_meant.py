"""What a wrong multiple should be, of two sides that are named or told right before: 是党员的6.3倍, 比上年翻一番.

A multiple is never held against a head count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.arithmetic import Derived
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.operands import plain_operands
from drafter.tracing.reading import Reading
from drafter.tracing.reckoning.outcome import Outcome, explains, outcome, stated_by

TIMES = "倍"
_WEIGHT = 0.75
_BOTH = 2
_JUST = Decimal("0.05")
"""How far off a multiple is told even where it might be rounded: who writes 2倍 does not mean 1.6."""
_SHORTEST = 2
_OF = re.compile(
    r"(?P<more>[^，,。；;：:、]{0,16}?)(?:正好|恰好|已|约|相当)*(?:是|为|达到?|相当于|于)(?P<less>[^，,。；;：:、]{2,16}?)的(?:约|近)?$"
)
_GROWN = re.compile(
    r"(?P<named>[^，,。；;：:、]*?)(?:(?:同比|环比|[比较与同]|增|翻|扩|提|上升|多|去年|上年)[^，,。；;：:、]*)?$"
)
_MEASURE = re.compile(r"(?:人数|人次|户数|户次|场次|场数|次数|件数|数量|总[数量额]|规模|[数量额])+$")


def is_multiple(spot: Spot) -> bool:
    """Say whether a number tells how many times as much something is, or by how many times it grew."""
    return spot.mention.type == "ratio" and spot.mention.unit == TIMES


def multiple_meant(reading: Reading, spot: Spot) -> tuple[Outcome, bool] | None:
    """Return what a multiple should come to, and whether that may be put in its place; None where no two sides are."""
    words = cues.ahead(reading.text, spot)
    doubled = spot.mention.text.endswith("番")
    grown = doubled or cues.UP.search(words) is not None
    if cues.DOWN.search(words):
        return None
    sides = _now_and_before(reading, spot, words) if grown else _two_named(reading, spot, words)
    if len(sides) != _BOTH or sides[0].number is None or not sides[1].number:
        return None
    more, less = (o.value * o.unit.size for o in plain_operands(sides, _WEIGHT))
    times = more / less - (grown and not doubled)
    each = arithmetic.growth(more, less) if grown else arithmetic.ratio(more, less)
    if each is None:
        return None
    found = outcome(Derived(times, each.how), plain_operands(sides, _WEIGHT), "derived_ratio")
    apart = abs(times - stated_by(spot).value) > _JUST * times or not explains(spot, found)
    return (found, not doubled and times > 1) if apart else None


def _two_named(reading: Reading, spot: Spot, words: str) -> Sequence[Evidence]:
    """Return the two sides of 甲是乙的3倍: 乙 is another fact by its name, or the same one in the last period."""
    found = _OF.search(words)
    if found is None:
        return ()
    more = _named(reading, found["more"]) if _bare(found["more"]) else _told_last(reading, spot)
    if more is None:
        return ()
    if cues.PRIOR.search(found["less"]):
        return _with_before(reading, more)
    less = _named(reading, found["less"])
    alike = less is not None and less.at != more.at and less.unit.dimension == more.unit.dimension
    return (more, less) if less is not None and alike else ()


def _now_and_before(reading: Reading, spot: Spot, words: str) -> Sequence[Evidence]:
    """Return both sides of a growth: what the clause names before it, else what was told right before."""
    found = _GROWN.match(words)
    named = found["named"] if found is not None else ""
    now = _named(reading, named) if _bare(named) else _told_last(reading, spot)
    return _with_before(reading, now) if now is not None else ()


def _with_before(reading: Reading, now: Evidence) -> Sequence[Evidence]:
    earlier = {c.before.at: c.before for c in reading.comparisons if c.now.at == now.at and not c.increase}
    return (now, *earlier.values()) if len(earlier) == 1 else ()


def _bare(name: str) -> str:
    return _MEASURE.sub("", name)


def _named(reading: Reading, name: str) -> Evidence | None:
    """Return the one fact of this period that a name ends in, or whose own name ends so; the longest of several."""
    bare = _bare(name)
    known = [e for e in reading.known.plain if e.place == "value" and reading.values.forms[e.at] == "number"]
    held = [e for e in known if len(e.subject) >= _SHORTEST and bare.endswith(_bare(e.subject) or e.subject)]
    longest = max((len(e.subject) for e in held), default=0)
    found = [e for e in held if len(e.subject) == longest]
    found = found or [e for e in known if len(bare) >= _SHORTEST and e.subject.endswith(bare)]
    return found[0] if len(found) == 1 else None


def _told_last(reading: Reading, spot: Spot) -> Evidence | None:
    """Return what the number right before states, where that is of this period."""
    before = reading.spots[spot.at - 1] if spot.at else None
    if before is None or before.sentence != spot.sentence or before.form != "number":
        return None
    told = reading.stated(before.at)
    return told if told is not None and not told.prior and told.number is not None else None
