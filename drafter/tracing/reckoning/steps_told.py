"""What chance hardly explains: one plain step between numbers that a sentence tells, right to three digits.

Here the words need to name no side of the reckoning, nor to have a sign of the facts: of the few numbers that a
sentence tells, and the others of their facts, hardly two come to 73.6% or to 727 unless they were meant. Fewer digits
are met by chance; for them the numbers have to stand side by side, or to be all that one fact adds up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import combinations, permutations, product

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, plain_operands
from drafter.tracing.reckoning.adding import in_unit, total_of
from drafter.tracing.reckoning.of_lists import beside_list
from drafter.tracing.reckoning.of_splits import beside_split
from drafter.tracing.reckoning.of_timelines import of_other_years
from drafter.tracing.reckoning.outcome import Outcome, outcome, stated_by
from drafter.tracing.reckoning.refusals.bases import on_another_base
from drafter.tracing.reckoning.refusals.beside_told import beside_told
from drafter.tracing.reckoning.refusals.direction import of_other_rates, turned
from drafter.tracing.reckoning.refusals.itself import takes_itself_away
from drafter.tracing.reckoning.refusals.misaveraged import rounded_off
from drafter.tracing.reckoning.refusals.misrated import misrated
from drafter.tracing.reckoning.refusals.misshared import misshared
from drafter.tracing.reckoning.refusals.nested_sums import counts_twice
from drafter.tracing.reckoning.refusals.of_those import of_others_than_those
from drafter.tracing.reckoning.refusals.one_of_counted import one_of_counted
from drafter.tracing.reckoning.refusals.out_of_turn import out_of_turn
from drafter.tracing.reckoning.refusals.plainest import narrower
from drafter.tracing.reckoning.refusals.so_far import adds_to_so_far
from drafter.tracing.reckoning.refusals.unlike import unlike
from drafter.tracing.reckoning.refusals.unspoken import unspoken
from drafter.tracing.reckoning.stale_sums import of_another_time
from drafter.tracing.reckoning.steps_within import each_over, headed, is_plain, names_some
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.5
_AROUND = 5
_NAMED = 0.15
_MANY = 3
_ONE_BACK = 1
_LATELY = 16
_SOME = 2
_ONE = Decimal(1)
_POINTS = "分"
_NOUN = 6
_STOP = re.compile("[的，。；、和与0-9]")
_PEOPLE = frozenset(("人", "名", "位"))
_LACKS = re.compile("缺|差|不足|多出|富余|空余")
_TIMES_MORE = re.compile("[增多高]")
_BARE = re.compile("占(?:到|比)?")
_EACH = re.compile("[每均各]|折合|单价")
_OVER = re.compile("每个?(?P<each>[\u4e00-\u9fff]{1,2})|(?P<mean>[\u4e00-\u9fff])均")
_PART = re.compile("其中|含")


def steps_told(task: Task) -> Iterator[Outcome]:
    """Yield what one plain step between the numbers of a sentence comes to, where the number has digits enough."""
    stated = stated_by(task.spot)
    if stated.sense != "exact" or stated.fraction:
        return
    told, known = _told(task)
    many = len(stated.value.normalize().as_tuple().digits)
    if task.spot.form == "share":
        if many >= _MANY and cues.GROWTH.search(task.words) is None:
            yield from _shares(task, known)
    elif "倍" in (task.spot.unit.name, task.spot.mention.unit):
        if _TIMES_MORE.search(cues.beside(task.reading.text, task.spot)):
            yield from _times_more(known)
    else:
        yield from _amounts(task, told, known, many)


def misfitting(task: Task, found: Outcome) -> bool:
    """Say whether the words name another time, direction or base, or the step adds up what is one."""
    if any(speaks_against(task, found) for speaks_against in _AGAINST):
        return True
    return found.category == "derived_percent" and (misshared(task, found) or misrated(task, found))


def _amounts(task: Task, told: list[Evidence], known: list[Evidence], many: int) -> Iterator[Outcome]:
    """Yield sums, differences, products and averages that come out in the number's unit."""
    if many >= _SOME:
        yield from _all_of_a_fact(task)
    if many >= _MANY:
        yield from _sums(task, told)
        yield from _products(task, told)
        yield from _since_before(task)
    if many >= _MANY or (many == _SOME and cues.DIFFERENCE.search(task.words) is not None):
        yield from _differences(task, told, known)
    elif many == _SOME:
        yield from _differences(task, told, _sides_of_one(task))
    if _EACH.search(cues.beside(task.reading.text, task.spot)):
        yield from _averages(task, told, many)


