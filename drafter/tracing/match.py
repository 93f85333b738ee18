"""Direct backing: a fact states the same number, in a fitting unit, of the same subject, for the same time."""

from __future__ import annotations

from collections.abc import Callable

from drafter.tracing import cues
from drafter.tracing.candidates import Candidate, candidates, category_of, told_by_their_hands
from drafter.tracing.companions import goes_on_in_fact, leads_on_in_fact
from drafter.tracing.evidence import Evidence
from drafter.tracing.founding import tells_its_years
from drafter.tracing.layout import Spot
from drafter.tracing.nouns import counts_bodies, says_the_same, whole_of
from drafter.tracing.objections.assigned import flag_all_years, flag_other_age, flag_other_stretch, flag_other_year
from drafter.tracing.objections.cases import flag_mismatched
from drafter.tracing.objections.contrasted import flag_contrasted
from drafter.tracing.objections.counterparts import flag_counterpart
from drafter.tracing.objections.denied import flag_denied
from drafter.tracing.objections.events import flag_other_event
from drafter.tracing.objections.exchanges import flag_exchanged
from drafter.tracing.objections.foreign import agrees, is_foreign, kinds_of, meant_by, unspoken, works_there
from drafter.tracing.objections.in_its_place import told_in_its_place
from drafter.tracing.objections.inside_a_name import flag_inside_another_name
from drafter.tracing.objections.mean_of_all import flag_mean_of_all
from drafter.tracing.objections.named_as_another import flag_named_as_another
from drafter.tracing.objections.narrowed import flag_narrowed
from drafter.tracing.objections.of_another_sort import flag_other_sort
from drafter.tracing.objections.other_deed import flag_other_deed, told_by_its_deed
from drafter.tracing.objections.other_time import flag_other_time
from drafter.tracing.objections.parted import flag_parted
from drafter.tracing.objections.partial import (
    flag_one_of_joined,
    flag_other_sum,
    flag_other_than_the_rest,
    flag_part_for_whole,
)
from drafter.tracing.objections.respectively import back_in_order, flag_out_of_order
from drafter.tracing.objections.rivals import flag_both_sides, rivals_of
from drafter.tracing.objections.rough import flag_rough_of_another
from drafter.tracing.objections.served import flag_served
from drafter.tracing.objections.sides import flag_other_side
from drafter.tracing.objections.together import flag_one_for_all
from drafter.tracing.objections.told_again import flag_told_again
from drafter.tracing.objections.turned import flag_turned
from drafter.tracing.objections.undone import flag_undone
from drafter.tracing.objections.unrelated import along_the_sheet, flag_gone_astray, peoples_a_place, unrelated
from drafter.tracing.objections.year_by_year import settle_years
from drafter.tracing.plainly_meant import made_up, plainly_meant
from drafter.tracing.reading import Backing, Objection, Reading
from drafter.tracing.several_units import back_lengths
from drafter.tracing.siblings import back_pairs, back_siblings
from drafter.tracing.spelt import is_only_phase, name_spelt
from drafter.tracing.support import alone, floor_of, kinship, told_by_its_sort
from drafter.tracing.times_carried import came_to_nothing, goes_on_before, names_its_time, since_then, told_as_once

_SURE = 0.6
_BACK = 6
_TELLING = 10

_AGAIN: tuple[Callable[[Reading], None], ...] = (
    flag_exchanged,
    flag_named_as_another,
    flag_mismatched,
    flag_undone,
    flag_counterpart,
    flag_one_for_all,
    flag_part_for_whole,
    flag_one_of_joined,
    flag_other_sum,
    flag_other_than_the_rest,
    flag_rough_of_another,
    flag_mean_of_all,
    flag_other_side,
    flag_denied,
    flag_contrasted,
    flag_other_deed,
    flag_narrowed,
    flag_other_sort,
    flag_told_again,
    flag_other_year,
    flag_all_years,
    flag_other_stretch,
    flag_other_age,
    flag_out_of_order,
    back_in_order,
    flag_other_event,
    flag_other_time,
    settle_years,
    flag_gone_astray,
    flag_served,
    flag_turned,
    flag_parted,
    flag_inside_another_name,
)
"""What looks over the numbers that a fact states once all are known, in this order."""


