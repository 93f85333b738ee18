"""How many parts one fact tells: 三类专线 of its 专线, 四个班 of its 班, 中、大两个年级 of its 中班 and 大班."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.subject import common_tail
from drafter.tracing.tallies import BLOCKS, PIECES, Tally

_NOUN = 2
_SPOKEN_OF = 0.3
_SIGNS = re.compile("[\u4e00-\u9fff](?:、[\u4e00-\u9fff])+$")
_BATCHES = frozenset("批期轮次届场")
_BATCH = re.compile(f"(?:首|头|第[一二三四五六七八九十0-9]{{1,2}})(?P<unit>[{''.join(sorted(_BATCHES))}])")
_FIRST = "首头第"
_MONEY = "金额"
_WAYS = re.compile(
    "(?:[个条种]|大)?(?:资金|经费|投入)?(?:渠道|来源|途径|部分|方面)|大?块(?=[，,。；;、：:]|资金|支出|经费|开支|收入)"
)
_NUMBERED = frozenset("份期号个张篇封")
_FROM_THE_FIRST = re.compile("第?1(?P<unit>[号期份])?[至到—~-]第?(?P<last>[0-9]{1,2})(?P=unit)?[号期份]")
_MOST = 60
_GROUPS = frozenset("班队社组团课站点室厅馆")
_LONGER = ("级", "主", "长", "车", "子", "员", "会", "委", "区", "里")
"""What makes another noun of one sign: 班级, 班主任, 队员, 社区."""


def sorts_of(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield how many parts of one fact have the name behind 类 or 种: 三类专线 of 助学专线, 就医专线 and 通勤专线."""
    noun = reading.text[spot.unit_end : spot.unit_end + _NOUN]
    if spot.unit.name not in BLOCKS or len(noun) < _NOUN:
        return
    for _, fact in reading.known.several:
        parts = [e for e in reading.known.of_fact[fact] if e.place != "label" and e.near.endswith(noun)]
        if len(parts) >= _NOUN and len({e.near for e in parts}) == len(parts):
            yield Tally(tuple(e.near for e in parts), (fact,))


def of_one_noun(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield how many parts of one fact have names that end in the noun behind: 四个班 of 书法班33人、声乐班41人."""
    if spot.unit.name not in PIECES:
        return
    behind = reading.text[spot.unit_end : spot.unit_end + _NOUN + 1]
    for _, fact in reading.known.several if len(behind) else ():
        parts = [e for e in reading.known.of_fact[fact] if e.place in ("value", "text") and e.near and not e.prior]
        parts = [e for e in parts if e.number is not None and e.unit.name != spot.unit.name]
        alike = [e for e in parts if e.unit == parts[0].unit and e.near[-1] == behind[0]]
        noun = common_tail([e.near for e in alike]) if len(alike) >= _NOUN else ""
        told = bool(noun) and behind.startswith(noun[-_NOUN:]) and not behind.startswith(_LONGER, len(noun[-_NOUN:]))
        if told and len({e.near for e in alike}) == len(alike) and (len(noun) >= _NOUN or noun in _GROUPS):
            yield Tally(tuple(e.near for e in alike), (fact,))


def ways_of_money(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield how many sums one fact tells, each by its own name: 三条渠道, 分三块 of 拨款40万元、赞助8万元、自筹2万元.

    The sentence must tell more than one of them.
    """
    if _WAYS.match(reading.text, spot.mention.end) is None:
        return
    told = reading.text[slice(*spot.sentence)]
    for _, fact in reading.known.several:
        parts = [e for e in reading.known.of_fact[fact] if e.place in ("value", "text") and not e.prior]
        names = [e.near.split(" ")[0] for e in parts]
        alike = len(parts) > _NOUN and all(e.unit.dimension == _MONEY for e in parts)
        if alike and all(names) and len(set(names)) == len(names):
            named = [name for name in names if name[:_NOUN] in told or name[-_NOUN:] in told]
            if len(named) >= _NOUN or (named and reading.known.by_id[fact].label in told):
                yield Tally(tuple(names), (fact,), sure=True)


def numbered(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield how many a fact numbers from the first to the last: 四份简报 of 简报 第1号至第4号."""
    for fact in reading.known.facts if spot.unit.name in _NUMBERED else ():
        told = _FROM_THE_FIRST.search(fact.value)
        name = fact.label[-_NOUN:]
        if told is None or len(name) < _NOUN or not reading.text.startswith(name, spot.unit_end):
            continue
        last = int(told["last"])
        if last <= _MOST:
            yield Tally(tuple(f"第{n}{told['unit']}" for n in range(1, last + 1)), (fact.id,), sure=True)


def in_batches(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the batches that one fact tells in turn: 分两批 of 首批8家，第二批11家."""
    if spot.unit.name not in _BATCHES:
        return
    for _, fact in reading.known.several:
        names = [e.near.split(" ")[0] for e in reading.known.of_fact[fact] if e.place in ("value", "text")]
        batches = [found[0] for name in names if (found := _BATCH.match(name)) and found["unit"] == spot.unit.name]
        told = len(batches) >= _NOUN and batches[0][0] in _FIRST and len(set(batches)) == len(batches)
        if told and any(reading.fit(spot, e) >= _SPOKEN_OF for e in reading.known.of_fact[fact]):
            yield Tally(tuple(batches), (fact,))


def signs_of_parts(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the signs right before a number by which one fact tells its parts: 中、大两个年级 of 中班4个、大班5个."""
    told = _SIGNS.search(reading.text, *spot.before)
    signs = told[0].split("、") if told is not None else []
    for _, fact in reading.known.several if signs else ():
        parts = [e for e in reading.known.of_fact[fact] if e.place in ("value", "text") and e.near and not e.prior]
        tail = common_tail([e.near for e in parts])
        own = [e.near.removesuffix(tail) for e in parts]
        if tail and len(own) == len(signs) == len(set(own)) and set(own) == set(signs):
            yield Tally(tuple(signs), (fact,), sure=True, here=True)
