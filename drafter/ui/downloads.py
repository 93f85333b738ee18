"""Buttons that hand out a file of what is on the page.

The file is made while the page is drawn, and kept for the next runs: one to be made on its click is forgotten once the
page is drawn anew, so that a click in between gives nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, Literal

import streamlit as st
from pydantic import BaseModel

from drafter.errors import DrafterError

_OOXML = "application/vnd.openxmlformats-officedocument."
_TYPES = {
    "docx": f"{_OOXML}wordprocessingml.document",
    "xlsx": f"{_OOXML}spreadsheetml.sheet",
    "yaml": "application/yaml",
    "json": "application/json",
    "txt": "text/plain",
}


def content_key(*parts: BaseModel | str | bytes) -> str:
    """Return what tells one content from another."""
    found = hashlib.sha256()
    for part in parts:
        as_text = part.model_dump_json() if isinstance(part, BaseModel) else part
        found.update(as_text if isinstance(as_text, bytes) else as_text.encode())
        found.update(b"\0")
    return found.hexdigest()


def draw_download(
    label: str,
    name: str,
    made: tuple[str, Callable[[], bytes | str]],
    kind: Literal["primary", "secondary"] = "secondary",
    **more: Any,
) -> None:
    """Draw a button for a file of this name; `made` is the key of all that is in it (content_key) and what makes it.

    A DrafterError of the making is shown in the button's place. `more` goes to st.download_button.
    """
    key, make = made
    try:
        data = _made(f"{label} {key}", make)
    except DrafterError as e:
        st.error(str(e), icon=":material/error:")
        return
    mime = _TYPES[name.rpartition(".")[2]]
    st.download_button(label, data=data, file_name=name, mime=mime, type=kind, on_click="ignore", **more)


@st.cache_data(max_entries=8, ttl=1800, scope="session", show_spinner=False)
def _made(key: str, _make: Callable[[], bytes | str]) -> bytes | str:
    """Return the file; the same bytes on every run, by which the browser finds it."""
    return _make()
