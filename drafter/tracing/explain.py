"""Why a number is flagged, in one Chinese sentence, with the closest facts and the text to put in its place."""

from __future__ import annotations

from drafter.models import Trace
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading


def flagged_trace(reading: Reading, spot: Spot) -> Trace:
    """Return the alarm for a number that nothing backs."""
    return Trace(spot.mention, True, "invented", because=f"材料中没有“{spot.mention.text}{spot.unit.name}”的依据")
