"""Averages whose both sides are known by name: 一名护理员要服务400人次, 各配2名网格员, 每车3吨, 每拆一平方米80元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.operands import Operand, operand, peoples
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.averages import counts_them
from drafter.tracing.reckoning.outcome import Outcome, outcome, stated_by
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import LENGTHS, UNITS, Unit, same_unit
from drafter.tracing.vocabulary import COMERS, COUNTED_BY, SHORTHAND, SYNONYMS

_WEIGHT = 0.7
_FEW = 2
_MOST = 12
_LATELY = 3
_JUST = Decimal("0.006")
_PEOPLE = frozenset(("人", "名", "位"))
_GOES_ON = re.compile(
    "(?:并|还|各)?(?:全年|年内|累计)?(?:走访|巡查|接待|办理|开展|配备?|设有?|带|有|摆放|负责|联系|服务|覆盖|管理?|包联|涉及|辖)"
)
_OFTEN = ("名", "位", "次", "遍", "回", "趟")
_EACH_TIME = re.compile("每个?(月|季度|季)")
_PER_ANY = re.compile("[每均]")
_MONTHS = {"月": 1, "季度": 3, "季": 3}
_ALL = re.compile("全[校院园县区镇村]|在[校园编岗册]|总?人?数$|总数$")
_HELD = frozenset("场次期届")
_TIMES = frozenset("周季旬晚时次个总")
_ROOMS = frozenset("班队")
"""What is counted by its own name as well: 每班45人 of 班级28个."""
_WIDE = "平方公里"
_PAID = re.compile("产值|销售|收入|总价|货款|营收")
_PLAIN_SIGNS = frozenset("产量总全年面积新增销售收入值额的")
_PER = re.compile(
    r"(?:^|平均|相当于|大约|折合)一(?P<one>[\u4e00-\u9fff]{1,8})|每(?P<verb>[\u4e00-\u9fff])一(?P<unit>[\u4e00-\u9fff]{1,3})"
    r"|每(?P<each>[\u4e00-\u9fff]{1,8})|(?P<sign>[\u4e00-\u9fff](?<![平年月日]))均|(?P<area>亩)产|(?P<all>各)(?:自|有|配备?|带|联系|负责|管|包|守|驻|认领|结对|帮|挂|领|设|建)"
)


def named_averages(task: Task) -> Iterator[Outcome]:
    """Yield the averages of what is named or the only one in its unit over what 一, 每, 均 or 各 names."""
    found = list(_PER.finditer(task.words.replace("班额", "班均")))
    if not found and _GOES_ON.match(task.words):
        yield from _carried(task)
    if not found or cues.PRIOR.search(task.words) or cues.DIFFERENCE.search(task.words):
        return
    overs = _overs(task, found[-1])
    if not overs:
        return
    amounts = _amounts(task, (found[-1]["one"] or found[-1]["each"] or "") + task.words[found[-1].end() :], overs)
    amounts = amounts or (_harvest(task) if found[-1]["area"] else []) or _worth(task, overs)
    pairs = [(a, o) for a in amounts for o in overs if a.at != o.at and o.number and a.number]
    if not 0 < len(pairs) <= _MOST:
        return
    stated = stated_by(task.spot).value
    most = max(a.number or Decimal(0) for a in amounts)
    for amount, over in pairs:
        top, under = operand(amount, "number", _WEIGHT), operand(over, "number", _WEIGHT)
        if top is None or under is None:
            continue
        each = _each(task, top, under, _measure(found[-1]))
        alone = len(pairs) <= _FEW or (len(overs) == 1 and amount.number == most)
        if each is not None and (alone or abs(each.value - stated) <= _JUST * stated):
            yield outcome(_each_time(task, each), (top, under), "derived_ratio")


def _each_time(task: Task, each: arithmetic.Derived) -> arithmetic.Derived:
    """Return what comes on each in a month or quarter, where the words tell of both: 每位老人每月巡访一次."""
    found = _EACH_TIME.findall(task.words)
    months = Decimal(task.reading.known.period.months)
    if not found or len(_PER_ANY.findall(task.words)) == 1 or months <= _MONTHS[found[-1]]:
        return each
    times = months / _MONTHS[found[-1]]
    value = each.value / times
    return arithmetic.Derived(
        value, f"{each.reckoning}，{arithmetic.plain(each.value)} ÷ {times} = {arithmetic.plain(value)}"
    )


def _carried(task: Task) -> Iterator[Outcome]:
    """Yield the average over what the number before was averaged over: 每个投放点服务80户，配督导员2名."""
    backing = task.reading.backings.get(task.spot.at - 1)
    before = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    if before is None or backing is None or backing.category != "derived_ratio" or len(backing.evidence) != _FEW:
        return
    over = operand(task.reading.known.evidence[backing.evidence[1]], "number", _WEIGHT)
    words = cues.average_words(task.reading.text, before, task.reading.spots)
    if before.sentence != task.spot.sentence or not (cues.AVERAGES.search(words) or _goes_on(task, before)):
        return
    for amount in _amounts(task, task.words):
        top = operand(amount, "number", _WEIGHT)
        if top is not None and over is not None and top.evidence != over.evidence:
            each = _each(task, top, over)
            if each is not None:
                yield outcome(each, (top, over), "derived_ratio")


def _goes_on(task: Task, before: Spot) -> bool:
    """Say whether the number before goes on with an average itself: 每格3名网格员，联系400户、1200人."""
    return _GOES_ON.match(cues.ahead(task.reading.text, before)) is not None


def _each(task: Task, top: Operand, under: Operand, measure: Unit | None = None) -> arithmetic.Derived | None:
    """Return how much of the one comes on one of the other; on a 公斤 of what is stated in 吨, where 每公斤 asks so."""
    size = under.value
    if measure is not None and measure.dimension == under.unit.dimension != "":
        size = size * under.unit.size / measure.size
    return arithmetic.ratio(in_unit(top, task.spot), size)


def _measure(found: re.Match[str]) -> Unit | None:
    """Return the unit of measure behind 每 or 一, where one stands there."""
    unit, _ = _split(found["unit"] or found["one"] or found["each"] or "")
    return UNITS.get(unit)


def _overs(task: Task, found: re.Match[str]) -> list[Evidence]:
    """Return what the average may be taken over."""
    if found["all"]:
        return _told_first(task)
    if found["sign"]:
        known = [e for e in task.reading.known.plain if _counts(found["sign"], e)]
        last = [] if found["sign"] in _TIMES else _told_last(task)
        known = [e for e in known if _ALL.sub("", e.subject) in SHORTHAND.get(found["sign"], ())] or known
        units = COUNTED_BY.get(found["sign"], ())
        return [*([e for e in last if e.unit.name in units] or _told_in(task, units)), *known] or last
    if found["area"]:
        return [e for e in task.reading.known.plain if e.unit.name == found["area"]]
    what = found["unit"] or found["one"] or found["each"]
    unit, noun = _split(what)
    if found["unit"]:
        return [e for e in task.reading.known.plain if e.unit.name == unit]
    for length in range(min(len(noun), 6), 1, -1):
        named = [e for e in task.reading.known.plain if noun[:length] in (e.near or e.subject) and _in_unit(e, unit)]
        if named:
            return named
    comers = [e for e in task.reading.known.plain if _comes(noun, e)] if noun else []
    if comers:
        return comers
    if noun and not unit:
        return [e for e in task.reading.known.plain if _counts(noun[:1], e)]
    if unit and UNITS[unit].dimension == "重量":
        return [e for e in task.reading.known.plain if e.unit.dimension == "重量"]
    alike = [e for e in task.reading.known.plain if (unit and e.unit.dimension != "面积") or unit == _WIDE]
    own = [e for e in alike if e.unit.name == unit] or [e for e in alike if e.unit.name == f"{unit}次" != "人次"]
    return own or [e for e in alike if found["each"] and unit in _ROOMS and _counts(unit, e)]


def _comes(noun: str, e: Evidence) -> bool:
    """Say whether a fact counts the visits of those whom a noun names: 参观 for 观众."""
    told = next((words for name, words in COMERS.items() if noun.startswith(name)), ())
    return e.unit.name in ("人次", *_PEOPLE) and any(word in (e.near or e.subject) for word in told)


def _counts(sign: str, e: Evidence) -> bool:
    """Say whether a fact counts what one sign stands for: 车 counts 车辆 and 车次, 人 people, 场 what is held in 场."""
    if sign == "人":
        return e.unit.name in _PEOPLE
    made = operand(e, "number", _WEIGHT)
    return made is not None and not e.unit.dimension and (e.unit.name.startswith(sign) or counts_them(sign, made))


def _told_first(task: Task) -> list[Evidence]:
    """Return what the first number of the sentence counts: 16个网格每格200户，各配2名."""
    for other in task.reading.spots[max(0, task.spot.at - 4) : task.spot.at]:
        backing = task.reading.backings.get(other.at)
        if other.sentence == task.spot.sentence and backing is not None and len(backing.evidence) == 1:
            e = task.reading.known.evidence[backing.evidence[0]]
            return [e] if not backing.reckoning and e.number is not None else []
    return []


def _told_in(task: Task, units: Sequence[str]) -> list[Evidence]:
    """Return what the sentence told last in one of some units: 处罚24起，增长50%；罚款57.6万元，案均2.4万元."""
    for other in reversed(task.reading.spots[max(0, task.spot.at - _MOST) : task.spot.at] if units else ()):
        e = task.reading.stated(other.at)
        if other.sentence == task.spot.sentence and other.unit.name in units and e is not None:
            return [e] if e.number is not None and not e.prior else []
    return []


def _told_last(task: Task) -> list[Evidence]:
    """Return what the plain number told last in the sentence counts: 民宿32家，店均床位20张."""
    for other in reversed(task.reading.spots[max(0, task.spot.at - 3) : task.spot.at]):
        if other.sentence != task.spot.sentence or other.form != "number":
            return []
        if (e := task.reading.stated(other.at)) is not None:
            return [e] if e.number is not None and not (e.unit.dimension or e.prior) else []
    return []


def _amounts(task: Task, words: str, overs: Sequence[Evidence] = ()) -> list[Evidence]:
    """Return what may be averaged: the facts of the number's unit that the words name, or the only one of that unit."""
    noun = task.reading.text[slice(*task.spot.after)][:4]
    spoken = {*pieces(noun), *_others(noun)}
    alike = [e for e in task.reading.known.plain if _measures(task.spot.unit, e, spoken)]
    alike = [e for e in alike if len(overs) != 1 or e.at != overs[0].at]
    wanted = {*pieces(words), *_others(words), *spoken}
    named = [e for e in alike if not wanted.isdisjoint(pieces(e.near or e.subject))]
    exactly = [e for e in alike if e.unit.name == task.spot.unit.name]
    if not named and task.spot.unit.name in _PEOPLE and overs and all(o.unit.name in _HELD for o in overs):
        exactly = [e for e in alike if e.unit.name.endswith("次")] or exactly  # 场均400人 are of those who came
    if not named and len(exactly) > 1:
        return _just_told(task, exactly) or [*_whole(task, exactly), *_beside(task, exactly, overs)]
    return named or (alike if len(alike) == 1 else exactly)


