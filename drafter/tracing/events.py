"""Events that a fact dates otherwise than the draft: 2012年喜获, where it was 2011; 12月被命名, where it was 11月."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.period import Parts, agree, parts
from drafter.tracing.reading import Reading
from drafter.tracing.subject import pieces

_EVENT = re.compile(
    "获|[评认]定|评为|被评|授予|命名|成立|建成|创成|当选|入选|竣工|落成|搬迁|合并|通过|挂牌|启用|投用|脱贫"
)
_AFTER = 30
_TELLING_NAME = 5
_NAME = 4
_SHORTEST = 2
_MOSTLY = 0.7
_HELD = tuple(verb + again for verb in ("举办", "举行", "召开", "启动", "迎来", "开办") for again in ("", "了"))
"""A short name tells an event only right behind what was done: 举办了运动会."""
_QUOTED = re.compile(r"“([^”]{2,30})”")
_RANK = re.compile("(?:荣?获)?(?:第?[一二三四五六七八九十0-9]+(?:名|位|等奖)|冠军|亚军|季军|优秀奖)$")
_UNQUOTED = re.compile('[“”‘’《》"]')


def happened_otherwise(reading: Reading, spot: Spot, wanted: Parts) -> bool:
    """Say whether the clause tells of an event that a fact puts into another year: 2012年喜获, where it was 2011."""
    clause = reading.text[spot.mention.end : min(len(reading.text), spot.clause[1] + _AFTER)]
    clause = clause.split("。")[0]
    if wanted[1] is not None:
        return _happened_in_another_month(reading, clause, wanted)
    if not _EVENT.search(clause):
        return False
    for at, fit in reading.fits[spot.at].beside():
        e = reading.known.evidence[at]
        told = e.place == "text" or (e.place == "value" and len(e.subject) >= _NAME and e.subject in _bare(clause))
        if fit >= 0.5 and reading.values.forms[at] == "date" and told:
            year = parts(str(e.value))[0]
            if (
                year
                and year != wanted[0]
                and not any(parts(str(o.value))[0] == wanted[0] for o in _dated_alike(reading, spot, fit))
            ):
                return True
    return False


def _happened_in_another_month(reading: Reading, clause: str, wanted: Parts) -> bool:
    """Say whether a fact dates what the clause names in quotes, or nearly word for word, to another month or year."""
    bare, agreeing = _bare(clause), []
    won = _EVENT.search(clause) is not None
    for known, at in reading.values.dated:
        e = reading.known.evidence[at]
        quoted = _QUOTED.findall(f"{e.near} {e.far}") if won else []
        names = [_bare(name) for name in quoted or [e.near if e.place == "text" else e.subject]]
        if known[1] is not None and any(_names(bare, name) for name in names):
            agreeing.append(agree((*wanted[:2], None), (*known[:2], None)))
    return bool(agreeing) and not any(agreeing)


def _names(clause: str, name: str) -> bool:
    """Say whether a clause has a telling name, whole or but for its head: 卫生县城复审 of 全国卫生县城复审."""
    name = _RANK.sub("", name)
    own = pieces(name)
    if len(name) < _TELLING_NAME or not own:
        return len(name) >= _SHORTEST and any(f"{verb}{name}" in clause for verb in _HELD)
    return own[-1] in clause and sum(p in clause for p in own) >= _MOSTLY * len(own)


def _bare(name: str) -> str:
    return _UNQUOTED.sub("", name)


def _dated_alike(reading: Reading, spot: Spot, least: float) -> list[Evidence]:
    return [
        reading.known.evidence[at] for at, fit in reading.fits[spot.at].beside()
        if fit >= 0.8 * least and reading.values.forms[at] == "date"
    ]  # fmt: skip
