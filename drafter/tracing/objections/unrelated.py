"""A value told of something that its fact says nothing of: 评选文明户310户 where 310户 is what 改厕 came to.

Drafts paraphrase, so little is asked: a sign, a word of like meaning, a word anywhere near, or the same fact told just
before. Where a number stands without a noun of its own there is nothing to compare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.rivals import digits
from drafter.tracing.operands import Operand
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.subject import also_called
from drafter.tracing.vocabulary import GENERIC
from drafter.tracing.zones import near_zones

_SAID = 0.05
"""A fit that any word within reach gives."""
_TELLS = 2
_TELLING = 3
"""How many digits a value has that is hardly met by chance."""
_NEAR = 3
_DAYS = frozenset("天日")
"""Days are those of whatever is told: 75天累计测温."""
_ALL_OF = re.compile("应[一-鿿]{1,3}$")
_OF_ALL = re.compile("(?:户|户数|人口|人数|村民|居民|群众|总数|总量)$")
_POPULATION = re.compile("人口|居民|村民|户")
_FOLK = re.compile("(?:干部)?(?:群众|父老|乡亲|百姓|老百姓)")
_PLACE = re.compile(
    "^[一-鿿]{1,8}(?:社区|村|镇|乡|街道|小区|新村|城|片区|辖区|县|区)(?:目前|现|共|总|常住|户籍|实有|登记)*(?:有|居住)?(?:农户|住户|居民户)?$"
)
_LISTED = re.compile("[\u4e00-\u9fff]{0,4}(?:、|[和与及])")
_WIDE = re.compile("|".join(sorted(GENERIC, key=len, reverse=True)))
_WORD = re.compile("[\u4e00-\u9fff]")
_WORN = frozenset(
    "一二三四五六七八九十的了着过在是有和与及共约近达到已为仅个这对现余多名各其所中里上下内外前后来去又再还也都就并把被从由以用将给"
    "人员户家数次场项件总举办开展组织建成立设新发放参加工作大小全年月日今我们该等受好评"
)
_VERBAL = re.compile("[在到向往对把被从由将给着过](?!校|职|籍|岗)")
"""What follows it behind a number is no noun any more: 145名冲在一线."""
_OF_BEFORE = re.compile("^[\u4e00-\u9fff]{1,6}的")


def flag_gone_astray(reading: Reading) -> None:
    """Object to what follows a last period's number and is of another fact: 去年志愿者280人，今年达到6828人."""
    for spot, e in reading.stating():
        before = _number_before(reading, spot) if spot.form == "number" and not e.prior else None
        if before is None or not before.prior or before.unit != e.unit or before.fact == e.fact:
            continue
        now = tuple(c.now for c in reading.comparisons if c.before.at == before.at and not c.increase)
        if now and e not in now and not telling(e.subject) & set(reading.text[slice(*spot.clause)]):
            reading.refuse(spot.at, Objection("swapped_subject", (e,), now[:1]))


def _number_before(reading: Reading, spot: Spot) -> Evidence | None:
    """Return what the number told before in the sentence states, the years between aside."""
    for other in reversed(reading.spots[max(0, spot.at - _NEAR) : spot.at]):
        if other.sentence != spot.sentence:
            return None
        if other.form == "number" and other.mention.kind == "claim":
            return reading.stated(other.at)
    return None


def unrelated(reading: Reading, spot: Spot, e: Evidence, *, beside: bool = False) -> bool:
    """Say whether the words at a number name something, and nothing ties it to what the evidence speaks of.

    With `beside` only the words right at it count, not what the sentence says of the evidence elsewhere.
    """
    wide = not _WIDE.sub("", e.near or e.subject) and _POPULATION.search(e.subject) is None
    if e.place == "label" or wide or spot.unit.name in _DAYS:
        return False
    if not beside and along_the_sheet(reading, spot, e):
        return False
    told = _told(reading, spot)
    if peoples_a_place(reading, spot, e):
        return False
    if len(told) < _TELLS:
        return from_nowhere(reading, spot, e)
    if not told.isdisjoint(signs_of(f"{e.near} {e.far} {reading.known.wordings[e.fact]}")):
        return False
    if _ALL_OF.search(reading.text, *spot.before) and any(o.whole or o.largest for o in _plainly(reading, e)):
        return False
    return (beside or reading.fits[spot.at].get(e.at).later < _SAID) and not _goes_on(reading, spot, e)


