"""What was reached against what was to be reached: 完成年度目标的120%, 超目标6户, 距目标还差2人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.tracing import arithmetic, cues, vocabulary
from drafter.tracing.operands import Operand, related
from drafter.tracing.play import earlier
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

WANTED = re.compile("|".join(vocabulary.WANTED))
_REACHED = re.compile(rf"{WANTED.pattern}|完成率?|超额|达标")
_DONE = re.compile("|".join(vocabulary.REACHED))
_BEYOND = re.compile(rf"超额?(?:出|过|了)?(?:[年全][度年]|既定|原定)?(?:{WANTED.pattern})?[数值]?$")
_WIDE = re.compile("|".join(sorted(vocabulary.GENERIC, key=len, reverse=True)))
_GAP = re.compile(r"超额?|超出|还?差|缺|不足|多|少|剩|余")


def is_goal(words: str) -> bool:
    """Say whether words tell of what is to be reached; 指标完成情况 tells of what was."""
    return WANTED.search(words) is not None and _DONE.search(words) is None


def _tells_goal(o: Operand, _: str) -> bool:
    return is_goal(o.words)


def against_goals(task: Task) -> Iterator[Outcome]:
    """Yield the share of a goal that was reached, and how far it was passed or missed."""
    goals = task.reading.silent.passing(_tells_goal, "")
    spoken = task.reading.text[task.spot.sentence[0] : task.spot.clause[1]]
    if not goals or not _REACHED.search(spoken):
        return
    share = task.spot.form == "share"
    if not share and not (_GAP.search(task.words) or cues.DIFFERENCE.search(task.words)):
        return
    beyond = share and _BEYOND.search(task.words) is not None
    for done in (*_done(task), *_counterparts(task, goals)):
        for goal in goals:
            if not same_unit(goal.unit, done.unit) or goal.evidence == done.evidence or not _of_one(task, goal, done):
                continue
            if share:
                made = arithmetic.share(done.value * done.unit.size, goal.value * goal.unit.size)
                if made is not None and beyond:
                    made = arithmetic.Derived(
                        made.value - 100, f"{made.reckoning}，超出 {arithmetic.plain(made.value - 100, 1)}%"
                    )
                if made is not None:
                    yield outcome(made, (done, goal), "derived_percent")
            elif same_unit(goal.unit, task.spot.unit):
                sides = sorted((in_unit(done, task.spot), in_unit(goal, task.spot)), reverse=True)
                yield outcome(arithmetic.difference(*sides), (done, goal), "derived_diff", exact=True)


def _counterparts(task: Task, goals: Sequence[Operand]) -> Iterator[Operand]:
    """Yield the facts that state what was reached of a goal, by the same label: 植树 of 植树任务."""
    for goal in goals:
        name = WANTED.sub("", task.reading.known.evidence[goal.evidence[0]].subject)
        for o in task.reading.silent if len(name) > 1 else ():
            label = _DONE.sub("", task.reading.known.evidence[o.evidence[0]].subject)
            if label == name and o.evidence != goal.evidence:
                yield o


def _done(task: Task) -> Iterator[Operand]:
    """Yield what the paragraph tells as reached, the nearest number of the sentence first."""
    told = [o for o in (*task.play, *earlier(task.reading, task.spot)) if 0 <= o.spot < task.spot.at]
    plain = [o for o in told if not (o.share or o.prior or o.mean) and not is_goal(o.words)]
    yield from sorted(plain, key=lambda o: -o.spot)


def _of_one(task: Task, goal: Operand, done: Operand) -> bool:
    """Say whether a goal is one for what was done: the same words beside both numbers, or related labels."""
    evidence = task.reading.known.evidence
    wanted = evidence[goal.evidence[0]]
    own = [evidence[at] for at in done.evidence]
    nears = {e.near for e in own if e.near}
    if wanted.near and nears:
        return wanted.near in nears or WANTED.sub("", wanted.near) in {_DONE.sub("", WANTED.sub("", n)) for n in nears}
    bare = WANTED.sub("", f"{wanted.near} {wanted.subject}")
    if not _WIDE.sub("", bare).strip():
        # 年度任务 names nothing: it is that of what the sentence told.
        return done.spot >= 0 and task.reading.spots[done.spot].sentence == task.spot.sentence
    return related(done, replace(goal, words=bare))
