"""Totals of what the words at a number enumerate by name: 学校、幼儿园5所, 58名民警、辅警."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import total_of
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit

_WEIGHT = 0.9
_MOST = 6
_FEW = 2
_BY_NAME = 2.0
"""How well a name fits that is another's very label, its beginning or its end."""
_ANY_THING = ("件", "个", "份", "项", "样")
_NO_THINGS = frozenset(("人", "名", "位", "户", "人次", "户次", "次", "场", "期", "批次", "届", "岁"))
_HALF = 0.5
_LONGEST = 6
_JOINTS = re.compile(r"、|[和与及](?!谐)|以及")
_QUOTED_ON = re.compile("[”’》][“‘《]")
_QUOTES = dict.fromkeys(map(ord, "“”‘’《》"))
"""What stands around names, which fact and draft may have or not: “好婆婆”“好儿媳”."""
_TOTAL = re.compile(r"(?:合计|总计|累计|总共|一共|共计|加起来|加在一起|合起来|共|总|各类|等)[\u4e00-\u9fff]{0,6}$")
_BEHIND = re.compile(r"[\u4e00-\u9fff]{1,8}(?:(?:、|[和与及]|以及)[\u4e00-\u9fff]{1,10})+")
_AWARDED = re.compile("^[\u4e00-\u9fff]*?(?:获评|被评为|评为|荣获|获得?|当选|入选)")
"""What a number of people came to be; what stands behind names no people: 15名学生获评市、区级好少年."""
_SHARED = re.compile(
    r"(?:其中)?(?P<names>[\u4e00-\u9fff]{2,10}(?:(?:、|和|与|及)[\u4e00-\u9fff]{2,10}?)+?)[约近]?占(?:了|到|比|去)?"
    r"(?P<whole>[\u4e00-\u9fff]{0,10}?)的?(?:约|近)?$"
)
_SO_MANY = re.compile("(?:[两二三四五](?:大?类|项|种|者))?(?:就|合计|共|总共|一共|合)*$")
_SORTS = ("类", "种", "项", "者", "大类")
_AMONG = re.compile("^.*其中")
_REACH = 12
_ALL_TOLD = ("总数", "总量", "总人数", "总户数", "全部", "总体")
_ONLY_NAMED = re.compile(r"^其中|的")


def enumerated(task: Task) -> Iterator[Outcome]:
    """Yield the total of the facts that stand by name before a number, or right behind it."""
    for parts in enumerated_parts(task):
        each = total_of(plain_operands(parts, _WEIGHT), task.spot)
        yield Outcome(each.derived, each.operands, each.category, _WEIGHT, exact=True)


def enumerated_parts(task: Task) -> Iterator[list[Evidence]]:
    """Yield the facts that each enumeration at a number names, where each name means just one."""
    if task.spot.form != "number" or cues.PRIOR.search(task.words):
        return
    known: list[Evidence] = []
    for names in _names(task):
        known = known or [
            e
            for e in task.reading.known.plain
            if e.number and same_unit(e.unit, task.spot.unit) and task.reading.values.forms[e.at] == "number"
        ]
        parts = _parts(known, names) if len(known) >= _FEW else []
        if parts or task.spot.unit.name not in _ANY_THING:
            yield from [parts] if parts else []
        elif (things := _things_called(task, names)) and len({e.unit.name for e in things}) > 1:
            yield things


def named_in_full(task: Task) -> list[Evidence]:
    """Return the facts in the number's unit that the words before it enumerate, each by its very name or its end."""
    for names in _names_before(task):
        known = [e for e in task.reading.known.plain if e.number and same_unit(e.unit, task.spot.unit)]
        found = [[e for e in known if _fits(name, e, last=False) >= _BY_NAME] for name in names]
        told = all(len(name) > 1 for name in names) and all(len(own) == 1 for own in found)
        if told and len({own[0].at for own in found}) == len(names):
            return [own[0] for own in found]
    return []


def _things_called(task: Task, names: Sequence[str]) -> list[Evidence]:
    """Return the things that names mean in full, whatever each is counted in: 锦旗63面和表扬信88封 are 151件."""
    things = [
        e
        for e in task.reading.known.plain
        if e.number and e.unit.name and not e.unit.dimension and e.unit.name not in _NO_THINGS
    ]
    found = [[e for e in things if _fits(name, e, last=True) >= _BY_NAME] for name in names]
    return [own[0] for own in found] if all(len(own) == 1 for own in found) else []


