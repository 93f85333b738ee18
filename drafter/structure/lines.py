"""The value every file reader gives: one paragraph of a file, with what the file itself says about its rank."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a file."""

    text: str
    level: int = 0
    """The heading level that the file itself states, 1 to 9 (a Word heading style, <h2>, ##), or 0."""
