"""The last resort before an alarm: one plain step within a fact that the sentence speaks of, or between two such facts.

No words are asked for that name the reckoning, only that they do not speak against it: a difference needs a word for
one, an average 均 or 每, a total none of them. What the sentence is about is told by its words or numbers, so that few
reckonings are possible and none of facts far off.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations, permutations

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, plain_operands
from drafter.tracing.reckoning.adding import in_unit, names_just_one, total_of
from drafter.tracing.reckoning.outcome import Outcome, explains, outcome, stated_by
from drafter.tracing.reckoning.rates_in_short import rates_in_short
from drafter.tracing.reckoning.refusals.misnamed import misnamed
from drafter.tracing.reckoning.stale_sums import speaks_of_before
from drafter.tracing.reckoning.task import Task
from drafter.tracing.told_sides import is_origin
from drafter.tracing.units import same_unit

_WEIGHT = 0.5
_CLOSELY = 0.15
_WHOLLY = 0.3
_NAMED = 0.3
_BACK = 3
_AROUND = 4
_MOST = 12
_MONTHS = Decimal(12)
_LESS = re.compile("[超余剩未尚还没差少多增减降升提比较]|优惠|节约|压缩|缩短|加快|省[时下去了出力]")
_SET_AGAINST = re.compile("[比较]|同期")
_SHORTENED = re.compile("省[时下去了出力]|缩短|压缩|提速|加快|减少|下降|降低|节约")
_EACH = re.compile("[均每]|折合|单价")
_PER = re.compile("[均每]")
_OVER = re.compile("每[个名位家户座支场次期条]?(?P<each>[\u4e00-\u9fff]{1,2})|(?P<mean>[\u4e00-\u9fff])均")
_BECAME = re.compile("[到至为达成][了约近]*$")
_LIVING = frozenset(("人", "名", "位", "户", "家"))
_MONTHLY = re.compile("每个?月|月均")
_YEARLY = re.compile("全年|一年|每年|年均")
_OF_A_YEAR = re.compile("每年|全年|一年|年均")
_ADDED = re.compile("新增|新建|增加|扩建|净增")
_ANYTHING = frozenset(("个", "处", "件", "项", "份", "样"))
_RATED = re.compile("率|面|占|比重|比例")
_MADE_UP = re.compile("(?:组成|组建|构成|编成|合成)了?(?:一支)?$")
_PART = re.compile("其中|含")

Way = Callable[[Task, Sequence[Evidence]], Iterator[Outcome]]


def in_one_step(task: Task, allowed: Callable[[Outcome], bool]) -> Outcome | None:
    """Return what one plain step comes to, where that is the number and nothing speaks against it."""
    if stated_by(task.spot).value == 0:
        return None
    kind = _kind(task)
    within = (found for own in _facts_spoken_of(task) for found in _WITHIN[kind](task, own))
    between = (found for found in _BETWEEN[kind](task, _told(task)) if not misnamed(task, found))
    good = (found for found in chain(within, between) if explains(task.spot, found) and allowed(found))
    return next(good, None)


def _kind(task: Task) -> str:
    """Return what kind of step the words ask for."""
    spot, text = task.spot, task.reading.text
    if spot.form == "share":
        return "cut" if _SHORTENED.search(task.words) or _LESS.search(cues.beside(text, spot)) else "share"
    if "倍" in (spot.unit.name, spot.mention.unit):
        return "times"
    beside = cues.beside(text, spot)
    if _EACH.search(beside) or cues.AVERAGES.search(task.words):
        return "each"
    # 由5个压缩至3个 tells what there is, not by how much it changed.
    return "total" if not _LESS.search(beside) else "less" if not _BECAME.search(task.words) else "none"


def _facts_spoken_of(task: Task) -> Iterator[list[Evidence]]:
    """Yield the plain numbers of each fact that the sentence speaks of, or has just told a number of."""
    reading, fits = task.reading, task.reading.fits[task.spot.at]
    near = reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]
    told = {f for o in near if o.sentence == task.spot.sentence and (b := reading.backings.get(o.at)) for f in b.facts}
    for fact, known in reading.known.of_fact.items():
        own = [e for e in known if _is_plain(task, e)]
        close = fact in told or any(fits.close(e.at) >= _CLOSELY for e in own)
        if own and (close or any(fits.get(e.at).whole >= _WHOLLY for e in own)):
            yield own


def _is_plain(task: Task, e: Evidence) -> bool:
    return e.place != "label" and e.number is not None and task.reading.values.forms[e.at] == "number"


def _told(task: Task) -> list[Evidence]:
    """Return what the numbers around state, or should, and what the words right at the number name."""
    reading, fits = task.reading, task.reading.fits[task.spot.at]
    around = reading.spots[max(0, task.spot.at - _AROUND) : task.spot.at + _BACK]
    told: set[int] = set()
    for other in around:
        if other.sentence == task.spot.sentence and other.at != task.spot.at:
            backing, objection = reading.backings.get(other.at), reading.objections.get(other.at)
            told |= set(backing.evidence) if backing else {e.at for e in objection.meant} if objection else set()
    near = (e for e in reading.known.evidence if e.at in told or fits.close(e.at) >= _NAMED)
    return [e for e in near if _is_plain(task, e)][:_MOST]


def _none(_: Task, __: Sequence[Evidence]) -> Iterator[Outcome]:
    return iter(())


def _totals(task: Task, own: Sequence[Evidence]) -> Iterator[Outcome]:
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


def _products(task: Task, now: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield what so much each comes to in all: 1800元 a year of 每月150元."""
    yearly = _YEARLY.search(cues.beside(task.reading.text, task.spot))
    for each in now:
        if not (same_unit(each.unit, task.spot.unit) and _PER.search(each.near + each.subject)):
            continue
        (amount,) = plain_operands([each], _WEIGHT)
        if yearly and _MONTHLY.search(each.near + each.subject):
            made = arithmetic.product(_MONTHS, in_unit(amount, task.spot))
            yield outcome(made, (amount,), "derived_ratio", exact=True)
        for over in plain_operands([e for e in now if e is not each and not e.unit.dimension], _WEIGHT):
            made = arithmetic.product(over.value, in_unit(amount, task.spot))
            yield outcome(made, (over, amount), "derived_ratio", exact=True)


