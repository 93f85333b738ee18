"""The app as a page test sees it: driven from its entry file, with an empty database and no model configured."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from drafter.store import Store, sqlite_url
from drafter.ui.preferences import Preferences, keep_preferences

ROOT = Path(__file__).parents[2]


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    address = sqlite_url(tmp_path / "drafts.sqlite3")
    monkeypatch.setenv("DRAFTER_DATABASE_URL", address)
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "DRAFTER_MODEL"):
        monkeypatch.delenv(name, raising=False)
    yield address
    st.cache_resource.clear()


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    opened = Store(url)
    yield opened
    opened.close()


@pytest.fixture
def plain(store: Store) -> None:
    """Have the sections drawn as plain text areas, which a page test can type into."""
    keep_preferences(store, Preferences(plain_editor=True))


@pytest.fixture
def open_app(url: str) -> Callable[..., AppTest]:
    """Open the app as a new browser tab would, on the address of a draft or without one."""

    def opened(draft: str = "", page: str = "") -> AppTest:
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        if draft:
            at.query_params["draft"] = draft
        at.run()
        if page:
            at.switch_page(f"drafter/ui/{page}_page.py").run()
        assert not at.exception
        return at

    return opened
