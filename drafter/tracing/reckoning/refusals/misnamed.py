"""Reckonings of what the words do not name: multiples turned round, 占星级的2% of all, 按期办结率 of others."""

from __future__ import annotations

import re

from drafter.tracing import cues
from drafter.tracing.operands import Operand, is_total, peoples, related
from drafter.tracing.reckoning.among import is_named_whole
from drafter.tracing.reckoning.just_told import changed, mean
from drafter.tracing.reckoning.of_splits import beside_split
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.rates import per_of
from drafter.tracing.reckoning.refusals.astray import goes_astray
from drafter.tracing.reckoning.refusals.astray_sums import sums_astray
from drafter.tracing.reckoning.refusals.bases import on_another_base
from drafter.tracing.reckoning.refusals.beside_told import beside_told
from drafter.tracing.reckoning.refusals.nested_sums import counts_twice
from drafter.tracing.reckoning.refusals.plainest import narrower
from drafter.tracing.reckoning.refusals.sides_named import on_side_named
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import also_called, pieces
from drafter.tracing.units import same_unit

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
    if beside_told(task, found) or on_side_named(task, found):
        return True
    if found.category == "derived_percent":
        return (
            _of_another_rate(task, found)
            or _of_another_whole(task, found)
            or _outside_of(task, found)
            or _of_count(task, found)
            or _out_of_the_blue(task, found)
            or _of_nothing_told(task, found)
            or _upside_down(task, found)
            or _of_what_was_taken_off(task, found)
        )
    if found.category != "derived_ratio" or len(found.operands) != 2 or any(o.prior for o in found.operands):
        return False
    if task.spot.unit.name == "倍" or task.spot.mention.unit == "倍":
        return _turned_multiple(task, found) or _of_no_subject(task, found)
    if not cues.AVERAGES.search(cues.average_words(task.reading.text, task.spot, task.reading.spots)):
        return "×" in found.derived.reckoning and not _goes_with(task, *found.operands)
    return (
        _of_untold(task, found) or _of_unnamed(task, found) or _of_wider(task, found) or not _spread_over(task, found)
    )


def _of_another_rate(task: Task, found: Outcome) -> bool:
    """Say whether another fact has the whole name of the rate, and none that the rate was reckoned from has."""
    told = _RATE.search(task.words)
    if told is None:
        return False
    for start in range(len(told[1]) - _LEAST_SIGNS + 1):
        name = told[1][start:]
        if any(name in o.words for o in task.reading.silent):
            return not any(name in o.words for o in found.operands)
    return False


def _of_another_whole(task: Task, found: Outcome) -> bool:
    """Say whether the base that 占…的 names is another fact than the one used: 占星级的 of all volunteers."""
    named = _SHARE_OF.search(task.words)
    if named is None or len(found.operands) != 2:
        return False
    own, whole = pieces(named["whole"]), found.operands[-1]
    alike = [
        o for o in task.reading.silent if same_unit(o.unit, whole.unit) and o.evidence != found.operands[0].evidence
    ]
    best = max((_covered(own, o) for o in alike), default=0.0)
    if best > _MOSTLY and best - _covered(own, whole) > _APART:
        return True
    names = also_called(named["whole"])
    return not any(name in whole.words for name in names) and any(name in o.words for name in names for o in alike)


def _covered(own: tuple[str, ...], o: Operand) -> float:
    return sum(p in o.words for p in own) / max(1, len(own))


def _outside_of(task: Task, found: Outcome) -> bool:
    """Say whether another whole was used than the clause before told: 84名教师中高级21人，占50%."""
    spots, at = task.reading.spots, task.spot.at
    if at < 2 or not _BARE.match(task.words) or spots[at - 1].clause != spots[at - 2].clause:
        return False
    between = task.reading.text[spots[at - 2].unit_end : spots[at - 1].mention.start]
    backing = task.reading.backings.get(at - 2)
    if not re.search(r"中(?![心学小级等部央])", between) or backing is None or not backing.evidence:
        return False
    used = {e for o in found.operands for e in o.evidence}
    return used.isdisjoint(backing.evidence)


