"""What all values that come from people or files have in common: they are checked on the way in and never change."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that is frozen, and takes no field that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
