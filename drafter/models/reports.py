"""What reader and tracer find in a text: mentions, their traces, absolutes, and the report that holds them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from drafter.record import record

MentionClass = Literal["claim", "marker", "term", "vague"]
NumberType = Literal["quantity", "percent", "money", "date", "duration", "ordinal", "range", "ratio", "other"]
Approx = Literal["exact", "about", "over", "under"]
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
class Absolute:
    """A word that claims all of what is counted. `start` and `end` are code points into the text; end is exclusive."""

    start: int
    end: int
    text: str
    flagged: bool
    """Whether no fact says so."""
    facts: tuple[str, ...] = ()
    """The ids of the facts that say so; of a flagged one, those that it goes beyond."""
    because: str = ""
    """One Chinese sentence for staff."""


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
