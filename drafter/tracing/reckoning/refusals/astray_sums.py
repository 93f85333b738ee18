"""Sums that go astray: over more months than the words name, with parts that nobody named, past one in between."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.reckoning.enumerated import enumerated_parts
from drafter.tracing.reckoning.joined_names import joined_parts
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.stretches import stretches_at
from drafter.tracing.subject import pieces

_JOINT = re.compile(r"、|和(?!谐)|(?<!参)与|(?<![普涉以])及")
_GOES_ON = re.compile("等(?!级|次|奖)")
_FEW = 2
_REACH = 8
_PERIODS = re.compile("[两二]|合计|总计|共计|累计|去年|上年|上期|上学|连续|先后|前后|以来|来")
_UPWARDS = re.compile("以上|以下|两|后|前")


def sums_astray(task: Task, found: Outcome) -> bool:
    """Say whether a sum adds up other facts than the words name."""
    if found.category == "derived_diff" and not cues.REST.search(task.words) and any(enumerated_parts(task)):
        return True  # 劳动争议和婚姻家庭两类17件 are those two, and not what a third one leaves
    if found.category != "derived_sum" or any(o.reasoned or len(o.evidence) != 1 for o in found.operands):
        return False
    if len(found.operands) < _FEW:
        return False
    known = [task.reading.known.evidence[o.evidence[0]] for o in found.operands]
    if _of_other_months(task, known):
        return True
    if _of_some_in_all(task, known):
        return True
    if _past_joined(task, known) or _past_told(task, known) or _of_both_periods(task, known):
        return True
    silent = all(o.spot < 0 for o in found.operands)
    return silent and (_takes_in_more(task, known) or _past_one_between(task, known))


def _of_other_months(task: Task, used: list[Evidence]) -> bool:
    """Say whether the words name a stretch of the year that is not the one added up: 前三季度 of all four quarters."""
    own = {e.at for e in used}
    for series in task.reading.series:
        months = {e.at: span for span, e in series.parts.items()}
        if own <= months.keys():
            stretches = stretches_at(task.reading.text, task.spot, task.reading.spots, task.spot.clause[0])
            covered = {e.at for e in series.making_up(stretches)}
            return bool(covered) and covered != own
    return False


def _of_some_in_all(task: Task, used: list[Evidence]) -> bool:
    """Say whether 共 was reckoned over some of a fact's parts that nothing names: 共23户 of 市级2、区级5、街道级18."""
    first = used[0]
    if len({e.fact for e in used}) > 1 or not cues.JOINT.search(task.words) or first.place != "value":
        return False
    alike = [e for e in task.reading.known.of_fact[first.fact] if e.place == "value" and e.unit == first.unit]
    sentence = task.reading.text[slice(*task.spot.sentence)]
    left_out = any(e.near and not e.prior and e not in used for e in alike)
    return left_out and not any(e.near.split(" ")[0].strip("“”") in sentence for e in used)


def _of_both_periods(task: Task, used: list[Evidence]) -> bool:
    """Say whether this period's number and the last one's were added up, where no word asks for more than one."""
    both = len({e.fact for e in used}) == 1 and len({e.prior for e in used}) == _FEW
    if not both or any(e.place != "previous" for e in used if e.prior):
        return False
    return _PERIODS.search(task.reading.text, *task.spot.sentence) is None


def _past_joined(task: Task, used: list[Evidence]) -> bool:
    """Say whether the words join the names of other parts of a fact than those added up: 金、银奖 of all three."""
    own = {e.at for e in used}
    named = [{e.at for e in parts} for parts in (joined_parts(task), *enumerated_parts(task)) if parts]
    if _GOES_ON.search(task.reading.text, *task.spot.before) and any(parts < own for parts in named):
        return False  # 评选身边好人、好婆婆等典型36人: some are named for all
    return bool(named) and own not in named and not all(own.isdisjoint(parts) for parts in named)


def _past_told(task: Task, used: list[Evidence]) -> bool:
    """Say whether 共计 adds up but some of the parts of one fact that were just told: 1篇、6篇、21篇，共计27篇."""
    first = used[0]
    if any(e.fact != first.fact for e in used) or cues.JOINT.search(task.words) is None or _UPWARDS.search(task.words):
        return False
    near = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    told = [task.reading.stated(o.at) for o in near if o.sentence == task.spot.sentence]
    made = sum((e.number or Decimal(0) for e in used), Decimal(0))
    others = [e for e in told if e is not None and e.fact == first.fact and e.unit == first.unit and e not in used]
    return all(e in told for e in used) and any(e.number and e.number < made for e in others)


def _takes_in_more(task: Task, used: list[Evidence]) -> bool:
    """Say whether the words beside the number enumerate some of the parts in full and speak of no other: 党员和群众."""
    beside = task.reading.text[slice(*task.spot.before)]
    if not _JOINT.search(beside) or "等" in beside:
        return False
    named = [e for e in used if len(e.subject) > 1 and (e.near or e.subject) in beside]
    sentence = task.reading.text[slice(*task.spot.sentence)]
    others = [e for e in used if e not in named]
    return len(named) >= _FEW and any(not any(p in sentence for p in pieces(e.near or e.subject)) for e in others)


def _past_one_between(task: Task, used: list[Evidence]) -> bool:
    """Say whether a fact that stands between those added up was passed over, though no words tell these apart."""
    order = task.reading.known.order
    places = [order[e.fact] for e in used]
    own = {e.at for e in used}
    for family in task.reading.families:
        if not own <= {e.at for e in family}:
            continue
        between = [e for e in family if e.at not in own and min(places) < order[e.fact] < max(places)]
        sentence = task.reading.text[slice(*task.spot.sentence)]
        common = set.intersection(*(set(pieces(e.near or e.subject)) for e in used))
        alone = any(p in sentence and not any(p in e.near + e.subject for e in between) for p in common)
        return bool(between) and not alone and not all(_is_told_apart(e, used, sentence) for e in used)
    return False


def _is_told_apart(e: Evidence, used: list[Evidence], sentence: str) -> bool:
    """Say whether a sentence has words of a fact that the other parts don't have."""
    others = {p for o in used if o.at != e.at for p in pieces(o.near or o.subject)}
    return any(p in sentence for p in pieces(e.near or e.subject) if p not in others)
