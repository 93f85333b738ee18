"""Rates and ratios named in short: 取证率 of 取得证书, 生师比; and shares of what was just listed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic, cues
from drafter.tracing.operands import Operand, is_total, peoples
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.shares import tells_whole
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import SHORTHAND

_RATE = re.compile(r"([\u4e00-\u9fff])([\u4e00-\u9fff])(?:率|比例)[^，,。；;0-9]{0,4}$")
_RATIO = re.compile(r"([\u4e00-\u9fff])([\u4e00-\u9fff])(?:[生性]?(?:人数)?)(之?比|配比)[^，,。；;0-9]{0,5}$")
_NAMED_RATIO = re.compile(
    r"(?P<one>[\u4e00-\u9fff]{2,8})[与和](?P<other>[\u4e00-\u9fff]{2,8}?)(?:的|人数|数量)?(?:之比|比例|配比|的比)(?:为|是|达到?|约)*$"
)
_OF_LISTED = re.compile(r"^([^，,。；;、0-9]{2,8})占(?:比|到|了|约|近)*$")
_BOTH = 2
_ALL = re.compile("全[校院园县区镇村]|在[校园编岗册]|总?人?数$|总数$|专任")
_PEOPLE = frozenset(("人", "名", "位"))
_OF_PEOPLE = frozenset("生师医护患男女")
_LIVING = frozenset(("人", "名", "位", "户"))
_TURNED = frozenset("改建办参持入覆签")
_REACH = 8
_MOSTLY = 0.5


def rate_by_short_name(task: Task) -> Iterator[Outcome]:
    """Yield the rate whose name has two signs of the part's label: 建档率 of 建立健康档案, in a total."""
    found = _RATE.search(task.words)
    if found is None or cues.SURVEYED.search(task.words):
        return
    told = [o for o in task.play if o.spot >= 0 and not (o.share or o.prior or o.mean or o.reasoned)]
    parts = task.reading.silent.passing(_has_in_short, found[1] + found[2])
    yield from _of_told_deed(task, found[1], found[2])
    averaged = list(_averaged(task))
    for part in parts:
        wholes = [
            o
            for o in averaged or (*told, *task.reading.silent.passing(is_total, ""))
            if o.evidence != part.evidence and o.amount >= part.amount and o.unit.dimension == part.unit.dimension
        ]
        # 126件 are of 138件, where such are known, and hardly of 560户.
        for whole in [o for o in wholes if same_unit(o.unit, part.unit)] or wholes:
            each = arithmetic.share(part.value * part.unit.size, whole.value * whole.unit.size)
            if each is not None:
                yield outcome(each, (part, whole), "derived_percent")


def _averaged(task: Task) -> Iterator[Operand]:
    """Yield what the mean told right before was taken of, which it tells as well: 每班31人，结业率93% of 4个班124人."""
    before = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    backing = task.reading.backings.get(task.spot.at - 1)
    if before is None or backing is None or before.sentence != task.spot.sentence:
        return
    if backing.category == "derived_ratio" and cues.AVERAGES.search(cues.ahead(task.reading.text, before)):
        amounts = (task.reading.operands[at] for at in backing.evidence)
        yield from (o for o in amounts if o is not None and same_unit(o.unit, before.unit))


def _of_told_deed(task: Task, one: str, other: str) -> Iterator[Outcome]:
    """Yield the rate of what the words just told by both signs, among all people: 建立健康档案19743份，建档率92%."""
    spot = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    if spot is None or spot.sentence != task.spot.sentence:
        return
    beside = task.reading.text[slice(*spot.before)]
    if re.search(rf"{one}[\u4e00-\u9fff]{{0,8}}{other}[^，。；]{{0,4}}$", beside) is None:
        return
    for part in (o for o in task.play if o.spot == spot.at and not (o.share or o.prior or o.mean or o.reasoned)):
        for whole in task.reading.silent.passing(is_total, ""):
            living = whole.unit.name in _LIVING and not part.unit.dimension and whole.amount >= part.amount
            each = arithmetic.share(part.value, whole.value) if living and whole.evidence != part.evidence else None
            if each is not None and peoples(whole):
                yield outcome(each, (part, whole), "derived_percent")


def _has_in_short(o: Operand, signs: str) -> bool:
    """Say whether an operand's words have two signs close together."""
    if signs[0] in _TURNED:  # 改厕率 of 厕所改造
        return signs[0] in o.words and signs[1] in o.words
    return re.search(rf"{signs[0]}[\u4e00-\u9fff]{{0,4}}{signs[1]}", o.words) is not None


def ratio_by_signs(task: Task) -> Iterator[Outcome]:
    """Yield the ratio of what two signs stand for: 生师比15:1."""
    found = _RATIO.search(task.words)
    if found is None:
        return
    for first in _standing_for(task, found[1]):
        for second in _standing_for(task, found[2]):
            sides = [(first, second)] if found[3] != "配比" else [(first, second), (second, first)]
            for one, other in sides if first.evidence != second.evidence else ():
                each = arithmetic.ratio(one.value, other.value)
                if each is not None:
                    yield outcome(each, (one, other), "derived_ratio")


def ratio_of_named(task: Task) -> Iterator[Outcome]:
    """Yield the ratio of two facts that 之比 names, whatever both count: 驾驶员与营运车辆之比1.65:1."""
    found = _NAMED_RATIO.search(task.words)
    for one in _called(task, found["one"]) if found is not None else ():
        for other in _called(task, found["other"]) if found is not None else ():
            each = arithmetic.ratio(one.value, other.value) if one.evidence != other.evidence else None
            if each is not None:
                turned = f"{arithmetic.plain(one.value)} : {arithmetic.plain(other.value)}"
                shown = each.reckoning if each.value >= 1 else turned
                yield outcome(arithmetic.Derived(each.value, shown), (one, other), "derived_ratio")


