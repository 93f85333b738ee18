"""What each of several has, told of all: 男女各2支 make 4支足球队, 村小、中心校各3间 6间."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import GENERIC, PAIRED_SIGNS

_WEIGHT = 0.8
_TWO = 2
_MOST = 8
_EACH = "各(?:自|有|设|建|办|评|聘|举办|开展|组建)?$"
_EACH_HAS = re.compile(rf"(?P<signs>[\u4e00-\u9fff]{{2}})[\u4e00-\u9fff]{{0,4}}{_EACH}")
_NAMES_EACH = re.compile(rf"(?P<names>[^，。；：、,;:0-9]{{1,12}}(?:[、和与及][^，。；：、,;:0-9]{{1,12}}?)+){_EACH}")
_BARE = re.compile(_EACH)
_JOINTS = re.compile("、|[和与及](?![谐睦平])")
_MANY = re.compile("等$|^[两二三四五六七八九十]+[个家所名位支处座类]")
"""What names nobody knows how many, or more than one."""
_OFTEN = re.compile("^每[个]?[周月季年天日]")
_STRETCH = re.compile("半年$|季度?$|学期$")
_ALL_YEAR = re.compile("全年|一年|年内")
_QUOTED_ON = re.compile("[”’》][“‘《]")
_QUOTES = dict.fromkeys(map(ord, "“”‘’《》"))
_LATELY = 30


def each_of_several(task: Task) -> Iterator[Outcome]:
    """Yield what a fact says that each of two signs, or of all those that it names, has, for all together."""
    for e in task.reading.known.shared if "各" not in task.words else ():
        if not same_unit(e.unit, task.spot.unit):
            continue
        many = _many_signs(task, e) or _many_named(task, e)
        made = plain_operands((e,), _WEIGHT) if many else []
        if made:
            total = arithmetic.product(in_unit(made[0], task.spot), Decimal(many))
            yield outcome(total, made, "derived_ratio", exact=True)


def _many_signs(task: Task, e: Evidence) -> int:
    """Return two where a fact tells what each of two signs has, and the clause speaks of it: 男女各2支."""
    told = _EACH_HAS.search(e.near)
    if told is None or told["signs"] not in PAIRED_SIGNS:
        return 0
    clause = task.reading.text[slice(*task.spot.clause)]
    return _TWO if any(p in clause for p in (*pieces(e.subject), told["signs"])) else 0


def _many_named(task: Task, e: Evidence) -> int:
    """Return how many a fact names that each have so much, where the draft has just named it or them; else nought.

    What is so each week, 每周二、周四各1场, is told with that word.
    """
    fact, text, spot = task.reading.known.by_id[e.fact], task.reading.text, task.spot
    ahead = (fact.text if e.place == "text" else fact.value)[: e.start]
    found = _NAMES_EACH.search(ahead)
    told = found["names"] if found is not None else fact.label if _BARE.fullmatch(ahead) else ""
    names = _plain(told.removeprefix("每")).split("、")
    if not _TWO <= len(names) <= _MOST or not all(names) or any(map(_MANY.search, names)):
        return 0
    often = _OFTEN.search(told)
    before = _plain(text[max(spot.sentence[0], spot.mention.start - _LATELY) : spot.mention.start])
    named = all(name in before for name in names)
    spoken_of = named or any(piece in before for piece in pieces(fact.label) if piece not in GENERIC)
    if often is not None:
        return len(names) if often.group() in task.words and spoken_of else 0
    of_year = _STRETCH.search(names[-1]) is not None and _ALL_YEAR.search(task.words) is not None
    totals = (of_year and spoken_of) or (cues.JOINT.search(task.words) is not None and (named or fact.label in before))
    clause = _plain(text[slice(*spot.clause)])
    return len(names) if totals or all(name in clause for name in names) else 0


def _plain(words: str) -> str:
    """Return words without quotation marks, all that is listed joined by 、."""
    return _JOINTS.sub("、", _QUOTED_ON.sub("、", words).translate(_QUOTES))
