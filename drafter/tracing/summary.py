"""What a reader of a report wants first: the verdict on each number, one line on all, the sentence around one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from drafter.models import Trace

DOUBT = "说法待核"
"""What staff are told of an absolute that no fact bears out; its `because` says the rest."""
Verdict = Literal["backed", "derived", "flagged", "none"]

_DERIVED = frozenset({"derived_sum", "derived_diff", "derived_percent", "derived_ratio", "count_of_list"})
_NO_CLAIM = frozenset({"marker", "term", "vague"})
_SENTENCE_ENDS = "。！？；\n"


def verdict(trace: Trace) -> Verdict:
    """Say what a trace means for staff: has a fact, follows from facts, needs a look, or states nothing."""
    if trace.flagged:
        return "flagged"
    if trace.category in _NO_CLAIM:
        return "none"
    return "derived" if trace.category in _DERIVED else "backed"


def summary_line(traces: Iterable[Trace]) -> str:
    """Return the line that says it all.

    >>> summary_line([])
    '0 处数字：0 有出处，0 推算，0 待核'
    """
    found = Counter(verdict(trace) for trace in traces)
    claims = found["backed"] + found["derived"] + found["flagged"]
    return f"{claims} 处数字：{found['backed']} 有出处，{found['derived']} 推算，{found['flagged']} 待核"


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence of `text` that holds text[start:end].

    >>> sentence_around("一、概况。有党员93人。", 8, 10)
    '有党员93人。'
    """
    left = max(text.rfind(mark, 0, start) for mark in _SENTENCE_ENDS) + 1
    right = min((at for mark in _SENTENCE_ENDS if (at := text.find(mark, end)) >= 0), default=len(text))
    return text[left : right + 1].strip()
