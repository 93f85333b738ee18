"""Reckonings of others than the words tell of: 占到会代表的 of all due, 答卷居民中 of all sheets sent."""

from __future__ import annotations

import re

from drafter.tracing.reckoning.gaps import gaps
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task

_CAME = re.compile("占(?:实到|到会|到场|参会|与会|出席)")
_DUE = re.compile("^应")
_CAME_IN_FACT = re.compile("实到|到会|到场|参会|与会|出席")
_ANSWERED = re.compile("答卷|作答|收回的?[\u4e00-\u9fff]{0,4}问卷|有效问卷")
_SENT = re.compile("发放|发出|下发|印发")
_BACK = re.compile("收回|回收|有效|作答")
_RETURNED = re.compile("(?:回收|收回|返回|参与|应答)率?[^，。；0-9]{0,3}$")
_SHRANK = re.compile("缺口[^，。；0-9]{0,6}(?:到|至|为)[了约近]?$")


def of_others_than_those(task: Task, found: Outcome) -> bool:
    """Say whether a share was taken of those due or asked where the words tell of those who came or answered."""
    if found.category == "derived_diff" and _SHRANK.search(task.words):
        return _leaves_some_out(task, found)
    if found.category != "derived_percent" or not found.operands or len(found.operands[-1].evidence) != 1:
        return False
    whole = task.reading.known.evidence[found.operands[-1].evidence[0]]
    told = task.reading.text[task.spot.sentence[0] : task.spot.mention.start]
    near = whole.near or whole.subject
    words = task.reading.known.wordings[whole.fact]
    if _CAME.search(task.words) and _DUE.match(near):
        return _CAME_IN_FACT.search(words) is not None
    if _SENT.search(near) is None or _RETURNED.search(task.words):
        return False  # 收回问卷190份，回收率95% is of all that were sent
    return _ANSWERED.search(told) is not None and _BACK.search(words) is not None


def _leaves_some_out(task: Task, found: Outcome) -> bool:
    """Say whether what a gap shrank to was reckoned without all of what the draft has told since of what there is."""
    used = {at for o in found.operands for at in o.evidence}
    return any(used < {at for o in full.operands for at in o.evidence} for full in gaps(task))
