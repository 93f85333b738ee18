"""Averages over whatever the words name: 每平方米, 班均, 每名河长每周, 年均."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.layout import Spot
from drafter.tracing.operands import Operand
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.averages import counts_them
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import UNITS, divides, same_unit, unit_of
from drafter.tracing.vocabulary import GENERIC

_EACH = re.compile(
    r"(?:每(?:一)?|^各(?=[\u4e00-\u9fff]{2,6}$))((?:(?![日月周年]均)[\u4e00-\u9fff]){1,8})|([\u4e00-\u9fff])均|"
    + cues.ONE_EACH.replace("?P<single>", "").replace("{0,3}?", "{0,3}")
)
_EVERY = re.compile(r"(?:相隔|间隔|每隔|间距)约?$|(?:每|平均)(?:新增|新办)?(?:[发送办开收用接有清来到])?(?:出)?$")
_OPEN = re.compile("工作日|(?:营业|开放|开馆|接待|服务)(?:天数|日)")
_NOUN = re.compile("[\u4e00-\u9fff]{1,2}")
_TIME = {"月": 1, "季": 3, "年": 12, "周": 0, "天": -1, "日": -1}
_HALF = Decimal("0.5")
_OF_TIME = re.compile("^个(?=月|星期|季度|学期)")
_BARE_HEAD = re.compile("(?:平均|大约|约|相当于|大致|大概|差不多|几乎|将近)*")
_ONE = re.compile("(?:[1一]|[里中][就便]?有[1-9一二三四五六七八九])(?![0-9.])[\u4e00-\u9fff]")
_OWNERS = ("户", "人", "名", "位", "栋", "亩", "个")
_PEOPLE = ("人", "名", "位")
_INHABITANTS = ("居民", "村民", "群众", "常住")


def free_averages(task: Task, pool: Sequence[Operand]) -> Iterator[Outcome]:
    """Yield every amount in the number's unit over all that the words name, one after the other."""
    words = cues.average_words(task.reading.text, task.spot, task.reading.spots)
    pers = _pers(words)
    if not pers:
        return
    things = [per for per in pers if per[0] not in _TIME]
    times = [per for per in pers if per[0] in _TIME]
    measured = [o for o in pool if not (o.share or o.mean or o.prior) and _measured(task, o)]
    measured = measured or _only_one(task)
    if things and not times:
        yield from _of_sums(task, pool, things, measured)
    exactly = [o for o in measured if _just_as(task.spot, o) or o.spot == task.spot.at - 1 >= 0]
    overs = _overs(task, pool, things) if things and measured else ([], [])
    for amount in exactly or measured:
        value, counts = in_unit(amount, task.spot), list(_counts(task, pool, times, amount))
        for over in _all_but(amount, overs) if things else (None,):
            each = value if over is None else value / over.value
            for count, who in counts:
                made = each / count
                if task.near(float(made)):
                    divisors = [*([] if over is None else [over.value]), *([count] if times else [])]
                    told = " ÷ ".join(arithmetic.plain(v) for v in (value, *divisors))
                    used = (amount, *who) if over is None else (amount, over, *who)
                    worded = arithmetic.Derived(made, f"{told} = {arithmetic.plain(made)}")
                    yield outcome(worded, used, "derived_ratio")


def _just_as(spot: Spot, o: Operand) -> bool:
    """Say whether an operand counts in the number's very unit; 人, 名 and 位 are one."""
    return o.unit.name == spot.unit.name or (o.unit.name in _PEOPLE and spot.unit.name in _PEOPLE)


def _only_one(task: Task) -> list[Operand]:
    """Return the only amount of the sheet in the number's very unit, whatever its words are."""
    alike = [o for o in task.reading.silent if o.unit.name == task.spot.unit.name != ""]
    return alike if len(alike) == 1 else []


