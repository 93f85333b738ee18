"""What a 文明社区 is measured by, as the rule states it. Opens skeletons/criteria.yaml."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from drafter.errors import InputError
from drafter.resources import load_yaml, resource
from drafter.structure.catalogue import OTHER, first_fault, yaml_place

Comparator = Literal["≥", ">", "≤", "="]
COMPARATORS: dict[Comparator, str] = {"≥": "不少于", ">": "超过", "≤": "不超过", "=": "等于"}


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Amount(_Frozen):
    """A quantity that a fact may state: by the label, by another name of it, or in a field of the form."""

    name: str = Field(min_length=1)
    unit: str = ""
    names: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


class Quotient(_Frozen):
    """How a value follows from two facts."""

    kind: Literal["percent", "per_hundred"]
    part: Amount
    whole: Amount


class Criterion(_Frozen):
    """One thing that is measured, and the mark that it must reach."""

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: str = Field(min_length=1, max_length=60)
    comparator: Comparator
    threshold: Decimal = Field(ge=0, le=10**9, allow_inf_nan=False)
    unit: str = Field(default="", max_length=10)
    chapter: str = "其他"
    role: str = OTHER
    """The topic of the form that a fact about it belongs to."""
    names: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    quotient: Quotient | None = None
    items: tuple[Amount, ...] = ()
    """What is counted one by one; the mark holds for each of them."""
    used: bool = True
    note: str = ""

    @property
    def amount(self) -> Amount:
        """The quantity that states the criterion itself."""
        return Amount(name=self.name, unit=self.unit, names=self.names, fields=self.fields)

    @property
    def parts(self) -> tuple[Amount, ...]:
        """The quantities that are looked up: the items, or the criterion's own."""
        unit = self.unit
        return tuple(i.model_copy(update={"unit": i.unit or unit}) for i in self.items) or (self.amount,)


class _Rule(_Frozen):
    criteria: tuple[Criterion, ...] = Field(min_length=1)


@cache
def load_criteria() -> tuple[Criterion, ...]:
    """Return the criteria that ship with the product; raises InputError that names the place in the file."""
    try:
        given = load_yaml(resource("skeletons", "criteria.yaml").read_text(encoding="utf-8"))
        return _Rule.model_validate(given).criteria
    except OSError as error:
        raise InputError("打不开创建标准 skeletons/criteria.yaml，请检查文件是否存在。") from error
    except yaml.YAMLError as error:
        raise InputError(f"创建标准 criteria.yaml 不是正确的 YAML，请检查：{yaml_place(error)}。") from error
    except ValidationError as error:
        raise InputError(f"创建标准 criteria.yaml 有误，请改正：{first_fault(error)}。") from error
