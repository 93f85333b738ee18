"""A page that is drawn anew when its connection is back: no edit meets a server which does not know its field."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from drafter.ui import session

_watch = st.components.v2.component(
    "drafter.reconnect", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"), isolate_styles=False
)


def watch_connection() -> None:
    """Bring the watch over the connection into the page: to be called once in each run."""
    _watch(key="reconnect", on_back_change=_drawn_anew)


@session.guarded
def _drawn_anew() -> None:
    """Nothing more is to be done: the run that this is called in draws the page."""