def match_directly(reading: Reading) -> None:
    """Back every number whose value a fact states, and object where the fact speaks of something else."""
    found = {
        spot.at: candidates(reading, spot)
        for spot in reading.spots
        if spot.mention.kind == "claim" and spot.number is not None and spot.at not in reading.backings
    }
    stating = _stating(found)
    for spot in reading.spots:
        if found.get(spot.at):
            _settle(reading, spot, found[spot.at], stating)
        elif spot.at not in reading.backings and spot.mention.kind == "claim":
            name_spelt(reading, spot)
    back_siblings(reading)
    back_pairs(reading)
    back_lengths(reading)
    flag_both_sides(reading, stating)
    reading.look_anew()
    for look_again in _AGAIN:
        look_again(reading)
    match_in_place(reading, _TELLING)


def match_in_place(reading: Reading, least: int = 1) -> bool:
    """Back what words alone object to but the order of the facts bears out; say whether there was any.

    A small number of which no fact speaks may yet turn out to be a count or a difference: what is less is left to that.
    """
    outweighed = [
        (spot, c)
        for spot, c in told_in_its_place(reading)
        if (c.actual or 0) >= least or reading.objections[spot.at].category != "invented"
    ]
    for spot, c in outweighed:
        reading.backings[spot.at] = _backing(reading, spot, c, [c])
        del reading.objections[spot.at]
    reading.look_anew()
    return bool(outweighed)


def _stating(found: dict[int, list[Candidate]]) -> dict[int, list[int]]:
    """Return for each piece of evidence the places of the numbers that have its value."""
    stating: dict[int, list[int]] = {}
    for at, listed in found.items():
        for c in listed:
            stating.setdefault(c.evidence.at, []).append(at)
    return stating


def _settle(reading: Reading, spot: Spot, listed: list[Candidate], stating: dict[int, list[int]]) -> None:
    prior = cues.speaks_of_before(reading.text, spot, reading.known.period.first_year) or goes_on_before(reading, spot)
    timely = [c for c in listed if _in_time(reading, spot, c.evidence, prior)]
    made = made_up(reading, spot)
    stated = kinds_of(reading, spot, listed[0].evidence)
    plain = [c for c in timely if plainly_meant(reading, spot, c, stated, made)]
    if not plain:
        e = listed[0].evidence
        if not timely and (e.unit.name == spot.unit.name or not unrelated(reading, spot, e)):
            reading.objections[spot.at] = Objection("stale_period", tuple(c.evidence for c in listed[:1]))
        return
    own = [c for c in plain if not is_foreign(reading, spot, c.evidence, stated)] if stated else plain
    if not own:
        meant = meant_by(reading, spot, stated)
        reading.objections[spot.at] = Objection("swapped_subject", (plain[0].evidence,), meant, firm=True)
        return
    best, known = own[0], agrees(own[0].evidence, stated)
    named = _named_alone(reading, spot, best.evidence)
    rivals = [] if named else rivals_of(reading, spot, best.evidence, stating, prior)
    rivals = [r for r in rivals if agrees(r, stated)] if known else rivals
    rivals = [r for r in rivals if not told_by_its_deed(reading, spot, best.evidence, r)]
    # 全村426户农户, whatever 入社农户 there are; 1530户家庭中，示范家庭占一成
    whole = bool(rivals) and (peoples_a_place(reading, spot, best.evidence) or whole_of(reading, spot, best.evidence))
    if rivals and (whole or leads_on_in_fact(reading, spot, best.evidence, rivals)):
        rivals = []
    if rivals:
        reading.objections[spot.at] = Objection("swapped_subject", (best.evidence,), tuple(rivals))
        return
    apart = not (named or known) and _stands_apart(reading, spot, best)
    apart = apart and not _told_in_other_words(reading, spot, best, listed)
    rounded = spot.number is not None and best.actual != spot.number.value and best.evidence.sense == "exact"
    if rounded and not named and _is_told_elsewhere(reading, spot, best.evidence):
        reading.objections[spot.at] = Objection("invented", (best.evidence,))
        return
    if apart and (stated or unspoken(reading, spot, best.evidence) or not alone(reading, spot, best, listed, stating)):
        reading.objections[spot.at] = Objection("invented", (best.evidence,))
        return
    reading.backings[spot.at] = _backing(reading, spot, best, own)


