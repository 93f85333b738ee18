"""The last steps over time: what so much each time comes to by the year, by a month, in the shifts of a day.

These come after recurring.py, where the number of a fact that recurs is no count of times: 每月5日上门，每次12人;
每人每学期500元; 每季度一换; 每个岗亭每班2人，每天三班.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.steps_within import is_plain
from drafter.tracing.reckoning.task import Task
from drafter.tracing.reckoning.times_in import times_in
from drafter.tracing.subject import pieces
from drafter.tracing.units import Unit, same_unit
from drafter.tracing.vocabulary import GENERIC

_WEIGHT = 0.5
_SPOKEN_OF = 0.15
_BACK = 8
_PEOPLE = frozenset(("人", "名", "位"))
_TIMES = frozenset(("次", "期", "轮", "回", "场"))
_SPAN = "季度|学期|半年|半个?月|[月周季天日]"
_OFTEN = re.compile(f"每个?(?P<span>{_SPAN})")
_ON_A_DAY = re.compile(r"每个?月(?:的)?(?:[0-9]{1,2}[日号]|[初中末底])")
_EACH_TIME = re.compile("每[次场期回]")
_BARE = re.compile(f"每个?(?P<span>{_SPAN})(?:一|1次?)(?P<deed>[\u4e00-\u9fff])")
_EACH_HEAD = re.compile("每(?P<each>[人户名家]|个[\u4e00-\u9fff]{1,4})")
_SHIFT = re.compile("每(?P<each>[\u4e00-\u9fff])$")
_A_DAY = re.compile("每[天日]|日均")
_OVERALL = re.compile("全年|一年|年内|累计|总共|共|半年")
_FROM = re.compile("(?P<month>[0-9]{1,2})月份?(?:起|开始)")
_TO = re.compile("(?:到|至|截至)(?P<month>[0-9]{1,2})月")
_PACES = {"半月": Decimal(24), "半个月": Decimal(24), "月": Decimal(12), "季": Decimal(4), "季度": Decimal(4),
          "半年": Decimal(2), "学期": Decimal(2), "年": Decimal(1)}  # fmt: skip
_PACE = re.compile("每个?(?P<span>半个?月|季度?|半年|月|学期|年)")
_AT_ALL = re.compile("每个?(?P<span>半个?月|季度?|半年|月|学期|年)[\u4e00-\u9fff]{0,6}$")


def steps_over_time(task: Task) -> Iterator[Outcome]:
    """Yield what recurs comes to, where the words say over which time."""
    if task.spot.form != "number":
        return
    overall = _OVERALL.search(task.words) is not None
    for fact in task.reading.known.repeated if overall or _AT_ALL.search(task.words) else ():
        own = [e for e in task.reading.known.of_fact.get(fact, ()) if is_plain(task, e) and not e.prior]
        if not _is_spoken_of(task, fact, own):
            continue
        if overall:
            yield from _on_a_day(task, fact, own)
            yield from _since_a_month(task, fact, own)
            yield from _for_each_head(task, own)
        yield from _at_another_pace(task, own)
    if _A_DAY.search(task.words):
        yield from _in_shifts(task)


def times_told_bare(task: Task) -> Iterator[Outcome]:
    """Yield how often what is told without a number took place: 展板每季度一换，全年出刊4期."""
    if task.spot.form != "number" or task.spot.unit.name not in _TIMES or not _OVERALL.search(task.words):
        return
    for fact in task.reading.known.facts:
        bare = _BARE.search(task.reading.known.wordings[fact.id])
        told = task.reading.known.of_fact.get(fact.id)
        times = times_in(task, bare["span"]) if bare is not None and not told else Decimal(0)
        if times and fact.label and _names(task, fact.label):
            once = Operand(Decimal(1), Unit(), (fact.id,), (), _WEIGHT)
            yield outcome(arithmetic.product(times, once.value), (once,), "derived_ratio", exact=True)


def _on_a_day(task: Task, fact: str, own: list[Evidence]) -> Iterator[Outcome]:
    """Yield what so many each time come to, where it takes place on a day of each month: 每月5日上门，每次12人."""
    if not _ON_A_DAY.search(task.reading.known.wordings[fact]):
        return
    times = times_in(task, "月")
    for each in own if times else ():
        visits = each.unit.name in _PEOPLE and task.spot.unit.name == "人次"
        if _EACH_TIME.search(each.near) and (visits or same_unit(each.unit, task.spot.unit)):
            (amount,) = plain_operands((each,), _WEIGHT)
            made = arithmetic.product(times, amount.value if visits else in_unit(amount, task.spot))
            yield outcome(made, (amount,), "derived_ratio", exact=True)


def _since_a_month(task: Task, fact: str, own: list[Evidence]) -> Iterator[Outcome]:
    """Yield what so many each month come to from its first to a month that is told: 自5月起每月评8个，到9月评出40个."""
    first, last = _FROM.search(task.reading.known.wordings[fact]), _TO.search(task.words)
    months = int(last["month"]) - int(first["month"]) + 1 if first is not None and last is not None else 0
    for each in own if months > 1 else ():
        found = _OFTEN.search(each.near)
        if found is not None and found["span"] == "月" and same_unit(each.unit, task.spot.unit):
            (amount,) = plain_operands((each,), _WEIGHT)
            made = arithmetic.product(Decimal(months), in_unit(amount, task.spot))
            yield outcome(made, (amount,), "derived_ratio", exact=True)


def _for_each_head(task: Task, own: list[Evidence]) -> Iterator[Outcome]:
    """Yield what so much a head and span comes to for those whom the fact names: 低保老人每人每季度300元."""
    for each in own:
        head, span = _EACH_HEAD.search(each.near), _OFTEN.search(each.near)
        times = times_in(task, span["span"]) if span is not None else Decimal(0)
        if head is None or not times or not same_unit(each.unit, task.spot.unit):
            continue
        for many in task.reading.known.plain:
            counted = many.unit.name == head["each"] or {many.unit.name, head["each"]} <= _PEOPLE
            who = many.subject if not many.near else ""
            if counted and len(who) > 1 and not many.prior and who in task.reading.known.wordings[each.fact]:
                over, amount = plain_operands((many, each), _WEIGHT)
                made = arithmetic.product(over.value * times, in_unit(amount, task.spot))
                yield outcome(made, (over, amount), "derived_ratio", exact=True)


def _at_another_pace(task: Task, own: list[Evidence]) -> Iterator[Outcome]:
    """Yield how often in one stretch of time is what a fact tells of another: 每月两次 of 每半月一次."""
    said = _AT_ALL.search(task.words)
    for often in own if said is not None else ():
        told = _PACE.search(often.near)
        if said is None or told is None or not same_unit(often.unit, task.spot.unit) or said["span"] == told["span"]:
            continue
        (amount,) = plain_operands((often,), _WEIGHT)
        each = arithmetic.ratio(amount.value * _PACES[told["span"]], _PACES[said["span"]])
        if each is not None and each.value == each.value.to_integral_value():
            yield outcome(each, (amount,), "derived_ratio", exact=True)


def _in_shifts(task: Task) -> Iterator[Outcome]:
    """Yield how many are on duty a day in all shifts, at all posts: 6个岗亭，每班2人，每天三班 are 36人次."""
    known = task.reading.known
    for each in known.rated:
        shift = _SHIFT.search(each.near)
        people = each.unit.name in _PEOPLE and task.spot.unit.name in (*_PEOPLE, "人次")
        if shift is None or not people or not is_plain(task, each):
            continue
        for shifts in known.of_fact[each.fact]:
            if shifts.unit.name != shift["each"] or not _A_DAY.search(shifts.near) or not is_plain(task, shifts):
                continue
            one, other = plain_operands((each, shifts), _WEIGHT)
            post = _EACH_HEAD.search(each.near)
            if post is None or post["each"] == shift["each"]:
                yield outcome(arithmetic.product(other.value, one.value), (other, one), "derived_ratio", exact=True)
                continue
            for posts in known.plain:
                if posts.subject and not posts.near and f"个{posts.subject}" in post["each"] and not posts.prior:
                    (over,) = plain_operands((posts,), _WEIGHT)
                    made = arithmetic.product(over.value * other.value, one.value)
                    yield outcome(made, (over, other, one), "derived_ratio", exact=True)


def _is_spoken_of(task: Task, fact: str, own: list[Evidence]) -> bool:
    """Say whether the sentence told a number of a fact before, or names it."""
    reading, fits = task.reading, task.reading.fits[task.spot.at]
    near = reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]
    told = {f for o in near if o.sentence == task.spot.sentence and (b := reading.backings.get(o.at)) for f in b.facts}
    close = fact in told or any(fits.close(e.at) >= _SPOKEN_OF for e in own)
    return close or _names(task, reading.known.by_id[fact].label)


def _names(task: Task, label: str) -> bool:
    """Say whether the sentence has named what a label does, before the number."""
    ahead = task.reading.text[task.spot.sentence[0] : task.spot.mention.start]
    return any(piece in ahead for piece in pieces(label) if piece not in GENERIC)
