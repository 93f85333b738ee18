"""What facts of one thing come to together, where the words total them: all sites, all teams, both kinds of people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import cues
from drafter.tracing.groups import Group, coming_to
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import total_of
from drafter.tracing.reckoning.heading import heads, told_behind
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_RATED = 3
_PARAGRAPH = 24
_ALL = re.compile(r"共|合计|总计|累计|总数|总量|全年|一起|加起来|总")


def of_group(task: Task) -> Iterator[Outcome]:
    """Yield what facts of one thing come to together, where the words total them and the draft is about them."""
    spot = task.spot
    if cues.REST.search(task.words) or cues.DIFFERENCE.search(task.words) or cues.AVERAGE.search(task.words):
        return
    size = float(spot.unit.size)
    for group in coming_to(task.reading.groups, task.low * size, task.high * size):
        if same_unit(group[0].unit, spot.unit) and _is_meant(task, group):
            yield total_of(plain_operands(group, _WEIGHT), spot)


def _is_meant(task: Task, group: Group) -> bool:
    """Say whether the draft adds a group up: it tells the parts behind, names them all, or draws a total of them."""
    if told_behind(task, group) or _names_all(task, group):
        return True
    return (_totals(task) and (_is_about(task, group) or _is_all_counted(task, group))) or heads(task, group)


def _is_all_counted(task: Task, group: Group) -> bool:
    """Say whether the words say 共 of what all facts in the number's unit state: three sources of money."""
    own = {e.at for e in group}
    alike = [e for e in task.reading.known.plain if e.unit.kind == group[0].unit.kind]
    return cues.JOINT.search(task.words) is not None and all(e.at in own for e in alike)


def _names_all(task: Task, group: Group) -> bool:
    """Say whether the words at the number name each fact by what tells it apart: 468名党员群众."""
    beside = task.reading.text[slice(*task.spot.before)] + task.reading.text[slice(*task.spot.after)]
    own = [set(pieces(e.near or e.subject)) for e in group]
    shared = set.intersection(*own)
    return all(any(p in beside for p in mine - shared) for mine in own)


def _totals(task: Task) -> bool:
    """Say whether the words draw a total: 共, or 三个片区 that were counted in the sentence."""
    ahead = task.reading.text[task.spot.sentence[0] : task.spot.mention.start]
    if _ALL.search(ahead):
        return True
    before = task.reading.spots[max(0, task.spot.at - _RATED) : task.spot.at]
    return any(
        o.sentence == task.spot.sentence and (b := task.reading.backings.get(o.at)) is not None
        and b.category == "count_of_list" for o in before
    )  # fmt: skip


def _is_about(task: Task, group: Group) -> bool:
    """Say whether the paragraph states every fact of a group, or the sentence speaks of what they have in common."""
    reading, spot = task.reading, task.spot
    counted = reading.backings.get(spot.at - 1)
    if counted is not None and counted.category == "count_of_list" and set(counted.facts) == {e.fact for e in group}:
        return True
    around = reading.spots[max(0, spot.at - _PARAGRAPH) : spot.at + _PARAGRAPH]
    stated = {at for o in around if (b := reading.backings.get(o.at)) is not None for at in b.evidence}
    if all(e.at in stated for e in group):
        return True
    common = set.intersection(*(set(pieces(e.near or e.subject)) for e in group))
    sentence = reading.text[slice(*spot.sentence)]
    kin = [
        e for e in reading.known.evidence if e.unit.name == group[0].unit.name and e.place == "value" and not e.prior
    ]
    return any(p in sentence for p in common) or (bool(common) and len(kin) == len(group))
