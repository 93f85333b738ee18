"""Averages: 人均, 场均, 每月两次, 平均每个网格."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.layout import Spot
from drafter.tracing.operands import BACKGROUND, Operand, related
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, explains, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import SCALES, UNITS, compatible, divides, named, same_unit, unit_of
from drafter.tracing.vocabulary import GENERIC, SHORTHAND

_LEAST = 0.3
_SPOKEN = 0.6
_PEOPLE = ("人", "名", "位", "人次")
_TERM = "学期"
_TIMES = {
    "月": Decimal(1),
    "个月": Decimal(1),
    "季度": Decimal(3),
    "季": Decimal(3),
    "年": Decimal(12),
    _TERM: Decimal(6),
}
_DAYS = ("天", "日")
_DAILY = (*_DAYS, "晚")
_DAYS_A_YEAR = 365
_EACH_HAS = re.compile(r"各(?:有|配备?|带|联系|负责|包|安排|指定|结对)?$")
_SAID_SHORT = {"人手": "人", "班额": "班"}
_AGAIN = re.compile(
    r"(?:相当于|折合|合|即|也就是|等于|正好|恰好|差不多|刚好)(?:平均)?(?:到|每[人名户个队场站点])?每个?[月周天日季]"
    r"|^(?:平均)?(?:[每一]个?[月周天日]|[日月周]均)"
)
_OF_TIME = re.compile(r"每个?[月周天日季]|[日月周季]均")
_TIME_WORDS = (*_TIMES, "周", "星期", "天", "日", "晚")
_WEEKS = Decimal(52) / Decimal(12)


def averages(task: Task) -> Iterator[Outcome]:
    """Yield the averages that the words ask for: of what the sentence counts, over what 均 or 每 names."""
    spot = task.spot
    found = cues.AVERAGES.search(cues.average_words(task.reading.text, task.spot, task.reading.spots))
    per = _per(found) if found else ""
    scale, per = _scaled(per.removesuffix("平均"))
    told = _named(task, found.end("each")) if found and found.group("each") else []
    over_days = per == "个" and task.words.endswith(_DAYS)  # 每个开放日
    counted = [o for o in task.play if _may_be_used(o) and o.value > 0 and _is_per(o, "天" if over_days else per)]
    overs = _by_size([o for o in (*counted, *(task.silently(_is_per, per) if per else ())) if o.value != 1], per)
    overs = _with_noun(per, overs)
    spoken = [(size, o) for size, o in overs if o.weight >= _SPOKEN]
    measured = [o for o in task.play if _may_be_used(o) and _measures(o, spot.unit.name)]
    # What the sentence takes for granted is only divided by what it speaks of.
    for amount in (*measured, *(task.silently(_measures, spot.unit.name) if per and spoken else ())):
        value = scale * in_unit(amount, spot)
        for over in _within(overs if amount.weight > BACKGROUND else spoken, float(value), task):
            asked = [piece for piece in told if piece not in over.words]
            if (
                over is not amount
                and not _of_one_measure(task.words, amount, over)
                and (_plausible(amount, over) or _shares_sign(per, amount, over))
                and (not asked or any(piece in amount.words for piece in asked))
            ):
                each = arithmetic.ratio(value, _measured_by(per, over))
                if each is not None:
                    yield outcome(each, (amount, over), "derived_ratio")
        if amount.weight > BACKGROUND:
            yield from _per_time(task, value, amount, per)
    last = _last(task)
    if _AGAIN.search(task.words) and last is not None and not _OF_TIME.search(cues.ahead(task.reading.text, last)):
        time = task.words.rpartition("每")[2] if "每" in task.words else per
        for mean in (o for o in task.play if o.mean and o.spot == last.at and same_unit(o.unit, spot.unit)):
            # 人均48次，相当于每人每月4次: the mean of each is spread over time.
            yield from _per_time(task, in_unit(mean, spot), mean, time)


def _last(task: Task) -> Spot | None:
    """Return the number told last, which may have been spread over time already; 一 of 一个月 and 一月 are none."""
    before = reversed(task.reading.spots[max(0, task.spot.at - 2) : task.spot.at])
    return next((o for o in before if o.mention.text[0] != "一" or o.clause != task.spot.clause), None)


def _may_be_used(o: Operand) -> bool:
    return o.weight >= _LEAST and not (o.share or o.prior or o.mean)


def _with_noun(per: str, overs: list[tuple[float, Operand]]) -> list[tuple[float, Operand]]:
    """Return of those to divide by the ones whose words have the noun behind 每个, where there are any."""
    noun = per.removeprefix(unit_of(per))
    with_it = [each for each in overs if noun in each[1].words] if len(noun) > 1 else []
    return with_it or overs


def _of_one_measure(words: str, amount: Operand, over: Operand) -> bool:
    """Say whether one is measured as the other is, so that neither is spread over it; hours are, over days."""
    hours = words.endswith(_DAYS) and over.unit.name in _DAYS and amount.unit.name not in _DAYS
    return bool(over.unit.dimension) and over.unit.dimension == amount.unit.dimension and not hours


def _shares_sign(per: str, amount: Operand, over: Operand) -> bool:
    """Say whether both sides speak of the one sign before 均: 群均 of 群成员 and 微信群."""
    return len(per) == 1 and per not in UNITS and per in amount.words and per in over.words and over.weight >= _SPOKEN


def _per(found: re.Match[str]) -> str:
    """Return what the words take an average over."""
    if found["each"] and found.string.startswith(_TERM, found.start("each")):
        return _TERM
    for sign, per in _SAID_SHORT.items():
        if found.group().startswith(sign):
            return per
    return next((found.group(name) for name in ("per", "each", "one", "single") if found.group(name)), "")


def of_each(task: Task) -> Iterator[Outcome]:
    """Yield what each of those just told has: 52位独居老人各有2名志愿者."""
    if not _EACH_HAS.search(task.words):
        return
    for over in (o for o in task.play if o.spot == task.spot.at - 1 >= 0 and not (o.share or o.mean) and o.value > 0):
        for amount in (*task.play, *task.silent):
            if amount.evidence != over.evidence and not (amount.share or amount.prior or amount.mean):
                each = arithmetic.ratio(in_unit(amount, task.spot), over.value)
                if each is not None and same_unit(amount.unit, task.spot.unit):
                    yield outcome(each, (amount, over), "derived_ratio")


def of_period_before(task: Task) -> Iterator[Outcome]:
    """Yield what an average was in the period before: 而上年场均是70人次."""
    found = cues.AVERAGES.search(task.words)
    per = _per(found) if found else ""
    if not per or not cues.PRIOR.search(task.words):
        return
    before = [o for o in task.reading.amounts.prior if not o.share]
    measured = [o for o in before if _measures(o, task.spot.unit.name)]
    for amount in (o for o in measured if any(o.facts == p.facts for p in task.play)):
        yield from _per_time(task, in_unit(amount, task.spot), amount, per)
    for amount in measured:
        for over in (o for o in before if o.evidence != amount.evidence and _is_per(o, per)):
            each = arithmetic.ratio(in_unit(amount, task.spot), over.value)
            if each is not None and any(o.facts == amount.facts for o in task.play):
                yield outcome(each, (amount, over), "derived_ratio")


def _scaled(per: str) -> tuple[Decimal, str]:
    """Split what an average is taken over into its multiple and the thing itself: 百户 makes 100 and 户."""
    scale = SCALES.get(per[:1], 1) if len(per) > 1 else 1
    return Decimal(scale), per[1:] if scale > 1 else per


def _named(task: Task, end: int) -> list[str]:
    """Return the pieces of the words between 每个小区 and the number that some fact in play has: 新增车位."""
    own = pieces(cues.average_words(task.reading.text, task.spot, task.reading.spots)[end:])
    return [
        piece for piece in own if piece not in GENERIC and piece != "平均" and any(piece in o.words for o in task.play)
    ]


def _by_size(operands: list[Operand], per: str) -> list[tuple[float, Operand]]:
    return sorted(((float(_measured_by(per, o)), o) for o in operands), key=lambda each: each[0])


def _measured_by(per: str, over: Operand) -> Decimal:
    """Return an operand's value in the unit that 每 or 均 names: 每米 of 1.8公里 is one of 1800."""
    unit = UNITS.get(unit_of(per))
    if unit is None or not unit.dimension or unit.dimension != over.unit.dimension:
        return over.value
    return over.value * over.unit.size / unit.size


