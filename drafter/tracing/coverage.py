"""What a draft leaves out or says twice: facts never used, one quantity with two values, totals against their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.amount import NONE_WORDS
from drafter.models import Fact, Trace, Value
from drafter.numbers.find import find_mentions
from drafter.tracing.denials import denies
from drafter.tracing.disagreements import disagreeing
from drafter.tracing.evidence import Knowledge
from drafter.tracing.layout import Spot
from drafter.tracing.period import Period
from drafter.tracing.reading import Reading
from drafter.tracing.same_told import (
    names_beside,
    narrows_name,
    time_told,
    times_apart,
    times_beside,
    told_otherwise,
    without_introduction,
)
from drafter.tracing.units import same_unit

_STATED = ("exact", "reformatted", "free_text", "unit_conversion", "date_ok")
_MISSTATED = ("wrong_digit", "wrong_magnitude", "wrong_value", "wrong_date")
_COUNTED = "count_of_list"
_OWN_WORDS = 3
_SEPARATOR = re.compile(r"[、，,；;。\s]+")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.．)）](?!\d)|[（(]\d{1,2}[)）])\s*(?=.)")
_TOLD = re.compile("(?:达到|提高到|提升到|达|为|是|有|共计?|约|近|超过|至)+$")
_PARTS = re.compile("其中|[（(：:]|包括|分别")
_RATES = ("率", "度", "比例", "占比")
_OTHERWISE = re.compile("去年|上年|同期|上半年|下半年|[一二三四]季度|每|平均|计划|目标|力争|[由从][^，。]*[到至]")
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


_Place = tuple[Spot, Traced]


def conflicts(reading: Reading, traces: Sequence[Trace]) -> tuple[str, ...]:
    """Return a Chinese sentence for each quantity stated with two values, and each total that its parts do not make."""
    here = Traced(reading.text, reading.spots, traces)
    return tuple(dict.fromkeys((*conflicts_across([here], reading.known), *disagreeing(reading, traces))))


def conflicts_across(texts: Sequence[Traced], known: Knowledge) -> tuple[str, ...]:
    """Return a Chinese sentence for each quantity stated with two values, in whichever of these texts either stands."""
    return tuple(dict.fromkeys((*_stated_twice(texts, known), *_reckoned_twice(texts, known), *_named_twice(texts))))


def _stated_twice(texts: Sequence[Traced], known: Knowledge) -> Iterator[str]:
    """Yield the facts that one place states rightly and another wrongly.

    The remedy tells what the wrong one should be, so that of a fact with several numbers, as this period's and the
    last one's, only those are held against each other that state the same.
    """
    wrongly = [
        (text, spot, trace) for text in texts for spot, trace in text
        if trace.category in _MISSTATED and trace.suggestion and len(trace.closest) == 1
    ]  # fmt: skip
    rightly = _stated_rightly(texts) if wrongly else {}
    for text, spot, trace in wrongly:
        fact, meant = known.by_id.get(trace.closest[0]), find_mentions(trace.suggestion)
        if fact is None or len(meant) != 1 or (fact.id, meant[0].value) not in rightly:
            continue
        other, where = rightly[fact.id, meant[0].value]
        if _of_another((spot, text), (other, where), fact, known.period):
            continue
        among = where is text and other.sentence == spot.sentence and _is_part(text, other, spot)
        if not among and same_unit(other.unit, spot.unit) and other.mention.value != spot.mention.value:
            yield _twice(fact.label or fact.text, where.written(other), text.written(spot))


def _stated_rightly(texts: Sequence[Traced]) -> dict[tuple[str, Value | None], _Place]:
    """Return where each fact's value is told first."""
    rightly: dict[tuple[str, Value | None], _Place] = {}
    for text in texts:
        for spot, trace in text:
            if not trace.flagged and len(trace.facts) == 1 and trace.category in _STATED:
                rightly.setdefault((trace.facts[0], spot.mention.value), (spot, text))
    return rightly


def _of_another(wrong: _Place, right: _Place, fact: Fact, period: Period) -> bool:
    """Say whether a number is told of a part of what a fact states, of another time, or as planned."""
    (spot, text), (other, where) = wrong, right
    if spot.form == "date":
        return not names_beside(where.text, other, fact.label or fact.text)
    if told_otherwise(text.text, spot, text.spots) or narrows_name(text.text, spot, fact.label or fact.text):
        return True
    return times_apart(time_told(spot, text.spots), time_told(other, where.spots), period)


def _reckoned_twice(texts: Sequence[Traced], known: Knowledge) -> Iterator[str]:
    """Yield what follows from the facts that one place tells rightly and another wrongly: 占25% here, 占28% there."""
    rightly: dict[str, tuple[Spot, Trace, Traced]] = {}
    for text in texts:
        for spot, trace in text:
            if not trace.flagged and trace.reckoning and trace.category != _COUNTED:
                rightly.setdefault(trace.reckoning, (spot, trace, text))
    for text in texts:
        for spot, trace in text:
            if not trace.flagged or not trace.suggestion or trace.reckoning not in rightly:
                continue
            other, backed, where = rightly[trace.reckoning]
            apart = where is not text or other.sentence != spot.sentence
            if (
                apart
                and (other.form, other.unit.name) == (spot.form, spot.unit.name)
                and set(backed.facts) == set(trace.closest)
            ):
                labels = (known.by_id[fact].label or known.by_id[fact].text for fact in backed.facts)
                yield _twice("”“".join(labels), where.written(other), text.written(spot))


def _is_part(text: Traced, whole: Spot, spot: Spot) -> bool:
    """Say whether a number stands among the parts of another in one sentence: 共30万元，其中绿化12万元、照明10万元."""
    return _PARTS.search(text.text[min(whole.unit_end, spot.mention.start) : spot.mention.start]) is not None


def _named_twice(texts: Sequence[Traced]) -> Iterator[str]:
    """Yield what no fact states and two places give two values for, under one name and of one time."""
    seen: dict[tuple[str, ...], tuple[Spot, str]] = {}
    for text in texts:
        for spot, trace in text:
            if not trace.flagged or spot.number is None or not (spot.unit.name or spot.form == "share"):
                continue
            name = _name(text, spot)
            if spot.form == "share" and not name.endswith(_RATES):
                continue
            if len(name) < _OWN_WORDS or _OTHERWISE.search(text.text[slice(*spot.sentence)]):
                continue
            if told_otherwise(text.text, spot, text.spots):
                continue
            times = times_beside(spot, text.spots)
            other, first = seen.setdefault((name, spot.unit.name, spot.form, *times), (spot, text.written(spot)))
            if other.value != spot.value:
                yield _twice(name, first, text.written(spot))


def _name(text: Traced, spot: Spot) -> str:
    """Return what a number is told of: the words before it, without those that only introduce it: 全年共举办…达到."""
    named = _WORD.search(text.text[slice(*spot.before)])
    if named is None:
        return ""
    start = spot.before[0] + named.start()
    before = text.spots[spot.at - 1] if spot.at and named.start() == 0 else None
    if before is not None and before.unit_end == start and before.form == "number":
        return ""  # 80岁以上老人: the number before is part of the name
    return without_introduction(_TOLD.sub("", named.group()))


def _twice(name: str, first: str, second: str) -> str:
    return f"“{name}”前后不一致：一处写“{first}”，另一处写“{second}”"
