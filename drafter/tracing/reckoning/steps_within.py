"""Plain steps within one fact: what its sorts come to, how two of its numbers differ, what comes on each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, plain_operands
from drafter.tracing.reckoning.adding import in_unit, names_just_one, total_of
from drafter.tracing.reckoning.outcome import Outcome, outcome, stated_by
from drafter.tracing.reckoning.own_days import own_days
from drafter.tracing.reckoning.stale_sums import speaks_of_before
from drafter.tracing.reckoning.task import Task
from drafter.tracing.told_sides import is_origin
from drafter.tracing.units import same_unit

_WEIGHT = 0.5
_MONTHS = Decimal(12)
_DAYS_A_YEAR = Decimal(365)
_DAYS = ("天", "日")
_SET_AGAINST = re.compile("[比较]|同期")
SHORTENED = re.compile("省[时下去了出力]|缩短|压缩|提速|加快|减少|下降|降低|节约")
_PER = re.compile("[均每]")
_MONTHLY = re.compile("每个?月|月均")
_YEARLY = re.compile("全年|一年|每年|年均")
_DAILY = re.compile("每[天日]")
_ADDED = re.compile("新增|新建|增加|扩建|净增")
_ANYTHING = frozenset(("个", "处", "件", "项", "份", "样"))
_PART = re.compile("其中|含")


def totals_within(task: Task, own: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield what the sorts of one fact come to: 10610户 of 企业2160户、个体8450户; 21处 of 窗口12个、自助机9台."""
    if stated_by(task.spot).sense != "exact":
        return
    before = [e for e in own if e.prior] if speaks_of_before(task) else []  # 上年植树85棵
    now = before or [e for e in own if not e.prior]
    alike = [e for e in now if same_unit(e.unit, task.spot.unit)]
    any_thing = task.spot.unit.name in _ANYTHING and not any(e.unit.dimension for e in now)
    parted = any(_PART.search(e.near) for e in now)
    for parts in (alike, now) if any_thing and alike != now else (alike,):
        used = plain_operands(parts, _WEIGHT)
        if len(parts) > 1 and not parted and not names_just_one(task, used):
            yield total_of(used, task.spot)
    yield from _products(task, now)
    yield from _years(task, now)


