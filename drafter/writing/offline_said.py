"""What one fact is told as: a clause, the kind of thing that it tells, and how its figure has changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drafter.models import Fact

Kind = Literal["has", "did", "states", "clause", "text"]


@dataclass(frozen=True, slots=True)
class Said:
    """A fact as a clause. `has` names things, `did` deeds, `states` a measure or a date, `text` stands on its own."""

    fact: Fact
    kind: Kind
    words: str
    field: str = ""
    """The key of the form's field that it fills; empty for a fact with a label of its own."""
    like: str = ""
    """The key of the field that it is most like."""
    amount: str = ""
    unit: str = ""
    change: str = ""
    """What has changed since the last period: 增加28名、增长9.4%."""
    nought: bool = False
    """There was none, which is told in a sentence of its own."""
    dealt: str = ""
    """The verb that its words begin with, lent for what its label names."""
    tail: str = ""
    """What explains the figure, told behind it: 接待外地参观21批，共560人."""
