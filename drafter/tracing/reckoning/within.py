"""Reckonings within one fact, and shares of what an average was just taken of: 宿舍一间住3人, 人均240户，覆盖九成."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import is_total, plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import LENGTHS, UNITS, same_unit
from drafter.tracing.vocabulary import GENERIC

_WEIGHT = 0.8
_BACK = 2
_HEAD = 2
_PER = re.compile(r"(?P<ahead>[\u4e00-\u9fff0-9]*?)(?:每|一|单)(?P<what>[\u4e00-\u9fff]{1,6})$")
_SIGN = re.compile(r"(?P<ahead>[\u4e00-\u9fff0-9]*?)(?P<what>[\u4e00-\u9fff](?<![平年月日]))均[\u4e00-\u9fff]{0,4}$")
_GOES_ON = re.compile(
    r"^(?:已|约|共|仅|只)?(?:占|覆盖|惠及|受益|受助|受惠|受训|分流|参加|参与|普及)(?P<whole>[\u4e00-\u9fff]{0,8}?)(?:率|面)?(?:总数|全体)?的?(?:了|达到?|约|近|为)*$"
)
_SHARE_OF = re.compile(r"^(?:约|仅|只|共)?占(?P<whole>[^，。；、0-9]{2,8}?)(?:总?数|人数)?的(?:约|近)?$")
_BEHIND = re.compile(r"的?(?P<whole>[\u4e00-\u9fff]{2,6})")
_WORN = frozenset("的了约近达到为是有共人户均金额资元")
_REST = re.compile(r"其中")


def within_fact(task: Task) -> Iterator[Outcome]:
    """Yield what comes on each within the fact that the words name: 宿舍一间住3人 of 160间，住480人."""
    if cues.AVERAGING.isdisjoint(task.words) and "单" not in task.words:
        return
    found = _PER.search(task.words) or _SIGN.search(task.words)
    if found is None:
        return
    what = found["what"]
    unit = next((what[:n] for n in LENGTHS.get(what[:1], ()) if what[:n] in UNITS), "")
    for own in (*_named_facts(task, found["ahead"]), *_akin_to(task, unit, found)) if unit else ():
        overs = [e for e in own if e.unit.name == unit]
        amounts = [e for e in own if same_unit(e.unit, task.spot.unit) and e not in overs]
        if len(overs) == 1 and len(amounts) == 1:
            top, under = plain_operands([amounts[0], overs[0]], _WEIGHT)
            each = arithmetic.ratio(in_unit(top, task.spot), under.value)
            if each is not None:
                yield outcome(each, (top, under), "derived_ratio")


def _akin_to(task: Task, unit: str, found: re.Match[str]) -> Iterator[list[Evidence]]:
    """Yield the one fact of just so many and so much that has a sign of the noun: 小额信贷 for 户均贷款."""
    noun = set(task.words[found.end("what") :].removeprefix("均")) - _WORN
    alike = []
    for label, fact in task.reading.known.several:
        own = [e for e in task.reading.known.of_fact[fact] if e.place == "value" and e.number and not e.prior]
        just = len(own) == _BACK and own[0].unit.name == unit and same_unit(own[1].unit, task.spot.unit)
        if just and own[1].unit.dimension and not noun.isdisjoint(label):
            alike.append(own)
    if len(alike) == 1:
        yield alike[0]


def _named_facts(task: Task, words: str) -> Iterator[list[Evidence]]:
    """Yield the numbers of the facts that words end in, or whose label begins as they do: 二期 for 二期改造."""
    for label, fact in task.reading.known.several:
        if len(label) >= _HEAD and (words.endswith(label) or (len(words) >= _HEAD and label.startswith(words))):
            yield [e for e in task.reading.known.of_fact[fact] if e.place in ("value", "text") and e.number]


def other_of_fact(task: Task) -> Iterator[Outcome]:
    """Yield what a fact's 其中 leaves of its total: 专职教师14名 of 35名，其中志愿教师21名."""
    beside = task.reading.text[slice(*task.spot.before)] + task.reading.text[slice(*task.spot.after)]
    for label, fact in task.reading.known.several:
        if label[-_HEAD:] not in beside or len(label) < _HEAD:
            continue
        own = [e for e in task.reading.known.of_fact[fact] if e.place in ("value", "text") and e.number and not e.prior]
        if len(own) == _BACK and own[0].unit == own[1].unit and "其中" in own[1].near:
            part = _REST.sub("", own[1].near).replace(label, "").replace(label[-_HEAD:], "")
            if part and part not in beside:
                sides = plain_operands(own, _WEIGHT)
                left = arithmetic.difference(*(in_unit(o, task.spot) for o in sides))
                yield outcome(left, sides, "derived_diff", exact=True)


def share_of_averaged(task: Task) -> Iterator[Outcome]:
    """Yield the share of what an average was just taken of, or was told last: 人均走访240户，覆盖常住户的九成."""
    found = _GOES_ON.match(task.words)
    if found is None:
        return
    behind = _BEHIND.match(task.reading.text, task.spot.mention.end)
    name = found["whole"] or (behind["whole"] if behind is not None else "")
    for part in _told(task):
        for whole in _wholes(task, part, name):
            sides = plain_operands([part, whole], _WEIGHT)
            each = arithmetic.share(*(o.value * o.unit.size for o in sides))
            if each is not None:
                yield outcome(each, sides, "derived_percent")


def _told(task: Task) -> list[Evidence]:
    """Return what the number right before was averaged of, or states, where a share goes on about it."""
    before = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    backing = task.reading.backings.get(task.spot.at - 1)
    if before is None or backing is None or before.sentence != task.spot.sentence or not backing.evidence:
        return []
    averaged = backing.category == "derived_ratio" and cues.AVERAGES.search(cues.ahead(task.reading.text, before))
    if not averaged and backing.reckoning:
        return []
    # 发放12.1万元，人均1100元，受助面6.5%: those whom the average was taken over may be meant as well.
    known = [task.reading.known.evidence[at] for at in backing.evidence[: _BACK if averaged else 1]]
    return [e for e in known if e.number is not None and not e.prior and e.place in ("value", "text")]


def _wholes(task: Task, part: Evidence, name: str) -> Sequence[Evidence]:
    """Return what a part is taken of: what the words name in its unit, or else the totals of that unit."""
    larger = [e for e in task.reading.known.plain if (e.number or 0) > (part.number or 0)]
    alike = [e for e in larger if same_unit(e.unit, part.unit) or part.unit.name == f"{e.unit.name}次"]
    own = [p for p in pieces(name) if p not in GENERIC] or list(pieces(name))
    named = [e for e in alike if any(p in e.subject for p in own)]
    totals = {o.evidence[0] for o in task.reading.silent if is_total(o, "")}
    # What is named and counted in another unit is no total of this one: 电教片9部，覆盖党员95%.
    another = any(p in e.subject for e in task.reading.known.plain for p in own if p not in GENERIC)
    told = another or (name and _SHARE_OF.match(task.words))
    return named or ([] if told else [e for e in alike if e.at in totals])
