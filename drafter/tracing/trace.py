"""The one call: a draft and a sheet to a report that says for each number which fact backs it, or why none does."""

from __future__ import annotations

from drafter.models import FactSheet, Report, Trace
from drafter.tracing.coverage import conflicts, unused_facts
from drafter.tracing.dates import match_dates
from drafter.tracing.derive import match_derived
from drafter.tracing.explain import flagged_trace, sentence
from drafter.tracing.head import match_head
from drafter.tracing.layout import Spot
from drafter.tracing.lists import match_counts
from drafter.tracing.match import match_directly
from drafter.tracing.reading import Reading, read_draft

_PLAIN = {"marker": "序号，不是数据", "term": "固定用语中的数字，不是数据", "vague": "泛指，不是数据"}


def trace_numbers(text: str, sheet: FactSheet) -> Report:
    """Trace every number of `text` to the facts of `sheet`.

    Returns a trace for each mention in the order of the text, the facts that the text never used, and what in the
    text contradicts itself. Nothing is raised, whatever the text; time grows linearly with it.
    """
    reading = read_draft(text, sheet)
    match_dates(reading)
    match_head(reading, sheet)
    match_directly(reading)
    match_counts(reading)
    match_derived(reading)
    traces = tuple(_trace(reading, spot) for spot in reading.spots)
    return Report(text, traces, unused_facts(reading, traces), conflicts(reading, traces))


def _trace(reading: Reading, spot: Spot) -> Trace:
    mention = spot.mention
    if mention.kind != "claim":
        return Trace(mention, False, mention.kind, because=sentence(_PLAIN[mention.kind]))
    backing = reading.backings.get(spot.at)
    if backing is None:
        return flagged_trace(reading, spot)
    return Trace(mention, False, backing.category, backing.facts, sentence(backing.because), backing.reckoning)
