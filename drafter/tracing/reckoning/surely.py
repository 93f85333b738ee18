"""Numbers that the words reckon by name: a quarter of its months, what is left beside a rate, all sites together.

Each way has its cue in the sentence and its operands named there, so that no other fact need be feared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafter.tracing.reckoning.ages import from_age_up
from drafter.tracing.reckoning.among import share_among
from drafter.tracing.reckoning.before_change import before_change
from drafter.tracing.reckoning.carried import carried_on
from drafter.tracing.reckoning.complements import complements, opposite_share
from drafter.tracing.reckoning.days_as_months import days_as_months
from drafter.tracing.reckoning.deed_parts import of_deed_parts
from drafter.tracing.reckoning.denied_rates import denied_rate
from drafter.tracing.reckoning.differences import named_differences
from drafter.tracing.reckoning.discounts import discounted
from drafter.tracing.reckoning.durations import between_durations
from drafter.tracing.reckoning.each_of_several import each_of_several
from drafter.tracing.reckoning.enumerated import enumerated, share_of_enumerated
from drafter.tracing.reckoning.excepted import without
from drafter.tracing.reckoning.flows import flows
from drafter.tracing.reckoning.free_sums import levels_told
from drafter.tracing.reckoning.gaps import gaps
from drafter.tracing.reckoning.goals import against_goals
from drafter.tracing.reckoning.indicators import indicators
from drafter.tracing.reckoning.inferred import inferred_amounts, inferred_shares
from drafter.tracing.reckoning.joined_names import (
    joined_names,
    of_fact_parts,
    of_label_behind,
    of_noun_behind,
    of_prizes,
)
from drafter.tracing.reckoning.joint_changes import joint_changes
from drafter.tracing.reckoning.lasting import lasting
from drafter.tracing.reckoning.left_beside import left_beside
from drafter.tracing.reckoning.mirrored import mirrored
from drafter.tracing.reckoning.named_around import of_clauses_before, of_levels_before, of_levels_behind
from drafter.tracing.reckoning.named_averages import named_averages
from drafter.tracing.reckoning.named_products import named_products, of_pairs
from drafter.tracing.reckoning.named_rates import (
    named_rates,
    of_its_share,
    of_whole_behind,
    rate_of_deed,
    rate_of_due,
    rate_of_told,
    rate_within,
    share_of_counted,
    share_of_named,
)
from drafter.tracing.reckoning.named_shares import named_shares, share_of_subject
from drafter.tracing.reckoning.of_daily_mean import of_daily_mean
from drafter.tracing.reckoning.of_groups import of_group
from drafter.tracing.reckoning.of_lists import levels_by_label, mean_of_stretches, share_of_lists
from drafter.tracing.reckoning.of_splits import split_averages, split_shares, split_totals
from drafter.tracing.reckoning.of_stretches import of_stretch
from drafter.tracing.reckoning.of_timelines import changes_of_years, mean_change_of_years, sums_of_years
from drafter.tracing.reckoning.of_totals import averages_of_totals, shares_of_totals
from drafter.tracing.reckoning.of_years import mean_of_years, share_of_years, totals_of_years
from drafter.tracing.reckoning.on_days import each_named_day
from drafter.tracing.reckoning.others_outdone import others_outdone
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.over_several import over_several
from drafter.tracing.reckoning.own_days import each_of_own_days
from drafter.tracing.reckoning.per_measure import per_measure
from drafter.tracing.reckoning.per_so_many import per_so_many
from drafter.tracing.reckoning.places_told import places_told
from drafter.tracing.reckoning.rates_of_those import rates_of_those
from drafter.tracing.reckoning.recurring import mean_of_day, over_time
from drafter.tracing.reckoning.restretched import restretched
from drafter.tracing.reckoning.rests import (
    absent,
    denied_part,
    left_of_rate,
    other_part,
    rest_of_listed,
    rest_of_shares,
    untouched,
    vacant,
)
from drafter.tracing.reckoning.rounds import rounds
from drafter.tracing.reckoning.set_against import named_multiple, named_part
from drafter.tracing.reckoning.shares_of_two import shares_of_two
from drafter.tracing.reckoning.short_names import (
    of_told_sum,
    other_side,
    rate_by_short_name,
    ratio_by_signs,
    ratio_of_named,
)
from drafter.tracing.reckoning.since_last import change_since_last, growth_since_last
from drafter.tracing.reckoning.since_told import since_told
from drafter.tracing.reckoning.so_many_told import so_many_told
from drafter.tracing.reckoning.spans_together import spans_together
from drafter.tracing.reckoning.steps_apart import latter_than_former
from drafter.tracing.reckoning.sums_shared import shares_with_sums
from drafter.tracing.reckoning.task import Task
from drafter.tracing.reckoning.tiers import tiers
from drafter.tracing.reckoning.told_changes import (
    change_of_average,
    growth_from_to,
    growth_of_addition,
    growth_of_change,
    growth_of_stretches,
    growth_than_named,
    multiple_from_to,
    places_between,
    places_since,
    points_between,
    points_named,
    points_since,
)
from drafter.tracing.reckoning.told_of_all import told_of_all
from drafter.tracing.reckoning.told_parts import total_of_parts_behind
from drafter.tracing.reckoning.told_products import at_told_rate, of_compared, of_products
from drafter.tracing.reckoning.told_rates import coverage_of_bodies, half_of_all, rate_of_made, rate_of_pair
from drafter.tracing.reckoning.told_totals import (
    added_to_make,
    growth_of_total,
    left_of_told_total,
    of_same_things,
    with_what_was_added,
)
from drafter.tracing.reckoning.unsettled import left_in_fact, left_of_done, undone
from drafter.tracing.reckoning.until_reached import until_reached
from drafter.tracing.reckoning.within import other_of_fact, share_of_averaged, within_fact

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
    growth_since_last,
    share_of_averaged,
    share_among,
    indicators,
    inferred_shares,
    share_of_years,
    changes_of_years,
    named_shares,
    share_of_subject,
    named_rates,
    named_part,
    rate_of_deed,
    rate_of_due,
    rate_within,
    of_its_share,
    of_whole_behind,
    share_of_counted,
    share_of_named,
    rate_of_told,
    coverage_of_bodies,
    half_of_all,
    told_of_all,
    shares_of_two,
    rate_of_made,
    rate_of_pair,
    share_of_enumerated,
    growth_of_change,
    growth_of_stretches,
    growth_from_to,
    growth_of_addition,
    share_of_lists,
    growth_than_named,
    rates_of_those,
    shares_with_sums,
)
_RATIOS: tuple[Way, ...] = (
    multiple_from_to,
    ratio_by_signs,
    ratio_of_named,
    named_multiple,
)
_NUMBERS: tuple[Way, ...] = (
    other_side,
    enumerated,
    of_stretch,
    left_of_rate,
    rest_of_listed,
    without,
    of_group,
    split_totals,
    split_averages,
    change_since_last,
    latter_than_former,
    against_goals,
    of_fact_parts,
    of_products,
    at_told_rate,
    named_products,
    of_compared,
    complements,
    denied_part,
    other_part,
    untouched,
    vacant,
    undone,
    left_in_fact,
    left_of_done,
    of_same_things,
    with_what_was_added,
    averages_of_totals,
    totals_of_years,
    sums_of_years,
    changes_of_years,
    mean_change_of_years,
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
    joined_names,
    of_label_behind,
    of_noun_behind,
    of_prizes,
    from_age_up,
    lasting,
    over_several,
    change_of_average,
    points_between,
    points_named,
    points_since,
    places_between,
    places_since,
    since_told,
    until_reached,
    so_many_told,
    between_durations,
    days_as_months,
    mirrored,
    levels_by_label,
    mean_of_stretches,
    absent,
    rounds,
    tiers,
    of_deed_parts,
    spans_together,
    of_pairs,
    places_told,
    each_of_several,
    carried_on,
    of_clauses_before,
    of_levels_before,
    of_levels_behind,
    left_of_told_total,
    left_beside,
    before_change,
    discounted,
    each_of_own_days,
    added_to_make,
    each_named_day,
    mean_of_day,
    of_daily_mean,
    gaps,
    flows,
    joint_changes,
    others_outdone,
    per_measure,
)


def surely(task: Task) -> Iterator[Outcome]:
    """Yield the outcomes that the words reckon by name."""
    ways = _SHARES if task.spot.form == "share" else _RATIOS if task.spot.mention.type == "ratio" else _NUMBERS
    for way in ways:
        yield from way(task)
