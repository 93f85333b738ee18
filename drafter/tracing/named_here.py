"""The fact whose name stands right at a number: 燃油车辆96辆, 自理86人 of 自理老人, 全所29名民警.

What else the clause speaks of is not meant then, however well its words fit.
"""

from __future__ import annotations

import re

from drafter.tracing import cues
from drafter.tracing.companions import companion_of, follows, named_with, told_of
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.narrowed import narrows
from drafter.tracing.objections.rivals import of_one_kind
from drafter.tracing.objections.unrelated import peoples_a_place
from drafter.tracing.reading import Reading
from drafter.tracing.vocabulary import GENERIC

_NOUN = 2
_TIME = "时间"
_REACH = 8
_EACH = re.compile("[每均各]")
_JOINTS = ("和", "与", "及")
_RUN = re.compile("[\u4e00-\u9fff“”《》]+$")
_BEHIND = re.compile("[\u4e00-\u9fff]+")
_LEADING = re.compile("^(?:其中|另有|还有|而|且|并|共|现有?|全[\u4e00-\u9fff]|已|累计)+")
_CLAUSE = re.compile("[，,；;：:（）()]")
_TAIL = re.compile("(?:分别)?(?:达到?|共有|共计?|[共有约近已为超是各均了计]|超过|突破|增至|数量|总数)+$")
_WIDE = re.compile("|".join(sorted(GENERIC, key=len, reverse=True)))


def named_here(reading: Reading, spot: Spot) -> Evidence | None:
    """Return the one fact whose name stands right before a number or behind its unit; None where several do or none."""
    before = follows(reading, spot)
    first = None if before is None else told_of(reading, before) or _by_its_words(reading, before)
    beside = companion_of(reading, spot, first) if first is not None else None
    return beside or _by_its_words(reading, spot)


def _by_its_words(reading: Reading, spot: Spot) -> Evidence | None:
    before, behind = _before(reading, spot), _behind(reading, spot)
    prior = cues.speaks_of_before(reading.text, spot, reading.known.period.first_year)
    found: dict[int, list[Evidence]] = {}
    for e in reading.known.evidence:
        if e.place == "label" or e.prior != prior or e.number is None or reading.values.forms[e.at] != spot.form:
            continue
        if (e.unit.dimension == _TIME and e.unit != spot.unit) or (spot.value == 0 and e.number):
            continue  # 每周开馆56小时 are no 每周6天, 客户零投诉 counts no 客户
        if _recurs(reading, e) and not _EACH.search(reading.text, *spot.clause):
            continue  # 全年更换7次 are none of 每2个月1次
        if of_one_kind(spot, e) and (length := _stands(reading, e, before, behind)):
            found.setdefault(length, []).append(e)
    best = found[max(found)] if found else _peopling(reading, spot)
    return best[0] if best and len({e.number for e in best}) == 1 and not narrows(reading, spot, best[0]) else None


def _recurs(reading: Reading, e: Evidence) -> bool:
    """Say whether a fact tells a number of each stretch of time: 每周2次, 每2个月1次."""
    before = reading.known.evidence[e.at - 1] if e.order else e
    return "每" in e.near or (before.fact == e.fact and before.near.endswith("每"))


def _peopling(reading: Reading, spot: Spot) -> list[Evidence]:
    """Return what counts the people or households of a place, where only the place is named: 全村586户."""
    alike = (e for e in reading.known.plain if e.unit.name == spot.unit.name and e.place == "value")
    return [e for e in alike if peoples_a_place(reading, spot, e)]


def told_already(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a number listed with this one states the evidence: 演出168场，其中商业演出82场 means no 168 again."""
    for other in reversed(reading.spots[max(0, spot.at - _REACH) : spot.at]):
        if other.sentence == spot.sentence and reading.stated(other.at) == e:
            between = reading.text[other.unit_end : spot.mention.start]
            return "其中" in between or _CLAUSE.search(between) is None or _names_another(reading, spot, e)
    return False


def _names_another(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether the name right before a number says more than the evidence's, so that it is another's: 空余床位."""
    name, label = _before(reading, spot), _label(reading, e)
    more = _WIDE.sub("", name.removesuffix(label)) if label and name.endswith(label) else ""
    return len(more) >= _NOUN and more not in reading.known.wordings[e.fact]


def _before(reading: Reading, spot: Spot) -> str:
    found = _RUN.search(_TAIL.sub("", reading.text[slice(*spot.before)]))
    return _LEADING.sub("", found.group()) if found is not None else ""


def _behind(reading: Reading, spot: Spot) -> str:
    found = _BEHIND.match(reading.text, *spot.after)
    if found is None or reading.text.startswith("、", found.end()):
        return ""  # 65名民警、辅警 are neither alone
    return found.group()


def _label(reading: Reading, e: Evidence) -> str:
    return _LEADING.sub("", e.near or named_with(reading, e) or e.subject)


def _stands(reading: Reading, e: Evidence, before: str, behind: str) -> int:
    """Return how many signs of a fact's name stand right at a number, nothing else being named there; 0 where none."""
    label = _label(reading, e)
    if len(label) < _NOUN:
        return 0
    if behind.startswith(label) and behind[len(label) :][:1] not in _JOINTS and not _WIDE.sub("", before):
        return len(label)
    if before.endswith(label):
        rest = _WIDE.sub("", before.removesuffix(label))
        return len(label) if not rest or rest in reading.known.wordings[e.fact] else 0
    if before.startswith(label):
        rest = _WIDE.sub("", before.removeprefix(label)).removesuffix("对象")
        return len(label) if not rest or rest in reading.known.wordings[e.fact] else 0  # 农村低保对象
    short = len(before) >= _NOUN and before not in GENERIC and label.startswith(before)
    return len(before) if short or (len(before) >= _NOUN and _ends_in(label, before)) else 0


def _ends_in(label: str, name: str) -> bool:
    """Say whether a label is a name that says no more than the noun at its end: 消毒消杀 and 消杀."""
    return label.endswith(name) and bool(_WIDE.sub("", name))
