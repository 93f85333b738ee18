"""What a sentence lists by name and number beside its total: 省级6篇、市级21篇，共计27篇; 以上三项合计75万元：….

A number of the list that is wrong stands for the fact that its name means, so that the total is still that of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import cues
from drafter.tracing.companions import told_of
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.named_here import named_here
from drafter.tracing.operands import plain_operands
from drafter.tracing.reading import Backing, Objection, Reading
from drafter.tracing.reckoning.adding import total_of
from drafter.tracing.reckoning.outcome import explains

_MOST = 8
_FEW = 2
_WEIGHT = 0.9
_TOTAL = "合计|共计|总计|一共|总共|总数|总量|总额|共"
_TOTALS = re.compile(_TOTAL)
_SIGNS = frozenset("共计总")
"""Of which each word for a total has one."""
_TOTALLED = re.compile(
    f"[\u4e00-\u9fff]{{0,2}}[，、]?(?:[\u4e00-\u9fff]{{0,3}}|加在一起|[\u4e00-\u9fff]{{1,2}}加起来)(?:{_TOTAL})(?:共|有|达到?|为|是)*"
)
"""What stands between the last of a list and its total."""
_NAMELESS = re.compile(
    f"(?:以上|这|上述)?(?:[两三四五六七八九十][项者类]|加起来|加在一起|合起来)?(?:{_TOTAL})(?:共|有|达到?|为|是)*"
)
_LISTED = re.compile("[\u4e00-\u9fff]{0,2}[、，和及][\u4e00-\u9fff“”]{1,10}")
_HEADED = re.compile(f"(?:以上|以下|上述|下列)[\u4e00-\u9fff]{{0,6}}?(?:{_TOTAL})(?:共|有|达到?|为|是|计)*$")
_BEHIND = re.compile("[\u4e00-\u9fff]{0,2}[：:、，和及]?[\u4e00-\u9fff“”]{1,10}")
_TELLING = 2
_WHOLE = re.compile("应|需|总|计划|任务|目标|全[村镇乡县区街]")


def listed_by(reading: Reading, spot: Spot) -> list[Evidence] | None:
    """Return what each number of the list should state that a number is the total of; None where it is no such total.

    Nothing is in it where what a wrong number of the list should be is not known, and so neither is their total.
    """
    run = [*_before(reading, spot)] or [*_behind(reading, spot)]
    reckoned = any(o.at in reading.backings and reading.stated(o.at) is None for o in run)
    if len(run) < _FEW or reckoned:
        return None  # 人均9800元，比上年提高600元，合计11.76万元
    told = [e for other in run if (e := _meant_by(reading, other)) is not None]
    return told if len(told) == len(run) else []


def _before(reading: Reading, spot: Spot) -> Iterator[Spot]:
    """Yield the numbers in one unit listed right before a total, the nearest first."""
    start, joint = spot.mention.start, _TOTALLED
    for other in reversed(reading.spots[max(0, spot.at - _MOST) : spot.at]):
        alike = other.sentence == spot.sentence and other.unit == spot.unit
        if not alike or not joint.fullmatch(reading.text, other.unit_end, start):
            return
        yield other
        start, joint = other.mention.start, _LISTED


def _behind(reading: Reading, spot: Spot) -> Iterator[Spot]:
    """Yield the numbers in one unit that a sentence lists behind the total that heads it: 以上几项合计75万元：."""
    if not (reading.text.startswith(("：", ":"), spot.unit_end) and _HEADED.search(cues.ahead(reading.text, spot))):
        return
    end = spot.unit_end
    for other in reading.spots[spot.at + 1 : spot.at + 1 + _MOST]:
        alike = other.sentence == spot.sentence and other.unit == spot.unit
        if not alike or not _BEHIND.fullmatch(reading.text, end, other.mention.start):
            return
        yield other
        end = other.unit_end


def _meant_by(reading: Reading, spot: Spot) -> Evidence | None:
    """Return what a number states, or the fact that its own name means."""
    return told_of(reading, spot) or named_here(reading, spot)


def refuse_other_totals(reading: Reading) -> None:
    """Object to a total that is less than what was just listed, or takes in what the sentence does not speak of.

    演出38场、读书会52场，共52场 states one of the two; 38、52，共99场 adds 义诊9场.
    """
    for spot in reading.spots if _TOTALS.search(reading.text) else ():
        backing = reading.backings.get(spot.at)
        if backing is None or _SIGNS.isdisjoint(reading.text[slice(*spot.before)]):
            continue
        if spot.number is None or spot.form != "number" or not backing.evidence:
            continue
        if not (_NAMELESS.fullmatch(reading.text, *spot.before) or _HEADED.search(reading.text, *spot.before)):
            continue  # 高级教师共31人 are no sum
        parts = listed_by(reading, spot)
        if not parts:
            continue
        total = total_of(plain_operands(parts, _WEIGHT), spot)
        if (
            _within_told_whole(backing, parts)
            or explains(spot, total)
            or not (spot.number.value < total.derived.value or _adds_unnamed(reading, spot, parts))
        ):
            continue
        reading.refuse(spot.at, Objection("wrong_derived", (), tuple(parts), total.derived))


def _within_told_whole(backing: Backing, parts: list[Evidence]) -> bool:
    """Say whether a sum leaves out the first of a list, which is the whole: 应发90份，甲站31份，乙站42份，合计73份."""
    used, whole = set(backing.evidence), parts[-1]
    rest = {e.at for e in parts[:-1]}
    size = sum((e.number or Decimal(0) for e in parts[:-1]), Decimal(0))
    planned = _WHOLE.search(whole.near + whole.subject) is not None
    return backing.category == "derived_sum" and used == rest and planned and (whole.number or 0) >= size > 0


def _adds_unnamed(reading: Reading, spot: Spot, parts: list[Evidence]) -> bool:
    """Say whether a reckoned total takes in all of a list, and facts that no word of the sentence speaks of."""
    backing = reading.backings[spot.at]
    listed = {e.at for e in parts}
    if backing.category != "derived_sum" or not listed < set(backing.evidence):
        return False
    sentence = reading.text[slice(*spot.sentence)]
    more = (reading.known.evidence[at] for at in backing.evidence if at not in listed)
    return all(e.subject[-_TELLING:] not in sentence for e in more)
