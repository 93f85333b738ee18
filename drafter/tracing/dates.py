"""Dates, times of day and ranges: which fact or the sheet's period they follow from."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.models import Category
from drafter.tracing import cues
from drafter.tracing.date_rivals import meant_dates, rival_date
from drafter.tracing.ends_told import told_as_other_end
from drafter.tracing.events import happened_otherwise
from drafter.tracing.evidence import Evidence
from drafter.tracing.founding import back_founded
from drafter.tracing.hours import Time, same_afternoon, same_time, times_told
from drafter.tracing.layout import Spot
from drafter.tracing.lone_months import is_lone_month
from drafter.tracing.named_days import match_named_day
from drafter.tracing.period import Parts, Period, as_date, parts
from drafter.tracing.ranges import match_bound, match_ends, match_range
from drafter.tracing.reading import Backing, Objection, Reading
from drafter.tracing.told_events import dated_otherwise
from drafter.tracing.years import FOLLOWS, ends_period

_SO_MANY = {"两": 2, "二": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4}
_QUARTERS_IN_TURN = re.compile(f"[前全年这]([{''.join(_SO_MANY)}])个?季度[^，。；]{{0,6}}(?:分别|依次)")
_PLANS = re.compile(r"明年|下一步|下步|今后|计划|力争|打算|展望|新的一年|将|目标")


def match_dates(reading: Reading) -> None:
    """Back the dates, seasons, weekdays, times and ranges of a draft."""
    matchers = {
        "date": _date, "span": _span, "clock": _clock, "weekday": _weekday, "range": _range, "season": _season,
        "number": _number,
    }  # fmt: skip
    for spot in reading.spots:
        if spot.mention.kind == "claim":
            matcher = matchers.get("season" if spot.mention.unit == "季度" else spot.form)
            if matcher is not None:
                matcher(reading, spot)


def _found(reading: Reading, spot: Spot, found: list[Evidence], category: Category = "date_ok") -> None:
    """Back a number by the evidence that fits best, that of the period before an earlier one: 3—5月 of two years."""
    best = max(found, key=lambda e: (reading.fit(spot, e), not e.prior, -e.at))
    words = f"与“{reading.known.wording_of(best)}”一致"
    reading.backings[spot.at] = Backing((best.at,), (best.fact,), category, words)


def _follows(reading: Reading, spot: Spot) -> None:
    reading.backings[spot.at] = Backing((), (), "date_ok", FOLLOWS)


def _date(reading: Reading, spot: Spot) -> None:
    period = reading.known.period
    wanted = parts(str(spot.mention.value))
    found = [e for e in reading.values.with_date(wanted) if _year_fits(wanted, e, period)]
    if found and _names_period(reading, spot, wanted, found):
        _follows(reading, spot)
        return
    other = dated_otherwise(reading, spot, wanted, found) or told_as_other_end(reading, spot, wanted, found)
    if other is not None:
        reading.objections[spot.at] = Objection("wrong_date", tuple(found[:1]), (other,))
        return
    if found:
        best = max(found, key=lambda e: reading.fit(spot, e))
        rival = rival_date(reading, spot, wanted, best)
        if rival is None or _of_period(reading, spot, wanted):
            _found(reading, spot, found)
        else:
            reading.objections[spot.at] = Objection("wrong_date", (best,), (rival,))
        return
    if _of_period(reading, spot, wanted) and not happened_otherwise(reading, spot, wanted):
        _follows(reading, spot)
        return
    if _deadline(reading, spot, wanted) or match_named_day(reading, spot, wanted):
        return
    if back_founded(reading, spot, wanted):
        return
    lines = reading.timelines.all if wanted[0] and not any(wanted[1:]) else ()
    dealt = [e for line in lines for e in line.years.values() if e.year == wanted[0] and reading.fit(spot, e) > 0]
    if dealt:
        _found(reading, spot, dealt)  # 2022年 of 2021—2023年分别为64户、71户、83户
        return
    _object(reading, spot)


def _deadline(reading: Reading, spot: Spot, wanted: Parts) -> bool:
    """Back a date that follows a dated fact by the days that the sheet allows: 11月9日 and 7天 make 11月16日."""
    year = reading.known.period.year
    day = as_date(wanted, year)
    if day is None:
        return False
    spans = [
        e for e in reading.known.evidence
        if e.unit.name in ("天", "日", "个工作日") and e.number is not None and _says(reading, spot, e)
    ]  # fmt: skip
    for known, at in reading.values.dated:
        start = as_date(known, year)
        for span in spans if start is not None else ():
            if start is not None and (day - start).days == span.number:
                e = reading.known.evidence[at]
                facts = tuple(dict.fromkeys((e.fact, span.fact)))
                because = f"{start.month}月{start.day}日起第{span.number}天"
                reading.backings[spot.at] = Backing((e.at, span.at), facts, "date_ok", because)
                return True
    return False


def _says(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether the sentence of a date states a length of time."""
    near = reading.spots[max(0, spot.at - 4) : spot.at + 3]
    return any(o.value == e.number and o.unit.name == e.unit.name and o.sentence == spot.sentence for o in near)