def _of_sums(task: Task, pool: Sequence[Operand], things: list[str], measured: list[Operand]) -> Iterator[Outcome]:
    """Yield averages of what was just told in one unit: 文化广场1500平方米、室内场所320平方米，人均0.4平方米."""
    told = {o.spot: o for o in measured if o.spot >= 0 and not o.reasoned}
    claims = [o.at for o in task.reading.spots[max(0, task.spot.at - 5) : task.spot.at] if o.mention.kind == "claim"]
    last = [told.get(at) for at in claims[:-4:-1] if task.reading.spots[at].mention.text != "一"]
    overs = None
    for count in (2, 3):
        parts = [o for o in last[:count] if o is not None and same_unit(o.unit, task.spot.unit)]
        if len({o.evidence for o in parts}) < count or len({o.unit for o in parts}) > 1:
            return
        total = arithmetic.total([in_unit(o, task.spot) for o in reversed(parts)])
        overs = overs or _overs(task, pool, things)
        for over in _all_but(parts[0], overs):
            if over not in parts and task.near(float(total.value / over.value)):
                made = total.value / over.value
                shown = (
                    f"（{total.reckoning.split(' = ')[0]}）÷ {arithmetic.plain(over.value)} = {arithmetic.plain(made)}"
                )
                yield outcome(arithmetic.Derived(made, shown), (*parts, over), "derived_ratio")


def every_so_many(task: Task, pool: Sequence[Operand]) -> Iterator[Outcome]:
    """Yield both sides of 每4个村1座: how many of the one come on so many of the other."""
    spots, spot = task.reading.spots, task.spot
    behind = _follows_each(task, spot)
    first, second = (spot, spots[spot.at + 1]) if behind and spot.at + 1 < len(spots) else (spots[spot.at - 1], spot)
    if first.clause != second.clause or not _follows_each(task, first) or not (first.value and second.value):
        return
    plain = [o for o in (*pool, *task.silent) if not (o.share or o.prior or o.mean)]
    amounts = _of_noun(task, second, [o for o in plain if _counted_in(task, second, o)])
    amounts = _of_subject(task, first, amounts)
    overs = _of_noun(task, first, [o for o in plain if _counted_in(task, first, o)])
    for over in overs:
        for amount in amounts:
            if over is not amount:
                size = in_unit(over, first)
                many = size * second.value / amount.value
                if abs(many - first.value) <= _HALF:
                    top, under = arithmetic.plain(size), arithmetic.plain(amount.value)
                    value = many if behind else second.value
                    yield outcome(
                        arithmetic.Derived(value, f"{top} ÷ {under} = {arithmetic.plain(size / amount.value)}"),
                        (over, amount),
                        "derived_ratio",
                    )


def _of_subject(task: Task, first: Spot, amounts: list[Operand]) -> list[Operand]:
    """Return of some operands those that the words before 每 name in full, where any are: 充电桩每百户15个."""
    ahead = task.reading.text[first.clause[0] : first.mention.start]
    named = [o for o in amounts if any(len(word) > 1 and word in ahead for word in o.words.split())]
    near = [o for o in amounts if any(p in ahead for p in pieces(o.words) if p not in GENERIC)]
    return named or near or amounts


def _of_noun(task: Task, spot: Spot, alike: list[Operand]) -> list[Operand]:
    """Return of some operands those whose words have the noun behind a number's unit, where any have."""
    behind = task.reading.text[spot.unit_end : min(spot.unit_end + 3, spot.clause[1])].lstrip("多余是为")
    found = _NOUN.match(behind)
    noun = found.group() if found is not None else ""
    if len(noun) == 1:
        return [o for o in alike if any(word.endswith(noun) for word in o.words.split()) and not o.reasoned] or alike
    return [o for o in alike if noun and noun in o.words and not o.reasoned] or alike


def _counted_in(task: Task, spot: Spot, over: Operand) -> bool:
    """Say whether the number behind 每 counts in an operand's unit; 每4个居民 counts people piece by piece."""
    if same_unit(over.unit, spot.unit):
        return True
    noun = task.reading.text[spot.unit_end : spot.unit_end + 3].lstrip("多余")[:2]
    if spot.unit.name != "个" or over.unit.name not in _PEOPLE:
        return False
    return noun in over.words or noun[:1] == "人" or (noun in _INHABITANTS and _is_whole(task, over))


def _is_whole(task: Task, over: Operand) -> bool:
    return any(o.evidence == over.evidence and (o.whole or o.largest) for o in task.reading.silent)


