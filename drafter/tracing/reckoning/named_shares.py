"""Shares of facts that the words name without telling their numbers: 邻里纠纷最多，占一半; 更换的灭火器占四分之一."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, operand, plain_operands, related
from drafter.tracing.play import earlier
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import GENERIC

_NAMED = re.compile(
    r"(?P<part>(?:\d{1,3}岁)?[^，。；：、0-9]{2,14}?)(?:[，,]?(?:最多|次之|居多|居首|为主|最高)[，,])?(?:又|约|只|仅|就|也|共|合)*占"
)
_RATE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4})(?:率|比例|面)[^，。；0-9]{0,4}$")
_SHARE_OF = re.compile(r"占(?:到|了|全部|全年|总)*(?P<whole>[^，,。；;、0-9]{2,6}?)(?:总数|总量)?的(?:约|近)?$")
_BEHIND = re.compile(r"的([\u4e00-\u9fff]{3,14})")
_WIDE_SIGNS = frozenset("人员数总居民社区年全")
_LATELY = 2
_PARAGRAPH = 16
_OF_TOTAL = re.compile("占总(?:人数|户数|数|量)的?(?:约|近)?$")
_MOSTLY = 0.6
_SHORT = 3
_IN_FULL = 4
"""A name so long that ends a longer one is that thing's own: 有物业小区 in 辖区有物业小区."""
_NOUN = 2
_ANYTHING = frozenset(("个", "处", "项", "场", "次", ""))
"""The units of so many things that the largest number in one is no whole of the others."""
_SEXES = ("女性", "男性")
_WEIGHT = 0.7
_WORN = re.compile(r"^(?:其中|而|且|另外|此外)|(?:的|人数|数量|则|又|约|已|就|只|仅)+$")


def named_shares(task: Task) -> Iterator[Outcome]:
    """Yield the shares of the named facts in what the paragraph told before, or in the sheet's whole."""
    words = task.reading.text[max(task.spot.sentence[0], task.spot.clause[0] - 16) : task.spot.mention.start]
    told = list(_NAMED.finditer(words))
    if cues.SURVEYED.search(words):
        return
    yield from _by_short_rate(task)
    yield from _by_told_words(task)
    yield from _of_told_whole(task)
    yield from _of_noun_behind(task)
    if not told or re.search("[0-9]", words[told[-1].end("part") :]):
        return
    name = _WORN.sub("", told[-1]["part"])
    for part in _parts(task, name):
        for whole in _wholes(task, part):
            each = arithmetic.share(part.value * part.unit.size, whole.value * whole.unit.size)
            if each is not None:
                yield outcome(each, (part, whole), "derived_percent")


def _parts(task: Task, name: str) -> Iterator[Operand]:
    """Yield the facts that a name means: by most of their labels' pieces, or as the noun that they end in."""
    plain = [
        e
        for e in task.reading.known.evidence
        if e.place in ("value", "text") and e.number and not e.prior and task.reading.values.forms[e.at] == "number"
    ]
    # 有物业的小区 are those of that very name, where the facts have it, and no 小区 of any other.
    bare = name.replace("的", "")
    called = [e for e in plain if bare.endswith(e.near or e.subject or "\n")]
    longest = max((len(e.near or e.subject) for e in called), default=0)
    meant = [e for e in called if len(e.near or e.subject) == longest >= min(len(bare), _IN_FULL)]
    yield from plain_operands(meant or [e for e in plain if _means(name, e)], _WEIGHT)


def _means(name: str, e: Evidence) -> bool:
    own = pieces(e.near or e.subject)
    label = e.near or e.subject
    if len(name) > 1 and (label.endswith(name) or (name[0].isdigit() and label.startswith(name))):
        return True
    if label.endswith(name[:-2]) and len(name) > _SHORT and name[-2:] in GENERIC:
        return True  # 献血职工 of 无偿献血
    if name[0].isdigit():
        return False
    if len(label) == _LATELY and _spelt_out(label).search(name):
        return True
    if name in _SEXES and label.startswith(name[0]):
        return True
    return bool(own) and sum(p in name for p in own) >= _MOSTLY * len(own)