def _object(reading: Reading, spot: Spot) -> None:
    reading.objections[spot.at] = Objection("wrong_date", (), meant_dates(reading, spot))


def _year_fits(wanted: Parts, e: Evidence, period: Period) -> bool:
    """Say whether a dated fact without year can be of the year that the draft names, and the other way round."""
    known = [parts(v) for v in (e.value if isinstance(e.value, tuple) else (e.value,)) if isinstance(v, str)]
    years = {k[0] for k in known if k[0]} or ({e.year} if e.year else set())
    if wanted[0] is None:
        return True
    return wanted[0] in years or (not years and (not period.year or period.covers(wanted[0])))


def _of_period(reading: Reading, spot: Spot, wanted: Parts) -> bool:
    """Say whether a date follows from the sheet's period: its year, its first or last month, the year before."""
    period = reading.known.period
    if not period.year:
        return False
    year, month, day = wanted
    if day is not None:
        return ends_period(reading, spot, wanted)
    if month is not None:
        ends = month in (period.first_month, period.last_month) and (year is None or period.covers(year))
        return ends and not (period.months > 1 and is_lone_month(reading, spot))
    if year is None:
        return False
    if period.covers(year):
        return True
    around = reading.text[spot.clause[0] : spot.clause[1]]
    if year == period.first_year - 1:
        return bool(re.search(r"[比较同与]|末|底|上年|去年", around))
    return year == period.year + 1 and bool(_PLANS.search(reading.text[spot.sentence[0] : spot.sentence[1]]))


def _names_period(reading: Reading, spot: Spot, wanted: Parts, found: list[Evidence]) -> bool:
    """Say whether a year is told as the sheet's own, 2026年度, and no fact of that year says it so."""
    if not reading.text.startswith("度", spot.mention.end) or not _of_period(reading, spot, wanted):
        return False
    return not any("年度" in reading.known.wordings[e.fact] for e in found)


def _span(reading: Reading, spot: Spot) -> None:
    value = spot.mention.value
    found = list(reading.values.with_range(value))
    if found:
        _found(reading, spot, found, "range_ok" if len(spot.mention.text) > 3 else "date_ok")
        return
    if told := times_told(reading.text, spot.mention):
        times = [_at_time(reading, spot, time) for time in told]
        if all(times):
            _found(reading, spot, [e for found in times for e in found], "date_ok")
            return
    elif isinstance(value, tuple) and all(isinstance(v, str) for v in value):
        ends = [parts(str(v)) for v in value]
        period = reading.known.period
        if period.year and all(_inside(e, period) for e in ends) and (ends[0][1], ends[1][1]) in (
            (period.first_month, period.last_month), (None, None),
        ):  # fmt: skip
            _follows(reading, spot)
            return
        if all(any(True for _ in reading.values.with_date(e)) for e in ends):
            _found(reading, spot, [e for end in ends for e in reading.values.with_date(end)], "range_ok")
            return
    _object(reading, spot)


def _inside(end: Parts, period: Period) -> bool:
    return end[2] is None and (end[0] is None or period.covers(end[0]))


def _clock(reading: Reading, spot: Spot) -> None:
    found = [e for time in times_told(reading.text, spot.mention) for e in _at_time(reading, spot, time)]
    if found:
        _found(reading, spot, found)
    else:
        _object(reading, spot)


def _at_time(reading: Reading, spot: Spot, time: Time) -> list[Evidence]:
    """Return the evidence of a time of day."""
    told, facts = reading.text[slice(*spot.clause)], reading.known.by_id
    timed = [(e, known) for e in reading.known.evidence for known in e.times]
    return [e for e, known in timed if same_time(known, time)] or [
        e for e, known in timed if same_afternoon(known, facts[e.fact].wording, time, told)
    ]