def _follows_each(task: Task, spot: Spot) -> bool:
    ahead = task.reading.text[max(0, spot.mention.start - 3) : spot.mention.start]
    if spot.at >= 0 and _EVERY.search(ahead) is not None and ("每" in ahead or (spot.value or 0) > 1):
        return True
    head = task.reading.text[spot.clause[0] : spot.mention.start]
    owners = spot.unit.name in _OWNERS and _BARE_HEAD.fullmatch(head) is not None
    return owners and _ONE.match(task.reading.text, spot.unit_end) is not None


def _pers(words: str) -> list[str]:
    """Return what the words divide by: 每名河长每周 names two things."""
    found = [
        _OF_TIME.sub("", m.group(1) or "") or m.group(2) or re.sub("^个(?=.)", "", m.group(3))
        for piece in re.split(r"(?=每)", words)
        for m in _EACH.finditer(piece)
    ]
    return [per.removesuffix("平均") for per in found if per != "平"][-2:]


def _measured(task: Task, amount: Operand) -> bool:
    spot = task.spot
    if same_unit(amount.unit, spot.unit) or (not spot.unit.name and not amount.unit.dimension):
        return True
    return amount.unit.name == f"{spot.unit.name}次" or (amount.unit.name == "人次" and spot.unit.name in _PEOPLE)


def _overs(task: Task, pool: Sequence[Operand], things: list[str]) -> tuple[list[Operand], list[Operand]]:
    """Return what has the noun that the words divide by, and what counts it by its unit or by its sign."""
    known = {(*o.evidence, o.spot if o.reasoned else -1): o for o in (*task.silent, *pool)}
    plain = [o for o in known.values() if not (o.share or o.mean or o.prior) and o.value > 1]
    return [o for o in plain if _is_noun(things[0], o)], [o for o in plain if _is_named(things[0], o)]


def _all_but(amount: Operand, overs: tuple[list[Operand], list[Operand]]) -> list[Operand]:
    """Return what an amount may be divided by: not by itself."""
    nouns, named = ([o for o in each if o is not amount] for each in overs)
    told = [o for o in named if o not in nouns and o.spot == amount.spot - 1 >= 0]
    return [*nouns, *told] if nouns else named


def _is_noun(per: str, over: Operand) -> bool:
    """Say whether an operand's words have the noun behind 每个."""
    unit = unit_of(per)
    noun = per[len(unit) :] if len(per) > 1 and unit != "人" else ""
    named = any(noun[i : i + 2] in over.words for i in range(len(noun) - 1)) or (len(noun) == 1 and noun in over.words)
    return bool(noun) and named and not over.unit.dimension and not (unit and UNITS[unit].dimension)


def _is_named(per: str, over: Operand) -> bool:
    """Say whether an operand counts what stands behind 每 or before 均."""
    unit = unit_of(per)
    if unit and UNITS[unit].dimension:
        return over.unit.name == unit or (unit == "个工作日" and "工作日" in over.words)
    noun = per[len(unit) :]
    if unit and divides(UNITS[unit], over.unit):
        return not noun or over.spot >= 0
    return len(per) == 1 and counts_them(per, over) and not over.unit.dimension


def _counts(
    task: Task, pool: Sequence[Operand], times: list[str], amount: Operand
) -> Iterator[tuple[Decimal, tuple[Operand, ...]]]:
    """Yield by how many stretches of time to divide: the period's, or the years that the amount's own fact names."""
    if not times:
        yield Decimal(1), ()
        return
    word = times[-1][0]
    own = [o for o in pool if o.facts == amount.facts and o.unit.dimension == "年月" and o is not amount]
    if word == "年":
        yield from ((o.value * o.unit.size / 12, (o,)) for o in own)
        return
    months, days = task.reading.span_of(amount)
    if not months:
        return
    if word == "周":
        yield from ((count, ()) for count in ((days / 7).to_integral_value(), days / 7))
    elif word in "天日":
        yield from ((o.value, (o,)) for o in task.reading.silent if o.unit.name == "天" and _OPEN.search(o.words))
        spans = [o for o in pool if o.unit.name in ("天", "日") and o is not amount]
        yield from ((o.value, (o,)) for o in spans if o.spot >= 0 or o.facts == amount.facts)
        yield days, ()
    elif months >= _TIME[word]:
        yield months / _TIME[word], ()
