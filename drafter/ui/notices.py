"""What the last click has to say, in a corner of the page."""

from __future__ import annotations

import streamlit as st

from drafter.ui import session
from drafter.ui.plain import as_markdown

_ICONS = {
    "success": ":material/check_circle:",
    "info": ":material/info:",
    "warning": ":material/warning:",
    "error": ":material/error:",
}


def draw_notices() -> None:
    """Show what the last click has to say: in a corner, as the place of the click may be far down the page."""
    for notice in session.take_notices():
        lasting = notice.kind in ("warning", "error")
        st.toast(as_markdown(notice.text), icon=_ICONS[notice.kind], duration="infinite" if lasting else "long")