def _of_count(task: Task, found: Outcome) -> bool:
    """Say whether a share was taken of a count of names in what they count: 三项 of 39场."""
    counts = [
        o
        for o in found.operands
        if o.reasoned and (b := task.reading.backings.get(o.spot)) and b.category == "count_of_list"
    ]
    return any(o.unit.name != other.unit.name for o in counts for other in found.operands)


def _out_of_the_blue(task: Task, found: Outcome) -> bool:
    """Say whether a rate was taken of something that neither the sentence nor the part's words speak of."""
    bare = _BARE.match(task.words)
    if len(found.operands) != 2 or not (bare or ("率" in task.words and "占" not in task.words)):
        return False
    part, whole = found.operands
    if related(part, whole) or part.facts == whole.facts or whole.reasoned:
        return False
    spots = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    # A number of the sentence that was found wrong may be the whole that was meant.
    amiss = any(
        o.sentence == task.spot.sentence and o.at not in task.reading.backings and (o.value or 0) > part.value
        for o in spots
    )
    told = {at for o in spots if (b := task.reading.backings.get(o.at)) is not None for at in b.evidence}
    here = amiss or not told.isdisjoint(whole.evidence) or (whole.spot >= 0 and whole.spot in task.reading.backings)
    named = any(task.reading.fits[task.spot.at].close(at) >= _NAMED for at in whole.evidence)
    sentence = task.reading.text[task.spot.sentence[0] : task.spot.mention.start]
    label = task.reading.known.evidence[whole.evidence[0]].subject
    named = named or (len(label) >= _LEAST_SIGNS and label in sentence)
    total = any(is_total(o, "") for o in task.reading.silent if o.evidence == whole.evidence)
    return not (here or named or total or is_named_whole(task, whole))


def _of_nothing_told(task: Task, found: Outcome) -> bool:
    """Say whether a share that names its whole, but no part, is one of nothing that the sentence told before."""
    if not _OF_WHOLE.match(task.words):
        return False
    near = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    backings = [task.reading.backings.get(o.at) for o in near if o.sentence == task.spot.sentence]
    told = {at for b in backings if b is not None for at in b.evidence}
    return bool(told) and None not in backings and told.isdisjoint(e for o in found.operands for e in o.evidence)


def _upside_down(task: Task, found: Outcome) -> bool:
    """Say whether the whole of a rate is what the rate names as its part: 安装率 of others in those who 安装."""
    told = _RATE_OF.search(task.words)
    if told is None or len(found.operands) != 2:
        return False
    part, whole = found.operands
    return told[1] in whole.words and told[1] not in part.words and part.facts != whole.facts


def _of_what_was_taken_off(task: Task, found: Outcome) -> bool:
    """Say whether what is left was set against what had been taken off, and not against all: 未破12起 of 破案36起."""
    if len(found.operands) != 2 or "占" not in task.words:
        return False
    part, base = found.operands
    backing = task.reading.backings.get(part.spot)
    if backing is None or backing.category != "derived_diff" or part.prior or base.prior or base.reasoned:
        return False
    known = [task.reading.known.evidence[at] for at in part.evidence]
    if len(known) != 2 or any(e.prior for e in known) or len(base.evidence) != 1:
        return False
    values = {e.at: e.number or 0 for e in known}
    return base.evidence[0] in values and values[base.evidence[0]] < max(values.values())


def _turned_multiple(task: Task, found: Outcome) -> bool:
    """Say whether what stands behind 是 is the greater side: 是可回收物的3倍 of 可回收物 by another."""
    told = _MULTIPLE_OF.search(task.words)
    if told is None:
        return False
    more, less = (_covered(pieces(told["less"]), o) for o in found.operands)
    return more > less


