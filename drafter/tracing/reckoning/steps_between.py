"""Plain steps between facts that a sentence speaks of: what was listed comes to, what is told beside what is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations, product

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, plain_operands
from drafter.tracing.reckoning.adding import in_unit, total_of
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.steps_within import each_over, is_plain, rests
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit

_WEIGHT = 0.5
_NAMED = 0.3
_BACK = 3
_CLEARLY = 0.5
_TWO = 2
_BROUGHT_TO = re.compile("(?:增|扩|升|提|扩大|增加|提高|发展)(?:到|至|为)(?:了|约)?$")
_PER = re.compile("每(?P<each>[\u4e00-\u9fff])|(?P<mean>[\u4e00-\u9fff])均")
_SHARE_OF = re.compile("占(?:到|了)?(?P<whole>[\u4e00-\u9fff]{2,8})的(?:约|近)?$")
_CROSSED = re.compile("相当于(?P<whole>[\u4e00-\u9fff]{2,8})的(?:约|近)?$")
_LATTER = re.compile("(?P<which>[前后])者约?占")
_COVERING = re.compile("^覆盖(?:面|率|比例)?(?:达到?|为|约|近|超过?|已)*$")
_SPOKEN_OF = 0.15
_LONGEST = 8
_OVER = re.compile("每[个名位家户座支场次期条]?(?P<each>[\u4e00-\u9fff]{1,2})|(?P<mean>[\u4e00-\u9fff])均")
_LIVING = frozenset(("人", "名", "位", "户", "家"))
_RATED = re.compile("率|面|占|比重|比例")
_SHORT_RATE = re.compile("(?P<deed>[\u4e00-\u9fff])(?P<noun>[\u4e00-\u9fff])率(?:达到?|为|约|近|超过?|已)*$")
_MADE_UP = re.compile("(?:组成|组建|构成|编成|合成)了?(?:一支)?$")
_SO_MANY = re.compile("(?P<many>[两二三四五])(?:大?类|项|者|种|方面|支|级)")
_NUMERALS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_WITHIN_IT = re.compile("(?<!其)中[，,]")
_PART = re.compile("其中|含")


def totals_between(task: Task, told: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield what the sentence has told comes to, by itself, with what the words name, or at so much each."""
    yield from totals_told(task, told)
    yield from grown_by_told(task, told)
    yield from _at_so_much_each(task)


def grown_by_told(task: Task, told: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield what the number right before brought a named one up to: 新建260平方米，使活动用房增至350平方米 of 90."""
    last = task.reading.stated(task.spot.at - 1) if task.spot.at else None
    if last is None or not _BROUGHT_TO.search(task.words) or not same_unit(last.unit, task.spot.unit):
        return
    fits = task.reading.fits[task.spot.at]
    for e in told:
        if e.at != last.at and fits.close(e.at) >= _CLEARLY and same_unit(e.unit, task.spot.unit):
            yield total_of(plain_operands((e, last), _WEIGHT), task.spot)


def _at_so_much_each(task: Task) -> Iterator[Outcome]:
    """Yield what a fact's so much each makes of the number told before: 25起，共省下30万元 of 每起节约1.2万元."""
    near = task.reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]
    for each, over in product(task.reading.known.plain, near):
        per = _PER.search(each.subject) if each.subject and same_unit(each.unit, task.spot.unit) else None
        backing = task.reading.backings.get(over.at)
        counted = per is not None and over.unit.name in (per["each"], per["mean"]) and over.value is not None
        if not counted or backing is None or over.sentence != task.spot.sentence or over.value is None:
            continue
        (amount,) = plain_operands((each,), _WEIGHT)
        many = Operand(over.value, over.unit, backing.facts, backing.evidence, _WEIGHT, over.at, reasoned=True)
        made = arithmetic.product(many.value, in_unit(amount, task.spot))
        yield outcome(made, (many, amount), "derived_ratio", exact=True)