@lru_cache(maxsize=1024)
def _spelt_out(short: str) -> re.Pattern[str]:
    """Return the pattern of the words that two signs are short for: 智力障碍 for 智障."""
    return re.compile(f"{short[0]}[\u4e00-\u9fff]{short[1]}[\u4e00-\u9fff]")


def _by_short_rate(task: Task) -> Iterator[Outcome]:
    """Yield the precise rates whose short name has a sign of the part's label, in what was told right before.

    残疾人1846名，办证率92.2%: 持证 has 证. A rate without decimals would often be met by chance.
    """
    found = _RATE.search(task.words)
    if found is None or task.spot.number is None or task.spot.number.resolution >= 1:
        return
    told = [
        o for o in task.play if task.spot.at - _LATELY <= o.spot < task.spot.at and not (o.share or o.prior or o.mean)
    ]
    signs = set(found["name"]) - _WIDE_SIGNS
    for part in task.reading.silent:
        if signs.isdisjoint(part.words):
            continue
        for whole in told:
            if whole.evidence != part.evidence and same_unit(whole.unit, part.unit) and 0 < part.value <= whole.value:
                each = arithmetic.share(part.value, whole.value)
                if each is not None:
                    yield outcome(each, (part, whole), "derived_percent")


def _by_told_words(task: Task) -> Iterator[Outcome]:
    """Yield the rate of the told number whose own words name it: 15个项目，完工12个，续建3个，完工率80%."""
    found = _RATE.search(task.words)
    if found is None:
        return
    told = [o for o in task.play if 0 <= o.spot < task.spot.at and not (o.share or o.prior or o.mean)]
    here = [o for o in told if task.reading.spots[o.spot].sentence == task.spot.sentence]
    for part in here:
        spot = task.reading.spots[part.spot]
        beside = task.reading.text[slice(*spot.before)] + " " + task.reading.text[slice(*spot.after)]
        named = found["name"] in beside and (not part.reasoned or beside.split(" ")[0].endswith(found["name"]))
        for whole in here if named else ():
            if whole.value > part.value and same_unit(whole.unit, part.unit):
                each = arithmetic.share(part.value * part.unit.size, whole.value * whole.unit.size)
                if each is not None:
                    yield outcome(each, (part, whole), "derived_percent")


def _of_told_whole(task: Task) -> Iterator[Outcome]:
    """Yield the share of the number told last in a total that 占 names and the paragraph reckoned: 占全部办件的6%."""
    named = _SHARE_OF.search(task.words)
    own = pieces(named["whole"]) if named is not None else ()
    told = [o for o in task.reading.spots[max(0, task.spot.at - _LATELY) : task.spot.at] if o.form == "number"]
    if not own or not told:
        return
    parts = [o for o in task.play if o.spot == told[-1].at and not (o.share or o.prior or o.mean)]
    known = (*task.play, *earlier(task.reading, task.spot))
    for whole in {o.evidence: o for o in known if o.reasoned and not (o.share or o.mean) and o.spot >= 0}.values():
        spot = task.reading.spots[whole.spot]
        beside = task.reading.text[spot.before[0] : spot.after[1]]
        for part in parts if all(p in beside for p in own) else ():
            if part.evidence != whole.evidence and 0 < part.amount < whole.amount and same_unit(whole.unit, part.unit):
                each = arithmetic.share(part.value, whole.value)
                if each is not None:
                    yield outcome(each, (part, whole), "derived_percent")


