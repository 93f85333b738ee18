"""Numbers that the words reckon by name: a quarter of its months, what is left beside a rate, all sites together.

Each way has its cue in the sentence and its operands named there, so that no other fact need be feared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.groups import Group, coming_to
from drafter.tracing.operands import Operand, operand
from drafter.tracing.reading import Backing
from drafter.tracing.reckoning.adding import names_just_one, total_of
from drafter.tracing.reckoning.among import share_among
from drafter.tracing.reckoning.complements import complements, opposite_share
from drafter.tracing.reckoning.denied_rates import denied_rate
from drafter.tracing.reckoning.differences import named_differences
from drafter.tracing.reckoning.durations import between_durations
from drafter.tracing.reckoning.excepted import without
from drafter.tracing.reckoning.free_sums import leaves_rest, levels_told
from drafter.tracing.reckoning.goals import against_goals
from drafter.tracing.reckoning.heading import heads, told_behind
from drafter.tracing.reckoning.indicators import indicators
from drafter.tracing.reckoning.inferred import inferred_amounts, inferred_shares
from drafter.tracing.reckoning.lasting import lasting
from drafter.tracing.reckoning.mirrored import mirrored
from drafter.tracing.reckoning.named_averages import named_averages
from drafter.tracing.reckoning.named_products import named_products
from drafter.tracing.reckoning.named_rates import (
    named_multiple,
    named_rates,
    of_its_share,
    of_whole_behind,
    rate_of_due,
    rate_of_told,
    rate_within,
    share_of_counted,
    share_of_named,
)
from drafter.tracing.reckoning.named_shares import named_shares
from drafter.tracing.reckoning.of_months import change_since_month, growth_since_month
from drafter.tracing.reckoning.of_splits import split_averages, split_shares, split_totals
from drafter.tracing.reckoning.of_totals import averages_of_totals, shares_of_totals
from drafter.tracing.reckoning.of_years import mean_of_years, share_of_years, totals_of_years
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.over_several import over_several
from drafter.tracing.reckoning.per_so_many import per_so_many
from drafter.tracing.reckoning.recurring import over_time
from drafter.tracing.reckoning.restretched import restretched
from drafter.tracing.reckoning.rests import denied_part, rest_of_shares, undone, vacant
from drafter.tracing.reckoning.short_names import of_told_sum, other_side, rate_by_short_name, ratio_by_signs
from drafter.tracing.reckoning.task import Task
from drafter.tracing.reckoning.told_changes import (
    change_of_average,
    growth_of_change,
    growth_of_stretches,
    points_between,
)
from drafter.tracing.reckoning.told_parts import total_of_parts_behind
from drafter.tracing.reckoning.told_products import of_compared, of_products
from drafter.tracing.reckoning.told_totals import growth_of_total, of_same_things
from drafter.tracing.reckoning.within import other_of_fact, share_of_averaged, within_fact
from drafter.tracing.stretches import amount_in, compared_stretches, spoken_of, stretch_sums, told
from drafter.tracing.subject import pieces
from drafter.tracing.units import UNITS, same_unit

_WEIGHT = 0.8
_RATED = 3
_SIGNS = 2
_PARAGRAPH = 24
_NAMED = 0.5
_ALL = re.compile(r"共|合计|总计|累计|总数|总量|全年|一起|加起来|总")


def surely(task: Task) -> Iterator[Outcome]:
    """Yield the outcomes that the words reckon by name."""
    ways = _SHARES if task.spot.form == "share" else _RATIOS if task.spot.mention.type == "ratio" else _NUMBERS
    for way in ways:
        yield from way(task)


def _used(e: Evidence, weight: float = _WEIGHT) -> Operand:
    made = operand(e, "number", weight)
    assert made is not None
    return made


def _of_stretch(task: Task) -> Iterator[Outcome]:
    """Yield the total of the stretch of the year named last, or by how much two stretches differ."""
    reading, spot = task.reading, task.spot
    if not reading.series:
        return
    near = reading.text[max(0, spot.sentence[0] - 60) : spot.sentence[1]]
    pair = compared_stretches(task.words, reading.text[spot.sentence[0] : spot.clause[0]])
    stretch = None if pair else told(reading.text, spot.sentence[0], spot.mention.start)
    for each in spoken_of(reading.series, spot.unit, near) if pair or stretch else ():
        if pair:
            one, other = amount_in(each, pair[0]), amount_in(each, pair[1])
            if one is not None and other is not None:
                less = (
                    arithmetic.difference(other, one)
                    if cues.DOWN.search(task.words)
                    else arithmetic.difference(one, other)
                )
                parts = [*each.covering(pair[0]), *each.covering(pair[1])]
                yield outcome(less, map(_used, parts), "derived_diff", exact=True)
        elif stretch and not cues.DIFFERENCE.search(task.words):
            made = stretch_sums(each, stretch)
            if made is not None:
                yield outcome(made, map(_used, each.covering(stretch)), "derived_sum", exact=True)


def _left_of_rate(task: Task) -> Iterator[Outcome]:
    """Yield what the rate told just before leaves: 签约率70%，还有2760人未签约; 车位配比1:1.5，缺口仍有630个."""
    if not leaves_rest(task):
        return
    for other in reversed(task.reading.spots[max(0, task.spot.at - _RATED) : task.spot.at]):
        if other.sentence != task.spot.sentence or not (other.form == "share" or other.mention.type == "ratio"):
            continue
        parts = _rated(task, other.at)
        if len(parts) == 2 and any(same_unit(e.unit, task.spot.unit) for e in parts):
            less, more = sorted(parts, key=lambda e: e.number or Decimal(0))
            left = arithmetic.difference(more.number or Decimal(0), less.number or Decimal(0))
            yield outcome(left, map(_used, (more, less)), "derived_diff", exact=True)
        return


def _rated(task: Task, at: int) -> list[Evidence]:
    """Return the two facts that a rate was, or should have been, reckoned from."""
    backing, objection = task.reading.backings.get(at), task.reading.objections.get(at)
    if isinstance(backing, Backing):
        known = [task.reading.known.evidence[e] for e in backing.evidence]
    else:
        known = list(objection.meant) if objection is not None else []
    return [e for e in known if e.number is not None and not e.prior and e.place != "label"]


def _of_group(task: Task) -> Iterator[Outcome]:
    """Yield what facts of one thing come to together, where the words total them and the draft is about them."""
    spot = task.spot
    if cues.REST.search(task.words) or cues.DIFFERENCE.search(task.words) or cues.AVERAGE.search(task.words):
        return
    size = float(spot.unit.size)
    for group in coming_to(task.reading.groups, task.low * size, task.high * size):
        if same_unit(group[0].unit, spot.unit) and _is_meant(task, group):
            parts = [_used(e) for e in group]
            yield total_of(parts, spot)


def _of_fact_parts(task: Task) -> Iterator[Outcome]:
    """Yield the total of one fact's numbers whose own words the clause has: 深入社区、高校、机关宣传62场."""
    clause = task.words
    unit = UNITS.get(task.spot.unit.name.removesuffix("次"), task.spot.unit)  # 75家次 of 45家、12所、18个
    parts: dict[str, list[Evidence]] = {}
    for e in task.reading.known.evidence if "、" in clause else ():
        alike = same_unit(e.unit, task.spot.unit) or same_unit(e.unit, unit)
        if alike and e.place != "label" and e.near and e.number is not None and not e.prior:
            parts.setdefault(e.fact, []).append(e)
    for own in parts.values():
        used = [_used(e) for e in own]
        if len(own) > 1 and all(e.near[-_SIGNS:] in clause for e in own) and not names_just_one(task, used):
            yield total_of(used, task.spot)


