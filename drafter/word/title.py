"""Breaks a long title by sense: no line over the page's width, no word cut, lines that make a trapezium or a rhombus.

GB/T 9704-2012, 7.3.1: 分一行或多行居中排布，回行时要做到词意完整、排列对称、长短适宜、间距恰当，使用梯形或菱形。
"""

from __future__ import annotations

import re
from itertools import combinations, pairwise

# The words of these titles, the longest first: a break inside one of them is dear.
_WORDS = re.findall(
    r"\S+",
    """
未成年人思想道德建设 社会主义核心价值观 社区居民委员会 新时代文明实践 精神文明建设 精神文明创建
文明社区创建 全国文明城市 文明城市创建 年终工作总结 街道办事处 居民委员会 核心价值观 阶段性总结 党总支部
文明城市 文明社区 文明单位 文明创建 精神文明 志愿服务 思想道德 公民道德 环境整治 综合治理 平安建设
党建引领 基层治理 工作情况 情况汇报 工作汇报 自查报告 工作总结 活动总结 专项总结 申报材料 工作计划
实施方案 工作方案 先进事迹 典型经验 经验材料 汇报材料 第一季度 第二季度 第三季度 第四季度 申报书
上半年 下半年 自治区 开发区 办事处 党支部 党委 居民 汇报 深化 创建 示范 社区 街道 工作 开展 推进 活动 建设 情况
总结 材料 单位 先进 关于 年度 申报 争创 全国 省级 市级 区级 县级 村 镇 乡 县 区 市 省
""",
)
_TOKEN = re.compile(
    r"\d+年(?:度|[上下]半年|第?[一二三四]季度)?|第?[\d—~～-]+[届次期]?|[A-Za-z]+|《[^》]*》|“[^”]*”|"
    + "|".join(_WORDS)
    + "|.",
    re.S,
)
_ENDS_PLACE = re.compile(r"(?:[省市县区镇乡村]|街道|社区|办事处|委员会|党支部|党委)$")
_OPENS_PERIOD = re.compile(r"\d{4}年|[上下]半年")
# Each further line multiplies the ways to break.
_MOST_LINES = 4
_NEVER_FIRST = "的地得和与及、，。：；！？）》”’"
_NEVER_LAST = "和与及（《“‘、"


def break_title(title: str, unit: str, widest: int) -> tuple[str, ...]:
    """Return the lines of a title, each at most `widest` characters wide; line breaks that staff typed are kept."""
    typed = [line.strip() for line in title.splitlines() if line.strip()]
    if len(typed) > 1:
        return tuple(piece for line in typed for piece in _broken(line, unit, widest))
    return _broken(typed[0], unit, widest) if typed else ()


def _broken(title: str, unit: str, widest: int) -> tuple[str, ...]:
    if _width(title) <= widest:
        return (title,)
    fewest = max(2, -int(-_width(title) // widest))
    ends = _ends(title, unit)
    for lines in (fewest, fewest + 1) if fewest < _MOST_LINES else ():
        cuts = min(
            (c for c in combinations(ends, lines - 1) if all(_width(p) <= widest for p in _cut(title, c))),
            key=lambda c: _dearness(title, unit, _cut(title, c)),
            default=None,
        )
        if cuts is not None:
            return _cut(title, cuts)
    # A title of one endless word, or of many lines: by length alone.
    return tuple(title[at : at + widest] for at in range(0, len(title), widest))


def _ends(title: str, unit: str) -> list[int]:
    """Return the places where a word ends; the unit's name counts as one word where it fits a line."""
    ends, at = [], 0
    named = title.find(unit) if unit else -1
    while at < len(title):
        token = unit if at == named else _TOKEN.match(title, at).group()  # type: ignore[union-attr]
        at += len(token)
        ends.append(at)
    return [end for end in ends[:-1] if title[end] not in _NEVER_FIRST and title[end - 1] not in _NEVER_LAST][:40]


def _cut(title: str, cuts: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(title[a:b] for a, b in zip((0, *cuts), (*cuts, len(title)), strict=True))


def _dearness(title: str, unit: str, lines: tuple[str, ...]) -> float:
    widths = [_width(line) for line in lines]
    cost = (max(widths) - min(widths)) * 0.6 + (4.0 if min(widths) < 4 else 0.0)
    if len(set(widths)) == 1:
        cost += 1.5  # a plain rectangle
    if len(widths) > 2 and widths[1] < min(widths[0], widths[2]):
        cost += 6.0  # an hour-glass
    return cost + sum(_cut_cost(before, after, unit) for before, after in pairwise(lines))


def _cut_cost(before: str, after: str, unit: str) -> float:
    if unit and before.endswith(unit):
        return 0.0
    if _OPENS_PERIOD.match(after) or _ENDS_PLACE.search(before) or re.search(r"\d+年度?$", before):
        return 1.0
    whole = any(before.endswith(word) for word in _WORDS) + any(after.startswith(word) for word in _WORDS)
    return (9.0, 4.0, 2.0)[whole] if not before.endswith(("的", "》", "”")) else 1.5


def _width(text: str) -> float:
    """Return the width in Chinese characters: half of one for letters and digits, a quarter for the gap around them."""
    gaps = sum(a.isascii() != b.isascii() for a, b in pairwise(text))
    return sum(0.5 if character.isascii() else 1.0 for character in text) + gaps / 4
