"""How many honours the facts tell of: all, those of the period, those of one level, and in how many years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.models import Fact
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.subject import pieces
from drafter.tracing.tallies import QUOTED, Tally

_HONOUR = re.compile(r"获得?|荣获|被评|评为|授予|命名|当选|入选|蝉联|称号|认定|表彰|荣誉")
_WON = re.compile(r"(?:荣获|喜获|荣膺|获评为?|获得?|被?评为|被?授予|被?命名为?)")
_UP_TO_WON = re.compile(rf"^.*?{_WON.pattern}了?")
_CLAUSES = re.compile("[，,；;。]")
_DAY = re.compile(r"(?:19|20)\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年|\.|-|$)")
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
_HAS_LEVEL = re.compile("国家级|全国|[省市区县镇校]级|全[省市区县镇校]|街道|^[省市区县]")
_JOINED_LEVELS = re.compile("(?:(?:国家|[省市区县])级?[、和与及])+(?:国家|[省市区县])级?[\u4e00-\u9fff]{0,2}$")
_LEVELS_IN_ROW = re.compile("(?:(?:国家|[省市区县])级?[、和与及])+(?:国家|[省市区县])级")
_UP_FROM = re.compile("级?(?:及其?)?以上")
_AWARD = re.compile(
    "(?:先进|文明|示范|模范|优秀|标兵|典型|最美|平安|和谐|绿色|书香|五好)[一-鿿]{0,10}$|(?:称号|先进单位|集体|标兵|岗|奖)$"
)
_HONOUR_UNITS = ("项", "个", "块", "次", "枚", "面", "张", "大", "")
_SEVERAL_QUOTED = re.compile("”[、和与及]?“")
_COUNTED_HONOURS = re.compile("[\u4e00-\u9fff]{0,4}?(?:荣誉|殊荣|喜讯|捷报|奖牌|牌匾|牌子|奖项|称号|桂冠|大奖)")
_HEADING = 8
_MOSTLY = 0.6
_PRIZE = re.compile("(?:[金银铜]奖|等奖|优秀奖|组织奖)$")
_THIS_YEAR = re.compile("年内|今年|本年|当年|全年")
_NAMED_HONOUR = re.compile(rf"(?:(?:国家|全国|(?<![社小园校城])[省市区县镇校])级?)?{QUOTED.pattern}")
"""A quoted honour with the level that may stand before it: 获市“书香社区”."""
_WHOSE = re.compile("(集体|个人)(?:类|所获|获得)?的?(?:荣誉|奖项|称号|表彰)")
_OF_A_PERSON = re.compile(
    "(?:教师|老师|书记|主任|校长|园长|院长|所长|站长|队长|同志|居民|村民|学生|学员|志愿者|医生|护士|民警|党员|员工|职工|干部|社工|网格员|队员)"
    "[^，。；、]{0,4}(?:荣?获|被?评|当选|入选|被授予)|(?:同志|老师|医生)(?:荣?获|被?评|当选|入选|被授予)"
)
"""A person of whom an honour is told: 教师孙某获市级优秀教师."""
_AGAIN = frozenset(("度", "次"))


def honours(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield how many honours the facts tell of: all, those of the period, those of one level."""
    if _PRIZE.search(reading.text, *spot.before):
        return  # 金奖3个 are no honours of any kind
    if not _HONOUR_WORDS.search(reading.text[spot.sentence[0] : spot.clause[1]]) or spot.unit.name not in _HONOUR_UNITS:
        return
    facts = [fact for fact in reading.known.facts if _honour_told(fact) and _may_be_meant(reading, spot, fact)]
    texts = [fact for fact in facts if _honour_told(fact) in (fact.text, fact.label)]
    lists = [[fact] for fact in facts if fact not in texts]
    of_level = [t for group in ([facts, *lists] if texts else [facts]) for t in _of_levels(reading, spot, group)]
    # 市级荣誉两项 are those of that level; in 获得省级文明单位等四项荣誉 the level is but a part of a name.
    several = _JOINED_LEVELS.search(reading.text, *spot.before) or reading.text.endswith("等", *spot.before)
    for chosen in _chosen(reading, texts, lists, facts) if several or not of_level else ():
        # A fact may tell of several: 2022年被评为省级文明社区，2023年获全国志愿服务社区.
        named = [(f.id, name) for f in chosen for name in _names_of(f)]
        yield Tally(tuple(name for _, name in named), tuple(dict.fromkeys(i for i, _ in named)))
        if not any(_SEVERAL_QUOTED.search(_honour_told(f)) for f in chosen):
            yield Tally(tuple(_honour_told(f) for f in chosen), tuple(f.id for f in chosen))
    yield from of_level