def averages_between(task: Task, told: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield what comes on each of what the sentence has told, or of what it speaks of."""
    yield from _over_told(task)
    yield from averages_of_two(task, told)


def _over_told(task: Task) -> Iterator[Outcome]:
    """Yield what comes on each of the number right before, as its unit is named: 80户次，每户次250元."""
    before = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    backing = task.reading.backings.get(task.spot.at - 1)
    if before is None or backing is None or before.sentence != task.spot.sentence or not before.value:
        return
    if not task.words.endswith(f"每{before.unit.name}") or not before.unit.name:
        return
    facts = "".join(task.reading.known.wordings[fact] for fact in backing.facts)
    many = Operand(before.value, before.unit, backing.facts, backing.evidence, _WEIGHT, before.at, reasoned=True)
    for e in task.reading.known.plain:
        akin = e.fact in backing.facts or any(piece in facts for piece in pieces(e.subject))
        if akin and same_unit(e.unit, task.spot.unit):
            (amount,) = plain_operands((e,), _WEIGHT)
            each = arithmetic.ratio(in_unit(amount, task.spot), many.value)
            if each is not None:
                yield outcome(each, (amount, many), "derived_ratio")


def rests_between(task: Task, told: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield what is left beside what was told, or by how much that differs from what the words name."""
    yield from rests_named(task, told)
    yield from _left_of_like(task)
    yield from _at_so_much_each(task)  # 25起，共省下30万元


def _left_of_like(task: Task) -> Iterator[Outcome]:
    """Yield what is left of the one larger fact of like make: 已有38户111人脱贫，剩余7人 of 贫困户41户118人."""
    last = task.reading.stated(task.spot.at - 1) if task.spot.at else None
    if last is None or not cues.REST.search(task.words) or not same_unit(last.unit, task.spot.unit):
        return
    if task.reading.spots[task.spot.at - 1].sentence != task.spot.sentence:
        return
    known = task.reading.known
    units = {e.unit.name for e in known.of_fact[last.fact]}
    larger = [
        e for e in known.plain
        if e.fact != last.fact and same_unit(e.unit, last.unit) and (e.number or 0) > (last.number or 0)
        and len(units) > 1 and units <= {o.unit.name for o in known.of_fact[e.fact]}
    ]  # fmt: skip
    if len(larger) == 1:
        yield from rests(task, (larger[0], last))


def totals_told(task: Task, _: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield what the numbers listed before come to: 国家级2块、省级7块，合计9块; 8名大学生和15名“五老”组成23人的队.

    What 其中 tells of one of them is passed over; behind 奖牌中 only what is listed there is added up.
    """
    said = _SO_MANY.search(task.words)
    if not (_MADE_UP.search(task.words) or cues.JOINT.search(task.words) or task.words.endswith("这")):
        return
    run = _listed_before(task, within=task.spot.clause if _MADE_UP.search(task.words) else task.spot.sentence)
    wanted = _NUMERALS[said["many"]] if said is not None else len(run)
    if _TWO <= wanted <= len(run):
        yield total_of(plain_operands(run[:wanted], _WEIGHT), task.spot)


def _listed_before(task: Task, within: tuple[int, int]) -> list[Evidence]:
    """Return what the numbers before state in the number's unit, within its clause or sentence, the nearest first."""
    text, spots = task.reading.text, task.reading.spots
    run: list[Evidence] = []
    for other in reversed(spots[max(0, task.spot.at - _LONGEST) : task.spot.at]):
        e = task.reading.stated(other.at)
        if other.mention.start < within[0]:
            break
        ahead = text[slice(*other.before)]
        told = e is not None and same_unit(e.unit, task.spot.unit) and other.form == "number"
        if e is not None and told and not _PART.match(ahead):
            run.append(e)
        if other.at and _WITHIN_IT.search(text, spots[other.at - 1].unit_end, other.mention.start):
            break
    return run


def rests_named(task: Task, told: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield by how much what is told differs from what the words name: 开放430张，超出核定数30张."""
    fits = task.reading.fits[task.spot.at]
    named = [e for e in told if fits.close(e.at) >= _NAMED]
    for one in named:
        yield from (o for e in told if e.fact != one.fact and not e.prior for o in rests(task, (one, e)))


def averages_of_two(task: Task, told: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield what of one fact comes on each of another: 吨煤12元 of 960万元 and 80万吨."""
    behind = {at for o in task.reading.spots[task.spot.at + 1 :][:_BACK] for at in _stated(task, o.at)}
    over = _OVER.search(cues.beside(task.reading.text, task.spot))
    what = (over["each"] or over["mean"]) if over is not None else ""
    fits = task.reading.fits[task.spot.at]
    for top, under in permutations([e for e in told if not e.prior], 2):
        if top.fact == under.fact or not same_unit(top.unit, task.spot.unit) or same_unit(under.unit, top.unit):
            continue
        known = top.at not in behind or fits.close(top.at) >= _NAMED
        meant = what in (under.unit.name, "") or what[-1] in under.near + under.subject
        if known and meant:
            yield from each_over(task, top, under)


def _stated(task: Task, at: int) -> tuple[int, ...]:
    backing = task.reading.backings.get(at)
    return backing.evidence if backing is not None else ()


def shares_of_two(task: Task, told: Sequence[Evidence]) -> Iterator[Outcome]:
    yield from _rates_in_short(task)
    yield from _shares_of_label(task, told)
    yield from _shares_of_framed(task, told)
    yield from _share_of_latter(task)
    yield from _crossed_as_said(task)
    yield from _crossed_shares(task, told)


def _shares_of_label(task: Task, told: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield what share of some a deed reached whose label names them: 免费体检惠及九成老人 of 老人 and 老人免费体检.

    What covers so many needs not be named at the number, if it is before: 为困难家庭安装扶手，覆盖面达八成.
    """
    fits = task.reading.fits[task.spot.at]
    named = [e for e in told if not e.prior and fits.close(e.at) >= _NAMED]
    told_before = ""
    if _COVERING.search(task.words):
        told_before = task.reading.text[task.spot.sentence[0] : task.spot.mention.start]
        fitting = [e for e in task.reading.known.plain if not e.prior and fits.get(e.at).whole >= _SPOKEN_OF]
        named += fitting
    for part, whole in product(named, task.reading.known.plain):
        head = part.subject.removesuffix(whole.subject)
        covered = told_before and whole.subject in told_before and any(p in told_before for p in pieces(head))
        of_whom = part.subject.startswith(whole.subject) or (covered and head != part.subject)
        within = part.subject != whole.subject and len(whole.subject) > 1 and of_whom
        if within and not part.near and not whole.near and same_unit(part.unit, whole.unit):
            top, under = plain_operands((part, whole), _WEIGHT)
            yield from _share(top, under)


def _share(part: Operand, whole: Operand) -> Iterator[Outcome]:
    """Yield the share of a part in a larger whole, as both are written where their units are the same."""
    measured = part.unit.dimension and part.unit.name != whole.unit.name
    sizes = (part.unit.size, whole.unit.size) if measured else (Decimal(1), Decimal(1))
    amounts = part.value * sizes[0], whole.value * sizes[1]
    each = arithmetic.share(*amounts) if amounts[0] < amounts[1] else None
    if each is not None:
        yield outcome(each, (part, whole), "derived_percent")


def _shares_of_framed(task: Task, told: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield the share in what 占 names of what the clause before does: 高标准农田连成方，占到耕地的四分之三."""
    found = _SHARE_OF.search(task.words)
    fits = task.reading.fits[task.spot.at]
    wholes = [e for e in told if not e.prior and found is not None and e.subject == found["whole"]]
    for whole, part in product(wholes, task.reading.known.plain):
        framed = fits.get(part.at).whole >= _NAMED and part.fact != whole.fact and not part.near
        if framed and same_unit(part.unit, whole.unit) and (part.number or 0) < (whole.number or 0):
            top, under = plain_operands((part, whole), _WEIGHT)
            yield from _share(top, under)


def _crossed_as_said(task: Task) -> Iterator[Outcome]:
    """Yield what share the number right before is of what 相当于 names: 发放手册2700份，相当于总户数的九成."""
    found = _CROSSED.search(task.words)
    last = task.reading.stated(task.spot.at - 1) if task.spot.at and found is not None else None
    for whole in task.reading.known.plain if last is not None and is_plain(task, last) else ():
        label = task.reading.known.by_id[whole.fact].label
        named = found is not None and label == found["whole"] and not (whole.near or whole.prior)
        if last is not None and named and last.fact != whole.fact:
            top, under = plain_operands((last, whole), _WEIGHT)
            yield from _share(top, under)


def _share_of_latter(task: Task) -> Iterator[Outcome]:
    """Yield the share of the last or the first of the two just told in both: 后者占两类主体的四成."""
    found = _LATTER.match(task.words)
    near = [o for o in task.reading.spots[max(0, task.spot.at - _LONGEST) : task.spot.at] if o.form == "number"]
    stated = [task.reading.stated(o.at) for o in near if o.sentence == task.spot.sentence]
    pair = [e for e in stated if e is not None and not e.prior][-_TWO:]
    if found is None or len(pair) < _TWO or not same_unit(pair[0].unit, pair[1].unit):
        return
    sides = plain_operands(pair if found["which"] == "前" else pair[::-1], _WEIGHT)
    total = arithmetic.total([o.value for o in sides])
    each = arithmetic.share(sides[0].value, total.value)
    if each is not None:
        made = arithmetic.Derived(each.value, f"{total.reckoning}，{each.reckoning}")
        yield outcome(made, sides, "derived_percent")


def _rates_in_short(task: Task) -> Iterator[Outcome]:
    """Yield the rate in what was just told of the fact that its name is short for: 登记选民4500人，参选率93%."""
    found = _SHORT_RATE.search(task.words)
    if found is None or cues.SURVEYED.search(task.words):
        return
    deed, signs = found["deed"], found["deed"] + found["noun"]
    ahead = task.words[: found.start()][-_TWO:]
    near = task.reading.spots[max(0, task.spot.at - _BACK) : task.spot.at]
    stated = (task.reading.stated(o.at) for o in near if o.sentence == task.spot.sentence)
    wholes = [e for e in stated if e is not None and not e.prior and is_plain(task, e)]
    wholes += [e for e in task.reading.known.plain if len(ahead) == _TWO and e.subject.endswith(ahead) and not e.near]
    for whole, part in product(wholes, task.reading.known.plain):
        smaller = (part.number or 0) < (whole.number or 0)
        alike = part.fact != whole.fact and same_unit(part.unit, whole.unit)
        words = part.near + part.subject
        whose = ahead in words or any(s in whole.subject or s in words for s in signs[1:])
        if alike and smaller and deed in words and whose:
            top, under = plain_operands((part, whole), _WEIGHT)
            yield from _share(top, under)


def _crossed_shares(task: Task, told: Sequence[Evidence]) -> Iterator[Outcome]:
    """Yield the rate of what goes with so many: 持证率85% of 居住证2040张 and 流动人口2400人."""
    if not _RATED.search(task.words):
        return
    fits = task.reading.fits[task.spot.at]
    for part, whole in permutations([e for e in told if not e.prior], 2):
        crossed = part.fact != whole.fact and not same_unit(part.unit, whole.unit)
        named = fits.close(whole.at if "占" in task.words else part.at) >= _NAMED
        living = {part.unit.name, whole.unit.name} <= _LIVING  # 29名 are no share of 118户
        if crossed and named and not living and not (part.unit.dimension or whole.unit.dimension):
            top, under = plain_operands((part, whole), _WEIGHT)
            yield from _share(top, under)
