"""What a unit states of itself: facts, as typed, and the sheet that holds them for one document."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

from pydantic import Field, field_validator, model_validator

from drafter.amount import joined, said_once
from drafter.models.frozen import Frozen


class Fact(Frozen):
    """One thing that the unit states. `value` and `previous` are strings as typed: "2496", "约3万", "2002年6月"."""

    id: str = Field(default="", pattern=r"^\w*$")
    topic: str = ""
    label: str = ""
    value: str = ""
    unit: str = ""
    previous: str = ""
    """The same quantity in the last period, as typed, in the same unit."""
    text: str = ""
    """A free statement; may hold several numbers."""
    note: str = ""
    """Where the figure comes from, for the file; never used in a draft."""

    @field_validator("id", "topic", "label", "value", "unit", "previous", "text", "note", mode="before")
    @classmethod
    def _as_typed(cls, given: object) -> object:
        """Take YAML's bare numbers as the text they were typed as, and nothing as an empty string."""
        if given is None:
            return ""
        if isinstance(given, int | float | Decimal) and not isinstance(given, bool):
            return str(given)
        return given.strip() if isinstance(given, str) else given

    @model_validator(mode="before")
    @classmethod
    def _scale_once(cls, given: object) -> object:
        """Take the 万 of a value for that of its unit: 23.5万 in 万元 is 23.5 in 万元."""
        if not isinstance(given, dict) or not given.get("unit"):
            return given
        names = ("value", "previous", "unit")
        typed = (cls._as_typed(given.get(name)) for name in names)
        return given | dict(zip(names, said_once(*map(str, typed)), strict=True))

    @model_validator(mode="after")
    def _says_something(self) -> Fact:
        if not self.text and not self.label:
            raise ValueError("缺少 label 或 text")
        if not self.text and not self.value:
            raise ValueError("有 label，但缺少 value 或 text")
        return self

    @property
    def wording(self) -> str:
        """The fact in one line, as staff would recognise it: 志愿者 326人."""
        if not self.value:
            return f"{self.label}：{self.text}" if self.label else self.text
        stated = f"{self.label} {joined(self.value, self.unit)}".strip()
        return f"{stated}（{self.text}）" if self.text else stated

    @property
    def wording_before(self) -> str:
        """What the fact was in the last period, in one line: 志愿者 上期280人."""
        return f"{self.label} 上期{joined(self.previous, self.unit)}".strip()


class FactSheet(Frozen):
    """All that one unit states for one document of one period."""

    unit: str = ""
    superior: str = ""
    document: str = "annual_summary"
    period: str = ""
    date: str = ""
    private: tuple[str, ...] = ()
    """Names that must not leave the machine: masked in everything that goes to a model."""
    facts: tuple[Fact, ...] = ()

    @field_validator("unit", "superior", "period", "date", mode="before")
    @classmethod
    def _as_typed(cls, given: object) -> object:
        return "" if given is None else str(given).strip()

    @field_validator("private", mode="before")
    @classmethod
    def _as_names(cls, given: object) -> object:
        """Take names in one line (王某、李某) as well as a list of them."""
        names = re.split(r"[、，,;；\s]+", given) if isinstance(given, str) else given or ()
        return tuple(str(n).strip() for n in names if str(n).strip()) if isinstance(names, list | tuple) else names

    @model_validator(mode="after")
    def _ids_are_unique(self) -> FactSheet:
        doubled = [i for i, n in Counter(f.id for f in self.facts if f.id).items() if n > 1]
        if doubled:
            raise ValueError(f"编号 {doubled[0]} 用了两次，请改成不同的编号")
        return self

    def with_ids(self) -> FactSheet:
        """Give facts without an id the next free one of F1, F2, ..."""
        taken = {f.id for f in self.facts}
        free = (f"F{n}" for n in range(1, 10**6) if f"F{n}" not in taken)
        facts = tuple(f if f.id else f.model_copy(update={"id": next(free)}) for f in self.facts)
        return self.model_copy(update={"facts": facts})

    def fact(self, fact_id: str) -> Fact | None:
        """Return the fact of that id, or None."""
        return next((f for f in self.facts if f.id == fact_id), None)

    def on_topics(self, topics: tuple[str, ...]) -> tuple[Fact, ...]:
        """Return the facts of these topics, in the order in which they were entered."""
        return tuple(f for f in self.facts if f.topic in topics)
