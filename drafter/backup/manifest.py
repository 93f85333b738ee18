"""What stands first in a backup: by which version of what it was made, when, and how much of everything it holds."""

from __future__ import annotations

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from drafter.backup.rows import Row

FORMAT = 1
"""Raised when a backup of the present form can no longer be read as before."""
MANIFEST = "backup.json"


class Manifest(BaseModel):
    """The file backup.json of a backup."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    format: int = Field(ge=1)
    revision: str
    """Of the database's tables, as in drafter/migrations/versions/."""
    made: AwareDatetime
    program: str = ""
    counts: dict[str, int] = {}
    """Rows by table."""

    def count(self, table: str) -> int:
        """Return how many rows of a table the backup holds."""
        return self.counts.get(table, 0)


def member(kind: type[Row]) -> str:
    """Return the name of the file that holds the rows of a table."""
    return f"{kind.table}.jsonl"
