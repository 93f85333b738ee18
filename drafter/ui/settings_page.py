"""Page 设置: how texts are written now, where everything lies, and the documents that were deleted."""

import streamlit as st

from drafter import __version__
from drafter.ui import backup_panel, frame, jobs, second_look, session
from drafter.ui.plain import as_markdown
from drafter.ui.preferences import MOST_AT_ONCE, MOST_REPAIRS, Preferences


@session.guarded
def _undelete(work_id: str) -> None:
    session.store().undelete(work_id)
    session.notify("success", "文稿已恢复，在「文稿」页可以打开。")


@session.guarded
def _save(name: str) -> None:
    given = session.held(f"preference:{name}")
    if given is None:
        # An emptied number field: what was kept stays.
        return
    chosen = session.preferences().model_copy(update={name: given})
    session.set_preferences(chosen)
    if chosen.offline:
        own = [listed.work.id for listed in session.store().works()]
        jobs.stop_all(own)
        second_look.stop_all(own)


def _draw_writing(kept: Preferences) -> None:
    first, second = st.columns(2)
    first.number_input(
        "模型同时撰写几节",
        1,
        MOST_AT_ONCE,
        kept.concurrency,
        key="preference:concurrency",
        on_change=_save,
        args=("concurrency",),
        help="多了快些；服务限流时请调小。",
    )
    second.number_input(
        "一节最多退回模型修改几次",
        0,
        MOST_REPAIRS,
        kept.repairs,
        key="preference:repairs",
        on_change=_save,
        args=("repairs",),
        help="数字没有出处、字数不合等会退回；退回后仍不行，由程序按事实改写那几句。",
    )


def _draw_preferences(kept: Preferences) -> None:
    forced = session.offline_is_forced()
    st.toggle(
        "离线：不向任何模型发送内容",
        value=kept.offline or forced,
        key="preference:offline",
        disabled=forced,
        on_change=_save,
        args=("offline",),
        help="打开后，生成、重写、测试连接都不联网；正在进行的撰写立即停止。"
        + ("管理员已设 DRAFTER_OFFLINE，这里关不掉。" if forced else ""),
    )
    _draw_writing(kept)
    st.subheader("编辑方式", anchor=False)
    st.toggle(
        "简单模式：普通文本框，旁边另列标好出处的正文",
        value=kept.plain_editor,
        key="preference:plain_editor",
        on_change=_save,
        args=("plain_editor",),
        help="浏览器较旧，或用读屏软件、输入法不合用时打开。",
    )
    st.caption("以上设置存在文稿数据库里，对所有文稿有效。")


st.title("设置")
settings = session.model_settings()
st.subheader("撰写方式", anchor=False)
if settings.offline:
    st.markdown("**离线**：现在由本机按句式撰写，不向任何地址发送内容。")
elif settings.has_model:
    st.markdown(
        f"现在由模型 **{as_markdown(settings.model)}** 撰写。模型一次只看到一节和这一节的事实，数字由程序填入。"
    )
else:
    st.markdown("现在由本机按句式撰写，不联网。要接入模型，请在左侧“模型设置”里填写；也可由管理员设环境变量。")
st.caption("环境变量：OPENAI_API_KEY、OPENAI_BASE_URL、DRAFTER_MODEL、DRAFTER_OFFLINE。左侧填写的只在本次浏览有效。")
_draw_preferences(session.preferences())
st.subheader("文稿存放处", anchor=False)
if session.unit() is None:
    st.markdown(f"所有文稿都在本机数据库：`{session.store().place}`")
    st.caption("换地方：设环境变量 DRAFTER_DATABASE_URL 后重新启动。")
else:
    st.markdown("文稿存在服务器的数据库里，只有本单位登录的人看得到。")
backup_panel.draw()
st.subheader("已删除的文稿", anchor=False)
deleted = session.store().works(deleted=True)
if not deleted:
    st.caption("没有已删除的文稿。")
for each in deleted:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(as_markdown(frame.name_of(each.work)))
        st.button("恢复", key=f"undelete:{each.work.id}", on_click=_undelete, args=(each.work.id,))
st.caption(f"版本 {__version__}")
