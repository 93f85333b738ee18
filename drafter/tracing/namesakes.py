"""Counts of things that only the labels of several facts name: two schools, three phases, four kinds of honours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.subject import pieces
from drafter.tracing.tallies import Tally
from drafter.tracing.vocabulary import GENERIC, PAIRED_SIGNS, PHASES, SHORTHAND

_MOST = 12
_LONGEST_NOUN = 4
_NUMERALS = "一二三四五六七八九"
_NUMBERED = re.compile(f"第(?P<n>[{_NUMERALS}])(?P<unit>[\u4e00-\u9fff])")
_LONGEST_HEAD = 6
_NOUN = re.compile(r"[的]?([\u4e00-\u9fff]{1,4})")
_OTHERS = re.compile("(?:其余|其他|其它|另外|剩余)$")
_BARE = re.compile(r"^(?:其中|全部|所有|各|新|老)$")


def namesakes(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield how many facts' labels name one of the things counted, each by a head of its own."""
    wanted = int(spot.value or 0)
    if not 2 <= wanted <= _MOST or _OTHERS.search(reading.text, spot.clause[0], spot.mention.start):
        return
    if wanted == 2 and reading.text[spot.mention.start - 2 : spot.mention.start] in PAIRED_SIGNS:
        signs = reading.text[spot.mention.start - 2 : spot.mention.start]
        found = [next((f.id for f in reading.known.facts if sign in f.label), "") for sign in signs]
        yield Tally(tuple(signs), tuple(dict.fromkeys(i for i in found if i)), known=False)
    named = (name for noun in _nouns(reading, spot) for name in (noun, *SHORTHAND.get(noun, ())))
    for noun in (n for n in named if n in reading.known.labels):
        heads: dict[str, str] = {}
        last = -1
        side_by_side = True
        for fact in reading.known.facts:
            at = fact.label.find(noun)
            if 0 < at <= _LONGEST_HEAD and not _BARE.match(fact.label[:at]) and fact.label[:at] not in heads:
                place = reading.known.order[fact.id]
                side_by_side = side_by_side and (last < 0 or place == last + 1)
                heads[fact.label[:at]] = fact.id
                last = place
        ends = all(reading.known.by_id[i].label.endswith(noun) for i in heads.values())
        telling = noun not in GENERIC or (side_by_side and ends)
        if len(heads) == wanted and telling:
            yield Tally(tuple(head + noun for head in heads), tuple(heads.values()))


def in_order(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield how many a fact numbers one after the other: 第一批5人，第二批8人."""
    around = reading.text[spot.clause[0] : spot.sentence[1]]
    for label, fact in reading.known.several if spot.unit.name in (*PHASES, "次", "轮") else ():
        told = reading.known.by_id[fact]
        numbered = [m["n"] for m in _NUMBERED.finditer(f"{told.value}{told.text}") if m["unit"] == spot.unit.name]
        whole = len(numbered) > 1 and numbered == list(_NUMERALS[: len(numbered)])
        if whole and any(p in around for p in pieces(label)):
            yield Tally(tuple(f"第{n}{spot.unit.name}" for n in numbered), (fact,))


def _nouns(reading: Reading, spot: Spot) -> Iterator[str]:
    """Yield the words that may name what is counted, longest first: 小学 in 两所小学, 期 in 三期."""
    start = spot.unit_end
    found = _NOUN.match(reading.text, start, min(len(reading.text), start + _LONGEST_NOUN + 1))
    told = found.group(1) if found else ""
    for end in range(len(told), 1, -1):
        yield told[:end]
        if end > 2:
            yield told[end - 2 : end]
    one = told[:1] if not spot.unit.name or spot.unit.name in ("个", "所", "支") else spot.unit.name
    if one in PHASES:
        yield one
