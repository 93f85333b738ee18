"""The one call: a draft and a sheet to a report that says for each number which fact backs it, or why none does."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import localcontext

from drafter.models import FactSheet, Mention, Report, Trace
from drafter.tracing.absolutes import judge_absolutes
from drafter.tracing.approval import approved
from drafter.tracing.arithmetic import CALM
from drafter.tracing.coverage import Traced, conflicts, conflicts_across, unused_facts
from drafter.tracing.dates import match_dates
from drafter.tracing.decades import match_decades, speaks_of_no_known_age
from drafter.tracing.denials import is_still_to_come, match_denials
from drafter.tracing.each import means_each
from drafter.tracing.explain import flagged_trace, sentence
from drafter.tracing.full_rates import match_full_rates
from drafter.tracing.head import match_head
from drafter.tracing.layout import Spot, lay_out
from drafter.tracing.lists import match_counts
from drafter.tracing.match import match_directly, match_in_place
from drafter.tracing.people_of_bodies import match_people_of_bodies
from drafter.tracing.reading import Reading, knowledge_of, read_draft
from drafter.tracing.recaps import match_totalled
from drafter.tracing.reckoning.derive import match_derived
from drafter.tracing.reckoning.rank_before import match_ranks
from drafter.tracing.years import back_years_before, back_years_counted

_PLAIN = {"marker": "序号，不是数据", "term": "固定用语中的数字，不是数据", "vague": "泛指，不是数据"}


def trace_numbers(text: str, sheet: FactSheet) -> Report:
    """Trace every number of `text` to the facts of `sheet`.

    Returns a trace for each mention in the order of the text, the facts that the text never used, what in the
    text contradicts itself, and its absolutes. Nothing is raised, whatever the text; time grows linearly with it.
    """
    with localcontext(CALM):
        return _report(text, sheet)


def _report(text: str, sheet: FactSheet) -> Report:
    reading = _examined(text, sheet)
    traces = tuple(_trace(reading, spot) for spot in reading.spots)
    traces = approved(text, traces, lambda other: _verdicts(_examined(other, sheet)))
    unused = unused_facts(reading, traces)
    return Report(text, traces, unused, conflicts(reading, traces), judge_absolutes(reading, traces))


def _examined(text: str, sheet: FactSheet) -> Reading:
    """Return a draft with all that the facts back in it."""
    reading = read_draft(text, sheet)
    match_dates(reading)
    match_decades(reading)
    match_head(reading, sheet)
    match_directly(reading)
    match_denials(reading)
    match_full_rates(reading)
    match_counts(reading)
    match_people_of_bodies(reading)
    match_derived(reading)
    match_ranks(reading)
    match_totalled(reading)
    if match_in_place(reading):
        match_derived(reading)
    back_years_before(reading)
    back_years_counted(reading)
    return reading


def _verdicts(reading: Reading) -> list[tuple[Mention, bool]]:
    """Return the mentions of a draft, and whether each is flagged."""
    return [
        (s.mention, s.mention.kind == "claim" and s.at not in reading.backings and not _claims_nothing(reading, s))
        for s in reading.spots
    ]


def _claims_nothing(reading: Reading, spot: Spot) -> bool:
    return means_each(reading, spot) or speaks_of_no_known_age(reading, spot) or is_still_to_come(reading, spot)


def conflicts_between(reports: Sequence[Report], sheet: FactSheet) -> tuple[str, ...]:
    """Return what contradicts itself across texts of one document that were traced one by one, and within each."""
    with localcontext(CALM):
        within = [conflict for report in reports for conflict in report.conflicts]
        laid = [Traced(r.text, lay_out(r.text, [t.mention for t in r.traces]), r.traces) for r in reports]
        return tuple(dict.fromkeys((*within, *conflicts_across(laid, knowledge_of(sheet)))))


def _trace(reading: Reading, spot: Spot) -> Trace:
    mention = spot.mention
    if mention.kind != "claim":
        return Trace(mention, False, mention.kind, because=sentence(_PLAIN[mention.kind]))
    backing = reading.backings.get(spot.at)
    if backing is None and _claims_nothing(reading, spot):
        return Trace(mention, False, "vague", because=sentence(_PLAIN["vague"]))
    if backing is None:
        return flagged_trace(reading, spot)
    return Trace(mention, False, backing.category, backing.facts, sentence(backing.because), backing.reckoning)
