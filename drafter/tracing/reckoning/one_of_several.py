"""One of several numbers told of all that the words name: 文明餐厅、放心菜场11家, where the first alone are 11."""

from __future__ import annotations

import re

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.reading import Backing, Objection, Reading
from drafter.tracing.reckoning.enumerated import named_in_full
from drafter.tracing.reckoning.task import set_task

_JOINED = re.compile("、|(?<!参)[和与及](?!谐)")
_SHORTEST = 4
_UNIT = re.compile("^[\u4e00-\u9fff]{0,2}[、和与及]")
"""What is left of the number before: 家、 in 8家、“文明店”11家."""
_EACH_OR_SOME = re.compile("均|各|都|等|其中|包括|分别|每|含|除")


def refuse_one_of_several(reading: Reading) -> None:
    """Object to a number that one fact states, where the words before it name that and others in full."""
    for spot in reading.spots:
        # Few numbers have two names right before them.
        joined = spot.before[1] - spot.before[0] > _SHORTEST and _JOINED.search(reading.text, *spot.before)
        e = reading.stated(spot.at) if joined and spot.form == "number" else None
        words = reading.text[slice(*spot.before)]
        if e is None or _EACH_OR_SOME.search(words) or cues.PRIOR.search(words):
            continue
        parts = named_in_full(set_task(reading, spot))
        alone = len(parts) > 1 and e in parts and reading.stated(spot.at - 1) not in parts  # 与13个社区及单位签订74份
        if alone and e.unit.name != spot.unit.name and len(parts) == spot.value:
            # 保洁、护理、家电维修三个工种 of 保洁2期、护理4期、家电维修3期 count three, though one of them be 3.
            names = tuple(part.near or part.subject for part in parts)
            facts = tuple(dict.fromkeys(part.fact for part in parts))
            reckoning = arithmetic.counted(names).reckoning
            reading.backings[spot.at] = Backing((), facts, "count_of_list", "由所列名目逐个数出", reckoning)
            reading.look_anew()
        elif alone and not _JOINED.search(_before(reading.known.wordings[e.fact], e)):
            total = arithmetic.total([o.number for o in parts if o.number is not None])
            if total.value != e.number:
                reading.refuse(spot.at, Objection("wrong_derived", (e,), tuple(parts), total))


def _before(wording: str, e: Evidence) -> str:
    """Return what a fact says before one of its numbers, up to the number before: 采访老党员、老战士 of 45人."""
    at = wording.find(e.core)
    return _UNIT.sub("", re.split(r"[0-9，。；]", wording[: max(at, 0)])[-1])
