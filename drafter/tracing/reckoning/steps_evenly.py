"""The last steps of all: what comes out even on each of what the text counted, and what so much each makes of that.

共编六个组，每组12人，合计72人: the six were counted from names and no fact states them. 每个网格平均250户: where no
word names the amount, only one that comes out even is hardly met by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.operands import Operand, plain_operands
from drafter.tracing.play import meant_by
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome, stated_by
from drafter.tracing.reckoning.refusals.over_one_of import over_one_of
from drafter.tracing.reckoning.steps_within import is_plain
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import UNITS, same_unit, unit_of
from drafter.tracing.vocabulary import GENERIC

_WEIGHT = 0.5
_BACK = 8
_BEHIND = 8
_FEW = 3
_NOUN = 2
_PEOPLE = frozenset(("人", "名", "位"))
_EACH = re.compile("(?:每一?|平均一)(?P<what>[\u4e00-\u9fff]{1,6})|(?P<sign>[\u4e00-\u9fff](?<![平年月日季周天]))均")
_PER = re.compile("每(?P<what>[\u4e00-\u9fff])")
_TIMES = frozenset("年月日季周天晚")
_ALIKE = str.maketrans("天", "日")
_ABOUT = re.compile("(?:平均|大约|约|近|超过|达到?|至少|有)+$")


def steps_evenly(task: Task) -> Iterator[Outcome]:
    """Yield what comes on each of what the text counted, and what so much each of it comes to in all."""
    if task.spot.form != "number":
        return
    yield from _made_of_told(task)
    yield from _spread_over_told(task)


def _spread_over_told(task: Task) -> Iterator[Outcome]:
    """Yield averages over what was counted: of the number right before roughly, of any other amount evenly."""
    found = list(_EACH.finditer(task.words))
    if not found or cues.DIFFERENCE.search(task.words) or cues.PRIOR.search(task.words):
        return
    what = _ABOUT.sub("", found[-1]["what"] or found[-1]["sign"])
    overs = [over for spot, over in _told(task) if what and _is_one_of(task, what, spot, over)]
    stated, last = stated_by(task.spot), _meant_before(task)
    for over in overs:
        for amount in _amounts(task, over, last):
            (top,) = plain_operands((amount,), _WEIGHT)
            each = arithmetic.ratio(in_unit(top, task.spot), over.value)
            even = stated.sense == "exact" and each is not None and each.value == stated.value
            made = outcome(each, (top, over), "derived_ratio") if each is not None else None
            if made is not None and (even or amount.at in last) and not over_one_of(task, made):
                yield made


def _amounts(task: Task, over: Operand, last: set[int]) -> list[Evidence]:
    """Return what may be spread over a count: what the sentence told in the number's unit, else what goes unsaid.

    That is one of the few amounts in the number's very unit, of which no other goes by the name of what was counted.
    """
    known = task.reading.known
    ahead = range(max(0, task.spot.at - _BACK), task.spot.at)
    told = {e.at for at in ahead if (e := _stated_here(task, at)) is not None} | last
    here = [known.evidence[at] for at in sorted(told) if _may_be_spread(task, known.evidence[at], over)]
    if here:
        return here
    stating = {e.at for _, e in task.reading.stating()}
    alike = [e for e in known.plain if e.unit.name == task.spot.unit.name and _may_be_spread(task, e, over)]
    named = {piece for at in over.evidence for piece in pieces(known.evidence[at].subject) if piece not in GENERIC}
    akin = [e for e in alike if not named.isdisjoint(pieces(e.near + e.subject))]
    return [e for e in akin or alike if e.at not in stating] if len(alike) <= _FEW else []


def _may_be_spread(task: Task, e: Evidence, over: Operand) -> bool:
    """Say whether evidence is an amount in the number's unit, and neither the count itself nor so much each."""
    plain = is_plain(task, e) and same_unit(e.unit, task.spot.unit) and e.at not in over.evidence
    return plain and _PER.search(e.near + e.subject) is None


