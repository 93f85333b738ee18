"""What a typed figure can mean, as an interval, and on which side of a mark that interval lies."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from drafter.amount import NONE_WORDS, joined
from drafter.models import Mention
from drafter.numbers.find import find_mentions
from drafter.numbers.typed import read_value, value_fault
from drafter.structure.criteria import Comparator
from drafter.tracing.approximation import ABOUT, NEAR, Sense, Stated, sense_of, stated
from drafter.tracing.arithmetic import plain
from drafter.tracing.units import compatible, convert, named, split_scale


@dataclass(frozen=True, slots=True)
class Interval:
    """All the numbers that a figure may stand for. An end that is not `in` is left out; no `high`: no upper bound."""

    low: Decimal
    high: Decimal | None
    low_in: bool = True
    high_in: bool = True

    @property
    def point(self) -> Decimal | None:
        """The number itself, where there is only one."""
        return self.low if self.low == self.high else None

    def times(self, factor: Decimal) -> Interval:
        """Return the interval in a unit that is smaller by this factor (greater than nought)."""
        high = None if self.high is None else self.high * factor
        return Interval(self.low * factor, high, self.low_in, self.high_in)

    def over(self, whole: Interval) -> Interval | None:
        """Return what comes out when this is divided by a whole, or None where the whole may be nought."""
        if not whole.low:
            return None
        least = Decimal(0) if whole.high is None else self.low / whole.high
        most = None if self.high is None else self.high / whole.low
        return Interval(least, most, self.low_in and whole.high_in, self.high_in and whole.low_in)


def exactly(value: Decimal) -> Interval:
    """Return the interval of one number."""
    return Interval(value, value)


def reaches(interval: Interval, comparator: Comparator, threshold: Decimal) -> bool | None:
    """Return whether every number of the interval meets the mark (True), none does (False), or some do (None)."""
    low, high = interval.low, interval.high
    if comparator == "=":
        outside = low > threshold or (low == threshold and not interval.low_in) or _below(interval, threshold)
        return True if interval.point == threshold else False if outside else None
    if comparator == "≤":
        if high is not None and high <= threshold:
            return True
        return False if low > threshold or (low == threshold and not interval.low_in) else None
    if low > threshold or (low == threshold and (comparator == "≥" or not interval.low_in)):
        return True
    short = _below(interval, threshold) or (comparator == ">" and high is not None and high <= threshold)
    return False if short else None


def _below(interval: Interval, threshold: Decimal) -> bool:
    high = interval.high
    return high is not None and (high < threshold or (high == threshold and not interval.high_in))


def read_interval(typed: str, unit: str, wanted: str) -> Interval | str:
    """Return what a typed figure may stand for in the wanted unit, or in one Chinese sentence why nothing is read.

    3600余 is 3600 up to 3700, 约90% is four per cent to either side, 不到4 is below 4, 12至18 is both and all between.
    无 is nought where things are counted; of a rate it says nothing.
    """
    text = unicodedata.normalize("NFKC", typed).strip().rstrip("。")
    unit = unicodedata.normalize("NFKC", unit).strip()
    if text in NONE_WORDS and wanted != "%":
        return exactly(Decimal(0))
    fault = value_fault(text, unit)
    if fault:
        return fault
    whole = joined(text, unit)
    claims = [m for m in find_mentions(whole) if m.kind == "claim" and m.start < len(text)]
    mention = claims[0] if len(claims) == 1 else read_value(text, unit)
    if mention is None:
        return f"“{typed}”里没有读出一个准数，请填一个数"
    return interval_of(whole, mention, unit, wanted)


def interval_of(text: str, mention: Mention, unit: str, wanted: str) -> Interval | str:
    """Return what a number that stands in a text may be in the wanted unit; `unit` counts where it names none."""
    found = _plain_interval(text, mention)
    if found is None:
        return f"“{mention.text}”不是准数，请填一个数"
    name = mention.unit or unit
    if wanted == "%":
        return _as_percentage(found, mention, name)
    scale, known = split_scale(name)
    asked = named(wanted)
    if mention.type == "percent" or not compatible(known, asked):
        return f"单位是“{name}”，要求的是“{wanted}”，没法比"
    return found.times(convert(Decimal(scale), known, asked))


def _as_percentage(found: Interval, mention: Mention, unit: str) -> Interval | str:
    if mention.type == "ratio" and found.high is not None and found.high <= 1:
        found = found.times(Decimal(100))
    elif unit not in ("", "%"):
        return f"单位是“{unit}”，要求的是“%”，没法比"
    elif not unit and mention.type != "percent" and found.high is not None and 0 < found.high <= 1:
        return f"“{mention.text}”没有写单位，分不清是百分之几，请写成 96.5% 这样"
    # No more than all of it.
    if found.low <= 100 and (found.high is None or found.high > 100):
        return Interval(found.low, Decimal(100), found.low_in)
    return found


def _plain_interval(text: str, mention: Mention) -> Interval | None:
    value = mention.value
    if isinstance(value, tuple):
        low, high = value
        both = isinstance(low, Decimal) and isinstance(high, Decimal) and low <= high
        return Interval(low, high) if both and isinstance(low, Decimal) and isinstance(high, Decimal) else None
    # 几千 may be two thousand or nine.
    if not isinstance(value, Decimal) or mention.text[0] in "几幾数數":
        return None
    behind = text[mention.end :]
    unit_end = mention.end + (len(mention.unit) if mention.unit and behind.startswith(mention.unit) else 0)
    sense = sense_of(text, mention.start, mention.end, unit_end)
    return _around(stated(mention.text, value, sense), sense)


def _around(number: Stated, sense: Sense) -> Interval:
    """Return what the words around a number leave open; the bounds are those by which a draft's numbers are judged."""
    value, step = number.value, number.step
    if sense == "about":
        fives = bool(step) and value / step % 5 == 0
        away = min(ABOUT * value, 2 * step * (5 if fives else 1))
        return Interval(value - away, value + away)
    if sense == "near":
        return Interval(value * (1 - NEAR), value, high_in=False)
    if sense == "weak":
        return Interval(max(value - step, Decimal(0)), value, high_in=False)
    if sense in ("more", "strong"):
        return Interval(value, value + step, high_in=False)
    if sense in ("least", "beyond"):
        return Interval(value, None, low_in=sense == "least")
    if sense in ("most", "below"):
        return Interval(Decimal(0), value, high_in=sense == "most")
    return exactly(value)


def shown(interval: Interval, unit: str) -> str:
    """Return an interval in words: 60平方米, 86.4%至93.6%, 3600册以上不到3700册, 超过95%."""
    low = f"{plain(interval.low)}{unit}"
    if interval.point is not None:
        return low
    if interval.high is None:
        return f"不少于{low}" if interval.low_in else f"超过{low}"
    high = f"{plain(interval.high)}{unit}"
    if unit == "%" and interval.high == 100 and interval.high_in:
        return f"不少于{low}" if interval.low_in else f"超过{low}"
    if not interval.low:
        return f"不超过{high}" if interval.high_in else f"不到{high}"
    if interval.high_in:
        return f"{low}至{high}"
    return f"{low}以上不到{high}"
