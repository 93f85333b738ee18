"""Which dates of facts the words around a date speak of: rivals of the one that has it, and what a wrong one meant."""

from __future__ import annotations

import re

from drafter.tracing.dated_events import FOUNDED
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.period import Parts, parts
from drafter.tracing.reading import Reading
from drafter.tracing.subject import pieces
from drafter.tracing.vocabulary import GENERIC

_RIVAL = 0.3
_FITS = 0.2
_MOSTLY = 0.5
_MOST = 3
_NEARLY = 0.7
_LEADS = re.compile("[早就]?[在于自]?")
_DATE = re.compile(r"[0-9０-９]{1,4}年|[0-9０-９]{1,2}[月日]")


def meant_dates(reading: Reading, spot: Spot) -> tuple[Evidence, ...]:
    """Return the dates and times of facts that the words at a date speak of, best first."""
    meant = [e for e in reading.known.evidence if reading.values.forms[e.at] in ("date", "span", "clock", "weekday")]
    framed = _framed(reading, spot)
    told = [e for e in meant if tells_event(reading, spot, e)]
    meant = [e for e in meant if reading.fit(spot, e) > _FITS or (framed and _tells(reading, e, framed))]
    meant.sort(key=lambda e: -reading.fit(spot, e))
    return tuple(told or meant)[:_MOST]


def tells_event(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether the clause of a date, or the one that it frames, tells what a statement dates: 早在2018年，被授予."""
    ahead = reading.text[spot.clause[0] : spot.mention.start]
    behind = reading.text[spot.mention.end : spot.clause[1]]
    if not _LEADS.fullmatch(ahead):
        return False
    if not behind.strip():
        behind = re.split("[，,；;：:。]", reading.text[spot.clause[1] + 1 : spot.sentence[1]])[0]
    own = set(pieces(_DATE.sub("", reading.known.by_id[e.fact].text))) if e.place == "text" else set()
    return len(own) > 1 and sum(piece in behind for piece in own) >= _NEARLY * len(own)


def _framed(reading: Reading, spot: Spot) -> frozenset[str]:
    """Return the pieces of the clause behind a date that fills one of its own: 2024年6月，学校承办技能大赛."""
    if reading.text[slice(*spot.clause)].strip() != spot.mention.text:
        return frozenset()
    behind = reading.text[spot.clause[1] + 1 : spot.sentence[1]]
    return frozenset(pieces(re.split("[，,；;：:]", behind)[0])) - GENERIC


def _tells(reading: Reading, e: Evidence, words: frozenset[str]) -> bool:
    """Say whether a fact has most of some words."""
    known = reading.known.wordings[e.fact]
    return sum(piece in known for piece in words) >= _MOSTLY * len(words)


def rival_date(reading: Reading, spot: Spot, wanted: Parts, best: Evidence) -> Evidence | None:
    """Return a fact of another date that the words around the date speak of more clearly."""
    around = reading.text[slice(*spot.clause)]
    if FOUNDED.search(f"{best.subject} {best.near}") and FOUNDED.search(around):
        return None
    in_turn = _of_other_turn(reading, spot, best)
    if in_turn is not None:
        return in_turn
    fit = reading.fit(spot, best)
    shape = tuple(part is not None for part in wanted)
    for at, other in sorted(reading.fits[spot.at].beside(), key=lambda item: -item[1]):
        if other <= fit + _RIVAL:
            return None
        e = reading.known.evidence[at]
        if any(stated != wanted and stated[1:] == parts(str(e.value))[1:] for stated in _dates_beside(reading, spot)):
            continue
        if e.fact != best.fact and isinstance(e.value, str) and reading.values.forms[at] == "date":
            known = parts(e.value)
            if e.place == "label" and known[0] == reading.known.period.year:
                continue  # 2018年调解 only tells that it is this year's
            if all(k is not None for k, needed in zip(known[1:], shape[1:], strict=True) if needed) and not any(
                b == e for b in reading.values.with_date(wanted)
            ):
                return e
    return None


def _of_other_turn(reading: Reading, spot: Spot, best: Evidence) -> Evidence | None:
    """Return the date that a fact gives, in turn with others, for what the clause names: 3月 for 春季运动会."""
    clause = reading.text[slice(*spot.clause)]
    if not best.near or best.near in clause or "分别" not in reading.known.wordings[best.fact]:
        return None
    own = [e for e in reading.known.of_fact[best.fact] if reading.values.forms[e.at] == "date" and e.near in clause]
    return own[0] if own and own[0].near and own[0].value != best.value else None


def _dates_beside(reading: Reading, spot: Spot) -> list[Parts]:
    """Return the other dates of the sentence: 4月、11月先后获得."""
    around = reading.spots[max(0, spot.at - 6) : spot.at + 7]
    return [parts(str(o.mention.value)) for o in around if o.sentence == spot.sentence and o.form == "date"]
