"""What recurs comes to over the period: 每月1次, 每次20人 makes 12次 and 240人次; the only 2730升 make 15 a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, operand
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.reckoning.times_in import WEEKS, times_in
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import GENERIC

_WEIGHT = 0.7
_NAMED = 0.3
_OFTEN = re.compile(
    r"每(?:个)?(?P<span>季度|学期|半年|半个?月|(?:两个?|双)[月周]|[月周季天日晚旬])|(?P<even>双月|半个?月|隔[月周天日])"
)
_RECURS = re.compile("[按逐每]个?(?P<span>[季月周天日])|(?P<twice>[月季周天])(?P=twice)")
_ADDS_UP = re.compile("(?:全年|年内|一年来|累计|共|总共|合计|已)+(?P<deed>[\u4e00-\u9fff]{1,2})?(?:了|累计|共)*$")
_STOPS = "，,；;：:"
_EACH_TIME = re.compile(r"每[次场期节回]|[场次期]均")
_OVERALL = re.compile("全年|年内|半年|累计|共")
_CLEARLY = 0.4
_DAY = Decimal(86400)
_WEEKLY = ("周", "个周", "星期", "个星期")
_DAYS_A_MONTH = Decimal(WEEKS * 7) / 12
_DAYS = Decimal(7)
_A_DAY = re.compile("(?:日均|平均每[天日])[^，。；、0-9]{0,6}$")
_A_WEEK = re.compile("每周|^周|一周")
_LATELY = 2
_BACK = 4
_BOTH = 2
_MEAN_OF = re.compile(r"平均(?P<span>[日月周])(?P<deed>[\u4e00-\u9fff]{2,8})$")
_OFTEN_TOLD = re.compile("[每日周均]|月(?!份)")
_EACH_OF_THEM = re.compile(
    r"(?:^|每个|各)?(?P<noun>[\u4e00-\u9fff]{2,6}?)(?:平均|至少)?每个?(?P<span>[月周]|季度)[^，。；、0-9]{0,6}$"
)
_EVERY_OTHER = re.compile(r"(?:隔|每(?:两|2)个?)(?P<span>[月周天日])[^，。；、0-9]{0,6}$")
_EACH_SPAN = re.compile("(?:平均)?每(?P<span>[天日周月])")
_OWN_TIME = re.compile("[每均共总]|累计|全年|合计|[比较增减]")
_EACH_DAY = re.compile(r"(?:每(?:个)?(?P<each>[天日月周])|(?P<mean>[日月周])均)[^，。；、0-9]{0,8}$")


def over_time(task: Task) -> Iterator[Outcome]:
    """Yield what recurs over the period, what came on each time, and what that was in each stretch of time."""
    yield from recurring(task)
    yield from each_of_them(task)
    yield from every_other(task)
    yield from carried_over_time(task)
    yield from only_amount_per_time(task)
    yield from each_day_of_week(task)
    yield from each_so_long(task)


def each_so_long(task: Task) -> Iterator[Outcome]:
    """Yield how often what the words name took place, where a fact tells it of so many months or weeks: 每2个月1次."""
    period = task.reading.known.period
    for own in _of_facts(task).values():
        for span, times in pairwise(own):
            days = period.months * _DAYS_A_MONTH if span.unit.name in _WEEKLY else period.days
            whole = {"年月": Decimal(period.months), "时间": Decimal(days)}.get(span.unit.dimension, Decimal(0))
            told = span.near.endswith("每") and not times.near and same_unit(times.unit, task.spot.unit)
            if not (told and whole and span.number and times.unit.groups and _is_named(task, own)):
                continue
            length = span.number * (span.unit.size if span.unit.dimension == "年月" else span.unit.size / _DAY)
            made = operand(times, "number", _WEIGHT)
            if made is not None and whole % length == 0:
                yield outcome(arithmetic.product(whole / length, made.value), (made,), "derived_ratio", exact=True)


def each_day_of_week(task: Task) -> Iterator[Outcome]:
    """Yield what the amount of a week that was told right before comes to each day: 每周开放63小时，日均9小时."""
    before = task.reading.spots[task.spot.at - 1] if task.spot.at and _A_DAY.search(task.words) else None
    told = task.reading.stated(before.at) if before is not None else None
    if before is None or told is None or before.sentence != task.spot.sentence or told.unit != task.spot.unit:
        return
    made = operand(told, "number", _WEIGHT)
    if made is not None and _A_WEEK.search(_words(task, told)):
        each = arithmetic.ratio(in_unit(made, task.spot), _DAYS)
        if each is not None:
            yield outcome(each, (made,), "derived_ratio")


def recurring(task: Task) -> Iterator[Outcome]:
    """Yield how often what the words name took place in the period, and how many came of so many each time."""
    for fact, own in _of_facts(task).items():
        often = next((e for e in own if e.unit.groups and _OFTEN.search(_words(task, e))), None)
        if often is None or not _is_named(task, own):
            continue
        found = _OFTEN.search(_words(task, often))
        lasts = _lasts(own, often, found["span"] or found["even"]) if found is not None else None
        times = times_in(task, found["span"] or found["even"]) if found is not None else Decimal(0)
        made = operand(often, "number", _WEIGHT)
        if lasts is not None and made is not None and same_unit(often.unit, task.spot.unit):
            # 每周2课时，全年36周: the fact tells of how many weeks it is.
            whole = arithmetic.product(lasts.value, made.value)
            yield outcome(whole, (made, lasts), "derived_ratio", exact=True)
        if lasts is not None or not times or made is None:
            continue
        days = len(task.reading.values.timed.get(fact, ())) if "各" in _words(task, often) else 1
        events = times * made.value * max(1, days)
        worded = arithmetic.product(times * max(1, days), made.value)
        if same_unit(often.unit, task.spot.unit):
            yield outcome(worded, (made,), "derived_ratio", exact=True)
        for e in own:
            each = operand(e, "number", _WEIGHT)
            if each is not None and _spread_over_times(task, e, often):
                mean = arithmetic.ratio(in_unit(each, task.spot), events)
                yield from [outcome(mean, (each, made), "derived_ratio")] if mean is not None else []
            elif e.at != often.at and each is not None and _EACH_TIME.search(e.near) and _counts_them(task, e):
                yield outcome(
                    arithmetic.product(events, in_unit(each, task.spot)), (made, each), "derived_ratio", exact=True
                )


def _lasts(own: list[Evidence], often: Evidence, span: str) -> Operand | None:
    """Return of how many weeks, months or days a fact tells beside how often something takes place in each."""
    told = [e for e in own if e.at != often.at and e.unit.name in (span, f"个{span}") and "每" not in e.near]
    return operand(told[0], "number", _WEIGHT) if len(told) == 1 else None


def _spread_over_times(task: Task, e: Evidence, often: Evidence) -> bool:
    """Say whether the words ask what came each time of what a fact tells in all: 每月1次，参加2856人次."""
    if e.at == often.at or _EACH_TIME.search(e.near) or not _EACH_TIME.search(task.words):
        return False
    return same_unit(e.unit, task.spot.unit) or e.unit.name == f"{task.spot.unit.name}次"


def only_amount_per_time(task: Task) -> Iterator[Outcome]:
    """Yield the average over days or months of the only fact in the number's very unit: 每天供水15升."""
    found = _EACH_DAY.search(task.words)
    period = task.reading.known.period
    if found is None or not period.months or "每" in task.words[: found.start()] or not task.spot.unit.name:
        return
    alike = [
        e for e in task.reading.known.evidence
        if e.place == "value" and e.unit.name == task.spot.unit.name and e.number is not None and not e.prior
    ]  # fmt: skip
    count = times_in(task, found["each"] or found["mean"])
    made = operand(alike[0], "number", _WEIGHT) if len(alike) == 1 else None
    if made is not None and not _spans_period(task, made):
        return
    if made is not None and count and not _OFTEN.search(made.words) and not _EACH_TIME.search(made.words):
        each = arithmetic.ratio(in_unit(made, task.spot), count)
        if each is not None:
            yield outcome(each, (made,), "derived_ratio")


