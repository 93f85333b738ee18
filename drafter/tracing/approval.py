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

    All are tried at once, and only the lines that they stand in are examined once more.
    """
    lines = _lines_with(text, [trace.mention.start for trace in traces if trace.suggestion])
    pieces: list[str] = []
    put: dict[int, range] = {}
    length = 0
    for first, last in lines:
        done = first
        for at, trace in enumerate(traces):
            if trace.suggestion and first <= trace.mention.start < last:
                ahead = text[done : trace.mention.start]
                put[at] = range(length + len(ahead), length + len(ahead) + len(trace.suggestion))
                pieces += (ahead, trace.suggestion)
                done, length = trace.mention.end, put[at].stop
        pieces += (text[done:last], "\n")
        length += last - done + 1
    found = again("".join(pieces)) if put else ()
    wrong = {i for mention, flagged in found if flagged for i in range(mention.start, mention.end)}
    right = {i for mention, flagged in found if not flagged for i in range(mention.start, mention.end)}
    stands = {at: wrong.isdisjoint(place) and not right.isdisjoint(place) for at, place in put.items()}
    return tuple(trace if stands.get(at, True) else _withdrawn(trace) for at, trace in enumerate(traces))


def _lines_with(text: str, places: Sequence[int]) -> list[tuple[int, int]]:
    """Return where the lines of a text that hold some places begin and end: nothing is backed across lines."""
    found: list[tuple[int, int]] = []
    for place in places:
        if not found or place >= found[-1][1]:
            end = text.find("\n", place)
            found.append((text.rfind("\n", 0, place) + 1, end if end >= 0 else len(text)))
    return found


def _withdrawn(trace: Trace) -> Trace:
    """Return an alarm without its suggestion, and without a reckoning that leads to what would be flagged itself."""
    if trace.category != _RECKONED or not trace.reckoning:
        return replace(trace, suggestion="")
    told = trace.because.partition("，按材料推算不符")[0]
    because = f"{told}，与材料推算的结果不符，请核对或改写。"
    return replace(trace, suggestion="", because=because, reckoning="")
