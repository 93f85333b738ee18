"""What is typed or clicked is kept, even where the next edit comes while it is being kept."""

import tomllib
from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]


def a_page() -> None:
    import streamlit as st
    from streamlit.runtime.scriptrunner import RerunData, get_script_run_ctx

    from drafter.ui import session

    def hurried() -> None:
        # What a browser does by the next edit.
        context = get_script_run_ctx()
        assert context is not None
        assert context.script_requests is not None
        context.script_requests.request_rerun(RerunData())

    @session.guarded
    def keep() -> None:
        hurried()
        session.remember("kept", session.typed("field"))
        session.remember("told", True)

    st.text_input("事项", key="field", on_change=keep)
    st.caption(f"存了{session.held('kept')}")


def test_a_callback_runs_to_its_end_while_the_next_edit_waits():
    at = AppTest.from_function(a_page, default_timeout=30).run()
    at.text_input(key="field").input("326").run()
    assert at.session_state["kept"] == "326"
    assert at.session_state["told"]
    assert at.caption[0].value == "存了326"


def test_edits_are_taken_one_after_another():
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["runner"]["fastReruns"] is False
