"""The words beside a number, in its own clause: 接待游客 in 举办展览，接待游客4.1万人次."""

from __future__ import annotations

import re

_STOP = re.compile(r"[，,；;。:：、（(\n]")
_CLOSE = re.compile(r"[，,；;。:：、）)\n]")


def own_clause(text: str, floor: int, start: int, end: int, ceiling: int) -> str:
    """Return the words of the number's own clause, up to the numbers beside it."""
    before = _STOP.split(text[floor:start])[-1]
    after = _CLOSE.split(text[end:ceiling])[0] if end < ceiling else ""
    return f"{before} {after}".strip()
