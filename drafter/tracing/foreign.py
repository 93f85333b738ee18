"""A true value under a foreign subject: the words right at a number name one thing, the fact that has it another.

Drafts paraphrase freely, so words alone prove nothing: what the sentence names has to be a thing that is known (a
kind of kinds.py), and the fact's own words must name another kind.
"""

from __future__ import annotations

from drafter.tracing.evidence import Evidence
from drafter.tracing.kinds import Kind, kinds_before, kinds_behind, kinds_in
from drafter.tracing.layout import Spot
from drafter.tracing.lookup import form
from drafter.tracing.reading import Reading
from drafter.tracing.rivals import of_one_kind

_JOINTS = ("、", "和", "与", "及", "并")


def kinds_of(reading: Reading, spot: Spot, e: Evidence) -> frozenset[Kind]:
    """Return the kinds named right before the number and right behind its unit, or that of evidence in its place."""
    unit = spot.unit.name or spot.mention.unit or _counted_in(e)
    start = spot.before[0]
    if start > spot.clause[0] and reading.text[start : start + 1] not in _JOINTS:
        start += 2  # in 4个小区37栋楼 the words behind 个 belong to that number
    before = kinds_before(reading.text, start, spot.before[1], unit)
    return frozenset((*before, *kinds_behind(reading.text, *spot.after, unit)))


def speaks_of(e: Evidence) -> frozenset[Kind]:
    """Return the kinds that a piece of evidence names in its own words."""
    return kinds_in(e.near, _counted_in(e)) or kinds_in(e.far, _counted_in(e))


def _counted_in(e: Evidence) -> str:
    return e.unit.name or e.said


def is_foreign(reading: Reading, spot: Spot, e: Evidence, stated: frozenset[Kind]) -> bool:
    """Say whether the kinds stated at a number are others than those that the evidence speaks of."""
    if not stated or e.place == "label":
        return False
    clause = reading.text[slice(*spot.clause)]
    if e.subject and e.subject in clause:
        return False
    words = f"{e.near} {e.far}"
    own = kinds_in(words, _counted_in(e))
    if not own or own & stated or any(name in words for kind in stated for name in kind.names):
        return False
    return not any(name in clause for kind in own for name in kind.names)


def meant_by(reading: Reading, spot: Spot, kinds: frozenset[Kind]) -> tuple[Evidence, ...]:
    """Return what the sheet states of those kinds for the period, in the number's unit."""
    shape = form(spot.mention)
    alike = (e for e in reading.known.evidence if e.place == "value" and not e.prior)
    return tuple(
        e for e in alike if reading.values.forms[e.at] == shape and of_one_kind(spot, e) and kinds & speaks_of(e)
    )[:2]