def _told(task: Task) -> tuple[list[Evidence], list[Evidence]]:
    """Return what the other numbers of the sentence state, and these with all numbers of their facts."""
    reading = task.reading
    around = reading.spots[max(0, task.spot.at - _AROUND) : task.spot.at + _AROUND]
    here = [o for o in around if o.sentence == task.spot.sentence and o.at != task.spot.at]
    told = [e for o in here if (e := reading.stated(o.at)) is not None and is_plain(task, e)]
    facts = dict.fromkeys(f for o in here if (b := reading.backings.get(o.at)) is not None for f in b.facts)
    return told, [e for fact in facts for e in reading.known.of_fact.get(fact, ()) if is_plain(task, e)]


def _shares(task: Task, known: list[Evidence]) -> Iterator[Outcome]:
    """Yield what share the numbers told right before, or the others of their facts, are of each other number."""
    first = task.spot.at - (_ONE_BACK if _BARE.fullmatch(task.words) else _SOME)
    last = [e for at in range(max(0, first), task.spot.at) if (e := task.reading.stated(at)) is not None]
    parts = [e for e in known if not e.prior and e.fact in {o.fact for o in last}]
    for part, whole in product(parts, known):
        if part is not whole and not whole.prior and _is_largest(whole, known):
            top, under = plain_operands((part, whole), _WEIGHT)
            each = arithmetic.share(*_alike(top, under))
            if each is not None:
                yield outcome(each, (top, under), "derived_percent")


def _is_largest(whole: Evidence, known: list[Evidence]) -> bool:
    """Say whether no number of the same fact is larger: no share is taken of a part."""
    own = (e for e in known if e.fact == whole.fact and e.unit == whole.unit)
    return all((e.number or 0) <= (whole.number or 0) for e in own)


def _alike(one: Operand, other: Operand) -> tuple[Decimal, Decimal]:
    """Return two operands as they are written, or in one unit where they measure the same."""
    if one.unit.dimension and one.unit.dimension == other.unit.dimension:
        return one.value * one.unit.size, other.value * other.unit.size
    return one.value, other.value


def _times_more(known: list[Evidence]) -> Iterator[Outcome]:
    """Yield by how many times one number is more than another: 由2.5吨增加到6.5吨, 1.6倍 more."""
    for now, before in permutations(known, 2):
        if same_unit(now.unit, before.unit):
            top, under = plain_operands((now, before), _WEIGHT)
            each = arithmetic.ratio(*_alike(top, under))
            if each is not None and each.value > 1:
                made = arithmetic.Derived(
                    each.value - _ONE, f"{each.reckoning}，多{arithmetic.plain(each.value - _ONE)}倍"
                )
                yield outcome(made, (top, under), "derived_ratio")


def _all_of_a_fact(task: Task) -> Iterator[Outcome]:
    """Yield what all numbers of a fact in the number's unit come to, where the sentence speaks of it and of all."""
    fits = task.reading.fits[task.spot.at]
    near = task.reading.spots[max(0, task.spot.at - _AROUND) : task.spot.at + _AROUND]
    here = (task.reading.backings.get(o.at) for o in near if o.sentence == task.spot.sentence)
    told = {fact for backing in here if backing is not None for fact in backing.facts}
    for fact, own in task.reading.known.of_fact.items():
        parts = [e for e in own if is_plain(task, e) and not e.prior and _adds_to(task, e)]
        spoken_of = fact in told or any(fits.get(e.at).whole >= _NAMED for e in parts)
        label = task.reading.known.by_id[fact].label
        spoken_of = spoken_of or bool(label and (label in headed(task) or _heads(task, label)))
        if len(parts) < _SOME or not spoken_of or any(_PART.search(e.near) for e in parts):
            continue
        if not names_some(task, parts):
            yield total_of(plain_operands(parts, _WEIGHT), task.spot)


def _heads(task: Task, label: str) -> bool:
    """Say whether a label ends the noun that the number counts: 9名羽毛球教练员 of 教练员."""
    at = task.reading.text.find(label, task.spot.unit_end, task.spot.unit_end + _NOUN + len(label))
    return len(label) > 1 and at >= 0 and _STOP.search(task.reading.text, task.spot.unit_end, at) is None


def _adds_to(task: Task, e: Evidence) -> bool:
    """Say whether evidence is in the number's unit, or counts those who came so often in all: 人 in 累计170剂次."""
    visits = e.unit.name in _PEOPLE and task.spot.unit.name.endswith("次") and cues.JOINT.search(task.words) is not None
    return visits or same_unit(e.unit, task.spot.unit)


def _sums(task: Task, told: list[Evidence]) -> Iterator[Outcome]:
    """Yield what two facts' numbers come to, where the words say so: of one fact all are added up, and not some."""
    if cues.JOINT.search(task.words) is None:
        return
    for pair in combinations([e for e in told if e.unit.name == task.spot.unit.name], 2):
        if pair[0].prior == pair[1].prior and pair[0].fact != pair[1].fact:
            yield total_of(plain_operands(pair, _WEIGHT), task.spot)


