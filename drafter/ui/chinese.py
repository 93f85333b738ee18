"""Chinese words in the place of Streamlit's English ones, which no setting of it changes."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_SOURCE = Path(__file__)
_words = st.components.v2.component(
    "drafter.chinese",
    js=_SOURCE.with_suffix(".js").read_text(encoding="utf-8"),
    css=_SOURCE.with_suffix(".css").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def load_words() -> None:
    """Bring the Chinese words into the page: to be called once in each run."""
    _words(key="chinese-words")
