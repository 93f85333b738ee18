"""What may be counted: honours, events told, names that the draft enumerates, points that it marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from drafter.models import Fact
from drafter.record import record
from drafter.tracing import cues
from drafter.tracing.kinds import kinds_in
from drafter.tracing.layout import Spot
from drafter.tracing.listing import AND
from drafter.tracing.reading import Reading
from drafter.tracing.subject import pieces

COUNTED_ITEM = re.compile(r"[0-9０-９]\s*(?![路号]$)[\u4e00-\u9fff]{1,2}$")
"""An item that ends in its own count is no name: 演练5次、义诊2次."""
_NOUN = 2
_PEOPLE = ("人", "名", "位")
_HAS = re.compile("^.*?(?:[设建拥现]?有|成立|组建|建立|开设|设立|打造)了?(?=[\u4e00-\u9fff]{2})")
_JOINT = re.compile(r"、|——|—|-|\+")
_WIDE_JOINT = re.compile(rf"、|——|—|-|\+|{AND}|暨|以及")
QUOTED = re.compile(r"[“\"《‘][^”\"》’]{1,40}[”\"》’]")
SUMS_UP = re.compile(r"[\s“]*(?:这|以上|上述|前|后|共计?|总共|合计|上面)?这?\s*")
"""What may stand before a number that sums up what was just told."""
TOLD_ANEW = frozenset(("人", "名", "位", "户", "人次", "岁"))
"""People and amounts are told anew rather than summed up: 全年14人上榜，3人当选."""
_COMMAS = frozenset("，,")
_CLAUSE = re.compile("[^，,。；;：:！？\n]+$")
_JOINED = re.compile("、|[和与及](?=[^、和与及]+$)")
_LONGEST_LIST = 60
_PRAISED = re.compile("^.*[最较更][\u4e00-\u9fff]{1,3}的(?=[\u4e00-\u9fff]{2})")
_MARKED = re.compile(
    r"(?:^|[：:；;。，,\n])\s*(?:[一二三四五六七八九十]+是|[一二三四五六七八九]曰|第[一二三四五六七八九十]+[，,]"
    r"|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])"
)
_HEADS = re.compile(r"[\u4e00-\u9fff]{0,6}[：:]\s*(?:[一1]是|[一1]、|[（(]一[)）])")
_DECKED = re.compile(r"[“”\"《》\d]|(?:队|组|社|团|班|站|课|员)$|^\W+")
BLOCKS = frozenset(("块", "大块", "项", "大项", "类", "大类", "笔", "个方面", "方面", "种", "样"))
PIECES = frozenset(("个", "支", "家", "间", "处", "所", "条", "类", "种", "大", ""))
_TOLD = frozenset(("活动", "种类", "事件"))


@record(frozen=True, slots=True)
class Tally:
    """A count that the facts or the draft bear out."""

    names: tuple[str, ...]
    facts: tuple[str, ...]
    known: bool = True
    """It rests on facts, not on the draft's own words alone."""
    sure: bool = False
    """The draft names what is counted right here."""
    here: bool = False
    """The names stand right before the number: 端午、中秋两场, whatever else a fact lists."""


def mentions(text: str, name: str) -> bool:
    """Say whether a text speaks of a listed name, whole or by what is left without 队 or 组."""
    bare = _bare(name)
    return len(bare) >= 2 and (bare in text or (len(bare) > 3 and bare[:3] in text))


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    return _DECKED.sub("", name).strip()


def facts_of(reading: Reading, spot: Spot) -> tuple[str, ...]:
    """Return the facts that back a number so far."""
    backing = reading.backings.get(spot.at)
    return backing.facts if backing else ()


