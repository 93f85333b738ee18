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
_QUOTED = re.compile(r"[“\"《‘][^”\"》’]{1,40}[”\"》’]")
_ALIKE = re.compile("([\u4e00-\u9fff])”")
_SHORT_QUOTED = re.compile("[“‘]([\u4e00-\u9fff]{1,8})[”’]$")
_PRAISED = re.compile("^.*[最较更][\u4e00-\u9fff]{1,3}的(?=[\u4e00-\u9fff]{2})")
_MARKED = re.compile(
    r"(?:^|[：:；;。，,\n])\s*(?:[一二三四五六七八九十]+是|[一二三四五六七八九]曰|第[一二三四五六七八九十]+[，,]"
    r"|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])"
)
_HONOUR = re.compile(r"获得?|荣获|被评|评为|授予|命名|当选|入选|蝉联|称号|认定|表彰|荣誉")
_WON = re.compile(r"(?:荣获|喜获|获得?|被?评为|被?授予|被?命名为?)")
_DAY = re.compile(r"(?:19|20)\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?")
_HONOUR_WORDS = re.compile(r"荣誉|称号|奖|殊荣|牌匾|桂冠|先进|表彰")
_LEVELS = (
    ("国家级", ("国家", "全国")),
    ("省级", ("省", "全省")),
    ("市级", ("市", "全市")),
    ("区级", ("区", "全区")),
    ("县级", ("县", "全县")),
    ("街道", ("街道",)),
    ("校级", ("校",)),
)
_HAS_LEVEL = re.compile("国家级|全国|[省市区县镇校]级|全[省市区县镇校]|街道")
_AWARD = re.compile(
    "(?:先进|文明|示范|模范|优秀|标兵|典型|最美|平安|和谐|绿色|书香|五好)[一-鿿]{0,10}$|(?:称号|先进单位|集体|标兵|岗|奖)$"
)
_DECKED = re.compile(r"[“”\"《》\d]|(?:队|组|社|团|班|站|课|员)$|^\W+")
_HONOUR_UNITS = ("项", "个", "块", "次", "枚", "面", "张", "大", "")
_BLOCKS = frozenset(("块", "大块", "项", "大项", "类", "大类", "笔", "个方面", "方面", "种", "样"))
_AGAIN = frozenset(("度", "次"))
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