def mean_of_day(task: Task) -> Iterator[Outcome]:
    """Yield what the amount told before, or named, comes to each day or month: 全年处理5256万吨，平均日处理14.4万吨."""
    found = _MEAN_OF.search(task.words)
    times = times_in(task, found["span"]) if found is not None else Decimal(0)
    near = task.reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]
    told = [task.reading.stated(o.at) for o in near if o.sentence == task.spot.sentence]
    for e in task.reading.known.plain if found is not None and times else ():
        whole = same_unit(e.unit, task.spot.unit) and not _OFTEN_TOLD.search(e.subject + e.near)
        named = found is not None and any(p in e.subject + e.near for p in pieces(found["deed"]))
        amount = operand(e, "number", _WEIGHT) if whole and named and (e in told or len(told) == 0) else None
        each = arithmetic.ratio(in_unit(amount, task.spot), times) if amount is not None else None
        if amount is not None and each is not None and _spans_period(task, amount):
            yield outcome(each, (amount,), "derived_ratio")


def _spans_period(task: Task, amount: Operand) -> bool:
    return task.reading.span_of(amount)[0] == task.reading.known.period.months


def carried_over_time(task: Task) -> Iterator[Outcome]:
    """Yield the average that a clause goes on with: 每天安排2名教师陪餐，留样2批次 of 392批次 on 196 days."""
    before = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    if before is None or before.sentence != task.spot.sentence or _OWN_TIME.search(task.words):
        return
    found = _EACH_SPAN.match(task.reading.text, *before.clause)
    alike = [e for e in task.reading.known.plain if e.unit.name == task.spot.unit.name and task.spot.unit.name]
    if found is None or len(alike) != 1 or task.reading.fits[task.spot.at].close(alike[0].at) <= 0:
        return
    days = [e for e in task.reading.known.plain if e.unit.name == "天" and found["span"] in "天日"]
    over = operand(days[0], "number", _WEIGHT) if len(days) == 1 else None
    amount = operand(alike[0], "number", _WEIGHT)
    times = over.value if over is not None else times_in(task, found["span"])
    each = arithmetic.ratio(in_unit(amount, task.spot), times) if amount is not None else None
    if amount is not None and each is not None:
        yield outcome(each, (amount, over) if over is not None else (amount,), "derived_ratio")