def told(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield how many facts the draft has told one after the other so far: 全年五场节庆活动."""
    texts: list[Fact] = [f for f in reading.known.facts if f.text and not f.value]
    if len(texts) < 2 or not (spot.unit.groups & _TOLD or spot.unit.name in ("大", "")):
        return
    used = {fact for other in reading.spots[max(0, spot.at - 40) : spot.at + 40] for fact in facts_of(reading, other)}
    told = [f for f in texts if f.id in used or _is_told(reading, f)]
    if len(told) == len(texts) or len(told) >= 3:
        for group in dict.fromkeys((tuple(told), tuple(texts))):
            if _sums_up(reading.text, spot):
                yield Tally(tuple(f.text for f in group), tuple(f.id for f in group))


def _is_told(reading: Reading, fact: Fact) -> bool:
    """Say whether the draft has the first words of a fact anywhere; it is looked through once for each fact."""
    known = reading.told.get(fact.id)
    if known is None:
        known = reading.told[fact.id] = mentions(reading.text, fact.text[:6])
    return known


def _sums_up(text: str, spot: Spot) -> bool:
    ahead = text[spot.clause[0] : spot.mention.start]
    return bool(re.search(r"全年|共|先后|累计|再添|合计|今年|上半年|以上|这", ahead)) or len(ahead) <= 2


def enumerated(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield what the draft enumerates right before or right behind the number."""
    ahead = reading.text[spot.clause[0] : spot.mention.start]
    bare = cues.TAIL.sub("", ahead)
    open_end = "等" in ahead[len(bare) :]
    quoted = re.search(r"(?:[“《][^”》]+[”》][、和与及]?){2,}$", bare)
    if quoted:
        names = QUOTED.findall(quoted.group())
        facts = stated_in(reading, names)
        held = all(
            any(name.strip('“”"《》‘’') in fact.text + fact.value for fact in reading.known.facts) for name in names
        )
        yield Tally(tuple(names), facts, known=held)
    for joint in (_JOINT, _WIDE_JOINT):
        names = [name.strip('“”"《》 ') for name in joint.split(bare)]
        names[0] = _PRAISED.sub("", names[0])  # 人气最旺的太极、合唱
        if (
            len(names) >= 2
            and all(names)
            and (not open_end or _is_closed(reading, spot, names))
            and not any(COUNTED_ITEM.search(name) for name in names[:-1])
            and not _are_groups(spot, names)
        ):
            yield Tally(tuple(names), stated_in(reading, names), known=False, here=True)
    behind = re.match(
        r"[^，。；：:（(\n]{0,12}[”\"]?[：:（(—]+([^。；\n：:）)]{3,80})",
        reading.text[spot.unit_end : spot.unit_end + 110],
    )
    if behind:
        names = [name for name in re.split("、", behind.group(1)) if name]
        if len(names) >= 2:
            yield Tally(tuple(names), stated_in(reading, names), known=False)


def listed_before(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield what the clause before lists by names that end in what the number counts: 入口关、过程关，两关."""
    comma, sums_up = spot.clause[0] - 1, SUMS_UP.fullmatch(reading.text, spot.clause[0], spot.mention.start)
    if comma < 0 or reading.text[comma] not in _COMMAS or not sums_up or spot.unit.name in TOLD_ANEW:
        return
    clause = _CLAUSE.search(reading.text, max(spot.sentence[0], comma - _LONGEST_LIST), comma)
    names = [name.strip("“”‘’《》 ") for name in _JOINED.split(clause.group())] if clause is not None else []
    noun = reading.text[spot.unit_end : spot.unit_end + _NOUN]
    # 三关 are counted by their own name, 三支队伍 of 太极队 by the first sign of another.
    tails = (noun, noun[:1]) if spot.unit.name in PIECES | BLOCKS else (spot.unit.name,)
    alike = any(tail and all(name.endswith(tail) and name != tail for name in names) for tail in tails)
    if len(names) >= _NOUN and alike and not any(COUNTED_ITEM.search(name) for name in names):
        yield Tally(tuple(names), stated_in(reading, names), known=False, here=True)


def adds_names(reading: Reading, told: Tally, listed: Tally) -> bool:
    """Say whether the draft enumerates all that a fact lists and more, of which no fact speaks."""
    if not told.here or told.known or not _NOUN <= len(listed.names) < len(told.names):
        return False
    more = [name for name in told.names if not any(name in known for known in listed.names)]
    whole = len(told.names) - len(more) == len(listed.names)
    return whole and not any(name in words for name in more for words, _ in reading.known.words)


def _are_groups(spot: Spot, names: Sequence[str]) -> bool:
    """Say whether the names are those of whole groups, which a number of people does not count: 孤儿及困境儿童2名."""
    return spot.unit.name in _PEOPLE and any(kinds_in(name, spot.unit.name) for name in names)


def told_behind(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the numbers of one unit behind the colon that a count heads: 用于两块：运行16万元，项目22万元。"""
    colon = spot.clause[1]
    if not reading.text.startswith(("：", ":"), colon) or spot.unit.name not in BLOCKS:
        return
    behind = [o for o in reading.spots[spot.at + 1 : spot.at + 8] if o.sentence == spot.sentence]
    alike = [o for o in behind if o.unit.name == behind[0].unit.name and o.mention.kind == "claim"]
    if len(alike) > 1:
        names = tuple(reading.text[o.before[0] : o.unit_end].strip("，、；：") for o in alike)
        facts = tuple(dict.fromkeys(fact for o in alike for fact in facts_of(reading, o)))
        yield Tally(names, facts, known=False)


def _is_closed(reading: Reading, spot: Spot, names: Sequence[str]) -> bool:
    """Say whether 等 closes a list: as many names as the number says, each of them that of a fact of its own."""
    bare = [_HAS.sub("", name) for name in names]
    return spot.value == len(names) == len(stated_in(reading, bare))


def stated_in(reading: Reading, names: Sequence[str]) -> tuple[str, ...]:
    """Return the facts that speak of the enumerated names, one for each name that one speaks of."""
    found: list[str] = []
    for name in names:
        own = pieces(name)
        if not own:
            continue
        shares = [(sum(p in words for p in own) / len(own), fact) for words, fact in reading.known.words]
        share, fact = max(shares, default=(0.0, ""), key=lambda each: each[0])
        if share >= 0.5:
            found.append(fact)
    return tuple(dict.fromkeys(found))


def marked(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield how many points 一是, 二是, 三是 mark behind the number."""
    rest = reading.text[spot.unit_end : spot.unit_end + 1200]
    marks = _MARKED.findall(rest) if _MARKED.search(rest[:60]) else []
    names = [mark.strip("：:；;。，,\n ") for mark in marks]
    if len(names) > 1:
        end = names.index(names[0], 1) if names[0] in names[1:] else len(names)  # where another list begins
        # 四件事：一是建档 heads its points, whatever the facts list.
        yield Tally(tuple(names[:end]), (), known=False, here=_HEADS.match(rest) is not None)