def _may_be_meant(reading: Reading, spot: Spot, fact: Fact) -> bool:
    """Say whether an honour is of the year and the kind that are counted: 年内荣誉3项, 集体荣誉4项, 个人荣誉2项."""
    period = reading.known.period
    years = set(_YEAR.findall(_honour_told(fact)))
    this_year = period.year == period.first_year and _THIS_YEAR.search(reading.text, spot.clause[0], spot.mention.start)
    if this_year and years and str(period.year) not in years:
        return False
    told = _WHOSE.findall(reading.text, spot.sentence[0], spot.clause[1])
    return not told or (told[-1] == "个人") == bool(_OF_A_PERSON.search(_honour_told(fact)))


def _chosen(
    reading: Reading, texts: list[Fact], lists: list[list[Fact]], facts: list[Fact]
) -> Iterator[Sequence[Fact]]:
    """Yield the facts whose honours may be counted together: the statements, each list, those of the period."""
    yield from (group for group in (texts, *lists) if group)
    year = str(reading.known.period.year)
    timely = [f for f in facts if year in _honour_told(f) or not re.search(r"(?:19|20)\d\d", _honour_told(f))]
    if timely:
        yield timely


def honours_told(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the honours that the sentence tells itself, before a number or behind its colon: 三项荣誉来之不易.

    Of all that the facts tell, others may belong to somebody else, as 居民赵某当选道德模范 does.
    """
    if spot.unit.name not in _HONOUR_UNITS or not _COUNTED_HONOURS.match(reading.text, spot.unit_end):
        return
    start, end = spot.sentence
    heads = reading.text.find("：", spot.unit_end, min(end, spot.unit_end + _HEADING)) >= 0
    told = reading.text[spot.unit_end : end] if heads else reading.text[start : spot.mention.start]
    here = [fact for fact in reading.known.facts if _honour_told(fact) and _is_told_in(told, _honour_told(fact))]
    if len(here) > 1:
        yield Tally(tuple(_honour_told(fact) for fact in here), tuple(fact.id for fact in here), here=True)


def _is_told_in(words: str, honour: str) -> bool:
    """Say whether words tell an honour: by its quoted name, or by most of what stands behind its date."""
    names = [name.strip("“”《》‘’") for name in QUOTED.findall(honour)]
    if names and not any(name in words for name in names):
        return False
    own = pieces(_DAY.sub("", honour))
    return bool(names) or sum(piece in words for piece in own) >= _MOSTLY * max(1, len(own))


def honoured_years(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the years in which the facts tell of honours: 两年获得荣誉2项."""
    if spot.unit.name != "年" or not _HONOUR.search(reading.text, *spot.sentence):
        return
    dated = [(year, f.id) for f in reading.known.facts for year in dict.fromkeys(_YEAR.findall(_honour_told(f)))]
    if dated:
        yield Tally(tuple(dict.fromkeys(year for year, _ in dated)), tuple(dict.fromkeys(i for _, i in dated)))


def honours_of_year(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the honours of the year that the clause names, of the levels named at it: 2021年获得省、市级奖牌3块.

    What the sheet has won in all says nothing of them, so that no such fact stands in their way.
    """
    if spot.unit.name not in _HONOUR_UNITS or not _HONOUR_WORDS.search(reading.text, *spot.clause):
        return
    years = _YEAR.findall(reading.text[spot.clause[0] : spot.mention.start])
    beside = reading.text[slice(*spot.before)] + "，" + reading.text[spot.unit_end : spot.clause[1]]
    if not years or _UP_FROM.search(beside):
        return
    facts = [f for f in reading.known.facts if set(_YEAR.findall(_honour_told(f))) == {years[-1]}]
    named = [(f.id, name) for f in facts for name in _names_of(f)]
    of_levels = [[n for n in named if _of_level(n[1], signs)] for signs in _levels_at(beside)]
    if all(of_levels):
        own = [n for n in named if not of_levels or any(n in of for of in of_levels)]
        if own:
            yield Tally(tuple(name for _, name in own), tuple(dict.fromkeys(i for i, _ in own)), sure=True)


def _levels_at(beside: str) -> list[tuple[str, ...]]:
    """Return the signs of the levels that the words at a number name, one by one or joined: 国家和省级."""
    joined = "".join(found.group() for found in _LEVELS_IN_ROW.finditer(beside))
    return [signs for level, signs in _LEVELS if level in beside or signs[0] in joined]


def _of_levels(reading: Reading, spot: Spot, facts: Sequence[Fact]) -> Iterator[Tally]:
    """Yield how many of the facts' honours are of the level that the words beside the number name."""
    behind = re.split("[、和与及]", reading.text[spot.unit_end : spot.clause[1]])[0]
    ahead = reading.text[slice(*spot.before)]
    several = _JOINED_LEVELS.search(ahead)
    joined = several.group() if several is not None else ""
    of_level: dict[str, list[tuple[str, str]]] = {}
    higher: list[tuple[str, str]] = []
    for level, signs in _LEVELS:
        names = [(f.id, n) for f in facts for n in _names_of(f) if _of_level(n, signs)]
        higher += names
        if re.search(rf"{signs[0]}级?(?:及其?)?以上", f"{ahead[-12:]}，{behind[:8]}"):
            of_level = {level: higher}
            break
        at_it = level in ahead[-8:] or level in behind[:6] or signs[0] in joined
        if names and (at_it or (ahead.endswith("各") and signs[0] in ahead)):
            of_level[level] = names
    if ahead.endswith("各") and len({len(names) for names in of_level.values()}) == 1:
        every = [name for names in of_level.values() for name in names]
        yield Tally(tuple(n for _, n in next(iter(of_level.values()))), tuple(dict.fromkeys(i for i, _ in every)))
    elif not ahead.endswith("各"):
        if len(of_level) > 1:  # 国家和省级荣誉两项
            every = [name for names in of_level.values() for name in names]
            yield Tally(tuple(n for _, n in every), tuple(dict.fromkeys(i for i, _ in every)))
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
    clauses = [clause for clause in _CLAUSES.split(told) if clause]
    won = [clause for clause in clauses if _WON.search(clause)]
    names = _NAMED_HONOUR.findall(told) or [name for clause in clauses for name in clause.split("、")]
    if told == fact.value or QUOTED.search(told) or all(_names_award(name) for name in names):
        return names
    # 获市级文明社区、区级先进集体两项荣誉 lists two; 与街道、学校共建获评 lists none.
    names = [name for clause in won for name in clause.split("、")]
    return names if len(names) > 1 and all(_names_award(name) for name in names) else [told]


def _names_award(name: str) -> bool:
    return _HAS_LEVEL.search(name) is not None or _AWARD.search(name) is not None


def _of_level(name: str, signs: tuple[str, ...]) -> bool:
    bare = _UP_TO_WON.sub("", _DAY.sub("", name.strip('“”"《》'), count=1), count=1)
    return any(bare.startswith(sign) or f"{sign}级" in bare or f"全{sign}" in bare for sign in signs)


def again(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield how many facts tell of the very honour that the sentence tells: 2008年, 2010年 and 两度获此荣誉."""
    if spot.mention.unit not in _AGAIN:
        return
    for name in QUOTED.findall(reading.text[spot.sentence[0] : spot.sentence[1]]):
        won = [fact for fact in reading.known.facts if name in _honour_told(fact)]
        if len(won) > 1:
            yield Tally(tuple(_honour_told(f) for f in won), tuple(f.id for f in won), sure=True)
