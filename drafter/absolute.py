"""What is found about an absolute word of a text, such as 全部 or 全覆盖: a value of reports, beside the traces."""

from __future__ import annotations

from dataclasses import dataclass


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
