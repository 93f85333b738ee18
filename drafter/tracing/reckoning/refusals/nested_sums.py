"""Sums that count some twice: a whole and its own part, 党员96名 and 其中女党员40名, 60岁以上 and 80岁以上."""

from __future__ import annotations

import re
from itertools import combinations, permutations

from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import APART, DONE, TAKEN_IN

_SHORTEST = 2
_PART = "其中"
_DONE, _TAKEN_IN = (re.compile("|".join(words)) for words in (DONE, TAKEN_IN))
_OLDER = re.compile(r"(?P<age>\d{1,3})周?岁及?以上")
_OLDER_COUNTED = re.compile(r"\d{1,3}周?岁及?以上[^0-9，。；]{0,8}(?P<many>\d+)")


def counts_twice(task: Task, found: Outcome) -> bool:
    """Say whether a sum adds a part to what takes it in; what the sentence told apart and totals, it may mean so."""
    if found.category != "derived_sum":
        return False
    used = [task.reading.known.evidence[at] for at in dict.fromkeys(at for o in found.operands for at in o.evidence)]
    return any(
        _takes_in(task, whole, part) and not _told_apart(task, whole, part) for whole, part in permutations(used, 2)
    ) or any(_both_older(task, one, other) for one, other in combinations(used, 2))


def _takes_in(task: Task, whole: Evidence, part: Evidence) -> bool:
    if whole.prior != part.prior or not same_unit(whole.unit, part.unit) or whole.unit.dimension:
        return False
    if whole.number is None or part.number is None or whole.number < part.number:
        return False
    if whole.fact == part.fact:
        own = task.reading.known.of_fact[part.fact]
        # 检查97家，整改83家: those put right are of those checked; 线索845条，办结817条: of all that the label counts
        taken_in = _TAKEN_IN.search(whole.near) or (not whole.near and not whole.order)
        if whole.order < part.order and taken_in and _DONE.search(part.near):
            return _DONE.search(whole.near) is None
        return any(whole.order < e.order <= part.order and _PART in e.near for e in own)
    return _is_part_below(task, whole, part) or _is_kind_of(whole, part)


def _is_part_below(task: Task, whole: Evidence, part: Evidence) -> bool:
    """Say whether a fact labelled 其中 stands below the whole, with others of that label alone between them."""
    order = task.reading.known.order
    if order[part.fact] <= order[whole.fact]:
        return False
    if _PART in task.reading.known.by_id[whole.fact].label[: len(_PART) + 1]:
        return False  # 其中保洁员, 其中秩序维护员: two parts of what stands above both
    below = task.reading.known.facts[order[whole.fact] + 1 : order[part.fact] + 1]
    return all(_PART in fact.label[: len(_PART) + 1] for fact in below)


def _is_kind_of(whole: Evidence, part: Evidence) -> bool:
    """Say whether a label only narrows another one: 女党员 of 党员; not 退休教师 of 教师."""
    if len(whole.subject) < _SHORTEST or not part.subject.endswith(whole.subject) or part.subject == whole.subject:
        return False
    return not part.subject.removesuffix(whole.subject).endswith(APART)


def _told_apart(task: Task, whole: Evidence, part: Evidence) -> bool:
    """Say whether the sentence told both before a total, and the part not as one: 路灯86盏、太阳能路灯50盏，共136盏."""
    spots = task.reading.spots[: task.spot.at]
    places = {
        e.at: o for e in (whole, part) for o in spots[-6:]
        if o.sentence == task.spot.sentence and (b := task.reading.backings.get(o.at)) and e.at in b.evidence
    }  # fmt: skip
    told = task.reading.text[task.spot.sentence[0] : task.spot.mention.start]
    return len(places) == _SHORTEST and _PART not in told and cues.JOINT.search(task.words) is not None


def _both_older(task: Task, one: Evidence, other: Evidence) -> bool:
    """Say whether both count all from some age up, so that the one takes in the other."""
    if one.fact == other.fact:
        wording = task.reading.known.wordings[one.fact]
        counted = {told["many"] for told in _OLDER_COUNTED.finditer(wording)}
        return {one.core, other.core} <= counted
    ages = [_OLDER.search(e.subject) for e in (one, other)]
    return None not in ages and _OLDER.sub("", one.subject) == _OLDER.sub("", other.subject)
