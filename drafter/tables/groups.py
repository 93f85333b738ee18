"""A line of a table that holds the name of a group alone, 一、环境整治: what the lines below it are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.structure.catalogue import load_catalogue
from drafter.structure.markers import read_marker
from drafter.tables.words import label_and_unit

_ORDINAL = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]?[、.．]?")
_OF_GROUPS = ("part", "chinese", "chinese_brackets")
_SHORTEST = 2
"""A topic's name of fewer characters is found inside too many other words."""


@dataclass(frozen=True, slots=True)
class Group:
    """The name of a group, the topic that it means (empty for none of the form's), and whether it is that topic's."""

    name: str
    topic: str
    exact: bool


def group_of(texts: Sequence[str]) -> Group | None:
    """Return the group that a line of these cells alone names; None where it may as well be a fact without a figure.

    >>> group_of(("一、环境整治",)).topic, group_of(("一", "志愿服务")).topic, group_of(("整修楼道灯",))
    ('environment', 'volunteer', None)
    """
    *before, said = texts or ("",)
    if len(before) > 1 or (before and not _ORDINAL.fullmatch(before[0])):
        return None
    marker = read_marker(said)
    name = label_and_unit(marker.rest if marker else said)[0]
    topic = load_catalogue().topic_key(name)
    if topic:
        return Group(name, topic, exact=True)
    numbered = marker.kind in _OF_GROUPS if marker else bool(before) and not before[0].strip("（()）、.．").isdecimal()
    return Group(name, _topic_within(name), exact=False) if numbered else None


def _topic_within(name: str) -> str:
    """Return the topic whose name stands within a group's name, the longest: 环境整治工作; empty for none, or two."""
    found = [
        (len(known), topic.key)
        for topic in load_catalogue().topics
        for known in (topic.name, *topic.names)
        if len(known) >= _SHORTEST and known in name
    ]
    longest = {key for length, key in found if length == max(found)[0]}
    return longest.pop() if len(longest) == 1 else ""
