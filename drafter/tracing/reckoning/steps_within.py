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
from drafter.tracing.subject import pieces
from drafter.tracing.told_sides import is_origin
from drafter.tracing.units import same_unit

_WEIGHT = 0.5
_MONTHS = Decimal(12)
_DAYS_A_YEAR = Decimal(365)
_AHEAD = 10
_LEVEL = re.compile("以[上下]|[一二三四]季度|[上下]半年")
_YEAR = re.compile("(?:19|20)[0-9]{2}年")
_DENIED = re.compile("(?:未|没有?)(?P<deed>[\u4e00-\u9fff])")
_AT_FIRST = re.compile("原[来有先]|以前|[改扩]建前")
_RATE = re.compile("(?P<deed>[\u4e00-\u9fff]{2})率(?:达到?|为|约|近|超过?|已)*$")
_IN_ALL = re.compile("^[共总]")
_BOTH = 2
_HEADS = frozenset(("人", "名", "位"))
_DAYS = ("天", "日")
_SET_AGAINST = re.compile("[比较]|同期")
SHORTENED = re.compile("省[时下去了出力]|缩短|压缩|提速|加快|减少|下降|降低|节约")
_PER = re.compile("[均每]")
_MONTHLY = re.compile("每个?月|月均")
_YEARLY = re.compile("全年|一年|每年|年均")
_DAILY = re.compile("每[天日]")
_ADDED = re.compile("新增|新建|增加|扩建|净增")
_ANYTHING = frozenset(("个", "处", "件", "项", "份", "样"))
_HEADED = re.compile("的[一-鿿、“”]{2,14}")
_PRIZE = re.compile("(?:[特一二三]等|[金银铜])奖|优[秀胜]奖")
_PART = re.compile("其中|含")


