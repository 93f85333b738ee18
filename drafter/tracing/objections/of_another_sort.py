"""Numbers told of another sort than their fact's: 冠心病患者112人 of 糖尿病患者, 活动室2个 of 图书室."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from drafter.record import record
from drafter.resources import load_yaml
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.contrasted import meant_by_side
from drafter.tracing.objections.narrowed import bare, unlit
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.subject import also_called

_HEAD = 2
"""How many signs of a wording the index is filed by; none is shorter."""
_BEGINS = 2
"""How far behind a number's unit the word for a sort may begin: 2个新活动室."""
_SHORT = 2
_AT = tuple("为给向对在沿于按从由让替到进入上赴往同跟使")
"""What makes a place, a guest or a company of a word: 在篮球馆, 为学生, 走进校园."""
_BODY = re.compile("[站所局厅队馆院厂]|公司|中心|机构|委员会|协会")
_DEED = re.compile("(?:开展|举[办行]|组织|召开|进行|实施|推进)(?!了?$)")
_RUN = re.compile("[\u4e00-\u9fffA-Za-z]+")
_WORN = frozenset("人员户家数次场个项总大小的年月日及和与")


@record(frozen=True, slots=True)
class _Sort:
    """A wording for one member of a class of sorts, or for several, where it stands in some words."""

    kind: int
    members: frozenset[int]
    start: int
    end: int


class _Own(NamedTuple):
    """The sort that a fact's words name, and what they say behind it."""

    kind: int
    members: frozenset[int]
    behind: str


class _Class(NamedTuple):
    """What a class of sorts asks of a noun."""

    alone: bool
    """Whether its members are nouns by themselves."""
    of: re.Pattern[str]
    """What the noun behind a member has to hold."""


def flag_other_sort(reading: Reading) -> None:
    """Object to a number whose words name another sort of what its fact counts, in the place of the fact's own."""
    for spot, stated in reading.stating():
        if spot.number is None or stated.place == "label":
            continue
        if spot.after[0] == spot.after[1] and reading.text[slice(*spot.before)] == stated.subject:
            continue  # nothing is told but the fact's own name
        own = _own_sorts(stated.near.split(" ")[0], reading.known.by_id[stated.fact].label)
        told = next((word for one in own if (word := _told_instead(reading, spot, stated, one))), "")
        if told:
            meant = meant_by_side(reading, spot, stated, told)
            reading.refuse(spot.at, Objection("swapped_subject", (stated,), meant))


def _told_instead(reading: Reading, spot: Spot, stated: Evidence, own: _Own) -> str:
    """Return the word for another sort that stands at a number where the fact has its own; empty where none does."""
    told = [sort for sort in sorts_in(_beside(reading, spot)) if sort.kind == own.kind]
    if not told or any(sort.members & own.members for sort in told):
        return ""
    wording = reading.known.wordings[stated.fact]
    before: list[str] = _RUN.findall(unlit(reading.text[slice(*spot.before)]))[-1:]
    behind = [run.group()] if (run := _RUN.match(reading.text, *spot.after)) else []
    for words in (*before, *behind):
        leads = words in before
        start, word = _right_at(words, own.kind, wording, leads)
        follows = "".join((bare(words[start + len(word) :]), *(behind if leads else ())))
        if word and word not in also_called(wording) and _in_place(own, follows, leads):
            return word
    return ""


def _right_at(words: str, kind: int, wording: str, leads: bool) -> tuple[int, str]:
    """Return the sort of a class, and none of a fact's wording, that words name right at a number, and where.

    What leads up to a number names it last, what follows its unit begins with it. None is a place or a guest.
    """
    told = [(sort.start, words[sort.start : sort.end]) for sort in sorts_in(words) if sort.kind == kind]
    found = [(at, word) for at, word in told if word not in wording and (leads or at <= _BEGINS)]
    at, word = found[-1] if found else (0, "")
    return (at, word) if not words[:at].endswith(_AT) else (0, "")