def _just_told(task: Task, alike: Sequence[Evidence]) -> list[Evidence]:
    """Return of some facts the one that the sentence told last: 产梨1.2万吨，亩产2.4吨."""
    for other in reversed(task.reading.spots[max(0, task.spot.at - _LATELY) : task.spot.at]):
        backing = task.reading.backings.get(other.at)
        if other.sentence != task.spot.sentence:
            return []
        if backing is not None and not backing.reckoning and (own := [e for e in alike if backing.evidence == (e.at,)]):
            return own
    return []


def _beside(task: Task, alike: Sequence[Evidence], overs: Sequence[Evidence]) -> list[Evidence]:
    """Return of some facts the only one that stands beside what to divide by: 值守人员 beside 卡点."""
    near = [e for e in alike if len(overs) == 1 and task.reading.neighbours(e.fact, overs[0].fact)]
    return near if len(near) == 1 and (near[0].number or 0) % (overs[0].number or 1) == 0 else []


def _harvest(task: Task) -> list[Evidence]:
    """Return what was grown on the land: 稻谷产量 for 亩产."""
    weighed = [e for e in task.reading.known.plain if e.unit.dimension == task.spot.unit.dimension == "重量"]
    return [e for e in weighed if "产" in (e.near or e.subject)]


def _worth(task: Task, overs: Sequence[Evidence]) -> list[Evidence]:
    """Return what the measured goods brought in, the money facts that have a sign of theirs: 茶叶产值 of 干茶产量."""
    if task.spot.unit.dimension != "金额" or not all(e.unit.dimension for e in overs):
        return []
    signs = {sign for e in overs for sign in e.near or e.subject} - _PLAIN_SIGNS
    paid = [e for e in task.reading.known.plain if e.unit.dimension == "金额" and _PAID.search(e.near or e.subject)]
    return [e for e in paid if not signs.isdisjoint(e.near or e.subject)]


