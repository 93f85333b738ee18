"""The facts as files to keep or to hand on, and the empty form of the document type to hand around in the office."""

from __future__ import annotations

from functools import partial

import streamlit as st

from drafter.factfile import dump_facts
from drafter.models import Skeleton
from drafter.store import Work
from drafter.tables.handout import facts_xlsx, form_xlsx
from drafter.ui.downloads import content_key, draw_download
from drafter.ui.entries import sheet_of


def draw(work: Work, skeleton: Skeleton) -> None:
    """Draw the buttons, once the place for them is opened."""
    box = st.expander(
        "下载空白填报表，或把事实表存成文件", icon=":material/download:", on_change="rerun", key=f"{work.id}:files"
    )
    if not box.open:
        return
    form, facts = box.columns(2)
    form.markdown(f"发给各科室、网格填写的空白表，按“{skeleton.name}”列出事项；填好后在上面「导入」里传回来。")
    with form:
        draw_download(
            "下载空白填报表（.xlsx）",
            f"{skeleton.name}填报表.xlsx",
            (content_key(skeleton), partial(form_xlsx, skeleton)),
        )
    facts.markdown("把填好的事实存成文件，可留底，也可发给别人接着填，再「导入」回来。")
    sheet, name = sheet_of(work), f"{work.unit or '事实表'}{work.period}"
    key = content_key(sheet)
    with facts:
        draw_download("下载事实表（.xlsx）", f"{name}.xlsx", (key, partial(facts_xlsx, sheet)))
        draw_download("下载事实表（.yaml）", f"{name}.yaml", (key, partial(dump_facts, sheet, "yaml")))
        draw_download("下载事实表（.json）", f"{name}.json", (key, partial(dump_facts, sheet, "json")))
