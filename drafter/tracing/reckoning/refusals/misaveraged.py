"""Averages of or over what the words do not name: 户均 over deeds done at some, 每名讲解员 of all 讲解."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.tracing import cues
from drafter.tracing.operands import Operand, is_total, peoples, related
from drafter.tracing.rated import tells_as_much_of_each
from drafter.tracing.reckoning.just_told import plainly_told
from drafter.tracing.reckoning.outcome import Outcome, stated_by
from drafter.tracing.reckoning.refusals.over_one_of import over_one_of
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import SHORTHAND

_PEOPLE = frozenset(("人", "名", "位"))
_EACH_ONE = re.compile("每[名位]")
_MONEY = "金额"
_SIGN = re.compile("([\u4e00-\u9fff](?<![人户平年月日周季]))均[^，。；、0-9]{0,6}$")
_SMALL = 2
_ROUNDED = Decimal("0.35")
_NAMED = 0.3
_LEAST_SIGNS = 3
_REACH = 6


def misaveraged(task: Task, found: Outcome) -> bool:
    """Say whether the words of an average name other things than it was taken of, or over."""
    if _of_other_measure(task, found) or over_one_of(task, found):
        return True
    if _over_no_people(task, found) or _over_a_rate(found) or _of_no_money(task, found):
        return True
    astray = _of_untold(task, found) or _of_unnamed(task, found) or _of_wider(task, found)
    return astray or not _spread_over(task, found)


def of_a_mean(task: Task, found: Outcome) -> bool:
    """Say whether what is so much each already was divided once more: 每个服务站 of 每个服务站5名."""
    if found.category != "derived_ratio" or len(found.operands) != _SMALL or "÷" not in found.derived.reckoning:
        return False
    amount = found.operands[0]
    return len(amount.evidence) == 1 and tells_as_much_of_each(
        task.words, task.reading.known.evidence[amount.evidence[0]]
    )


def rounded_off(task: Task, found: Outcome) -> bool:
    """Say whether rounding makes something else of a small average: six meetings a year are not one a month."""
    number, value = stated_by(task.spot), found.derived.value
    small = found.category == "derived_ratio" and not found.exact and number.sense == "exact" and not number.fraction
    return small and 0 < value < number.value <= _SMALL and number.value - value > _ROUNDED * value


def _over_no_people(task: Task, found: Outcome) -> bool:
    """Say whether what the words call each 名 or 位 was counted as no people: 每名网格员 over 网格8个."""
    over = found.operands[1]
    people = over.reasoned or over.unit.name in ("", "口", "人次", *_PEOPLE)
    return not people and _EACH_ONE.search(task.words) is not None


def _over_a_rate(found: Outcome) -> bool:
    """Say whether an average was taken over how often something is done: five drills over 每周2次."""
    amount, over = found.operands
    return over.unit == amount.unit and over.unit.name not in _PEOPLE and cues.EACH.search(over.words) is not None


def _of_no_money(task: Task, found: Outcome) -> bool:
    """Say whether so much money each was reckoned of what is no money, or over money: three 档 by 2元."""
    amount, over = found.operands
    if task.spot.unit.dimension != _MONEY or "÷" not in found.derived.reckoning:
        return False
    return amount.unit.dimension != _MONEY or over.unit.dimension == _MONEY


def _of_other_measure(task: Task, found: Outcome) -> bool:
    """Say whether a statement has a like amount that the words name rather: 服务 640人次, not 测量血压 560人次."""
    amount = found.operands[0]
    if amount.reasoned or len(amount.evidence) != 1:
        return False
    own = task.reading.known.evidence[amount.evidence[0]]
    clause = task.reading.text[slice(*task.spot.clause)]
    if any(piece in clause for piece in pieces(own.near)):
        return False
    alike = (o for o in task.reading.known.of_fact[own.fact] if o.place == own.place and o.unit == own.unit)
    others = (o for o in alike if o.at != own.at and o.at not in found.operands[1].evidence and own.near)
    return any(piece in clause for o in others for piece in pieces(o.near))


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
    alike = [
        at for at in plainly_told(task) if spots[at].unit.name == task.spot.unit.name and at in task.reading.backings
    ]
    told = {e for at in alike for e in task.reading.backings[at].evidence}
    return bool(told) and amount.spot < 0 and told.isdisjoint(amount.evidence) and told.isdisjoint(over.evidence)


def _of_unnamed(task: Task, found: Outcome) -> bool:
    """Say whether the words name a fact in full that an average was not taken of: 入户走访户均1.5次 of 巡查."""
    used = {at for o in found.operands for at in o.evidence}
    unit, words = task.spot.unit, cues.beside(task.reading.text, task.spot).rpartition("、")[2]
    named = [
        e
        for e in task.reading.known.evidence
        if e.place == "value" and not e.prior and len(e.subject) >= _LEAST_SIGNS and e.subject in words
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


def _spread_over(task: Task, found: Outcome) -> bool:
    """Say whether an average may be spread over what was used: 户均 over households, not over a deed done at some."""
    amount, over = found.operands
    told = over.spot >= 0 and task.reading.spots[over.spot].sentence == task.spot.sentence
    named = any(task.reading.fits[task.spot.at].close(at) >= _NAMED for at in over.evidence)
    if told or named or over.reasoned or related(amount, over) or amount.facts == over.facts:
        return True
    alike = [e for e in task.reading.known.plain if e.unit.name == over.unit.name]
    if over.spot >= 0 and len(alike) == 1 and over.unit.name in task.words:
        return True  # 1824户 were told before, and no other households are known: 户均
    if _stands_for(task, over):
        return True
    return peoples(over) and not _has_its_own(task, amount, over)


def _stands_for(task: Task, over: Operand) -> bool:
    """Say whether the one sign before 均 stands for what was spread over alone: 警均 over 民警, 店均 over 便利店."""
    sign = _SIGN.search(task.words)
    if sign is None:
        return False
    subject = task.reading.known.evidence[over.evidence[0]].subject
    if sign[1] in SHORTHAND:
        return subject in SHORTHAND[sign[1]]
    alike = [e for e in task.reading.known.plain if e.unit == over.unit and e.subject.endswith(sign[1])]
    return subject.endswith(sign[1]) and len(alike) == 1


def _has_its_own(task: Task, amount: Operand, over: Operand) -> bool:
    """Say whether other people than some part of all are those of the amount: 志愿服务时长 is that of 志愿者."""
    if any(is_total(o, "") for o in task.reading.silent if o.evidence == over.evidence):
        return False
    alike = (o for o in task.reading.silent if {o.unit.name, over.unit.name} <= _PEOPLE and o.evidence != over.evidence)
    return any(related(amount, o) for o in alike)
