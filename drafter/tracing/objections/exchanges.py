"""Two numbers near each other that fit the facts better when exchanged: 31个村、19个镇直单位."""

from __future__ import annotations

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.no_rivals import of_its_day, told_apart_by_units
from drafter.tracing.objections.rivals import SWAP_MARGIN, counts_noun_of, of_one_kind
from drafter.tracing.objections.spelt_out import is_spelt_out
from drafter.tracing.objections.told_jointly import telling
from drafter.tracing.reading import Objection, Reading

_REACH = 10
_GAIN = 0.15
_NAME = 2


def flag_exchanged(reading: Reading) -> None:
    """Object to two numbers near each other that fit the facts better when exchanged: 31个村、19个镇直单位."""
    stated = [(s, reading.backings[s.at].evidence[0]) for s in reading.spots if _states_one(reading, s)]
    for n, (first, mine) in enumerate(stated):
        for second, theirs in stated[n + 1 : n + 1 + _REACH]:
            if second.mention.start >= first.sentence[1]:
                break
            if first.sentence != second.sentence:
                continue
            if second.at not in reading.backings or first.at not in reading.backings or mine == theirs:
                continue
            one, other = reading.known.evidence[mine], reading.known.evidence[theirs]
            if _exchanged_in_one_fact(reading, (first, one), (second, other)):
                for spot, taken, meant in ((first, one, other), (second, other, one)):
                    reading.refuse(spot.at, Objection("swapped_subject", (taken,), (meant,)))
                continue
            if first.value == second.value or not _interchangeable(first, second, one, other):
                continue
            if any(_is_surely(reading, *each) for each in ((first, one), (second, other))):
                continue
            fits = telling(reading, first), telling(reading, second)
            gain = fits[0].close(theirs) - fits[0].close(mine)
            back = fits[1].close(mine) - fits[1].close(theirs)
            if one.subject[-2:] == other.subject[-2:] and gain == back == 0:
                # 东片区15栋，受益270户；西片区8栋，受益410户: an earlier clause tells the subject.
                gain = fits[0].get(theirs).whole - fits[0].get(mine).whole
                back = fits[1].get(mine).whole - fits[1].get(theirs).whole
                gain, back = (gain, back) if min(gain, back) > SWAP_MARGIN else (0.0, 0.0)
            if gain + back > _GAIN and min(gain, back) >= 0:
                for spot, taken, meant in ((first, one, other), (second, other, one)):
                    reading.refuse(spot.at, Objection("swapped_subject", (taken,), (meant,)))


def _exchanged_in_one_fact(reading: Reading, *told: tuple[Spot, Evidence]) -> bool:
    """Say whether two numbers of one fact stand each at what the fact tells the other by, and not at its own.

    从6件参选作品中选出24件 of 作品: 参选24件，选出6件.
    """
    (first, one), (second, other) = told
    if one.fact != other.fact or one.unit != other.unit or one.place != other.place or one.value == other.value:
        return False
    return _stands_at_other(reading, first, one, other) and _stands_at_other(reading, second, other, one)


def _stands_at_other(reading: Reading, spot: Spot, own: Evidence, other: Evidence) -> bool:
    """Say whether right beside a number stands what the other of its fact is told by, and not its own words."""
    before, after = reading.text[slice(*spot.before)], reading.text[slice(*spot.after)]
    short = len(own.near) < _NAME or len(other.near) < _NAME
    if short or before.endswith(own.near) or after.startswith(own.near):
        return False
    return before.endswith(other.near) or after.startswith(other.near)


def _is_surely(reading: Reading, spot: Spot, e: Evidence) -> bool:
    return counts_noun_of(reading, spot, e) or of_its_day(reading, spot, e) or is_spelt_out(reading, spot, e)


def _states_one(reading: Reading, spot: Spot) -> bool:
    return reading.stated(spot.at) is not None and spot.form == "number" and bool(spot.unit.name)


def _interchangeable(first: Spot, second: Spot, one: Evidence, other: Evidence) -> bool:
    """Say whether two numbers are alike enough to have been exchanged by mistake."""
    if not one.place == other.place == "value" or one.prior != other.prior or one.fact == other.fact:
        return False
    if told_apart_by_units(first, one, second, other):
        return False
    return of_one_kind(first, other) and of_one_kind(second, one)
