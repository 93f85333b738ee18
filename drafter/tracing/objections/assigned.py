"""Values given to the wrong one of several: another year's of one statement, another month's."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.models import Category
from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.stretches import Months, spoken_of, stretch_sums, stretches_at, stretches_in
from drafter.tracing.units import same_unit

_BACK = 8
_YEAR_LONG = 12
_WHOLE = re.compile(r"全年|年内|一年来|年度|累计|共计|总计|合计|[总共](?:计|[^建享治同创产商筑育青]|$)")
_WITHIN = 12
_THIS_YEAR = re.compile("当年|今年|本年|年内")
_PART = re.compile(r"其中(?:19|20)\d\d年")
_YEAR = re.compile(r"(?:19|20)\d\d")
_AGAINST = ("比", "较", "由", "从", "自", "至", "到", "—", "-")
_COMPARED = re.compile("(?:同期|底|末)?相?[比较](?![重赛例])")
"""Behind a year, what makes it one that is only set against: 与2019年相比."""
_EARLIER = re.compile(rf"[由从自比较]|{cues.PRIOR.pattern}")


def flag_other_year(reading: Reading) -> None:
    """Object to a value that a statement gives for another year than the one that the draft names: 2021年720户."""
    for spot, e in reading.stating():
        if spot.number is None or not e.year:
            continue
        year = _year_told(reading, spot)
        if not year or year == e.year:
            continue
        near = reading.known.evidence[max(0, e.at - _WITHIN) : e.at + _WITHIN + 1]
        own = [o for o in near if o.fact == e.fact and o.year == year and o.number and same_unit(o.unit, e.unit)]
        if own and all(o.value != e.value for o in own):
            _object(reading, spot, e, own[0])


def flag_all_years(reading: Reading) -> None:
    """Object to what all years came to told of this one, which the same fact gives apart: 38家，其中2018年21家."""
    year = reading.known.period.year
    for spot, e in reading.stating():
        if spot.number is None or e.year or not _THIS_YEAR.search(reading.text[spot.clause[0] : spot.mention.start]):
            continue
        own = reading.known.of_fact[e.fact]
        part = [o for o in own if o.year == year and o.order > e.order and o.unit == e.unit and o.number]
        if part and _PART.search(reading.known.wordings[e.fact]) and part[0].value != e.value:
            _object(reading, spot, e, part[0])


def _year_told(reading: Reading, spot: Spot) -> int:
    """Return the year last named before the number in its sentence, none where that is a span or only compared with."""
    if _EARLIER.search(reading.text[slice(*spot.before)]):
        return 0
    for other in reversed(reading.spots[max(0, spot.at - _BACK) : spot.at]):
        if other.sentence != spot.sentence or "；" in reading.text[other.mention.end : spot.mention.start]:
            return 0
        value = other.mention.value
        if other.mention.type == "date" and isinstance(value, tuple):
            return 0
        if isinstance(value, str) and other.mention.type == "date" and _YEAR.match(value):
            compared = reading.text.endswith(_AGAINST, 0, other.mention.start) or _COMPARED.match(
                reading.text, other.mention.end
            )
            return 0 if compared else int(value[:4])
    return 0


def _object(reading: Reading, spot: Spot, taken: Evidence, meant: Evidence | None) -> None:
    reading.refuse(spot.at, Objection("swapped_subject", (taken,), (meant,) if meant is not None else ()))


def flag_other_stretch(reading: Reading) -> None:
    """Object to a value of another month or quarter than the one told: 1月64次 where that is what 3月 had."""
    series_of = {e.at: series for series in reversed(reading.series) for e in series.parts.values()}
    for spot, e in reading.stating() if series_of else ():
        series = series_of.get(e.at) if spot.number is not None else None
        if series is None:
            _flag_year_for_part(reading, spot, e)
            continue
        named = stretches_at(reading.text, spot, reading.spots, spot.clause[0]) or _all_year(reading, spot)
        meant = series.making_up(named)
        amount = sum((o.number or Decimal(0) for o in meant), Decimal(0))
        if len(meant) > 1 and amount != e.value:
            reading.refuse(spot.at, Objection("wrong_derived", (e,), tuple(meant), stretch_sums(series, named)))
        elif meant and e not in meant and amount != e.value:
            _object(reading, spot, e, meant[0])


def _flag_year_for_part(reading: Reading, spot: Spot, e: Evidence) -> None:
    """Object to what all stretches came to, told of some of them: 前三季度48次, where that is the year's."""
    stretches = stretches_at(reading.text, spot, reading.spots, spot.clause[0]) if spot.number is not None else []
    words = reading.text[slice(*spot.sentence)]
    for series in spoken_of(reading.series, spot.unit, words) if stretches and e.number is not None else ():
        meant = series.making_up(stretches)
        total = sum((o.number or Decimal(0) for o in series.parts.values()), Decimal(0))
        if meant and len(meant) < len(series.parts) and total == e.number:
            made = stretch_sums(series, stretches)
            category: Category = "wrong_derived" if made is not None else "swapped_subject"
            reading.refuse(spot.at, Objection(category, (e,), tuple(meant), made))
            return


def _all_year(reading: Reading, spot: Spot) -> list[Months]:
    """Return the months of the year where a number is told for all of it: 全年累计, with no part of it named before."""
    if reading.known.period.months != _YEAR_LONG or not _WHOLE.search(reading.text, spot.clause[0], spot.mention.start):
        return []
    start = reading.text.rfind("\n", 0, spot.mention.start) + 1
    return [] if stretches_in(reading.text[start : spot.mention.start]) else [(1, _YEAR_LONG)]


def flag_other_age(reading: Reading) -> None:
    """Object to a value of another age than the one told right at it: 212人60岁以上老人, where those are 1487."""
    ages = [e for e in reading.known.evidence if e.place == "label" and e.unit.dimension == "年龄"]
    aged = {e.fact: e.value for e in ages}
    senses = {e.fact: e.sense for e in ages}
    for spot, e in reading.stating() if aged else ():
        counted = spot.number is not None and e.fact in aged and e.place != "label"
        told = _age_at(reading, spot) if counted else None
        if told is None or (told.number is None and told.form != "range"):
            continue
        if (age := told.mention.value) == aged[e.fact]:
            if told.number is not None and {told.number.sense, senses[e.fact]} == {"least", "most"}:
                _object(reading, spot, e, None)
            continue
        owners = [o for o in reading.known.evidence if aged.get(o.fact) == age and o.place == "value" and not o.prior]
        if owners and all(o.value != e.value for o in owners):
            # No order in which the facts are told makes those of 18岁以上 those of 6—12岁.
            reading.refuse(spot.at, Objection("swapped_subject", (e,), (owners[0],), firm=True))


def _age_at(reading: Reading, spot: Spot) -> Spot | None:
    """Return the age told right behind a number or right before it, in its clause; None where there is none."""
    for at in (spot.at + 1, spot.at - 1):
        other = reading.spots[at] if 0 <= at < len(reading.spots) else None
        if other is not None and other.clause == spot.clause and other.unit.dimension == "年龄":
            first, second = sorted((other, spot), key=lambda o: o.at)
            if "、" not in reading.text[first.unit_end : second.mention.start]:
                return other
    return None
