"""What a share just told leaves, and the other half of a whole: 成活率95%，枯死的75棵; 女党员80名，男党员112名."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.objections.rivals import digits
from drafter.tracing.operands import Operand, plain_operands
from drafter.tracing.reading import Backing
from drafter.tracing.reckoning.free_sums import leaves_rest
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import also_called, pieces
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import OPPOSITES

_BACK = 3
_TELLING = 2
_WEIGHT = 0.8
_PARTS = 4
_NEAR = 10
_BARE = re.compile("(?:约|仅|只|共)?占(?:比|到|了|约|近)*")
_AGE = re.compile(r"\d+周?岁")


def complements(task: Task) -> Iterator[Outcome]:
    """Yield what the shares told right before leave of their wholes, and the opposite of a named part."""
    yield from _left_of_share(task)
    yield from _opposite(task)


def _left_of_share(task: Task) -> Iterator[Outcome]:
    """Yield the whole without the part that a share was reckoned from; a small number needs a word for what is left."""
    spot, reading = task.spot, task.reading
    number = spot.number
    if number is None or not (digits(number.value) >= _TELLING or leaves_rest(task) or _opens_clause(task)):
        return
    for other in reversed(reading.spots[max(0, spot.at - _BACK) : spot.at]):
        backing = reading.backings.get(other.at)
        near = (
            spot.sentence[0] - other.sentence[1] <= 1
            and "\n" not in reading.text[other.mention.end : spot.mention.start]
        )
        if not near or other.form != "share" or not isinstance(backing, Backing):
            continue
        sides = _sides(task, backing)
        if sides is not None and same_unit(sides[0].unit, spot.unit):
            part, *wholes = sides
            left = arithmetic.difference(arithmetic.total([o.value for o in wholes]).value, part.value)
            if left.value > 0:
                yield outcome(left, sides, "derived_diff", exact=True)


def _opens_clause(task: Task) -> bool:
    """Say whether a number opens the clause right behind a rate: 成功率97.9%，8起引导走诉讼渠道."""
    before = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    return (
        before is not None
        and before.form == "share"
        and before.sentence == task.spot.sentence
        and (before.unit_end + 1 == task.spot.mention.start)
    )


def _sides(task: Task, backing: Backing) -> list[Operand] | None:
    """Return the part and the whole, or the parts of the whole, of a share; None where it is no plain one."""
    known = [task.reading.known.evidence[at] for at in backing.evidence]
    plain = all(e.place != "label" and e.number is not None and not e.prior for e in known)
    if backing.category != "derived_percent" or not plain or not 2 <= len(known) <= _PARTS:
        return None
    if len({e.unit.kind for e in known}) > 1 or any(e.unit.size != known[0].unit.size for e in known):
        return None
    made = plain_operands(known, _WEIGHT)
    if len(made) == 2:
        return sorted(made, key=lambda o: o.value)
    return made


def opposite_share(task: Task) -> Iterator[Outcome]:
    """Yield the share of the other half of a whole: 住宿生540人 of 1440人 leaves 走读生62.5%."""
    words = task.words[-_NEAR:]
    before = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    if _BARE.fullmatch(task.words) and before is not None and before.sentence == task.spot.sentence:
        words = task.reading.text[slice(*before.before)][-_NEAR:]  # 自理老人90人，占四分之三
    for whole, part in _halves(task, words):
        sides = plain_operands((whole, part), _WEIGHT)
        left = arithmetic.difference(*(o.value for o in sides))
        each = arithmetic.share(left.value, sides[0].value)
        if each is not None:
            yield outcome(
                arithmetic.Derived(each.value, f"{left.reckoning}，{each.reckoning}"), sides, "derived_percent"
            )


def _opposite(task: Task) -> Iterator[Outcome]:
    """Yield the whole without the part whose name has the opposite word: 党员 without 女党员 is 男党员."""
    beside = task.reading.text[slice(*task.spot.before)] + task.reading.text[slice(*task.spot.after)]
    for whole, part in _halves(task, beside):
        if same_unit(part.unit, task.spot.unit):
            sides = plain_operands((whole, part), _WEIGHT)
            yield outcome(arithmetic.difference(*(o.value for o in sides)), sides, "derived_diff", exact=True)


def _halves(task: Task, beside: str) -> Iterator[tuple[Evidence, Evidence]]:
    """Yield a whole and the part of it whose name has the opposite of a word beside the number."""
    for one, other in OPPOSITES:
        if one not in beside:
            continue
        for part in _plain(task):
            own = _name(part)
            if other not in own or one in own:
                continue
            if any(_name(e) == own.replace(other, one) for e in _plain(task)):
                continue  # the sheet states it
            bare = own.replace(other, "")
            aged = _AGE.search(bare)
            if aged is not None:
                if f"{aged.group()}{one}" not in task.words:
                    continue  # 55岁以下 leaves what 55岁以上党员 does not take of the 党员
                bare = bare.replace(aged.group(), "")
            elif other == "以上" and not any(p in beside for p in pieces(bare)[:1]):
                continue  # of what level, the words have to say
            for whole in _plain(task):
                more = (whole.number or Decimal(0)) > (part.number or Decimal(0))
                if more and whole.unit == part.unit and _takes_in(whole, bare):
                    yield whole, part


def _takes_in(whole: Evidence, bare: str) -> bool:
    """Say whether a fact is all of what is left of a part's name without its sign: 职工 of 女职工, 车辆 of 燃油车."""
    name = _name(whole)
    if len(bare) == 1 and bare in name:
        return True
    if len(bare) > _TELLING and name.endswith(bare[-_TELLING:]) and len(name) <= len(bare):
        return True
    if any(other in name for other in also_called(bare)):
        return True  # 藏书 of 少儿图书
    return bool(bare) and re.search(f"{re.escape(bare)}(?:总?数|人数|总人数)?$", name) is not None


def _name(e: Evidence) -> str:
    """Return what a number is called: its fact's label, or in a statement the words right before it."""
    return e.near.removeprefix("其中") if e.place == "text" and not e.subject else e.subject


def _plain(task: Task) -> Iterator[Evidence]:
    return iter(task.reading.known.plain)
