"""A unit's facts held against the criteria: met, missed and by how much, not to be told, or no data. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

from drafter.models import FactSheet
from drafter.structure.amounts import Reading, readings
from drafter.structure.criteria import COMPARATORS, Amount, Criterion, Quotient
from drafter.structure.interval import Interval, reaches, shown
from drafter.tracing.arithmetic import plain, ratio, share

Conclusion = Literal["met", "missed", "unsure", "nodata"]
CONCLUSIONS: dict[Conclusion, tuple[str, str]] = {
    "met": ("✓", "达标"),
    "missed": ("✗", "未达标"),
    "unsure": ("？", "无法判定"),
    "nodata": ("—", "无数据"),
}
_AREAS = frozenset({"平方米", "米", "平方公里", "亩"})


@dataclass(frozen=True, slots=True)
class Assessed:
    """What came out for one criterion."""

    criterion: Criterion
    conclusion: Conclusion
    stated: str = ""
    """The unit's own figure, as typed or as reckoned; empty where there is none."""
    interval: Interval | None = None
    """What that figure may stand for, in the criterion's unit."""
    gap: str = ""
    """By how much it is missed: 差40平方米."""
    facts: tuple[str, ...] = ()
    """The ids of the facts that it rests on."""
    reckoning: str = ""
    because: str = ""
    """Why it can't be told, or what else is to be known, in one Chinese sentence."""
    lacking: tuple[Amount, ...] = ()
    """What has to be entered, or entered exactly, before it can be told."""


def requirement(criterion: Criterion) -> str:
    """Return a mark in words: 不少于90%."""
    each = "每项" if criterion.items else ""
    return f"{each}{COMPARATORS[criterion.comparator]}{plain(criterion.threshold)}{criterion.unit}"


def assess_all(sheet: FactSheet, criteria: Iterable[Criterion]) -> tuple[Assessed, ...]:
    """Return what comes out for each criterion that is in use, in their order."""
    return tuple(assess(sheet, c) for c in criteria if c.used)


def assess(sheet: FactSheet, criterion: Criterion) -> Assessed:
    """Return what comes out for one criterion; a figure that a fact states goes before one that is reckoned."""
    if criterion.items:
        return _assess_items(sheet, criterion)
    found = readings(criterion.amount, sheet)
    if not found and criterion.quotient:
        return _assess_quotient(sheet, criterion, criterion.quotient)
    if not found:
        return Assessed(criterion, "nodata", lacking=(criterion.amount,))
    return _against_reckoning(sheet, _judge_readings(criterion, found))


def _judge_readings(criterion: Criterion, found: tuple[Reading, ...]) -> Assessed:
    """Judge by what the facts say; where they say different things that matter, nothing can be told."""
    first = found[0]
    ids, amount = tuple(dict.fromkeys(r.fact.id for r in found)), criterion.amount
    if first.interval is None:
        return Assessed(criterion, "unsure", first.stated, facts=ids, because=first.fault, lacking=(amount,))
    ends = {_conclude(criterion, r.interval) for r in found if r.interval}
    if len(ends) > 1:
        told = "、".join(dict.fromkeys(r.stated for r in found))
        because = f"几处填的不一样：{told}，请核实后只留一个"
        return Assessed(criterion, "unsure", told, facts=ids, because=because, lacking=(amount,))
    return _judged(criterion, first.interval, first.stated, ids[:1])


def _against_reckoning(sheet: FactSheet, stated: Assessed) -> Assessed:
    """Return a judgement by a stated figure, unless the facts that it follows from say the opposite."""
    quotient = stated.criterion.quotient
    reckoned = _assess_quotient(sheet, stated.criterion, quotient) if quotient else stated
    if {stated.conclusion, reckoned.conclusion} != {"met", "missed"}:
        return stated
    because = f"填的是{stated.stated}，算出来却是{reckoned.stated}，请核实"
    ids = tuple(dict.fromkeys((*stated.facts, *reckoned.facts)))
    lacking = (stated.criterion.amount,)
    return Assessed(stated.criterion, "unsure", stated.stated, None, "", ids, reckoned.reckoning, because, lacking)


def _conclude(criterion: Criterion, interval: Interval) -> Conclusion:
    reached = reaches(interval, criterion.comparator, criterion.threshold)
    return "unsure" if reached is None else "met" if reached else "missed"


