"""Adding operands up in the unit of the number that they are to explain."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.approximation import holds
from drafter.tracing.evidence import Evidence, Knowledge
from drafter.tracing.layout import Spot
from drafter.tracing.operands import Operand, pieces_of
from drafter.tracing.reading import Reading
from drafter.tracing.reckoning.outcome import Outcome, outcome, stated_by
from drafter.tracing.reckoning.task import Task
from drafter.tracing.stretches import stretches_at
from drafter.tracing.subject import pieces

_NAMED = 0.5
_APART = 0.25
_PARTLY = 0.5
_MOSTLY = 0.7
_REACH = 8
_FEW = 2


def in_unit(o: Operand, spot: Spot) -> Decimal:
    """Return an operand's value in the unit of the number it is to explain."""
    if o.share and spot.unit.dimension == "百分点":
        return o.value / spot.unit.size
    if o.unit.dimension and spot.unit.dimension == o.unit.dimension:
        return o.value * o.unit.size / spot.unit.size
    return o.value


def names_one(task: Task, parts: Sequence[Operand]) -> bool:
    """Say whether the words beside the number name one of the parts rather than all, without 共 or 合计."""
    beside = cues.beside(task.reading.text, task.spot)
    if cues.JOINT.search(task.words) or "总" in task.words or "、" in beside.lstrip("、"):
        return False
    fits = [max((task.reading.fits[task.spot.at].close(at) for at in o.evidence), default=0.0) for o in parts]
    return max(fits) >= _NAMED and max(fits) - min(fits) > _APART


def names_just_one(task: Task, parts: Sequence[Operand]) -> bool:
    """Say whether the words beside the number are those of one part in full, and have no sign of any other."""
    beside = task.reading.text[slice(*task.spot.before)] + task.reading.text[slice(*task.spot.after)]
    nears = [task.reading.known.evidence[o.evidence[0]].near for o in parts if len(o.evidence) == 1]
    for n, near in enumerate(nears):
        others = set("".join(nears[:n] + nears[n + 1 :])) - set(near)
        if len(near) > 1 and near in beside and others.isdisjoint(beside):
            return cues.JOINT.search(task.words) is None
    return False


def idle(spot: Spot, found: Outcome) -> bool:
    """Say whether one operand of a sum or difference alone would do, so that the reckoning explains nothing.

    A fact that fell to nothing, or began from nothing, changed by its other figure all the same.
    """
    number = stated_by(spot)
    facts = {fact for o in found.operands for fact in o.facts}
    if found.category not in ("derived_sum", "derived_diff") or (found.category == "derived_diff" and len(facts) == 1):
        return False
    return any(holds(number, in_unit(o, spot), rounded=True) for o in found.operands if o.value)


def leaves_out(task: Task, found: Outcome) -> bool:
    """Say whether a sum omits a fact that the words beside the number name just as the parts that it adds up."""
    if found.category != "derived_sum" or not found.operands:
        return False
    used = {at for o in found.operands for at in o.evidence}
    if _makes_up_stretch(task, used) or _is_of_years(task, used):
        return False
    told_here = (cues.beside(task.reading.text, task.spot), cues.ahead(task.reading.text, task.spot))
    # 党员36人、群众110人: what a number before was told of is none of the parts of this one.
    clause = next((words for words in told_here if all(_is_named(task, at, words, _PARTLY) for at in used)), "")
    if not clause:
        return False
    unit = found.operands[0].unit
    facts = {fact for o in found.operands for fact in o.facts}
    told = {piece for o in found.operands for piece in pieces_of(o.words)}
    return any(
        o.evidence and not used & set(o.evidence) and not (o.prior or o.share or o.reasoned)
        and o.unit.name == unit.name
        and all(_is_named(task, at, clause, _MOSTLY) for at in o.evidence)
        # 党员 of another fact is named in 优秀党员 only as a part of that name.
        and (not told.issuperset(pieces_of(o.words)) or not facts.isdisjoint(o.facts))
        for o in task.play
    )  # fmt: skip


def adds_its_part(task: Task, found: Outcome) -> bool:
    """Say whether a sum adds to what a number tells itself a part of it told behind: 学生1836人，其中男生712人."""
    if found.category != "derived_sum":
        return False
    parts = {f for o in found.operands if task.spot.at < o.spot and _told_as_part(task, o.spot) for f in o.facts}
    return bool(parts) and any(parts.isdisjoint(o.facts) for o in found.operands)


def _told_as_part(task: Task, at: int) -> bool:
    return "其中" in task.reading.text[task.spot.unit_end : task.reading.spots[at].mention.start]


def _makes_up_stretch(task: Task, used: set[int]) -> bool:
    """Say whether a sum takes in just the parts of the stretch of the year that the words name: 上半年 of quarters."""
    if not task.reading.series:
        return False
    stretches = stretches_at(task.reading.text, task.spot, task.reading.spots, task.spot.sentence[0])
    return any(used == {e.at for e in series.making_up(stretches)} for series in task.reading.series)


def _is_of_years(task: Task, used: set[int]) -> bool:
    """Say whether a sum adds up what one quantity was in several years, and so nothing that stands beside it."""
    held = [task.reading.timelines.holding(at) for at in used] if task.reading.timelines.all else []
    return len(held) > 1 and held[0] is not None and all(o is not None and o[0] is held[0][0] for o in held)


def named_within(known: Knowledge, e: Evidence, facts: set[str], clause: str) -> bool:
    """Say whether a clause names e only within the longer name of what a total adds up: 教师 in 骨干教师."""
    names = [known.by_id[fact].label for fact in facts]
    return any(e.subject in name != e.subject and name in clause for name in names)


def _is_named(task: Task, at: int, clause: str, least: float) -> bool:
    """Say whether a clause has the words that tell a piece of evidence apart."""
    e = task.reading.known.evidence[at]
    own = pieces(e.near or e.far)
    return bool(own) and sum(piece in clause for piece in own) >= least * len(own)


def total_of(parts: Sequence[Operand], spot: Spot) -> Outcome:
    ordered = sorted(parts, key=lambda o: o.evidence)
    return outcome(arithmetic.total([in_unit(o, spot) for o in ordered]), ordered, "derived_sum", exact=True)


def _draws_together(reading: Reading, spot: Spot, found: Outcome) -> bool:
    """Say whether 合计 adds up just the numbers told right before: 一级41人、二级118人，重度残疾人合计159人."""
    used = {o.evidence for o in found.operands}
    numbers = [o.at for o in reading.spots[max(0, spot.at - _REACH) : spot.at] if o.form == "number"]
    told = [reading.backings.get(at) for at in numbers[-len(used) :]]
    just = len(used) > 1 and used == {b.evidence for b in told if b is not None}
    return just and cues.JOINT.search(cues.ahead(reading.text, spot)) is not None


def sums_up_told(reading: Reading, spot: Spot, found: Outcome) -> bool:
    """Say whether a sum draws together the numbers just told, or those of one fact by its label: 红色物业小区共12个."""
    if _draws_together(reading, spot, found):
        return True
    facts = {fact for o in found.operands for fact in o.facts}
    if found.category != "derived_sum" or len(facts) != 1 or len(found.operands) < _FEW:
        return False
    label = reading.known.by_id[next(iter(facts))].label
    return len(label) > _FEW and label in cues.ahead(reading.text, spot)