def _weekday(reading: Reading, spot: Spot) -> None:
    found = [
        e for e in reading.known.evidence if reading.values.forms[e.at] == "weekday" and e.value == spot.mention.value
    ]
    if found:
        _found(reading, spot, found)
    else:
        _object(reading, spot)


def _season(reading: Reading, spot: Spot) -> None:
    """Back 三季度, 前三季度 by the period, or by a fact that names the same quarter."""
    period = reading.known.period
    quarter, covered = spot.mention.value, False
    if isinstance(quarter, Decimal) and period.year:
        last = int(quarter) * 3
        first = 1 if reading.text[max(0, spot.mention.start - 1) : spot.mention.start] == "前" else last - 2
        if (first, last) == (period.first_month, period.last_month):
            _follows(reading, spot)
            return
        if (
            last == period.first_month - 1
            and last - first == period.last_month - period.first_month
            and _tells_before(reading)
        ):
            _follows(reading, spot)
            return
        covered = _within_known(reading, first, last)
    own = [e for e in reading.known.evidence if e.type == "date" and e.value == quarter]
    found = own or [e for e in reading.known.evidence if spot.mention.text in f"{e.near} {e.far}"]
    if found:
        _found(reading, spot, found)
    elif covered or _told_in_turn(reading, quarter):
        _follows(reading, spot)
    else:
        _object(reading, spot)


def _told_in_turn(reading: Reading, quarter: object) -> bool:
    """Say whether a fact tells something of the first quarters one by one: 前三季度分别列第5、第3、第1名."""
    told = (_QUARTERS_IN_TURN.search(wording) for wording in reading.known.wordings.values())
    return any(isinstance(quarter, Decimal) and quarter <= _SO_MANY[found[1]] for found in told if found is not None)


def _range(reading: Reading, spot: Spot) -> None:
    """Back a range as a fact states it, or 一至四季度 by what the sheet states by quarters."""
    match_range(reading, spot)
    ends = spot.mention.value if spot.unit.name == "季度" and isinstance(spot.mention.value, tuple) else ()
    quarters = [int(end) for end in ends if isinstance(end, Decimal)]
    if quarters and spot.at not in reading.backings and _within_known(reading, quarters[0] * 3 - 2, quarters[-1] * 3):
        _follows(reading, spot)
        del reading.objections[spot.at]


def _within_known(reading: Reading, first: int, last: int) -> bool:
    """Say whether the sheet states something by parts of the year that make up some months of its period."""
    period = reading.known.period
    within = period.first_month <= first and last <= period.last_month
    return within and any(series.covering((first, last)) for series in reading.series)


def _tells_before(reading: Reading) -> bool:
    """Say whether the sheet gives the last period's values, so that a draft may name that period: 比一季度多52人."""
    return any(c.before.place == "previous" for c in reading.comparisons)


def _number(reading: Reading, spot: Spot) -> None:
    match_bound(reading, spot)
    match_ends(reading, spot)
    _months(reading, spot)


def _months(reading: Reading, spot: Spot) -> None:
    """Back 十个月来, 半年来, 一年来: durations that are the period's own length."""
    period = reading.known.period
    said = spot.unit.name in ("天", "日") and spot.value == period.days
    if said and not any(e.value == spot.value and e.unit.name == spot.unit.name for e in reading.known.evidence):
        _follows(reading, spot)
    if spot.value == 1 and period.school and spot.mention.unit == period.school:
        _follows(reading, spot)
        return
    if spot.unit.dimension != "年月" or spot.value is None or not period.months:
        return
    if spot.value * spot.unit.size != period.months:
        return
    if spot.unit.name == "年" and spot.value <= 1:
        _follows(reading, spot)
        return
    behind = reading.text[spot.unit_end : spot.unit_end + 3]
    ahead = cues.beside(reading.text, spot)
    if (
        re.match(r"来|间|以来|里|中|内|奋斗|时间|下来|共|的", behind)
        or ahead.endswith(("前", "这", "过去", "全年", "近"))
        or spot.unit.name == "个月"
        or not reading.text[spot.clause[0] : spot.mention.start].strip("“ ")
    ):
        _follows(reading, spot)
