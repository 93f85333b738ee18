"""The unit's own document types: what each is made of, its file, and deleting it with undo."""

from __future__ import annotations

import streamlit as st

from drafter.typestore import OwnType
from drafter.ui import session
from drafter.ui.document_types import skeleton_of
from drafter.ui.plain import as_markdown

_DELETED = "deleted_type"


def draw() -> None:
    """Draw every own document type with its sections."""
    deleted = session.held(_DELETED)
    if isinstance(deleted, OwnType):
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(f"文种“{as_markdown(deleted.name)}”已删除。")
            st.button("撤销删除", icon=":material/undo:", on_click=_undelete)
    for own in session.type_store().types():
        _draw(own)


def _draw(own: OwnType) -> None:
    skeleton = skeleton_of(own)
    headed = [s for s in skeleton.sections if s.heading]
    with st.container(border=True):
        name, buttons = st.columns((5, 4), vertical_alignment="center")
        name.markdown(f"**{as_markdown(own.name)}**")
        name.caption(f"{len(headed)} 个带标题的部分；代号 {own.key}")
        with buttons.container(horizontal=True, horizontal_alignment="right"):
            st.download_button(
                "下载文种文件",
                data=own.content,
                file_name=f"{own.name}.yaml",
                mime="application/yaml",
                key=f"take:{own.key}",
                on_click="ignore",
                help="可以备份、给别人用，也可以在命令行里用：drafter draft 事实表.yaml --document 文种文件.yaml",
            )
            st.button("删除", key=f"drop:{own.key}", on_click=_delete, args=(own,))
        with st.expander("看各部分"):
            st.markdown(f"标题：{as_markdown(skeleton.title.format(unit='（单位）', period='（时段）'))}")
            for spec in headed:
                st.markdown(f"- {as_markdown(spec.heading)}　:gray[{spec.min_chars}—{spec.max_chars} 字]")


@session.guarded
def _delete(own: OwnType) -> None:
    session.type_store().drop(own.key)
    session.remember(_DELETED, own)


@session.guarded
def _undelete() -> None:
    deleted = session.held(_DELETED)
    if isinstance(deleted, OwnType):
        session.type_store().keep(deleted)
    session.remember(_DELETED, None)
