"""The only reader of environment variables; everything else is handed values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """What a user may set from outside.

    `api_key`, `base_url`, `model`: the chat model (OPENAI_API_KEY, OPENAI_BASE_URL, DRAFTER_MODEL).
    `database_url`: where drafts are kept, as a SQLAlchemy URL (DRAFTER_DATABASE_URL).
    """

    api_key: str = field(default="", repr=False)
    base_url: str = ""
    model: str = ""
    database_url: str = ""

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Settings:
        """Read the settings from environment variables; drafts lie in the user's data folder by default."""
        return cls(
            api_key=env.get("OPENAI_API_KEY", "").strip(),
            base_url=env.get("OPENAI_BASE_URL", "").strip(),
            model=env.get("DRAFTER_MODEL", "").strip(),
            database_url=env.get("DRAFTER_DATABASE_URL", "").strip() or f"sqlite:///{default_database()}",
        )

    @property
    def has_model(self) -> bool:
        """Whether a chat model is configured: it has a name, and a key or an address of its own."""
        return bool(self.model and (self.api_key or self.base_url))


def default_database() -> Path:
    """Return the path of the database file in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("drafter", appauthor=False) / "drafter.sqlite3"