def every_other(task: Task) -> Iterator[Outcome]:
    """Yield how often in two months, weeks or days something took place: 恳谈会6次 in a year makes 隔月一次."""
    found = _EVERY_OTHER.search(task.words)
    times = times_in(task, found["span"]) / 2 if found is not None else Decimal(0)
    for e in task.reading.known.plain if times >= 1 else ():
        amount = operand(e, "number", _WEIGHT)
        named = task.reading.fits[task.spot.at].close(e.at) >= _NAMED or _told_last(task, e)
        if amount is not None and named and same_unit(e.unit, task.spot.unit):
            each = arithmetic.ratio(in_unit(amount, task.spot), times)
            if each is not None:
                yield outcome(each, (amount,), "derived_ratio")


def _told_last(task: Task, e: Evidence) -> bool:
    """Say whether the last count that the sentence told, but for the two of 每2个月, is that of a fact."""
    near = task.reading.spots[max(0, task.spot.at - _LATELY) : task.spot.at]
    return any(o.sentence == task.spot.sentence and task.reading.stated(o.at) is e for o in near)


def each_of_them(task: Task) -> Iterator[Outcome]:
    """Yield how often each of those named did what was told right before: 主题党日120次，支部每月一次."""
    found = _EACH_OF_THEM.search(task.words)
    times = times_in(task, found["span"]) if found is not None else Decimal(0)
    told = task.reading.backings.get(task.spot.at - 1)
    if found is None or not times or told is None or len(told.evidence) != 1 or told.reckoning:
        return
    amount = task.reading.operands[told.evidence[0]]
    if amount is None or not same_unit(amount.unit, task.spot.unit):
        return
    for e in task.reading.known.plain:
        over = operand(e, "number", _WEIGHT)
        if over is not None and e.at not in amount.evidence and e.subject.endswith(found["noun"]):
            each = arithmetic.ratio(in_unit(amount, task.spot), over.value * times)
            if each is not None:
                yield outcome(each, (amount, over), "derived_ratio")


def _of_facts(task: Task) -> dict[str, list[Evidence]]:
    """Return the numbers of the facts that say how often something takes place."""
    of: dict[str, list[Evidence]] = {}
    for fact in task.reading.known.repeated:
        for e in task.reading.known.of_fact.get(fact, ()):
            told = e.place in ("value", "text") and not e.prior and e.number is not None
            if told and task.reading.values.forms[e.at] == "number":
                of.setdefault(fact, []).append(e)
    return of


def _words(task: Task, e: Evidence) -> str:
    return e.near if _OFTEN.search(e.near) else task.reading.known.by_id[e.fact].label if not e.order else ""


def _is_named(task: Task, own: list[Evidence]) -> bool:
    """Say whether the clause names the fact, or the number right before states it."""
    clause = task.reading.text[slice(*task.spot.clause)]
    if any(len(e.subject) > 1 and e.subject in clause for e in own):
        return True
    ahead = task.reading.text[task.spot.sentence[0] : task.spot.mention.start]
    if any(len(e.subject) > _BOTH and e.subject in ahead for e in own) and task.words[:1] in "全年":
        return True  # 登上光荣榜，全年出榜4期
    if _is_gone_on_with(task, own[0]):
        return True
    fits = task.reading.fits[task.spot.at]
    if _OVERALL.search(task.words) and any(fits.close(e.at) >= _CLEARLY for e in own):
        return True  # 安全会商全年召开4次 of 安全生产会商 每季度1次
    near = [o for o in task.reading.spots[max(0, task.spot.at - 2) : task.spot.at] if o.sentence == task.spot.sentence]
    told = [b for o in near if (b := task.reading.backings.get(o.at)) is not None and b.facts]
    return bool(told) and own[0].fact in told[-1].facts


def _is_gone_on_with(task: Task, e: Evidence) -> bool:
    """Say whether this clause adds up what the one before told to recur: 按季评选红旗窗口，全年评出20个."""
    text, spot = task.reading.text, task.spot
    total = _ADDS_UP.match(text, spot.clause[0], spot.mention.start)
    if total is None or spot.after[0] != spot.after[1] or not e.subject:
        return False
    start = max((text.rfind(stop, spot.sentence[0], spot.clause[0] - 1) for stop in _STOPS), default=-1) + 1
    before = text[max(start, spot.sentence[0]) : spot.clause[0]]
    deed = (total["deed"] or "")[:1]
    often, known = _RECURS.search(before), _OFTEN.search(_words(task, e))
    if often is None or known is None or known["span"][0] != (often["span"] or often["twice"]):
        return False
    return deed in before and any(p in before and p not in GENERIC for p in pieces(e.subject))


def _counts_them(task: Task, e: Evidence) -> bool:
    return same_unit(e.unit, task.spot.unit) or (task.spot.unit.name == "人次" and e.unit.name in ("人", "名", "位"))
