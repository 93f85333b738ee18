"""On the page 设置: everything as one file to take away, and such a file put back after a look at what it holds."""

from __future__ import annotations

import io
from functools import partial

import streamlit as st

from drafter.backup.read import Backup, read_backup
from drafter.backup.restore import restore
from drafter.backup.save import save_backup
from drafter.backup.telling import outcome_sentence, preview_sentence
from drafter.errors import InputError
from drafter.ui import jobs, second_look, session
from drafter.ui.plain import as_markdown
from drafter.ui.upload import file_field
from drafter.versions import now

_MAX_MB = 200
_ADD, _REPLACE = "补上缺少的，现有的保持不动", "全部换成备份里的，现有的清空"


def draw() -> None:
    """Draw both halves: the download, and the upload with its preview."""
    st.subheader("备份与恢复", anchor=False)
    whose = "本单位的" if session.unit() else ""
    st.caption(f"备份是一个 .zip 文件，含{whose}全部文稿、历史版本、事实、文种、Word 模板和设置；不含模型密钥。")
    st.download_button(
        "下载备份",
        # Made on the click, where nobody knows any more who clicks: whose backup it is, is settled here.
        data=partial(_bytes, session.database_url(), session.unit()),
        file_name=f"文稿备份{now().astimezone():%Y%m%d-%H%M}.zip",
        mime="application/zip",
        icon=":material/download:",
        on_click="ignore",
    )
    with st.expander("恢复备份", icon=":material/settings_backup_restore:"):
        _draw_restore()


def _bytes(url: str, unit: str | None) -> bytes:
    held = io.BytesIO()
    save_backup(url, held, unit)
    return held.getvalue()


@st.cache_resource(max_entries=2, ttl=1800, scope="session", show_spinner="正在读取……")
def _read(file_id: str, _given: io.BytesIO) -> Backup:
    return read_backup(_given.getvalue())


def _draw_restore() -> None:
    key = f"restore:{session.edition('restore')}"
    given = file_field("选择备份文件", ["zip"], key, most_mb=_MAX_MB)
    if given is None:
        return
    try:
        backup = _read(given.file_id, given)
    except InputError as e:
        st.error(str(e), icon=":material/error:")
        return
    st.markdown(as_markdown(preview_sentence(backup)))
    how = st.radio("怎样恢复", [_ADD, _REPLACE], key=f"{key}:how")
    sure = True
    if how == _REPLACE:
        count = len(session.store().works())
        st.warning(
            f"现有的 {count} 份文稿连同历史版本、文种和设置都会清空，不能撤销。请先点上面的「下载备份」留一份。",
            icon=":material/warning:",
        )
        sure = st.checkbox("确认：清空现有内容，全部换成备份里的", key=f"{key}:sure")
    st.button("开始恢复", type="primary", disabled=not sure, on_click=_restore, args=(backup, how == _REPLACE))


@session.guarded
def _restore(backup: Backup, replace: bool) -> None:
    if replace:
        own = [listed.work.id for listed in session.store().works()]
        jobs.stop_all(own)
        second_look.stop_all(own)
    outcome = restore(session.database_url(), backup, _owner(backup), replace=replace)
    session.renew_form("restore")
    if session.open_id():
        session.renew_form(session.open_id())
    session.notify("success", outcome_sentence(outcome))


def _owner(backup: Backup) -> str | None:
    """Return the unit that a backup goes to; on a machine without sign-in the file of one unit goes to everybody's."""
    if session.unit() is None and len(backup.owners) > 1:
        return None
    return session.unit() or ""
