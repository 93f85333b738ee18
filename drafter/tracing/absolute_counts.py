"""What an absolute is said of: the numbers that stand before it, or a fact's that its words name without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.models import Trace
from drafter.tracing.absolute_words import DEEDS_AHEAD, Said
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot, spots_within
from drafter.tracing.reading import Reading
from drafter.tracing.units import Unit, same_unit

_COUNTED = ("quantity", "money")
_WORN = re.compile("^.*的|(?:已经|已|均|都|也|现)+$")
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Count:
    """A number that an absolute is said of: one that the draft tells, or a fact's that it names."""

    values: tuple[Decimal, ...]
    """Its own, and those of the facts that it should have stated."""
    unit: Unit
    facts: tuple[str, ...]
    reckoned: bool
    start: int
    end: int


def counts_of(reading: Reading, traces: Sequence[Trace], said: Said) -> tuple[Count, ...]:
    """Return what an absolute is said of, as the draft counts it or, where it does not, as the facts do."""
    return tuple(_counts(reading, traces, said)) or tuple(_named(reading, said)) or tuple(_taken_in(reading, said))


def _counts(reading: Reading, traces: Sequence[Trace], said: Said) -> Iterator[Count]:
    """Yield the counts that stand before the word, in its clause or where its subject is; behind 全体 its own."""
    behind = [s for s in spots_within(reading.spots, said.end, said.end + 1) if s.value is not None]
    if behind:
        yield _count(reading, behind[0], traces[behind[0].at])
        return
    for floor in dict.fromkeys((said.clause[0], said.context[0])):
        inside = [s for s in spots_within(reading.spots, floor, said.start) if s.mention.end <= said.start]
        own = [s for s in inside if s.mention.kind == "claim" and s.mention.type in _COUNTED and s.value is not None]
        if own:
            yield from (_count(reading, spot, traces[spot.at]) for spot in own)
            return


def _count(reading: Reading, spot: Spot, trace: Trace) -> Count:
    meant = (e for fact in trace.closest[:1] for e in reading.known.of_fact.get(fact, ()))
    values = [e.number for e in meant if e.number is not None and not e.prior and same_unit(e.unit, spot.unit)]
    own = spot.value if spot.value is not None else Decimal(0)
    facts = trace.facts or trace.closest[:1]
    return Count((own, *values), spot.unit, facts, bool(trace.reckoning), spot.mention.start, spot.unit_end)


def _named(reading: Reading, said: Said) -> Iterator[Count]:
    """Yield the number of the fact that the words before the absolute name: 党员全部参加培训."""
    ahead = reading.text[said.clause[0] : said.start]
    known = [e for e in reading.known.plain if e.place == "value" and len(e.subject) > 1 and e.type in _COUNTED]
    best = max((e for e in known if e.subject in ahead), key=lambda e: len(e.subject), default=None)
    if best is not None and best.number is not None:
        at = said.clause[0] + ahead.rfind(best.subject)
        yield Count((best.number,), best.unit, (best.fact,), False, at, at)


def _taken_in(reading: Reading, said: Said) -> Iterator[Count]:
    """Yield the largest number of a thing that facts tell by a deed each: 安全隐患 of 排查安全隐患 and 整改安全隐患."""
    ahead = reading.text[said.clause[0] : said.start]
    thing = _WORN.sub("", ahead)
    known = [e for e in reading.known.plain if e.type in _COUNTED and e.number and _is_told(e, thing)]
    best = max(known, key=lambda e: e.number or 0, default=None)
    if best is not None and best.number is not None and all(same_unit(e.unit, best.unit) for e in known):
        at = said.clause[0] + ahead.rfind(thing)
        yield Count((best.number,), best.unit, (best.fact,), False, at, at)


def _is_told(e: Evidence, thing: str) -> bool:
    """Say whether a fact tells a thing by its name, with a deed and a word before it at most, or a line's number."""
    name = e.near or e.subject
    ahead = name.removesuffix(thing) if len(thing) >= _SHORTEST and name.endswith(thing) else ""
    deed = ahead[:_SHORTEST] in DEEDS_AHEAD and len(ahead) <= 2 * _SHORTEST  # 隐患 of 排查安全隐患
    return deed or (ahead.isascii() and ahead.isdigit())
