"""The fields in which staff give a file: one limit for all of them, told in their labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from drafter.ui import session


def file_field(label: str, suffixes: Sequence[str], key: str, *, most_mb: int = 0, **more: Any) -> UploadedFile | None:
    """Draw a field for one file and return what it holds; `suffixes` without dots, the limit `most_mb` in MB.

    The browser refuses a larger file at once, before anything of it is sent. Without `most_mb` the limit is
    `session.max_mb()`. `more` goes to st.file_uploader.
    """
    limit = most_mb or session.max_mb()
    told = _told(label, suffixes, limit)
    held: UploadedFile | None = st.file_uploader(told, list(suffixes), key=key, max_upload_size=limit, **more)
    return held


def files_field(label: str, suffixes: Sequence[str], key: str, **more: Any) -> list[UploadedFile]:
    """Draw a field for several files, see `file_field`, and return what it holds."""
    limit = session.max_mb()
    told = _told(label, suffixes, limit)
    held: list[UploadedFile] = st.file_uploader(told, list(suffixes), True, key, max_upload_size=limit, **more)
    return held


def _told(label: str, suffixes: Sequence[str], limit: int) -> str:
    r"""Return the label with what may be given.

    >>> _told("单位模板", ["docx"], 20)
    '单位模板（.docx，20MB 以内）'
    """
    # yml and htm are other names of yaml and html.
    kinds = "、".join(f".{s}" for s in suffixes if s not in ("yml", "htm"))
    return f"{label}（{kinds}，{limit}MB 以内）"