def _within(overs: list[tuple[float, Operand]], value: float, task: Task) -> Iterator[Operand]:
    """Yield the operands by which the value must be divided to come near the stated number."""
    if value <= 0:
        return
    low = value / task.high if task.high > 0 else 0.0
    high = value / task.low if task.low > 0 else float("inf")
    for n in range(bisect_left(overs, low, key=lambda each: each[0]), len(overs)):
        size, over = overs[n]
        if size > high:
            return
        yield over


def _plausible(amount: Operand, over: Operand) -> bool:
    """Say whether a fact that the sentence does not name may be meant: it is a total, or speaks of the same thing."""
    if min(amount.weight, over.weight) > BACKGROUND:
        return True
    silent, spoken = (amount, over) if amount.weight < over.weight else (over, amount)
    largest = silent.largest and silent is over
    return spoken.weight >= _SPOKEN and (
        silent.whole or related(silent, spoken) or bool(silent.unit.dimension) or largest
    )


def _measures(amount: Operand, stated: str) -> bool:
    """Say whether an average in the stated unit can come from the amount: 人 per event from 人次."""
    unit, known = named(stated), amount.unit.name
    if stated == "个" and known in _PEOPLE:
        # 每名志愿者带6个: the children that were just told of.
        return amount.spot >= 0
    if same_unit(unit, amount.unit) or compatible(unit, amount.unit):
        return stated == known or not {"项", "个"} & {stated, known} or "活动" not in unit.groups
    if known.endswith("次"):
        return stated in (known[:-1], "名", "位", "次")
    return stated.endswith("次") and known in (stated[:-1], "名", "位", "")


