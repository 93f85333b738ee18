"""Known numbers as operands: what a reckoning may use, and how much a sentence is about each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from drafter.record import record
from drafter.tracing.evidence import Evidence
from drafter.tracing.forms import as_share
from drafter.tracing.subject import pieces
from drafter.tracing.units import Unit
from drafter.tracing.vocabulary import PEOPLES

BACKGROUND = 0.32
"""The weight of a fact that the sentence does not name, but that its reckoning may take for granted: the total."""
_WHOLE = re.compile(r"总|应|全|常住|人口|户数|住户|居民户|在册|受理|收到|征集|发放|参加|报名|实有|登记|辖区")
_PEOPLE = ("名", "位")
_NAMES = re.compile(r"[^\s（）()，,、；;]+?(?=(?:19|20)\d\d年|[\s（）()，,、；;]|$)")
"""The names in an operand's words, without the year behind them: 注册志愿者2019年."""
_LIVING = ("人", "名", "位", "户")


@record(frozen=True, slots=True)
class Operand:
    """A known number that may be reckoned with, and how much the sentence is about it."""

    value: Decimal
    unit: Unit
    facts: tuple[str, ...]
    evidence: tuple[int, ...]
    weight: float
    spot: int = -1
    """The place of the draft's number that states it; -1 where only the words speak of it."""
    share: bool = False
    """It is a percentage."""
    words: str = ""
    reasoned: bool = False
    """It was itself reckoned or counted."""
    whole: bool = False
    """Its words make it a total that shares are taken of."""
    prior: bool = False
    """It speaks of a time before the period."""
    mean: bool = False
    """It is an average, of which no share or sum is taken."""
    largest: bool = False
    """It is the largest number of its unit in the sheet, as the whole population is."""

    @property
    def amount(self) -> float:
        """Its value in the base unit of its dimension."""
        return float(self.value) * float(self.unit.size)

    def weighing(self, weight: float, spot: int) -> Operand:
        """Return the same with another weight, stated by that number of the draft."""
        return Operand(
            self.value, self.unit, self.facts, self.evidence, weight, spot, self.share, self.words, self.reasoned,
            self.whole, self.prior, self.mean, self.largest,
        )  # fmt: skip


def operand(e: Evidence, form: str, weight: float, spot: int = -1) -> Operand | None:
    """Return a piece of evidence of that form as an operand; None where it is no plain number."""
    if e.number is None or form not in ("number", "share"):
        return None
    share = form == "share"
    value = as_share(e.number, e.core, e.type) if share else e.number
    return Operand(value, e.unit, (e.fact,), (e.at,), weight, spot, share, f"{e.near} {e.far}".strip(), prior=e.prior)


def plain_operands(evidence: Iterable[Evidence], weight: float) -> list[Operand]:
    """Return the evidence that states plain numbers as operands, all of one weight, in its order."""
    return [o for e in evidence if (o := operand(e, "number", weight)) is not None]


def bare_operand(e: Evidence, weight: float) -> Operand:
    """Return evidence that is no plain number, a date or a span of time, as an operand that only tells the fact."""
    return Operand(Decimal(0), Unit(), (e.fact,), (e.at,), weight, -1)


def is_total(o: Operand, _: str) -> bool:
    """Say whether an operand is a total that shares are taken of, or the largest number of its unit."""
    return o.whole or o.largest


def peoples(o: Operand) -> bool:
    """Say whether an operand may count a whole group: people and households by their name, other things always."""
    return o.unit.name not in _LIVING or o.whole or any(name.endswith(PEOPLES) for name in _NAMES.findall(o.words))


def silent_operands(evidence: Sequence[Evidence], forms: Sequence[str]) -> tuple[Operand, ...]:
    """Return all amounts of a sheet as operands that a share or an average may silently refer to."""
    known = [
        o for e in evidence
        if not e.prior and e.place != "label" and (o := operand(e, forms[e.at], BACKGROUND)) is not None
        and not o.share and o.value > 0
    ]  # fmt: skip
    most: dict[str, Decimal] = {}
    for o in known:
        most[_counted(o)] = max(most.get(_counted(o), Decimal(0)), o.value)
    return tuple(
        Operand(
            o.value, o.unit, o.facts, o.evidence, o.weight, words=o.words, whole=bool(_WHOLE.search(o.words)),
            largest=o.value == most[_counted(o)],
        )
        for o in known
    )  # fmt: skip


def _counted(o: Operand) -> str:
    return "人" if o.unit.name in _PEOPLE else o.unit.name


@lru_cache(maxsize=4096)
def pieces_of(words: str) -> frozenset[str]:
    """Return the pieces of an operand's words."""
    return frozenset(pieces(words))


def related(first: Operand, second: Operand) -> bool:
    """Say whether the words of two operands have a piece in common."""
    return not pieces_of(first.words).isdisjoint(pieces_of(second.words))


def covered(own: tuple[str, ...], o: Operand) -> float:
    """Return which share of some pieces an operand's words have."""
    return sum(p in o.words for p in own) / max(1, len(own))
