"""A new own document type: past documents in, their headings in a table to correct, a name, and it is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from drafter.errors import InputError
from drafter.structure.roles import role_names
from drafter.ui import session
from drafter.ui.own_type import LEVELS, NO_HEADING, Sample, corrected, own_type, rows_of
from drafter.ui.reading_files import SUFFIXES, outlines_of
from drafter.ui.upload import files_field

_EDITION = "types"


def draw() -> None:
    """Draw the upload and, once there are documents, what was found in them."""
    st.subheader("从往年材料建立文种", anchor=False)
    key = f"type:{session.edition(_EDITION)}"
    files = files_field(
        "上传一份或几份同一类的材料",
        SUFFIXES,
        key,
        help="只在本机读取。几份材料都有的部分会成为这一文种的部分。",
    )
    samples = _samples(files)
    if not samples:
        return
    names = [sample.name for sample in samples]
    if len(samples) > 1:
        chosen = st.multiselect("用哪些材料", names, default=names, key=f"{key}:use:{_print(names)}")
        samples = [sample for sample in samples if sample.name in chosen]
    if samples:
        _draw_form(tuple(samples), f"{key}:{_print([s.name for s in samples])}")


def _samples(files: list[UploadedFile]) -> list[Sample]:
    samples: list[Sample] = []
    for file in files:
        try:
            outlines = outlines_of(file.name, file.getvalue())
        except InputError as e:
            st.error(str(e), icon=":material/error:")
            continue
        for outline in outlines:
            name = f"{len(samples) + 1}. {outline.title or file.name}"
            samples.append(Sample(name, outline))
    return samples


def _print(names: list[str]) -> str:
    """Return a short name for a choice of documents, so that another choice gets a table of its own."""
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:12]


def _draw_form(samples: tuple[Sample, ...], key: str) -> None:
    rows = rows_of(samples)
    with st.form(key, border=False):
        if rows:
            st.caption(f"认出 {len(samples)} 篇材料、{len(rows)} 个标题。不对的直接改；不是标题的，级别选“不是标题”。")
            st.data_editor(
                rows,
                key=f"{key}:table",
                hide_index=True,
                disabled=["sample", "heading"],
                height=min(560, 40 + 35 * len(rows)),
                column_config={
                    "heading": st.column_config.TextColumn("标题", width=320),
                    "level": st.column_config.SelectboxColumn(
                        "级别", options=[*LEVELS, NO_HEADING], required=True, width=90
                    ),
                    "role": st.column_config.SelectboxColumn(
                        "内容", options=list(role_names().values()), required=True, width=110
                    ),
                    "sample": st.column_config.TextColumn("材料", width="medium"),
                },
                alt="往年材料的标题",
            )
        else:
            st.caption(f"认出 {len(samples)} 篇材料，都没有标题：按各段的内容归成部分。")
        st.text_input("文种名称", key=f"{key}:name", placeholder="如 本社区年终总结")
        st.form_submit_button(
            "存为本单位文种", type="primary", icon=":material/save:", on_click=_keep, args=(samples, key)
        )


@session.guarded
def _keep(samples: tuple[Sample, ...], key: str) -> None:
    edits = session.held(f"{key}:table")
    changed = edits["edited_rows"] if isinstance(edits, Mapping) else {}
    rows = [row | changed.get(n, {}) for n, row in enumerate(rows_of(samples))]
    own = own_type(session.typed(f"{key}:name"), corrected(samples, rows))
    session.type_store().keep(own)
    session.renew_form(_EDITION)
    session.notify("success", f"已存为文种“{own.name}”，在「填写事实」的“文种”里可以选它。")
