"""A true value under a foreign subject: the words right at a number name one thing, the fact that has it another.

Drafts paraphrase freely, so words alone prove nothing: what the sentence names has to be a thing that is known (a
kind of kinds.py), and the fact's own words must name another kind.
"""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.kinds import Kind, akin, kinds_before, kinds_behind, kinds_in
from drafter.tracing.layout import Spot
from drafter.tracing.lookup import stands_at
from drafter.tracing.objections.no_rivals import KIN, of_its_day
from drafter.tracing.objections.rivals import is_named_part, of_one_kind
from drafter.tracing.objections.unrelated import peoples_a_place
from drafter.tracing.reading import Reading
from drafter.tracing.vocabulary import GENERIC, PEOPLES, SERVING_DEEDS
from drafter.tracing.zones import noun_behind

_JUST_BEFORE = 60
_TELLS = 2
_CONTENT = re.compile(r"[\u4e00-\u9fff](?<![的了和与及共有约近达到已为在仅个这对现余多名])")
_WIDE = re.compile("|".join(sorted(GENERIC, key=len, reverse=True)))
_TOUCHING = 1
_SERVED = frozenset(("人", "名", "位", "户", "家"))
_NAMES_ITSELF = frozenset(("栋", "幢"))
"""Units of one kind of things: 楼房52栋 of 接管7个小区，52栋楼."""
_LEARNERS = ("学生", "学员")
_STAFF = ("员工", "职工", "干警", "教职工", "从业人员", "工作人员")
_MEMBERS = ("队员", "成员", "组员")
_TRADE = re.compile("[\u4e00-\u9fff]{1,4}[员工师手匠兵](?![\u4e00-\u9fff]{0,2}(?:志愿|参加))")
_TAKES_PART = re.compile("[\u4e00-\u9fff]{1,6}?(?:享受|接受|参加|获得|领取|领到|得到|参与|加入)了?")
_NAME = 4
_NONE: frozenset[Kind] = frozenset()
_JOINTS = ("、", "和", "与", "及", "并")
_SERVES = re.compile(f"(?:{'|'.join(SERVING_DEEDS)})了?")
_HOW = re.compile("(?:免费|义务|无偿|公益|集中|上门|定期|统一)(?=[\u4e00-\u9fff]{2})")


def kinds_of(reading: Reading, spot: Spot, e: Evidence) -> frozenset[Kind]:
    """Return the kinds named at a number, in its unit; none where its clause holds the evidence's very label.

    They stand right before the number or right behind its unit.
    """
    if stands_at(reading.text, spot, e.subject):
        return _NONE
    unit = spot.unit.name or spot.mention.unit or _counted_in(e)
    start = spot.before[0]
    if start > spot.clause[0] and reading.text[start : start + 1] not in _JOINTS:
        start += 2  # in 4个小区37栋楼 the words behind 个 belong to that number
    before = kinds_before(reading.text, start, spot.before[1], unit)
    if KIN.match(reading.text, spot.unit_end):
        return frozenset(before)  # 45名职工子女 are no 职工
    return frozenset((*before, *kinds_behind(reading.text, *noun_behind(reading.text, spot), unit)))


def agrees(e: Evidence, stated: frozenset[Kind]) -> bool:
    """Say whether a piece of evidence speaks of one of the kinds that are stated."""
    return bool(stated) and not stated.isdisjoint(speaks_of(e))


def speaks_of(e: Evidence) -> frozenset[Kind]:
    """Return the kinds that a piece of evidence names in its own words."""
    return kinds_in(e.near, _counted_in(e)) or kinds_in(e.far, _counted_in(e))


def _counted_in(e: Evidence) -> str:
    return e.unit.name or e.said


