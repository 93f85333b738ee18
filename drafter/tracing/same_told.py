"""Whether a number in a draft is told of a quantity as such: not of a part of it, another time, or what is planned."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.tracing.layout import Spot, spots_within
from drafter.tracing.period import Parts, Period, agree, parts
from drafter.tracing.subject import also_called, pieces
from drafter.tracing.vocabulary import GENERIC

_PLANNED = re.compile(
    "计划|目标|力争|争取|拟(?=[建新开投增])|预计|预期|打算|明年|次年|下一?步|下一?年|今后|未来|原定|本应|应有|需要?"
)
_ELSEWHEN = re.compile("[0-9一二三四五六七八九十]年前|(?<!近)[几多]年前|当时|那时|时，|之前|此前|过去|其中|曾经?|一度")
_INTRODUCES = re.compile(
    "^(?:全年|今年|本年|年内|一年来|一年中|年度|目前|现有|现|截至目前|累计|总计|共计?|合计|先后|已经?|均|还|又|也|并|再|则|达|有|了|出"
    "|举办|举行|开展|组织|召开|开办|建成|建立|发放|完成|拥有|获得?|荣获|喜获|取得|排查|实现|我们?|全|本|该|各类|各项|各种|广大|全体"
    "|(?:社区|辖区|学校|全校|单位|全村|村里|全镇|全院|医院|街道|园区|公司|站点?)(?:党委|党总支|党支部|党组织|内|里|的)?|居民(?=群众)|的)+"
)
_LASTING = "年月"
_DATES = ("date", "season", "span")
_LEAST = 2


def lead(text: str, spot: Spot, spots: Sequence[Spot]) -> str:
    """Return the words of a number's sentence before it, from the last other number on that is no date."""
    near = reversed(spots[max(0, spot.at - 6) : spot.at])
    before = (o for o in near if o.form not in _DATES and o.unit.dimension != _LASTING)  # 五年前
    last = next(before, None)
    return text[max(spot.sentence[0], last.unit_end if last is not None else 0) : spot.mention.start]


def told_otherwise(text: str, spot: Spot, spots: Sequence[Spot]) -> bool:
    """Say whether a number is told as planned, of long ago, or of a part only: 争取开展60场, 五年前只有5200人."""
    words = lead(text, spot, spots)
    return bool(_PLANNED.search(words) or _ELSEWHEN.search(words))


def without_introduction(name: str) -> str:
    """Return a name without the words that only lead up to it: 宣传活动 of 全年共组织宣传活动."""
    return _INTRODUCES.sub("", name)


def narrows_name(text: str, spot: Spot, known: str) -> bool:
    """Say whether words stand before a fact's name at a number that make it a part's: 阳光小区开展志愿服务活动6场."""
    words = text[slice(*spot.before)]
    own = pieces(known)
    named = (*own, *(piece for word in also_called(known) for piece in pieces(word)))
    places = [words.find(piece) for piece in named if piece in words and piece not in GENERIC]
    places = places or [words.find(piece) for piece in named if piece in words]
    ahead = without_introduction(words[: min(places)]) if places else ""
    return len(ahead) >= _LEAST and not set(pieces(ahead)) <= GENERIC


def names_beside(text: str, spot: Spot, known: str) -> bool:
    """Say whether the clause of a date, or the one behind where it fills its own, has a word of a fact."""
    alone = spot.mention.end == spot.clause[1]
    end = next((stop for stop in spot.stops.clauses if stop > spot.clause[1]), len(text)) if alone else spot.clause[1]
    words = text[spot.clause[0] : min(end, spot.sentence[1])]
    return any(piece in words for piece in pieces(known) if piece not in GENERIC)


def times_apart(one: Parts | None, other: Parts | None, period: Period) -> bool:
    """Say whether two numbers are told of two times; one without a time is told of the sheet's period."""
    if one is not None and other is not None:
        return not agree(one, other)
    told = one or other
    if told is None:
        return False
    return told[1] is not None or (bool(period.year) and told[0] is not None and not period.covers(told[0]))


def times_beside(spot: Spot, spots: Sequence[Spot]) -> tuple[str, ...]:
    """Return the time told last before a number in its sentence; all that the sentence tells where none is."""
    dated = [o for o in spots_within(spots, *spot.sentence) if o.form in _DATES]
    before = [o for o in dated if o.at < spot.at]
    return tuple(o.mention.text for o in before[-1:] or dated)


def time_told(spot: Spot, spots: Sequence[Spot]) -> Parts | None:
    """Return the date told last before a number in its sentence, where that is one."""
    for other in reversed(spots[max(0, spot.at - 6) : spot.at]):
        if other.sentence != spot.sentence:
            return None
        if other.form == "date" and isinstance(other.mention.value, str):
            return parts(other.mention.value)
    return None
