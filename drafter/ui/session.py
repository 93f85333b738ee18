"""What one browser tab remembers: the only module that touches st.session_state and the address line.

The work itself lies in the database and is read afresh on every run; a tab only remembers which work is open, the model
settings of its user (never stored, never logged) and what the widgets hold.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Literal, ParamSpec
from uuid import uuid4

import streamlit as st

from drafter.errors import DrafterError, StoreError
from drafter.settings import Settings
from drafter.store import Store, Work
from drafter.typestore import TypeStore
from drafter.ui import signed_in
from drafter.ui.preferences import Preferences, keep_preferences, load_preferences
from drafter.ui.unbroken import unbroken

P = ParamSpec("P")
NoticeKind = Literal["success", "info", "warning", "error"]
_QUERY = "draft"


@dataclass(frozen=True)
class Notice:
    """A sentence to show on the next run."""

    kind: NoticeKind
    text: str


@st.cache_resource(show_spinner=False)
def _store_at(url: str) -> Store:
    return Store(url)


def database_url() -> str:
    """Return the address of the database."""
    return Settings.from_env(os.environ).database_url


def unit() -> str | None:
    """Return the unit of the person who signed in, or None where nobody signs in."""
    return signed_in.unit()


def store() -> Store:
    """Return the documents of the unit, in the database that the environment names; InputError before sign-in."""
    return _store_at(database_url()).of(unit() or "")


@st.cache_resource(show_spinner=False)
def _type_store_at(url: str) -> TypeStore:
    return TypeStore(url)


def type_store() -> TypeStore:
    """Return the unit's own document types, in the database that the environment names."""
    return _type_store_at(database_url()).of(unit() or "")


def begin_run() -> None:
    """Open what the address names on a tab's first run, and keep the address true on every run."""
    state = st.session_state
    state.setdefault("notices", [])
    if "work_id" not in state:
        state["work_id"] = ""
        asked = st.query_params.get(_QUERY, "")
        if asked:
            _open_asked(asked)
    if state["work_id"]:
        st.query_params[_QUERY] = state["work_id"]
    elif _QUERY in st.query_params:
        del st.query_params[_QUERY]


def _open_asked(work_id: str) -> None:
    try:
        store().load(work_id)
    except StoreError as e:
        notify("warning", str(e))
    else:
        st.session_state["work_id"] = work_id


def guarded(callback: Callable[P, None]) -> Callable[P, None]:
    """Have a widget's callback run to its end, and show a DrafterError as a notice: nothing above it could catch it.

    Every callback is to be guarded: one that is cut off loses what was typed or clicked.
    """

    @wraps(callback)
    def safe(*args: P.args, **kwargs: P.kwargs) -> None:
        with unbroken():
            try:
                callback(*args, **kwargs)
            except DrafterError as e:
                notify("error", str(e))

    return safe


def open_id() -> str:
    """Return the id of the open work, or an empty string."""
    return str(st.session_state.get("work_id", ""))


def current() -> Work | None:
    """Return the open work, or None where none is open (or another window has deleted it)."""
    work_id = open_id()
    if not work_id:
        return None
    try:
        return store().load(work_id)
    except StoreError as e:
        open_work("")
        notify("warning", str(e))
        return None


def open_work(work_id: str) -> None:
    """Make this the open work; an empty id closes it."""
    st.session_state["work_id"] = work_id


def change(work_id: str, edit: Callable[[Work], Work], *, typing: bool = False) -> Work | None:
    """Change a work in the database, see `Store.change`; where that fails, a notice says so and None is returned."""
    try:
        return store().change(work_id, edit, typing=typing)
    except StoreError as e:
        notify("error", str(e))
        return None


def notify(kind: NoticeKind, text: str) -> None:
    """Show a sentence on this run, or on the next one when the notices have been drawn."""
    st.session_state.setdefault("notices", []).append(Notice(kind, text))


def take_notices() -> tuple[Notice, ...]:
    """Return the sentences to show now, and forget them."""
    notices = tuple(st.session_state.get("notices", ()))
    st.session_state["notices"] = []
    return notices


def edition(work_id: str) -> int:
    """Return how often the facts of a work were replaced from outside its form: part of the form's widget keys."""
    return int(st.session_state.get(f"edition:{work_id}", 0))


def tab() -> str:
    """Return what tells this tab's session from any before it: part of the keys of tables.

    A table's edits are told against what it began with. A window that outlives its session would tell them once more
    against what they have already changed.
    """
    return str(st.session_state.setdefault("tab", uuid4().hex[:8]))


def renew_form(work_id: str) -> None:
    """Have the form drawn afresh from the database, because its facts were replaced from outside."""
    st.session_state[f"edition:{work_id}"] = edition(work_id) + 1


def typed(key: str) -> str:
    """Return what a text widget holds, as text."""
    held = st.session_state.get(key)
    return held if isinstance(held, str) else ""


def held(key: str) -> object:
    """Return what any widget holds, or None where it has not been drawn."""
    return st.session_state.get(key)


def remember(key: str, value: object) -> None:
    """Remember something for this tab that is not a widget's value."""
    st.session_state[key] = value


def preferences() -> Preferences:
    """Return how texts are written and drawn, as set on the page 设置."""
    return load_preferences(store())


def set_preferences(chosen: Preferences) -> None:
    """Keep these preferences, in this tab and in every other."""
    keep_preferences(store(), chosen)


def offline_is_forced() -> bool:
    """Return whether the environment forbids every request, whatever is set on the page."""
    return Settings.from_env(os.environ).offline


def max_mb() -> int:
    """Return how large a document may be that is read, in MB; never more than this server takes."""
    return min(Settings.from_env(os.environ).max_mb, max(1, int(st.get_option("server.maxUploadSize")) - 1))


def model_settings() -> Settings:
    """Return the environment's settings, with what this tab's user set in their place; offline wins over both."""
    chosen = st.session_state.get("model_settings")
    environment = Settings.from_env(os.environ)
    offline = environment.offline or preferences().offline
    used = chosen if isinstance(chosen, Settings) else environment
    return replace(used, database_url=environment.database_url, offline=offline)


def set_model(base_url: str, api_key: str, model: str) -> None:
    """Use this model in this tab only."""
    st.session_state["model_settings"] = Settings(api_key=api_key, base_url=base_url, model=model)


def shows(key: str, value: str) -> None:
    """Note that a field which is about to be drawn for the first time shows this value."""
    if key not in st.session_state:
        st.session_state[f"{key}:shown"] = value


def overtaken(key: str, kept: str, given: str) -> bool:
    """Return whether another window changed a field since it was shown here, and note that it now shows `given`."""
    shown = str(st.session_state.get(f"{key}:shown", kept))
    st.session_state[f"{key}:shown"] = given
    return kept not in (shown, given)


def uploaded(key: str) -> tuple[str, bytes] | None:
    """Return the name and content of the file that an uploader holds, or None."""
    given = st.session_state.get(key)
    return (given.name, given.getvalue()) if given is not None else None
