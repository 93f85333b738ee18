"""The only reader of environment variables; everything else is handed values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from drafter.errors import InputError

_NO = frozenset({"", "0", "no", "false", "off"})
# A browser wraps a file in a few hundred bytes more, and the server counts these with it.
_AROUND_MB = 1


@dataclass(frozen=True)
class Settings:
    """What a user may set from outside.

    `api_key`, `base_url`, `model`: the chat model (OPENAI_API_KEY, OPENAI_BASE_URL, DRAFTER_MODEL).
    `database_url`: where drafts are kept, as a SQLAlchemy URL (DRAFTER_DATABASE_URL).
    `max_mb`: the largest document that is read, in MB (DRAFTER_MAX_MB).
    `model_silence`: seconds without a new word after which a reply counts as broken off (DRAFTER_MODEL_SILENCE).
    `offline`: nothing is ever sent to a model, whatever else is set (DRAFTER_OFFLINE=1).
    """

    api_key: str = field(default="", repr=False)
    base_url: str = ""
    model: str = ""
    database_url: str = ""
    offline: bool = False
    max_mb: int = 20
    model_silence: int = 60

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Settings:
        """Read the settings from environment variables; drafts lie in the user's data folder by default."""
        return cls(
            api_key=env.get("OPENAI_API_KEY", "").strip(),
            base_url=env.get("OPENAI_BASE_URL", "").strip(),
            model=env.get("DRAFTER_MODEL", "").strip(),
            database_url=env.get("DRAFTER_DATABASE_URL", "").strip() or f"sqlite:///{default_database()}",
            max_mb=_whole(env, "DRAFTER_MAX_MB", "MB", 20),
            model_silence=_whole(env, "DRAFTER_MODEL_SILENCE", "秒", 60),
            offline=env.get("DRAFTER_OFFLINE", "").strip().lower() not in _NO,
        )

    @property
    def max_bytes(self) -> int:
        """The largest document that is read, in bytes."""
        return self.max_mb * 1024 * 1024

    @property
    def server_mb(self) -> int:
        """The largest request that the server takes, in MB: such a document, and what a browser puts around it."""
        return self.max_mb + _AROUND_MB

    @property
    def has_model(self) -> bool:
        """Whether a chat model may be used: not offline, and it has a name, and a key or an address of its own."""
        return bool(not self.offline and self.model and (self.api_key or self.base_url))


def _whole(env: Mapping[str, str], name: str, unit: str, default: int) -> int:
    given = env.get(name, "").strip() or str(default)
    if not given.isdecimal() or not 1 <= int(given) <= 1000:
        raise InputError(f"环境变量 {name} 写的是“{given}”，应是 1 到 1000 的整数（{unit}），例如 {default}。")
    return int(given)


def default_database() -> Path:
    """Return the path of the database file in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("drafter", appauthor=False) / "drafter.sqlite3"
