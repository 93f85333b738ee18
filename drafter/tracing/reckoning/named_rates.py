"""Rates whose part is named in full, and shares whose whole stands behind them: 延时服务参与率80%, 走访30%的居民户."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.operands import Operand, is_total, operand, peoples, plain_operands
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_RATE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,12})(?:率|比例|面)(?:由|从|为|达到?|约|上年|去年|的)*$")
_OF = re.compile(r"(?P<part>[^，。；、0-9]{2,14})占(?P<whole>[^，。；、0-9]{2,8}?)(?:总?数)?的(?:约|近)?$")
_OF_WHOLE = re.compile(
    r"^(?:约|仅|只|共|恰好|正好|恰恰|刚好|相当于)?(?:占(?:到|了)?|是|为)(?:全[校村镇园区院])?(?P<whole>[^，。；、0-9]{2,8}?)(?:总?数|总量)?的(?:约|近)?$"
)
_OF_TOLD = re.compile(r"^(?:约|仅|只|共)?占(?P<whole>[^，。；、0-9]{2,8}?)(?:总?数)?的(?:约|近)?$")
_ITS_SHARE = re.compile(
    r"^其?占比(?:例|重)?(?:(?P<from>[由从])|[由从][0-9.]+[%％][^，。；0-9]{0,3}[到至为]|为|达到?)?$"
)
_SHORT_RATE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2})率[^，。；0-9]{0,4}$")
_COVERING = re.compile(r"^(?P<name>[\u4e00-\u9fff]{2})(?:率|面|比例)[^，。；0-9]{0,4}$")
_TOTALS = ("总数", "总量", "总条数", "总户数", "数量", "数")
_BEHIND = re.compile(r"的?([\u4e00-\u9fff]{2,8})")
_DEED = re.compile("(?:覆盖|参与|安装|完成|普及|建成)$")
_CAME = "到勤席"
_WEIGHT = 0.75
_MEASURED = re.compile("(?:面积|人数|户数|数量)$")
_TAIL = 3
_BACK = 5
_REACH = 8
_SHORTEST = 2
_LAST = 2


def named_rates(task: Task) -> Iterator[Outcome]:
    """Yield the rate of the fact that its name holds in full, in what the sentence told or in all there are."""
    found = _RATE.search(task.words)
    if found is None or cues.SURVEYED.search(task.words):
        return
    year = task.reading.known.period.first_year
    before = cues.speaks_of_before(task.reading.text, task.spot, year) or bool(cues.PRIOR.search(task.words))
    for e in plain_facts(task):
        if _names(found["name"], e):
            for whole in wholes_of(task, e):
                yield from share_between(task, *((_earlier(task, e), _earlier(task, whole)) if before else (e, whole)))


def of_its_share(task: Task) -> Iterator[Outcome]:
    """Yield the share of the fact told last in all there are, of both periods: 困难户减少36户，占比由12.5%降至5%."""
    found = _ITS_SHARE.search(task.words)
    if found is None:
        return
    for other in reversed(task.reading.spots[max(0, task.spot.at - _TAIL) : task.spot.at]):
        told = task.reading.backings.get(other.at)
        if other.form == "number" and other.sentence == task.spot.sentence and told is not None:
            for e in plain_facts(task):
                for whole in wholes_of(task, e) if e.at in told.evidence else ():
                    before = (_earlier(task, e), _earlier(task, whole))
                    yield from share_between(task, *(before if found["from"] else (e, whole)))
            return


def of_whole_behind(task: Task) -> Iterator[Outcome]:
    """Yield the share of what the clause names, or told last, in what stands behind: 走访覆盖了30%的居民户."""
    found = _BEHIND.match(task.reading.text, task.spot.mention.end)
    if found is None:
        return
    wholes = [
        e for e in plain_facts(task) if len(e.subject) >= _SHORTEST and found[1].startswith((e.subject, e.near or "\n"))
    ]
    if not wholes:
        return
    ahead = task.reading.text[slice(*task.spot.before)]
    named = [e for e in plain_facts(task) if len(e.subject) >= _SHORTEST and e.subject in ahead]
    for part in named or told_last(task):
        for whole in wholes:
            told = not (part.unit.dimension or whole.unit.dimension)
            if told or same_unit(part.unit, whole.unit) or part.unit.name == f"{whole.unit.name}次":
                yield from share_between(task, part, whole)


def share_of_named(task: Task) -> Iterator[Outcome]:
    """Yield the share of one fact named in full in another: 实际入职占岗位数的22.5%."""
    found = _OF.search(task.words)
    yield from _of_named_whole(task)
    for part in called(task, found["part"]) if found is not None else ():
        for whole in called(task, found["whole"]) if found is not None else ():
            households = (part.unit.name == "户") == (whole.unit.name == "户")
            if part.unit.dimension == whole.unit.dimension == "" and households:
                yield from share_between(task, part, whole)


def _counted(task: Task, other: Spot) -> Operand | None:
    """Return what a number before counts: the fact's amount that it states, or the present one whose change it is."""
    backing, operands = task.reading.backings.get(other.at), task.reading.operands
    if backing is None:
        return None
    if len(backing.evidence) == 1 and not backing.reckoning:
        part = operands[backing.evidence[0]]
        return part if part is not None and part.value == other.value else None
    sides = [task.reading.known.evidence[at] for at in backing.evidence]
    now = [e for e in sides if not e.prior]
    changed = backing.category == "derived_diff" and len(sides) == len(now) + 1 == _LAST
    return operands[now[0].at] if changed and now[0].subject == next(e.subject for e in sides if e.prior) else None


