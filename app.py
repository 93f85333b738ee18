"""Streamlit entry: page settings, navigation, and the one place where an error meant for staff is shown."""

import streamlit as st

from drafter.errors import DrafterError
from drafter.ui import frame, notices, pages, session, signed_in

st.set_page_config(
    page_title="文明创建材料助手", page_icon=":material/fact_check:", layout="wide", initial_sidebar_state=250
)
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
