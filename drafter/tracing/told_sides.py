"""The two sides of a change as a fact tells it: 由28小时压缩到16小时."""

from __future__ import annotations

import re

from drafter.tracing.cues import CHANGED_TO

_STOP = re.compile(r"[，,；;。]")
_FROM = re.compile(r"[由从][^到至]{0,8}$")
_BECOMES = re.compile("[到至为]")
_BECAME = re.compile(r"[由从].*(?:到|至|为|达)$")
_GOES_TO = re.compile(rf"[\u4e00-\u9fff%％]{{0,4}}?(?:{CHANGED_TO}|→)[0-9０-９]")
_WENT_TO = re.compile(rf"[0-9０-９][\u4e00-\u9fff%％]{{0,4}}?(?:{CHANGED_TO}|→)$")


def is_origin(ahead: str, behind: str) -> bool:
    """Say whether a number with those words before and behind is the first side: 28 of 由28小时压缩到16小时.

    由 may be left out: 8.6万元增至102万元, 26小时→14小时.
    """
    if _GOES_TO.match(behind):
        return True
    return bool(_FROM.search(_STOP.split(ahead)[-1]) and _BECOMES.search(_STOP.split(behind)[0]))


def is_outcome(ahead: str) -> bool:
    """Say whether it is the later side: 22 of 由2024年的36小时缩短到22小时, which is the period's own."""
    clause = _STOP.split(ahead)[-1]
    return _BECAME.search(clause) is not None or _WENT_TO.search(clause) is not None
