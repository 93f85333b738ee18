"""Reckonings of what a sentence does not tell, where it tells what is meant: 占总数80个的25% of other things."""

from __future__ import annotations

import re

from drafter.tracing import cues
from drafter.tracing.layout import Spot
from drafter.tracing.operands import Operand, related
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit, unit_of

_REACH = 6
_NAMED = 0.3
_MOSTLY = 0.5
_BOTH = 2
_WHOLE_OF = re.compile("(?:占|覆盖)[^，。；、0-9]{0,8}$")
_OF = re.compile("[\u4e00-\u9fff]{0,6}的")
_SHARE_OF = re.compile(r"占(?:到|了|全部|总)*(?P<whole>[^，,。；;、0-9]{2,8}?)(?:的|比|总数)*(?:约|近)?$")
_JOINT = re.compile(r"^(?:两者|两项|几项|以上)?(?:合计|共计|总计|共|合共|一共|总共)(?:有|为|达)?$")
_EACH = re.compile(r"(?:每|平均一)(?P<each>[\u4e00-\u9fff]{1,6})|(?P<sign>[\u4e00-\u9fff](?<![平年月日周季人次]))均")
_PEOPLE = frozenset(("人", "名", "位"))


def beside_told(task: Task, found: Outcome) -> bool:
    """Say whether a reckoning passes over the numbers of its sentence that the words set it upon."""
    if found.category == "derived_percent" and len(found.operands) == _BOTH:
        return _of_another_whole(task, found) or _whole_as_part(task, found) or _on_untold_base(task, found)
    if found.category == "derived_diff" and len(found.operands) == _BOTH:
        return _rest_of_others(task, found)
    if found.category == "derived_sum":
        return _sum_of_others(task, found)
    if found.category != "derived_ratio" or len(found.operands) != _BOTH:
        return False
    return _over_untold(task, found) or _over_less_than_told(task, found) or _turned(task, found)


def _here(task: Task) -> list[Spot]:
    """Return the plain numbers that the sentence told before, right or wrong, the last one last."""
    near = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    return [o for o in near if o.sentence == task.spot.sentence and o.mention.kind == "claim" and o.form == "number"]


def _direct(task: Task, spot: Spot) -> tuple[int, ...]:
    """Return the evidence that a number states by itself; none where it was reckoned or is wrong."""
    backing = task.reading.backings.get(spot.at)
    return () if backing is None or backing.reckoning else backing.evidence


def _evidence(found: Outcome) -> set[int]:
    return {at for o in found.operands for at in o.evidence}


def _is_named(task: Task, o: Operand) -> bool:
    return any(task.reading.fits[task.spot.at].close(at) >= _NAMED for at in o.evidence)


def _of_another_whole(task: Task, found: Outcome) -> bool:
    """Say whether the whole stands before the share as a number, and another was used: 占楼组80个的25%."""
    before = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    if before is None or not _OF.fullmatch(task.reading.text, before.unit_end, task.spot.mention.start):
        return False
    if before.unit.dimension or not _WHOLE_OF.search(task.reading.text, before.clause[0], before.mention.start):
        return False
    told = _direct(task, before)
    return bool(told) and set(told).isdisjoint(found.operands[-1].evidence)


def _whole_as_part(task: Task, found: Outcome) -> bool:
    """Say whether what 占 names as the whole was used as the part: 占专任教师的 of 教职工."""
    named = _SHARE_OF.search(task.words)
    if named is None or (found.operands[0].spot == task.spot.at - 1 and task.words.startswith("占")):
        return False  # 文明班级12个，占班级总数的: the part was told right before
    ahead = task.words.rpartition("占")[0]
    if any(ahead.endswith(name) for name in found.operands[0].words.split()):
        return False  # 困难新生占新生的: the part has the name of the whole in its own
    own = pieces(named["whole"])
    part, whole = (sum(p in o.words for p in own) / max(1, len(own)) for o in found.operands)
    return part > _MOSTLY and part > whole


def _on_untold_base(task: Task, found: Outcome) -> bool:
    """Say whether a rate was taken of all, though the sentence just told those it is of: 参评312户，评出285户."""
    part, whole = found.operands
    here = _here(task)[-_BOTH:]
    if len(here) < _BOTH or "占" in task.words or "率" not in task.words or here[-1].at != task.spot.at - 1:
        return False
    first, last = (_direct(task, o) for o in here)
    alike = same_unit(here[0].unit, here[1].unit) and (here[0].value or 0) > (here[1].value or 0)
    used = bool(first) and alike and set(last) == set(part.evidence) and not cues.PRIOR.search(_words(task, here[0]))
    told = {at for o in _here(task) for at in _direct(task, o)}
    return used and told.isdisjoint(whole.evidence) and not (_is_named(task, whole) or related(part, whole))


