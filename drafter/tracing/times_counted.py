"""Counts of the days, weekdays, times and spans of time that a fact states: 每周一、周四 are two days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.tallies import Tally

_NOUN = 2
_A_YEAR = re.compile(r"(?:19|20)\d\d年?度?")
_WITHIN_A_DAY = ("小时", "分钟", "分", "秒")
_TIMES = "度"
"""两度 of two dates; what it measures elsewhere is told with no dates."""
_EACH = re.compile("[各均](?:有|办|开展|举[办行]|组织)?$")
_A_WEEK = re.compile("[每一]个?(?:周|星期)")
_SPOKEN_OF = 0.5
_SPANS = re.compile("[\u4e00-\u9fff]{0,4}时间?段")
_DATES = re.compile("(?P<what>[\u4e00-\u9fff]{2,}?)的?(?:举办|开展|举行|活动)?(?:日期|时间|日程)")
_UP_TO = ("至", "到", "—", "-", "~", "～", "–")
_A_SPAN = re.compile("[-至到—~～–]")


def timed(reading: Reading, spot: Spot, told: Sequence[str]) -> Iterator[Tally]:
    """Yield how many days, weekdays, times and spans of time a fact states that the sentence has told: 每周一、周四.

    两个时段 counts spans, whether the sentence tells them or not.
    """
    counts = not spot.unit.name or "活动" in spot.unit.groups or spot.mention.unit == _TIMES
    if not (counts or spot.unit.dimension in ("时间", "年月")):
        return
    if spot.unit.name in _WITHIN_A_DAY:
        return
    spans = _SPANS.match(reading.text, spot.unit_end) is not None
    known = reading.values.timed
    yield from _once_each(reading, spot)
    yield from _weekdays(reading, spot)
    dated = [fact for fact in known if _dates_of(reading.known.by_id[fact].label, reading.text, spot)]
    told = (*told, *dated)
    for fact in sorted(known.keys() & (known if spans else told), key=lambda fact: reading.known.order[fact]):
        times = _times_of(reading, fact)
        years = all(_A_YEAR.fullmatch(time) for time in times)
        ranges = all(_A_SPAN.search(time) for time in times)
        if len(times) > 1 and (not years or spot.unit.name == "年") and (fact in told or ranges):
            yield Tally(times, (fact,))


def _once_each(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the dates on each of which a fact that is told here has it once: 评比4次 of 2月、5月、8月、11月各1次."""
    for fact in reading.values.timed if spot.unit.name else ():
        for e in reading.known.of_fact[fact]:
            once = e.number == 1 and e.unit.name == spot.unit.name and reading.values.forms[e.at] == "number"
            if once and _EACH.search(e.near) and reading.fit(spot, e) >= _SPOKEN_OF:
                yield Tally(_times_of(reading, fact), (fact,), sure=True)


def _weekdays(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the weekdays of a fact that is told here by the week: 每周排练三次 of 每周一、三、五."""
    if not _A_WEEK.search(reading.text, *spot.before):
        return
    for fact in reading.values.timed:
        own = reading.known.of_fact[fact]
        times = _times_of(reading, fact)
        named = all(reading.values.forms[e.at] == "weekday" for e in own) and not any(map(_A_SPAN.search, times))
        if named and max(reading.fit(spot, e) for e in own) >= _SPOKEN_OF:
            yield Tally(times, (fact,), sure=True)


@lru_cache(maxsize=1024)
def _dated_by(label: str) -> str:
    """Return what a label tells the dates of: 义诊 of 义诊日期; nothing where it is no such label."""
    named = _DATES.fullmatch(label)
    return named["what"] if named is not None else ""


def _dates_of(label: str, text: str, spot: Spot) -> bool:
    """Say whether a label tells the dates of what a number counts: 义诊日期 of 3次义诊, 电影放映日期 of 放映4次电影."""
    what = _dated_by(label)
    split = next((n for n in range(len(what), _NOUN - 1, -1) if text.startswith(what[:n], spot.unit_end)), 0)
    return split > 0 and what[split:] in text[slice(*spot.before)]


def _times_of(reading: Reading, fact: str) -> tuple[str, ...]:
    """Return the days and times that a fact states; what 至 joins is one span: 7:00至9:00."""
    told = reading.known.by_id[fact]
    times: list[str] = []
    for e in reading.known.of_fact[fact]:
        if e.core not in reading.values.timed[fact]:
            continue
        piece = told.text if e.place == "text" else told.value
        if times and piece.endswith(_UP_TO, 0, e.start):
            times[-1] += piece[e.start - 1] + e.core
        else:
            times.append(e.core)
    return tuple(times)
