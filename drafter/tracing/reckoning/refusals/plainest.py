"""Reckonings of a narrower fact than the words name: 每名党员 over 女党员, 评价率 of 满意评价, 18个 less 三类."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.tracing import cues
from drafter.tracing.operands import Operand, related
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.told_pairs import told_pair
from drafter.tracing.units import same_unit, unit_of
from drafter.tracing.vocabulary import GENERIC, OPPOSITES

_WIDE = re.compile("|".join(sorted(GENERIC, key=len, reverse=True)))
_EACH = re.compile(r"每(?P<what>[\u4e00-\u9fff]{1,8})")
_RATE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2})率[^，,。；;0-9]{0,4}$")
_COVERS = re.compile(r"(?:率|面)[^，,。；;0-9]{0,4}$")
_OF_YEAR = re.compile("占(?:到|了)?全年")
_RATIO = re.compile(
    "(?P<one>[\u4e00-\u9fff]{2,8})[与和同对](?P<other>[\u4e00-\u9fff]{2,8}?)(?:人数|数量)?(?:之|的|配)?比例?"
)
_LEVEL = re.compile("(?:村|社区|镇|乡|街道|校|网格|小区)级")
_MADE = re.compile("(?:组建|成立|建成|设立|建立|配备|安装|覆盖)率")
_NEAR = 8
_BOTH = 2
_LATELY = 2
_PARAGRAPH = 12


def narrower(task: Task, found: Outcome) -> bool:
    """Say whether a reckoning used another fact than the one that the words name most plainly."""
    if found.category == "derived_percent" and _OF_YEAR.search(task.words) and _of_less_than_year(task, found):
        return True
    if found.category == "derived_sum":
        return _leaves_named(task, found)
    if len(found.operands) != _BOTH:
        return False
    if found.category == "derived_diff":
        return _of_kinds(task, found)
    if found.category == "derived_percent":
        return _of_special_part(task, found) or _of_unlike_things(task, found) or _of_opposite(task, found)
    return found.category == "derived_ratio" and (_over_some(task, found) or _beside_the_ratio(task, found))


def _of_less_than_year(task: Task, found: Outcome) -> bool:
    """Say whether 占全年 was taken of some of the stretches of the year that the sheet states."""
    used = {at for o in found.operands for at in o.evidence}
    stretches = ({e.at for e in series.parts.values()} for series in task.reading.series)
    return any(used < own for own in stretches)


def _leaves_named(task: Task, found: Outcome) -> bool:
    """Say whether a sum of some numbers of one fact leaves out one that the words name: 省、市、区共7项."""
    facts = {fact for o in found.operands for fact in o.facts}
    if len(facts) != 1 or any(o.reasoned for o in found.operands):
        return False
    used = {at for o in found.operands for at in o.evidence}
    known = [e for e in task.reading.known.of_fact.get(next(iter(facts)), ()) if e.place == "value" and e.near]
    alike = [e for e in known if e.at not in used and e.unit == found.operands[0].unit and not e.prior]
    return any(e.near[0] in task.words.split("其中")[-1].split("、") for e in alike)


def _over_some(task: Task, found: Outcome) -> bool:
    """Say whether an average was taken over some of those named, where a fact counts them all."""
    over = found.operands[1]
    told = _EACH.search(cues.average_words(task.reading.text, task.spot, task.reading.spots))
    if told is None or over.reasoned or not over.evidence:
        return False
    what = told["what"].removesuffix("平均")
    what = what.removeprefix(unit_of(what)) or what
    own = _subject(task, over)
    spoken = _told(task, over, _PARAGRAPH)
    for o in task.reading.silent:
        name = _core(_subject(task, o)) if same_unit(o.unit, over.unit) and o.evidence != over.evidence else ""
        if len(name) < _BOTH or own == name or not own.endswith(name) or what.startswith(own):
            continue
        here = over.spot >= 0 and task.reading.spots[over.spot].sentence == task.spot.sentence
        if (what.startswith(name) or what == name[0]) and (not spoken or (not here and _told(task, o, _PARAGRAPH))):
            return True
    return False


def _of_special_part(task: Task, found: Outcome) -> bool:
    """Say whether a rate was taken of a special kind of what it names: 评价率 of 满意评价, where 群众评价 is known."""
    told = _RATE.search(task.words)
    part = found.operands[0]
    if told is None or part.reasoned or not part.evidence or told_pair(task.reading, task.spot) is not None:
        return False
    name = told["name"]
    rest = _core(_subject(task, part)).replace(name, "")
    if not rest or name not in _subject(task, part) or any(sign in task.words for sign in rest):
        return False
    own = _subject(task, part).replace(name, "", 1)
    alike = [o for o in task.reading.silent if same_unit(o.unit, part.unit)]
    if _told(task, part, 1) and any(_subject(task, o) == own for o in alike):
        return _subject(task, found.operands[1]) != own  # 重点人群签约5120人，签约率82% of 重点人群
    return any(
        o.evidence != part.evidence and same_unit(o.unit, part.unit) and _core(_subject(task, o)) == name
        for o in task.reading.silent
    )


def _of_unlike_things(task: Task, found: Outcome) -> bool:
    """Say whether a rate relates two sorts of things that have no word in common: 参加面 of 社团 in 教学班."""
    part, whole = found.operands
    if "占" in task.words or not _COVERS.search(task.words) or part.reasoned or whole.reasoned:
        return False
    if _LEVEL.match(_subject(task, part)):
        return False  # 村级文化礼堂 stand in 行政村
    things = part.unit.name == whole.unit.name == "个" and part.value != whole.value
    return things and part.facts != whole.facts and not related(part, whole) and not _set_against(task, whole)


def _set_against(task: Task, whole: Operand) -> bool:
    """Say whether a whole was told right before, or heads the sentence of what was made for each: 9个小区中，组建率."""
    if _told(task, whole, _LATELY):
        return True
    here = [
        o.at
        for o in task.reading.spots[max(0, task.spot.at - _PARAGRAPH) : task.spot.at]
        if o.sentence == task.spot.sentence
    ]
    head = task.reading.stated(here[0]) if here and _MADE.match(task.words) else None
    return head is not None and head.at in whole.evidence


def _of_opposite(task: Task, found: Outcome) -> bool:
    """Say whether a share was taken of the other half than the words name: 男学员占60% of 女学员."""
    part, whole = found.operands
    if len(part.evidence) != 1 or part.reasoned:
        return False
    label = _subject(task, part)
    if label in task.words:
        return False  # 流动人口相当于户籍人口的六成
    base = _subject(task, whole) if whole.evidence else ""
    near = (task.words.replace(base, "") if base else task.words)[-_NEAR:]
    return any(
        one in near and other in label and other not in near.replace(one, "") and one not in label
        for one, other in OPPOSITES
    )


def _beside_the_ratio(task: Task, found: Outcome) -> bool:
    """Say whether a side that A与B之比 names as a fact was not used."""
    named = _RATIO.search(task.words)
    used = {at for o in found.operands for at in o.evidence}
    for name in (named["one"], named["other"]) if named is not None else ():
        known = {o.evidence[0] for o in task.reading.silent if _subject(task, o) == name}
        if known and known.isdisjoint(used):
            return True
    return named is not None and _turned_ratio(task, found, named)


def _turned_ratio(task: Task, found: Outcome, named: re.Match[str]) -> bool:
    """Say whether a ratio was reckoned the other way round than A与B之比 says; 配比 is said either way."""
    if "配" in task.words:
        return False
    first, last = ({e for o in [side] for e in o.evidence} for side in found.operands)
    one, other = (
        {o.evidence[0] for o in task.reading.silent if _subject(task, o) == named[side]} for side in ("one", "other")
    )
    return bool(one and other) and one == last and other == first


def _of_kinds(task: Task, found: Outcome) -> bool:
    """Say whether a count of kinds was taken off a count of things."""
    backings = ((o, task.reading.backings.get(o.spot)) for o in found.operands)
    kinds = [o for o, b in backings if o.reasoned and b is not None and b.category == "count_of_list"]
    return any(o.unit.name != other.unit.name for o in kinds for other in found.operands)


@lru_cache(maxsize=1024)
def _core(label: str) -> str:
    return _WIDE.sub("", label)


def _subject(task: Task, o: Operand) -> str:
    return task.reading.known.evidence[o.evidence[0]].subject


def _told(task: Task, o: Operand, reach: int) -> bool:
    """Say whether one of so many numbers before states an operand."""
    near = (task.reading.backings.get(at) for at in range(max(0, task.spot.at - reach), task.spot.at))
    return any(b is not None and not b.reckoning and not set(b.evidence).isdisjoint(o.evidence) for b in near)
