"""One of several numbers told of all that the words name: 文明餐厅、放心菜场11家, where the first alone are 11."""

from __future__ import annotations

import re

from drafter.tracing import arithmetic, cues
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.reckoning.enumerated import named_in_full
from drafter.tracing.reckoning.task import set_task

_JOINED = re.compile("、|(?<!参)[和与及](?!谐)")
_EACH_OR_SOME = re.compile("均|各|都|等|其中|包括|分别|每|含|除")


def refuse_one_of_several(reading: Reading) -> None:
    """Object to a number that one fact states, where the words before it name that and others in full."""
    for spot, e in reading.stating():
        words = reading.text[slice(*spot.before)]
        if spot.form != "number" or not _JOINED.search(words) or _EACH_OR_SOME.search(words):
            continue
        parts = named_in_full(set_task(reading, spot)) if not cues.PRIOR.search(words) else []
        if len(parts) > 1 and e in parts:
            total = arithmetic.total([o.number for o in parts if o.number is not None])
            if total.value != e.number:
                reading.refuse(spot.at, Objection("wrong_derived", (e,), tuple(parts), total))
