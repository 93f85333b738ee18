"""Streamlit entry: page settings, navigation, and the one place where an error meant for staff is shown."""

import streamlit as st

from drafter.errors import DrafterError
from drafter.ui import frame, notices, pages, session

st.set_page_config(
    page_title="文明创建材料助手", page_icon=":material/fact_check:", layout="wide", initial_sidebar_state=250
)
page = st.navigation(pages.all_pages(), position="top")
try:
    session.begin_run()
    frame.draw_sidebar()
    notices.draw_notices()
    page.run()
except DrafterError as error:
    st.error(str(error), icon=":material/error:")