def _whole(task: Task, alike: Sequence[Evidence]) -> list[Evidence]:
    """Return of some facts the one of all people or households, where its label makes it that."""
    most = {
        o.evidence[0] for o in task.reading.silent if o.largest and peoples(o) and o.unit.name in ("人", "名", "户")
    }
    return [e for e in alike if e.at in most]


def _others(words: str) -> set[str]:
    """Return the pieces of the words that stand for one of some words: 儿童 for 孩子."""
    return {
        piece
        for at, sign in enumerate(words)
        for word, alike in _ALIKE.get(sign, ())
        if words.startswith(word, at)
        for piece in alike
    }


def _alike() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return the words that have others like them, by their first sign, each with the pieces of all these."""
    table: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for row in map(str.split, SYNONYMS):
        own = tuple(piece for word in row for piece in pieces(word))
        for word in row:
            table.setdefault(word[0], []).append((word, own))
    return table


_ALIKE = _alike()


def _measures(unit: Unit, e: Evidence, spoken: set[str]) -> bool:
    """Say whether an average in a unit can come from a fact; 3个孩子 from so many 名儿童."""
    if unit.name in ("个", "") and e.unit.name in _PEOPLE:
        return not spoken.isdisjoint(pieces(e.near or e.subject))
    return same_unit(unit, e.unit) or (e.unit.name.endswith("次") and unit.name in (e.unit.name[:-1], *_OFTEN))


def _in_unit(e: Evidence, unit: str) -> bool:
    return not unit or unit in e.unit.groups or same_unit(e.unit, UNITS[unit])


def _split(what: str) -> tuple[str, str]:
    unit = next((what[:n] for n in LENGTHS.get(what[:1], ()) if what[:n] in UNITS), "")
    return unit, what[len(unit) :]