def is_foreign(reading: Reading, spot: Spot, e: Evidence, stated: frozenset[Kind]) -> bool:
    """Say whether the kinds stated at a number are others than those that the evidence speaks of."""
    if not stated or e.place == "label" or (e.unit == spot.unit and e.unit.name in _NAMES_ITSELF):
        return False
    words = f"{e.near} {e.far}"
    own = kinds_in(words, _counted_in(e))
    if not own or any(name in words for kind in stated for name in kind.names) or is_named_part(reading, spot, e):
        return False
    if any(_HOW.sub("", name, count=1) in words for kind in stated for name in kind.names if _HOW.match(name)):
        return False  # 免费体检 of 职工体检 318人
    if len(e.near) >= _TELLS and any(name.startswith(e.near) for kind in stated for name in kind.names):
        return False  # 低保家庭42户 of 困难家庭: 低保42户，特困9户
    if any(akin(one, other) for one in own for other in stated) or peoples_a_place(reading, spot, e):
        return False
    if _takes_part(reading, spot, e):
        return False
    if of_its_day(reading, spot, e):
        return False  # 8月16日—31日啤酒节期间，214名志愿者
    served = spot.unit.name in _SERVED and not e.near and not e.subject.endswith(PEOPLES)
    whom = e.subject[:_TELLS] if served else ""
    if whom and whom not in GENERIC and any(len(n) > _TELLS and n.startswith(whom) for k in stated for n in k.names):
        return False  # 24名残疾人 of 残疾就业: a deed's name begins with those it is done for
    clause = reading.text[slice(*spot.clause)]
    if _SERVES.fullmatch(e.near) and _SERVES.search(clause):
        return False  # 4名社工帮扶36名学生 of 社工 4名，服务36人: whom they serve may be anyone
    heads = [name for kind in stated for name in kind.names if name in clause]
    told = [name for kind in own for name in kind.names if name in clause]
    if any(_who_did(name, head, clause) for kind in own for name in kind.names for head in heads):
        return False
    done = [name for kind in own for name in kind.names if _told_apart(name, clause) and not name.endswith(PEOPLES)]
    if done and spot.unit.name in _SERVED and any(head.endswith(PEOPLES) for head in heads):
        return False  # 救助大病患者24人: a deed counts those it was done for
    return not any(_touch(clause, one, head) for one in told for head in heads)


def _takes_part(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether those counted get or join what the fact is named by: 62名学生享受营养午餐 of 营养午餐 62人."""
    name = e.subject
    told = _TAKES_PART.match(reading.text, spot.unit_end) if len(name) >= _NAME and not e.near else None
    return told is not None and reading.text.startswith(name, told.end())


def _told_apart(name: str, clause: str) -> bool:
    """Say whether a clause has both halves of a name: 救助大病患者 for 大病救助."""
    return len(name) == 2 * _TELLS and name[:_TELLS] in clause and name[_TELLS:] in clause


def _who_did(name: str, head: str, clause: str) -> bool:
    """Say whether a clause tells of pupils the deed that a name is made of: 286名学生毕业 of 毕业生 286人."""
    return head in _LEARNERS and name[-1:] == head[-1:] and len(name) > _TELLS and name[:-1] in clause


def _touch(clause: str, one: str, head: str) -> bool:
    """Say whether two names make one: 党员志愿者, 党员、志愿者, 志愿者党员; not in 党员带领志愿者."""
    first, last = sorted((clause.rfind(one), clause.rfind(head)))
    length = len(one) if clause.rfind(one) == first else len(head)
    return last - first - length <= _TOUCHING


def unspoken(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a number's words tell what it counts, and nothing around it names what the evidence speaks of."""
    if e.unit.dimension and not _WIDE.sub("", e.subject):
        return False  # 面积 is spoken of by its unit alone
    if peoples_a_place(reading, spot, e):
        return False
    if works_there(reading, spot, e):
        return False
    own = speaks_of(e)
    beside = reading.text[slice(*spot.before)] + reading.text[slice(*spot.after)]
    if len(_CONTENT.findall(_WIDE.sub("", beside))) < _TELLS:
        return False
    around = reading.text[max(0, spot.sentence[0] - _JUST_BEFORE) : spot.sentence[1]] if own else ""
    return bool(own) and not any(name in around for kind in own for name in kind.names)


def works_there(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a fact counts all who work there, and the number is told of them by their trade: 64名收费员."""
    if not (e.near in _MEMBERS or (e.subject.endswith(_STAFF) and not e.near)):
        return False
    return _TRADE.match(reading.text, *spot.after) is not None


def meant_by(reading: Reading, spot: Spot, kinds: frozenset[Kind]) -> tuple[Evidence, ...]:
    """Return what the sheet states of those kinds for the period, in the number's unit, best fit first."""
    shape, fits = spot.form, reading.fits[spot.at]
    alike = (e for e in reading.known.evidence if e.place == "value" and not e.prior)
    found = (e for e in alike if reading.values.forms[e.at] == shape and of_one_kind(spot, e) and kinds & speaks_of(e))
    return tuple(sorted(found, key=lambda e: -fits.close(e.at)))
