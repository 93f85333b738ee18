"""The values that every way of bringing facts in ends in: rows to tick and correct, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Head = Literal["unit", "superior", "document", "period", "date", "private"]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that staff bring, as it will land; the words of `Fact` for its parts."""

    place: str
    """Where it stands, for staff: 工作台账 第5行."""
    label: str = ""
    value: str = ""
    unit: str = ""
    previous: str = ""
    text: str = ""
    note: str = ""
    topic: str = ""
    """The key of a topic of the form, or what the table calls it."""
    id: str = ""
    """The key of the form's field, or the id of a fact of its own; empty for a fact that has none yet."""
    ticked: bool = True
    """Whether it is taken unless staff say otherwise."""
    remark: str = ""
    """Why it is not ticked, or what to look at."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that did not become a row: where it stands, what it says, and why."""

    place: str
    said: str
    because: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was brought in one go."""

    rows: tuple[Row, ...] = ()
    unread: tuple[Unread, ...] = ()
    head: dict[Head, str] = field(default_factory=dict)
    """The lines of the fact sheet's head that the table names: unit, period, ..."""
    blank: tuple[str, ...] = ()
    """The labels of the form's rows that nobody filled in."""

    def joined(self, other: Reading) -> Reading:
        """Return both as one; of a line of the head that both name, the first stands."""
        return Reading(
            self.rows + other.rows, self.unread + other.unread, other.head | self.head, self.blank + other.blank
        )
