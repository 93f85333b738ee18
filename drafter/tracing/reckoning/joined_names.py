"""Totals of the parts of one fact whose names words join: 金、银、铜牌驾驶员185名, 市、区两级7户."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import names_just_one, total_of
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.signs_joined import parts_joined_in
from drafter.tracing.units import UNITS, same_unit
from drafter.tracing.vocabulary import LEVELS

_WEIGHT = 0.8
_TELLING = 2
_WON = re.compile(
    f"(?:获奖|得奖|获表彰|奖牌|奖项|获得?国?(?P<level>[{LEVELS}])级?(?:各类)?奖[励项]?)[^，。；、0-9]{{0,6}}$"
)
_WINNERS = re.compile("[\u4e00-\u9fff]{0,4}(?:获奖|得奖|获表彰)(?![\u4e00-\u9fff]*[0-9])")
"""What is told behind a number of those who won: 6支队伍获奖."""
_AT_LEVEL = re.compile(f"([{LEVELS}])级?(?:[特一二三四优]等奖|[金银铜]奖|优秀奖)")
_PRIZES = ("枚", "项", "个", "块", "座")
_PRIZE = re.compile("[特一二三四优]等奖|[金银铜]奖|优秀奖|优胜奖|鼓励奖|纪念奖")
_NOUN_ENDS = re.compile("(?![\u4e00-\u9fff])")
_HAS = re.compile("(?:.*(?:设|有|共|计|办|含|分|编)[有为成了]?)?(?:个?年级|学部|学段|级部)?")
"""What may stand before a count of all groups: not 新增 of 新增12个班."""
_GROUPS = frozenset("班队社组团")
_QUOTED = re.compile("[“”‘’《》]")
_LEVELS = re.compile("^(?:[国省市区县镇乡街村校]家?级?[、和])+[国省市区县镇乡街村校]家?[两三四]?级?")
"""What names all levels before a label: 9名市、县、镇道德模范."""
_BODY = re.compile("(?:队伍|力量|人员|成员|情况|构成|组成|人数|总数|数量)+$")
_DONE = re.compile(
    "其中|新增|新[建招]|发现|整改|完成|办结|解决|成功|参[加赛与训]|[荣喜]?获|合格|到位|化解|签|转|毕业|累计|原有"
)


def joined_names(task: Task) -> Iterator[Outcome]:
    """Yield the total of the parts of one fact that have one name's signs each: 金牌, 银牌 and 铜牌 of 金、银、铜牌."""
    parts = joined_parts(task)
    if parts:
        yield total_of(plain_operands(parts, _WEIGHT), task.spot)


def joined_parts(task: Task) -> list[Evidence]:
    """Return the parts of one fact that the words before a number join by their signs; none where they join none."""
    return parts_joined_in(task.words, task.reading, task.spot)


def of_prizes(task: Task) -> Iterator[Outcome]:
    """Yield the total of the prizes of every grade that one fact tells: 获奖17篇 of 一等奖4篇、二等奖13篇.

    Those of one level may be told alone: 获省级奖4件 of 省一等奖1件、二等奖3件，市一等奖5件.
    """
    won = _WON.search(task.words)
    winners = None if won is not None else _WINNERS.match(task.reading.text, task.spot.unit_end, task.spot.clause[1])
    if won is None and winners is None:
        return
    level = won["level"] if won is not None else None
    for _, fact in task.reading.known.several:
        piece = won is not None and task.spot.mention.unit in _PRIZES
        alike = [e for e in task.reading.known.of_fact[fact] if piece or same_unit(e.unit, task.spot.unit)]
        prizes = [e for e in alike if e.number and _PRIZE.search(e.near)]
        prizes = _of_level(prizes, level) if level else prizes
        if len(prizes) >= _TELLING:
            yield total_of(plain_operands(prizes, _WEIGHT), task.spot)


def _of_level(prizes: list[Evidence], level: str) -> list[Evidence]:
    """Return the prizes of one level; what names none is of that of the prize before it, or of its fact's label."""
    kept: list[Evidence] = []
    own = level if prizes and f"{level}级" in prizes[0].subject else ""
    for e in prizes:
        told = _AT_LEVEL.search(e.near)
        own = told[1] if told is not None else own
        kept += [e] if own == level else []
    return kept


def of_label_behind(task: Task) -> Iterator[Outcome]:
    """Yield the total of the sorts that one fact tells, where its label follows a number: 11名教师 of 专职2名、志愿9名.

    What was done to things, 发现420处，整改410处, are no sorts of them.
    """
    behind = _LEVELS.sub("", _QUOTED.sub("", task.reading.text[task.spot.unit_end : task.spot.clause[1]]))
    if not behind or task.reading.text[slice(*task.spot.before)].strip("“《（"):
        return
    for label, fact in task.reading.known.several:
        name = _BODY.sub("", _QUOTED.sub("", label))
        own = [e for e in task.reading.known.of_fact[fact] if e.place == "value"]
        if len(name) < _TELLING or not behind.startswith(name) or len(own) < _TELLING:
            continue
        alike = all(e.number and same_unit(e.unit, task.spot.unit) and not e.prior for e in own)
        if alike and all(e.near and not _DONE.search(e.near) for e in own):
            yield total_of(plain_operands(own, _WEIGHT), task.spot)


def of_noun_behind(task: Task) -> Iterator[Outcome]:
    """Yield the total of the groups of one fact whose names end in the noun behind: 设12个班 of 小班4个、大班8个."""
    noun = task.reading.text[task.spot.unit_end : task.spot.unit_end + 1]
    ends = _NOUN_ENDS.match(task.reading.text, task.spot.unit_end + len(noun))
    if not noun or noun not in _GROUPS or ends is None or not _HAS.fullmatch(task.reading.text, *task.spot.before):
        return
    for _, fact in task.reading.known.several:
        own = [e for e in task.reading.known.of_fact[fact] if e.place == "value"]
        alike = all(e.number and not e.prior and same_unit(e.unit, task.spot.unit) for e in own)
        if alike and len(own) >= _TELLING and all(e.near.endswith(noun) for e in own):
            yield total_of(plain_operands(own, _WEIGHT), task.spot)


def of_fact_parts(task: Task) -> Iterator[Outcome]:
    """Yield the total of one fact's numbers whose own words the clause has: 深入社区、高校、机关宣传62场."""
    clause = task.words
    unit = UNITS.get(task.spot.unit.name.removesuffix("次"), task.spot.unit)  # 75家次 of 45家、12所、18个
    parts: dict[str, list[Evidence]] = {}
    for e in task.reading.known.evidence if "、" in clause else ():
        alike = same_unit(e.unit, task.spot.unit) or same_unit(e.unit, unit)
        if alike and e.place != "label" and e.near and e.number is not None and not e.prior:
            parts.setdefault(e.fact, []).append(e)
    for own in parts.values():
        used = plain_operands(own, _WEIGHT)
        if len(own) > 1 and all(e.near[-_TELLING:] in clause for e in own) and not names_just_one(task, used):
            yield total_of(used, task.spot)
