"""Times of day: which ones a mention names, and whether two are one, as 晚7点 and 19:00 are."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.models import Mention
from drafter.numbers.day_parts import Part, hour_told, part_of_day
from drafter.numbers.numerals import read_numeral
from drafter.record import record
from drafter.tracing.period import clock

_NOON = 12
_LATE = re.compile("晚|午后|下午|夜|傍晚|中午")
_WRITTEN = re.compile("([0-9０-９零一二三四五六七八九十两]{1,3})[ ]?[:：点點时時]")
_HOURS = ("点", "时", "點", "時")


@record(frozen=True, slots=True)
class Time:
    """A time of day as told."""

    value: str
    """Hours of the day and minutes: 19:30 for 晚上7点半."""
    written: str
    """The same with the hour as it is written: 07:30."""
    part: Part
    """The part of the day that the words before it name."""

    @property
    def late(self) -> bool:
        """Whether it is of the second half of the day, as its words or its hour say."""
        return int(self.value[:2]) >= _NOON


def times_told(text: str, mention: Mention) -> tuple[Time, ...]:
    """Return the times of day that a mention of a text names: one, both ends of a stretch, or none."""
    value = mention.value
    if mention.type == "other" and isinstance(value, Decimal) and mention.unit in _HOURS and value <= 2 * _NOON:
        bare = clock(value)
        told = f"{hour_told(int(value), text, mention.start):02d}{bare[2:]}"
        return (Time(told, bare, part_of_day(text, mention.start)),)
    values = value if isinstance(value, tuple) else (value,)
    told_all = [v for v in values if isinstance(v, str) and ":" in v]
    if not told_all:
        return ()
    part = part_of_day(text, mention.start)
    hours = [int(read_numeral(hour) or 0) for hour in _WRITTEN.findall(mention.text)]
    written = (f"{hour:02d}{v[2:]}" for v, hour in zip(told_all, hours, strict=False))
    return tuple(Time(v, w, part) for v, w in zip(told_all, written, strict=False))


def same_time(one: Time, other: Time) -> bool:
    """Say whether two times of day are one: 晚7点 and 19:00 are, and 7:00 of no part of the day may be 晚7点."""
    if one.value == other.value:
        return True
    return one.written == other.written and not (one.part and other.part)


def same_afternoon(one: Time, near_one: str, other: Time, near_other: str) -> bool:
    """Say whether two times are one, as words further away from the earlier one name the second half of the day."""
    early, late, near = (one, other, near_one) if one.value < other.value else (other, one, near_other)
    later = f"{int(early.value[:2]) + _NOON:02d}{early.value[2:]}"
    return not early.part and later == late.value and _LATE.search(near) is not None


def written_like(told: Time, known: Time, core: str) -> str:
    """Return how a fact's time, whose own text is `core`, is put in place of another; nothing where the words forbid.

    Behind 上午 stands no time of the evening, and in place of 20:00 none that only 晚 makes one.
    """
    if told.part and told.late != known.late:
        return ""
    return known.value if told.late and not told.part else core
