"""Totals whose parts are named away from the number: in the clauses before 合计, or as levels behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.adding import total_of
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import LEVELS

_WEIGHT = 0.85
_FEW = 2
_OPENS = re.compile("(?:两者|二者)?(?:合计|共计|总计|共)(?:有|为|达)?")
_PIECES = re.compile("[、，,]|[和与及](?!谐)|以及")
_DIGIT = re.compile("[0-9０-９]")
_WON = re.compile(
    rf"[\u4e00-\u9fff]{{0,8}}?(?:获评|被评为|评为|评上|获得?|荣获|当选|入选)"
    rf"(?P<levels>各级|多级|(?:[{LEVELS}国]级?家?级?[、和与及]?)*)(?P<name>[“‘]?[\u4e00-\u9fff]{{2,8}})"
)
_HELD = re.compile(
    rf"(?P<levels>[{LEVELS}](?:[、和与及][{LEVELS}])+)(?:[两三四]?级)?(?P<name>[\u4e00-\u9fff]{{2,10}}?)"
    "(?:(?:总数|合计|共计|总计|一共|总共|共)(?:有|为|达|建有)?)$"
)
_QUOTES = "“‘"


def of_clauses_before(task: Task) -> Iterator[Outcome]:
    """Yield the total of those that the clauses before 合计 name: 员工全员在岗、志愿者全程服务，合计545人."""
    if not _OPENS.fullmatch(task.words):
        return
    told = task.reading.text[task.spot.sentence[0] : task.spot.clause[0]].rstrip("，,")
    known = [e for e in task.reading.known.plain if e.place == "value" and same_unit(e.unit, task.spot.unit)]
    parts: list[Evidence] = []
    for piece in reversed(_PIECES.split(told)) if told and not _DIGIT.search(told) else ():
        called = [e for e in known if _is_called(e.subject, piece)]
        if len(called) != 1 or called[0] in parts:
            break
        parts.append(called[0])
    if len(parts) >= _FEW:
        yield total_of(plain_operands(parts, _WEIGHT), task.spot)


def _is_called(label: str, piece: str) -> bool:
    """Say whether a clause begins with what a label ends in, by two signs or more: 员工 of 投入员工."""
    return any(piece.startswith(label[n:]) for n in range(len(label) - 1))


def of_levels_behind(task: Task) -> Iterator[Outcome]:
    """Yield the total of a fact's parts that the words behind name: 155名学生获评市、区、校级“好少年”."""
    if cues.PRIOR.search(task.words):
        return
    told = _WON.match(task.reading.text, task.spot.unit_end, task.spot.clause[1])
    for label, fact in task.reading.known.several if told is not None else ():
        if told is None or len(label) < _FEW or not told["name"].lstrip(_QUOTES).startswith(label):
            continue
        own = [e for e in task.reading.known.of_fact[fact] if e.place == "value" and e.near and not e.prior]
        alike = [e for e in own if e.number and same_unit(e.unit, task.spot.unit)]
        signs = [sign for sign in told["levels"] if sign in LEVELS and sign != "家"]
        parts = [e for e in alike if not signs or any(sign in e.near for sign in signs)]
        if len(parts) >= _FEW and len(parts) == (len(signs) or len(alike)):
            yield total_of(plain_operands(parts, _WEIGHT), task.spot)


def of_levels_before(task: Task) -> Iterator[Outcome]:
    """Yield the total of a fact's parts that the words before name: 镇、村调委会共26个 of 镇级1个，村级25个."""
    told = _HELD.search(task.words)
    for label, fact in task.reading.known.several if told is not None else ():
        if told is None or not _shortens(told["name"], label):
            continue
        own = [e for e in task.reading.known.of_fact[fact] if e.place == "value" and e.near and not e.prior]
        parts = [e for e in own if e.near[0] in told["levels"] and e.near[1:] in ("", "级") and e.number]
        alike = all(same_unit(e.unit, task.spot.unit) for e in parts)
        if alike and len(parts) == len(_PIECES.split(told["levels"])):
            yield total_of(plain_operands(parts, _WEIGHT), task.spot)


def _shortens(name: str, label: str) -> bool:
    """Say whether a name is a label, or has some of its signs in their order, the first and the last among them."""
    signs = iter(label)
    return len(label) >= _FEW and name[0] == label[0] and name[-1] == label[-1] and all(sign in signs for sign in name)
