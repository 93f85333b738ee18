"""One fact's value told a second time in a sentence, of another thing: 文艺演出6场，放映电影6场 of 文艺演出."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.narrowed import bare, unlit
from drafter.tracing.objections.other_deed import deeds
from drafter.tracing.objections.unrelated import signs_of, telling
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.subject import pieces
from drafter.tracing.vocabulary import DONE, PEOPLES, TAKEN_IN

_NOUN = 2
_OWN_NOUN = 6
"""How far behind a number's unit the words go that may name what it counts."""
_SETTLED = re.compile(
    "|".join((*DONE, *TAKEN_IN, "销号", "兑现", "成活", "存活", "实现", "认领", "参与", "获得", "取得"))
)
_ANEW = re.compile("全|均|都|各|每|平均|人人|一对一|结对|结成|悉数|已|[合总共]计|折合|相当|约合|其中|即|等")
"""What tells the same number of the same things anew, or as many of others: 受理60条，全部答复60条."""
_JOINTS = ("、", "和", "与", "及")
_EVENTS = frozenset("场期节堂届")
"""What counts deeds that are told as things: 12场宣讲."""


def flag_told_again(reading: Reading) -> None:
    """Object to a number that tells of another thing what the sentence has just told of the fact's own."""
    told: dict[int, Spot] = {}
    for spot, e in reading.stating():
        first = told.get(e.at)
        if first is None or first.sentence != spot.sentence:
            told[e.at] = spot
        elif first.mention.text == spot.mention.text and spot.form == "number":  # 两处 only points back at 2处
            name = bare(e.near.split(" ")[0] or e.subject)
            if _names(reading, first, name) and _of_another(reading, (first, spot), e, name):
                reading.refuse(spot.at, Objection("swapped_subject", (e,)))


def _names(reading: Reading, spot: Spot, name: str) -> bool:
    """Say whether a number's own words have the noun that a fact's name ends in."""
    beside = f"{reading.text[slice(*spot.before)]}，{reading.text[slice(*spot.after)]}"
    return any(piece in beside for piece in pieces(name)[-_NOUN:])


def _of_another(reading: Reading, told: tuple[Spot, Spot], e: Evidence, name: str) -> bool:
    """Say whether the second number's own words name what the fact does not: another noun, or another sort of its."""
    spot, noun = told[1], name[-_NOUN:]
    before, behind = _own_words(reading, told, noun), reading.text[slice(*spot.after)][:_OWN_NOUN]
    joined = before.startswith(_JOINTS)
    if "、" in before[joined:] or _ANEW.search(before + behind):
        return False
    if spot.unit.name == e.unit.name and e.subject.endswith(PEOPLES) and not joined:
        return False  # 参训60人，60人持证上岗: people are told again by what they did
    words, own = before[joined:], f"{e.near} {e.far} {reading.known.wordings[e.fact]}"
    if joined and words.endswith(noun):
        words, own = words.removesuffix(noun), name.removesuffix(noun)  # 篆刻社团30人、快板社团30人
    words = f"{words}，{behind}"
    words = _SETTLED.sub("", words if spot.unit.name in _EVENTS else deeds().contrast.finder.sub("", words))
    return len(signs := telling(words)) >= _NOUN and signs.isdisjoint(signs_of(own))


def _own_words(reading: Reading, told: tuple[Spot, Spot], noun: str) -> str:
    """Return the words before a number that are its own: behind what another before it counts.

    In 45名志愿者认领爱心包45个 they are 认领爱心包.
    """
    first, spot = told
    words = unlit(reading.text[slice(*spot.before)])
    if first.at == spot.at - 1 and noun in reading.text[slice(*first.after)]:
        return words[words.find(noun) + len(noun) :]
    return words
