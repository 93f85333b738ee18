"""The two sides of a change as a fact tells it: 由26小时压缩到14小时."""

from __future__ import annotations

import re

_STOP = re.compile(r"[，,；;。]")
_FROM = re.compile(r"[由从][^到至]{0,8}$")
_BECOMES = re.compile("[到至为]")
_BECAME = re.compile(r"[由从].*(?:到|至|为|达)$")


def is_origin(ahead: str, behind: str) -> bool:
    """Say whether a number with those words before and behind is the first side: 26 of 由26小时压缩到14小时."""
    return bool(_FROM.search(_STOP.split(ahead)[-1]) and _BECOMES.search(_STOP.split(behind)[0]))


def is_outcome(ahead: str) -> bool:
    """Say whether it is the later side: 22 of 由2024年的36小时缩短到22小时, which is the period's own."""
    return _BECAME.search(_STOP.split(ahead)[-1]) is not None
