"""What a statement in sentences tells of one event after the other: 3月修建水渠，投入38万元；8月建成礼堂."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from drafter.tracing.subject import pieces
from drafter.tracing.units import unit_at
from drafter.tracing.vocabulary import GENERIC

_WORN = 0.5
_AHEAD = 40
_DATED = (
    r"(?:(?:(?:19|20)\d\d年)?(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份|\d{1,2}日|[初中上下底末])?"
    r"|(?:19|20)\d\d年|同年|次年|翌年|今年|本年|去年|上年|前年|[上下]半年|第?[一二三四1-4]季度)"
)
_NEXT = re.compile(rf"[。；;！？!?\n]|[，,、](?=(?:截至|截止|到|自|从|于|在)?{_DATED})")
_SEQUEL = re.compile(
    r"(?:并|再|又|随后|至此)?(?:如期|按期|正式|全部|全面|顺利|已|均)*(?:建成|完工|竣工|完成|启用|投用|投入使用|开工|启动|收官|结束|闭幕|开放|交付|通车"
    r"|(?:通过)?验收(?:合格)?)[^，,。；;]{0,4}(?=[，,。；;]|$)"
)
"""What goes on with the event before: 4月启动楼道美化，11月完工，涉及116个楼道."""
_CLAUSE = re.compile(r"[，,：:（）()]")
_PART = re.compile(r"[，,、]")
_DATE = re.compile(rf"{_DATED}|\d[\d.,]*[万亿%％]*")


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a statement: where it is told, and the words that tell it from the others."""

    start: int
    end: int
    own: frozenset[str]
    """The pieces of its words that no other event of the statement has."""


@lru_cache(maxsize=4096)
def events_of(text: str) -> tuple[Event, ...]:
    """Return the events that a statement tells, in its order."""
    bounds = [0, *_bounds(text), len(text)]
    spans = [(a, b) for a, b in itertools.pairwise(bounds) if text[a:b].strip(" 。；;，,、")]
    words = [frozenset(pieces(_worded(text[a:b]))) for a, b in spans]
    return tuple(
        Event(*span, own - frozenset[str]().union(*(o for m, o in enumerate(words) if m != n)))
        for n, (span, own) in enumerate(zip(spans, words, strict=True))
    )


def _worded(text: str) -> str:
    """Return a text without its dates, figures and their units."""
    told, at = list[str](), 0
    for found in _DATE.finditer(text):
        if found.start() >= at:
            told.append(text[at : found.start()])
            _, at = unit_at(text, found.end())
    return " ".join((*told, text[at:]))


def _bounds(text: str) -> Iterator[int]:
    """Yield where the events of a statement begin, but for the first."""
    last = 0
    for found in _NEXT.finditer(text):
        told = _DATE.sub("", text[last : found.start()]).strip(" ，,、至到")
        goes_on = found.group() in "，,、" and _SEQUEL.match(
            _DATE.sub("", text[found.end() : found.end() + _AHEAD], count=1).lstrip("起前底")
        )
        if told and not goes_on:
            last = found.end()
            yield last


def told_in(words: str, event: Event) -> float:
    """Return how much words have of those that tell an event from the others of its statement."""
    return sum(_WORN if piece in GENERIC else 1.0 for piece in event.own if piece in words)


def event_at(text: str, at: int) -> int:
    """Return which of a statement's events tells what stands at a place."""
    return next((n for n, event in enumerate(events_of(text)) if event.start <= at < event.end), 0)


@lru_cache(maxsize=4096)
def naming(text: str, at: int) -> frozenset[str]:
    """Return what names the event of a number: its words but for the number's own clause, where that comes later."""
    event = events_of(text)[event_at(text, at)]
    cuts = [event.start, *(m.end() for m in _CLAUSE.finditer(text, event.start, event.end)), event.end]
    start, end = next((a, b) for a, b in itertools.pairwise(cuts) if a <= at < b or b == event.end)
    head = re.sub(_DATE, "", text[event.start : start]).strip(" ，,")
    return event.own - frozenset(pieces(text[start:end])) if head else event.own


def quoted(text: str, at: int, beside: int) -> str:
    """Return what a statement tells at a place, so that it differs from what it tells at another: event or clause."""
    events = events_of(text)
    mine, other = event_at(text, at), event_at(text, beside)
    event = events[mine] if events else Event(0, len(text), frozenset())
    start, end = event.start, event.end
    if mine == other:
        stops = [start, *(m.end() for m in _PART.finditer(text, start, end)), end]
        start, end = next((a, b) for a, b in itertools.pairwise(stops) if a <= at < b or b == end)
    return text[start:end].strip(" 。；;，,、")
