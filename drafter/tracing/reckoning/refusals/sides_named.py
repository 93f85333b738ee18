"""Sides that the words rule out by name: 教育救助占六成 of 教育救助, 新生的25% of a plan, 户均 over one kind."""

from __future__ import annotations

import re

from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand
from drafter.tracing.reckoning.among import is_named_whole
from drafter.tracing.reckoning.goals import is_goal
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.refusals.bases import divided
from drafter.tracing.reckoning.task import Task
from drafter.tracing.stretches import compared_stretches
from drafter.tracing.subject import common_tail, pieces
from drafter.tracing.units import same_unit

_SHARE = re.compile(r"(?P<part>[^，。；]{0,16})占(?P<whole>[^，。；0-9]*)$")
_COUNTING = re.compile("(?:总?人数|总?户数|总数|总量|数量|数)?的?$")
_SETTLED = re.compile("[已实]")
_DUE = re.compile("应|计划|目标|任务|指标")
_WHOLE = re.compile("总|应|全|常住|在册|实有|登记|注册|受理|收到|报名|参加|辖区|户籍|在校|在园|在岗|已|签约|符合")
_MEAN = re.compile(r"[户人]均[^，。；0-9]{0,8}$")
_JOINED = re.compile(r"共(?:计|有|达)?$")
_REST = re.compile("除|其余|其他|其它|剩|余下|另外|其中")
_BACK = 12
_BOTH = 2


def on_side_named(task: Task, found: Outcome) -> bool:
    """Say whether the words name another part, another whole or another count than a reckoning used."""
    if len(found.operands) != _BOTH or any(len(o.evidence) != 1 for o in found.operands):
        return False
    if found.category == "derived_diff":
        return _joined(task, found) or _across_years(task, found) or _of_other_stretches(task, found)
    if any(o.reasoned or o.prior for o in found.operands):
        return False
    if found.category == "derived_percent":
        return _turned_or_planned(task, found) or _in_another_kind(task, found)
    return found.category == "derived_ratio" and (_over_one_kind(task, found) or _people_of_none(task, found))


def _own(task: Task, o: Operand) -> Evidence:
    return task.reading.known.evidence[o.evidence[0]]


def _name(task: Task, o: Operand) -> str:
    e = _own(task, o)
    return e.near or e.subject


def _turned_or_planned(task: Task, found: Outcome) -> bool:
    """Say whether what stands before 占 was used as the whole, or a whole that the words rule out."""
    told = _SHARE.search(task.words)
    if told is None:
        return False
    part, whole = (_name(task, o) for o in found.operands)
    subject = re.search(rf"(?:^|中){re.escape(whole)}$", told["part"])
    if len(whole) > 1 and subject is not None and not told["part"].endswith(part):
        return True
    named = _COUNTING.sub("", told["whole"])
    if is_goal(_own(task, found.operands[1]).subject) and named and not is_goal(named) and "计划" not in named:
        return True
    if _SETTLED.search(named) and _DUE.search(whole) and not _DUE.search(part):
        return True
    base = found.operands[1].unit
    stated = [e for e in task.reading.known.plain if len(named) > 1 and (e.near or e.subject) == named]
    stated = [e for e in stated if same_unit(e.unit, base)]
    used = {at for o in found.operands for at in o.evidence}
    return bool(stated) and used.isdisjoint(e.at for e in stated)


def _in_another_kind(task: Task, found: Outcome) -> bool:
    """Say whether a part was set against another part beside it, as the words name no whole and a larger one is known.

    一般纳税人占33.3% of 小规模纳税人, where all 纳税户 are known.
    """
    told = _SHARE.search(task.words)
    if told is None or _COUNTING.sub("", told["whole"]):
        return False
    part, whole = (_name(task, o) for o in found.operands)
    tail = common_tail((part, whole))
    heads = part.removesuffix(tail), whole.removesuffix(tail)
    if len(tail) < _BOTH or not all(heads) or _WHOLE.search(heads[1]) or _WHOLE.search(whole):
        return False
    if heads[0].endswith(heads[1]) or heads[1] in task.words:
        return False
    base = found.operands[1]
    if _was_told(task, base) or is_named_whole(task, base) or not divided(found):
        return False
    return any(
        same_unit(o.unit, base.unit) and o.value >= base.value + found.operands[0].value and o.evidence != base.evidence
        for o in task.reading.silent
    )


def _over_one_kind(task: Task, found: Outcome) -> bool:
    """Say whether 户均 was spread over those of one kind, though a fact counts more and no word tells the kind."""
    over, amount = found.operands[1], found.operands[0]
    if _MEAN.search(task.words) is None or not _own(task, over).subject:
        return False
    own = _own(task, over).subject
    if (
        own[:_BOTH] in task.reading.text[slice(*task.spot.clause)]
        or amount.facts == over.facts
        or _was_told(task, over)
    ):
        return False
    common = set(pieces(own)).intersection(pieces(_own(task, amount).subject))
    return any(
        same_unit(o.unit, over.unit) and o.value > over.value and any(p in o.words for p in common)
        for o in task.reading.silent
    )


def _was_told(task: Task, o: Operand) -> bool:
    """Say whether the numbers before state an operand, or one is a share of it."""
    found = (task.reading.backings.get(at) for at in range(max(0, task.spot.at - _BACK), task.spot.at))
    near = [b for b in found if b is not None and o.evidence[0] in b.evidence]
    return any(not b.reckoning or (b.category == "derived_percent" and b.evidence[-1] in o.evidence) for b in near)


def _people_of_none(task: Task, found: Outcome) -> bool:
    """Say whether 人均 was spread over what counts no people, where a fact of people stands in the sheet."""
    words = cues.average_words(task.reading.text, task.spot, task.reading.spots)
    over = found.operands[1]
    if "人均" not in words[-12:] or over.unit.dimension or over.unit.name.startswith(("人", "名", "位")):
        return False
    return "人" not in _name(task, over) and not _was_told(task, over)


def _joined(task: Task, found: Outcome) -> bool:
    """Say whether what 共 draws together was reckoned as what is left."""
    rest = cues.REST.search(task.words) or cues.DIFFERENCE.search(task.words)
    ahead = task.reading.text[task.spot.sentence[0] : task.spot.mention.start]
    return _JOINED.search(task.words) is not None and rest is None and _REST.search(ahead) is None


def _across_years(task: Task, found: Outcome) -> bool:
    """Say whether an earlier value was set against something else than its own later one."""
    one, other = found.operands
    if one.prior == other.prior:
        return False
    before, now = (one, other) if one.prior else (other, one)
    if now.facts == before.facts:
        return False
    own = {c.now.at for c in task.reading.comparisons if c.before.at == before.evidence[0]}
    return bool(own) and now.evidence[0] not in own


def _of_other_stretches(task: Task, found: Outcome) -> bool:
    """Say whether two stretches that the words compare were passed over for others: 10月比8月 of 8月 and 9月."""
    pair = compared_stretches(task.words, task.reading.text[task.spot.sentence[0] : task.spot.clause[0]])
    used = {at for o in found.operands for at in o.evidence}
    for series in task.reading.series if pair is not None else ():
        if pair is not None and used <= {e.at for e in series.parts.values()}:
            covered = {e.at for stretch in pair for e in series.covering(stretch)}
            return bool(covered) and used != covered
    return False
