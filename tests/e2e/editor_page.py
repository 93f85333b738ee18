"""A page with two section editors and nothing else, as a writing page uses them; ?chars=5000 makes the first long."""

from __future__ import annotations

from functools import partial

import streamlit as st

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers
from drafter.ui.editor.component import load_editor, section_editor
from drafter.ui.editor.report_marks import report_marks
from drafter.ui.editor.values import EditorState, Passage

SHEET = FactSheet(
    unit="和平社区",
    period="2025年度",
    facts=(
        Fact(id="F1", topic="party", label="在册党员", value="93", unit="名", note="<img src=x onerror=window.hit=1>"),
        Fact(id="F2", topic="volunteer", label="注册志愿者", value="326", unit="人"),
    ),
)
START = "社区有在册党员93名，注册志愿者326人。"
LONG_SENTENCE = "社区现有在册党员93名、注册志愿者326人，全年开展活动，群众满意，工作扎实推进，"
NEW = "社区现有注册志愿者326人，在册党员93名。"
state = st.session_state


def first_text() -> str:
    wanted = int(st.query_params.get("chars", 0))
    return (LONG_SENTENCE * (wanted // len(LONG_SENTENCE) + 1))[:wanted] if wanted else START


def keep(name: str, edit: EditorState) -> None:
    state["edits"] += 1
    if edit.revision == state[name][1]:
        state[name] = (edit.text, edit.revision)
    else:
        state["late"] = edit.text


def rewrite() -> None:
    state["one"] = (NEW, state["one"][1] + 1)


@st.fragment
def draw(name: str) -> None:
    text, revision = state[name]
    marks = report_marks(trace_numbers(text, SHEET), SHEET)
    passage = Passage(text, revision, f"正文{name}")
    section_editor(f"text:{name}", passage, marks, on_edit=partial(keep, name), read_only=state.get("locked", False))
    with st.container(key=f"saved-{name}"):
        st.text(text)
    with st.container(key=f"edits-{name}"):
        st.text(f"{state['edits']} 次；晚到：{state.get('late', '')}")


state.setdefault("one", (first_text(), 0))
state.setdefault("two", (START, 0))
state.setdefault("edits", 0)
state["runs"] = state.get("runs", 0) + 1
load_editor()
st.button("重写", on_click=rewrite)
st.checkbox("锁定", key="locked")
with st.container(key="runs"):
    st.text(f"整页画了 {state['runs']} 次")
draw("one")
draw("two")
