"""A number told of a place that its fact does not speak of: 阳光小区有党员32人, 第一网格310户, 全区常住人口48万人."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.units import convert

_COUNTED = re.compile(
    "第(?:[一二三四五六七八九十]+|[0-9]+)(?:网格|小组|居民小组|村民小组|支部|党支部|片区|单元|组|号楼|社区|小区|村)(?=[\u4e00-\u9fff])"
)
_PARTS = "小区|花园|家园|[苑]|校区|院区|片区|支队|中队|分局|支行|分校|分院|工作站|党支部"
_PEERS = "社区|村|街道|镇|乡"
_INSIDE = re.compile(
    rf"(?:^|[，、：:（。]|其中|位于|[在于])(?P<name>[\u4e00-\u9fff]{{2,4}}?(?:{_PARTS}|{_PEERS}))(?=[\u4e00-\u9fff])(?![率数员长化]|事件|管理|支部)"
)
_NEXT_DOOR = re.compile(
    "(?:邻近|相邻|毗邻|隔壁|周边|兄弟|友邻|邻)的?[\u4e00-\u9fff]{0,5}(?:社区|村|街道|镇|乡|小区|学校)"
)
_WIDER = re.compile("全(?:国|省|市|区|县|街道|镇|乡|系统)(?!各)")
_SORTS = re.compile(
    "老旧|无|物业|居民|住宅|商品|全部|各|该|本|所有|部分|试点|示范|文明|平安|智慧|辖区|封闭|开放|[一二三两四五六七八九十几多每]个?|新"
)
_FAR = 5
"""How many times as large a number is that can hardly be the narrower place's."""


def place_told(reading: Reading, spot: Spot, e: Evidence, told: str) -> str:
    """Return the place that a number is told of, where evidence is not of it; empty where it is, or none is named."""
    wording = reading.known.wordings[e.fact]
    found = _COUNTED.search(told) or _NEXT_DOOR.search(told)
    name = found.group() if found is not None else _part_of(reading, told)
    if name and not _is_of(reading, name, wording):
        return name
    wider = _WIDER.search(told)
    if wider is None or wider.group() in wording or not e.number or spot.value is None:
        return ""
    far = spot.value >= _FAR * convert(e.number, e.unit, spot.unit)
    return wider.group() if far and not _heads_others(reading, wider.group()) else ""


def _part_of(reading: Reading, told: str) -> str:
    """Return the name of a place that heads a number's words, where it is no other than the unit's by its kind."""
    found = _INSIDE.search(told)
    if found is None or _SORTS.search(found["name"]):
        return ""
    name = found["name"].removeprefix("其中")
    return name if reading.names or re.search(f"(?:{_PEERS})$", name) is None else ""


def _is_of(reading: Reading, name: str, wording: str) -> bool:
    """Say whether a place is named by the fact, or is the unit itself, or another number told of it stands."""
    bare = name.rpartition("的")[2]
    return bare in wording or any(bare in own or own in bare for own in reading.names) or _heads_others(reading, bare)


def _heads_others(reading: Reading, name: str) -> bool:
    """Say whether the draft tells numbers of a place that facts state without naming it: it is the sheet's own."""
    for spot, stated in reading.stating():
        if name in reading.text[slice(*spot.clause)] and name not in reading.known.wordings[stated.fact]:
            return True
    return False
