"""The names that facts list: 西山、南街、南关, or “阳光驿站”“小巷管家”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.models import Fact

_LIST_BREAK = re.compile(r"[，,；;。:：\n]|分别为|包括|有(?=[“\w])")
AND = "(?:和(?![谐平睦气美])|(?<![参给赠])与(?![者率度会])|(?<![惠涉普波顾提触])及(?![时格早其]))"
"""What joins two names; 惠及, 参与, 及时 and the like are words of their own."""
_PARTED = re.compile("[，,；;、]")
_JOINT = re.compile(rf"[、]|(?<=[\u4e00-\u9fff”]){AND}(?=[\u4e00-\u9fff“])")
_QUOTED = re.compile(r"[“\"《]([^”\"》]{1,40})[”\"》]")


_PLACED = re.compile(
    r"(?:第[一二三四五六七八九十0-9]{1,2}[名位]?|[冠亚季]军)[：:为是]?(?P<name>[^，,；;。、：:\s]{2,16})"
)
"""One of those that a fact tells by its place: 第一名翠竹楼，第二名海棠楼."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Names that a fact lists: 西山、南街、南关, or “阳光驿站”“小巷管家”."""

    fact: str
    names: tuple[str, ...]
    words: str


def listings_of(fact: Fact) -> Iterator[Listing]:
    """Yield the names that a fact's value and text list."""
    for piece in (fact.value, fact.text):
        if not piece:
            continue
        quoted = tuple(_QUOTED.findall(piece))
        if len(quoted) >= 2:
            yield Listing(fact.id, quoted, f"{fact.label} {piece}")
        placed = [_PLACED.fullmatch(part.strip()) for part in _PARTED.split(piece.rstrip("。"))]
        ranked = tuple(found["name"] for found in placed if found is not None)
        if len(ranked) == len(placed) >= 2:
            yield Listing(fact.id, ranked, f"{fact.label} {piece}")
        for clause in _LIST_BREAK.split(piece):
            names = tuple(bare for name in _JOINT.split(clause) if (bare := name.strip()))
            if len(names) >= 2:
                yield Listing(fact.id, names, f"{fact.label} {piece}")
