"""Page 文稿: all documents on this computer; make, open, copy for the next period, delete with undo."""

import streamlit as st

from drafter.store import Listed, Work
from drafter.ui import frame, pages, session
from drafter.ui.entries import next_period, sheet_of
from drafter.ui.plain import as_markdown


@session.guarded
def _begin() -> None:
    kept = session.store().create(Work())
    session.open_work(kept.id)
    st.switch_page(pages.facts())


@session.guarded
def _open(work_id: str) -> None:
    session.open_work(work_id)
    st.switch_page(pages.writing() if session.store().load(work_id).draft else pages.facts())


@session.guarded
def _copy(work_id: str) -> None:
    store = session.store()
    copied = store.load(work_id)
    period, kept = copied.period, store.create(next_period(copied))
    store.keep_template(kept.id, store.template(work_id))
    session.open_work(kept.id)
    session.notify(
        "success",
        "已复制到下一期：上一份的本期数成了上期数，不随时段变的照留。"
        f"文字放在“来源”一栏，记作“{as_markdown(period or '上期')}的写法”，不写入文稿；本期仍属实的，点「填回」再核改。"
        "请填新的时段、日期和本期数。",
    )
    st.switch_page(pages.facts())


@session.guarded
def _delete(work_id: str) -> None:
    session.store().delete(work_id)
    if session.open_id() == work_id:
        session.open_work("")
    session.remember("deleted_id", work_id)


@session.guarded
def _undelete(work_id: str) -> None:
    session.store().undelete(work_id)
    session.remember("deleted_id", "")
    session.notify("success", "文稿已恢复。")


def _draw(listed: Listed) -> None:
    work = listed.work
    sections = [s for s in (work.draft.sections if work.draft else ()) if s.text]
    progress = f"已写 {len(sections)} 节" if sections else "还没有生成"
    with st.container(border=True):
        name, buttons = st.columns((5, 4), vertical_alignment="center")
        name.markdown(f"**{as_markdown(frame.name_of(work))}**")
        when = listed.changed.astimezone().strftime("%Y年%m月%d日 %H:%M")
        name.caption(f"{len(sheet_of(work).facts)} 项事实，{progress}；最后修改 {when}")
        with buttons.container(horizontal=True, horizontal_alignment="right"):
            st.button("打开", key=f"open:{work.id}", type="primary", on_click=_open, args=(work.id,))
            st.button("复制到下一期", key=f"copy:{work.id}", on_click=_copy, args=(work.id,))
            st.button("删除", key=f"delete:{work.id}", on_click=_delete, args=(work.id,))


st.title("文稿")
works = session.store().works()
if not works:
    st.markdown(
        "这里帮您把社区一年的**真实数据**写成文明创建总结或申报材料，并逐个核对文中的数字。三步完成：\n\n"
        "1. **填写事实**：单位、时段，以及各方面做了什么、多少；只填有的，不必填全。\n"
        "2. **撰写与核查**：点「生成全文」，逐节修改；每个数字都标明出处，对不上的会标出「待核」。\n"
        "3. **导出**：下载符合公文格式的 Word 文件。"
    )
with st.container(horizontal=True):
    st.button("新建文稿", type="primary", icon=":material/add:", on_click=_begin)
    if not works:
        st.button("先看示例", icon=":material/lightbulb:", on_click=frame.open_example)
if deleted_id := session.held("deleted_id"):
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown("文稿已删除。")
        st.button("撤销删除", icon=":material/undo:", on_click=_undelete, args=(deleted_id,))
for each in works:
    _draw(each)