def _products(task: Task, told: list[Evidence]) -> Iterator[Outcome]:
    """Yield what so much each comes to, where the sentence tells how much and how many."""
    for each, many in permutations(told, 2):
        if same_unit(each.unit, task.spot.unit) and not same_unit(each.unit, many.unit) and not many.unit.dimension:
            amount, over = plain_operands((each, many), _WEIGHT)
            made = arithmetic.product(over.value, in_unit(amount, task.spot))
            yield outcome(made, (over, amount), "derived_ratio", exact=True)


def _since_before(task: Task) -> Iterator[Outcome]:
    """Yield by how much what the paragraph told lately is more or less than something was before, as the words say."""
    more, less = cues.UP.search(task.words) is not None, cues.DOWN.search(task.words) is not None
    if more == less or cues.PRIOR.search(task.words) is None:
        return
    stated = (task.reading.stated(at) for at in range(max(0, task.spot.at - _LATELY), task.spot.at))
    lately = [e for e in stated if e is not None and is_plain(task, e) and not e.prior]
    before = [e for e in task.reading.known.evidence if e.prior and is_plain(task, e)]
    for now, then in product(lately, before):
        if same_unit(now.unit, task.spot.unit) and same_unit(then.unit, task.spot.unit):
            sides = plain_operands((now, then) if more else (then, now), _WEIGHT)
            made = arithmetic.difference(*(in_unit(o, task.spot) for o in sides))
            yield outcome(made, sides, "derived_diff", exact=True)


def _sides_of_one(task: Task) -> list[Evidence]:
    """Return the two numbers right before, where they are of one fact: 由84个减至29个，撤并55个."""
    last = [task.reading.stated(at) for at in (task.spot.at - 2, task.spot.at - 1) if at >= 0]
    sides = [e for e in last if e is not None]
    return sides if len(sides) == _SOME and sides[0].fact == sides[1].fact else []


def _differences(task: Task, told: list[Evidence], known: list[Evidence]) -> Iterator[Outcome]:
    """Yield how much two numbers differ, of which the sentence tells at least one."""
    for one, other in combinations(known, 2):
        if one not in told and other not in told:
            continue
        alike = same_unit(one.unit, task.spot.unit) and same_unit(other.unit, task.spot.unit)
        points = task.spot.unit.name == _POINTS and not (one.unit.name or other.unit.name)  # 得分86.5
        lacking = _LACKS.search(task.words) is not None and task.spot.unit.name in (one.unit.name, other.unit.name)
        if alike or lacking or points:
            sides = plain_operands((one, other), _WEIGHT)
            less, more = sorted(sides, key=lambda o: in_unit(o, task.spot))
            made = arithmetic.difference(in_unit(more, task.spot), in_unit(less, task.spot))
            yield outcome(made, (more, less), "derived_diff", exact=True)


def _averages(task: Task, told: list[Evidence], many: int) -> Iterator[Outcome]:
    """Yield what comes on each of what the sentence tells, of a fact beside it in the sheet; how wide a road is."""
    known = task.reading.known
    beside = [e for over in told for e in known.plain if task.reading.neighbours(e.fact, over.fact) and e not in told]
    named = _OVER.search(cues.beside(task.reading.text, task.spot))
    # What was told in its own unit, or one named by the same sign, is what it would be the mean of: 册 of 册次.
    own = any(same_unit(e.unit, task.spot.unit) or e.unit.name[:1] == task.spot.unit.name[:1] for e in told)
    each = (named["each"] or named["mean"]) if named is not None and many >= _SOME and not own else None
    for amount, over in product(beside, told):
        spread = each is not None and not set(each).isdisjoint(over.unit.name + over.near + over.subject)
        if spread and same_unit(amount.unit, task.spot.unit) and not same_unit(over.unit, amount.unit):
            yield from each_over(task, amount, over)
    for width, length in permutations(told, 2):
        kinds = (width.unit.dimension, length.unit.dimension, task.spot.unit.dimension)
        if kinds == ("面积", "长度", "长度"):
            top, under = plain_operands((width, length), _WEIGHT)
            mean = arithmetic.ratio(top.value * top.unit.size, under.value * under.unit.size * task.spot.unit.size)
            if mean is not None:
                yield outcome(mean, (top, under), "derived_ratio")


_AGAINST: tuple[Callable[[Task, Outcome], bool], ...] = (
    turned, out_of_turn, of_other_years, of_other_rates, of_another_time, on_another_base, narrower, counts_twice,
    beside_split, beside_list, beside_told, one_of_counted, adds_to_so_far, unspoken, unlike, rounded_off,
    takes_itself_away, of_others_than_those,
)  # fmt: skip
