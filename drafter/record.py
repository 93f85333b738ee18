"""Values that are made by the thousand for one draft: frozen to the type checker, and quick to make when run.

A frozen dataclass sets each of its fields by a call of its own, which makes it five times as slow to build.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:

    def record(*, frozen: bool, slots: bool) -> Any:
        """Return the decorator that makes such a dataclass; nothing but the type checker keeps it from change."""
        return dataclass(slots=slots, unsafe_hash=frozen)