def _rests(task: Task, own: Sequence[Evidence]) -> Iterator[Outcome]:
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


def _named_rests(task: Task, told: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield by how much what is told differs from what the words name: 开放612张，超出核定数52张."""
    fits = task.reading.fits[task.spot.at]
    named = [e for e in told if fits.close(e.at) >= _NAMED]
    for one in named:
        yield from (o for e in told if e.fact != one.fact and not e.prior for o in _rests(task, (one, e)))


def _averages(task: Task, own: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield what comes on each: 店均14张 of 37家，床位518张; 每月2元 of 每年24元."""
    now = [e for e in own if not e.prior]
    for top, under in permutations(now, 2):
        if same_unit(top.unit, task.spot.unit) and not same_unit(under.unit, top.unit):
            yield from _over(task, top, under)
    monthly = _MONTHLY.search(cues.beside(task.reading.text, task.spot))
    for e in now if monthly else ():
        if same_unit(e.unit, task.spot.unit) and _OF_A_YEAR.search(e.near + e.subject):
            (amount,) = plain_operands([e], _WEIGHT)
            each = arithmetic.ratio(in_unit(amount, task.spot), _MONTHS)
            if each is not None:
                yield outcome(each, (amount,), "derived_ratio")
    yield from _products(task, now) if _YEARLY.search(cues.beside(task.reading.text, task.spot)) else ()


def _averages_of_two(task: Task, told: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield what of one fact comes on each of another: 吨煤13元 of 1560万元 and 120万吨."""
    behind = {at for o in task.reading.spots[task.spot.at + 1 :][:_BACK] for at in _stated(task, o.at)}
    over = _OVER.search(cues.beside(task.reading.text, task.spot))
    what = (over["each"] or over["mean"]) if over is not None else ""
    fits = task.reading.fits[task.spot.at]
    for top, under in permutations([e for e in told if not e.prior], 2):
        if top.fact == under.fact or not same_unit(top.unit, task.spot.unit) or same_unit(under.unit, top.unit):
            continue
        known = top.at not in behind or fits.close(top.at) >= _NAMED
        meant = what in (under.unit.name, "") or what[-1] in under.near + under.subject
        if known and meant:
            yield from _over(task, top, under)


def _stated(task: Task, at: int) -> tuple[int, ...]:
    backing = task.reading.backings.get(at)
    return backing.evidence if backing is not None else ()


def _over(task: Task, top: Evidence, under: Evidence) -> Iterator[Outcome]:
    amount, over = plain_operands((top, under), _WEIGHT)
    each = arithmetic.ratio(in_unit(amount, task.spot), over.value)
    if each is not None:
        yield outcome(each, (amount, over), "derived_ratio")


def _times(task: Task, own: Sequence[Evidence]) -> Iterator[Outcome]:
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


def _cuts(task: Task, own: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield by what share something became less than a fact tells it was: 省时三分之二 of 由2小时缩至40分钟."""
    if not _SHORTENED.search(task.words):
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


def _shares_of_two(task: Task, told: Sequence[Evidence]) -> Iterator[Outcome]:
    yield from rates_in_short(task)
    yield from _crossed_shares(task, told)


def _made_up_of_told(task: Task, _: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield what the two numbers right before make up: 9名大学生和12名“五老”组成21人的辅导队."""
    spots, at = task.reading.spots, task.spot.at
    if at < 2 or not _MADE_UP.search(task.words) or spots[at - 2].sentence != task.spot.sentence:
        return
    told = [task.reading.stated(at - 2), task.reading.stated(at - 1)]
    parts = [e for e in told if e is not None and same_unit(e.unit, task.spot.unit)]
    if len(parts) == len(told):
        yield total_of(plain_operands(parts, _WEIGHT), task.spot)


def _crossed_shares(task: Task, told: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield the rate of what goes with so many: 持证率85% of 居住证2938张 and 流动人口3456人."""
    if not _RATED.search(task.words):
        return
    fits = task.reading.fits[task.spot.at]
    for part, whole in permutations([e for e in told if not e.prior], 2):
        crossed = part.fact != whole.fact and not same_unit(part.unit, whole.unit)
        named = fits.close(whole.at if "占" in task.words else part.at) >= _NAMED
        living = {part.unit.name, whole.unit.name} <= _LIVING  # 27名 are no share of 163户
        if crossed and named and not living and not (part.unit.dimension or whole.unit.dimension):
            top, under = plain_operands((part, whole), _WEIGHT)
            each = arithmetic.share(top.value, under.value) if top.value < under.value else None
            if each is not None:
                yield outcome(each, (top, under), "derived_percent")


_WITHIN: dict[str, Way] = {
    "total": _totals, "less": _rests, "each": _averages, "times": _times, "cut": _cuts, "share": _none,
    "none": _none,
}  # fmt: skip
_BETWEEN: dict[str, Way] = {
    "total": _made_up_of_told, "less": _named_rests, "each": _averages_of_two, "times": _none, "cut": _none,
    "share": _shares_of_two, "none": _none,
}  # fmt: skip