def share_of_enumerated(task: Task) -> Iterator[Outcome]:
    """Yield the share of several named parts in what the text told before: 停车和物业两类就占了53% of 217个议题."""
    found = _SHARED.search(task.words)
    if task.spot.form != "share" or found is None:
        return
    names = [_SO_MANY.sub("", name) for name in _JOINTS.split(found["names"])]
    for whole in _told_wholes(task, found["whole"]) if _FEW <= len(names) <= _MOST else ():
        known = [e for e in task.reading.known.plain if e.unit == whole.unit and e.at != whole.at]
        parts = _parts(known, names) if len(known) >= _FEW else []
        top = plain_operands(parts, _WEIGHT)
        under = plain_operands([whole], _WEIGHT)
        total = arithmetic.total([o.value for o in top])
        if parts and under and total.value < under[0].value:
            each = arithmetic.share(total.value, under[0].value)
            if each is not None:
                made = arithmetic.Derived(each.value, f"{total.reckoning}，{each.reckoning}")
                yield outcome(made, (*top, *under), "derived_percent")


def _told_wholes(task: Task, name: str) -> list[Evidence]:
    """Return what the paragraph told before and the words name as the whole, or name nothing."""
    near = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    told = [
        task.reading.stated(o.at) for o in near if "\n" not in task.reading.text[o.unit_end : task.spot.mention.start]
    ]
    wholes = dict.fromkeys(e for e in told if e is not None and e.number)
    if not name or name in _ALL_TOLD:
        return [e for e in wholes if not e.unit.dimension]
    return [e for e in wholes if any(piece in e.near + e.subject for piece in pieces(name))]


def _names(task: Task) -> Iterator[list[str]]:
    """Yield the names that the words before a number enumerate, and those that the words behind it do."""
    yield from _names_before(task)
    behind = _BEHIND.match(task.reading.text, task.spot.unit_end, task.spot.clause[1])
    if behind is not None:
        names = _JOINTS.split(_AWARDED.sub("", behind.group()))
        if len(names) <= _MOST:
            yield names


def _names_before(task: Task) -> Iterator[list[str]]:
    """Yield the names that the words before a number enumerate."""
    ahead = cues.TAIL.sub("", _unquoted(task.reading.text[slice(*task.spot.before)]))
    counted = task.reading.spots[task.spot.at - 1] if task.spot.at and not ahead.strip() else None
    if counted is not None and counted.clause == task.spot.clause and counted.unit.name in _SORTS:
        ahead = _AMONG.sub("", task.reading.text[slice(*counted.before)])  # 劳动纠纷和婚姻家庭两类15件
    for words in dict.fromkeys((_TOTAL.sub("", ahead), ahead)):
        names = _JOINTS.split(words)
        if _FEW <= len(names) <= _MOST and all(names):
            yield names


def _unquoted(words: str) -> str:
    """Return words without quotation marks, names that stand in quotes side by side joined."""
    return _QUOTED_ON.sub("、", words).translate(_QUOTES)


def _parts(known: Sequence[Evidence], names: Sequence[str]) -> list[Evidence]:
    """Return the one fact that each name means; none where a name means none or more than one, or two the same."""
    found: list[Evidence] = []
    for n, name in enumerate(names):
        last = n == len(names) - 1
        fits = [(_fits(name, e, last=last), e) for e in known]
        scored = [(fit and fit + sum(_alike(e, o) for o in found[:1]), e) for fit, e in fits]
        best = max(score for score, _ in scored)
        own = [e for score, e in scored if score == best]
        if best < _HALF or len({e.number for e in own}) > 1 or own[0] in found:
            return []
        found.append(own[0])
    return found


def _fits(name: str, e: Evidence, *, last: bool) -> float:
    """Return how well a name means what evidence counts: as its very label, its beginning or end, or by its pieces.

    The last name may be followed by a verb, and the first ones may leave out what it ends in: 失能、半失能老人.
    """
    label = _label(e)
    if not label:
        return 0.0
    if name == label:
        return 4.0
    if label.startswith(name) or (last and name.startswith(label)):
        return 3.0 + min(len(name), len(label)) / max(len(name), len(label))
    if label.endswith(name) or name.endswith(label):
        return 2.0 + min(len(name), len(label)) / max(len(name), len(label))
    # 楼栋和网格就了结的有135件: a verb of its own may follow the last one.
    headed = last and len(name) > _FEW and label[:_FEW] == name[:_FEW]
    return max(_common(name, label), _HALF if headed else 0.0)


def _label(e: Evidence) -> str:
    return _ONLY_NAMED.sub("", e.near or e.subject).translate(_QUOTES)


def _alike(e: Evidence, other: Evidence) -> int:
    """Return at how many ends two labels are alike: 在管糖尿病患者 is like 在管高血压患者, 糖尿病患者管理 is not."""
    one, two = _label(e), _label(other)
    return (one[:_FEW] == two[:_FEW]) + (one[-_FEW:] == two[-_FEW:]) if one and two else 0


@lru_cache(maxsize=8192)
def _common(name: str, label: str) -> float:
    own = pieces(name[-_LONGEST:]) or pieces(name)
    known = pieces(label)
    return sum(piece in known for piece in own) / max(1, min(len(own), len(known)))
