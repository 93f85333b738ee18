"""How many people a fact names one by one, each with what they came to be: 省、市最美教师3人."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing.layout import Spot
from drafter.tracing.listing import AND
from drafter.tracing.reading import Reading
from drafter.tracing.subject import pieces
from drafter.tracing.tallies import Tally

_PEOPLE = frozenset(("人", "名", "位", "个"))
_BREAK = re.compile("[，,；;。]")
_CAME = re.compile(
    f"(?P<names>[\u4e00-\u9fff]{{2,4}}(?:(?:、|{AND})[\u4e00-\u9fff]{{2,4}})*)(?:[等两二三四五六]{{1,3}}[人名位])?(?:同志|老师)?(?:分别|均|都|也|双双)?"
    "(?:被评为|获评为?|被授予|荣获|获得?|当选为?|入选|被选为|成为)(?P<level>(?:国家|[省市区县镇校])级?)?(?P<what>.+)"
)
_JOINT = re.compile(f"、|{AND}")
_NO_LEVEL = "社区"
_FEWEST = 2
_NAMED = 0.5


def people_named(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the people whom a fact names, where the words at the number tell what they came to be.

    Of two levels, 市级 and 区级, those that the words name, 市级最美教师2人; all where they name none.
    """
    if spot.unit.name not in _PEOPLE:
        return
    beside = reading.text[slice(*spot.clause)].replace(_NO_LEVEL, "")
    for fact in reading.known.facts:
        came = [found for clause in _BREAK.split(fact.text) if (found := _CAME.match(clause)) is not None]
        if len(came) < _FEWEST or not all(_tells(beside, found["what"]) for found in came):
            continue
        told = [found for found in came if found["level"] and found["level"][:1] in beside] or came
        names = tuple(name for found in told for name in _JOINT.split(found["names"]))
        if len(names) >= _FEWEST:
            yield Tally(names, (fact.id,), sure=True)


def _tells(beside: str, what: str) -> bool:
    own = pieces(what)
    return bool(own) and sum(piece in beside for piece in own) >= _NAMED * len(own)
