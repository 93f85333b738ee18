"""The people of bodies counted by name: 合唱、舞蹈两支队伍共54人 of 文体队员54人 beside 文体队伍 合唱、舞蹈."""

from __future__ import annotations

import re

from drafter.tracing.approximation import holds
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Backing, Reading
from drafter.tracing.units import same_unit

_BETWEEN = re.compile("[\u4e00-\u9fff]{0,4}?(?:共计?|总计|合计|现)?(?:有|拥有|吸纳|吸引|汇聚)?(?:[队成会学人]员)?")
_BODY = "(?:队伍|团队|社团|协会|小组|班组|班级|[队社团组班])"
_BODIES = re.compile(f"(?P<stem>[\u4e00-\u9fff]{{2,8}}?){_BODY}")
_PEOPLE = "(?:[队成会学团组社人]员|总?人数)"


def match_people_of_bodies(reading: Reading) -> None:
    """Back the number of people behind bodies that were just counted by their names, which one fact gives for all."""
    for spot in reading.spots:
        told = reading.backings.get(spot.at - 1)
        if told is None or told.category != "count_of_list" or len(told.facts) != 1 or spot.at in reading.backings:
            continue
        e = _people(reading, spot, told.facts[0])
        if e is not None and _states(spot, e):
            reading.backings[spot.at] = Backing((e.at,), (e.fact,), "exact", f"与“{reading.known.wording_of(e)}”一致")
            reading.objections.pop(spot.at, None)


def _states(spot: Spot, e: Evidence) -> bool:
    return spot.shown is not None and e.number is not None and holds(spot.shown, e.number, rounded=True)


def _people(reading: Reading, spot: Spot, fact: str) -> Evidence | None:
    """Return the number of people of all bodies that a fact lists, where the words go on from their count to it."""
    before = reading.spots[spot.at - 1]
    goes_on = before.clause == spot.clause and _BETWEEN.fullmatch(reading.text, before.unit_end, spot.mention.start)
    # Of five that a fact lists, two have not the people of all.
    whole = any(o.fact == fact and len(o.names) == before.value for o in reading.known.listings) if goes_on else False
    named = _BODIES.fullmatch(reading.known.by_id[fact].label) if whole else None
    if named is None:
        return None
    people = re.compile(f"{named['stem']}{_BODY}?{_PEOPLE}")
    return next(
        (e for e in reading.known.plain if people.fullmatch(e.subject) and not e.near and same_unit(e.unit, spot.unit)),
        None,
    )
