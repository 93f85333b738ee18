"""Numbers told for each stretch of time and each of several things: 每天每点70人, where a fact tells 日均350人."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.record import record
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading

_REACH = 3
_BOTH = 2
_ANY = "个"
_SPAN = "[天日周月年]"
_EACH = re.compile(
    rf"每个?(?P<each>{_SPAN})|(?P<mean>{_SPAN})均"
    r"|每(?P<unit>[个处名家支所间])?(?P<noun>[^每平均，。；、0-9])?|(?P<sign>[^平每])均"
)
_END = re.compile("[^，。；、0-9每均]{0,6}")
_SIGNS = frozenset("每均")
_ALIKE = str.maketrans("天", "日")


@record(frozen=True, slots=True)
class EachOfBoth:
    """The stretch of time and the thing that a number is so much each of."""

    span: str
    unit: str
    noun: str


def each_of_both(words: str) -> EachOfBoth | None:
    """Return what the words before a number ask for like 每天每点, in either order; None where they ask for one."""
    if _SIGNS.isdisjoint(words):
        return None
    found = [m for m in _EACH.finditer(words) if m.group() != "每"]
    if len(found) < _BOTH or _END.fullmatch(words, found[-1].end()) is None:
        return None
    spans = [span for m in found if (span := m["each"] or m["mean"])]
    things = [m for m in found if m["unit"] or m["noun"] or m["sign"]]
    if len(spans) != 1 or len(things) != 1:
        return None
    return EachOfBoth(spans[0].translate(_ALIKE), things[0]["unit"] or "", things[0]["noun"] or things[0]["sign"] or "")


def told_for_all(e: Evidence, asked: EachOfBoth) -> bool:
    """Say whether a fact tells a number for each such stretch of time, of all things together: 日均锻炼350人."""
    told = list(_EACH.finditer(e.near))
    spans = [(m["each"] or m["mean"] or "").translate(_ALIKE) for m in told]
    return asked.span in spans and not any(m["unit"] or m["noun"] or m["sign"] for m in told)


def counts_of(reading: Reading, spot: Spot, mean: Evidence, asked: EachOfBoth) -> Iterator[Evidence]:
    """Yield how many of those things there are, by the mean's own fact or by what the sentence told right before."""
    near = reading.spots[max(0, spot.at - _REACH) : spot.at]
    told = [reading.stated(o.at) for o in near if o.sentence == spot.sentence]
    for e in dict.fromkeys((*reading.known.of_fact[mean.fact], *(e for e in told if e is not None))):
        if e.at == mean.at or e.prior or not e.number or _EACH.search(e.near):
            continue
        named = bool(asked.noun) and asked.noun in e.subject + e.near
        if named or (asked.unit not in ("", _ANY) and e.unit.name == asked.unit):
            yield e
