"""How the Word files of a document look: its title's wording, the font set, and the unit's own template."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import streamlit as st

from drafter.models import Draft
from drafter.store import Work
from drafter.ui import session
from drafter.ui.document_types import load_type
from drafter.ui.drafting import title_of
from drafter.ui.entries import sheet_of
from drafter.ui.fields import overtaken_line, tell_overtaken
from drafter.ui.judged import trace
from drafter.ui.plain import as_markdown, shortened
from drafter.ui.upload import file_field
from drafter.word.styles import FONT_SETS, STOCK, FontSet
from drafter.word.template import Template, read_template

_LONGEST_TITLE = 80


@dataclass(frozen=True)
class Layout:
    """What a Word file is made with, beside its text."""

    fonts: FontSet
    template: Template | None


def draw(work: Work, draft: Draft) -> Layout:
    """Draw the choices and return what is chosen; every choice is kept with the document."""
    layout = _layout_of(work)
    label = f"版式：{as_markdown(_used(layout.template))}；{layout.fonts.name}"
    with st.expander(label, icon=":material/format_paint:", key=f"{work.id}:layout"):
        _draw_title(work, draft)
        fonts, template = st.columns(2, gap="medium")
        with fonts:
            _draw_fonts(work, layout)
        with template:
            _draw_template(work, layout.template)
    return layout


def _used(template: Template | None) -> str:
    if template is None:
        return "按国标"
    added = f"（补了 {len(template.missing)} 种样式）" if template.missing else ""
    return f"用单位模板“{shortened(template.name, 30)}”{added}"


def _layout_of(work: Work) -> Layout:
    kept = session.store().template(work.id)
    return Layout(FONT_SETS.get(work.fonts, STOCK), _read(*kept) if kept else None)


@lru_cache(maxsize=4)
def _read(name: str, content: bytes) -> Template:
    return read_template(content, name)


def _draw_title(work: Work, draft: Draft) -> None:
    # The title in the key: a title that is given anew by the document type shows in a field of its own.
    key = f"{work.id}:title:{draft.title}"
    tip = "可以改；清空则按文种自动拟定。超过一行时按词意自动回行。"
    session.shows(key, draft.title)
    st.text_input("标题", value=draft.title, key=key, help=tip, on_change=_save_title, args=(work.id, key))


@session.guarded
def _save_title(work_id: str, key: str) -> None:
    set_title(work_id, session.typed(key), key)


def set_title(work_id: str, title: str, key: str) -> None:
    """Give a document this title; an empty one leaves it to the document type again.

    `key` is that of the field or button in which this window showed the title.
    """
    typed = "".join(title.split("\n")).strip()
    if len(typed) > _LONGEST_TITLE:
        session.notify("error", f"标题有 {len(typed)} 个字，最多 {_LONGEST_TITLE} 个，没有保存，请改短。")
        return
    flagged = trace(typed, sheet_of(session.store().load(work_id))).flagged
    if flagged:
        number = flagged[0].mention.text
        session.notify("error", f"标题里的“{number}”没有出处，没有保存：请改标题，或先到「填写事实」补上。")
        return

    kept = there = ""

    def put(work: Work) -> Work:
        nonlocal kept, there
        skeleton = load_type(work.document)
        given = title_of(work.model_copy(update={"title": ""}), skeleton)
        kept, there = title_of(work, skeleton), typed or given
        return work.model_copy(update={"title": "" if typed == given else typed})

    if session.change(work_id, put):
        tell_overtaken(key, "标题", kept, there)


def _draw_fonts(work: Work, layout: Layout) -> None:
    # The fonts in the key: a choice made in another window shows in a box of its own.
    key = f"{work.id}:fonts:{layout.fonts.key}"
    session.shows(key, layout.fonts.key)
    st.selectbox(
        "字体",
        list(FONT_SETS),
        index=list(FONT_SETS).index(layout.fonts.key),
        format_func=lambda k: FONT_SETS[k].name,
        key=key,
        on_change=_save_fonts,
        args=(work.id, key),
    )
    if layout.template:
        st.caption("单位模板里没有的样式才用这里的字体。")
    st.caption(f"{layout.fonts.told()}国标要求标题用小标宋，Windows 不自带，要另外安装。")


@session.guarded
def _save_fonts(work_id: str, key: str) -> None:
    chosen, kept = session.typed(key), ""

    def put(work: Work) -> Work:
        nonlocal kept
        kept = work.fonts
        return work.model_copy(update={"fonts": chosen})

    if session.change(work_id, put):
        tell_overtaken(key, "字体", kept, chosen, {k: f.name for k, f in FONT_SETS.items()})


def _draw_template(work: Work, template: Template | None) -> None:
    if template is None:
        # A new key after each upload empties the field, so that it never shows a file that was refused.
        key = f"{work.id}:template:{session.held(f'{work.id}:templates') or 0}"
        tip = "用它的页面、字体、样式和页眉页脚，不用它的正文；带宏的文件不收。"
        file_field("单位模板，选填", ["docx"], key, on_change=_keep, args=(work.id, key), help=tip)
        return
    st.markdown(f"单位模板：**{as_markdown(template.name)}**")
    if template.missing:
        lacking = "、".join(as_markdown(name) for name in template.missing)
        st.warning(f"模板里没有 {len(template.missing)} 种样式，已按国标补上：{lacking}")
    else:
        st.success("模板里要用的样式都有。")
    for note in template.notes:
        st.caption(as_markdown(note))
    st.button("不用这个模板", icon=":material/close:", on_click=_drop, args=(work.id, template.name))


@session.guarded
def _keep(work_id: str, key: str) -> None:
    given = session.uploaded(key)
    if given is None:
        return
    counted = session.held(f"{work_id}:templates")
    session.remember(f"{work_id}:templates", (counted if isinstance(counted, int) else 0) + 1)
    _read(*given)
    there = session.store().template(work_id)
    session.store().keep_template(work_id, given)
    session.notify("success", f"已改用模板“{given[0]}”的版式。")
    # The field is there only where no template is.
    if there not in (None, given):
        session.notify("warning", overtaken_line("单位模板", there[0], given[0]))


@session.guarded
def _drop(work_id: str, name: str) -> None:
    there = session.store().template(work_id)
    if there and there[0] != name:
        session.notify("warning", f"单位模板刚才在别的窗口换成了“{there[0]}”，没有去掉；仍不要，请再点一次。")
        return
    session.store().keep_template(work_id, None)
    session.notify("success", "已改回国标版式。")
