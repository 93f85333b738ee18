"""Names spelt out before a number, with words between: “4050”人员实现再就业43人 of “4050”人员再就业."""

from __future__ import annotations

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading

_SIGNS = 6
"""How many signs a name has whose signs hardly stand in turn by chance; and how many more may stand between."""


def is_spelt_out(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether all signs of a fact's name stand in turn right before a number, in its clause."""
    if len(e.subject) < _SIGNS:
        return False
    start = max(spot.clause[0], spot.mention.start - len(e.subject) - _SIGNS)
    signs = iter(reading.text[start : spot.mention.start])
    return all(sign in signs for sign in e.subject)