def _told_in_other_words(reading: Reading, spot: Spot, best: Candidate, listed: list[Candidate]) -> bool:
    """Say whether other words at a number than the fact's are those of what it counts."""
    e = best.evidence
    if counts_bodies(reading, spot, e) or works_there(reading, spot, e):
        return True
    if is_only_phase(reading, spot, e) or tells_its_years(reading, spot, e):
        return True
    if [c for c in listed if says_the_same(reading, spot, c.evidence)] == [best]:
        return True
    return len(listed) == 1 and (told_by_their_hands(reading, spot, e) or told_by_its_sort(reading, spot, e))


def _stands_apart(reading: Reading, spot: Spot, best: Candidate) -> bool:
    """Say whether too little at a number speaks for the fact that has its value."""
    e, floor = best.evidence, floor_of(reading, spot, best.evidence)
    if best.fits_at_least(floor) or best.fit + kinship(reading, spot, e) >= floor:
        return False
    return not (
        along_the_sheet(reading, spot, e) or peoples_a_place(reading, spot, e) or goes_on_in_fact(reading, spot, e)
    )


def _is_told_elsewhere(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether the words of a sentence that fit evidence are another number's: 暂住人口702户，听众超过680人."""
    if len(reading.known.of_fact[e.fact]) > 1 or not unrelated(reading, spot, e, beside=True):
        return False
    near = reading.spots[max(0, spot.at - _BACK) : spot.at]
    told = (o for o in near if o.sentence == spot.sentence and o.value == e.number)
    return any(reading.fits[o.at].close(e.at) >= _SURE for o in told)


def _named_alone(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a clause tells nothing before a number but its fact's name, and nothing behind."""
    before = spot.before if spot.before[0] == spot.clause[0] and spot.after[0] == spot.after[1] else (0, 0)
    return bool(e.subject) and not e.near and reading.text[slice(*before)] == e.subject


def _in_time(reading: Reading, spot: Spot, e: Evidence, prior: bool) -> bool:
    """Say whether the number and the evidence speak of the same time."""
    if e.place == "label" or (e.prior and came_to_nothing(reading, spot, e)):
        return True
    if e.prior and (told_as_once(reading, spot, e) or since_then(reading, spot, e) or names_its_time(reading, spot, e)):
        return True
    if e.prior and not prior:
        # What a statement says of an earlier year is history, unless a figure of the period stands beside it.
        told = e.place == "text" or (e.place == "value" and bool(e.year) and str(e.year) not in e.subject + e.far)
        return told and not any(c.before.at == e.at for c in reading.comparisons)
    if prior and not e.prior:
        return not any(c.now.at == e.at and not c.increase for c in reading.comparisons)
    return True


def _backing(reading: Reading, spot: Spot, best: Candidate, plain: list[Candidate]) -> Backing:
    e = best.evidence
    facts = [e.fact]
    if spot.number is not None and spot.number.value == 0:
        facts = list(dict.fromkeys(c.evidence.fact for c in plain if c.fit >= 0.5 * best.fit))
    words = f"与“{reading.known.wording_of(e)}”一致"
    return Backing((e.at,), tuple(facts), category_of(spot, best), f"{words}：{e.made}" if e.made else words, e.made)
