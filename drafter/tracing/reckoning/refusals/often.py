"""How often something is done where a fact says it otherwise: 每周陪餐3次 of 每周2次 is no reckoning of others."""

from __future__ import annotations

import re

from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces

_OFTEN = re.compile(r"每(?P<span>[天日周月季年晚]|星期|季度|学期)(?P<what>[^，。；、0-9]*)$")


def done_otherwise(task: Task) -> bool:
    """Say whether a fact states how often the same is done, in the same stretch of time, as another number of times."""
    told = _OFTEN.search(task.words)
    if told is None:
        return False
    own = [*pieces(told["what"]), *pieces(task.words[: told.start()])]
    for e in task.reading.known.plain:
        if e.unit.dimension or e.unit.name != task.spot.unit.name:
            continue  # 每人每月80元 tells no times, and so nothing of how much all of them come to in a month
        if f"每{told['span']}" in e.near and e.number != task.spot.value:
            label = task.reading.known.by_id[e.fact].label
            if e.place == "value" and any(p in label or p in e.near for p in own):
                return True
    return False