def share_of_counted(task: Task) -> Iterator[Outcome]:
    """Yield the share in a named whole of the number told last in its unit: 为24名党员颁发奖章，占党员总数的15%."""
    found = _OF_WHOLE.match(task.words)
    for whole in called(task, found["whole"]) or _headed(task, found["whole"]) if found is not None else ():
        for other in reversed(task.reading.spots[max(0, task.spot.at - _TAIL) : task.spot.at]):
            if other.sentence != task.spot.sentence or other.form != "number" or not same_unit(other.unit, whole.unit):
                continue
            part = _counted(task, other)
            made = plain_operands([whole], _WEIGHT)
            if part is not None and made:
                each = arithmetic.share(part.value, made[0].value)
                if each is not None:
                    yield outcome(each, (part.weighing(_WEIGHT, other.at), made[0]), "derived_percent")
            break


def rate_of_told(task: Task) -> Iterator[Outcome]:
    """Yield the rate of the number that the sentence told of just those: 180名在岗职工到会交流，到会率90%."""
    found = _RATE.search(task.words)
    if found is None or cues.SURVEYED.search(task.words):
        return
    for other in reversed(task.reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]):
        backing = task.reading.backings.get(other.at)
        behind = task.reading.text[other.unit_end : other.clause[1]]
        if backing is None or backing.reckoning or other.sentence != task.spot.sentence or found["name"] not in behind:
            continue
        wholes = [e for e in plain_facts(task) if len(e.subject) > _SHORTEST and behind.startswith(e.subject)]
        for part in (task.reading.known.evidence[at] for at in backing.evidence):
            for whole in (e for e in wholes if e.at != part.at and same_unit(e.unit, part.unit)):
                yield from share_between(task, part, whole)


def _of_named_whole(task: Task) -> Iterator[Outcome]:
    """Yield the share of the number told last in a fact that 占 names, whatever both count: 手术420台，占出院三成."""
    bare = _OF_TOLD.match(task.words)
    wholes = plain_facts(task) if bare is not None else ()
    for whole in (e for e in wholes if len(e.subject) >= _SHORTEST and bare and bare["whole"].startswith(e.subject)):
        for part in told_last(task):
            households = (part.unit.name == "户") == (whole.unit.name == "户")
            if part.unit.dimension == whole.unit.dimension == "" and households:
                yield from share_between(task, part, whole)


def called(task: Task, name: str) -> list[Evidence]:
    """Return the facts whose label is a name, or ends it, the longest first; else those whose own words end in it."""
    full = [e for e in plain_facts(task) if len(e.subject) >= _SHORTEST and name.endswith(e.subject)]
    longest = max((len(e.subject) for e in full), default=0)
    return [e for e in full if len(e.subject) == longest] or [
        e for e in plain_facts(task) if e.near and e.near.endswith(name)
    ]


def _headed(task: Task, name: str) -> list[Evidence]:
    """Return the only largest count whose label has the first sign of a name in full: 教学班 for 班级总数."""
    alike = [e for e in plain_facts(task) if name[0] in e.subject and not e.unit.dimension and e.place == "value"]
    most = max((e.number or 0 for e in alike), default=0)
    largest = [e for e in alike if e.number == most]
    return largest if len(largest) == 1 and len(alike) > 1 and largest[0].subject.endswith(name[0]) else []


def rate_within(task: Task) -> Iterator[Outcome]:
    """Yield the rate of a part whose label is its whole's with the rate's name: 重点人群签约 of 重点人群, 签约率82%."""
    found = _SHORT_RATE.search(task.words)
    named = [
        e for e in plain_facts(task) if found is not None and e.subject and task.words.startswith(f"{e.subject}率")
    ]
    for part in (*told_last(task), *named) if found is not None else ():
        for whole in plain_facts(task) if found is not None and found["name"] in part.subject else ():
            rest = part.subject.replace(found["name"] if found is not None else "", "", 1)
            alike = whole.subject == rest or (part in named and whole.subject.endswith(rest))
            if len(rest) > 1 and alike and same_unit(whole.unit, part.unit):
                yield from share_between(task, part, whole)


