"""Growth of what the sentence has just compared: 减少40件，降幅25%; 一季度50起，二季度30起，下降40%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.operands import bare_operand, operand, plain_operands
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.stretches import compared_stretches

_WEIGHT = 0.8
_BACK = 4
_BOTH = 2
_NAMED = 0.3
_SCALES = tuple(Decimal(10) ** power for power in range(5))
_CLOSE = Decimal("0.03")
_THAN = re.compile(r"比(?P<other>[\u4e00-\u9fff]{2,6}?)(?:便宜|优惠|低|高|贵|少|多|快|省)了?$")
_ELSE = re.compile("[比较](?!上升|重)")
_PLACES = ("位", "名", "个位次", "位次")
_FROM = re.compile(r"[由从][^，。；]*$|(?:承诺|规定|法定|原定|预算|概算|限价|原价)[^，。；]*$")
_OF_FORMER = re.compile("(?:约|大约)?(?:是|为|相当于|达到?)(?:了)?(?:原来|原先|以前|此前|过去|从前|[一-鿿]{2}前)的")
_TO = re.compile("[到至为]|实际|中标|结算|现价")
_AT_FIRST = re.compile("原[有来先]|原$")
_BEFORE = re.compile("[造治改建修革施行]前[^，。；0-9]{0,8}$")
_AFTER = re.compile("[造治改建修革施行]后|如今|现在|目前")
_BECAME = re.compile(f"{cues.CHANGED_TO}[了约近]*$")


def growth_of_change(task: Task) -> Iterator[Outcome]:
    """Yield by how many per cent the two differ whose difference was told right before, in the same direction."""
    down = cues.DOWN.search(task.words) is not None
    if task.spot.at == 0 or not (down or cues.UP.search(task.words)):
        return
    before = task.reading.spots[task.spot.at - 1]
    backing = task.reading.backings.get(before.at)
    # 扩大40平方米，达到140平方米，扩大四成: what it came to may stand between
    if before.at and backing is not None and len(backing.evidence) == 1:
        change = task.reading.backings.get(before.at - 1)
        if change is not None and backing.evidence[0] in change.evidence:
            before, backing = task.reading.spots[before.at - 1], change
    if backing is None or backing.category != "derived_diff" or len(backing.evidence) != _BOTH:
        return
    ahead = cues.ahead(task.reading.text, before)
    alike = cues.DOWN.search(ahead) if down else cues.DOWN.search(ahead) is None
    if before.sentence == task.spot.sentence and alike and cues.DIFFERENCE.search(ahead):
        less, more = sorted((task.reading.known.evidence[at] for at in backing.evidence), key=_amount)
        yield from _growth(task, *((less, more) if down else (more, less)))


def _amount(e: Evidence) -> Decimal:
    return (e.number or Decimal(0)) * e.unit.size


def change_of_average(task: Task) -> Iterator[Outcome]:
    """Yield by how much an average told right before changed since last period: 每百户3件，比上年减少1件."""
    before = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    backing = task.reading.backings.get(task.spot.at - 1)
    if before is None or backing is None or before.sentence != task.spot.sentence or before.value is None:
        return
    told = backing.category == "derived_ratio" and len(backing.evidence) == _BOTH and "÷" in backing.reckoning
    if not told or not (cues.PRIOR.search(task.words) or "同比" in task.words) or before.unit != task.spot.unit:
        return
    earlier = {c.now.at: c.before for c in task.reading.comparisons if not c.increase}
    known = [task.reading.known.evidence[at] for at in backing.evidence]
    if known[0].at not in earlier or any(_amount(e) <= 0 for e in known):
        return
    sides = [earlier[known[0].at], earlier.get(known[1].at, known[1])]
    now, then = (_amount(a) / _amount(b) for a, b in (known, sides))
    scale = next((s for s in _SCALES if abs(now * s - before.value) <= _CLOSE * before.value), None)
    if scale is not None and (now < then) == (cues.DOWN.search(task.words) is not None):
        change = abs(now - then) * scale
        shown = f"{arithmetic.plain(now * scale)} 与 {arithmetic.plain(then * scale)} 相差 {arithmetic.plain(change)}"
        yield outcome(arithmetic.Derived(change, shown), plain_operands((*known, sides[0]), _WEIGHT), "derived_diff")


def growth_of_addition(task: Task) -> Iterator[Outcome]:
    """Yield by how many per cent what came on top raised what one fact tells there was: 原有80盏，新增60盏，增加75%."""
    if cues.UP.search(task.words) is None:
        return
    near = task.reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]
    backings = [task.reading.backings.get(o.at) for o in near if o.sentence == task.spot.sentence]
    for fact in dict.fromkeys(f for b in backings if b is not None for f in b.facts):
        own = [e for e in task.reading.known.of_fact.get(fact, ()) if e.place == "value" and e.number]
        first, added = ([e for e in own if way.search(e.near)] for way in (_AT_FIRST, cues.CAME_ON_TOP))
        if len(first) == len(added) == 1 and first[0].unit == added[0].unit:
            gain, base = plain_operands((added[0], first[0]), _WEIGHT)
            each = arithmetic.share(gain.value, base.value)
            if each is not None:
                yield outcome(each, (gain, base), "derived_percent")


def points_between(task: Task) -> Iterator[Outcome]:
    """Yield how many points the two rates told right before differ by: 由65.7%提高到96.1%，提升30.4个百分点."""
    told = task.reading.spots[max(0, task.spot.at - _BOTH) : task.spot.at]
    backings = [task.reading.backings.get(spot.at) for spot in told]
    shown = [spot.shown.value for spot in told if spot.form == "share" and spot.shown is not None]
    if task.spot.unit.dimension != "百分点" or len(shown) < _BOTH or told[0].sentence != task.spot.sentence:
        return
    known = [task.reading.known.evidence[at] for b in backings if b is not None for at in b.evidence]
    then, now = shown
    if None not in backings and known and (now < then) == (cues.DOWN.search(task.words) is not None):
        less, more = sorted(shown)
        yield outcome(arithmetic.difference(more, less), plain_operands(known, _WEIGHT), "derived_diff", exact=True)


def points_named(task: Task) -> Iterator[Outcome]:
    """Yield by how many points the rate that the words name changed: 满意度提高1.3个百分点."""
    if task.spot.unit.dimension != "百分点":
        return
    fell = cues.DOWN.search(task.words) is not None
    for c in task.reading.comparisons:
        named = len(c.now.subject) > 1 and c.now.subject in task.words and not c.increase
        sides = [operand(e, "share", _WEIGHT) for e in (c.now, c.before)] if named else []
        if len(sides) == _BOTH and sides[0] is not None and sides[1] is not None:
            now, before = sides[0], sides[1]
            if now.value != before.value and (now.value < before.value) == fell:
                more, less = max(now.value, before.value), min(now.value, before.value)
                yield outcome(arithmetic.difference(more, less), (now, before), "derived_diff", exact=True)


def growth_from_to(task: Task) -> Iterator[Outcome]:
    """Yield by how many per cent what fell or rose between the two numbers right before: 由9天压缩到4.5天，缩短一半.

    Of the numbers of one fact no 由 needs to tell where it began: 首轮扣分40处，末轮降至16处，减少六成.
    """
    near = task.reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]
    # 由7月的12件降到9月的5件; 第一轮40处，第二轮降至16处
    told = [o for o in near if o.mention.kind == "claim" and o.form not in ("date", "season", "ordinal")]
    spots = told[-_BOTH:]
    first, last = (task.reading.stated(o.at) for o in spots) if len(spots) == _BOTH else (None, None)
    if first is None and last is None and len(spots) == _BOTH:
        yield from _growth_of_reckoned(task, *spots)
    if first is None or last is None or first.unit != last.unit or not first.number:
        return
    between = task.reading.text[spots[0].unit_end : spots[1].mention.start]
    leads = _FROM.search(cues.ahead(task.reading.text, spots[0])) and _TO.search(between)
    was = _BEFORE.search(cues.ahead(task.reading.text, spots[0])) is not None and _AFTER.search(between) is not None
    became = first.fact == last.fact and (was or _BECAME.search(between) is not None)
    if (leads or became) and spots[0].sentence == task.spot.sentence:
        yield from _growth(task, last, first)


def _growth_of_reckoned(task: Task, first: Spot, last: Spot) -> Iterator[Outcome]:
    """Yield by how many per cent two numbers that were themselves reckoned differ: 缺口由400个降至160个，减少六成."""
    backings = [task.reading.backings.get(o.at) for o in (last, first)]
    between = task.reading.text[first.unit_end : last.mention.start]
    leads = _FROM.search(cues.ahead(task.reading.text, first)) and _BECAME.search(between)
    if None in backings or not leads or first.sentence != task.spot.sentence or first.unit != last.unit:
        return
    change = arithmetic.growth(last.value, first.value) if first.value and last.value else None
    known = [task.reading.known.evidence[at] for b in backings if b is not None for at in b.evidence]
    if change is not None and known and (change.value < 0) == (cues.DOWN.search(task.words) is not None):
        made = arithmetic.Derived(abs(change.value), change.reckoning)
        yield outcome(made, plain_operands(dict.fromkeys(known), _WEIGHT), "derived_percent")


def multiple_from_to(task: Task) -> Iterator[Outcome]:
    """Yield how many times the former the later of the two just told is: 由124个增加到310个，是原来的2.5倍."""
    if _OF_FORMER.match(task.words) is None or task.spot.at < _BOTH:
        return
    first, last = task.reading.spots[task.spot.at - _BOTH : task.spot.at]
    backings = [task.reading.backings.get(o.at) for o in (first, last)]
    between = task.reading.text[first.unit_end : last.mention.start]
    leads = _FROM.search(cues.ahead(task.reading.text, first)) and _TO.search(between)
    if None in backings or not leads or last.sentence != task.spot.sentence or first.unit != last.unit:
        return
    each = arithmetic.ratio(last.value or Decimal(0), first.value) if first.value else None
    known = [task.reading.known.evidence[at] for b in reversed(backings) if b is not None for at in b.evidence]
    if each is not None and last.form == first.form == "number":
        yield outcome(each, plain_operands(dict.fromkeys(known), _WEIGHT), "derived_ratio")


def points_since(task: Task) -> Iterator[Outcome]:
    """Yield by how many points a rate told right before changed: 成功率97.6%，比上年提高2.2个百分点."""
    backing = task.reading.backings.get(task.spot.at - 1)
    if task.spot.unit.dimension != "百分点" or backing is None or backing.category != "derived_percent":
        return
    known = [task.reading.known.evidence[at] for at in backing.evidence]
    earlier = {c.now.at: c.before for c in task.reading.comparisons if not c.increase}
    if len(known) != _BOTH or any(e.at not in earlier or not e.number for e in known):
        return
    then = [earlier[e.at] for e in known]
    rates = [arithmetic.share(_amount(one), _amount(whole)) for one, whole in (known, then)]
    if None in rates or (_ELSE.search(task.words) and not cues.PRIOR.search(task.words)):
        return  # 提高2.2个百分点 alone is a change since last period, 比全市平均高2.2个百分点 is none
    now, before = (rate.value for rate in rates if rate is not None)
    if (now < before) == (cues.DOWN.search(task.words) is not None):
        # As a reader reckons it, from the rates as they are shown; and unrounded.
        for one, other in ((round(now, 1), round(before, 1)), (now, before)):
            change = abs(one - other)
            shown = f"{arithmetic.plain(one, 1)}% 与 {arithmetic.plain(other, 1)}% 相差 {arithmetic.plain(change, 1)}"
            yield outcome(arithmetic.Derived(change, shown), plain_operands((*known, *then), _WEIGHT), "derived_diff")


def growth_than_named(task: Task) -> Iterator[Outcome]:
    """Yield by how many per cent what was told last differs from the other price or amount that 比 names."""
    named = _THAN.search(task.words)
    now = task.reading.stated(task.spot.at - 1) if named is not None and task.spot.at else None
    if named is None or now is None or task.reading.spots[task.spot.at - 1].sentence != task.spot.sentence:
        return
    for e in task.reading.known.plain:
        if e.at != now.at and e.unit == now.unit and len(e.near) > 1 and named["other"] in e.near:
            yield from _growth(task, now, e)


def places_between(task: Task) -> Iterator[Outcome]:
    """Yield by how many places the two ranks told right before differ: 由第5位升至第2位，上升3位."""
    told = task.reading.spots[max(0, task.spot.at - _BOTH) : task.spot.at]
    backings = [task.reading.backings.get(spot.at) for spot in told]
    ranks = [spot.value for spot in told if spot.mention.type == "ordinal" and spot.value is not None]
    if task.spot.unit.name not in _PLACES or len(ranks) < _BOTH or None in backings:
        return
    if told[0].sentence != task.spot.sentence or not (cues.UP.search(task.words) or cues.DIFFERENCE.search(task.words)):
        return
    before, now = ranks
    known = [task.reading.known.evidence[at] for b in backings if b is not None for at in b.evidence]
    if (now > before) == (cues.DOWN.search(task.words) is not None):
        less, more = sorted(ranks)
        yield outcome(arithmetic.difference(more, less), plain_operands(known, _WEIGHT), "derived_diff", exact=True)


def places_since(task: Task) -> Iterator[Outcome]:
    """Yield by how many places a fact's two ranks differ, one of which was told before, rightly or not: 前进三位.

    A rank told wrongly is that of the fact all the same: 第三名，比上季度前进五位 of 三季度第4名，二季度第9名.
    """
    moved = cues.UP.search(task.words) or cues.DOWN.search(task.words) or cues.DIFFERENCE.search(task.words)
    if task.spot.unit.name not in _PLACES or not moved:
        return
    now = _rank_told(task)
    if now is None:
        return
    forms = task.reading.values.forms
    ranks = [e for e in task.reading.known.of_fact[now.fact] if forms[e.at] == "ordinal" and e.place == now.place]
    ranks = [e for e in ranks if e.said == now.said]
    other = next((e for e in ranks if e.at != now.at), None)
    if len(ranks) != _BOTH or other is None or now.number is None or other.number is None:
        return
    if (now.number > other.number) == (cues.DOWN.search(task.words) is not None):
        less, more = sorted((now.number, other.number))
        sides = [bare_operand(e, _WEIGHT) for e in (now, other)]
        yield outcome(arithmetic.difference(more, less), sides, "derived_diff", exact=True)


def _rank_told(task: Task) -> Evidence | None:
    """Return the rank that the sentence told last, as the facts state it."""
    near = task.reading.spots[max(0, task.spot.at - _BOTH) : task.spot.at]
    for other in reversed([o for o in near if o.sentence == task.spot.sentence and o.form == "ordinal"]):
        stated = task.reading.stated(other.at)
        if stated is not None or other.at in task.reading.backings:
            return stated
        fits = task.reading.fits[other.at].beside()
        ranks = [(fit, -at) for at, fit in fits if task.reading.values.forms[at] == "ordinal" and fit >= _NAMED]
        return task.reading.known.evidence[-max(ranks)[1]] if ranks else None
    return None


def growth_of_stretches(task: Task) -> Iterator[Outcome]:
    """Yield by how many per cent a stretch of the year differs from the one that it is set against or follows."""
    if not task.reading.series or not cues.GROWTH.search(task.words):
        return
    reading, spot = task.reading, task.spot
    pair = compared_stretches(task.words, reading.text[spot.sentence[0] : spot.clause[0]])
    told = list(_told(task))
    for series in reading.series:
        named = sorted(months for months, e in series.parts.items() if e.at in told)
        chosen = pair if pair is not None else tuple(named[-1 : -_BOTH - 1 : -1])
        known = [series.parts.get(months) for months in chosen]
        sides = [e for e in known if e is not None]
        if len(sides) == _BOTH and (pair is None or named or len(reading.series) == 1):
            yield from _growth(task, *sides)


def _told(task: Task) -> Iterator[int]:
    """Yield the evidence that the sentence's numbers before this one state."""
    near: list[Spot] = task.reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]
    for other in near:
        backing = task.reading.backings.get(other.at)
        if other.sentence == task.spot.sentence and backing is not None and len(backing.evidence) == 1:
            yield backing.evidence[0]


def _growth(task: Task, now: Evidence, base: Evidence) -> Iterator[Outcome]:
    """Yield the rise or fall from the base, where it goes the way that the words say."""
    other, earlier = plain_operands((now, base), _WEIGHT)
    change = arithmetic.growth(other.value * other.unit.size, earlier.value * earlier.unit.size)
    if change is not None and (change.value < 0) == (cues.DOWN.search(task.words) is not None):
        made = arithmetic.Derived(abs(change.value), change.reckoning)
        yield outcome(made, (other, earlier), "derived_percent")
