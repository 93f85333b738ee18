"""What was found to be wrong with a number that nothing backs."""

from __future__ import annotations

from drafter.models import Category
from drafter.record import record
from drafter.tracing.arithmetic import Derived
from drafter.tracing.evidence import Evidence


@record(frozen=True, slots=True)
class Diagnosis:
    """What is wrong with a number, and the facts that tell."""

    category: Category
    meant: tuple[Evidence, ...] = ()
    """What the number should state, best first."""
    taken: tuple[Evidence, ...] = ()
    """What it states instead."""
    reckoned: Derived | None = None
    certain: bool = False
    """The words leave no doubt what was meant, so that its value may be put in place."""
    instead: str = ""
    """What to put in place of a number, where that is another kind of number: 2.4个百分点 for 2.4%."""
    slip: str = ""
    """How the digits went wrong: 颠倒, 错位, 漏写."""
    unstated: str = ""
    """The words of the draft that tell of what no fact states: another time, place or part than that of `meant`."""
