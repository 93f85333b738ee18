"""The level of each heading: by how the kinds of numbers nest in this document, not by a fixed order of kinds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.structure.markers import Marker

_RANK = {
    "part": 0, "plain": 1, "chinese": 1, "chinese_brackets": 2, "digits": 3, "decimals": 3, "triple_decimals": 4,
    "digit_brackets": 4, "circled": 5,
}  # fmt: skip
_UPPER = ("part", "chinese")


@dataclass(slots=True)
class _Open:
    kind: str
    number: int


def heading_levels(markers: Sequence[Marker | None], stated: Sequence[int]) -> list[int]:
    """Return the level, from 1, of each heading of one document.

    `markers` are the numbers of the headings, None for an unnumbered one; `stated` the levels the file itself gives
    (Word heading styles), 0 where it gives none.
    """
    if stated and all(stated):
        ranks = {level: rank for rank, level in enumerate(sorted(set(stated)), 1)}
        return [ranks[level] for level in stated]
    stack: list[_Open] = []
    numbered_top = any(marker and marker.kind in _UPPER for marker in markers)
    levels = []
    for marker in markers:
        if marker is None:
            _enter_plain(stack, numbered_top)
        else:
            _enter_numbered(stack, marker)
        levels.append(len(stack))
    return _as_stated(levels, markers, stated)


def _enter_plain(stack: list[_Open], numbered_top: bool) -> None:
    keep = 0
    if numbered_top:
        keep = max((at + 1 for at, entry in enumerate(stack) if entry.kind in _UPPER), default=0)
    del stack[keep:]
    stack.append(_Open("plain", 1))


def _enter_numbered(stack: list[_Open], marker: Marker) -> None:
    places = [at for at, entry in enumerate(stack) if entry.kind == marker.kind]
    counting_on = [at for at in places if stack[at].number + 1 == marker.number]
    if counting_on:
        place = counting_on[-1]
    elif places and not (marker.number == 1 and _is_below_a_larger_part(stack, places[-1])):
        place = places[-1]
    else:
        place = len(stack)
    del stack[place:]
    stack.append(_Open(marker.kind, marker.number))


def _is_below_a_larger_part(stack: list[_Open], place: int) -> bool:
    """A series that starts over under a chapter inside its own section (三、 第一章 一、) is nested, not continued."""
    kind = stack[place].kind
    return any(_RANK[entry.kind] < _RANK[kind] for entry in stack[place + 1 :])


def _as_stated(levels: list[int], markers: Sequence[Marker | None], stated: Sequence[int]) -> list[int]:
    """Give unnumbered headings the level that numbered ones with the same Word style have."""
    by_style: dict[int, Counter[int]] = {}
    for level, marker, style in zip(levels, markers, stated, strict=True):
        if marker and style:
            by_style.setdefault(style, Counter())[level] += 1
    return [
        by_style[style].most_common(1)[0][0] if marker is None and style in by_style else level
        for level, marker, style in zip(levels, markers, stated, strict=True)
    ]
