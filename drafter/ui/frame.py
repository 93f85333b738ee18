"""What stands around every page: the sidebar, the notices, and the steps that show where one is and what is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from drafter.factfile import load_facts
from drafter.resources import resource
from drafter.store import Work
from drafter.ui import pages, session, signed_in
from drafter.ui.chinese import load_words
from drafter.ui.document_types import type_names
from drafter.ui.entries import not_understood, sheet_of, work_of
from drafter.ui.judged import Judged, judge
from drafter.ui.model_panel import draw_model_panel
from drafter.ui.plain import as_markdown
from drafter.ui.reconnect import watch_connection

Step = Literal["facts", "writing", "export"]
_room = st.components.v2.component(
    "drafter.frame", css=Path(__file__).with_suffix(".css").read_text(encoding="utf-8"), isolate_styles=False
)


def name_of(work: Work) -> str:
    """Return how staff recognise a document: 和平社区 2025年度 社区文明创建年终工作总结."""
    kind = type_names().get(work.document, work.document)
    return " ".join(p for p in (work.unit or "（未填单位）", work.period, kind) if p)


def draw_sidebar() -> None:
    """Draw what is at hand on every page: the open document, the example, and how texts are written."""
    work = session.current()
    with st.sidebar:
        st.markdown("### 文明创建材料助手")
        if work:
            st.caption("正在办理")
            st.markdown(f"**{as_markdown(name_of(work))}**")
            st.caption("每次修改都自动保存，关掉网页也不会丢。")
        else:
            st.caption("如实填数、成段成文、逐个核数。")
        st.button(
            "载入示例",
            icon=":material/lightbulb:",
            on_click=open_example,
            width="stretch",
            help="打开一份填好的示例，一分钟看完整个过程；不影响您自己的文稿。",
        )
        draw_model_panel()
        signed_in.draw_person()
        load_words()
        watch_connection()
        _room(key="frame")


@session.guarded
def open_example() -> None:
    """Open a new document with the facts of the first sample."""
    first = sorted(resource("samples").glob("*.yaml"))[0]
    kept = session.store().create(work_of(load_facts(first)))
    session.open_work(kept.id)
    session.notify("success", "示例已打开：先看看填好的事实，再到「撰写与核查」点「生成全文」。")
    st.switch_page(pages.facts())


def require_work() -> Work:
    """Return the open document; where none is open, say what to do and end the page."""
    work = session.current()
    if work is None:
        st.info("还没有打开文稿。请先到「文稿」页新建或打开一份，也可以点左侧的「载入示例」。")
        st.page_link(pages.drafts(), label="去「文稿」页", icon=":material/arrow_forward:")
        st.stop()
    return work


def draw_not_understood(work: Work) -> None:
    """Say which entries could not be read and so are in no draft, with the way to mend them."""
    found = not_understood(work)
    if found:
        told = as_markdown("；".join(found))
        st.warning(
            f"有 {len(found)} 项没读懂，没有写入文稿：{told}。请到「填写事实」页改正。", icon=":material/warning:"
        )


def _export_state(judged: Judged, missing: list[str]) -> str:
    if not judged.written:
        return "写好后导出"
    if judged.flagged:
        return f"先核 {judged.flagged} 处数字，再导出"
    if judged.unread:
        return f"先改 {judged.unread} 项没读懂的，再导出"
    return f"先补{'、'.join(missing)}，再导出" if missing else "可以导出"


def draw_next(page: Callable[[], st.Page], label: str) -> None:
    """Draw the button at the end of a page that leads on."""
    st.button(label, type="primary", icon=":material/arrow_forward:", key=f"next:{label}", on_click=_go, args=(page,))


@session.guarded
def _go(page: Callable[[], st.Page]) -> None:
    st.switch_page(page())


@dataclass(frozen=True)
class StepPlaces:
    """Where the three steps stand on a page: a place for the name and one for the state of each.

    They can be filled anew in any run. Each holds one element: a block that a part drawn alone makes anew may reach the
    browser without its columns, and the whole page goes blank.
    """

    names: tuple[DeltaGenerator, ...]
    states: tuple[DeltaGenerator, ...]


def step_places() -> StepPlaces:
    """Make room for the three steps."""
    cells = st.columns(3, border=True)
    return StepPlaces(*zip(*((cell.empty(), cell.empty()) for cell in cells), strict=True))


def draw_steps(work: Work, here: Step | None = None) -> Judged:
    """Draw the three steps of a document with what each of them still lacks; return the verdict on the draft."""
    return fill_steps(step_places(), work, here)


def fill_steps(places: StepPlaces, work: Work, here: Step | None = None) -> Judged:
    """Draw the steps in their places, or draw them anew; return the verdict on the draft."""
    judged = judge(work)
    facts = len(sheet_of(work).facts)
    missing = [name for name, given in (("单位", work.unit), ("时段", work.period), ("日期", work.date)) if not given]
    unread = f"，⚠ {judged.unread} 项没读懂" if judged.unread else ""
    texts = {
        "facts": f"{facts} 项事实" + (f"，缺{'、'.join(missing)}" if missing else "") + unread,
        "writing": "还没有生成" if not judged.written else f"{len(judged.written)} 节，{judged.flagged} 处待核",
        "export": _export_state(judged, missing),
    }
    done = {
        "facts": bool(facts) and not missing and not judged.unread,
        "writing": bool(judged.written) and not judged.flagged,
        "export": False,
    }
    steps: tuple[tuple[Step, str, st.Page], ...] = (
        ("facts", "1 填写事实", pages.facts()),
        ("writing", "2 撰写与核查", pages.writing()),
        ("export", "3 导出", pages.export()),
    )
    for title, state, (key, name, page) in zip(places.names, places.states, steps, strict=True):
        icon = ":material/check_circle:" if done[key] else ":material/radio_button_unchecked:"
        if key == here:
            title.markdown(f":primary[{icon} **{name}**]　:primary-badge[本页]")
        else:
            title.page_link(page, label=name, icon=icon)
        state.caption(texts[key])
    return judged
