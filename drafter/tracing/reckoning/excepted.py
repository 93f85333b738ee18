"""What is left without those that the words except: 除女党员外，男党员81名; 除财政拨款外，另筹得10万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.operands import Operand, is_total, plain_operands
from drafter.tracing.reckoning.adding import total_of
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_NAMED = 0.5
_EXCEPT = re.compile(
    r"除(?:了|去|开)?(?P<but>[^，,。；;0-9]{1,14}?)(?:之外|以外|外)[，,]?|(?:^|[，,。；;])(?P<beside>[^，,。；;0-9]{2,8})(?:之外|以外)[，,]?"
)


def without(task: Task) -> Iterator[Outcome]:
    """Yield what is left without those that the words except: 除女党员外，男党员81名; 除声乐班外，其余6个班."""
    start = max(task.spot.sentence[0], task.spot.clause[0] - 24)
    ahead = task.reading.text[start : task.spot.mention.start]
    found = list(_EXCEPT.finditer(ahead)) if "外" in ahead else []
    if not found:
        return
    names = [n for n in re.split(r"[、和与及]", found[-1]["but"] or found[-1]["beside"]) if n]
    parts = [_named(task, name) for name in names]
    yield from _others_of_group(task, parts)
    yield from _others_of_fact(task, parts)
    told = [o for o in task.play if o.spot >= 0 and not (o.share or o.prior or o.mean)]
    for whole in (*told, *task.reading.silent.passing(is_total, "")):
        if all(p is not None and same_unit(p.unit, whole.unit) and p.at not in whole.evidence for p in parts):
            left = arithmetic.difference(whole.value, *(p.number or Decimal(0) for p in parts if p is not None))
            if same_unit(whole.unit, task.spot.unit) and left.value > 0:
                yield outcome(left, (whole, *_operands(parts)), "derived_diff", exact=True)
        elif None in parts and whole.unit.name == task.spot.unit.name and all(n[-1:] in whole.words for n in names):
            yield outcome(arithmetic.difference(whole.value, Decimal(len(names))), (whole,), "derived_diff", exact=True)


def _others_of_group(task: Task, parts: list[Evidence | None]) -> Iterator[Outcome]:
    """Yield what the other facts of one kind come to: 除财政拨款外，另筹得 the two other sums of money."""
    left_out = {p.at for p in parts if p is not None}
    for _, group in task.reading.groups if None not in parts else ():
        rest = [e for e in group if e.at not in left_out]
        if len(rest) == len(group) - len(left_out) > 1 and same_unit(group[0].unit, task.spot.unit):
            yield total_of(plain_operands(rest, _WEIGHT), task.spot)


def _others_of_fact(task: Task, parts: list[Evidence | None]) -> Iterator[Outcome]:
    """Yield what one fact's other parts come to: 除东门外，另两处 of 东门5个、南门4个、北门3个."""
    known = [p for p in parts if p is not None]
    if len(known) < len(parts) or len({p.fact for p in known}) != 1 or any("其中" in p.near for p in known):
        return
    own = [e for e in task.reading.known.of_fact[known[0].fact] if e.place == known[0].place and not e.prior]
    alike = [e for e in own if e.number is not None and e.near and same_unit(e.unit, task.spot.unit)]
    rest = [e for e in alike if e not in known]
    if len(rest) > 1 and not any("其中" in e.near for e in rest):
        yield total_of(plain_operands(rest, _WEIGHT), task.spot)


def _named(task: Task, name: str) -> Evidence | None:
    """Return the fact whose words have most of a name."""
    own = pieces(name)
    best, found = _NAMED - 0.01, None
    for e in task.reading.known.evidence:
        if e.place == "value" and e.number is not None and not e.prior and same_unit(e.unit, task.spot.unit):
            words = e.near or e.far
            share = sum(p in words for p in own) / max(1, len(own))
            if share > best:
                best, found = share, e
    return found


def _operands(parts: list[Evidence | None]) -> list[Operand]:
    return plain_operands((p for p in parts if p is not None), _WEIGHT)
