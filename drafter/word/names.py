"""The names of exported files: unit, document type, period, and whether numbers still wait for a check. Pure."""

from __future__ import annotations

import re
from typing import Literal

from drafter.models import Draft

Copy = Literal["clean", "review", "archive"]

# Not allowed in file names on Windows; control characters nowhere.
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\ud800-\udfff]')
_LONGEST = 60


def file_name(draft: Draft, type_name: str, flagged: int, copy: Copy = "clean") -> str:
    """Return a file's name: 南苑社区_文明社区申报材料_2010年度_待核3处.docx, or _已核 when no number is flagged."""
    state = f"待核{flagged}处" if flagged else "已核"
    kind = {"clean": "", "review": "复核稿", "archive": "核对台账"}[copy]
    parts = [_clean(part) for part in (draft.unit, type_name, draft.period, kind, state)]
    return "_".join(part for part in parts if part) + (".xlsx" if copy == "archive" else ".docx")


def gate(flagged: int) -> str:
    """Return the question to ask once before the clean file is handed out, or nothing when no number is flagged."""
    if not flagged:
        return ""
    return f"还有{flagged}处数字待核。确认要现在下载吗？文件里不留记号，文件名会写明“待核{flagged}处”。"


def _clean(part: str) -> str:
    return re.sub(r"\s+", "", _FORBIDDEN.sub("", part)).strip(".")[:_LONGEST]
