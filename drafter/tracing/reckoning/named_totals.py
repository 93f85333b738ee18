"""Totals that need no 共: of what a clause enumerates by name, of the parts of one fact, of facts of one kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, operand, plain_operands
from drafter.tracing.reckoning.adding import names_one, total_of
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import POSTS, SHORTHAND

_NAMED = 0.5
_SHORT = 2
_WORN = re.compile("(?:人员|人数|队伍|[共约近达合有各计]|总数)+$")
_MOST_PARTS = 8
_BACK = 6
_NUMERALS = "一二三四五"
_SO_MANY = re.compile(
    r"^(?P<many>[两二三四五])(?:项|者|类|种|方面)[\u4e00-\u9fff]{0,4}?(?:共|合计|总共|一共|总计)[\u4e00-\u9fff]{0,4}$"
)
_PEOPLE = ("人", "名", "位")
_ANY_THING = ("件", "个", "份", "项", "样")


def named_sums(task: Task) -> Iterator[Outcome]:
    """Yield the totals that need no 共: of what the clause enumerates by name, and of the parts of one fact."""
    yield from _of_one_fact(task)
    yield from _counted_before(task)
    yield from _family(task)
    yield from _both_kinds(task)
    yield from _of_two_signs(task)
    yield from _of_last_told(task)


def _of_last_told(task: Task) -> Iterator[Outcome]:
    """Yield the total of the last so many as the words count, a post for one who holds it: 两项就业共176人."""
    count = _SO_MANY.search(task.words)
    if count is None or task.spot.unit.name not in _PEOPLE:
        return
    near = task.reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]
    stated = [task.reading.stated(o.at) for o in near if o.sentence == task.spot.sentence]
    told = [e for e in stated if e is not None and _counts_people(e)]
    wanted = _NUMERALS.index(count["many"].replace("两", "二")) + 1
    if len(told) >= wanted and any(e.unit.name not in _PEOPLE for e in told[-wanted:]):
        yield total_of(plain_operands(told[-wanted:], _NAMED), task.spot)


def _counts_people(e: Evidence) -> bool:
    return e.unit.name in _PEOPLE or (e.unit.name == "个" and (e.near or e.subject).endswith(POSTS))


def _counted_before(task: Task) -> Iterator[Outcome]:
    """Yield the total of the facts that the count just before counted: 三支队伍共87人."""
    for other in task.reading.spots[max(0, task.spot.at - 3) : task.spot.at]:
        backing = task.reading.backings.get(other.at)
        if (
            backing is not None
            and backing.category == "count_of_list"
            and other.sentence == task.spot.sentence
            and len(backing.facts) > 1
        ):
            every = [*task.play, *task.silent]
            parts = [
                o
                for o in every
                if o.facts
                and o.facts[0] in backing.facts
                and len(o.evidence) == 1
                and same_unit(o.unit, task.spot.unit)
            ]
            if len({o.facts for o in parts}) == len(backing.facts) == len(parts):
                each = total_of(parts, task.spot)
                yield Outcome(each.derived, each.operands, each.category, 0.85, exact=True)


def _family(task: Task) -> Iterator[Outcome]:
    """Yield the totals of facts that stand side by side in the sheet in one unit, where the sentence speaks of them."""
    for group in task.reading.families:
        if not same_unit(group[0].unit, task.spot.unit):
            continue
        fits = [task.reading.fit(task.spot, e) for e in group]
        parts = [operand(e, "number", 0.5) for e in group]
        if sum(fit > 0.05 for fit in fits) * 2 >= len(group) and all(parts):
            yield total_of([p for p in parts if p is not None], task.spot)


def _both_kinds(task: Task) -> Iterator[Outcome]:
    """Yield the total of the facts that the words beside the number all name: 专兼职网格员57名."""
    fits = task.reading.fits[task.spot.at]
    named = [
        o for o in task.play
        if len(o.evidence) == 1 and not o.share and same_unit(o.unit, task.spot.unit)
        and fits.close(o.evidence[0]) >= _NAMED
    ]  # fmt: skip
    if 2 <= len(named) <= 4:
        yield total_of(named, task.spot)


def _of_two_signs(task: Task) -> Iterator[Outcome]:
    """Yield the total of the two facts that a short word has a sign of each: 师生816人, 医护人员48名, 米面180袋."""
    ahead = _WORN.sub("", task.reading.text[slice(*task.spot.before)])[-_SHORT:]
    behind = task.reading.text[slice(*task.spot.after)][:_SHORT]
    alike = [e for e in task.reading.known.plain if e.place == "value" and same_unit(e.unit, task.spot.unit)]
    for signs in (ahead, behind):
        held = [_of_sign(alike, sign) for sign in signs]
        apart = len(held) == _SHORT and all(len(own) == 1 for own in held) and held[0] != held[1]
        if apart and not any(signs in e.subject for e in alike):
            yield total_of(plain_operands([held[0][0], held[1][0]], _NAMED), task.spot)
    yield from _of_shared_sign(task, alike)


def _of_shared_sign(task: Task, alike: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield the total of two facts whose names of two signs are drawn together: 民辅警 for 民警 and 辅警."""
    ahead = _WORN.sub("", task.reading.text[slice(*task.spot.before)])
    if len(ahead) <= _SHORT:
        return
    last = ahead[-1]
    held = [[e for e in alike if e.subject == sign + last] for sign in ahead[-_SHORT - 1 : -1]]
    if all(len(own) == 1 for own in held) and held[0] != held[1]:
        yield total_of(plain_operands([held[0][0], held[1][0]], _NAMED), task.spot)


