"""The values that every part of the product speaks of. Values only: no file, no network, no rule.

What comes from people or files (facts, skeletons, drafts) is a frozen pydantic model, checked on the way in.
What the reader and the tracer make by the hundred (mentions, traces) is a record: a dataclass that no one changes.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from drafter.absolute import Absolute
from drafter.amount import joined, said_once
from drafter.record import record

MentionClass = Literal["claim", "marker", "term", "vague"]
NumberType = Literal["quantity", "percent", "money", "date", "duration", "ordinal", "range", "ratio", "other"]
Approx = Literal["exact", "about", "over", "under"]
Origin = Literal["empty", "offline", "model", "staff"]
Category = Literal[
    # not flagged
    "exact", "reformatted", "unit_conversion", "approx_ok", "derived_sum", "derived_diff", "derived_percent",
    "derived_ratio", "count_of_list", "range_ok", "date_ok", "free_text", "marker", "term", "vague",
    # flagged
    "invented", "wrong_value", "wrong_digit", "wrong_magnitude", "wrong_unit", "swapped_subject", "approx_wrong",
    "wrong_derived", "wrong_date", "wrong_rank", "stale_period",
]  # fmt: skip

# A plain value; both ends of a range; or a date as ISO-like text with unknown parts left out ("2006-05", "--05-12").
Value = Decimal | str | tuple["Value", "Value"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Fact(_Frozen):
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


class FactSheet(_Frozen):
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


class SectionSpec(_Frozen):
    """What one section of a document type is for, and what it may say."""

    key: str
    """The section's role, one of the roles that sections of these documents have (leadership, culture, ...)."""
    heading: str
    """The wording of its heading, without number: 加强组织领导，健全工作机制. Empty for an opening or a closing."""
    purpose: str = ""
    moves: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    required: bool = False
    """Kept even when no fact belongs to it."""
    min_chars: int = 0
    max_chars: int = 600


class Skeleton(_Frozen):
    """A document type: its sections in order, and how its title is made."""

    key: str
    name: str
    title: str
    """A pattern over {unit} and {period}: {unit}{period}精神文明创建工作总结."""
    intends: bool = False
    """True for plans: their numbers are targets."""
    sections: tuple[SectionSpec, ...]

    def spec(self, key: str) -> SectionSpec | None:
        """Return the section of that key, or None."""
        return next((s for s in self.sections if s.key == key), None)


class PlannedSection(_Frozen):
    """One section as staff planned it: under its own heading (empty: the type's), or left out."""

    key: str
    heading: str = ""
    left_out: bool = False


class SectionPlan(_Frozen):
    """What staff changed of a document type for one draft: the order of its sections, headings, what is left out."""

    document: str = ""
    """The key of the document type that it was made for; it says nothing about another."""
    sections: tuple[PlannedSection, ...] = ()


class Table(_Frozen):
    """A small table of figures under its caption, as it is printed: a row has as many cells as the header."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @model_validator(mode="after")
    def _is_even(self) -> Table:
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.header):
                raise ValueError(f"表“{self.caption}”第{number}行有{len(row)}格，表头有{len(self.header)}格")
        return self


class Section(_Frozen):
    """One written section. `text` holds paragraphs, one a line, without the heading."""

    key: str
    heading: str
    text: str = ""
    table: Table | None = None
    """Stands below the text."""
    origin: Origin = "empty"
    revision: int = 0
    """Raised by every rewrite, so that a page knows that the text under the same key is a new one."""


class Draft(_Frozen):
    """A whole document: what is exported."""

    title: str
    unit: str
    date: str
    document: str
    period: str = ""
    sections: tuple[Section, ...] = ()

    def with_section(self, section: Section) -> Draft:
        """Return the draft with the section of the same key replaced."""
        sections = tuple(section if s.key == section.key else s for s in self.sections)
        return self.model_copy(update={"sections": sections})

    def section(self, key: str) -> Section | None:
        """Return the section of that key, or None."""
        return next((s for s in self.sections if s.key == key), None)

    @property
    def text(self) -> str:
        """The headings and paragraphs of the whole document, one a line."""
        return "\n".join(part for s in self.sections for part in (s.heading, s.text) if part)


@record(frozen=True, slots=True)
class Mention:
    """A number that a text holds. `start` and `end` are code points into the text; end is exclusive.

    The span is the numeral's core: units, 余, 近, 第 stay outside; for a date it is the whole expression.
    """

    start: int
    end: int
    text: str
    kind: MentionClass
    type: NumberType = "other"
    value: Value | None = None
    unit: str = ""
    approx: Approx = "exact"
    rule: str = ""
    """The name of the rule in numbers/rules.py that read it."""


@record(frozen=True, slots=True)
class Trace:
    """What was found about one mention: backed by which facts and how, or flagged, and why."""

    mention: Mention
    flagged: bool
    category: Category
    facts: tuple[str, ...] = ()
    """The ids of the facts that back it; empty where flagged or where nothing needs backing."""
    because: str = ""
    """One Chinese sentence for staff."""
    reckoning: str = ""
    """How a derived number follows: 2596 ÷ 5692 = 45.6%."""
    closest: tuple[str, ...] = ()
    """For a flagged number: the ids of the facts that it was probably meant to state, best first."""
    suggestion: str = ""
    """For a flagged number: the text to put in place of the mention's own, where there is a certain one."""


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found about one text."""

    text: str
    traces: tuple[Trace, ...]
    unused: tuple[str, ...] = ()
    """The ids of facts that the text never used."""
    conflicts: tuple[str, ...] = ()
    """Chinese sentences: a quantity stated with two values, a total that disagrees with its parts."""
    absolutes: tuple[Absolute, ...] = ()

    @property
    def flagged(self) -> tuple[Trace, ...]:
        """The traces that raise an alarm."""
        return tuple(t for t in self.traces if t.flagged)

    @property
    def overstated(self) -> tuple[Absolute, ...]:
        """The absolutes that no fact bears out."""
        return tuple(a for a in self.absolutes if a.flagged)
