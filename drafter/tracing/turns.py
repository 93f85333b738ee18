"""Whose turn each number behind 分别 is: in 学生、教师分别增长5.3%和8.7% the first is told of the first name.

What follows such a run in its sentence in the same number, without names of its own, goes on in the same turn:
解决率、满意率分别达到94.7%和96.1%，同比提高6.5个和4.6个百分点.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.tracing.layout import Spot
from drafter.tracing.units import same_unit

RESPECTIVELY = ("分别", "依次")
_MOST = 8
_JOINT = re.compile(r"(?:[、，,和与及]|以及)第?")
_NAME = re.compile(r"(?:(?!以及)[^、，,和与及。；;：:\s])+")
_NO_NAME = re.compile("[0-9０-９]|(?:前年|上一?年|去年)度?$")
_GOES_ON = re.compile(
    "[，,](?:同比|环比|[较比](?:上年|去年|上期)(?:同期)?|各|分别|[增升降涨减]幅|增长|提高|上升|下降|减少|增加|为|达|了|占比?)*"
)
"""What leads up to the next run of numbers without naming anything anew."""


def turn_before(text: str, start: int, end: int) -> int:
    """Return where 分别 or 依次 stands last between two places; -1 where neither does."""
    return max(text.rfind(sign, start, end) for sign in RESPECTIVELY)


def groups(text: str, spots: Sequence[Spot]) -> Iterator[list[Spot]]:
    """Yield the runs of numbers that follow 分别."""
    if not any(sign in text for sign in RESPECTIVELY):
        return
    for spot in spots:
        told = spot.number is not None and spot.mention.kind == "claim"
        if told and turn_before(text, *spot.before) >= 0:
            group = run_from(text, spots, spot)
            if len(group) > 1:
                yield group


def names(text: str, group: Sequence[Spot]) -> list[tuple[int, int]]:
    """Return where the names before 分别 stand, one for each number behind it; none where there are fewer."""
    first = group[0]
    end = turn_before(text, first.sentence[0], first.mention.start)
    own = _named(text, first.clause[0], end)
    if not own:
        # 安装路灯60盏，建广场1000平方米，分别花去: where its own clause names nothing, each clause before is a name.
        return _as_many(text, _named(text, first.sentence[0], end), group)
    if len(own) > 1:
        return _as_many(text, own, group)
    # 秧歌、合唱2支队伍，队员分别为36人、28人: what is told of the names before it.
    cut = max(text.rfind(stop, first.sentence[0], first.clause[0] - 1) for stop in "，,；;")
    before = _named(text, max(cut + 1, first.sentence[0]), first.clause[0] - 1)
    return _as_many(text, before, group) if len(before) == len(group) else []


def _named(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [m.span() for m in _NAME.finditer(text, start, end)]


def _as_many(text: str, found: list[tuple[int, int]], group: Sequence[Spot]) -> list[tuple[int, int]]:
    """Return the last of the names, one for each number; none where there are fewer, or one is a figure or a year."""
    last = found[-len(group) :]
    named = len(last) == len(group) and not any(_NO_NAME.match(text, start, end) for start, end in last)
    return last if named else []


def in_turn(text: str, spots: list[Spot]) -> list[Spot]:
    """Return the spots of a draft, each that is told in turn with the place of its name."""
    told = list(spots)
    for group in groups(text, spots):
        named = names(text, group)
        while named and group:
            for spot, name in zip(group, named, strict=True):
                told[spot.at] = replace(spot, turn=name)
            group = _going_on(text, spots, group)
    return told


def run_from(text: str, spots: Sequence[Spot], first: Spot) -> list[Spot]:
    """Return the numbers that follow one, in its form and unit, with nothing but a joint between them."""
    group = [first]
    for other in spots[first.at + 1 : first.at + _MOST]:
        between = text[group[-1].unit_end : other.mention.start]
        alike = same_unit(other.unit, first.unit) or other.unit.name.startswith(first.unit.name) or not other.unit.name
        if not _JOINT.fullmatch(between) or not alike or other.form != first.form:
            break  # in 5、18、47人次 the last has the unit of all, in 6.5个和4.6个百分点 its end
        group.append(other)
    return group


def _going_on(text: str, spots: Sequence[Spot], group: Sequence[Spot]) -> list[Spot]:
    """Return the next run of as many numbers, where it follows without names of its own."""
    last = group[-1]
    first = spots[last.at + 1] if last.at + 1 < len(spots) else None
    if first is None or first.sentence != last.sentence or first.mention.kind != "claim":
        return []
    if _GOES_ON.fullmatch(text, last.unit_end, first.mention.start) is None:
        return []
    following = run_from(text, spots, first)
    return following if len(following) == len(group) else []