def _is_meant(task: Task, group: Group) -> bool:
    """Say whether the draft adds a group up: it tells the parts behind, names them all, or draws a total of them."""
    if told_behind(task, group) or _names_all(task, group):
        return True
    return (_totals(task) and (_is_about(task, group) or _is_all_counted(task, group))) or heads(task, group)


def _is_all_counted(task: Task, group: Group) -> bool:
    """Say whether the words say 共 of what all facts in the number's unit state: three sources of money."""
    own = {e.at for e in group}
    alike = [e for e in task.reading.known.plain if e.unit.kind == group[0].unit.kind]
    return cues.JOINT.search(task.words) is not None and all(e.at in own for e in alike)


def _names_all(task: Task, group: Group) -> bool:
    """Say whether the words at the number name each fact by what tells it apart: 468名党员群众."""
    beside = task.reading.text[slice(*task.spot.before)] + task.reading.text[slice(*task.spot.after)]
    own = [set(pieces(e.near or e.subject)) for e in group]
    shared = set.intersection(*own)
    return all(any(p in beside for p in mine - shared) for mine in own)


def _totals(task: Task) -> bool:
    """Say whether the words draw a total: 共, or 三个片区 that were counted in the sentence."""
    ahead = task.reading.text[task.spot.sentence[0] : task.spot.mention.start]
    if _ALL.search(ahead):
        return True
    before = task.reading.spots[max(0, task.spot.at - _RATED) : task.spot.at]
    return any(
        o.sentence == task.spot.sentence and (b := task.reading.backings.get(o.at)) is not None
        and b.category == "count_of_list" for o in before
    )  # fmt: skip


