"""Last year's document as the start of this year's form: its numbers in a table, ticked and corrected, then put in."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from drafter.errors import InputError
from drafter.store import Work
from drafter.structure.catalogue import OTHER, load_catalogue
from drafter.structure.harvest import Candidate, harvest
from drafter.structure.outline import Outline
from drafter.ui import session
from drafter.ui.harvest import OTHER_NAME, Into, chosen, merged
from drafter.ui.plain import as_markdown
from drafter.ui.reading_files import SUFFIXES, outlines_of, title_of
from drafter.ui.upload import file_field

_INTO: dict[Into, str] = {"previous": "上期（往年的材料）", "value": "本期（这一期的材料）"}


def draw(work: Work) -> None:
    """Draw the upload of an earlier document and, once there is one, the table of its numbers."""
    key = f"{work.id}:{session.edition(work.id)}:harvest"
    with st.expander("从往年材料导入数字", icon=":material/history_edu:"):
        file = file_field(
            "上传去年的总结或申报材料",
            SUFFIXES,
            key,
            help="只在本机读取。文中每个要核对的数字都会列出来，由您勾选、更正后再放进表单。",
        )
        if file is None:
            st.caption("材料里的数字会连同原句列成一张表，勾选、更正后放进表单的“上期”或“本期”，什么都不会被覆盖。")
            return
        try:
            outlines = outlines_of(file.name, file.getvalue())
        except InputError as e:
            st.error(str(e), icon=":material/error:")
            return
        outline, number = _choose(outlines, key)
        candidates = harvest(outline)
        if not candidates:
            st.info("这份材料里没有找到要核对的数字。")
            return
        _draw_form(work, candidates, f"{key}:{file.file_id}:{number}")


def _choose(outlines: tuple[Outline, ...], key: str) -> tuple[Outline, int]:
    if len(outlines) == 1:
        return outlines[0], 0
    number = st.selectbox(
        f"文件里有 {len(outlines)} 篇材料，用哪一篇",
        range(len(outlines)),
        format_func=lambda n: title_of(outlines[n], n + 1),
        key=f"{key}:part",
    )
    return outlines[number], number


def _draw_form(work: Work, candidates: tuple[Candidate, ...], key: str) -> None:
    """Draw the table in a form, so that ticking and typing don't draw the page anew."""
    with st.form(key, border=False):
        st.caption(f"找到 {len(candidates)} 个数字。不要的去掉勾；名称、数值不对的直接改。")
        catalogue = load_catalogue()
        st.data_editor(
            rows_of(candidates),
            key=f"{key}:table",
            hide_index=True,
            disabled=["source"],
            height=min(420, 40 + 35 * len(candidates)),
            column_config={
                "use": st.column_config.CheckboxColumn("用", width=60),
                "label": st.column_config.TextColumn("事项", width="medium"),
                "value": st.column_config.TextColumn("数值", width=90),
                "unit": st.column_config.TextColumn("单位", width=70),
                "topic": st.column_config.SelectboxColumn(
                    "主题", options=[*(t.name for t in catalogue.topics), OTHER_NAME], width=100
                ),
                "source": st.column_config.TextColumn("原句", width="large"),
            },
            alt="往年材料里的数字",
        )
        st.radio("放到", list(_INTO), format_func=lambda into: _INTO[into], horizontal=True, key=f"{key}:into")
        st.form_submit_button(
            "放进表单", type="primary", icon=":material/playlist_add:", on_click=_merge, args=(work.id, candidates, key)
        )


def rows_of(candidates: tuple[Candidate, ...]) -> list[dict[str, object]]:
    """Return a table row for each candidate, all ticked."""
    names = {t.key: t.name for t in load_catalogue().topics} | {OTHER: OTHER_NAME}
    return [
        {"use": True, "label": c.label, "value": c.value, "unit": c.unit, "topic": names[c.topic], "source": c.source}
        for c in candidates
    ]


@session.guarded
def _merge(work_id: str, candidates: tuple[Candidate, ...], key: str) -> None:
    edits = session.held(f"{key}:table")
    changed = edits["edited_rows"] if isinstance(edits, Mapping) else {}
    rows = [row | changed.get(n, {}) for n, row in enumerate(rows_of(candidates))]
    into: Into = "value" if session.held(f"{key}:into") == "value" else "previous"
    picked = chosen(candidates, rows)
    told: list[str] = []

    def put(work: Work) -> Work:
        result = merged(work, picked, into)
        told[:] = [f"{result.beside} 项放在原有事项旁，{result.added} 项新增"]
        return result.work

    if session.change(work_id, put):
        session.renew_form(work_id)
        rest = "填上本期数后写入文稿。" if into == "previous" else "请逐条核对。"
        session.notify("success", as_markdown(f"已放进表单：{''.join(told)}。{rest}"))
