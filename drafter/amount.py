"""A figure as typed and the unit of its field, put together once: 23.5万 and 万元 make 23.5万元, 96% and % make 96%."""

from __future__ import annotations

import re

# The 千 of 千米 and 千瓦 belongs to the unit's own name and multiplies nothing by itself.
_SCALE = re.compile("百万|千万|万亿|[百千万萬亿億](?!分|米|克|瓦|卡|伏|赫|帕|焦)")
_NUMERAL = "0-9０-９〇零一二三四五六七八九十百千万萬亿億两半余多几"
NONE_WORDS = frozenset({"无", "暂无", "没有", "未发生", "没有发生", "未出现"})
"""What staff type in place of a figure where there was nothing; takes no unit."""
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_BOUND = "及?以[上下内]|左右|上下"


def joined(value: str, unit: str) -> str:
    """Return a figure with its unit, no second time where 万 or all of it was typed with the figure; 无 takes none."""
    if not unit or value in NONE_WORDS or value.replace("％", "%").endswith(unit):
        return value
    scale = _scale_said_twice(value, unit)
    return value + unit[len(scale) :]


def unmarked(value: str) -> str:
    """Return a figure without marks between its thousands, which no official text has: 1,204 is 1204."""
    return _THOUSANDS.sub("", value)


def said_once(value: str, previous: str, unit: str) -> tuple[str, str, str]:
    """Return both figures of a fact and its unit such that each figure with the unit says its scale once.

    23.5万, 20 and 万元 are 23.5, 20 and 万元; 3万余 and 万元 are 3万余 and 元, since nobody says 3余万元.
    """
    typed = [figure for figure in (value, previous) if figure]
    scales = [_scale_said_twice(figure, unit) for figure in typed]
    if not any(scales):
        return value, previous, unit
    if len(set(scales)) == 1 and not all(figure.endswith(scales[0]) for figure in typed):
        return value, previous, unit[len(scales[0]) :]
    return _without_scale(value, unit), _without_scale(previous, unit), unit


def _scale_said_twice(value: str, unit: str) -> str:
    """Return the scale at a unit's head that the figure ends in already, before 余, 以上 and the like; or nothing."""
    scale = _SCALE.match(unit)
    if scale is None or value.replace("％", "%").endswith(unit):
        return ""
    return scale.group() if _ends_in(scale.group()).search(value) else ""


def _without_scale(value: str, unit: str) -> str:
    scale = _scale_said_twice(value, unit)
    return _ends_in(scale).sub("", value) if scale else value


def _ends_in(scale: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[{_NUMERAL}])\s*{scale}\s*(?=[余餘多来來几]?(?:{_BOUND})?$)")
