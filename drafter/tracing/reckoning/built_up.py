"""What there is once all that came on top is added: 原有座椅40把, 新添座椅25把 make 座椅增加到65把."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import total_of
from drafter.tracing.reckoning.outcome import Outcome, stated_by
from drafter.tracing.reckoning.steps_within import is_plain
from drafter.tracing.reckoning.task import Task

_WEIGHT = 0.5
_TWO = 2
_GREW = re.compile(
    "(?:增加|增|扩大|扩充|扩|升|发展|壮大|提高)(?:到|至|为)(?:了|约)?$|总(?:数|量|计)[^，。；、0-9]{0,6}$"
)
_WITH = re.compile("连同|加上|算上")
_EARLIER = re.compile("往年|历年|此前|以前|之前|原[有来]")
_HAS = re.compile("[共已]|累计|达到?|总")
_AT_FIRST = re.compile("原[有来]|[已既现]有|存量")
_ADDED = re.compile("新|增|添|补|扩")
_GONE = re.compile("拆|撤|减|报废|淘汰|关停|更换|更新|维修|改造")


def built_up(task: Task) -> Iterator[Outcome]:
    """Yield what a thing of which the sheet tells how many there were came to with what was newly added of it."""
    yield from _with_earlier(task)
    if not _GREW.search(task.words) or stated_by(task.spot).sense != "exact":
        return
    known = [e for e in task.reading.known.evidence if is_plain(task, e) and e.unit.name == task.spot.unit.name]
    clause = task.reading.text[task.spot.clause[0] : task.spot.mention.start]
    for base in known:
        name = base.subject
        first = _AT_FIRST.search(task.reading.known.by_id[base.fact].label)
        if first is None or len(name) < _TWO or name not in clause:
            continue
        more = [e for e in known if _is_more(e, base)]
        if any(_GONE.search(e.subject) for e in more):
            continue
        for added in ([e for e in more if _ADDED.search(e.subject)], more):
            if added:
                yield total_of(plain_operands((base, *added), _WEIGHT), task.spot)


def _with_earlier(task: Task) -> Iterator[Outcome]:
    """Yield what was told with 连同 and what the sheet tells of the other time: 连同往年的36部，已有48部."""
    at = task.spot.at - 1
    told = task.reading.stated(at) if at >= 0 else None
    if told is None or task.reading.spots[at].sentence != task.spot.sentence:
        return
    ahead = cues.ahead(task.reading.text, task.reading.spots[at])
    known = task.reading.known.evidence if _WITH.search(ahead) and _HAS.search(task.words) else ()
    name, earlier = _name_and_time(told)
    for e in known:
        alike = e.fact != told.fact and e.unit.name == told.unit.name == task.spot.unit.name and is_plain(task, e)
        if alike and _name_and_time(e) == (name, not earlier):
            yield total_of(plain_operands((e, told), _WEIGHT), task.spot)


def _name_and_time(e: Evidence) -> tuple[str, bool]:
    """Return what evidence counts, and whether it is of the time before."""
    return _EARLIER.sub("", e.subject), e.prior or _EARLIER.search(e.subject) is not None


def _is_more(e: Evidence, base: Evidence) -> bool:
    """Say whether a fact counts more of what another tells that there was: 新添座椅, 共享座椅 beside 原有座椅."""
    return e.fact != base.fact and not e.prior and e.subject.endswith(base.subject) and e.subject != base.subject