def of_signs(known: Sequence[Evidence], words: str) -> list[Evidence]:
    """Return the two facts that a short word has one sign of each, where these are the only ones: 医护人员."""
    signs = _WORN.sub("", words)
    plain = [e for e in known if e.place == "value" and not e.unit.dimension]
    held = [_of_sign(plain, sign) for sign in signs] if len(signs) == _SHORT else []
    apart = len(held) == _SHORT and all(len(own) == 1 for own in held) and held[0] != held[1]
    return [held[0][0], held[1][0]] if apart and not any(signs in e.subject for e in plain) else []


def _of_sign(alike: Sequence[Evidence], sign: str) -> list[Evidence]:
    """Return what a sign stands for: the whole group that it is short for (教职工 of 师), or each that holds it."""
    names = SHORTHAND.get(sign, ())
    whole = [e for e in alike if (e.near or e.subject).removeprefix("在校").removeprefix("全体") in names]
    return whole or [e for e in alike if sign in (e.near or e.subject)]


def _of_one_fact(task: Task) -> Iterator[Outcome]:
    """Yield the totals of the numbers that one fact lists: 轮椅8辆、拐杖12副、助听器5个."""
    spot = task.spot
    named = (o.facts[0] for o in task.play if len(o.facts) == 1 and (o.weight >= _NAMED or _is_labelled(task, o)))
    for fact in dict.fromkeys(named):
        own = sorted(
            (o for o in task.play if o.facts == (fact,) and len(o.evidence) == 1 and not o.share),
            key=lambda o: o.evidence,
        )
        alike = [o for o in own if same_unit(o.unit, spot.unit)]
        alike = alike or [
            o for o in own if spot.unit.name == f"{o.unit.name}次" and not o.prior
        ]  # 家次 of 家 each time
        countable = spot.unit.name in _ANY_THING and not any(o.unit.dimension or not o.unit.name for o in own)
        for group in (alike, own) if countable and own != alike else (alike,):
            for count in range(2, min(len(group), _MOST_PARTS) + 1):
                whole = count == len(group) or _names_all(task, group[:count])
                one = same_unit(group[0].unit, spot.unit) and names_one(task, group[:count])
                if whole and not one:
                    yield total_of(group[:count], spot)


def _is_labelled(task: Task, o: Operand) -> bool:
    """Say whether the words before the number have the label of an operand's fact in full."""
    label = task.reading.known.by_id[o.facts[0]].label
    return len(label) > 1 and label in task.words


def _names_all(task: Task, group: Sequence[Operand]) -> bool:
    """Say whether the sentence names each part, so that the others of its fact may be left out."""
    sentence = task.reading.text[slice(*task.spot.sentence)]
    own = [task.reading.known.evidence[o.evidence[0]].near for o in group]
    return all(near and any(p in sentence for p in pieces(near)) for near in own)
