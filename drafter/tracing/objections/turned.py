"""Levels told to have risen where they fell, and the other way round: 由64场减少到96场."""

from __future__ import annotations

import re

from drafter.tracing import cues
from drafter.tracing.arithmetic import Derived, plain
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.reckoning.refusals.direction import went

_LEVEL = re.compile(r"(?P<way>[\u4e00-\u9fff]{1,4})(?:到|至|为)(?:了|近|约)?$")
_WAYS = {"增加": cues.UP, "减少": cues.DOWN}


def flag_turned(reading: Reading) -> None:
    """Object to this period's number where the words have it come from the last one's in the other direction."""
    changed = {c.now.at: c for c in reading.comparisons if not c.increase and c.now.number is not None}
    for spot, e in reading.stating() if changed else ():
        level = _LEVEL.search(reading.text, *spot.before) if e.at in changed else None
        told = [way for way, cue in _WAYS.items() if level is not None and cue.search(level["way"])]
        c = changed[e.at] if len(told) == 1 else None
        if c is None or went(c) in ("", *told) or c.before.number is None or c.now.number is None:
            continue
        shown = f"由{plain(c.before.number)}到{plain(c.now.number)}，是{went(c)}，不是{told[0]}"
        reading.refuse(spot.at, Objection("wrong_derived", (), (c.now,), Derived(spot.value or c.now.number, shown)))
