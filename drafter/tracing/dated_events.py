"""Events that a sheet dates, each by what was done to what: 改造启动 is not 改造完工, nor 驿站建成 食堂建成."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.tracing.evidence import Evidence, Knowledge
from drafter.tracing.period import Parts, parts
from drafter.tracing.subject import pieces

FOUNDED = re.compile(
    "成立|设立|组建|创[办建立]|建[成站校馆园院所厂社队区村]|办[学校园馆院厂]|开[馆园业办通诊]|落成|投用|启用|投入使用|挂牌|始建"
    "|入行|从业|入职|从教|从医|参加工作"
)
_DEEDS: dict[str, re.Pattern[str]] = {
    "passed": re.compile("通过|验收|复[审评查核]"),
    "won": re.compile(
        "[荣喜再]?获(?:得|评为?)?|[被再]?评为|被?授予|被?命名为?|被?认定为?|入选|创成|当选|摘得|夺得|蝉联"
    ),
    "begun": re.compile("启动|开工|动工|奠基|破土|立项|开始"),
    "done": re.compile(f"{FOUNDED.pattern}|完工|竣工|完成|建成|交付|收官|结束"),
    "left": re.compile("搬迁|迁[入至到]|撤[销并]|合并|更名|改名|退休"),
    "held": re.compile("举[办行]|召开|承办|迎来|组织|开展"),
}  # fmt: skip
LEVEL = re.compile("全[国省市区县镇街校]|国家级|[省市区县镇校]级|街道级")
_LIGHT = re.compile(
    "时间|日期|年[份月]$|月份$|称号|荣誉|奖项|正式|顺利|圆满|全面|如期|成功|[曾已]|我[们校院镇村]|社区(?=[被于在自])|活动$|工程$|项目$"
)
_DATE = re.compile("(?:[0-9０-９]{1,4}[年月日]份?)+|[早]?[在于自从]$")
_STOP = re.compile(r"[，,；;。:：、（）()\n]")
_BRACKETS = ("（", "(")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Dated:
    """An event with the date that a fact gives for it."""

    evidence: Evidence
    date: Parts
    thing: tuple[str, ...]
    """The pieces of what it was done to: 养老, 老驿, 驿站."""
    plainly: tuple[str, ...]
    """The same without the level of what was won: 平安校园 of 全市平安校园."""
    deeds: frozenset[str]
    """Which of the deeds that rule each other out it is; none where its words name none."""


def deeds_in(words: str) -> frozenset[str]:
    """Return which deeds some words tell: begun for 开工, done for 竣工."""
    return frozenset(deed for deed, told in _DEEDS.items() if told.search(words))


def thing_in(words: str) -> tuple[str, ...]:
    """Return the pieces of what something was done to, without the deed: 养老驿站 of 建成养老驿站."""
    bare = _DATE.sub(" ", words)
    for told in _DEEDS.values():
        bare = told.sub(" ", bare)
    return tuple(piece for piece in pieces(_LIGHT.sub(" ", bare)) if len(piece) >= _LEAST)


def dated_events(known: Knowledge, forms: tuple[str, ...]) -> tuple[Dated, ...]:
    """Return the events that the values and statements of a sheet date, in its order."""
    return tuple(_dated(known, [e for e in known.evidence if forms[e.at] == "date" and isinstance(e.value, str)]))


def _dated(known: Knowledge, dates: list[Evidence]) -> Iterator[Dated]:
    last: Dated | None = None
    for e in dates:
        name = _named(known, e)
        deeds = deeds_in(name)
        if not thing_in(name) and e.place == "value":
            name, deeds = e.subject, deeds or deeds_in(e.subject)
        thing, plainly = thing_in(name), thing_in(LEVEL.sub("", name))
        if not thing and last is not None and last.evidence.fact == e.fact:
            thing, plainly = last.thing, last.plainly  # 养老驿站2019年立项，2022年建成
        last = Dated(e, parts(str(e.value)), thing, plainly, deeds)
        yield last


def _named(known: Knowledge, e: Evidence) -> str:
    """Return the words that name what a fact dates: beside it, in front of its brackets, or in the next clause."""
    fact = known.by_id[e.fact]
    if e.near:
        return e.near
    if e.place in ("label", "previous"):
        return f"{e.subject} {fact.value}"
    if e.place == "value" and thing_in(e.subject):
        return e.subject  # 侨法宣传 3月、9月，发放资料1600份
    told = fact.text if e.place == "text" else fact.value
    ahead, behind = told[: e.start], told[e.start + len(e.core) :]
    if ahead.endswith(_BRACKETS):
        return _STOP.split(ahead[:-1])[-1]
    named = next((clause for clause in _STOP.split(behind) if clause.strip()), "")
    return named or e.subject
