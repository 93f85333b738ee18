"""What a sentence lets infer: 脱贫率 of 未脱贫9户, 好评率 of 好评280件, 结余 of what was spent, wholes of shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import is_total, operand, plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_REACH = 8
_TELLING = 2
_HUNDRED = Decimal(100)
_RATE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2})率[^，。；、0-9]{0,4}$")
_DENIED = ("未", "不", "没有", "没")
_ASKED = re.compile(r"参评|评价|回访|调查|问卷|测评|评议|受访")
_LEFT = re.compile(r"结余|节余|结存|盈余|余额|剩余(?:资金|经费)?$")
_SPENT = re.compile(r"支出|使用|发放|拨付|花费|支付|开支|列支")
_SHARE_OF = re.compile(r"占(?:到|了|全部)?(?P<whole>[^，。；、0-9占]{2,12}?)(?:总数|总量|的)*(?:约|近)?$")
_INFERRED = re.compile(r"据此|推算|测算|折算|总[\u4e00-\u9fff]{1,4}(?:为|约|共|达)*$")


def inferred_shares(task: Task) -> Iterator[Outcome]:
    """Yield the shares and rates that a sentence lets infer."""
    yield from _of_denied(task)
    yield from _of_surveyed(task)
    yield from _growth_on_told(task)


def inferred_amounts(task: Task) -> Iterator[Outcome]:
    """Yield the amounts that a sentence lets infer."""
    yield from _left_over(task)
    yield from _whole_of_share(task)
    yield from _whole_of_told_share(task)


def _of_denied(task: Task) -> Iterator[Outcome]:
    """Yield the rate whose denial a fact counts, in what the sentence told: 126户，未脱贫9户，脱贫率92.9%."""
    found = _RATE.search(task.words)
    denials = tuple(sign + found["name"] for sign in _DENIED) if found is not None else ()
    for left in task.reading.known.plain if denials else ():
        if (left.near or left.subject).startswith(denials) and task.reading.values.forms[left.at] == "number":
            for whole in _told(task, left):
                sides = plain_operands((left, whole), _WEIGHT)
                each = arithmetic.share(*(o.value for o in sides)) if len(sides) > 1 else None
                if each is not None and each.value <= _HUNDRED:
                    rest = _HUNDRED - each.value
                    shown = f"100% - {arithmetic.plain(each.value, 1)}% = {arithmetic.plain(rest, 1)}%"
                    yield outcome(arithmetic.Derived(rest, shown), sides, "derived_diff")


def _told(task: Task, like: Evidence) -> list[Evidence]:
    """Return the larger amounts in a fact's unit that the sentence told, of whatever time."""
    near = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    backings = [task.reading.backings.get(o.at) for o in near if o.sentence == task.spot.sentence]
    known = [
        task.reading.known.evidence[at] for b in backings if b is not None and not b.reckoning for at in b.evidence
    ]
    return [e for e in known if same_unit(e.unit, like.unit) and e.number and e.number > (like.number or 0)]


def _of_surveyed(task: Task) -> Iterator[Outcome]:
    """Yield the rate of those whom a fact counts as satisfied, among those asked, else among all: 好评率99.5%."""
    asked = cues.SURVEYED.search(task.words)
    if asked is None or task.spot.form != "share":
        return
    counted = [e for e in task.reading.known.plain if task.reading.values.forms[e.at] == "number"]
    for part in (e for e in counted if asked.group() in (e.near or e.subject) and not e.unit.dimension):
        larger = [e for e in counted if e.at != part.at and (e.number or 0) >= (part.number or 0)]
        alike = [e for e in larger if same_unit(e.unit, part.unit)]
        totals = {o.evidence[0] for o in task.reading.silent if is_total(o, "")}
        named = [e for e in alike if _ASKED.search(e.near or e.subject) or e.fact == part.fact]
        for whole in named or [e for e in alike if e.at in totals]:
            sides = plain_operands((part, whole), _WEIGHT)
            each = arithmetic.share(*(o.value for o in sides))
            if each is not None:
                yield outcome(each, sides, "derived_percent")


