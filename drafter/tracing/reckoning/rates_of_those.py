"""Rates of those who answered, came or took part, in those of whom they are: 知晓98% of 收回 sheets, 占到会的90%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.named_rates import share_between
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import also_called
from drafter.tracing.units import same_unit

_REACH = 6
_NAMED = 0.3
_TWO = 2
_SHEETS = re.compile("收回|回收|有效|答卷|作答")
_RATED = re.compile("率|占|比例|比重|度")
_CAME = re.compile("实到|到会|到场|参会|与会|出席|参评|实参")
_AMONG_COMERS = re.compile("占(?:实到|到会|到场|参会|与会|出席|参评)[\u4e00-\u9fff]{0,6}?(?:总数|人数)?的?(?:约|近)?$")
_CAME_RATE = re.compile("(?:到会|出席|参会|到场|到课|签到|出勤)率(?:达到?|为|约|近|超过?|已)*$")
_RATE = re.compile("(?P<deed>[\u4e00-\u9fff]{2})率(?:达到?|为|约|近|超过?|已)*$")
_WHO_DID = re.compile("(?P<who>[\u4e00-\u9fff]{2,4})(?P<deed>[\u4e00-\u9fff]{2})率(?:达到?|为|约|近|超过?|已)*$")
_HAS = re.compile(
    "(?:^|[，、]|小区|社区|全[区村镇])?(?P<what>[一-鿿]{2,6}?)(?:覆盖|普及|拥有|入驻|持有)(?:率|面)(?:达到?|为|约|近|超过?|已)*$"
)
_ALL = ("总数", "总人数", "人数", "数", "")
_TAKES_PART = ("参与", "参加")
_HEADS = frozenset(("人", "名", "位"))
_LOAD = re.compile("(?:负荷|负载|利用|使用|饱和)率(?:达到?|为|约|近|超过?|已)*$")
_CAN = re.compile("能力|设计|容量|额定|核定|规模")
_DAILY = re.compile("日均|每[日天]|日(?=处理|供|产|接待|加工|运)")
_ALL_OF_IT = 100
_WEIGHT = 0.8
_HOMES = frozenset(("户", "家"))


def rates_of_those(task: Task) -> Iterator[Outcome]:
    """Yield the rates that the words ask for by who or what they are of."""
    yield from _of_capacity(task)
    yield from _answers(task)
    yield from _comers(task)
    yield from _among_comers(task)
    yield from _done_to_some(task)
    yield from _taking_part(task)
    yield from _covered(task)


def _answers(task: Task) -> Iterator[Outcome]:
    """Yield the share of those who answered so in the sheets that came back, of one fact: 收回190份，知晓171人."""
    asked = cues.SURVEYED.search(task.words)
    if asked is None or not _RATED.search(task.words[asked.start() :]):
        return
    names = {asked.group(), *also_called(asked.group())}
    for own in _facts_spoken_of(task):
        back = [e for e in own if _SHEETS.search(e.near)]
        for part in (e for e in own if any(name in e.near for name in names)):
            # Among several, what is left at last is what is asked: 收回190份，有效186份.
            for whole in back[-1:]:
                yield from share_between(task, part, whole)


def _comers(task: Task) -> Iterator[Outcome]:
    """Yield how many of those due came, where one fact tells both: 到会率 of 应到60名，实到54名."""
    if not _CAME_RATE.search(task.words):
        return
    for own in _facts_spoken_of(task):
        due = [e for e in own if e.near.startswith("应")]
        for came in (e for e in own if _CAME.search(e.near) and not e.near.startswith("应")):
            for whole in (e for e in due if same_unit(e.unit, came.unit)):
                yield from share_between(task, came, whole)


def _among_comers(task: Task) -> Iterator[Outcome]:
    """Yield the share of the number told last in those who came: 称职票50张，占到会代表的92.6% of 实到54名."""
    if not _AMONG_COMERS.search(task.words) or not task.spot.at:
        return
    part = task.reading.stated(task.spot.at - 1)
    if part is None or part.prior or part.unit.dimension or task.reading.spots[task.spot.at - 1].form != "number":
        return
    if task.reading.spots[task.spot.at - 1].sentence != task.spot.sentence:
        return
    for own in _facts_spoken_of(task):
        for came in (e for e in own if _CAME.search(e.near or e.subject) and not e.near.startswith("应")):
            if came.at != part.at and came.unit.name in _HEADS:
                yield from share_between(task, part, came)


def _done_to_some(task: Task) -> Iterator[Outcome]:
    """Yield the rate of what one fact tells was done to what its label counts: 商铺80间，签订承诺书76份, 签订率95%."""
    found = _RATE.search(task.words)
    if found is None or cues.SURVEYED.search(task.words):
        return
    for own in _facts_spoken_of(task):
        whole = own[0]
        label = task.reading.known.by_id[whole.fact].label
        if whole.near or len(label) < _TWO or label not in task.words:
            continue
        for part in own[1:]:
            mixed = (part.unit.name in _HEADS) != (whole.unit.name in _HEADS) or {part.unit.name} & _HOMES
            papers = part.unit.name == whole.unit.name or not (mixed or part.unit.dimension or whole.unit.dimension)
            if papers and part.near.startswith(found["deed"]):
                yield from share_between(task, part, whole)


def _taking_part(task: Task) -> Iterator[Outcome]:
    """Yield the rate of those who take part in what was told, among them all: 学生参与率 of 学生总数."""
    found = _WHO_DID.search(task.words)
    if found is None or found["deed"] not in _TAKES_PART:
        return
    told = task.reading.text[task.spot.sentence[0] : task.spot.mention.start]
    wholes = [e for e in task.reading.known.plain if any(found["who"].endswith(n) for n in _of_all(e)) and not e.prior]
    for whole in wholes:
        for part in task.reading.known.plain:
            joined = part.subject.startswith(_TAKES_PART) and not part.near and same_unit(part.unit, whole.unit)
            what = part.subject[_TWO:]
            if joined and not part.prior and len(what) >= _TWO and what in told:
                yield from share_between(task, part, whole)


def _covered(task: Task) -> Iterator[Outcome]:
    """Yield how many of all have what a rate names, where the sheet calls these so: 物业覆盖率 of 物业小区 and 小区."""
    found = _HAS.search(task.words)
    if found is None:
        return
    for whole in (e for e in task.reading.known.plain if len(e.subject) >= _TWO and not (e.near or e.prior)):
        for part in task.reading.known.plain:
            called = part.subject.replace("有", "", 1) in (
                f"{found['what']}{whole.subject}",
                f"{found['what']}的{whole.subject}",
            )
            if called and same_unit(part.unit, whole.unit) and not (part.near or part.prior):
                yield from share_between(task, part, whole)


def _of_capacity(task: Task) -> Iterator[Outcome]:
    """Yield how much was done of what can be done a day, as just told: 日均3万吨，负荷率75% of 日处理能力."""
    last = next((o for o in task.play if o.spot == task.spot.at - 1), None) if _LOAD.search(task.words) else None
    if last is None or last.share or task.reading.spots[last.spot].sentence != task.spot.sentence:
        return
    daily = _DAILY.search(last.words) is not None
    for most in task.reading.known.plain:
        can = _CAN.search(most.near or most.subject) is not None and most.unit.dimension == last.unit.dimension
        if can and most.at not in last.evidence and daily == (_DAILY.search(most.near or most.subject) is not None):
            (whole,) = plain_operands([most], _WEIGHT)
            each = arithmetic.share(last.value * last.unit.size, whole.value * whole.unit.size)
            if each is not None and each.value <= _ALL_OF_IT:
                yield outcome(each, (last.weighing(_WEIGHT, last.spot), whole), "derived_percent")


def _of_all(e: Evidence) -> Sequence[str]:
    """Return what those are called of whom a fact counts all: 学生 of 学生总数."""
    return [n for tail in _ALL if e.subject.endswith(tail) and len(n := e.subject.removesuffix(tail)) >= _TWO]


def _facts_spoken_of(task: Task) -> Iterator[list[Evidence]]:
    """Yield the plain numbers of the facts that the sentence tells before, or that the words at the number name."""
    reading, forms = task.reading, task.reading.values.forms
    near = reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    told = {f for o in near if o.sentence == task.spot.sentence and (b := reading.backings.get(o.at)) for f in b.facts}
    fits = reading.fits[task.spot.at]
    for fact, known in reading.known.of_fact.items():
        own = [e for e in known if e.place != "label" and e.number is not None and not e.prior]
        own = [e for e in own if forms[e.at] == "number"]
        if len(own) >= _TWO and (fact in told or any(fits.close(e.at) >= _NAMED for e in own)):
            yield own