def _judged(criterion: Criterion, interval: Interval, stated: str, facts: tuple[str, ...]) -> Assessed:
    conclusion = _conclude(criterion, interval)
    because = ""
    lacking: tuple[Amount, ...] = ()
    if conclusion == "unsure":
        mark = f"{plain(criterion.threshold)}{criterion.unit}"
        because = f"“{stated}”指的是{shown(interval, criterion.unit)}，{mark} 在这中间，请填准数"
        lacking = (criterion.amount,)
    gap = _gap(criterion, interval) if conclusion == "missed" else ""
    return Assessed(criterion, conclusion, stated, interval, gap, facts, because=because, lacking=lacking)


def _gap(criterion: Criterion, interval: Interval) -> str:
    """Return by how much a missed mark is missed: 差40平方米, 差6至13.2个百分点, 超1.5个百分点."""
    unit = "个百分点" if criterion.unit == "%" else criterion.unit
    mark, low, high = criterion.threshold, interval.low, interval.high
    if low > mark or high is None or (low == mark and criterion.comparator in ("≤", "=")):
        return _distance("超", low - mark, None if high is None else high - mark, unit)
    return _distance("差", mark - high, mark - low if low or high == low else None, unit)


def _distance(word: str, least: Decimal, most: Decimal | None, unit: str) -> str:
    if most == least:
        return f"{word}{_fine(least)}{unit}" if least else "正好等于这个数，要求的是超过它"
    if most is None:
        return f"{word}{_fine(least)}{unit}以上" if least else f"{word}多少不清楚"
    return f"{word}{_fine(least)}至{_fine(most)}{unit}" if least else f"最多{word}{_fine(most)}{unit}"


def _fine(value: Decimal) -> str:
    """Return a number with so many decimals that something other than nought is shown."""
    places = next((n for n in range(2, 8) if value.quantize(Decimal(1).scaleb(-n))), 2)
    return plain(value, places)


def _assess_quotient(sheet: FactSheet, criterion: Criterion, quotient: Quotient) -> Assessed:
    part, whole = readings(quotient.part, sheet), readings(quotient.whole, sheet)
    missing = tuple(a for a, found in ((quotient.part, part), (quotient.whole, whole)) if not found)
    if missing:
        because = f"可由“{quotient.part.name}”和“{quotient.whole.name}”算出，还缺：{'、'.join(a.name for a in missing)}"
        return Assessed(criterion, "nodata", because=because, lacking=missing)
    ids = tuple(dict.fromkeys((part[0].fact.id, whole[0].fact.id)))
    for amount, found in ((quotient.part, part), (quotient.whole, whole)):
        if fault := _disagreement(found):
            return Assessed(criterion, "unsure", facts=ids, because=f"{amount.name}：{fault}", lacking=(amount,))
    above, below = part[0].interval, whole[0].interval
    assert above is not None
    assert below is not None
    value = above.over(below)
    if value is None:
        because = f"{quotient.whole.name}是 0，算不出来"
        return Assessed(criterion, "unsure", facts=ids, because=because, lacking=(quotient.whole,))
    return _reckoned(criterion, quotient, value, (part[0], whole[0]))


def _disagreement(found: tuple[Reading, ...]) -> str:
    if found[0].interval is None:
        return found[0].fault
    if len({r.interval for r in found}) > 1:
        return f"几处填的不一样：{'、'.join(dict.fromkeys(r.stated for r in found))}，请核实后只留一个"
    return ""


