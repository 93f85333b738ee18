"""What comes and what goes leave: 年末在册 of 年初在册, 新接收 and 解除; 收支相抵 of all that came in and all spent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_REACH = 6
_AT_END = re.compile("(?:年|期|月|季度?)[末底]|现有|现存|现在|在册|在管|目前|实有|尚有|结存|剩余")
_AT_FIRST = re.compile("(?:年|期|月|季|上年|学期)初|上(?:年|期|月)[末底]?(?:结转|在册|结存)|原有|原[在存]")
_CAME = re.compile("新|接收|列入|纳入|增|[转迁调流购进收]入|入[库册会队住]|出生|吸收|接管")
_WENT = re.compile(
    "解除|解矫|期满|减少?|[转迁调流]出|退[出会住]|出[库院]|注销|死亡|去世|离[开任职队]|撤|移交|发放|用[去掉]|毕业|就业|上岗|脱贫|摘帽|康复|结案|办结|化解|整改"
)
_BALANCE = re.compile("收支(?:相抵|结余|差|节余|品迭)|相抵|(?:[结节盈]余|净收入)")
_CARRIED = re.compile("(?:上年|上期|年初|期初)(?:结转|结余|余额|滚存)")
_OVERALL = re.compile("(?:年|期|月|季度?)[末底]|累计|账上|滚存|现有")
_BOTH = 2
_INCOME, _SPENDING = "收入", ("支出", "开支")
_SPENT = re.compile("(?:实际|共|已)?(?:支出|使用|用去|花[费去掉]|开支|耗资)(?:了|资金)?(?:约|近)?$")
_LEFT_OVER = re.compile("[结节]余|剩余|余额")


def flows(task: Task) -> Iterator[Outcome]:
    """Yield what a stock came to, what is left of an income, and what was spent of a fund."""
    yield from _stock_at_end(task)
    yield from _balance(task)
    yield from _spent(task)


def _stock_at_end(task: Task) -> Iterator[Outcome]:
    """Yield what a fact's stock at first, with all that came and without all that went, is: 年末在册14名."""
    if not _AT_END.search(task.words) or cues.DIFFERENCE.search(task.words):
        return
    for _, fact in task.reading.known.several:
        own = [e for e in _amounts(task, fact) if same_unit(e.unit, task.spot.unit)]
        first = [e for e in own if _AT_FIRST.search(e.near)]
        came, went = ([e for e in own if e not in first and way.search(e.near)] for way in (_CAME, _WENT))
        if len(first) != 1 or not (came or went) or len(own) != 1 + len({e.at for e in (*came, *went)}):
            continue
        if {e.at for e in came} & {e.at for e in went}:
            continue  # words that say both tell neither
        start, add, less = (plain_operands(some, _WEIGHT) for some in (first, came, went))
        top = arithmetic.total([in_unit(o, task.spot) for o in (*start, *add)])
        made = arithmetic.difference(top.value, *(in_unit(o, task.spot) for o in less)) if less else top
        shown = f"{top.reckoning}，{made.reckoning}" if less and add else made.reckoning
        yield outcome(
            arithmetic.Derived(made.value, shown),
            (*start, *add, *less),
            "derived_diff" if less else "derived_sum",
            True,
        )


def _amounts(task: Task, fact: str) -> list[Evidence]:
    """Return the plain numbers that a fact's value or statement tells."""
    forms = task.reading.values.forms
    return [
        e for e in task.reading.known.of_fact.get(fact, ())
        if e.place != "label" and e.number is not None and forms[e.at] == "number"
    ]  # fmt: skip


def _balance(task: Task) -> Iterator[Outcome]:
    """Yield what all that a fact spends leaves of all that another takes in, both listed: 收支相抵结余2万元."""
    if not _BALANCE.search(task.words):
        return
    known = task.reading.known
    sides = [[f for f in known.facts if f.label.endswith(words)] for words in ((_INCOME,), _SPENDING)]
    for come in sides[0]:
        for go in sides[1]:
            parts = [[e for e in _amounts(task, f.id) if same_unit(e.unit, task.spot.unit)] for f in (come, go)]
            like = come.label.removesuffix(_INCOME) == go.label[: -len(_INCOME)]
            if not (like and all(parts)) or _counts_parts(parts):
                continue
            before = [f for f in known.facts if _CARRIED.match(f.label)]
            carried = [e for f in before for e in _amounts(task, f.id) if same_unit(e.unit, task.spot.unit)]
            if len(carried) == 1 and _OVERALL.search(task.words):
                yield _left(task, [*carried, *parts[0]], parts[1])
            elif any(len(own) >= _BOTH for own in parts):
                yield _left(task, *parts)


def _counts_parts(parts: Sequence[Sequence[Evidence]]) -> bool:
    """Say whether a list tells what is a part of another number of it."""
    return any("其中" in e.near or e.prior for own in parts for e in own)


def _left(task: Task, come: Sequence[Evidence], go: Sequence[Evidence]) -> Outcome:
    more, less = (plain_operands(own, _WEIGHT) for own in (come, go))
    top, under = (arithmetic.total([in_unit(o, task.spot) for o in own]) for own in (more, less))
    made = arithmetic.difference(top.value, under.value)
    steps = [total.reckoning for own, total in ((more, top), (less, under)) if len(own) > 1]
    shown = "，".join((*steps, made.reckoning))
    return outcome(arithmetic.Derived(made.value, shown), (*more, *less), "derived_diff", exact=True)


def _spent(task: Task) -> Iterator[Outcome]:
    """Yield what was spent of the sum that the sentence told, where a fact beside it tells what is left."""
    if not _SPENT.search(task.words):
        return
    known = task.reading.known
    near = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    stated = [task.reading.stated(o.at) for o in near if o.sentence == task.spot.sentence]
    funds = [e for e in stated if e is not None and not e.prior and e.unit.dimension and e.number]
    for fund in (e for e in funds if same_unit(e.unit, task.spot.unit)):
        for left in (e for e in known.plain if _LEFT_OVER.search(e.near or e.subject) and not e.prior):
            beside = left.fact != fund.fact and task.reading.neighbours(left.fact, fund.fact)
            if (beside or left.fact == fund.fact) and same_unit(left.unit, fund.unit):
                sides = plain_operands((fund, left), _WEIGHT)
                made = arithmetic.difference(*(in_unit(o, task.spot) for o in sides))
                if made.value > 0:
                    yield outcome(made, sides, "derived_diff", exact=True)
