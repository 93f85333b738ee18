"""Counts: a number that counts the names of a list, several facts, or what the draft itself enumerates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.models import Fact
from drafter.tracing import arithmetic, cues
from drafter.tracing.approximation import holds
from drafter.tracing.evidence import Listing
from drafter.tracing.layout import Spot
from drafter.tracing.lookup import form
from drafter.tracing.match import of_one_kind
from drafter.tracing.reading import Backing, Objection, Reading
from drafter.tracing.subject import pieces

MOST = 60
_COUNTED_ITEM = re.compile(r"[0-9０-９]\s*[\u4e00-\u9fff]{1,2}$")
"""An item that ends in its own count is no name: 演练5次、义诊2次."""
_CLEARLY = 0.75
_FAIRLY = 0.5
_SLIP = 3
_JOINT = re.compile(r"、|——|—|-|\+")
_WIDE_JOINT = re.compile(r"、|——|—|-|\+|[和与及暨](?!谐|平|睦|气|美)|以及")
_QUOTED = re.compile(r"[“\"《‘][^”\"》’]{1,40}[”\"》’]")
_MARKED = re.compile(
    r"(?:^|[：:；;。，,\n])\s*(?:[一二三四五六七八九十]+是|[一二三四五六七八九]曰|第[一二三四五六七八九十]+[，,]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])"
)
_HONOUR = re.compile(r"获得?|荣获|被评|评为|授予|命名|当选|入选|蝉联|称号|认定|表彰|荣誉")
_HONOUR_WORDS = re.compile(r"荣誉|称号|奖|殊荣|牌匾|桂冠|先进|表彰")
_HONOUR_UNITS = ("项", "个", "块", "次", "枚", "面", "张", "大", "")
_TOLD = frozenset(("活动", "种类", "事件"))
_KINDS = ("项", "类", "种", "者", "样", "方面", "笔", "大类", "级")
_LEVELS = (
    ("国家级", ("国家", "全国")),
    ("省级", ("省", "全省")),
    ("市级", ("市", "全市")),
    ("区级", ("区", "全区")),
    ("县级", ("县", "全县")),
    ("街道", ("街道",)),
    ("校级", ("校",)),
)


@dataclass(frozen=True, slots=True)
class Tally:
    """A count that the facts or the draft bear out."""

    names: tuple[str, ...]
    facts: tuple[str, ...]
    known: bool = True
    """It rests on facts, not on the draft's own words alone."""


def match_counts(reading: Reading) -> None:
    """Back the numbers that count something the facts or the draft enumerate."""
    for spot in reading.spots:
        if spot.at in reading.backings or not _may_count(spot):
            continue
        wanted = int(spot.value or 0)
        tallies = list(_tallies(reading, spot))
        good = next((t for t in tallies if len(t.names) == wanted), None)
        against = next((t for t in tallies if t.known and len(t.names) != wanted), None)
        if good is not None and not (against is not None and not good.known) and not _named_fact(reading, spot, good):
            reckoning = arithmetic.counted(good.names).reckoning
            reading.backings[spot.at] = Backing((), good.facts, "count_of_list", "由所列名目逐个数出", reckoning, 0.9)
            reading.objections.pop(spot.at, None)
        else:
            first = next(
                (t for t in tallies if abs(len(t.names) - wanted) <= _SLIP and (t.known or spot.unit.name in _KINDS)),
                None,
            )
            if first is None:
                continue
            meant = tuple(e for e in reading.known.evidence if e.fact in first.facts)[:3]
            reading.objections[spot.at] = Objection("wrong_derived", (), meant, arithmetic.counted(first.names))


def _named_fact(reading: Reading, spot: Spot, tally: Tally) -> bool:
    """Say whether the words beside the number clearly name one fact with another value, so that nothing is counted."""
    for at, fit in reading.fits[spot.at].named():
        e = reading.known.evidence[at]
        if (
            fit.beside >= (_CLEARLY if tally.known else _FAIRLY)
            and e.fact not in tally.facts
            and e.place == "value"
            and e.unit.name
            and not e.prior
        ):
            if reading.values.forms[at] == "number" and of_one_kind(spot, e) and e.value != spot.value:
                return True
    return False


def _may_count(spot: Spot) -> bool:
    value = spot.value
    if spot.mention.kind != "claim" or value is None or spot.unit.dimension not in ("", "时间", "年月"):
        return False
    if form(spot.mention) != "number" and not (spot.mention.type == "ordinal" and spot.unit.name in ("级", "层")):
        return False
    return value == value.to_integral_value() and 0 < value <= MOST