def _reckoned(criterion: Criterion, quotient: Quotient, value: Interval, given: tuple[Reading, Reading]) -> Assessed:
    part, whole = given
    interval = value.times(Decimal(100))
    ids = tuple(dict.fromkeys((part.fact.id, whole.fact.id)))
    above, below = _point(part), _point(whole)
    if above is None or below is None:
        words = shown(interval, criterion.unit)
        reckoning = f"{part.stated} ÷ {whole.stated}{_hundred(quotient)}：{words}"
        judged = _judged(criterion, interval, words, ids)
        because = judged.because and f"算出来是{words}，{plain(criterion.threshold)}{criterion.unit} 在这中间，请填准数"
        vague = tuple(a for a, r in ((quotient.part, part), (quotient.whole, whole)) if _point(r) is None)
        return _with(judged, reckoning, because, vague if because else ())
    derived = share(above, below) if quotient.kind == "percent" else ratio(above, below / 100)
    assert derived is not None
    stated = f"{_beside(derived.value, criterion.threshold)}{criterion.unit}"
    judged = _judged(criterion, Interval(derived.value, derived.value), stated, ids)
    reckoning = f"{plain(above)} ÷ {plain(below)}{_hundred(quotient)} = {stated}"
    if judged.conclusion != "missed" or criterion.comparator in ("≤", "="):
        return _with(judged, reckoning, "", ())
    return _with(judged, reckoning, _still_needed(criterion, quotient, above, below), ())


def _hundred(quotient: Quotient) -> str:
    return " × 100" if quotient.kind == "per_hundred" else ""


def _point(reading: Reading) -> Decimal | None:
    return reading.interval.point if reading.interval else None


def _beside(value: Decimal, mark: Decimal) -> str:
    """Return a number with so many decimals that it can be told from the mark."""
    exact = next((n for n in range(2, 8) if value == mark or plain(value, n) != plain(mark, n)), 8)
    return plain(value, exact)


def _still_needed(criterion: Criterion, quotient: Quotient, part: Decimal, whole: Decimal) -> str:
    """Return how much more of the part would do: people and cases come whole."""
    needed, unit = criterion.threshold * whole / 100, quotient.part.unit
    step = Decimal("0.01") if unit in _AREAS else Decimal(1)
    least = needed.quantize(step, ROUND_CEILING)
    if criterion.comparator == ">" and least == needed:
        least = needed.quantize(step, ROUND_FLOOR) + step
    return f"{quotient.part.name}至少要{plain(least)}{unit}，还差{plain(least - part)}{unit}"


def _with(judged: Assessed, reckoning: str, because: str, lacking: tuple[Amount, ...]) -> Assessed:
    return Assessed(
        judged.criterion, judged.conclusion, judged.stated, judged.interval, judged.gap, judged.facts, reckoning,
        because, lacking,
    )  # fmt: skip


def _assess_items(sheet: FactSheet, criterion: Criterion) -> Assessed:
    """Judge what is counted one by one: one that breaks the mark breaks the whole; all must be stated to meet it."""
    found = {amount: readings(amount, sheet) for amount in criterion.parts}
    ids = tuple(dict.fromkeys(r.fact.id for lot in found.values() for r in lot))
    each = {a: _worst(criterion, lot) for a, lot in found.items() if lot}
    missing = tuple(a for a, lot in found.items() if not lot)
    stated = "、".join(f"{a.name} {_told(r, a)}" for a, (_, r) in each.items())
    broken = [
        f"{a.name}{_gap(criterion, r.interval)}" for a, (end, r) in each.items() if end == "missed" and r.interval
    ]
    vague = tuple(a for a, (end, _) in each.items() if end == "unsure")
    if broken:
        return Assessed(criterion, "missed", stated, gap="；".join(broken), facts=ids)
    if not each:
        because = f"{len(missing)} 项都还没有填，没有发生的请填 0"
        return Assessed(criterion, "nodata", because=because, lacking=missing)
    if missing or vague:
        parts = [f"还缺：{'、'.join(a.name for a in missing)}"] if missing else []
        parts += [f"没有准数：{'、'.join(a.name for a in vague)}"] if vague else []
        because = f"{len(found)} 项里填了 {len(each)} 项，{'；'.join(parts)}"
        return Assessed(criterion, "unsure", stated, facts=ids, because=because, lacking=(*missing, *vague))
    return Assessed(criterion, "met", stated, facts=ids)


def _worst(criterion: Criterion, lot: tuple[Reading, ...]) -> tuple[Conclusion, Reading]:
    """Return the reading that speaks most against the mark, and what it says."""
    order: tuple[Conclusion, ...] = ("missed", "unsure", "met")
    ends = [(_conclude(criterion, r.interval) if r.interval else "unsure", r) for r in lot]
    return min(ends, key=lambda e: order.index(e[0]))


def _told(reading: Reading, amount: Amount) -> str:
    return shown(reading.interval, amount.unit) if reading.interval else f"“{reading.stated}”"