def totals_within(task: Task, own: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield what the sorts of one fact come to: 1600户 of 企业310户、个体1290户; 15处 of 窗口8个、自助机7台."""
    if stated_by(task.spot).sense != "exact":
        return
    before = [e for e in own if e.prior] if speaks_of_before(task) else []  # 上年植树95棵
    now = before or [e for e in own if not e.prior]
    alike = [e for e in now if same_unit(e.unit, task.spot.unit)]
    any_thing = task.spot.unit.name in _ANYTHING and not any(e.unit.dimension for e in now)
    parted = any(_PART.search(e.near) for e in now)
    for parts in (alike, now) if any_thing and alike != now else (alike,):
        used = plain_operands(parts, _WEIGHT)
        if len(parts) > 1 and not (parted or names_just_one(task, used) or names_some(task, parts)):
            yield total_of(used, task.spot)
    yield from _prizes(task, alike)
    yield from _products(task, now)
    yield from _years(task, now)


def _prizes(task: Task, alike: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield how many prizes a fact tells beside who took part: 7名拿回奖状 of 30名参赛，一等奖2名、二等奖5名."""
    behind = task.reading.text[task.spot.unit_end : task.spot.unit_end + _AHEAD].split("，")[0]
    prizes = [e for e in alike if _PRIZE.search(e.near)]
    said = "奖" in behind + task.words and not (_PRIZE.search(behind + task.words) or "级" in task.words)
    if said and 1 < len(prizes) < len(alike):
        yield total_of(plain_operands(prizes, _WEIGHT), task.spot)


def names_some(task: Task, parts: Sequence[Evidence]) -> bool:
    """Say whether the words name some of a fact's sorts and not the others: 金、银奖选手 of 金奖、银奖、铜奖.

    Levels that hold one another, 60岁以上 and 70岁以上, are no sorts, nor are the stretches of a year.
    """
    if any(_LEVEL.search(task.reading.known.wordings[e.fact]) for e in parts):
        return True
    near = [o for o in task.reading.spots[: task.spot.at] if o.form == "number"][-len(parts) :]  # 第一剂 is no amount
    told = {e.at for o in near if o.sentence == task.spot.sentence and (e := task.reading.stated(o.at)) in parts and e}
    words = f"{task.words}{headed(task) or task.reading.text[slice(*task.spot.after)][:_AHEAD]}"
    signs = [set(e.near) for e in parts]
    common = set.intersection(*signs)
    named = [not (own - common).isdisjoint(words) for own in signs]
    if cues.JOINT.search(task.words) and 0 < len(told) < len(parts):
        # 市级奖4项、区级奖11项，共计 adds up these; 窗口8个，连同自助机、流动点共 adds up what it names as well
        return not all(said or e.at in told for said, e in zip(named, parts, strict=True))
    return 0 < sum(named) < len(parts)


def headed(task: Task) -> str:
    """Return the name that a number with 的 behind it heads, whatever it lists: 17人的专职、兼职巡防队."""
    found = _HEADED.match(task.reading.text, task.spot.unit_end)
    return found.group() if found is not None else ""


def _years(task: Task, now: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield the years that so many days of a fact are: 连续三年 of 连续1095天."""
    for days in plain_operands([e for e in now if e.unit.name in _DAYS], _WEIGHT):
        if task.spot.unit.name == "年" and days.value % _DAYS_A_YEAR == 0:
            each = arithmetic.ratio(days.value, _DAYS_A_YEAR)
            if each is not None:
                yield outcome(each, (days,), "derived_ratio")


def _products(task: Task, now: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield what so much each comes to in all: 3600元 a year of 每月300元."""
    yearly = _YEARLY.search(cues.beside(task.reading.text, task.spot))
    for each in now:
        visits = task.spot.unit.name == f"{each.unit.name}次"  # each of 35人 a day comes once
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
    """Yield by how much the others of a fact are less than its largest: 优惠5元 of 每份15元，70岁以上10元.

    What is told as not done is what the part of that very deed leaves: 未开工 of 共52，签字46，开工31.
    """
    text, beside = task.reading.text, cues.beside(task.reading.text, task.spot)
    if _YEAR.search(text, task.spot.clause[0], task.spot.mention.start):
        return
    against = _SET_AGAINST.search(beside) is not None
    denied = _DENIED.search(f"{beside}，{text[slice(*task.spot.after)]}")
    for more, less in permutations(own, 2):
        if against and more.prior == less.prior:
            continue  # 比上年多3项 is no difference of 市级2项、区级5项
        if denied is not None and denied["deed"] not in less.near + less.subject:
            continue
        bare = not (more.unit.name or less.unit.name)  # 平均分由81.2提高到86.7, 提升5.5分
        if not (bare or (same_unit(more.unit, less.unit) and _counts_alike(more, task))):
            continue
        sides = plain_operands((more, less), _WEIGHT)
        alike = [in_unit(o, task.spot) for o in plain_operands((e for e in own if e.unit == more.unit), _WEIGHT)]
        larger, smaller = (in_unit(o, task.spot) for o in sides)
        if larger > smaller and larger == max(alike):
            yield outcome(arithmetic.difference(larger, smaller), sides, "derived_diff", exact=True)


def _counts_alike(e: Evidence, task: Task) -> bool:
    """Say whether evidence counts in a number's very unit, or measures what it does: 8件 are no rest of 20张."""
    one, other = e.unit, task.spot.unit
    return one.name == other.name or bool(one.dimension and same_unit(one, other)) or {one.name, other.name} <= _HEADS


def averages_within(task: Task, own: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield what comes on each: 店均12张 of 30家，床位360张; 每月5元 of 每年60元."""
    now = _of_measure_named(task, [e for e in own if not e.prior])
    for top, under in permutations(now, 2):
        shared = "各" in under.near  # 男女各2支 are four
        if same_unit(top.unit, task.spot.unit) and not same_unit(under.unit, top.unit) and not shared:
            yield from each_over(task, top, under)
    monthly = _MONTHLY.search(cues.beside(task.reading.text, task.spot))
    for e in now if monthly else ():
        if same_unit(e.unit, task.spot.unit) and _YEARLY.search(e.near + e.subject):
            (amount,) = plain_operands([e], _WEIGHT)
            each = arithmetic.ratio(in_unit(amount, task.spot), _MONTHS)
            if each is not None:
                yield outcome(each, (amount,), "derived_ratio")
    yield from _products(task, now) if _YEARLY.search(cues.beside(task.reading.text, task.spot)) else ()


def _of_measure_named(task: Task, now: list[Evidence]) -> list[Evidence]:
    """Return a fact's numbers without those in the number's unit that words name another beside: 服务, not 测量血压."""
    amounts = [e for e in now if same_unit(e.unit, task.spot.unit)]
    named = [e for e in amounts if any(piece in task.words for piece in pieces(e.near))]
    return [e for e in now if e not in amounts or e in named or not named]


def each_over(task: Task, top: Evidence, under: Evidence) -> Iterator[Outcome]:
    amount, over = plain_operands((top, under), _WEIGHT)
    each = arithmetic.ratio(in_unit(amount, task.spot), over.value)
    if each is not None:
        yield outcome(each, (amount, over), "derived_ratio")


def times_within(task: Task, own: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield how many times one number of a fact is another, or what both came to: 是原来的三倍 of 原有70，新增140."""
    if _AT_FIRST.search(task.words) is None:
        return
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
    """Yield by what share something became less than a fact tells it was: 省时三分之二 of 由3小时缩至60分钟."""
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


def shares_within(task: Task, own: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield the rate that a fact's own words name, of its largest number: 达标率75% of 达标断面9个，共监测12个."""
    rate = _RATE.search(task.words)
    now = [e for e in own if not e.prior or _IN_ALL.search(e.near)]  # 2018年6个，共监测10个 is no 2018's alone
    if rate is None or len(now) < _BOTH or rate["deed"] not in task.reading.known.wordings[now[0].fact]:
        return
    whole = max(now, key=lambda e: e.number or Decimal(0))
    for part in now:
        if part is not whole and same_unit(part.unit, whole.unit) and part.unit.size == whole.unit.size:
            top, under = plain_operands((part, whole), _WEIGHT)
            each = arithmetic.share(top.value, under.value)
            if each is not None:
                yield outcome(each, (top, under), "derived_percent")


def is_plain(task: Task, e: Evidence) -> bool:
    """Say whether evidence states one plain number that may be reckoned with."""
    return e.place != "label" and e.number is not None and task.reading.values.forms[e.at] == "number"