def _beside(reading: Reading, spot: Spot) -> str:
    """Return the words at a number, and what a joint adds to those behind it: 2个活动室、图书室."""
    runs_on = spot.at + 1 < len(reading.spots) and reading.spots[spot.at + 1].mention.start < spot.clause[1]
    end = spot.after[1] if runs_on else max(spot.after[1], spot.clause[1])
    return f"{reading.text[slice(*spot.before)]}，{reading.text[spot.after[0] : end]}"


def _in_place(own: _Own, told: str, leads: bool) -> bool:
    """Say whether what stands behind a told sort lets it be in the place of the fact's own.

    It may be the noun itself, the first of a name that ends as the fact's does, or short for such a name: 篮球40人.
    """
    alone, of = _data().classes[own.kind]
    if not own.behind:
        return alone and (not leads or len(told) <= _SHORT)
    if leads and _DEED.search(told):
        return False  # 结合安全生产月开展演练 tells no sort of 演练
    if _BODY.match(told) and not own.behind.startswith(told[:1]):
        return False  # 卫生站为居民体检 tells of the body
    if alone and leads and len(told) < _SHORT:
        return True
    alike = told.startswith(own.behind) or not (set(own.behind) - _WORN).isdisjoint(told)
    return alike and of.search(own.behind) is not None


@lru_cache(maxsize=4096)
def _own_sorts(near: str, label: str) -> tuple[_Own, ...]:
    """Return the sorts that a number's own words in a fact name, or else the fact's label; of each class just one.

    One right behind another is the noun that the first is a sort of: 教师|党员.
    """
    found: dict[int, _Own | None] = {}
    for words in (near, label):
        here: dict[int, tuple[_Sort, _Own | None]] = {}
        for sort in sorts_in(words):
            own: _Own | None = _Own(sort.kind, sort.members, bare(words[sort.end :]))
            before, known = here.get(sort.kind, (sort, own))
            if before is not sort and before.end == sort.start:
                own = known
            elif known is None or not known.members & sort.members:
                own = None
            here[sort.kind] = sort, own
        found = {**{kind: own for kind, (_, own) in here.items()}, **found}
    return tuple(own for own in found.values() if own is not None)


@lru_cache(maxsize=8192)
def sorts_in(words: str) -> tuple[_Sort, ...]:
    """Return the sorts that some words name, of each class the longest wording at each place."""
    found: list[_Sort] = []
    ends: dict[int, int] = {}
    filed = _data().filed
    for at in range(len(words) - 1):
        for wording, kinds in filed.get(words[at : at + _HEAD], ()):
            if words.startswith(wording, at):
                for kind, members in kinds.items():
                    if at >= ends.get(kind, 0):
                        ends[kind] = at + len(wording)
                        found.append(_Sort(kind, members, at, at + len(wording)))
    return tuple(found)


class _Data(NamedTuple):
    """What sorts.yaml holds."""

    classes: tuple[_Class, ...]
    filed: dict[str, tuple[tuple[str, dict[int, frozenset[int]]], ...]]
    """The wordings by their first signs, the longest first, with what they name in each class."""


@cache
def _data() -> _Data:
    found = load_yaml(files("drafter.tracing.objections").joinpath("sorts.yaml").read_text(encoding="utf-8"))
    rows = [(name == "things", row) for name, listed in found.items() for row in listed]
    named: dict[str, dict[int, frozenset[int]]] = {}
    for kind, (_, row) in enumerate(rows):
        for member, wordings in enumerate(row["words"].split()):
            for wording in wordings.split("/"):
                kinds = named.setdefault(wording, {})
                kinds[kind] = kinds.get(kind, frozenset()) | {member}
    filed: dict[str, list[tuple[str, dict[int, frozenset[int]]]]] = {}
    for wording in sorted(named, key=len, reverse=True):
        filed.setdefault(wording[:_HEAD], []).append((wording, named[wording]))
    classes = tuple(_Class(alone, re.compile(row.get("of", ""))) for alone, row in rows)
    return _Data(classes, {head: tuple(listed) for head, listed in filed.items()})
