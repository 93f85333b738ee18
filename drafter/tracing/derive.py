"""Numbers that follow from others."""

from __future__ import annotations

from drafter.tracing.reading import Reading


def match_derived(reading: Reading) -> None:
    """Back the numbers that follow from the facts that their sentence is about."""
