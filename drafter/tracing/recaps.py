"""Counts that sum up what was just told: 两支力量, 三类诉求, 前两类 heading a clause behind that many numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import cues
from drafter.tracing.layout import Spot
from drafter.tracing.play import meant_by
from drafter.tracing.reading import Backing, Reading
from drafter.tracing.tallies import SUMS_UP, TOLD_ANEW, Tally, facts_of
from drafter.tracing.years import spoken_of_before

_PARTED_INTO = re.compile("(?:共|可|又)?分(?:属|为|成|作)")
"""What else may stand before a number that sums up the clause before: 图纸46张、照片12张，分属两个门类."""
_MOST = 6
_BOTH = 2
_BACK = 12
_AGAIN = 24


def recapped(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the facts' numbers right before, where the number heads its clause and there are just so many of them.

    They are all of the sentence so far, or of the sentence before, or the last ones of one unit.
    """
    wanted = int(spot.value or 0)
    ahead = reading.text[spot.clause[0] : spot.mention.start]
    sums_up = SUMS_UP.fullmatch(ahead) or _PARTED_INTO.fullmatch(ahead)
    if not 2 <= wanted <= _MOST or not sums_up or not spot.unit.name or spot.unit.name in TOLD_ANEW:
        return
    before = _told_before(reading, spot)
    own = [o for o in before if o.sentence == spot.sentence]
    if ahead.strip("“ ") in ("前", "后"):
        own = [o for o in reading.spots[max(0, spot.at - _BACK) : spot.at] if _may_be_told(spot, o)]
        chosen = own[:wanted] if "前" in ahead else own[-wanted:]
        groups = [chosen] if len(own) > wanted else []
    else:
        groups = [
            own,
            _of_clause_before(own),
            [o for o in before if o not in own],
            _last_of_one_unit(before),
            *_since_stop(reading, own),
        ]
        groups += [[o for o in before if o.unit.name == name] for name in dict.fromkeys(o.unit.name for o in before)]
    for told in groups:
        if len(told) == wanted:
            names = tuple(reading.text[o.before[0] : o.unit_end].strip("，、；。 ") for o in told)
            facts = tuple(dict.fromkeys(fact for o in told for fact in _facts_meant(reading, o)))
            yield Tally(names, facts, known=False)


def match_totalled(reading: Reading) -> None:
    """Back the count of what a total right behind it adds up: 临时救助13.5万元；…两项共支出18.39万元."""
    for spot, total in zip(reading.spots, reading.spots[1:], strict=False):
        backing = reading.backings.get(total.at)
        if spot.at in reading.backings or spot.clause != total.clause or spot.value is None:
            continue
        if backing is None:
            _back_two_years(reading, spot, total)
            continue
        ahead = reading.text[spot.clause[0] : spot.mention.start]
        if spot.unit.name == "年" and spot.value == _BOTH and _of_two_years(reading, backing):
            made = Backing(backing.evidence, backing.facts, "date_ok", "由本期和上期得出", backing.reckoning)
            reading.backings[spot.at] = made
            continue
        summed = backing.category == "derived_sum" and spot.value == len(backing.facts) > 1
        if summed and SUMS_UP.fullmatch(ahead) and spot.unit.name not in TOLD_ANEW:
            made = Backing((), backing.facts, "count_of_list", "由所加各项逐个数出", backing.reckoning)
            reading.backings[spot.at] = made
            reading.objections.pop(spot.at, None)


def _of_two_years(reading: Reading, total: Backing) -> bool:
    """Say whether a total adds up one quantity of this period and of the one before: 两年累计."""
    used = set(total.evidence)
    return len(used) == _BOTH and any({c.now.at, c.before.at} == used for c in reading.comparisons)


def _told_before(reading: Reading, spot: Spot) -> list[Spot]:
    """Return the numbers that facts back in this sentence and in the one before, in the same paragraph."""
    near = reading.spots[max(0, spot.at - _BACK) : spot.at]
    return [
        o for o in near
        if (o.sentence == spot.sentence or o.sentence[1] + 1 == spot.sentence[0])
        and (backing := reading.backings.get(o.at)) is not None
        and backing.evidence and not backing.category.startswith("derived")
    ]  # fmt: skip


def _may_be_told(spot: Spot, other: Spot) -> bool:
    """Say whether a number of the sentence, right or wrong, may be one of the first or the last so many."""
    return other.sentence == spot.sentence and other.mention.kind == "claim" and other.form == "number"


def _facts_meant(reading: Reading, other: Spot) -> tuple[str, ...]:
    """Return the facts that back a number, or that it should have stated."""
    meant = [reading.known.evidence[at].fact for at in meant_by(reading, other)[:1]]
    return facts_of(reading, other) or tuple(meant)


def _of_clause_before(own: list[Spot]) -> list[Spot]:
    """Return what the last clause that told any of the sentence's numbers told."""
    return [o for o in own if o.clause == own[-1].clause] if own else []


def _since_stop(reading: Reading, own: list[Spot]) -> list[list[Spot]]:
    """Return what the sentence told since its last 其中 or semicolon."""
    if not own:
        return []
    cut = max(reading.text.rfind(sign, own[0].sentence[0], own[-1].mention.start) for sign in ("其中", "；", "："))
    return [[o for o in own if o.mention.start > cut]] if cut >= 0 else []


def _last_of_one_unit(before: list[Spot]) -> list[Spot]:
    alike: list[Spot] = []
    for other in reversed(before):
        if alike and other.unit.name != alike[0].unit.name:
            break
        alike.append(other)
    return alike[::-1]


def _back_two_years(reading: Reading, spot: Spot, total: Spot) -> None:
    """Back the two years of a total whose fact states this period and the last one, though the total be wrong."""
    between = reading.text[spot.unit_end : total.mention.start]
    if spot.unit.name != "年" or spot.value != _BOTH or not cues.JOINT.search(between):
        return
    before = [e for e in spoken_of_before(reading, total) if e.place == "previous" and e.unit == total.unit]
    if before:
        facts = tuple(dict.fromkeys(e.fact for e in before))
        reading.backings[spot.at] = Backing((before[0].at,), facts, "date_ok", "由本期和上期得出")


def told_again(reading: Reading, spot: Spot) -> Backing | None:
    """Return the backing of the same count of the same thing that the draft told before: 6个班…六个班共432课时."""
    for other in reversed(reading.spots[max(0, spot.at - _AGAIN) : spot.at]):
        backing = reading.backings.get(other.at)
        if backing is None or backing.category != "count_of_list" or other.value != spot.value:
            continue
        noun, told = (reading.text[s.unit_end : s.unit_end + 1] for s in (spot, other))
        if other.unit.name == spot.unit.name and noun == told and noun.isalpha():
            return backing
    return None
