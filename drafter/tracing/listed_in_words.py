"""Lists inside a statement, counted where the sentence tells the same: 与3家单位共建 of 与医院、小学签订共建协议.

A list under a label is known by that. In a statement the sentence must count such things (bodies, festivals, rooms,
sorts), and tell of them what the statement does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.tracing.layout import Spot
from drafter.tracing.listing import Listing
from drafter.tracing.reading import Reading
from drafter.tracing.subject import also_called, common_tail, pieces
from drafter.tracing.tallies import COUNTED_ITEM, QUOTED, Tally
from drafter.tracing.vocabulary import BODIES, FESTIVALS, GENERIC

_BODY = re.compile("|".join(BODIES))
_BODIES = re.compile(r"单位|机构|部门|企业|组织|^$")
_FESTIVAL = re.compile("|".join(FESTIVALS))
_FEAST = re.compile("节日|节庆|传统节|我们的节日")
_EVENTS = frozenset(("场", "次", "项", "个", "期", "台", "场次"))
_PIECES = frozenset(("个", "间", "处", "支", "座", "条", "块"))
_SORTS = frozenset(("类", "种", "样", "大类"))
_POINTS = _SORTS | {"项", "个", "大"}
_KINDS = "(?:功能|专用|特色|主题|公共|便民|服务|志愿|文体|各类|基层|群众|专业)"
_OF_A_KIND, _ANY_KIND = re.compile(f"{_KINDS}*"), re.compile(f"{_KINDS}$")
_JOINT = re.compile("[、和与及并]")
_TEAM = "伍"
"""What a team is called as one of several: 3支队伍 of 巡逻队、文艺队."""
_NOUN = 2


def listed_in_words(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the lists of statements whose names a number may count, as its sentence tells of such things the same."""
    for listing in reading.known.listings:
        fact = reading.known.by_id[listing.fact]
        if fact.label or any(COUNTED_ITEM.search(name) for name in listing.names):
            continue
        beside = reading.text[slice(*spot.before)], reading.text[slice(*spot.after)]
        if _are_counted(spot, beside, listing, fact.text):
            yield Tally(listing.names, (listing.fact,))


def _are_counted(spot: Spot, beside: tuple[str, str], listing: Listing, text: str) -> bool:
    """Say whether a number in its unit, with the words on both its sides, counts what a statement lists."""
    unit, names = spot.unit.name, listing.names
    if unit == "家":
        return bool(_BODIES.search(beside[1])) and _all_have(_BODY, names) and _tells(beside, _without(text, names))
    if unit in _EVENTS and _FEAST.search("，".join(beside)):
        return _all_have(_FESTIVAL, names)
    if unit in _PIECES and _named_by_tail(beside, names):
        return True
    quoted = all(f"“{name}”" in text for name in names)
    if unit not in (_POINTS if quoted else _SORTS):
        return False
    ahead, behind = QUOTED.split(text)[0], QUOTED.split(text)[-1]
    if quoted:
        return _tells(beside, ahead) and bool(behind) and behind[:_NOUN] in "，".join(beside)
    return _tells(beside, text[:_NOUN])


def _all_have(thing: re.Pattern[str], names: Sequence[str]) -> bool:
    """Say whether each name is that of such a thing, the last one with what the statement goes on to tell of all."""
    return all(thing.search(name) for name in names)


def _without(text: str, names: Sequence[str]) -> str:
    """Return the words of a statement without those names of its list that stand between two others."""
    for name in names[1:-1]:
        text = text.replace(name, " ")
    return text


def _tells(beside: Sequence[str], known: str) -> bool:
    """Say whether a number's words have one of a statement's that tells something: 共建 of 签订共建协议."""
    meant = [word for word in (known, *also_called(known)) if word]
    own = (piece for words in beside for piece in pieces(words) if len(piece) == _NOUN)
    return any(piece in word for piece in own if piece not in GENERIC for word in meant)


def _named_by_tail(beside: tuple[str, str], names: Sequence[str]) -> bool:
    """Say whether a number counts what all names end in: 三个功能室 of 图书室、活动室、调解室."""
    tail = common_tail(names)[-_NOUN:]
    noun = _JOINT.split(beside[1])[0].removesuffix(_TEAM)
    if noun:
        return bool(tail) and noun.endswith(tail) and _OF_A_KIND.fullmatch(noun.removesuffix(tail)) is not None
    ahead = beside[0].removesuffix(_TEAM)
    return bool(tail) and ahead.endswith(tail) and _ANY_KIND.search(ahead.removesuffix(tail)) is not None
