"""Levels of awards and bodies: 县级以上 takes in what a fact states of 县级 and of every higher level."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.vocabulary import LEVELS

_OF_LEVEL = re.compile(f"([{LEVELS}])级")
_AHEAD = re.compile("(?P<level>[\u4e00-\u9fff]级)(?:及其?)?以上[\u4e00-\u9fff]{0,4}$")
_BEHIND = re.compile("[\u4e00-\u9fff]{0,6}?(?P<level>[\u4e00-\u9fff]级)(?:及其?)?以上")


def rank(words: str) -> int:
    """Return how high the level stands that words name first; -1 where they name none."""
    found = _OF_LEVEL.search(words)
    return LEVELS.index(found.group(1)) if found is not None else -1


def rises(nears: list[str]) -> bool:
    """Say whether a fact tells its levels from the lowest up."""
    return len(nears) > 1 and -1 < rank(nears[0]) < rank(nears[-1])


def level_named(text: str, spot: Spot) -> bool:
    """Say whether the words right at a number name a level with all above it."""
    return (_AHEAD.search(text, *spot.before) or _BEHIND.match(text, *spot.after)) is not None


def of_one_level(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether 市级以上 is told of what a fact states of 市级 alone, beside a higher level."""
    if reading.text.find("以上", spot.before[0], spot.after[1]) < 0:
        return False
    told = _AHEAD.search(reading.text, *spot.before) or _BEHIND.match(reading.text, *spot.after)
    if told is None or "以上" in e.near + e.far:
        return False
    if not e.near and e.subject.startswith(told["level"]):
        name = e.subject.removeprefix(told["level"])
        alike = [o for o in reading.known.plain if o.subject.endswith(name) and o.unit == e.unit]
        return any(rank(o.subject) > rank(e.subject) for o in alike if len(o.subject) == len(e.subject))
    if told["level"] not in e.near:
        return False
    own = reading.known.of_fact[e.fact]
    alike = [o for o in own if abs(o.order - e.order) == 1 and o.unit == e.unit and o.place == e.place]
    if rank(e.near) < 0:
        return any(o.order < e.order for o in alike)
    return any(rank(o.near) > rank(e.near) for o in alike)
