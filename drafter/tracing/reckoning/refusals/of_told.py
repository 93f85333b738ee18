"""Shares of another number than the one told right before, of which they are: 火灾137起，占总量的46.9%."""

from __future__ import annotations

import re

from drafter.tracing import cues
from drafter.tracing.companions import follows
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task

_BARE_SHARE = re.compile(
    r"^\s*(?:约|仅|只|共|合)?占(?:比|到|了|总[数量额]|全部|的|约|近|比例|比重|为)*$"
    r"|^\s*占[^，。；、0-9]{1,8}(?:总(?:数|量|额|人数|户数))?的(?:约|近)?$"
)


def of_what_was_told(task: Task, found: Outcome) -> bool:
    """Say whether a share that names no part of its own is one of the number told right before: 自筹26万元，占43.5%."""
    if found.category != "derived_percent" or not _BARE_SHARE.match(task.words) or task.spot.at == 0:
        return True
    before = task.spot.at - 1
    backing = task.reading.backings.get(before)
    if _of_taken(task, found, before):
        return False
    used = {at for o in found.operands for at in o.evidence}
    shape = task.reading.spots[before].form
    if task.reading.spots[before].sentence != task.spot.sentence or shape == "share":
        return True
    if shape in ("date", "season") and backing is not None and any(at + 1 in used for at in backing.evidence):
        # 4月最多，占37.3%: the month stands for the number that a fact gives it.
        return True
    if cues.DIFFERENCE.search(cues.ahead(task.reading.text, task.reading.spots[before])):
        return True
    if backing is not None and backing.category == "derived_diff":
        return any(o.spot == before for o in found.operands)
    told = set(backing.evidence) if backing is not None else set()
    beside = follows(task.reading, task.reading.spots[before]) if told else None
    if beside is not None and beside.at in task.reading.backings:
        told |= set(task.reading.backings[beside.at].evidence)  # 脱贫128户、391人，占贫困户的37%
    return not told or bool(used & told)


def _of_taken(task: Task, found: Outcome, before: int) -> bool:
    """Say whether a share was reckoned from what the number before was wrongly taken from, not from what it meant."""
    objection = task.reading.objections.get(before)
    if objection is None or objection.category != "swapped_subject" or before in task.reading.backings:
        return False
    used = {at for o in found.operands for at in o.evidence}
    meant = {e.at for e in objection.meant}
    return bool(meant) and not used & meant and bool(used & {e.at for e in objection.taken})
