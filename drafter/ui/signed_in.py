"""Who signed in, and for which unit: Streamlit's OIDC, where secrets.toml has a section [auth]; else nobody does.

The section [units] of the same file says which unit a person belongs to, by e-mail address or by its domain:

    "zhang@heping.example" = "和平社区"
    "@xinhua.example" = "新华社区"
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from drafter.errors import InputError
from drafter.ui.chinese import load_words
from drafter.ui.plain import as_markdown
from drafter.ui.unbroken import unbroken


def is_required() -> bool:
    """Return whether nobody may see anything before signing in.

    Raises InputError where there is a secrets.toml that can't be read: it may ask for sign-in, so nothing is shown.
    """
    if st.secrets.load_if_toml_exists():
        return "auth" in st.secrets
    if any(Path(file).is_file() for file in st.get_option("secrets.files")):
        raise InputError("登录配置 secrets.toml 读不出来，为安全起见不显示任何内容；请管理员检查它的写法后重新启动。")
    return False


def unit() -> str | None:
    """Return the unit of the person who signed in, or None where nobody has to.

    Raises InputError where the person did not sign in or belongs to no unit.
    """
    if not is_required():
        return None
    person = _person()
    if person is None:
        raise InputError("请先登录。")
    found = unit_of(person, _section("units"))
    if not found:
        raise InputError(f"{_named(person)} 还没有归到任何单位，看不到文稿；请管理员在登录配置 [units] 里加上。")
    return found


def unit_of(person: Mapping[str, object], units: Mapping[str, object]) -> str:
    """Return the unit of a person of these claims: by the whole address first, then by its domain; else empty.

    An address that the provider calls unverified counts for nothing: anybody could have typed it there.
    """
    email = str(person.get("email") or "").strip().lower()
    if "@" not in email or person.get("email_verified") in (False, "false"):
        return ""
    known = {key.strip().lower(): str(name).strip() for key, name in units.items() if isinstance(name, str)}
    return known.get(email) or known.get("@" + email.rpartition("@")[2], "")


def draw_gate() -> bool:
    """Return whether this person may go on; else draw the page to sign in or what is in the way."""
    if not is_required():
        return True
    if _person() is None:
        with _card():
            _draw_sign_in()
        return False
    try:
        unit()
    except InputError as e:
        with _card():
            # As plain text: Markdown would make a link of the address.
            st.text(str(e))
            st.button("退出", icon=":material/logout:", on_click=unbroken()(st.logout), width="stretch")
        return False
    return True


def draw_person() -> None:
    """Draw who is signed in for which unit, and the way out."""
    person, name = _person(), unit()
    if person is None or name is None:
        return
    st.divider()
    st.markdown(f"**{as_markdown(name)}**")
    # As plain text: Markdown would make a link of the address.
    st.text(_named(person))
    st.button("退出登录", icon=":material/logout:", on_click=unbroken()(st.logout), width="stretch")


def _card() -> DeltaGenerator:
    """Return a card in the middle of the window, under the name of the tool."""
    load_words()
    middle = st.columns([1, 2, 1])[1].container(border=True, gap="medium")
    middle.title("文明创建材料助手", anchor=False)
    return middle


def _draw_sign_in() -> None:
    if find_spec("authlib") is None:
        st.error("服务器缺少登录组件，请管理员执行 pip install '.[auth]' 后重新启动。", icon=":material/error:")
        return
    st.markdown("请用单位账号登录。登录后只看得到本单位的文稿。")
    auth = _section("auth")
    if "client_id" in auth:
        st.button("登录", type="primary", icon=":material/login:", on_click=unbroken()(st.login), width="stretch")
        return
    for provider in (key for key, value in auth.items() if isinstance(value, Mapping) and "client_id" in value):
        st.button(
            f"登录（{provider}）",
            type="primary",
            icon=":material/login:",
            on_click=unbroken()(st.login),
            args=(provider,),
            width="stretch",
        )


def _person() -> Mapping[str, object] | None:
    claims: Mapping[str, object] = st.user.to_dict()
    return claims if claims.get("is_logged_in") else None


def _named(person: Mapping[str, object]) -> str:
    return str(person.get("email") or person.get("name") or "这个账号")


def _section(name: str) -> Mapping[str, object]:
    found = st.secrets.get(name, {})
    return found if isinstance(found, Mapping) else {}