def _years(task: Task, now: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield the years that so many days of a fact are: 连续四年 of 连续1460天."""
    for days in plain_operands([e for e in now if e.unit.name in _DAYS], _WEIGHT):
        if task.spot.unit.name == "年" and days.value % _DAYS_A_YEAR == 0:
            each = arithmetic.ratio(days.value, _DAYS_A_YEAR)
            if each is not None:
                yield outcome(each, (days,), "derived_ratio")


def _products(task: Task, now: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield what so much each comes to in all: 1800元 a year of 每月150元."""
    yearly = _YEARLY.search(cues.beside(task.reading.text, task.spot))
    for each in now:
        visits = task.spot.unit.name == f"{each.unit.name}次"  # each of 40人 a day comes once
        if not ((same_unit(each.unit, task.spot.unit) or visits) and _PER.search(each.near + each.subject)):
            continue
        (amount,) = plain_operands([each], _WEIGHT)
        if yearly and _MONTHLY.search(each.near + each.subject):
            made = arithmetic.product(_MONTHS, in_unit(amount, task.spot))
            yield outcome(made, (amount,), "derived_ratio", exact=True)
        days = own_days(task, each.fact) if _DAILY.search(each.near + each.subject) else None
        if days is not None:
            made = arithmetic.product(days.value, in_unit(amount, task.spot))
            yield outcome(made, (days, amount), "derived_ratio", exact=True)
        for over in plain_operands([e for e in now if e is not each and not e.unit.dimension], _WEIGHT):
            made = arithmetic.product(over.value, in_unit(amount, task.spot))
            yield outcome(made, (over, amount), "derived_ratio", exact=True)


def rests(task: Task, own: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield by how much two numbers differ: 优惠3元 of 每份12元，80岁以上9元; 超出52张 of 612 and 560."""
    against = _SET_AGAINST.search(cues.beside(task.reading.text, task.spot)) is not None
    for one, other in combinations(own, 2):
        if against and one.prior == other.prior:
            continue  # 比上年多3项 is no difference of 市级2项、区级5项
        bare = not (one.unit.name or other.unit.name)  # 平均分由71.4提高到78.9, 提升7.5分
        if bare or (same_unit(one.unit, other.unit) and same_unit(one.unit, task.spot.unit)):
            sides = plain_operands((one, other), _WEIGHT)
            more, less = sorted((in_unit(o, task.spot) for o in sides), reverse=True)
            yield outcome(arithmetic.difference(more, less), sides, "derived_diff", exact=True)


def averages_within(task: Task, own: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield what comes on each: 店均14张 of 37家，床位518张; 每月2元 of 每年24元."""
    now = [e for e in own if not e.prior]
    for top, under in permutations(now, 2):
        if same_unit(top.unit, task.spot.unit) and not same_unit(under.unit, top.unit):
            yield from each_over(task, top, under)
    monthly = _MONTHLY.search(cues.beside(task.reading.text, task.spot))
    for e in now if monthly else ():
        if same_unit(e.unit, task.spot.unit) and _YEARLY.search(e.near + e.subject):
            (amount,) = plain_operands([e], _WEIGHT)
            each = arithmetic.ratio(in_unit(amount, task.spot), _MONTHS)
            if each is not None:
                yield outcome(each, (amount,), "derived_ratio")
    yield from _products(task, now) if _YEARLY.search(cues.beside(task.reading.text, task.spot)) else ()


def each_over(task: Task, top: Evidence, under: Evidence) -> Iterator[Outcome]:
    amount, over = plain_operands((top, under), _WEIGHT)
    each = arithmetic.ratio(in_unit(amount, task.spot), over.value)
    if each is not None:
        yield outcome(each, (amount, over), "derived_ratio")


def times_within(task: Task, own: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield how many times one number of a fact is another, or what both came to: 是原来的三倍 of 原有80，新增160."""
    for top, under in permutations(own, 2):
        if not same_unit(top.unit, under.unit):
            continue
        one, base = plain_operands((top, under), _WEIGHT)
        each = arithmetic.ratio(one.value * one.unit.size, base.value * base.unit.size)
        if each is not None:
            yield outcome(each, (one, base), "derived_ratio")
        if _ADDED.search(top.near):
            yield from _grown(one, base)


def _grown(one: Operand, base: Operand) -> Iterator[Outcome]:
    total = arithmetic.total((base.value, one.value))
    each = arithmetic.ratio(total.value, base.value)
    if each is not None:
        made = arithmetic.Derived(each.value, f"{total.reckoning}，{each.reckoning}")
        yield outcome(made, (one, base), "derived_ratio")


def cuts_within(task: Task, own: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield by what share something became less than a fact tells it was: 省时三分之二 of 由2小时缩至40分钟."""
    if not SHORTENED.search(task.words):
        return
    for first, last in combinations(own, 2):
        fact = task.reading.known.by_id[first.fact]
        told = fact.text if first.place == "text" else fact.value
        began = is_origin(told[: first.start], told[first.start + len(first.core) :])
        if first.place == last.place and began and same_unit(first.unit, last.unit):
            base, now = plain_operands((first, last), _WEIGHT)
            before, after = base.value * base.unit.size, now.value * now.unit.size
            change = arithmetic.growth(after / base.unit.size, base.value) if after < before else None
            if change is not None:
                yield outcome(arithmetic.Derived(abs(change.value), change.reckoning), (now, base), "derived_percent")


def is_plain(task: Task, e: Evidence) -> bool:
    """Say whether evidence states one plain number that may be reckoned with."""
    return e.place != "label" and e.number is not None and task.reading.values.forms[e.at] == "number"
