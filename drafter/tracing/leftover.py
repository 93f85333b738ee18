"""What a statement leaves to be reckoned: 荣誉30项，其中省级3项、市级12项，其余为县级 makes these 15."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from drafter.record import record
from drafter.tracing.arithmetic import Derived, difference
from drafter.tracing.units import Unit

_REST = re.compile(
    r"[，,；;、](?:其余|余下|其他|其它|剩余|剩下)(?:的|部分)?(?:均|都|全部|全)?(?:为|是|由|属于?|系|来自)?"
    r"(?P<name>[\u4e00-\u9fff“”]{2,12})(?=[，,。；;）)]|$)"
)
_AMONG = "其中"


@record(frozen=True, slots=True)
class Amount:
    """A number of a statement: where it begins, and what it comes to."""

    start: int
    value: Decimal
    unit: Unit


@record(frozen=True, slots=True)
class Rest:
    """What a statement calls the rest of a total, how much that is, and where the part told last begins."""

    name: str
    made: Derived
    after: int


def left_over(told: str, amounts: Sequence[Amount]) -> Rest | None:
    """Return what a statement leaves of a total without a number; None where it leaves nothing."""
    found = _REST.search(told) if _AMONG in told else None
    cut = told.rfind(_AMONG, 0, found.start()) if found is not None else -1
    if found is None or cut < 0:
        return None
    wholes = [a for a in amounts if a.start < cut]
    parts = [a for a in amounts if cut < a.start < found.start()]
    if not wholes or not parts or any(a.unit != wholes[-1].unit for a in parts):
        return None
    rest = difference(wholes[-1].value, *(a.value for a in parts))
    return Rest(found["name"], rest, parts[-1].start) if rest.value > 0 else None