def _of_noun_behind(task: Task) -> Iterator[Outcome]:
    """Yield the share of a fact whose name is told behind the number: 四分之一的农户入了社."""
    behind = _BEHIND.match(task.reading.text, task.spot.mention.end)
    if behind is None or task.spot.form != "share":
        return
    for e in task.reading.known.evidence:
        signs = set(e.near or e.subject) - _WIDE_SIGNS
        made = operand(e, "number", _WEIGHT) if len(signs) > _LATELY and signs <= set(behind[1]) else None
        plain = e.place in ("value", "text") and not e.prior and task.reading.values.forms[e.at] == "number"
        if made is not None and plain:
            for whole in _wholes(task, made):
                each = arithmetic.share(made.value * made.unit.size, whole.value * whole.unit.size)
                if each is not None:
                    yield outcome(each, (made, whole), "derived_percent")


def share_of_subject(task: Task) -> Iterator[Outcome]:
    """Yield the share of what heads the sentence in the total told before: 合唱团人数最多，…，占总人数的35%."""
    if not _OF_TOTAL.search(task.words):
        return
    head = task.reading.text[task.spot.sentence[0] : task.spot.mention.start]
    parts = [e for e in task.reading.known.plain if len(e.subject) > 1 and head.startswith(e.subject)]
    for other in reversed(task.reading.spots[max(0, task.spot.at - _PARAGRAPH) : task.spot.at]):
        backing = task.reading.backings.get(other.at)
        here = "\n" not in task.reading.text[other.unit_end : task.spot.mention.start]
        if backing is None or backing.category != "derived_sum" or not here:
            continue
        known = [task.reading.known.evidence[at] for at in backing.evidence]
        for part in (e for e in parts if e in known):
            sides = plain_operands([part, *(e for e in known if e != part)], _WEIGHT)
            total = arithmetic.total([o.value for o in sides])
            each = arithmetic.share(sides[0].value, total.value)
            if each is not None:
                yield outcome(each, sides, "derived_percent")
        return


def _wholes(task: Task, part: Operand) -> Iterator[Operand]:
    """Yield what a part may be taken of: larger amounts of its unit that the paragraph told, else the sheet's whole."""
    told = [o for o in (*task.play, *earlier(task.reading, task.spot)) if 0 <= o.spot < task.spot.at]
    kin = _kin(task, part)
    silent = [
        o
        for o in task.reading.silent
        if o.whole or _takes_in(task, o, part) or (o.largest and (o.unit.name not in _ANYTHING or related(o, part)))
    ]
    holding = {o.evidence: o for o in (*kin, *told, *silent) if _holds(task, o, part)}.values()
    yield from [o for o in holding if _sums_in(task, o, part)] or holding


def _kin(task: Task, part: Operand) -> list[Operand]:
    """Return the largest of the facts whose name ends in the noun that a part's does: 专任教师 of 双师型教师."""
    noun = task.reading.known.evidence[part.evidence[0]].subject[-_NOUN:]
    alike = [o for o in task.reading.silent if len(o.evidence) == 1 and _holds(task, o, part)]
    named = [o for o in alike if task.reading.known.evidence[o.evidence[0]].subject.endswith(noun)]
    return [max(named, key=lambda o: o.amount)] if len(noun) == _NOUN and named else []


def _holds(task: Task, o: Operand, part: Operand) -> bool:
    """Say whether an operand may be the whole of a part."""
    if o.share or o.prior or o.mean or o.value <= part.value or not same_unit(o.unit, part.unit):
        return False
    return not set(part.evidence) & set(o.evidence) or _sums_in(task, o, part)


def _takes_in(task: Task, o: Operand, part: Operand) -> bool:
    """Say whether a fact's label is what another's says more of: 灭火器 and 更换灭火器."""
    whole, own = (task.reading.known.evidence[each.evidence[0]].subject for each in (o, part))
    return len(whole) > 1 and whole != own and own.endswith(whole)


def _sums_in(task: Task, o: Operand, part: Operand) -> bool:
    """Say whether an operand is a total that takes the part in."""
    backing = task.reading.backings.get(o.spot)
    left = backing is not None and backing.category == "derived_diff"
    return o.reasoned and not left and set(part.evidence) < set(o.evidence)