def _meant_before(task: Task) -> set[int]:
    """Return what the number right before states, or what its words name where it is wrong: 18个站点接件390件."""
    before = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    if before is None or before.sentence != task.spot.sentence:
        return set()
    if before.at in task.reading.backings:
        return {e.at for e in [task.reading.stated(before.at)] if e is not None}
    ahead = task.reading.text[slice(*before.before)]
    named = {
        e.at for e in task.reading.known.plain
        if e.unit.name == before.unit.name and any(p in ahead for p in pieces(e.near or e.subject) if p not in GENERIC)
    }  # fmt: skip
    return named | set(meant_by(task.reading, before))


def _stated_here(task: Task, at: int) -> Evidence | None:
    return task.reading.stated(at) if task.reading.spots[at].sentence == task.spot.sentence else None


def _made_of_told(task: Task) -> Iterator[Outcome]:
    """Yield what so much each makes of what the text counted: 三个小组, 每组12人; 5处, 每处每日3次 are 15处次 a day."""
    told, joint = _told(task), cues.JOINT.search(task.words) is not None
    asked = {found["what"] for found in _PER.finditer(task.words.translate(_ALIKE))}
    for each in task.reading.known.rated:
        whats = [found["what"] for found in _PER.finditer((each.near + each.subject).translate(_ALIKE))]
        times = {what for what in whats if what in _TIMES}
        if not whats or not is_plain(task, each) or not times <= asked or not (times or joint):
            continue
        for spot, over in told:
            visits = task.spot.mention.unit == f"{over.unit.name}次" and each.unit.name == "次"
            counted = any(_is_one_of(task, what, spot, over) for what in whats if what not in _TIMES)
            given = _names_the_same(task, each, spot, over) if not counted else True
            if given and (visits or same_unit(each.unit, task.spot.unit)) and each.at not in over.evidence:
                (amount,) = plain_operands((each,), _WEIGHT)
                made = arithmetic.product(over.value, amount.value if visits else in_unit(amount, task.spot))
                yield outcome(made, (over, amount), "derived_ratio", exact=True)


def _told(task: Task) -> list[tuple[Spot, Operand]]:
    """Return the counts that the sentence and the one before it told, with where they stand, the nearest first."""
    reading, spot = task.reading, task.spot
    found: list[tuple[Spot, Operand]] = []
    for other in reversed(reading.spots[max(0, spot.at - _BACK) : spot.at]):
        backing = reading.backings.get(other.at)
        near = other.sentence == spot.sentence or other.sentence[1] + 1 == spot.sentence[0]
        counts = other.form == "number" and not other.unit.dimension and (other.value or 0) > 1
        if backing is not None and near and counts and other.value is not None:
            reasoned = bool(backing.reckoning)
            made = Operand(
                other.value, other.unit, backing.facts, backing.evidence, _WEIGHT, other.at, reasoned=reasoned
            )
            found.append((other, made))
    return found


def _is_one_of(task: Task, what: str, spot: Spot, over: Operand) -> bool:
    """Say whether 每 with some words speaks of each of what a number counted: 每班 of 六个班, 每个点 of 服务点21个."""
    unit = unit_of(what)
    unit = "" if unit and UNITS[unit].dimension else unit
    noun = what.removeprefix(unit)[:_NOUN]
    if unit in _PEOPLE and over.unit.name in _PEOPLE:
        return True
    words = task.reading.text[spot.before[0] : spot.unit_end + _BEHIND].split("，")[0]
    known = "".join(f"{e.near} {e.subject} " for at in over.evidence for e in [task.reading.known.evidence[at]])
    if unit and not noun:
        return over.unit.name == unit or task.reading.text.startswith(unit, spot.unit_end)
    return bool(noun) and (noun in known or noun in words)


def _names_the_same(task: Task, each: Evidence, spot: Spot, over: Operand) -> bool:
    """Say whether what was counted by name is what a rate is told of: 每面锦旗 and the three 锦旗 that were won."""
    behind = task.reading.text[spot.unit_end : min(spot.unit_end + _BEHIND, spot.clause[1])]
    own = [piece for piece in pieces(each.subject) if piece not in GENERIC]
    return over.reasoned and any(piece in behind for piece in own)
