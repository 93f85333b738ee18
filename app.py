"""Streamlit entry: page settings, navigation, and the one place where an error meant for staff is shown."""

from pathlib import Path

import streamlit as st

import drafter
from drafter.errors import DrafterError
from drafter.ui import frame, notices, pages, session, signed_in

# A file of our own: the browser would fetch a named Material icon from the internet.
icon = Path(drafter.__file__).parent / "ui" / "icon.svg"
st.set_page_config(page_title="文明创建材料助手", page_icon=icon, layout="wide", initial_sidebar_state=250)
try:
    may_enter = signed_in.draw_gate()
    page = st.navigation(pages.all_pages(), position="top" if may_enter else "hidden")
    if may_enter:
        session.begin_run()
        frame.draw_sidebar()
        notices.draw_notices()
        page.run()
except DrafterError as error:
    st.error(str(error), icon=":material/error:")
