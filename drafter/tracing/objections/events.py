"""Numbers and dates of one event told of another of the same statement: 礼堂投入38万元, which went into a canal."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.rivals import of_one_kind
from drafter.tracing.period import Parts, agree, parts
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.statements import Event, event_at, events_of, naming, told_in

_FAR = re.compile(r"[，,：:（）()]")
_DATES = ("date", "span")
_CLEAR = 2
_DATED = 1.5
_BACK = 3


def flag_other_event(reading: Reading) -> None:
    """Object to a number or date that a statement tells of another event than the draft does."""
    several = {f.id: f.text for f in reading.known.facts if f.text and len(events_of(f.text)) > 1}
    for spot in reading.spots:
        backing = reading.backings.get(spot.at)
        if backing is None or backing.reckoning:
            continue
        if spot.form in _DATES:
            _check_date(reading, spot, several)
        elif several.keys() & set(backing.facts):
            _check_number(reading, spot, several)


def _check_number(reading: Reading, spot: Spot, several: dict[str, str]) -> None:
    e = reading.stated(spot.at)
    if e is None or e.place != "text" or e.fact not in several:
        return
    text = several[e.fact]
    meant = _other_event(reading, spot, text, e.start)
    if meant is None or _dated_alike(reading, spot, e, text):
        return
    alike = [
        o for o in reading.known.of_fact[e.fact]
        if meant.start <= o.start < meant.end and reading.values.forms[o.at] == spot.form and of_one_kind(spot, o)
    ]  # fmt: skip
    reading.refuse(spot.at, Objection("swapped_subject", (e,), tuple(alike[:1])))


def _other_event(reading: Reading, spot: Spot, text: str, at: int) -> Event | None:
    """Return the event that the draft's nearest telling words name, where that is not the one of a place."""
    own, events = naming(text, at), events_of(text)
    if not own:
        return None  # 上年春运44.2万人次，今年52.8万人次: the words of one event are those of the other
    mine = event_at(text, at)
    floor = max(spot.sentence[0], reading.text.rfind("；", 0, spot.mention.start) + 1)
    end = spot.clause[1]
    for start in _clause_starts(reading, spot, floor):
        words = reading.text[start:end]
        if any(piece in words for piece in own):
            return None
        told = [(told_in(words, event), n) for n, event in enumerate(events) if n != mine]
        most, which = max(told)
        if most >= _CLEAR:
            return events[which]
        end = start
    return None


def _dated_alike(reading: Reading, spot: Spot, e: Evidence, text: str) -> bool:
    """Say whether the date told last before a number in its sentence is that of the number's own event."""
    for other in reversed(reading.spots[max(0, spot.at - 2 * _BACK) : spot.at]):
        if other.sentence != spot.sentence:
            return False
        if other.form in _DATES and (backing := reading.backings.get(other.at)) is not None:
            dates = [reading.known.evidence[at] for at in backing.evidence]
            return any(d.fact == e.fact and event_at(text, d.start) == event_at(text, e.start) for d in dates)
    return False


def _clause_starts(reading: Reading, spot: Spot, floor: int) -> list[int]:
    """Return where the number's clause and those before it in its sentence begin, the nearest first."""
    stops = [m.end() for m in _FAR.finditer(reading.text, floor, spot.mention.start)]
    return [*reversed(stops), floor][: _BACK + 1]


def _check_date(reading: Reading, spot: Spot, several: dict[str, str]) -> None:
    """Object to a date that the facts give for another event than the one that its clause tells."""
    wanted = parts(str(spot.mention.value)) if isinstance(spot.mention.value, str) else None
    if wanted is None or spot.form != "date":
        return
    if wanted[1] is None and wanted[0] == reading.known.period.year:
        return  # 在2021年的考核中名列第一: the sheet's own year is right, whatever rank is told
    backing = reading.backings[spot.at]
    if not backing.evidence:
        if wanted[1] is not None and (other := _dated_otherwise(reading, spot, wanted)) is not None:
            reading.refuse(spot.at, Objection("wrong_date", (), (other,)))
        return
    meant: Evidence | None = None
    for e in reading.values.with_date(wanted):
        if e.place != "text" or e.fact not in several:
            return
        words, text = _about(reading, spot), several[e.fact]
        mine, events = event_at(text, e.start), events_of(text)
        told = max((told_in(words, event), -n) for n, event in enumerate(events) if n != mine)
        if told[0] < _DATED or not events[mine].own or told_in(words, events[mine]):
            return
        meant = next(iter(_dates_of(reading, e.fact, events[-told[1]])), meant)
        if meant is None or agree(_moment(meant), wanted):
            return
    if meant is not None:
        reading.refuse(spot.at, Objection("wrong_date", (reading.known.evidence[backing.evidence[0]],), (meant,)))


def _about(reading: Reading, spot: Spot) -> str:
    """Return the words that a date is told of: its clause, or the next where its own has no other."""
    start, end = spot.clause
    if len(reading.text[start : spot.mention.start] + reading.text[spot.mention.end : end]) < _CLEAR:
        following = _FAR.search(reading.text, min(end + 1, spot.sentence[1]), spot.sentence[1])
        end = following.start() if following else spot.sentence[1]
    return reading.text[start:end]


def _dated_otherwise(reading: Reading, spot: Spot, wanted: Parts) -> Evidence | None:
    """Return the other date that a statement gives for what a number in the date's clause states."""
    for other in reading.spots[spot.at + 1 : spot.at + 1 + _BACK]:
        if other.clause != spot.clause or other.form in _DATES:
            return None
        e = reading.stated(other.at)
        if e is None or e.place != "text":
            continue
        text = reading.known.by_id[e.fact].text
        dates = _dates_of(reading, e.fact, events_of(text)[event_at(text, e.start)])
        months = [d for d in dates if _moment(d)[1] is not None]
        if months and not any(agree((*_moment(d)[:2], None), (*wanted[:2], None)) for d in months):
            return months[0]
    return None


def _dates_of(reading: Reading, fact: str, event: Event) -> list[Evidence]:
    return [
        o for o in reading.known.of_fact[fact]
        if o.place == "text" and event.start <= o.start < event.end and reading.values.forms[o.at] == "date"
    ]  # fmt: skip


def _moment(e: Evidence) -> Parts:
    return parts(str(e.value))