def peoples_a_place(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a number of people or households has but a place's name before it: 城东社区7340人, 全镇2万群众.

    The place may stand before what is listed with them: 全乡18个行政村、7430户农家、2.9万余名群众.
    """
    name = e.subject if len(e.subject) > 1 else reading.known.by_id[e.fact].label  # 总 of 总户数
    heads = spot.unit.name in ("名", "位") and e.unit.name == "人"
    whole = spot.unit.name in ("人", "户") or (heads and _FOLK.match(reading.text, spot.after[0]) is not None)
    if not whole or _POPULATION.search(name) is None:
        return False
    return _PLACE.search(reading.text[slice(*_heading(reading, spot).before)]) is not None


def _heading(reading: Reading, spot: Spot) -> Spot:
    """Return the first of the numbers that one clause lists up to this one, each with but a noun behind it."""
    first = spot
    while first.at and _LISTED.fullmatch(reading.text, *first.before):
        before = reading.spots[first.at - 1]
        if before.clause != spot.clause or before.mention.kind != "claim":
            return first
        first = before
    return first


def from_nowhere(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a number without a noun of its own is that of a fact that nothing in its sentence speaks of.

    Households and heads of all need no word: 全村842户3120人. What goes on from an earlier value is of the same fact.
    """
    before = reading.stated(spot.at - 1) if spot.at and reading.spots[spot.at - 1].sentence == spot.sentence else None
    if before is not None and before.prior and not e.prior and before.unit == e.unit:
        return before.fact != e.fact and not telling(e.subject) & set(reading.text[slice(*spot.clause)])
    if along_the_sheet(reading, spot, e):
        return False
    signs = telling(e.subject)
    if _WORD.search(reading.text, *spot.after):
        return False  # 145名冲在一线: what is told of them tells who they are
    if not signs or e.near or e.prior or e.unit.dimension or e.place != "value" or _OF_ALL.search(e.subject):
        return False
    if not signs.isdisjoint(reading.text[slice(*spot.sentence)]) or _goes_on(reading, spot, e):
        return False
    return reading.fits[spot.at].get(e.at).later < _SAID


def _plainly(reading: Reading, e: Evidence) -> Iterator[Operand]:
    return (o for o in reading.silent if o.evidence == (e.at,))


def _told(reading: Reading, spot: Spot) -> frozenset[str]:
    """Return the telling signs of the words that stand right at a number and are its own."""
    words = [reading.text[start:end] for start, end, weight in near_zones(reading.text, spot) if weight == 1.0]
    if spot.before[0] > spot.clause[0]:
        words[0] = _OF_BEFORE.sub("", words[0])  # 38个行政村的1286户: the village is what 38 counts
    words[1] = _VERBAL.split(words[1])[0]
    return telling("，".join(words))


@lru_cache(maxsize=4096)
def telling(words: str) -> frozenset[str]:
    """Return the signs of some words that tell what is spoken of, those worn by use aside."""
    return frozenset(_WORD.findall(_WIDE.sub("", words))) - _WORN


@lru_cache(maxsize=4096)
def signs_of(words: str) -> frozenset[str]:
    """Return all signs of some words and of other words for the same."""
    return frozenset("".join((words, *also_called(words))))


def along_the_sheet(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a value hardly met by chance follows what the fact beside its own states, as a sheet is told in turn.

    挂果1940亩，收桃3100吨 of 挂果面积 and 总产量, whatever the words.
    """
    if (
        spot.number is None
        or spot.form != "number"
        or digits(spot.number.value) < _TELLING
        or e.unit.name != spot.unit.name
    ):
        return False
    for at in range(spot.at - 1, max(-1, spot.at - 1 - _NEAR), -1):
        before, told = reading.spots[at], reading.stated(at)
        if spot.sentence[0] - before.sentence[1] > 1 or "\n" in reading.text[before.mention.end : spot.mention.start]:
            return False
        if before.mention.kind == "claim":
            return told is not None and told.fact != e.fact and reading.neighbours(told.fact, e.fact)
    return False


def _goes_on(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether the number before states the same fact, or in this clause one beside it that shares a sign with it.

    14支球队鏖战27场 are 比赛场次 behind 参赛球队.
    """
    before = reading.spots[spot.at - 1] if spot.at else None
    backing = reading.backings.get(before.at) if before is not None and before.sentence == spot.sentence else None
    if before is None or backing is None:
        return False
    if e.fact in backing.facts:
        return True
    beside = [f for f in backing.facts if before.clause == spot.clause and reading.neighbours(f, e.fact)]
    return any(telling(reading.known.by_id[f].label) & telling(e.subject) for f in beside)
