"""Changes and totals of what the facts state by years: 2022年增长10.9%, 较2021年增加19户, 近两年累计9.7万人次."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.operands import Operand, operand, plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.timelines import Timeline
from drafter.tracing.told_years import held_by, year_dealt
from drafter.tracing.turns import RESPECTIVELY
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import GENERIC
from drafter.tracing.year_lists import year_named, years_in

_WEIGHT = 0.8
_NAMED = 0.3
_FRAMED = 0.3
_BOTH = 2
_BACK = 6
_YEAR = r"(?:(?:19|20)\d\d年|前年|上一?年|去年|今年|本年)"
_TIME = re.compile(
    r"(?P<open>[几多近历]年|[一二三四五六七八九十]年[来间]|(?:[两二三四五六七八九十]|(?<!\d)\d)年(?!度)|以来"
    r"|(?:19|20)\d\d年?\s*[-—–~～至到]\s*(?:19|20)\d\d年)"
    rf"|(?P<last>同比|[比较同与](?:上一?年|去年))|(?:[比较同与是]|相当于)(?P<base>{_YEAR})|(?P<now>{_YEAR})(?!度?(?:初|同期))"
)
_EACH_YEAR = re.compile("(?:年均|平均每年|每年平均)[^，。；、0-9]{0,8}$")
_STOPS = ("；", ";")


def years_compared(task: Task, line: Timeline) -> tuple[int, int] | None:
    """Return the year that a change of a quantity is told of and the one it is set against; None where that is open.

    What stands for itself, 83户，增长16.9%, is set against the year before, or what was just told: 由64户增至83户.
    """
    reading, period = task.reading, task.reading.known.period
    dealt = year_dealt(reading, task.spot)
    held = [held_by(reading, o) for o in _before(task)] if not dealt else []
    told = [known[1] for known in held if known is not None and known[0] is line]
    now, base, last, unclear, named = dealt or (told[-1] if told else 0), 0, False, False, False
    words = _told(task)
    for found in _TIME.finditer(words):
        if found["open"]:
            unclear, named = not dealt, False
        elif found["base"]:
            base, last = year_named(found["base"], period), False
            unclear = unclear and not named  # 三年来累计27万元，2007年比2005年增长58%
        elif found["last"]:
            base, last = 0, True
            unclear = unclear and not told  # 2021年至2023年分别为64户、71户、83户，同比增长16.9%
        elif not dealt and (not told or found.start() >= len(words) - len(task.words)):
            now, named = year_named(found["now"], period), True
    if unclear:
        return None
    now = next((year for year in reversed(told) if year != base), 0) if base and now == base else now
    now = now or (period.year if period.first_year == period.year else 0)
    if base:
        return now, base
    if not last and len(told) >= _BOTH and told[-2] != now:
        return now, told[-2]
    return (now, now - 1) if now else None


def _told(task: Task) -> str:
    """Return the words of the sentence before a number, from its last semicolon on."""
    text, start = task.reading.text, task.spot.sentence[0]
    cut = max(text.rfind(stop, start, task.spot.mention.start) for stop in _STOPS)
    return text[max(start, cut + 1) : task.spot.mention.start]


def _before(task: Task) -> list[Spot]:
    near = task.reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]
    return [o for o in near if o.sentence == task.spot.sentence and o.form != "date"]


def changes_of_years(task: Task) -> Iterator[Outcome]:
    """Yield by how much, or by how many per cent, a quantity changed between the two years that the words compare."""
    share = task.spot.form == "share"
    cue = cues.GROWTH if share else cues.DIFFERENCE
    if not task.reading.timelines.all or not cue.search(task.words):
        return
    down = cues.DOWN.search(task.words) is not None
    for line in _spoken_of(task):
        years = years_compared(task, line)
        sides = _sides(task, line.of(years)) if years else []
        if len(sides) < _BOTH or (sides[0].value < sides[1].value) != down:
            continue
        now, base = sides
        if not share and (same_unit(now.unit, task.spot.unit) or now.share):
            more, less = sorted((in_unit(now, task.spot), in_unit(base, task.spot)), reverse=True)
            yield outcome(arithmetic.difference(more, less), (now, base), "derived_diff", exact=True)
        elif share and (change := arithmetic.growth(now.value, base.value)) is not None:
            yield outcome(arithmetic.Derived(abs(change.value), change.reckoning), (now, base), "derived_percent")


def mean_change_of_years(task: Task) -> Iterator[Outcome]:
    """Yield by how much a quantity changed a year from the first to the last that the words tell: 年均减少12户."""
    if not task.reading.timelines.all or _EACH_YEAR.search(task.words) is None:
        return
    if not cues.DIFFERENCE.search(task.words):
        return
    down = cues.DOWN.search(task.words) is not None
    for line in _spoken_of(task):
        told = [known[1] for o in _before(task) if (known := held_by(task.reading, o)) and known[0] is line]
        first, last = (told[-2], told[-1]) if len(told) >= _BOTH else (min(line.years), max(line.years))
        sides = _sides(task, line.of((last, first)))
        if len(sides) < _BOTH or first >= last or (sides[0].value < sides[1].value) != down:
            continue
        if same_unit(sides[0].unit, task.spot.unit):
            more, less = sorted((in_unit(o, task.spot) for o in sides), reverse=True)
            change = arithmetic.difference(more, less)
            each = arithmetic.ratio(change.value, Decimal(last - first))
            if each is not None:
                made = arithmetic.Derived(each.value, f"{change.reckoning}，{each.reckoning}")
                yield outcome(made, sides, "derived_ratio")


def _sides(task: Task, known: list[Evidence]) -> list[Operand]:
    forms = task.reading.values.forms
    return [o for e in known if (o := operand(e, forms[e.at], _WEIGHT)) is not None]


def _spoken_of(task: Task) -> list[Timeline]:
    """Return the quantities that the words at a number name, or else the one that was told last."""
    fits = task.reading.fits[task.spot.at]
    best = [(max(fits.close(e.at) for e in line.years.values()), line) for line in task.reading.timelines.all]
    most = max(fit for fit, _ in best)
    if most >= _NAMED:
        return [line for fit, line in best if fit == most]
    told = [known[0] for o in _before(task) if (known := held_by(task.reading, o)) is not None]
    if told:
        return told[-1:]
    if near := _named_by_clause(task) or _summed_before(task):
        return near
    # 创建投入逐年加码，三年累计115万元: an earlier clause names it.
    framed = [(max(fits.get(e.at).whole for e in line.years.values()), line) for _, line in best]
    most = max(fit for fit, _ in framed)
    return [line for fit, line in framed if fit == most] if most >= _FRAMED else []


def _named_by_clause(task: Task) -> list[Timeline]:
    """Return the only quantity of which the clause has a word, wherever: 2007年的投入比2005年增长58% of 创建投入."""
    named = [
        line
        for line in task.reading.timelines.all
        if any(p in task.words for e in list(line.years.values())[:1] for p in pieces(e.subject) if p not in GENERIC)
    ]
    return named if len(named) == 1 else []


def _summed_before(task: Task) -> list[Timeline]:
    """Return the quantity whose total over several years was told last: 三年来累计投入37万元，2018年比2017年增长28%."""
    for other in reversed(_before(task)):
        backing = task.reading.backings.get(other.at)
        held = [task.reading.timelines.holding(at) for at in backing.evidence] if backing is not None else []
        if len(held) >= _BOTH and held[0] is not None and all(o is not None and o[0] is held[0][0] for o in held):
            return [held[0][0]]
        if other.mention.kind == "claim" and backing is not None and backing.evidence:
            return []
    return []


def sums_of_years(task: Task) -> Iterator[Outcome]:
    """Yield what a quantity came to in the years that the words name together: 近两年接待游客累计9.7万人次."""
    for line, years in _summed(task):
        parts = plain_operands(line.of(years), _WEIGHT)
        if len(parts) == len(years) and same_unit(parts[0].unit, task.spot.unit):
            total = arithmetic.total([in_unit(o, task.spot) for o in parts])
            yield outcome(total, parts, "derived_sum", exact=True)


def _summed(task: Task) -> Iterator[tuple[Timeline, tuple[int, ...]]]:
    """Yield the quantities that the words at a number name, with the years that they add up."""
    if not task.reading.timelines.all:
        return
    told = _told(task)
    years = years_in(told, task.reading.known.period)
    apart = any(sign in told for sign in RESPECTIVELY) or cues.DIFFERENCE.search(task.words)
    if len(years) < _BOTH or apart or cues.AVERAGES.search(task.words):
        return
    for line in _spoken_of(task):
        if line.of(years):
            yield line, years


def of_other_years(task: Task, found: Outcome) -> bool:
    """Say whether a reckoning compares or adds up other years than the words name: 同比 of 2021 and 2023."""
    if not task.reading.timelines.all or not found.operands:
        return False
    held = [task.reading.timelines.holding(at) for o in found.operands for at in o.evidence]
    of = {id(known[0]): known[0] for known in held if known is not None}
    if not of:
        return False
    if found.category == "derived_sum":
        used = {at for o in found.operands for at in o.evidence}
        summed = [(line, {e.at for e in line.of(years)}) for line, years in _summed(task)]
        return any(id(line) in of and own != used for line, own in summed)
    times = "倍" in (task.spot.unit.name, task.spot.mention.unit)
    if not (times or cues.GROWTH.search(task.words) or cues.DIFFERENCE.search(task.words)):
        return False
    for line in of.values():
        years = {known[1] for known in held if known is not None and known[0] is line}
        if found.category == "derived_diff" and max(years) - min(years) > 1 and _EACH_YEAR.search(task.words):
            return True  # 年均减少41户 of what all the years came to
        wanted = years_compared(task, line) if len(years) == _BOTH else None
        if wanted is not None and len(line.of(wanted)) == _BOTH and years != set(wanted):
            return True
    return False
