"""Page 设置: how texts are written now, where everything lies, and the documents that were deleted."""

import streamlit as st

from drafter import __version__
from drafter.ui import frame, session
from drafter.ui.plain import as_markdown


@session.guarded
def _undelete(work_id: str) -> None:
    session.store().undelete(work_id)
    session.notify("success", "文稿已恢复，在「文稿」页可以打开。")


st.title("设置")
settings = session.model_settings()
st.subheader("撰写方式", anchor=False)
if settings.has_model:
    st.markdown(
        f"现在由模型 **{as_markdown(settings.model)}** 撰写。模型一次只看到一节和这一节的事实，数字由程序填入。"
    )
else:
    st.markdown("现在由本机按句式撰写，不联网。要接入模型，请在左侧“模型设置”里填写；也可由管理员设环境变量。")
st.caption("环境变量：OPENAI_API_KEY、OPENAI_BASE_URL、DRAFTER_MODEL。左侧填写的只在本次浏览有效。")
st.subheader("文稿存放处", anchor=False)
st.markdown(f"所有文稿都在本机数据库：`{session.store().place}`")
st.caption("换地方：设环境变量 DRAFTER_DATABASE_URL 后重新启动。备份：关闭程序后复制这个文件。")
st.subheader("已删除的文稿", anchor=False)
deleted = session.store().works(deleted=True)
if not deleted:
    st.caption("没有已删除的文稿。")
for each in deleted:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(as_markdown(frame.name_of(each.work)))
        st.button("恢复", key=f"undelete:{each.work.id}", on_click=_undelete, args=(each.work.id,))
st.caption(f"版本 {__version__}")