def _of_no_subject(task: Task, found: Outcome) -> bool:
    """Say whether the clause has no subject of its own and the number that it goes on about was not used."""
    if not _NO_SUBJECT.match(task.words):
        return False
    told = [at for at in _told(task) if at in task.reading.backings][-2:]
    known = {e for at in told for e in task.reading.backings[at].evidence}
    return bool(known) and known.isdisjoint(e for o in found.operands for e in o.evidence)


def _told(task: Task) -> list[int]:
    """Return the places of the plain amounts that the sentence told before the number."""
    near = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    return [
        o.at
        for o in near
        if o.sentence == task.spot.sentence and o.mention.kind == "claim" and o.form == "number"
        and not (mean(task, o.at) or changed(task, o.at))
    ]  # fmt: skip


def _of_untold(task: Task, found: Outcome) -> bool:
    """Say whether an average was taken of what the text did not tell, where the sentence told an amount in its unit."""
    amount, over = found.operands
    spots = task.reading.spots
    if (
        amount.reasoned
        or amount.facts == over.facts
        or any(task.reading.fits[task.spot.at].close(at) >= _NAMED for at in amount.evidence)
    ):
        return False
    if amount.spot > task.spot.at and spots[amount.spot].clause != task.spot.clause and not related(amount, over):
        return any(
            o.evidence not in (amount.evidence, over.evidence) and same_unit(o.unit, amount.unit) and related(o, over)
            for o in task.reading.silent
        )
    alike = [at for at in _told(task) if spots[at].unit.name == task.spot.unit.name and at in task.reading.backings]
    told = {e for at in alike for e in task.reading.backings[at].evidence}
    return bool(told) and amount.spot < 0 and told.isdisjoint(amount.evidence) and told.isdisjoint(over.evidence)


def _of_unnamed(task: Task, found: Outcome) -> bool:
    """Say whether the words name a fact in full that an average was not taken of: 入户走访户均1.5次 of 巡查."""
    used = {at for o in found.operands for at in o.evidence}
    unit, words = task.spot.unit, cues.beside(task.reading.text, task.spot).rpartition("、")[2]
    named = [
        e
        for e in task.reading.known.evidence
        if e.place == "value" and len(e.subject) >= _LEAST_SIGNS and e.subject in words
        and (same_unit(e.unit, unit) or e.unit.name.endswith(unit.name)) and unit.name
    ]  # fmt: skip
    return bool(named) and used.isdisjoint(e.at for e in named)


def _of_wider(task: Task, found: Outcome) -> bool:
    """Say whether the words name a fact that is a part of the averaged one: 每名志愿讲解员讲12场 of all 讲解."""
    amount = found.operands[0]
    if not amount.evidence or amount.reasoned:
        return False
    own = task.reading.known.evidence[amount.evidence[0]].subject
    clause = task.reading.text[task.spot.clause[0] : task.spot.clause[1]]
    return len(own) > 1 and any(
        e.unit == amount.unit and e.place == "value" and e.subject != own and e.subject.endswith(own)
        and e.subject in clause
        for e in task.reading.known.evidence
    )  # fmt: skip


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


def _spread_over(task: Task, found: Outcome) -> bool:
    """Say whether an average may be spread over what was used: 户均 over households, not over a deed done at some."""
    amount, over = found.operands
    told = over.spot >= 0 and task.reading.spots[over.spot].sentence == task.spot.sentence
    named = any(task.reading.fits[task.spot.at].close(at) >= _NAMED for at in over.evidence)
    if told or named or over.reasoned or related(amount, over) or amount.facts == over.facts:
        return True
    return peoples(over) and not _has_its_own(task, amount, over)


def _has_its_own(task: Task, amount: Operand, over: Operand) -> bool:
    """Say whether other people than some part of all are those of the amount: 志愿服务时长 is that of 志愿者."""
    if any(is_total(o, "") for o in task.reading.silent if o.evidence == over.evidence):
        return False
    alike = (o for o in task.reading.silent if {o.unit.name, over.unit.name} <= _PEOPLE and o.evidence != over.evidence)
    return any(related(amount, o) for o in alike)
