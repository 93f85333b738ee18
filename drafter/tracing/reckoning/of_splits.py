"""What facts that split one thing come to together, and the share of each: 男职工 and 女职工 make 382名职工."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import in_unit, total_of
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.splits import SPEAKS_OF_ALL, Split
from drafter.tracing.stretches import stretches_in
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit

_WEIGHT = 0.75
_TELLING = 2
_NAMED = 0.3
_NEAR = 3
_PUPILS = "生"
_PUPIL_WORDS = ("学生", "在校生")
_HARDLY = 1e-6
_BARE = re.compile(r"^[^，。；0-9]{0,4}占[^，。；0-9]*$")
_AGAINST = re.compile(r"相当于|[是为][^，。；占]*的(?:约|近)?$|(?<!占)比")
_LEVEL = re.compile("以上|以下")
_JOINED = re.compile(r"(?P<signs>[\u4e00-\u9fff]{2})两(?P<tail>[\u4e00-\u9fff])")
_LISTED = re.compile(
    r"(?P<heads>(?:[\u4e00-\u9fff]、)+)(?P<last>[\u4e00-\u9fff])[两三四五六]?(?P<tail>[\u4e00-\u9fff])"
)


def split_totals(task: Task) -> Iterator[Outcome]:
    """Yield what a split comes to where the words name what was split, or some of its parts where they name those."""
    splits = [s for s in task.reading.splits if same_unit(s.unit, task.spot.unit)]
    if not splits or cues.DIFFERENCE.search(task.words) or cues.AVERAGES.search(task.words):
        return
    before, after = task.reading.text[slice(*task.spot.before)], task.reading.text[slice(*task.spot.after)]
    for split in splits:
        named = split.named_in(_spelt(before))
        if len(named) > 1:
            yield total_of(plain_operands(named, _WEIGHT), task.spot)
        elif not (named or split.speaks_of_one(after[:_TELLING])) and _speaks_of(task, split, before, after):
            yield total_of(plain_operands(split.evidence, _WEIGHT), task.spot)


def _spelt(words: str) -> str:
    """Return words with 一、二级 spelt out as 一级、二级, and 东西两片 as 东片、西片."""
    listed = _LISTED.sub(
        lambda m: "".join(head + m["tail"] + "、" for head in m["heads"].split("、") if head) + m["last"] + m["tail"],
        words,
    )
    return _JOINED.sub(lambda m: "、".join(sign + m["tail"] for sign in m["signs"]), listed)


def _speaks_of(task: Task, split: Split, before: str, after: str) -> bool:
    """Say whether the words beside a number are about what was split: 职工382人; or about all of it: 全园250名."""
    if len(split.noun) >= _TELLING and all(p in before or p in after for p in pieces(split.noun)):
        return True
    if split.noun == _PUPILS and (before.endswith(_PUPIL_WORDS) or after.startswith(_PUPIL_WORDS)):
        return True  # 学生1900人 of 住宿生1320人 and 走读生580人
    if not SPEAKS_OF_ALL.search(before):
        return False
    own = {e.at for e in split.evidence}
    alone = all(e.at in own for e in task.reading.known.plain if same_unit(e.unit, split.unit))
    return alone or (len(split.noun) < _TELLING and split.noun in before + after)


def split_averages(task: Task) -> Iterator[Outcome]:
    """Yield what comes on each of all that were split, where the words name them: 网格员人均90户次."""
    words = cues.average_words(task.reading.text, task.spot, task.reading.spots)
    if not task.reading.splits or cues.AVERAGES.search(words) is None:
        return
    for split in (s for s in task.reading.splits if len(s.noun) >= _TELLING and s.noun in words):
        if _is_stated(task, split) or split.speaks_of_one(words):
            continue
        over = plain_operands(split.evidence, _WEIGHT)
        backings = (task.reading.backings.get(at) for at in range(max(0, task.spot.at - _NEAR), task.spot.at))
        told = {at for b in backings if b is not None and not b.reckoning for at in b.evidence}
        total = arithmetic.total([o.value for o in over])
        amounts = [e for e in task.reading.known.plain if same_unit(e.unit, task.spot.unit) and e not in split.evidence]
        for amount in plain_operands(amounts, _WEIGHT):
            near = amount.evidence[0] in told or task.reading.fits[task.spot.at].reaches(amount.evidence[0], _NAMED)
            each = arithmetic.ratio(in_unit(amount, task.spot), total.value) if near else None
            if each is not None:
                worded = f"{total.reckoning}，{each.reckoning}"
                yield outcome(arithmetic.Derived(each.value, worded), (amount, *over), "derived_ratio")


def split_shares(task: Task) -> Iterator[Outcome]:
    """Yield the share of a named part in all of what was split, where no fact states that: 女职工占40%."""
    if not task.reading.splits or cues.GROWTH.search(task.words) or cues.SURVEYED.search(task.words):
        return
    for split in task.reading.splits:
        part = None if _is_stated(task, split) else _part(task, split)
        if part is None:
            continue
        operands = plain_operands([part, *(e for e in split.evidence if e is not part)], _WEIGHT)
        total = arithmetic.total([o.value for o in operands])
        each = arithmetic.share(operands[0].value, total.value)
        if each is not None:
            yield outcome(
                arithmetic.Derived(each.value, f"{total.reckoning}，{each.reckoning}"), operands, "derived_percent"
            )


def _part(task: Task, split: Split) -> Evidence | None:
    """Return the one part that the clause names, or the one told right before a bare 占."""
    named = split.named_in(task.words)
    if len(named) == 1:
        return named[0] if not _AGAINST.search(task.words) else None
    backing = task.reading.backings.get(task.spot.at - 1)
    if named or backing is None or not _BARE.match(task.words) or len(backing.evidence) != 1:
        return None
    near = task.reading.spots[task.spot.at - 1].sentence == task.spot.sentence
    return next((e for e in split.evidence if near and e.at in backing.evidence), None)


def _is_stated(task: Task, split: Split) -> bool:
    """Say whether a fact states what was split as a whole, so that shares are taken of that."""
    own = {e.at for e in split.evidence}
    for e in task.reading.known.plain:
        if e.at in own or not same_unit(e.unit, split.unit) or (e.number or 0) < split.total:
            continue
        name = e.near or e.subject
        kin = split.noun[-_TELLING:] in name or any(p in split.noun for p in pieces(name))
        if e.number == split.total or (kin and not split.speaks_of_one(name)):
            return True
    return False


def beside_split(task: Task, found: Outcome) -> bool:
    """Say whether a share was taken of another part of the same thing, or a sum leaves parts out that no word does."""
    if found.category not in ("derived_percent", "derived_sum") or any(o.reasoned for o in found.operands):
        return False
    if _LEVEL.search(task.words) or _LEVEL.search(task.reading.text, *task.spot.after):
        return False
    used = {at for o in found.operands for at in o.evidence}
    for split in task.reading.splits:
        own = {e.at for e in split.evidence}
        if len(used) < _TELLING or not used <= own:
            continue
        if found.category == "derived_percent":
            changed = cues.GROWTH.search(task.words) is not None and all(stretches_in(word) for word in split.row)
            # 由上半年的50件降至30件，下降四成: what one stretch of the year has less than another is a change.
            return len(used) == _TELLING and _of_each_other(found) and not (changed or _AGAINST.search(task.words))
        told = {e.at for e in split.named_in(_spelt(task.reading.text[slice(*task.spot.sentence)]))}
        if used < own and not used <= told:
            return True
    return False


def _of_each_other(found: Outcome) -> bool:
    """Say whether a share is one operand's in the other, or what that leaves of a hundred per cent."""
    if len(found.operands) != _TELLING:
        return False
    part, whole = (o.amount for o in found.operands)
    each, value = 100 * part / whole if whole else 0.0, float(found.derived.value)
    return min(abs(each - value), abs(100 - each - value)) < _HARDLY
