"""How the office wants its texts written and its page drawn: kept in the database, for every document on it."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from drafter.errors import StoreError
from drafter.store import Store

_NAME = "page"
MOST_AT_ONCE = 8
MOST_REPAIRS = 5


class Preferences(BaseModel):
    """What is set on the page 设置."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    concurrency: int = Field(default=4, ge=1, le=MOST_AT_ONCE)
    """How many sections a model writes at once."""
    repairs: int = Field(default=2, ge=0, le=MOST_REPAIRS)
    """How often a section is sent back to the model at most."""
    offline: bool = False
    """Nothing is sent to any model."""
    plain_editor: bool = False
    """A plain text area with the traced text beside it, in place of the editor that marks numbers."""


def load_preferences(store: Store) -> Preferences:
    """Return what was kept, or the defaults. Raises StoreError where what was kept can't be read."""
    kept = store.preferences(_NAME)
    try:
        return Preferences.model_validate_json(kept) if kept else Preferences()
    except ValidationError as e:
        raise StoreError(f"文稿数据库 {store.place} 里的设置读不出来，它可能由别的版本写成，请换回那个版本打开") from e


def keep_preferences(store: Store, preferences: Preferences) -> None:
    """Keep these preferences from now on."""
    store.keep_preferences(_NAME, preferences.model_dump_json())