def rate_of_deed(task: Task) -> Iterator[Outcome]:
    """Yield the rate of what was done to some in the fact that counts all of them: 改造面 of 小巷改造 and 小巷总数."""
    found = _COVERING.search(task.words)
    near = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at] if found is not None else ()
    stated = (task.reading.stated(o.at) for o in near if o.sentence == task.spot.sentence)
    for part in (e for e in stated if found is not None and e is not None and e.subject.endswith(found["name"])):
        noun = part.subject.removesuffix(found["name"] if found is not None else "")
        wholes = {f"{noun}{tail}" for tail in _TOTALS} if len(noun) >= _SHORTEST else set()
        for whole in plain_facts(task) if wholes else ():
            label = task.reading.known.by_id[whole.fact].label
            if (label in wholes or whole.subject == noun) and same_unit(whole.unit, part.unit):
                yield from share_between(task, part, whole)


def rate_of_due(task: Task) -> Iterator[Outcome]:
    """Yield the rate of those who came, or did, among those due: 到会率 of 应到50人，实到48人."""
    found = _RATE.search(task.words)
    for due in plain_facts(task) if found is not None and not cues.SURVEYED.search(task.words) else ():
        if not due.subject.startswith("应") or len(due.subject) < _SHORTEST:
            continue
        names = {due.subject[1:], *(sign + due.subject[1:] for sign in ("实", "已"))}
        for part in (e for e in plain_facts(task) if e.subject in names and same_unit(e.unit, due.unit)):
            if found is not None and (due.subject[1] in found["name"] or due.subject[1] in _CAME):
                yield from share_between(task, part, due)


def _names(name: str, e: Evidence) -> bool:
    """Say whether a rate's name has a fact's label with little behind it, or begins the label of a group of people."""
    own = e.subject
    if len(own) < _SHORTEST:
        return False
    held = name.rpartition(own)
    if held[1] and len(held[2]) <= _TAIL:
        return True
    core = _DEED.sub("", name)
    if len(core) >= _SHORTEST and core != name and _MEASURED.sub("", own) == core:
        return True
    if len(core) > _TAIL and (own.endswith(core) or own.startswith(core)):
        return True
    made = operand(e, "number", _WEIGHT)
    return made is not None and own != name and own.startswith(name) and peoples(made)


def wholes_of(task: Task, part: Evidence) -> list[Evidence]:
    """Return what a part may be taken of: the larger numbers that the sentence told, else the totals of its unit."""
    spots = task.reading.spots[max(0, task.spot.at - _TAIL) : task.spot.at]
    told = {
        at
        for o in spots
        if o.sentence == task.spot.sentence and (b := task.reading.backings.get(o.at))
        for at in b.evidence
    }
    beside = [
        e
        for e in plain_facts(task)
        if e.unit == part.unit and (e.number or 0) > (part.number or 0) and e.fact != part.fact
        and task.reading.neighbours(e.fact, part.fact) and e.subject[-_LAST:] == part.subject[-_LAST:]
    ]  # fmt: skip
    if beside:
        return beside  # 明厨亮灶单位412家 are of 餐饮单位486家, which stands beside it
    totals = {o.evidence[0] for o in task.reading.silent if is_total(o, "") and peoples(o)}
    larger = [e for e in plain_facts(task) if same_unit(e.unit, part.unit) and (e.number or 0) > (part.number or 0)]
    return [e for e in larger if e.at in told] or [e for e in larger if e.at in totals]


def told_last(task: Task) -> list[Evidence]:
    before = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    backing = task.reading.backings.get(before.at) if before is not None else None
    if before is None or backing is None or before.sentence != task.spot.sentence or len(backing.evidence) != 1:
        return []
    e = task.reading.known.evidence[backing.evidence[0]]
    return [e] if e.number is not None and not e.prior and not backing.reckoning else []


def _earlier(task: Task, e: Evidence) -> Evidence:
    """Return a fact's value of the period before, where the sheet states one."""
    return next((c.before for c in task.reading.comparisons if c.now.at == e.at and not c.increase), e)


def share_between(task: Task, part: Evidence, whole: Evidence) -> Iterator[Outcome]:
    """Yield the share of one fact in another, where the first is not the larger."""
    sides: list[Operand] = plain_operands((part, whole), _WEIGHT)
    if len(sides) == _LAST and part.at != whole.at and 0 < sides[0].amount <= sides[1].amount:
        each = arithmetic.share(sides[0].value * sides[0].unit.size, sides[1].value * sides[1].unit.size)
        if each is not None:
            yield outcome(each, sides, "derived_percent")


def plain_facts(task: Task) -> Sequence[Evidence]:
    """Return what the facts state of this period in plain numbers."""
    forms = task.reading.values.forms
    return [
        e
        for e in task.reading.known.evidence
        if e.place in ("value", "text") and e.number is not None and not e.prior and forms[e.at] == "number"
    ]
