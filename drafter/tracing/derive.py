"""Numbers that follow from others: which ways of reckoning the words around a number call for, and what comes out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import cues
from drafter.tracing.averages import averages
from drafter.tracing.layout import Spot
from drafter.tracing.lookup import form
from drafter.tracing.named_totals import named_sums
from drafter.tracing.outcome import Outcome, backing, explains, stated_by
from drafter.tracing.products import frequencies, products
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.rivals import of_one_kind
from drafter.tracing.shares import growth, increments, multiples, of_days, part_of_rate, shares
from drafter.tracing.spans import durations
from drafter.tracing.task import TO_BACK, TO_EXPLAIN, Task, set_task
from drafter.tracing.totals import changes, gains, levels, remainders, sums

_NAMED_CLEARLY = 0.62
_NAMED_SURELY = 0.85
_AS_RELEVANT = 0.2
_FACTOR = Decimal("2.5")


def match_derived(reading: Reading) -> None:
    """Back the numbers that follow from the facts that their sentence is about."""
    for spot in reading.spots:
        if spot.mention.kind != "claim" or spot.number is None or spot.at in reading.backings:
            continue
        if form(spot.mention) in ("number", "share"):
            _reckon(reading, spot)


def _reckon(reading: Reading, spot: Spot) -> None:
    good = [
        o
        for o in _outcomes(set_task(reading, spot, TO_BACK))
        if explains(spot, o) and not _states_another(reading, spot, o)
    ]
    if good:
        reading.backings[spot.at] = backing(max(good, key=lambda o: o.weight))
        reading.objections.pop(spot.at, None)
    elif spot.at not in reading.objections and _announced(reading, spot):
        nearest = _nearest(spot, list(_outcomes(set_task(reading, spot, TO_EXPLAIN))))
        if nearest is not None:
            meant = tuple(reading.known.evidence[e] for o in nearest.operands for e in o.evidence)
            reading.objections[spot.at] = Objection("wrong_derived", (), meant, nearest.derived)


def _announced(reading: Reading, spot: Spot) -> bool:
    """Say whether the words announce a reckoned number, so that a wrong one is a wrong reckoning."""
    words = cues.ahead(reading.text, spot)
    if cues.SURVEYED.search(words):
        return False
    if form(spot.mention) == "share":
        return bool(cues.GROWTH.search(words) or cues.SHARE.search(words))
    cued = (cues.AVERAGE, cues.DIFFERENCE, cues.REST)
    return any(cue.search(words) for cue in cued) or bool(cues.JOINT.search(words)) or spot.unit.name in ("倍", "番")


def _nearest(spot: Spot, tried: list[Outcome]) -> Outcome | None:
    """Return the outcome that the number most probably missed: of the most relevant ones the closest in size."""
    stated = stated_by(spot).value
    best = max((o.weight for o in tried), default=0.0)
    fair = [o for o in tried if o.weight >= best - _AS_RELEVANT and o.derived.value > 0 and stated > 0]
    nearest = min(fair, key=lambda o: abs(o.derived.value - stated) / max(o.derived.value, stated), default=None)
    if nearest is None or not stated / _FACTOR <= nearest.derived.value <= stated * _FACTOR:
        return None
    return nearest


def _states_another(reading: Reading, spot: Spot, found: Outcome) -> bool:
    """Say whether the words beside the number name a fact that has another value, so that it is no reckoned one."""
    shape, words = form(spot.mention), cues.ahead(reading.text, spot)
    if any(cue.search(words) for cue in (cues.AVERAGE, cues.GROWTH, cues.DIFFERENCE, cues.REST)):
        return False
    least = _NAMED_SURELY if shape == "share" else _NAMED_CLEARLY
    used = {at for o in found.operands for at in o.evidence} if found.category != "derived_diff" else set()
    for at, fit in reading.fits[spot.at].named():
        e = reading.known.evidence[at]
        if fit.beside < least or at in used or e.place == "label" or e.prior or reading.values.forms[at] != shape:
            continue
        if shape == "share" or (of_one_kind(spot, e) and e.unit.name):
            return True
    return False


def _outcomes(task: Task) -> Iterator[Outcome]:
    """Yield the outcomes of every way of reckoning that the words allow."""
    reading, spot, words = task.reading, task.spot, task.words
    wider = cues.ahead(reading.text, spot, 2)
    if form(spot.mention) == "share":
        if cues.GROWTH.search(words):
            yield from growth(task)
            yield from increments(task)
        if not cues.GROWTH.search(words) or "占" in words:
            yield from shares(task)
            yield from of_days(task)
        return
    yield from durations(task)
    yield from frequencies(task)
    if spot.mention.type == "ratio" or spot.unit.name in ("倍", "番") or spot.mention.unit == "倍":
        yield from multiples(task)
        return
    if cues.AVERAGE.search(cues.average_words(reading.text, spot, reading.spots)):
        yield from averages(task)
    if cues.DIFFERENCE.search(words) or "比" in words or "较" in words:
        yield from changes(task)
    if cues.CAME_ON_TOP.search(words):
        yield from gains(task)
    if cues.DIFFERENCE.search(words) or cues.REST.search(words) or _is_rest(reading, spot):
        yield from remainders(task)
    yield from levels(task)
    if cues.TOTAL.search(wider) or _heads_a_list(reading, spot):
        yield from sums(task)
    elif not (cues.REST.search(words) or cues.DIFFERENCE.search(words) or "均" in words):
        yield from named_sums(task)
    yield from products(task)
    if any(sign in wider for sign in ("成功", "化解", "办结", "解决", "即", "完成", "通过", "合格")):
        yield from part_of_rate(task)


def _is_rest(reading: Reading, spot: Spot) -> bool:
    """Say whether 其中 earlier in the sentence lets the number be what is left of a total."""
    joint = cues.JOINT.search(cues.ahead(reading.text, spot))
    return not joint and "其中" in reading.text[spot.sentence[0] : spot.mention.start]


def _heads_a_list(reading: Reading, spot: Spot) -> bool:
    """Say whether 其中 or 组成 around the number marks it as a total without saying 共."""
    around = reading.text[spot.unit_end : spot.clause[1] + 3]
    if reading.text.startswith(("共", "合计", "总"), spot.unit_end):
        return True
    return any(sign in around for sign in ("其中", "组成", "队伍", "力量", "全覆盖", "构建", "规模"))
