"""Page 填写事实: the head, files in and out, the form in groups, and the table of further facts."""

import streamlit as st

from drafter.structure.catalogue import load_catalogue
from drafter.ui import facts_files, form, frame, held_back, import_panel, pages, table
from drafter.ui.document_types import planned_type, type_names
from drafter.ui.entries import free_entries
from drafter.ui.plain import as_markdown

work = frame.require_work()
st.title("填写事实")
steps = frame.step_places()
frame.fill_steps(steps, work, "facts")
catalogue = load_catalogue()
types = type_names()
form.draw_head(work, types)
if work.document not in types:
    st.warning(f"没有文种“{as_markdown(work.document)}”，请在上面的「文种」里选一种。")
    st.stop()
skeleton = planned_type(work)
import_panel.draw(work)
facts_files.draw(work, skeleton)
st.subheader("各方面的事实", anchor=False)
st.caption("只填有的，不必填全。数字照手头的材料写：326、约3万、三千多、96.5% 都可以。离开一格就自动保存。")
form.draw_groups(work, catalogue, skeleton)
st.subheader("更多事实", anchor=False)
st.caption(
    "表单里没有的，在这里一行一条地添；说不成一个数的，写在“文字说明”里。点表格最下面的空行即可添加。"
    "用输入法写汉字，先双击这一格，或选中后按回车，再写。"
)
held_back.draw(work, free_entries(work, catalogue), f"{work.id}:free")
table.draw_table(work, catalogue, steps)
frame.draw_next(pages.writing, "下一步：撰写与核查")