def _words(task: Task, spot: Spot) -> str:
    return cues.ahead(task.reading.text, spot)


def _rest_of_others(task: Task, found: Outcome) -> bool:
    """Say whether a rest was reckoned of things that the sentence does not tell, though it tells others in its unit."""
    here = [o for o in _here(task) if same_unit(o.unit, task.spot.unit) and _direct(task, o)]
    if len(here) < _BOTH or not cues.REST.search(task.words) or any(o.prior or o.reasoned for o in found.operands):
        return False
    told = {at for o in here for at in _direct(task, o)}
    return told.isdisjoint(_evidence(found)) and not any(_is_named(task, o) for o in found.operands)


def _sum_of_others(task: Task, found: Outcome) -> bool:
    """Say whether a bare 合计 behind several numbers adds up one that the sentence does not tell."""
    here = [o for o in _here(task) if same_unit(o.unit, task.spot.unit) and _direct(task, o)]
    if len(here) < _BOTH or not _JOINT.match(task.words) or any(o.reasoned for o in found.operands):
        return False
    places = {o.at for o in _here(task)}
    told = {at for o in _here(task) for at in _direct(task, o)}
    told |= {at for o in found.operands if o.spot in places for at in o.evidence}  # what a wrong one should state
    used = _evidence(found)
    return bool(used & told) and not used <= told


def _over_untold(task: Task, found: Outcome) -> bool:
    """Say whether an average was spread over other things than those that the sentence just told by that unit."""
    words = cues.average_words(task.reading.text, task.spot, task.reading.spots)
    each = list(_EACH.finditer(words))
    if not each or any(o.reasoned or o.prior for o in found.operands):
        return False
    unit = each[-1]["sign"] or unit_of(each[-1]["each"])
    noun = (each[-1]["each"] or "").removeprefix(unit) if unit else ""
    last = next((o for o in reversed(_here(task)) if _counts(o, unit) and _direct(task, o)), None) if unit else None
    if last is None or noun or last.value == task.spot.value or (last.value or 0) <= 1:
        return False
    told = {at for o in _here(task) for at in _direct(task, o)}
    amount, over = found.operands
    own = _tells_with(task, amount, unit)
    if own:  # 慰问金2.8万元，户均400元: the fact of that money tells its households, whatever the draft does
        return own.isdisjoint(over.evidence)
    return told.isdisjoint(over.evidence) and not _is_named(task, over)


def _tells_with(task: Task, amount: Operand, unit: str) -> set[int]:
    """Return what the fact of an amount that was told right before counts by a unit as well."""
    if len(amount.evidence) != 1 or _direct(task, task.reading.spots[task.spot.at - 1]) != amount.evidence:
        return set()
    own = (e for e in task.reading.known.of_fact[amount.facts[0]] if e.place == "value" and not e.prior)
    return {e.at for e in own if e.unit.name == unit and e.at not in amount.evidence}


def _over_less_than_told(task: Task, found: Outcome) -> bool:
    """Say whether an average was spread over what each has, where the sentence told all: 男女各2支 are 4支."""
    over = found.operands[1]
    if over.reasoned or not any("各" in task.reading.known.evidence[at].near for at in over.evidence):
        return False
    made = ((o, task.reading.backings.get(o.at)) for o in _here(task) if o.unit == over.unit and o.value != over.value)
    return any(b is not None and b.reckoning and b.evidence == over.evidence for _, b in made)


def _turned(task: Task, found: Outcome) -> bool:
    """Say whether what stands behind 每 was spread over something else: 每个网格 of so many 网格 over 队员."""
    words = cues.average_words(task.reading.text, task.spot, task.reading.spots)
    each = [told["each"] for told in _EACH.finditer(words) if told["each"]]
    unit = unit_of(each[-1]) if each else ""
    noun = each[-1].removeprefix(unit)[:_BOTH] if each else ""
    amount, over = found.operands
    return len(noun) == _BOTH and amount.unit.name == unit and noun in amount.words and noun not in over.words


def _counts(spot: Spot, unit: str) -> bool:
    return spot.unit.name == unit or (unit in _PEOPLE and spot.unit.name in _PEOPLE)
