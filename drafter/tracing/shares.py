"""Percentages, fractions and multiples: a part of a whole, growth against the period before, so many times as much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from drafter.tracing import arithmetic, cues
from drafter.tracing.comparisons import Comparison
from drafter.tracing.layout import Spot
from drafter.tracing.outcome import Outcome, outcome, stated_by
from drafter.tracing.play import Operand, background, is_whole, operand, related
from drafter.tracing.reading import Reading
from drafter.tracing.units import same_unit

_LEAST = 0.3
_RATE = re.compile(r"(?:率|面|比例|比重|占比)[^，,。；;]{0,6}$")
_LIVING = frozenset(("人", "户"))


def compared(reading: Reading, spot: Spot, play: list[Operand]) -> list[tuple[Comparison, Operand, Operand]]:
    """Return the comparisons that the sentence is about, most relevant first, with both sides as operands."""
    weights = {at: o.weight for o in play for at in o.evidence}
    found: list[tuple[Comparison, Operand, Operand]] = []
    for c in reading.comparisons:
        weight = max(weights.get(c.now.at, 0.0), weights.get(c.before.at, 0.0))
        if weight >= _LEAST:
            now, before = operand(reading, c.now, weight), operand(reading, c.before, weight)
            if now is not None and before is not None:
                found.append((c, now, before))
    return sorted(found, key=lambda each: -each[1].weight)


def growth(reading: Reading, spot: Spot, play: list[Operand]) -> Iterator[Outcome]:
    """Yield what a growth or a fall in per cent may come from; the base is always the earlier value."""
    words = cues.ahead(reading.text, spot)
    down = bool(cues.DOWN.search(words))
    up = bool(cues.UP.search(words)) and not down
    for c, now, before in compared(reading, spot, play):
        if c.increase:
            change = arithmetic.ratio(now.value * 100, before.value)
        else:
            change = arithmetic.growth(now.value, before.value)
        if change is None or (down and change.value > 0) or (up and change.value < 0):
            continue
        if c.increase:
            change = arithmetic.share(now.value, before.value)
        elif change.value < 0:
            change = arithmetic.Derived(-change.value, change.reckoning.replace("= -", "= -"))
        if change is not None:
            yield outcome(change, (now, before), "derived_percent")


def of_days(reading: Reading, spot: Spot, play: list[Operand]) -> Iterator[Outcome]:
    """Yield the share of the days of the period: 空气优良天数289天, 优良率79.2%."""
    days = Decimal(reading.known.period.days)
    for part in play:
        if days and part.unit.name == "天" and part.spot == spot.at - 1 and part.value <= days:
            each = arithmetic.share(part.value, days)
            if each is not None:
                yield outcome(each, (part,), "derived_percent")


def increments(reading: Reading, spot: Spot, play: list[Operand]) -> Iterator[Outcome]:
    """Yield by how much something that is new raised its total: 新增180个，总数达540个，增加了一半."""
    fresh = [o for o in play if cues.CAME_ON_TOP.search(o.words) and not o.share and o.weight >= _LEAST]
    for gain in fresh:
        for whole in play:
            if whole.evidence != gain.evidence and same_unit(whole.unit, gain.unit) and whole.value > gain.value and related(whole, gain):
                base = arithmetic.difference(whole.value, gain.value)
                each = arithmetic.share(gain.value, base.value)
                if each is not None:
                    yield outcome(arithmetic.Derived(each.value, f"{base.reckoning}，{each.reckoning}"), (gain, whole), "derived_percent")


def shares(reading: Reading, spot: Spot, play: list[Operand]) -> Iterator[Outcome]:
    """Yield the shares of one fact in another, or of several facts in one, that the sentence may speak of."""
    plain = [o for o in play if not o.share and o.weight >= _LEAST and o.value > 0]
    surveyed = cues.SURVEYED.search(cues.ahead(reading.text, spot))
    if surveyed:
        plain = [o for o in plain if surveyed.group() in o.words]
    for part in plain:
        for whole in plain:
            if part is whole or part.value * part.unit.size > whole.value * whole.unit.size:
                continue
            if not same_unit(part.unit, whole.unit) and not _crossed(reading, spot, part, whole):
                continue
            each = arithmetic.share(part.value * part.unit.size, whole.value * whole.unit.size)
            if each is not None:
                yield outcome(each, (part, whole), "derived_percent")
                yield from _complement(each, part, whole)
    yield from _joined_shares(reading, spot, plain)
    yield from _silent_shares(reading, spot, plain)
    yield from _fact_shares(reading, plain)


def _crossed(reading: Reading, spot: Spot, part: Operand, whole: Operand) -> bool:
    """Say whether a rate may relate two kinds of things: 1790本 issued to 1846人, just before the number."""
    if not _RATE.search(cues.ahead(reading.text, spot)) or part.unit.dimension or whole.unit.dimension:
        return False
    latest = max(part.spot, whole.spot)
    if min(part.weight, whole.weight) < 0.45 or latest < spot.at - 2:
        return False
    return min(part.spot, whole.spot) >= spot.at - 6 or min(part.spot, whole.spot) == -1


def _complement(each: arithmetic.Derived, part: Operand, whole: Operand) -> Iterator[Outcome]:
    """Yield the other side of a share whose words deny: 不合格14 of 560 leaves 97.5%."""
    if re.search(r"不|未|没有|无", part.words):
        rest = 100 - each.value
        yield outcome(arithmetic.Derived(rest, f"100% - {arithmetic.plain(each.value, 1)}% = {arithmetic.plain(rest, 1)}%"), (part, whole), "derived_percent")


def _silent_shares(reading: Reading, spot: Spot, plain: list[Operand]) -> Iterator[Outcome]:
    """Yield the shares of the number just before in a total that the sentence takes for granted: 参保率, 占比."""
    if stated_by(spot).resolution > 1 or stated_by(spot).fraction:
        return
    latest = max((o.spot for o in plain if o.spot < spot.at), default=-1)
    rate = _RATE.search(cues.ahead(reading.text, spot))
    for part in plain:
        if part.spot != latest or latest < 0:
            continue
        wholes = [o for o in background(reading, plain) if o.value >= part.value]
        alone = [o for o in wholes if same_unit(part.unit, o.unit)]
        for whole in wholes:
            fitting = same_unit(part.unit, whole.unit) and (is_whole(whole) or related(part, whole) or (bool(rate) and len(alone) == 1))
            crossed = bool(rate) and not part.unit.dimension and whole.unit.groups & _LIVING and is_whole(whole)
            if (fitting or crossed) and part.value <= whole.value:
                each = arithmetic.share(part.value, whole.value)
                if each is not None:
                    yield outcome(each, (part, whole), "derived_percent")


def _joined_shares(reading: Reading, spot: Spot, plain: list[Operand]) -> Iterator[Outcome]:
    """Yield the shares of several parts taken together: 两者合占, 三类纠纷占到."""
    stated = sorted((o for o in plain if 0 <= o.spot < spot.at and not o.reasoned), key=lambda o: -o.spot)
    for count in range(2, min(5, len(stated)) + 1):
        parts = stated[:count]
        if not all(same_unit(parts[0].unit, p.unit) for p in parts):
            continue
        joined = arithmetic.total([p.value for p in reversed(parts)])
        for whole in plain:
            if whole not in parts and same_unit(whole.unit, parts[0].unit) and joined.value <= whole.value:
                each = arithmetic.share(joined.value, whole.value)
                if each is not None:
                    yield outcome(each, (*parts, whole), "derived_percent")


def _fact_shares(reading: Reading, plain: list[Operand]) -> Iterator[Outcome]:
    """Yield the share of each number of a fact in all its numbers together: 优秀38名，合格318名."""
    for part in plain:
        parts = [o for o in plain if o.facts == part.facts and o.evidence and same_unit(o.unit, part.unit)]
        if len(parts) >= 2:
            each = arithmetic.share(part.value, arithmetic.total([o.value for o in parts]).value)
            if each is not None:
                yield outcome(each, (part, *(o for o in parts if o is not part)), "derived_percent")


def multiples(reading: Reading, spot: Spot, play: list[Operand]) -> Iterator[Outcome]:
    """Yield how many times one value is another: 是上年的1.25倍, 翻了一番, 面积是扩建前的近7倍."""
    grown = bool(cues.UP.search(cues.ahead(reading.text, spot)))
    for _, now, before in compared(reading, spot, play):
        each = arithmetic.ratio(now.value - before.value if grown else now.value, before.value)
        if each is not None:
            yield outcome(each, (now, before), "derived_ratio")
    if grown:
        return
    plain = [o for o in play if o.weight >= _LEAST and o.value > 0]
    for more, less in combinations(sorted(plain, key=lambda o: -o.value), 2):
        if same_unit(more.unit, less.unit) and more.share == less.share:
            each = arithmetic.ratio(more.value * more.unit.size, less.value * less.unit.size)
            if each is not None:
                yield outcome(each, (more, less), "derived_ratio")
                if spot.unit.name == "":
                    turned = arithmetic.Derived(1 / each.value, f"{arithmetic.plain(less.value)} : {arithmetic.plain(more.value)}")
                    yield outcome(turned, (less, more), "derived_ratio")


def part_of_rate(reading: Reading, spot: Spot, play: list[Operand]) -> Iterator[Outcome]:
    """Yield the part that a known rate makes of a known whole: 97.3% of 112 is 109."""
    rates = [o for o in play if o.share and o.weight >= _LEAST]
    for rate in rates:
        for whole in play:
            if not whole.share and whole.weight >= 0.5 and same_unit(whole.unit, spot.unit):
                each = arithmetic.part_of(rate.value, whole.value)
                rounded = arithmetic.Derived(each.value.quantize(Decimal(1)), each.reckoning)
                yield outcome(rounded, (rate, whole), "derived_ratio", exact=True)