def _called(task: Task, name: str) -> list[Operand]:
    """Return what a name means: the fact of that label, else the largest one whose label ends so."""
    known = [o for o in task.reading.silent if not (o.unit.dimension or o.prior) and len(o.evidence) == 1]
    ending = [o for o in known if task.reading.known.evidence[o.evidence[0]].subject.endswith(name)]
    exact = [o for o in ending if task.reading.known.evidence[o.evidence[0]].subject == name]
    most = max((o.value for o in ending), default=0)
    return exact or [o for o in ending if o.value == most]


def turns_ratio(task: Task, found: Outcome) -> bool:
    """Say whether a ratio was reckoned the other way round than two signs name it: 男女比2:3 of 60 and 40."""
    signs = _RATIO.search(task.words)
    if signs is None or signs[3] == "配比" or found.category != "derived_ratio" or len(found.operands) != _BOTH:
        return False
    first, second = ({o.evidence for o in _standing_for(task, sign)} for sign in (signs[1], signs[2]))
    top, under = (o.evidence for o in found.operands)
    return top in second - first and under in first - second


def _standing_for(task: Task, sign: str) -> list[Operand]:
    """Return what one sign may stand for: the facts of that very name, or else those with it, or just told by it."""
    names = (*SHORTHAND.get(sign, ()), sign)
    told = {at for o in task.play if 0 <= o.spot < task.spot.at for at in o.evidence}
    alike = [
        o
        for o in task.reading.silent
        if not o.unit.dimension
        and (o.unit.name in _PEOPLE or sign not in _OF_PEOPLE)
        and (any(name in _own_words(task, o) for name in names) or (o.evidence[0] in told and sign in o.unit.groups))
    ]
    # 生师比 is that of 学生, not of 留守儿童 or of 优秀学生, where both stand in the sheet.
    bare = [o for o in alike if _ALL.sub("", task.reading.known.evidence[o.evidence[0]].subject) in names]
    return bare or alike


def _own_words(task: Task, o: Operand) -> str:
    """Return the words that tell an operand: in a statement those beside it alone."""
    e = task.reading.known.evidence[o.evidence[0]]
    return e.near if e.place == "text" and e.near else o.words


def of_told_sum(task: Task) -> Iterator[Outcome]:
    """Yield the share of one of the numbers just listed in all of them: 专职15人、兼职45人，兼职占75%."""
    named = _OF_LISTED.match(task.words)
    if named is None:
        return
    own = pieces(named[1])
    spots = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    told = {o.spot: o for o in task.play if o.spot >= 0 and not (o.share or o.prior or o.mean or o.reasoned)}
    plain = [o for o in spots if o.form == "number" and o.sentence == task.spot.sentence]
    for last in (o for o in plain[::-1] if o.at in told):
        listed = [told[o.at] for o in plain if o.clause == last.clause and o.at in told]
        parts = [o for o in listed if same_unit(o.unit, told[last.at].unit)]
        part = next((o for o in parts if any(p in o.words for p in own)), None)
        if len(parts) > 1 and part is not None and not tells_whole(task, part):
            total = arithmetic.total([o.value for o in parts])
            each = arithmetic.share(part.value, total.value)
            if each is not None:
                yield outcome(each, (part, *(o for o in parts if o is not part)), "derived_percent")
            return


def other_side(task: Task) -> Iterator[Outcome]:
    """Yield the one of 每50名老人1张 where the other side has been reckoned."""
    before = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    if before is None or before.clause != task.spot.clause or task.spot.value != 1:
        return
    backing = task.reading.backings.get(before.at)
    follows = task.reading.text.endswith("每", 0, before.mention.start)
    if follows and backing is not None and backing.category == "derived_ratio" and len(backing.evidence) == 2:
        known = [o for o in task.reading.silent if o.evidence[0] in backing.evidence]
        if any(same_unit(o.unit, task.spot.unit) for o in known):
            yield outcome(arithmetic.Derived(task.spot.value, backing.reckoning), known, "derived_ratio")


def of_another_part(task: Task, found: Outcome) -> bool:
    """Say whether the words before 占 name a fact that a share was not reckoned from: 停车类占30% of 环境类."""
    named = _OF_LISTED.match(task.words)
    if named is None or found.category != "derived_percent":
        return False
    parts = found.operands[:1] if _is_first_of_all(found) else found.operands[:-1]
    own, used = pieces(named[1]), {at for o in parts for at in o.evidence}
    if not own:
        return False
    part = found.operands[0]
    if part.reasoned and any(
        (e := task.reading.known.evidence[o.evidence[0]]).subject.endswith(named[1]) and e.number != part.value
        for o in task.reading.silent
    ):
        return True  # what a fact states under that very name is the part, and nothing reckoned with it
    if len(parts) > 1 and cues.JOINT.search(task.words) is None:
        known = [task.reading.known.evidence[o.evidence[0]].subject for o in parts]
        if sum(len(label) > 1 and named[1].endswith(label) for label in known) == 1:
            return True  # a share of several together, told as that of one
    shares = {o.evidence[0]: sum(p in o.words for p in own) / len(own) for o in task.reading.silent}
    best = max(shares.values(), default=0.0)
    return best > _MOSTLY and max((shares.get(at, 0.0) for at in used), default=0.0) < best


def _is_first_of_all(found: Outcome) -> bool:
    """Say whether a share was reckoned of the first operand in all of them together: 40 of 40 + 260 + 100."""
    return found.derived.reckoning.startswith(f"{arithmetic.plain(found.operands[0].value)} ÷ ")
