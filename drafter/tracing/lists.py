"""Counts: a number that counts the names of a list, several facts, or what the sentence itself enumerates."""

from __future__ import annotations

from drafter.tracing.reading import Reading


def match_counts(reading: Reading) -> None:
    """Back the numbers that count something the facts or the draft enumerate."""