def honours(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield how many honours the facts tell of: all, those of the period, those of one level."""
    if not _HONOUR_WORDS.search(reading.text[spot.sentence[0] : spot.clause[1]]) or spot.unit.name not in _HONOUR_UNITS:
        return
    facts = [fact for fact in reading.known.facts if _honour_told(fact)]
    texts = [fact for fact in facts if _honour_told(fact) in (fact.text, fact.label)]
    lists = [[fact] for fact in facts if fact not in texts]
    for chosen in (
        texts,
        *lists,
        [
            f
            for f in facts
            if str(reading.known.period.year) in _honour_told(f) or not re.search(r"(?:19|20)\d\d", _honour_told(f))
        ],
    ):
        if chosen:
            yield Tally(tuple(_honour_told(f) for f in chosen), tuple(f.id for f in chosen))
            quoted = [(f.id, name) for f in chosen for name in _names_of(f)]
            yield Tally(tuple(name for _, name in quoted), tuple(dict.fromkeys(i for i, _ in quoted)))
    for group in [facts, *lists] if texts else [facts]:
        yield from _of_levels(reading, spot, group)


def _of_levels(reading: Reading, spot: Spot, facts: Sequence[Fact]) -> Iterator[Tally]:
    """Yield how many of the facts' honours are of the level that the words beside the number name."""
    behind = re.split("[、和与及]", reading.text[spot.unit_end : spot.clause[1]])[0]
    ahead = reading.text[slice(*spot.before)]
    of_level: dict[str, list[tuple[str, str]]] = {}
    higher: list[tuple[str, str]] = []
    for level, signs in _LEVELS:
        names = [(f.id, n) for f in facts for n in _names_of(f) if _of_level(n, signs)]
        higher += names
        if re.search(rf"{signs[0]}级?(?:及其?)?以上", ahead[-12:]):
            of_level = {level: higher}
            break
        if names and (level in ahead[-8:] or level in behind[:6] or (ahead.endswith("各") and signs[0] in ahead)):
            of_level[level] = names
    if ahead.endswith("各") and len({len(names) for names in of_level.values()}) == 1:
        every = [name for names in of_level.values() for name in names]
        yield Tally(tuple(n for _, n in next(iter(of_level.values()))), tuple(dict.fromkeys(i for i, _ in every)))
    elif not ahead.endswith("各"):
        for names in of_level.values():
            yield Tally(tuple(n for _, n in names), tuple(dict.fromkeys(i for i, _ in names)))


def _honour_told(fact: Fact) -> str:
    """Return what a fact says of honours: its text, or the list under such a label; empty where none."""
    if fact.text and _HONOUR.search(fact.text):
        return fact.text
    if _WON.match(fact.label) and _DAY.fullmatch(fact.value):
        return fact.label
    return fact.value if _HONOUR.search(fact.label) and not re.search(r"\d", fact.value) else ""


def _names_of(fact: Fact) -> list[str]:
    told = _honour_told(fact)
    names = _QUOTED.findall(told) or told.split("、")
    # 获市级文明社区、区级先进集体两项荣誉 lists two; 与街道、学校共建获评 lists none.
    listed = told == fact.value or bool(_QUOTED.search(told)) or all(_names_award(name) for name in names)
    return names if listed else [told]


def _names_award(name: str) -> bool:
    return _HAS_LEVEL.search(name) is not None or _AWARD.search(name) is not None


def _of_level(name: str, signs: tuple[str, ...]) -> bool:
    bare = _WON.sub("", _DAY.sub("", name.strip('“”"《》'), count=1), count=1)
    return any(bare.startswith(sign) or f"{sign}级" in bare or f"全{sign}" in bare for sign in signs)


def sorts_of(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield how many parts of one fact have the name behind 类 or 种: 三类专线 of 助学专线, 就医专线 and 通勤专线."""
    noun = reading.text[spot.unit_end : spot.unit_end + _NOUN]
    if spot.unit.name not in _BLOCKS or len(noun) < _NOUN:
        return
    for _, fact in reading.known.several:
        parts = [e for e in reading.known.of_fact[fact] if e.place != "label" and e.near.endswith(noun)]
        if len(parts) >= _NOUN and len({e.near for e in parts}) == len(parts):
            yield Tally(tuple(e.near for e in parts), (fact,))


def again(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield how many facts tell of the very honour that the sentence tells: 2008年, 2010年 and 两度获此荣誉."""
    if spot.mention.unit not in _AGAIN:
        return
    for name in _QUOTED.findall(reading.text[spot.sentence[0] : spot.sentence[1]]):
        won = [fact for fact in reading.known.facts if name in _honour_told(fact)]
        if len(won) > 1:
            yield Tally(tuple(_honour_told(f) for f in won), tuple(f.id for f in won), sure=True)


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
        names = _QUOTED.findall(quoted.group())
        facts = _stated_in(reading, names)
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
            yield Tally(tuple(names), _stated_in(reading, names), known=False, here=True)
    behind = re.match(
        r"[^，。；：:（(\n]{0,12}[”\"]?[：:（(—]+([^。；\n：:）)]{3,80})",
        reading.text[spot.unit_end : spot.unit_end + 110],
    )
    if behind:
        names = [name for name in re.split("、", behind.group(1)) if name]
        if len(names) >= 2:
            yield Tally(tuple(names), _stated_in(reading, names), known=False)


def _are_groups(spot: Spot, names: Sequence[str]) -> bool:
    """Say whether the names are those of whole groups, which a number of people does not count: 孤儿及困境儿童2名."""
    return spot.unit.name in _PEOPLE and any(kinds_in(name, spot.unit.name) for name in names)


def told_behind(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the numbers of one unit behind the colon that a count heads: 用于两块：运行16万元，项目22万元。"""
    colon = spot.clause[1]
    if not reading.text.startswith(("：", ":"), colon) or spot.unit.name not in _BLOCKS:
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
    return spot.value == len(names) == len(_stated_in(reading, bare))


def signs_quoted(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the signs of a word counted right behind it, “文明”二字, 安全二字, and names that end alike: “三多”."""
    if spot.mention.unit == "字":
        start = spot.mention.start
        quoted = _SHORT_QUOTED.search(reading.text, max(0, start - 12), start)
        signs = quoted[1] if quoted is not None else reading.text[max(0, start - int(spot.value or 0)) : start]
        if re.fullmatch("[\u4e00-\u9fff]+", signs):
            yield Tally(tuple(signs), (), known=False, here=True)
    alike = _ALIKE.match(reading.text, spot.mention.end)
    if alike is not None:
        told = re.findall(rf"[\u4e00-\u9fff]{{2,9}}{alike[1]}(?=[、，])", reading.text[slice(*spot.sentence)])
        yield Tally(tuple(told), (), known=False, here=True)


def _stated_in(reading: Reading, names: Sequence[str]) -> tuple[str, ...]:
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
    if len(marks) >= 2:
        yield Tally(tuple(mark.strip("：:；;。，,\n ") for mark in marks), (), known=False)
