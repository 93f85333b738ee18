"""Numbers that follow from others: which ways of reckoning the words around a number call for, and what comes out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from drafter.tracing import cues
from drafter.tracing.layout import Spot
from drafter.tracing.objections.rivals import of_one_kind
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.reckoning.adding import adds_its_part, idle, leaves_out, named_within, sums_up_told
from drafter.tracing.reckoning.built_up import built_up
from drafter.tracing.reckoning.called_for import is_rest, outcomes
from drafter.tracing.reckoning.free import freely
from drafter.tracing.reckoning.just_told import restated
from drafter.tracing.reckoning.listed import refuse_other_totals
from drafter.tracing.reckoning.meant import announced, nearest_of
from drafter.tracing.reckoning.mirrored import retold
from drafter.tracing.reckoning.of_timelines import of_other_years
from drafter.tracing.reckoning.one_of_several import refuse_one_of_several
from drafter.tracing.reckoning.one_step import in_one_step
from drafter.tracing.reckoning.outcome import Outcome, backing, explains, stated_by
from drafter.tracing.reckoning.rates import denies
from drafter.tracing.reckoning.refusals.astray_sums import sums_astray
from drafter.tracing.reckoning.refusals.direction import of_other_rates, of_two_things, other_way, turned
from drafter.tracing.reckoning.refusals.misnamed import misnamed
from drafter.tracing.reckoning.refusals.nested_sums import counts_twice
from drafter.tracing.reckoning.refusals.of_told import of_what_was_told
from drafter.tracing.reckoning.refusals.out_of_turn import out_of_turn
from drafter.tracing.reckoning.refusals.passed_over import passes_over
from drafter.tracing.reckoning.refusals.unspoken import unspoken
from drafter.tracing.reckoning.refusals.untelling import untelling
from drafter.tracing.reckoning.shares import (
    of_before_told,
)
from drafter.tracing.reckoning.shares_of_named_list import shares_of_named_list
from drafter.tracing.reckoning.short_names import of_another_part
from drafter.tracing.reckoning.stale_sums import of_another_time, stale_sum
from drafter.tracing.reckoning.steps_apart import steps_apart
from drafter.tracing.reckoning.steps_evenly import steps_evenly
from drafter.tracing.reckoning.steps_over_time import steps_over_time, times_told_bare
from drafter.tracing.reckoning.steps_told import misfitting, steps_told
from drafter.tracing.reckoning.surely import surely
from drafter.tracing.reckoning.task import Task, set_task, widened
from drafter.tracing.subject import pieces

_NAMED = 0.5
_JUST_BEFORE = 2
_HARDLY = 0.25
_NAMED_CLEARLY = 0.62
_NAMED_SURELY = 0.85
_JUST = Decimal("0.006")
_ON_TOP_OF = ("的基础上", "基础上")


def match_derived(reading: Reading) -> None:
    """Back the numbers that follow from the facts that their sentence is about."""
    refuse_one_of_several(reading)
    for spot in _open(reading):
        _reckon(reading, spot)
    # What is told of the time before is often told first, 由上年的41.7%降到33.3%; what is told of both follows then.
    told = {spot.sentence for spot in _open(reading) if retold(reading, spot)}
    for spot in _open(reading):
        if spot.sentence in told:
            _reckon(reading, spot)
    refuse_other_totals(reading)


def _open(reading: Reading) -> Iterator[Spot]:
    """Yield the numbers that nothing backs so far and that may be reckoned."""
    for spot in reading.spots:
        plain = spot.mention.kind == "claim" and spot.number is not None and spot.form in ("number", "share")
        if plain and spot.at not in reading.backings:
            yield spot


def _reckon(reading: Reading, spot: Spot) -> None:
    if restated(reading, spot):
        return
    task = set_task(reading, spot)
    certain = [o for o in surely(task) if explains(spot, o) and not (leaves_out(task, o) or misnamed(task, o))]
    certain = [o for o in certain if not (_of_now_for_before(reading, spot, o) or out_of_turn(task, o))]
    certain = [o for o in certain if not (of_other_years(task, o) or of_another_time(task, o))]
    named = max(certain, key=lambda o: _meets(spot, o), default=None)
    if named is not None:
        reading.backings[spot.at] = backing(named, reading.known)
        reading.objections.pop(spot.at, None)
        return
    good = [
        o
        for o in outcomes(task)
        if explains(spot, o)
        and not (_states_another(reading, spot, o) or leaves_out(task, o) or idle(spot, o))
        and of_what_was_told(task, o)
        and not (out_of_turn(task, o) or of_other_years(task, o) or of_another_time(task, o))
        and not (of_another_part(task, o) or passes_over(task, o) or _of_now_for_before(reading, spot, o))
        and not (_told_of_another(task, o) or turned(task, o) or of_two_things(task, o) or of_other_rates(task, o))
    ]
    best = max(good, key=lambda o: (_meets(spot, o), o.weight)) if good else _free(reading, task)
    best = best or _in_one_step(reading, task)
    if best is not None:
        reading.backings[spot.at] = backing(best, reading.known)
        reading.objections.pop(spot.at, None)
    elif (objection := stale_sum(task) or _misreckoned(reading, task)) is not None:
        reading.objections[spot.at] = objection


def _misreckoned(reading: Reading, task: Task) -> Objection | None:
    """Return what a number that is told as a change, a total or a rest should be; None where its words do not ask."""
    spot = task.spot
    if spot.at in reading.objections:
        return None
    if (change := other_way(task)) is not None:
        return Objection("wrong_derived", (), (change[0].now,), change[1])
    if not (announced(reading, spot) or is_rest(reading, spot)):
        return None
    # What comes out right but was refused would be told as: 按材料推算不符, and then the number itself.
    tried = (o for o in outcomes(widened(task)) if not (explains(spot, o) or unspoken(task, o)))
    refusals = (sums_astray, untelling, adds_its_part)
    nearest = nearest_of(spot, [o for o in tried if not any(refuses(task, o) for refuses in refusals)])
    if nearest is None:
        return None
    found, doubtful = nearest
    meant = tuple(reading.known.evidence[e] for o in found.operands for e in o.evidence)
    return Objection("wrong_derived", (), meant, found.derived, doubtful=doubtful)


def _of_now_for_before(reading: Reading, spot: Spot, found: Outcome) -> bool:
    """Say whether this period's parts make what was found to be this period's total, told of the last one."""
    objection = reading.objections.get(spot.at)
    if objection is None or objection.category != "stale_period" or found.category != "derived_sum":
        return False
    return not any(o.prior for o in found.operands) and any(not e.prior for e in objection.taken)


def _meets(spot: Spot, found: Outcome) -> bool:
    """Say whether an outcome is just what a round number or a fraction says, which leave much room: 七成 for 70%."""
    stated = stated_by(spot)
    return abs(found.derived.value - stated.value) <= _JUST * stated.value or not (
        stated.fraction or stated.resolution > 1
    )


def _told_of_another(task: Task, found: Outcome) -> bool:
    """Say whether another number of the sentence was just reckoned in this way, and this one names no part of it."""
    used = {at for o in found.operands for at in o.evidence}
    for other in task.reading.spots[max(0, task.spot.at - 3) : task.spot.at]:
        backing = task.reading.backings.get(other.at)
        if backing is None or set(backing.evidence) != used or other.value != task.spot.value:
            continue
        if other.form != task.spot.form or task.spot.mention.text.endswith("番"):
            continue  # 增加50人，增长50%: two ways of telling one change of 100 people; 是去年的4倍，翻了两番.
        if of_before_told(task.words) != of_before_told(cues.ahead(task.reading.text, other)):
            continue  # 减少五成，仅为上年的50%
        own = pieces(cues.beside(task.reading.text, task.spot))
        known = [task.reading.known.evidence[at] for at in used]
        if own and other.sentence == task.spot.sentence and not any(p in e.near + e.far for p in own for e in known):
            return True
    return False


def _free(reading: Reading, task: Task) -> Outcome | None:
    """Return the reckoning that no way of reckoning was called for, but that can hardly be chance."""
    objection = reading.objections.get(task.spot.at)
    taken = objection is not None and objection.category in ("swapped_subject", "stale_period")
    if taken and not task.words.endswith("每"):
        return None
    found = freely(task)
    if found is None or _told_of_another(task, found):
        return None
    if _states_another(reading, task.spot, found) and not _was_before(reading, task.spot, found):
        return None
    if turned(task, found) or of_two_things(task, found) or of_other_rates(task, found) or out_of_turn(task, found):
        return None
    if of_another_part(task, found) or passes_over(task, found) or of_other_years(task, found):
        return None
    if _adds_to_named(task, found) or of_another_time(task, found):
        return None
    return found


def _in_one_step(reading: Reading, task: Task) -> Outcome | None:
    """Return a plain step of what the sentence speaks of, where no fact was taken for another and none is left out."""
    objection = reading.objections.get(task.spot.at)
    if objection is not None and objection.category in ("swapped_subject", "stale_period", "wrong_unit"):
        return None
    if other_way(task) is not None:
        return None  # what the words name changed in the other direction
    refusals = (
        leaves_out, turned, out_of_turn, of_other_years, of_other_rates, counts_twice, sums_astray, of_another_time,
    )  # fmt: skip
    found = in_one_step(task, lambda found: not (idle(task.spot, found) or any(no(task, found) for no in refusals)))
    if found is not None:
        return found
    every = chain(
        steps_told(task), steps_evenly(task), built_up(task), steps_over_time(task), times_told_bare(task),
        steps_apart(task), shares_of_named_list(task),
    )  # fmt: skip
    steps = (o for o in every if explains(task.spot, o) and not idle(task.spot, o))
    return next((o for o in steps if not misfitting(task, o)), None)


def _adds_to_named(task: Task, found: Outcome) -> bool:
    """Say whether a sum adds what no word speaks of to what the words at the number name: 受众突破10万人次."""
    facts = {fact for o in found.operands for fact in o.facts}
    if found.category != "derived_sum" or len(facts) == 1 or cues.TOGETHER.search(task.words):
        return False
    fits = [max((task.reading.fits[task.spot.at].close(at) for at in o.evidence), default=0.0) for o in found.operands]
    spots, exactly = task.reading.spots, stated_by(task.spot).sense == "exact"
    # Behind 超过 or 近 a sum is easily met by chance: there only what was told just before may be meant to be added.
    first = 0 if exactly else task.spot.at - _JUST_BEFORE
    here = [
        max(first, 0) <= o.spot < task.spot.at and spots[o.spot].sentence == task.spot.sentence for o in found.operands
    ]
    named = [fit >= _NAMED for fit in fits]
    hardly = min(fits) == 0 or (min(fits) < _HARDLY and not exactly)
    return sum(named) == 1 and not any(here) and hardly


def _states_another(reading: Reading, spot: Spot, found: Outcome) -> bool:
    """Say whether the words beside the number name a fact that has another value, so that it is no reckoned one."""
    shape, words = spot.form, cues.ahead(reading.text, spot)
    if any(cue.search(words) for cue in (cues.AVERAGE, cues.GROWTH, cues.DIFFERENCE, cues.REST, cues.DENIED)):
        return False
    if (spot.mention.type == "ratio" and shape == "number") or words.endswith("每"):
        return False
    least = _NAMED_SURELY if shape == "share" else _NAMED_CLEARLY
    changed = any(o.prior for o in found.operands)
    rest = (
        found.category == "derived_diff"
        and not changed
        and not (is_rest(reading, spot) and _says_more(reading, spot, found))
    )
    used = set() if rest else {at for o in found.operands for at in o.evidence}
    clause = reading.text[slice(*spot.clause)]
    denied = {at for o in found.operands for at in o.evidence if denies(o.words, clause)}
    told = {f for o in found.operands for f in o.facts} if found.category == "derived_sum" else set()
    if told and (_counted_here(reading, spot) == told or sums_up_told(reading, spot, found)):
        return False
    if found.category != "derived_diff" and found.operands:
        own = [reading.fits[spot.at].close(at) for o in found.operands for at in o.evidence]
        least = max(least, *own, 0.0)
    for at, fit in reading.fits[spot.at].named():
        e = reading.known.evidence[at]
        if (
            e.fact in told
            or (at in denied)
            or named_within(reading.known, e, told, clause)
            or fit < least
            or at in used
            or e.place == "label"
            or e.prior
            or reading.values.forms[at] != shape
        ):
            continue
        if shape == "share" or (of_one_kind(spot, e) and e.unit.name):
            return True
    return False


def _was_before(reading: Reading, spot: Spot, found: Outcome) -> bool:
    """Say whether a number is what there was before what came on top: 在原有282名的基础上新增85名，达到367名."""
    return found.category == "derived_diff" and reading.text.startswith(_ON_TOP_OF, spot.unit_end)


def _counted_here(reading: Reading, spot: Spot) -> set[str]:
    """Return the facts that the number right before, in the same clause, counted: 停车难、噪声扰民两类诉求共83件."""
    before = reading.backings.get(spot.at - 1)
    if before is None or before.category != "count_of_list" or reading.spots[spot.at - 1].clause != spot.clause:
        return set()
    return set(before.facts)


def _says_more(reading: Reading, spot: Spot, found: Outcome) -> bool:
    """Say whether the words beside the number hold one that no operand has: 正式 in 正式党员 of 党员."""
    known = "".join(o.words for o in found.operands)
    return any(piece not in known for piece in pieces(cues.beside(reading.text, spot)))
