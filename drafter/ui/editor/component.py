"""The section editor as a Streamlit component: load_editor() once a page, then section_editor() for each section.

The engine is loaded once and not with each section, so that a change of a section's marks sends the marks only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from drafter.ui import session
from drafter.ui.editor.values import EditorState, Mark, Passage, editor_data, editor_state

_HERE = Path(__file__).parent
# Styles are not isolated: input methods and Streamlit's own keys treat a field inside a shadow tree worse.
_engine = st.components.v2.component(
    "drafter.editor_engine", js=(_HERE / "engine.js").read_text(encoding="utf-8"), isolate_styles=False
)
_section = st.components.v2.component(
    "drafter.section_editor", js=(_HERE / "mount.js").read_text(encoding="utf-8"), isolate_styles=False
)


def load_editor() -> None:
    """Bring the editor's program into the page: to be called once in each run of a page that has section editors."""
    _engine(key="editor-engine")


def section_editor(
    key: str,
    passage: Passage,
    marks: Sequence[Mark],
    *,
    on_edit: Callable[[EditorState], None],
    read_only: bool,
) -> EditorState:
    """Draw one section's editor and return what stands in it as far as is known here.

    `key` stays the same over all revisions of a section. `on_edit` is called before the page is drawn anew, 0.2 s after
    the last keystroke and when the field is left. Its state's revision may be an older one than the
    passage's: then the section was rewritten while the person wrote, and the edit must not take the new text's place.
    """

    @session.guarded
    def sent() -> None:
        state = editor_state(session.held(key))
        if state:
            on_edit(state)

    heard = editor_state(session.held(key)) is not None
    data = editor_data(key, passage, marks, read_only=read_only, heard=heard)
    result = _section(key=key, data=data, on_draft_change=sent)
    state = editor_state(result)
    if state and state.revision == passage.revision:
        return state
    return EditorState(passage.text, passage.revision, passage.text)
