"""Reckonings of what the words do not name: multiples turned round, 占星级的2% of all, 按期办结率 of others."""

from __future__ import annotations

import re

from drafter.tracing import cues
from drafter.tracing.operands import Operand, covered, is_total, related
from drafter.tracing.reckoning.just_told import plainly_told
from drafter.tracing.reckoning.of_lists import beside_list
from drafter.tracing.reckoning.of_splits import beside_split
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.rates import per_of
from drafter.tracing.reckoning.refusals.astray import goes_astray
from drafter.tracing.reckoning.refusals.astray_sums import sums_astray
from drafter.tracing.reckoning.refusals.bases import on_another_base
from drafter.tracing.reckoning.refusals.beside_told import beside_told
from drafter.tracing.reckoning.refusals.itself import takes_itself_away
from drafter.tracing.reckoning.refusals.misaveraged import misaveraged, rounded_off
from drafter.tracing.reckoning.refusals.misrated import misrated
from drafter.tracing.reckoning.refusals.misshared import misshared
from drafter.tracing.reckoning.refusals.nested_sums import counts_twice
from drafter.tracing.reckoning.refusals.of_those import of_others_than_those
from drafter.tracing.reckoning.refusals.often import done_otherwise
from drafter.tracing.reckoning.refusals.one_of_counted import one_of_counted
from drafter.tracing.reckoning.refusals.plainest import narrower
from drafter.tracing.reckoning.refusals.sides_named import on_side_named
from drafter.tracing.reckoning.refusals.so_far import adds_to_so_far
from drafter.tracing.reckoning.refusals.unlike import unlike
from drafter.tracing.reckoning.refusals.unspoken import unspoken
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces

_RATE = re.compile(r"([\u4e00-\u9fff]{3,8})(?:率|面|比例)[^，,。；;0-9]{0,4}$")
_SHARE_OF = re.compile(r"占(?:到|了|全部|总)*(?P<whole>[^，,。；;、0-9]{2,8}?)(?:的|比|总数)*(?:约|近)?$")
_MULTIPLE_OF = re.compile(r"(?:是|为|相当于|达到?)(?P<less>[\u4e00-\u9fff]{2,10})的(?:约|近|整整)?$")
_NO_SUBJECT = re.compile(r"^(?:正好|恰好|已|约|大约)*(?:是|为|相当于|达到?)")
_BARE = re.compile(r"^\s*(?:约|仅|只|共)?占(?:比|到|了|总[数量]|约|近)*$")
_OF_WHOLE = re.compile(r"^\s*(?:约|仅|只|共|合)?占[^，。；、0-9]{2,8}的(?:约|近)?$")
_RATE_OF = re.compile(r"([\u4e00-\u9fff]{2})率[^，,。；;0-9]{0,4}$")
_A_HEAD = re.compile("每(?:人|名|位)")
_PEOPLE = frozenset(("人", "名", "位"))
_NAMED = 0.3
_APART = 0.3
_MOSTLY = 0.5
_LEAST_SIGNS = 3
_REACH = 6


def misnamed(task: Task, found: Outcome) -> bool:
    """Say whether the words name another part, another base or the other direction than a reckoning used."""
    if narrower(task, found) or goes_astray(task, found) or on_another_base(task, found):
        return True
    if beside_split(task, found) or sums_astray(task, found) or counts_twice(task, found):
        return True
    if one_of_counted(task, found) or adds_to_so_far(task, found) or of_others_than_those(task, found):
        return True
    if unspoken(task, found) or unlike(task, found) or beside_list(task, found) or rounded_off(task, found):
        return True
    if beside_told(task, found) or on_side_named(task, found) or done_otherwise(task) or takes_itself_away(task, found):
        return True
    if found.category == "derived_percent":
        return misshared(task, found) or misrated(task, found)
    if found.category != "derived_ratio" or len(found.operands) != 2 or any(o.prior for o in found.operands):
        return False
    if task.spot.unit.name == "倍" or task.spot.mention.unit == "倍":
        return _turned_multiple(task, found) or _of_no_subject(task, found)
    product = "×" in found.derived.reckoning
    if product and _goes_with(task, *found.operands):
        return False
    averages = cues.AVERAGES.search(cues.average_words(task.reading.text, task.spot, task.reading.spots))
    return misaveraged(task, found) if averages is not None else product


def _turned_multiple(task: Task, found: Outcome) -> bool:
    """Say whether what stands behind 是 is the greater side: 是可回收物的3倍 of 可回收物 by another."""
    told = _MULTIPLE_OF.search(task.words)
    if told is None:
        return False
    more, less = (covered(pieces(told["less"]), o) for o in found.operands)
    return more > less


def _of_no_subject(task: Task, found: Outcome) -> bool:
    """Say whether the clause has no subject of its own and the number that it goes on about was not used."""
    if not _NO_SUBJECT.match(task.words):
        return False
    told = [at for at in plainly_told(task) if at in task.reading.backings][-2:]
    known = {e for at in told for e in task.reading.backings[at].evidence}
    return bool(known) and known.isdisjoint(e for o in found.operands for e in o.evidence)


def _goes_with(task: Task, count: Operand, rate: Operand) -> bool:
    """Say whether a rate may be multiplied by a count: both of one thing, or the text speaks of the count."""
    if count.facts == rate.facts or related(count, rate) or count.spot >= 0 or count.reasoned:
        return True
    if _A_HEAD.search(rate.words) and count.unit.name in _PEOPLE and is_total(count, ""):
        return True
    per = per_of(rate)
    if per and (count.unit.name == per[: len(count.unit.name)] or per[0] in count.words):
        return True
    clause = task.reading.text[slice(*task.spot.clause)]
    near = range(max(0, task.spot.at - _REACH), task.spot.at)
    told = {at for n in near if (b := task.reading.backings.get(n)) is not None for at in b.evidence}
    named = any(task.reading.known.evidence[at].subject in clause for at in count.evidence)
    return named or not told.isdisjoint(count.evidence)
