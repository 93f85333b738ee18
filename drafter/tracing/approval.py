"""Suggestions are tried before they are made: what the checker would flag again where it is put is not suggested."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from drafter.models import Mention, Trace

_RECKONED = "wrong_derived"


Verdicts = Sequence[tuple[Mention, bool]]
"""The mentions of a text, and whether each is flagged."""


def approved(text: str, traces: Sequence[Trace], again: Callable[[str], Verdicts]) -> tuple[Trace, ...]:
    """Return the traces of a text, without the suggestions that do not stand once all of them are put in place.

    All are tried at once, so that the text is examined once more at most, however many there are.
    """
    if not any(trace.suggestion for trace in traces):
        return tuple(traces)
    pieces: list[str] = []
    places: dict[int, tuple[int, int]] = {}
    done = length = 0
    for at, trace in enumerate(traces):
        if trace.suggestion:
            ahead = text[done : trace.mention.start]
            start = length + len(ahead)
            places[at] = (start, start + len(trace.suggestion))
            pieces += (ahead, trace.suggestion)
            done, length = trace.mention.end, places[at][1]
    found = again("".join((*pieces, text[done:])))
    wrong = {i for mention, flagged in found if flagged for i in range(mention.start, mention.end)}
    right = {i for mention, flagged in found if not flagged for i in range(mention.start, mention.end)}
    put = {at: range(*place) for at, place in places.items()}
    stands = {at: wrong.isdisjoint(place) and not right.isdisjoint(place) for at, place in put.items()}
    return tuple(trace if stands.get(at, True) else _withdrawn(trace) for at, trace in enumerate(traces))


def _withdrawn(trace: Trace) -> Trace:
    """Return an alarm without its suggestion, and without a reckoning that leads to what would be flagged itself."""
    if trace.category != _RECKONED or not trace.reckoning:
        return replace(trace, suggestion="")
    told = trace.because.partition("，按材料推算不符")[0]
    because = f"{told}，与材料推算的结果不符，请核对或改写。"
    return replace(trace, suggestion="", because=because, reckoning="")
