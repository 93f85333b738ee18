"""What a unit changed of the given criteria, and the criteria that it added: kept as typed, finished or not."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from pydantic import BaseModel, ConfigDict, Field

from drafter.structure.catalogue import OTHER
from drafter.structure.criteria import COMPARATORS, Comparator, Criterion

OWN_CHAPTER = "本单位"
MOST_OWN = 60


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Change(_Frozen):
    """What a unit changed of one given criterion; None leaves what is given."""

    used: bool | None = None
    comparator: Comparator | None = None
    threshold: Decimal | None = Field(default=None, ge=0, le=10**9)


class OwnRow(_Frozen):
    """A criterion of the unit's own, as typed."""

    used: bool = True
    name: str = ""
    comparator: Comparator = "≥"
    threshold: Decimal | None = None
    unit: str = ""
    role: str = OTHER
    names: str = ""
    """What else the facts call it, with 、 between."""

    @property
    def is_empty(self) -> bool:
        """True where nothing was typed."""
        return not (self.name or self.unit or self.names) and self.threshold is None


class Choice(_Frozen):
    """All that a unit changed: by the key of a given criterion, and its own rows."""

    changes: dict[str, Change] = {}
    own: tuple[OwnRow, ...] = ()


def adjusted(given: Iterable[Criterion], choice: Choice) -> tuple[Criterion, ...]:
    """Return the criteria as a unit wants them: the given ones with its changes, then its own that are complete."""
    rows = tuple(_changed(c, choice.changes.get(c.key, Change())) for c in given)
    taken = {name for c in rows for name in (c.name, *c.names)}
    own: list[Criterion] = []
    for at, row in enumerate(choice.own, 1):
        if not row.is_empty and not own_fault(row, taken):
            criterion = _own(row, at)
            own.append(criterion)
            taken |= {criterion.name, *criterion.names}
    return (*rows, *own)


def own_faults(given: Iterable[Criterion], choice: Choice) -> tuple[str, ...]:
    """Return what the unit's own rows still lack, a sentence a row: 第2行：缺少标准值."""
    taken = {name for c in given for name in (c.name, *c.names)}
    faults: list[str] = []
    for at, row in enumerate(choice.own, 1):
        fault = "" if row.is_empty else own_fault(row, taken)
        if fault:
            faults.append(f"自定标准第{at}行{fault}")
        else:
            taken |= {row.name, *_split(row.names)}
    return tuple(faults)


def own_fault(row: OwnRow, taken: Iterable[str]) -> str:
    """Return what a row lacks to be a criterion, or nothing. `taken` are names that other criteria go by."""
    if not row.name:
        return "缺少名称，请写明要对照什么"
    if len(row.name) > 60 or len(row.unit) > 10:
        return "的名称或单位太长，名称最多 60 个字，单位最多 10 个字"
    if row.threshold is None or not 0 <= row.threshold <= 10**9:
        return f"“{row.name}”缺少标准值，请填 0 到 10 亿之间的数"
    if not row.unit:
        return f"“{row.name}”缺少单位，请填 %、人、平方米 这样的单位"
    doubled = next((n for n in (row.name, *_split(row.names)) if n in set(taken)), "")
    # One fact must not speak for two criteria.
    return f"的“{doubled}”已有另一条标准在用，请换一个名称" if doubled else ""


def _changed(criterion: Criterion, change: Change) -> Criterion:
    given = {k: v for k, v in change.model_dump().items() if v is not None}
    return criterion.model_copy(update=given)


def _own(row: OwnRow, at: int) -> Criterion:
    return Criterion(
        key=f"own{at}", name=row.name, comparator=row.comparator, threshold=row.threshold or Decimal(0), unit=row.unit,
        chapter=OWN_CHAPTER, role=row.role, names=_split(row.names), used=row.used,
    )  # fmt: skip


def _split(names: str) -> tuple[str, ...]:
    return tuple(n.strip() for n in names.replace(",", "、").replace("，", "、").split("、") if n.strip())


def with_change(given: Criterion, before: Change, edit: dict[str, object]) -> Change:
    """Return the change after one edit of a row: what equals the given value again is no change."""
    change = Change.model_validate(before.model_dump() | edit)
    same = {k: None for k, v in change.model_dump().items() if v == getattr(given, k)}
    return change.model_copy(update=same)


def comparator_of(words: str) -> Comparator:
    """Return the sign of a comparison in words: 不少于 is ≥."""
    return next((sign for sign, name in COMPARATORS.items() if name == words), "≥")
