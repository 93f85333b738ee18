"""The model settings of one browser tab: never stored, never logged, gone with the tab."""

from __future__ import annotations

import streamlit as st

from drafter.errors import ModelError
from drafter.settings import Settings
from drafter.ui import session
from drafter.ui.plain import as_markdown

_FIELDS = {"base_url": "接口地址", "api_key": "密钥", "model": "模型名称"}


def draw_model_panel() -> None:
    """Draw what is used now; once they are asked for, the fields of the model and a button that tries it."""
    settings = session.model_settings()
    used = f"模型撰写（{settings.model}）" if settings.has_model else "本机撰写（不联网）"
    if settings.offline:
        used = "离线，本机撰写，不向任何地址发送内容"
    st.caption(as_markdown(f"撰写方式：{used}"))
    box = st.expander("模型设置", icon=":material/tune:", on_change="rerun", key="model:box")
    if not box.open:
        return
    with box:
        st.caption("不设置也能用：由本机按句式撰写。设置只在本次浏览有效，不保存、不记录；密钥只发给您填的地址。")
        _draw_field("base_url", settings.base_url, "https://api.example.com/v1")
        _draw_field("api_key", settings.api_key, "sk-…")
        _draw_field("model", settings.model, "如 qwen-plus")
        if st.button("测试连接", disabled=not settings.has_model, width="stretch"):
            _try(settings)
        if settings.offline:
            st.caption("离线开关开着，填了也不会用；要用模型，请到「设置」页关掉它。")
        elif not settings.has_model:
            st.caption("填好模型名称，以及接口地址或密钥，即可测试。")


def _draw_field(name: str, value: str, placeholder: str) -> None:
    st.text_input(
        _FIELDS[name],
        value=value,
        key=f"model:{name}",
        type="password" if name == "api_key" else "default",
        placeholder=placeholder,
        autocomplete="off",
        on_change=_save,
    )


@session.guarded
def _save() -> None:
    session.set_model(*(session.typed(f"model:{name}").strip() for name in _FIELDS))


def _try(settings: Settings) -> None:
    from drafter.writing.model import Limits, OpenAIModel
    from drafter.writing.probe import probe

    quick = Limits(connect=5, first_token=20, total=30, attempts=1)
    try:
        with st.spinner("正在连接……"):
            seconds = probe(OpenAIModel(settings.api_key, settings.base_url, settings.model, quick))
    except ModelError as e:
        st.error(str(e))
    else:
        st.success(f"连接正常，{seconds:.1f} 秒有回应。")
