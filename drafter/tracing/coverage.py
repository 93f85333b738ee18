"""What a draft leaves out or says twice: facts never used, one quantity with two values, totals against their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.amount import NONE_WORDS
from drafter.models import Fact, Trace
from drafter.tracing import cues
from drafter.tracing.arithmetic import plain
from drafter.tracing.denials import denies
from drafter.tracing.evidence import Knowledge
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading

_MOST_PARTS = 8
_STATED = ("exact", "reformatted", "free_text", "unit_conversion")
_MISSTATED = ("wrong_digit", "wrong_magnitude", "wrong_value")
_OWN_WORDS = 3
_SEPARATOR = re.compile(r"[、，,；;。\s]+")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.．)）](?!\d)|[（(]\d{1,2}[)）])\s*(?=.)")
_WORD = re.compile(r"[\u4e00-\u9fff]+$")


def unused_facts(reading: Reading, traces: Sequence[Trace]) -> tuple[str, ...]:
    """Return the ids of the facts that back no number of the draft and whose words it does not quote."""
    used = {fact for trace in traces for fact in trace.facts}
    numbered = {e.fact for e in reading.known.evidence}
    return tuple(
        fact.id for fact in reading.known.facts
        if fact.id not in used and (fact.id in numbered or not _said(fact, reading.text))
    )  # fmt: skip


def _said(fact: Fact, text: str) -> bool:
    """Say whether a text has the words of a fact, or denies what a fact says there is none of."""
    if fact.value in NONE_WORDS and fact.label:
        return denies(text, fact.label)
    return _quoted(fact.value or fact.text, text)


def _quoted(words: str, text: str) -> bool:
    """Say whether a text has the words of a fact, or every name of a list that staff typed with commas or lines."""
    names = [_NUMBERED.sub("", name).strip() for name in _SEPARATOR.split(words) if name.strip()]
    return words in text or (len(names) > 1 and all(name in text for name in names))


@dataclass(frozen=True, slots=True)
class Traced:
    """One text with its numbers, each in its place and with what was found about it."""

    text: str
    spots: Sequence[Spot]
    traces: Sequence[Trace]

    def __iter__(self) -> Iterator[tuple[Spot, Trace]]:
        return zip(self.spots, self.traces, strict=True)

    def written(self, spot: Spot) -> str:
        """Return a number as it is written, with its unit."""
        return self.text[spot.mention.start : spot.unit_end]


def conflicts(reading: Reading, traces: Sequence[Trace]) -> tuple[str, ...]:
    """Return a Chinese sentence for each quantity stated with two values, and each total that its parts do not make."""
    here = Traced(reading.text, reading.spots, traces)
    return tuple(dict.fromkeys((*conflicts_across([here], reading.known), *_totals(reading, traces))))


def conflicts_across(texts: Sequence[Traced], known: Knowledge) -> tuple[str, ...]:
    """Return a Chinese sentence for each quantity stated with two values, in whichever of these texts either stands."""
    return tuple(dict.fromkeys((*_stated_twice(texts, known), *_named_twice(texts))))


def _stated_twice(texts: Sequence[Traced], known: Knowledge) -> Iterator[str]:
    """Yield the facts that one place states rightly and another wrongly."""
    rightly: dict[str, tuple[Spot, Traced]] = {}
    for text in texts:
        for spot, trace in text:
            if not trace.flagged and len(trace.facts) == 1 and trace.category in _STATED:
                rightly.setdefault(trace.facts[0], (spot, text))
    for text in texts:
        for spot, trace in text:
            if trace.category not in _MISSTATED or not trace.suggestion or len(trace.closest) != 1:
                continue
            fact = known.by_id.get(trace.closest[0])
            if fact is None or fact.id not in rightly:
                continue
            other, where = rightly[fact.id]
            alone = sum(e.unit == spot.unit for e in known.of_fact.get(fact.id, ())) == 1
            if alone and other.unit == spot.unit and other.value != spot.value:
                yield _twice(fact.label or fact.text, where.written(other), text.written(spot))


def _named_twice(texts: Sequence[Traced]) -> Iterator[str]:
    """Yield what no fact states and two places give two values for, in the very same words."""
    seen: dict[tuple[str, str], tuple[Spot, str]] = {}
    for text in texts:
        for spot, trace in text:
            if not trace.flagged or spot.number is None or not spot.unit.name:
                continue
            named = _WORD.search(text.text[slice(*spot.before)])
            if named is None or len(named.group()) < _OWN_WORDS:
                continue
            other, first = seen.setdefault((named.group(), spot.unit.name), (spot, text.written(spot)))
            if other.value != spot.value:
                yield _twice(named.group(), first, text.written(spot))


def _twice(name: str, first: str, second: str) -> str:
    return f"“{name}”前后不一致：一处写“{first}”，另一处写“{second}”"


def _totals(reading: Reading, traces: Sequence[Trace]) -> Iterator[str]:
    """Yield the totals that are not the sum of the numbers that the draft itself lists before them."""
    for spot, trace in zip(reading.spots, traces, strict=True):
        if trace.category not in ("derived_sum", "wrong_derived") or spot.value is None or spot.form != "number":
            continue
        if not cues.JOINT.search(cues.ahead(reading.text, spot)):
            continue
        parts = _parts_before(reading, spot, traces)
        if trace.category == "derived_sum" and len(parts) < len(trace.facts):
            continue
        sums = [sum(parts[:count], Decimal(0)) for count in range(2, len(parts) + 1)]
        if sums and spot.value not in sums:
            listed = " + ".join(plain(part) for part in reversed(parts))
            written = reading.text[spot.mention.start : spot.unit_end]
            yield f"“{written}”与前面所列各项之和不符：{listed} = {plain(sums[-1])}"


def _parts_before(reading: Reading, spot: Spot, traces: Sequence[Trace]) -> list[Decimal]:
    """Return the numbers in the total's own unit that stand before it in its sentence, nearest first."""
    parts: list[Decimal] = []
    for other in reversed(reading.spots[max(0, spot.at - 2 * _MOST_PARTS) : spot.at]):
        if other.sentence != spot.sentence or len(parts) == _MOST_PARTS:
            break
        if "derived" in traces[other.at].category:
            continue
        if other.value is not None and other.unit == spot.unit and other.form == "number":
            parts.append(other.value)
    return parts
