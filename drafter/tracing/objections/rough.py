"""Rough numbers that go on about the fact told just before and meet another: 英语班周六开课，学员近40人 of its 39."""

from __future__ import annotations

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.rivals import of_one_kind
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.subject import pieces


def flag_rough_of_another(reading: Reading) -> None:
    """Object to a rough number that another fact would bear out, where the sentence goes on about one of its own.

    Room is left for 近 and 余, so that they are met by chance: an exact number is better ground for what is meant.
    """
    for spot, e in list(reading.stating()):
        rough = spot.number is not None and spot.number.sense != "exact" and spot.value != e.number
        meant = _told_on(reading, spot, e) if rough else None
        if meant is not None:
            reading.refuse(spot.at, Objection("swapped_subject", (e,), (meant,)))


def _told_on(reading: Reading, spot: Spot, e: Evidence) -> Evidence | None:
    """Return the number in its unit of the fact that the clause before names and tells, and that the words speak of."""
    before = reading.spots[spot.at - 1] if spot.at else None
    told = reading.stated(before.at) if before is not None and before.sentence == spot.sentence else None
    if before is None or told is None or told.fact == e.fact or before.clause[1] + 1 != spot.clause[0]:
        return None
    between = reading.text[before.clause[0] : spot.mention.start]
    if not told.subject or told.subject not in between or _is_spoken_of(e, between.replace(told.subject, "")):
        return None
    own = [o for o in reading.known.of_fact[told.fact] if o.place == "value" and o.at != told.at and not o.prior]
    own = [o for o in own if reading.values.forms[o.at] == spot.form and of_one_kind(spot, o)]
    return own[0] if len(own) == 1 and reading.fits[spot.at].speaks_of(own[0].at) else None


def _is_spoken_of(e: Evidence, words: str) -> bool:
    """Say whether some words have any of a fact's own name."""
    return any(piece in words for piece in pieces(e.subject)) or (bool(e.subject) and e.subject in words)