def _left_over(task: Task) -> Iterator[Outcome]:
    """Yield what the spending told right before leaves of the larger amounts in its unit: 支出28万元，结余8万元."""
    if not _LEFT.search(task.words) or task.spot.at == 0:
        return
    before = task.reading.spots[task.spot.at - 1]
    spent = task.reading.stated(before.at)
    if before.sentence != task.spot.sentence or spent is None:
        return
    if not _SPENT.search(f"{spent.near} {spent.subject}") or not same_unit(spent.unit, task.spot.unit):
        return
    told = {
        at
        for o in task.reading.spots[max(0, task.spot.at - _REACH) : before.at]
        if (b := task.reading.backings.get(o.at)) is not None and not b.reckoning
        for at in b.evidence
    }
    larger = [
        e for e in task.reading.known.plain if same_unit(e.unit, spent.unit) and (e.number or 0) > (spent.number or 0)
    ]
    for whole in [e for e in larger if e.at in told] or larger:
        sides = plain_operands((whole, spent), _WEIGHT)
        left = arithmetic.difference(*(in_unit(o, task.spot) for o in sides))
        yield outcome(left, sides, "derived_diff", exact=True)


def _whole_of_share(task: Task) -> Iterator[Outcome]:
    """Yield the whole that a part and its share, just told of one fact, make: 40张，占总床位的32%，总床位125张."""
    if task.spot.at < 2 or not _INFERRED.search(task.words):
        return
    first, second = task.reading.spots[task.spot.at - 2], task.reading.spots[task.spot.at - 1]
    backings = [task.reading.backings.get(o.at) for o in (first, second)]
    if first.sentence != task.spot.sentence or second.form != "share":
        return
    known = [task.reading.known.evidence[b.evidence[0]] for b in backings if b is not None and len(b.evidence) == 1]
    if len(known) != len(backings) or known[0].fact != known[1].fact:
        return
    part, share = operand(known[0], "number", _WEIGHT), operand(known[1], "share", _WEIGHT)
    if part is not None and share is not None and share.value and same_unit(part.unit, task.spot.unit):
        whole = in_unit(part, task.spot) * _HUNDRED / share.value
        shown = f"{arithmetic.plain(part.value)} ÷ {arithmetic.plain(share.value)}% = {arithmetic.plain(whole)}"
        yield outcome(arithmetic.Derived(whole, shown), (part, share), "derived_ratio")


def _whole_of_told_share(task: Task) -> Iterator[Outcome]:
    """Yield the whole of which a fact tells a part and its share: 门店80家 of 参加32家，占门店的40%."""
    told = [f for f in task.reading.known.facts if "占" in f.value + f.text]
    for own in (task.reading.known.of_fact.get(fact.id, ()) for fact in told):
        for share in (e for e in own if task.reading.values.forms[e.at] == "share" and e.order):
            fact, parts = task.reading.known.by_id[share.fact], [e for e in own if e.order == share.order - 1]
            words = (fact.text if share.place == "text" else fact.value)[: share.start]
            found = _SHARE_OF.search(words)
            if found is None or not parts or parts[0].place != share.place:
                continue
            part, rate = operand(parts[0], "number", _WEIGHT), operand(share, "share", _WEIGHT)
            named = task.words.removesuffix("共").removesuffix("有").endswith(found["whole"][-_TELLING:])
            if part is None or rate is None or not (named and same_unit(part.unit, task.spot.unit) and rate.value):
                continue
            whole = in_unit(part, task.spot) * _HUNDRED / rate.value
            shown = f"{arithmetic.plain(part.value)} ÷ {arithmetic.plain(rate.value)}% = {arithmetic.plain(whole)}"
            yield outcome(arithmetic.Derived(whole, shown), (part, rate), "derived_ratio")


def _growth_on_told(task: Task) -> Iterator[Outcome]:
    """Yield by how much what was told grew on a base that was reckoned right before: 264件，较年初的227件增长16.3%."""
    if task.spot.at < 2 or not cues.GROWTH.search(task.words):
        return
    base, now = task.reading.spots[task.spot.at - 1], task.reading.spots[task.spot.at - 2]
    reckoned, told = task.reading.backings.get(base.at), task.reading.backings.get(now.at)
    if base.clause != task.spot.clause or reckoned is None or told is None or reckoned.category != "derived_diff":
        return
    plain = len(told.evidence) == 1 and not told.reckoning and told.evidence[0] in reckoned.evidence
    if not plain or base.value is None or not same_unit(base.unit, now.unit):
        return
    sides = plain_operands([task.reading.known.evidence[at] for at in reckoned.evidence], _WEIGHT)
    top = next(o for o in sides if o.evidence == told.evidence)
    change = arithmetic.growth(in_unit(top, base), base.value)
    if change is not None and (change.value < 0) == bool(cues.DOWN.search(task.words)):
        yield outcome(arithmetic.Derived(abs(change.value), change.reckoning), sides, "derived_percent")