def counts_them(sign: str, over: Operand) -> bool:
    """Say whether an operand counts what one sign before 均 stands for: 生 for 学生, 班 for 教学班 but not its 学员."""
    if any(name in over.words for name in SHORTHAND.get(sign, ())):
        return True
    if sign == "户" and over.unit.name not in ("户", "家", "个", ""):
        return False  # 致住户一封信 3600份
    if over.unit.name not in _PEOPLE:
        return sign in over.words
    return re.search(rf"{sign}(?:人?数|总数|人)?(?:\s|$)", over.words) is not None


def _is_per(over: Operand, per: str) -> bool:
    """Say whether an operand counts what 均 or 每 names; any may where nothing is named."""
    if not per:
        return True
    if per == "次" and over.unit.name.endswith("次"):
        return True
    if per in ("人", "人次"):
        return over.unit.name in ("人", "名", "位", "人次")
    if per in UNITS and compatible(UNITS[per], over.unit) and over.unit.name:
        return divides(UNITS[per], over.unit) or over.weight >= _SPOKEN
    if len(per) == 1:
        return counts_them(per, over)
    unit_word = unit_of(per)
    rest = per.removeprefix(unit_word)
    if rest and any(rest[i : i + 2] in over.words for i in range(max(1, len(rest) - 1))):
        return True
    return bool(unit_word) and compatible(UNITS[unit_word], over.unit) and (not rest or over.weight >= _SPOKEN)


def _per_time(task: Task, value: Decimal, amount: Operand, per: str) -> Iterator[Outcome]:
    """Yield what an amount of the whole period makes a month, a quarter, a week or a day."""
    if not per.startswith(_TIME_WORDS):
        return
    months, days = task.reading.span_of(amount)
    if not months:
        return
    spans = {
        **{word: months / length for word, length in _TIMES.items()},
        "周": months * _WEEKS, "星期": months * _WEEKS, "天": days, "日": days, "晚": days,
    }  # fmt: skip
    for word, parts in spans.items():
        if per.startswith(word) and parts >= 1:
            each = arithmetic.ratio(value, parts.to_integral_value() if parts > 1 else parts)
            if each is not None:
                yield outcome(each, (amount,), "derived_ratio")
    if per.startswith(_DAILY):
        yield from per_plain_day(task, value, amount)


def per_plain_day(task: Task, value: Decimal, amount: Operand) -> Iterator[Outcome]:
    """Yield a number that is the daily mean of whole years of 365 days each, as it is often taken of leap years too."""
    months, days = task.reading.span_of(amount)
    plainly = months / 12 * _DAYS_A_YEAR
    if not months or months % 12 or plainly == days:
        return
    each = arithmetic.ratio(value, plainly)
    mean = outcome(each, (amount,), "derived_ratio") if each is not None else None
    if mean is not None and explains(task.spot, mean):  # what a wrong number should have been is reckoned by the days
        yield mean
