"""Which dated event the words at a date tell: 社区食堂建成于2022年 tells one that a fact puts into 2019."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.tracing.dated_events import LEVEL, Dated, deeds_in
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.period import Parts, agree
from drafter.tracing.reading import Reading

_MOSTLY = 0.7
_LEAST = 2
_STOP = re.compile(r"[，,；;：:。！？!?\n（）()]")
_THERE = re.compile("(?:依托|利用|借助|围绕|通过|[在以对])[\u4e00-\u9fff“”]{0,2}$")
"""What makes of a thing the place or the means of another deed: 依托村史馆建成文化长廊."""
_LEADS = re.compile("[早就]?[在于自从]?")
_AGAIN = re.compile(
    "再[次度]|再获|连续|连年|又[获被评]|复[审评查核]|蝉联|继续|每年|分别|先后|[一二两三四五六七八九十]次"
)
_COUNTED = re.compile("[0-9０-９]")
_UP_TO = re.compile("(?:截至|截止到?|[至到])$")
_FROM = re.compile("[底末初起前后以来至到—~～-]")
_HAPPENS = frozenset(("held",))


def dated_otherwise(reading: Reading, spot: Spot, wanted: Parts, found: list[Evidence]) -> Evidence | None:
    """Return the date that a fact gives for the event told at a date, where it is another one.

    None where a fact has that date for what the words may as well tell, or where what they tell may happen again.
    """
    words = words_told(reading, spot) if reading.events else ""
    told = told_in(words, reading.events) if words else []
    others = [(share, event) for share, event in told if event.evidence.place in ("value", "text")]
    if not others or _may_recur(reading, spot, words):
        return None
    deeds = deeds_in(words)
    others = [each for each in others if _is_done(each[1], deeds, found, wanted)]
    if not others or any(agree(wanted, event.date) for _, event in others):
        return None
    share, event = max(others, key=lambda each: (each[0], _covered(words, each[1])))
    covered = _covered(words, event)
    for mine in reading.events:
        if not agree(mine.date, wanted) or (mine.deeds and deeds and mine.deeds.isdisjoint(deeds)):
            continue
        if _share(words, mine) >= share or _covered(words, mine) >= covered:
            return None
        if not mine.thing and (mine.deeds or mine.evidence.fact == event.evidence.fact):
            return None
    return event.evidence


def told_in(words: str, events: Sequence[Dated]) -> list[tuple[float, Dated]]:
    """Return the events that words name for the most part, and how much of each."""
    levelled = LEVEL.search(words) is not None
    named = (event for event in events if (thing := event.thing if levelled else event.plainly) and thing[-1] in words)
    return [(share, event) for event in named if (share := _share(words, event)) >= _MOSTLY]


def tells(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether the words at a date tell the event that a fact dates by some evidence, and no other one."""
    words = words_told(reading, spot)
    deeds = deeds_in(words)
    told = [event for _, event in told_in(words, reading.events)]
    told = [event for event in told if not event.deeds or not event.deeds.isdisjoint(deeds)]
    return bool(told) and all(event.evidence == e for event in told)


def words_told(reading: Reading, spot: Spot) -> str:
    """Return the words that a date is told of: its own up to the dates beside it, or the clause that it frames."""
    text, start, end = reading.text, *spot.clause
    for other in reading.spots[max(0, spot.at - 3) : spot.at + 4]:
        if other.form == "date" and other.clause == spot.clause and other.at != spot.at:
            start, end = (max(start, other.mention.end), end) if other.at < spot.at else (start, other.mention.start)
    ahead, behind = text[start : spot.mention.start], text[spot.mention.end : end]
    if len(behind.strip()) < _LEAST and _LEADS.fullmatch(ahead.strip()):
        following = _STOP.split(text[min(len(text), spot.clause[1] + 1) : spot.sentence[1]])
        return following[0]
    return f"{ahead} {behind}"


def _may_recur(reading: Reading, spot: Spot, words: str) -> bool:
    """Say whether an event may be told of several times, or a date of a stretch: 2024年再次获评, 截至2024年底."""
    start, end = spot.mention.start, spot.mention.end
    if _AGAIN.search(words) or _COUNTED.search(words) or _UP_TO.search(reading.text, max(0, start - 3), start):
        return True
    return _FROM.match(reading.text, end) is not None


def _share(words: str, event: Dated) -> float:
    """Return how much of what an event was done to some words name."""
    thing = _thing(words, event)
    if not thing or thing[-1] not in words:
        return 0.0
    ahead = words[: min(words.find(piece) for piece in thing if piece in words)]
    return 0.0 if _THERE.search(ahead) else _covered(words, event) / len(thing)


def _covered(words: str, event: Dated) -> int:
    return sum(piece in words for piece in _thing(words, event))


def _thing(words: str, event: Dated) -> tuple[str, ...]:
    """Return the pieces of what an event was done to; without a level where the words name none."""
    return event.thing if LEVEL.search(words) else event.plainly


def _is_done(event: Dated, deeds: frozenset[str], found: list[Evidence], wanted: Parts) -> bool:
    """Say whether words tell what was done in an event: one without a deed only where it is a day that facts have."""
    if event.deeds:
        return not event.deeds.isdisjoint(deeds)
    if "won" in deeds:
        return True  # 获评先进集体 of 先进集体（2020年）
    return bool(found) and wanted[1] is not None and deeds <= _HAPPENS
