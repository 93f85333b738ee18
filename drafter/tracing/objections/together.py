"""One figure told of several at once: 居民满意率和商户满意率均为96% holds only where each of them has it."""

from __future__ import annotations

import re

from drafter.tracing.approximation import holds
from drafter.tracing.evidence import Evidence
from drafter.tracing.forms import as_share
from drafter.tracing.layout import Spot
from drafter.tracing.objections.rivals import of_one_kind
from drafter.tracing.reading import Objection, Reading

_ALIKE = re.compile(r"(?P<names>[^，。；0-9]+?)(?:均|都|皆|同样)(?:为|是|有|达到?|保持在|在)?(?:了|约|近|超过?)?$")
_JOINTS = re.compile(r"、|[和与及]|以及")
_SHORTEST = 2


def flag_one_for_all(reading: Reading) -> None:
    """Object to a number that is said to hold for each of several facts and is not what one of them states."""
    for spot, taken in reading.stating():
        if spot.shown is None:
            continue
        found = _ALIKE.search(reading.text, spot.clause[0], spot.mention.start)
        if found is None:
            continue
        other = next(
            (e for e in _named(reading, spot, found["names"]) if e.at != taken.at and not _has(reading, spot, e)), None
        )
        if other is not None:
            reading.refuse(spot.at, Objection("swapped_subject", (taken,), (other,)))


def _named(reading: Reading, spot: Spot, words: str) -> list[Evidence]:
    """Return the facts of the number's form and unit that the enumeration names by their labels."""
    names = [name for name in _JOINTS.split(words) if len(name) >= _SHORTEST]
    if len(names) < _SHORTEST:
        return []
    last = names[-1]
    found: list[Evidence] = []
    for e in reading.known.evidence:
        if e.place != "value" or e.prior or reading.values.forms[e.at] != spot.form or not of_one_kind(spot, e):
            continue
        # 居民、商户满意率: the last name lends the others its tail.
        tail = next((last[n:] for n in range(len(last)) if e.subject.endswith(last[n:])), "")
        heads = {name for name in names if e.subject in (name, name + tail)}
        if heads or e.subject == last:
            found.append(e)
    return found


def _has(reading: Reading, spot: Spot, e: Evidence) -> bool:
    value = as_share(e.number, e.core, e.type) if e.number is not None and spot.form == "share" else e.number
    return value is None or spot.shown is None or value == spot.shown.value or holds(spot.shown, value, rounded=True)