def _tallies(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield every count that the words around a number may mean."""
    yield from _listed(reading, spot)
    yield from _timed(reading, spot)
    yield from _honours(reading, spot)
    yield from _parallel(reading, spot)
    yield from _single(reading, spot)
    yield from _family(reading, spot)
    yield from _told(reading, spot)
    yield from _enumerated(reading, spot)
    yield from _marked(reading, spot)


def _listed(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the lists of the facts whose names the sentence mentions, or whose label it speaks of."""
    around = reading.text[max(0, spot.sentence[0] - 60) : spot.sentence[1]]
    near = reading.text[spot.clause[0] : min(len(reading.text), spot.clause[1] + 30)]
    for listing in reading.known.listings:
        named = [name for name in listing.names if _mentions(around, name)]
        label = pieces(_label_of(reading, listing))
        spoken = sum(piece in near for piece in label)
        if len(named) >= 2 or (named and len(listing.names) <= 3) or (label and spoken >= max(1, len(label) / 2)):
            yield Tally(listing.names, (listing.fact,))


def _label_of(reading: Reading, listing: Listing) -> str:
    return next((fact.label for fact in reading.known.facts if fact.id == listing.fact), "")


def _mentions(text: str, name: str) -> bool:
    """Say whether a text speaks of a listed name, whole or by what is left without 队 or 组."""
    bare = re.sub(r"[“”\"《》\d]|(?:队|组|社|团|班|站|课|员)$|^\W+", "", name).strip()
    return len(bare) >= 2 and (bare in text or (len(bare) > 3 and bare[:3] in text))


def _timed(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the counts of days, weekdays and times that a fact states: 每周一、周四 makes two a week."""
    by_fact: dict[str, list[str]] = {}
    for e in reading.known.evidence:
        shape = reading.values.forms[e.at]
        if shape in ("weekday", "clock", "date", "span") and e.place in ("value", "text"):
            by_fact.setdefault(e.fact, []).append(e.core)
    used = {fact for other in _of_sentence(reading, spot) for fact in _facts_of(reading, other)}
    for fact, cores in by_fact.items():
        if fact in used and len(cores) > 1:
            yield Tally(tuple(cores), (fact,))


def _of_sentence(reading: Reading, spot: Spot) -> list[Spot]:
    low = max(0, spot.at - 30)
    return [o for o in reading.spots[low : spot.at + 10] if o.sentence == spot.sentence and o.at != spot.at]


def _facts_of(reading: Reading, spot: Spot) -> tuple[str, ...]:
    backing = reading.backings.get(spot.at)
    return backing.facts if backing else ()


def _honours(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield how many honours the facts tell of: all, those of the period, those of one level."""
    behind = reading.text[spot.unit_end : spot.clause[1] + 1]
    if not _HONOUR_WORDS.search(reading.text[spot.sentence[0] : spot.clause[1]]) or spot.unit.name not in _HONOUR_UNITS:
        return
    facts = [fact for fact in reading.known.facts if fact.text and _HONOUR.search(fact.text)]
    for chosen in (
        facts,
        [f for f in facts if str(reading.known.period.year) in f.text or not re.search(r"(?:19|20)\d\d", f.text)],
    ):
        if chosen:
            yield Tally(tuple(f.text for f in chosen), tuple(f.id for f in chosen))
            quoted = [(f.id, name) for f in chosen for name in (_QUOTED.findall(f.text) or [f.text])]
            yield Tally(tuple(name for _, name in quoted), tuple(dict.fromkeys(i for i, _ in quoted)))
    ahead = reading.text[spot.clause[0] : spot.mention.start]
    of_level = {}
    for level, signs in _LEVELS:
        names = [(f.id, n) for f in facts for n in (_QUOTED.findall(f.text) or [f.text]) if _of_level(n, signs)]
        if names and (level in ahead[-8:] or level in behind[:6] or (ahead.endswith("各") and signs[0] in ahead)):
            of_level[level] = names
    if ahead.endswith("各") and len({len(names) for names in of_level.values()}) == 1:
        every = [name for names in of_level.values() for name in names]
        yield Tally(tuple(n for _, n in next(iter(of_level.values()))), tuple(dict.fromkeys(i for i, _ in every)))
    elif not ahead.endswith("各"):
        for names in of_level.values():
            yield Tally(tuple(n for _, n in names), tuple(dict.fromkeys(i for i, _ in names)))


def _of_level(name: str, signs: tuple[str, ...]) -> bool:
    bare = name.strip('“”"《》')
    return any(bare.startswith(sign) or f"{sign}级" in bare or f"全{sign}" in bare for sign in signs)


def _parallel(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield how many numbers of one kind stand before 两项合计, 三类纠纷: those since 其中, or those that the total adds."""
    if spot.unit.name not in _KINDS:
        return
    before = [o for o in _of_sentence(reading, spot) if o.at < spot.at and _plainly_backed(reading, o)]
    wanted = int(spot.value or 0)
    last = before[-wanted:] if wanted <= len(before) else []
    following = reading.spots[spot.at + 1] if spot.at + 1 < len(reading.spots) else None
    if last and following is not None and following.value is not None and following.clause == spot.clause:
        in_unit = [o for o in before if o.unit == following.unit and not _reckoned(reading, o)][-wanted:]
        for parts in (last, in_unit):
            total = sum((_known_value(reading, o) for o in parts), Decimal(0))
            if len(parts) == wanted and following.number and holds(following.number, total, rounded=False):
                yield _of_spots(reading, parts)
                return
    before = [o for o in before if not _reckoned(reading, o)]
    cuts = [reading.text.rfind(sign, spot.sentence[0], spot.mention.start) for sign in ("其中", "；")]
    for cut in dict.fromkeys((max(cuts), cuts[0])):
        for name in dict.fromkeys(o.unit.name for o in before):
            alike = [o for o in before if o.unit.name == name and o.mention.start > cut]
            if len(alike) == wanted and len(alike) >= 2:
                yield _of_spots(reading, alike)


def _plainly_backed(reading: Reading, other: Spot) -> bool:
    backing = reading.backings.get(other.at)
    if other.mention.kind != "claim" or other.value is None:
        return False
    return (backing is None and other.unit.name != "") or (backing is not None and bool(backing.evidence))


def _reckoned(reading: Reading, other: Spot) -> bool:
    backing = reading.backings.get(other.at)
    if backing is None:
        return bool(cues.AVERAGE.search(cues.ahead(reading.text, other)))
    return backing.category.startswith("derived")


def _known_value(reading: Reading, other: Spot) -> Decimal:
    backing = reading.backings.get(other.at)
    known = reading.actual(backing.evidence[0]) if backing and len(backing.evidence) == 1 else None
    return known if known is not None else other.value or Decimal(0)


def _of_spots(reading: Reading, spots: Sequence[Spot]) -> Tally:
    facts = dict.fromkeys(fact for o in spots for fact in _facts_of(reading, o))
    return Tally(
        tuple(reading.text[max(o.before[0], o.mention.start - 8) : o.unit_end].strip("，、；") for o in spots),
        tuple(facts),
    )


def _family(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the size of a run of facts in one unit whose total stands right behind: 四支团队拥有会员191人."""
    following = reading.spots[spot.at + 1] if spot.at + 1 < len(reading.spots) else None
    if following is None or following.value is None or following.clause != spot.clause:
        return
    for group in reading.families:
        if sum(e.number or Decimal(0) for e in group) == following.value and group[0].unit.name == following.unit.name:
            yield Tally(tuple(e.far for e in group), tuple(dict.fromkeys(e.fact for e in group)))


def _single(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield one for a dated fact that is told as 组织消防演练1次."""
    if spot.value != 1 or "活动" not in spot.unit.groups:
        return
    for at, fit in reading.fits[spot.at].beside():
        e = reading.known.evidence[at]
        if fit.beside >= 0.6 and reading.values.forms[at] == "date" and e.place == "value":
            yield Tally((e.core,), (e.fact,))


def _told(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield how many facts the draft has told one after the other so far: 全年五场节庆活动."""
    texts: list[Fact] = [f for f in reading.known.facts if f.text and not f.value]
    if len(texts) < 2 or not (spot.unit.groups & _TOLD or spot.unit.name in ("大", "")):
        return
    used = {fact for other in reading.spots[max(0, spot.at - 40) : spot.at + 40] for fact in _facts_of(reading, other)}
    told = [f for f in texts if f.id in used or _mentions(reading.text, f.text[:6])]
    if len(told) == len(texts) or len(told) >= 3:
        for group in dict.fromkeys((tuple(told), tuple(texts))):
            if _sums_up(reading.text, spot):
                yield Tally(tuple(f.text for f in group), tuple(f.id for f in group))


def _sums_up(text: str, spot: Spot) -> bool:
    ahead = text[spot.clause[0] : spot.mention.start]
    return bool(re.search(r"全年|共|先后|累计|再添|合计|今年|上半年|以上|这", ahead)) or len(ahead) <= 2


def _enumerated(reading: Reading, spot: Spot) -> Iterator[Tally]:
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
        if (
            len(names) >= 2
            and all(names)
            and not open_end
            and not any(_COUNTED_ITEM.search(name) for name in names[:-1])
        ):
            yield Tally(tuple(names), _stated_in(reading, names), known=False)
    behind = re.match(
        r"[^，。；：:（(\n]{0,12}[”\"]?[：:（(—]+([^。；\n：:）)]{3,80})",
        reading.text[spot.unit_end : spot.unit_end + 110],
    )
    if behind:
        names = [name for name in re.split("、", behind.group(1)) if name]
        if len(names) >= 2:
            yield Tally(tuple(names), _stated_in(reading, names), known=False)


def _stated_in(reading: Reading, names: Sequence[str]) -> tuple[str, ...]:
    """Return the facts that speak of the enumerated names, one for each name that one speaks of."""
    found: list[str] = []
    for name in names:
        own = pieces(name)
        if not own:
            continue
        share, fact = max(
            ((sum(p in f.label or p in f.text or p in f.value for p in own) / len(own), f.id) for f in reading.known.facts),
            default=(0.0, ""), key=lambda each: each[0],
        )  # fmt: skip
        if share >= 0.5:
            found.append(fact)
    return tuple(dict.fromkeys(found))


def _marked(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield how many points 一是, 二是, 三是 mark behind the number."""
    rest = reading.text[spot.unit_end : spot.unit_end + 1200]
    marks = _MARKED.findall(rest)
    if len(marks) >= 2 and _MARKED.search(rest[:60]):
        yield Tally(tuple(mark.strip("：:；;。，,\n ") for mark in marks), (), known=False)