def _is_about(task: Task, group: Group) -> bool:
    """Say whether the paragraph states every fact of a group, or the sentence speaks of what they have in common."""
    reading, spot = task.reading, task.spot
    counted = reading.backings.get(spot.at - 1)
    if counted is not None and counted.category == "count_of_list" and set(counted.facts) == {e.fact for e in group}:
        return True
    around = reading.spots[max(0, spot.at - _PARAGRAPH) : spot.at + _PARAGRAPH]
    stated = {at for o in around if (b := reading.backings.get(o.at)) is not None for at in b.evidence}
    if all(e.at in stated for e in group):
        return True
    common = set.intersection(*(set(pieces(e.near or e.subject)) for e in group))
    sentence = reading.text[slice(*spot.sentence)]
    kin = [
        e for e in reading.known.evidence if e.unit.name == group[0].unit.name and e.place == "value" and not e.prior
    ]
    return any(p in sentence for p in common) or (bool(common) and len(kin) == len(group))


Way = Callable[[Task], Iterator[Outcome]]
_SHARES: tuple[Way, ...] = (
    against_goals,
    rate_by_short_name,
    of_told_sum,
    mirrored,
    rest_of_shares,
    opposite_share,
    denied_rate,
    growth_of_total,
    shares_of_totals,
    split_shares,
    growth_since_month,
    share_of_averaged,
    share_among,
    indicators,
    inferred_shares,
    share_of_years,
    named_shares,
    named_rates,
    rate_of_due,
    rate_within,
    of_its_share,
    of_whole_behind,
    share_of_counted,
    share_of_named,
    rate_of_told,
    growth_of_change,
    growth_of_stretches,
)
_RATIOS: tuple[Way, ...] = (
    ratio_by_signs,
    named_multiple,
)
_NUMBERS: tuple[Way, ...] = (
    other_side,
    _of_stretch,
    _left_of_rate,
    without,
    _of_group,
    split_totals,
    split_averages,
    change_since_month,
    against_goals,
    _of_fact_parts,
    of_products,
    named_products,
    of_compared,
    complements,
    denied_part,
    vacant,
    undone,
    of_same_things,
    averages_of_totals,
    totals_of_years,
    mean_of_years,
    within_fact,
    other_of_fact,
    named_differences,
    named_averages,
    per_so_many,
    over_time,
    restretched,
    indicators,
    inferred_amounts,
    total_of_parts_behind,
    levels_told,
    lasting,
    over_several,
    change_of_average,
    points_between,
    between_durations,
    mirrored,
)
