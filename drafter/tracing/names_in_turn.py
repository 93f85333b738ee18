"""What a fact tells of several in turn: 3月、9月分别举行春季运动会和科技节, 合唱队、舞蹈队分别有30人和28人."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TURN = "分别"
_JOINT = re.compile(r"[、和与及]|以及")
_NAMES = re.compile(r"(?P<verb>[\u4e00-\u9fff]{2})(?P<names>[\u4e00-\u9fff“”]{2,40})")
_AHEAD = re.compile(
    r"(?P<names>(?:[\u4e00-\u9fff“”]{2,16}(?:、|和|与|及|以及))+[\u4e00-\u9fff“”]{2,16})分别[\u4e00-\u9fff]{0,6}$"
)
_BETWEEN = re.compile(r"[、和与及,，]|以及")
_FEW = 2

Stretch = tuple[int, int]
"""Where a number begins, and where its unit ends."""


def names_in_turn(text: str, numbers: Sequence[Stretch]) -> dict[int, str]:
    """Return by its place among the numbers of a text the name that each one told with 分别 is of."""
    if _TURN not in text:
        return {}
    found: dict[int, str] = {}
    for run in _runs(text, numbers):
        first, last = numbers[run[0]][0], numbers[run[-1]][1]
        names = _behind(text[last:]) if text.startswith(_TURN, last) else _before(text[:first])
        if len(names) == len(run):
            found.update(zip(run, names, strict=True))
    return found


def _runs(text: str, numbers: Sequence[Stretch]) -> list[list[int]]:
    """Return the runs of two and more numbers that nothing but a joint parts."""
    runs: list[list[int]] = []
    for n, (start, _) in enumerate(numbers):
        if runs and _BETWEEN.fullmatch(text, numbers[n - 1][1], start):
            runs[-1].append(n)
        else:
            runs.append([n])
    return [run for run in runs if len(run) >= _FEW]


def _behind(text: str) -> list[str]:
    told = _NAMES.match(text, len(_TURN))
    return _JOINT.split(told["names"]) if told is not None else []


def _before(text: str) -> list[str]:
    told = _AHEAD.search(text)
    return _JOINT.split(told["names"]) if told is not None else []
