"""The facts as files to keep or to hand on, and the empty form of the document type to hand around in the office."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from drafter.factfile import dump_facts
from drafter.models import Skeleton
from drafter.store import Work
from drafter.tables.handout import facts_xlsx, form_xlsx
from drafter.ui.entries import sheet_of

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(work: Work, skeleton: Skeleton) -> None:
    """Draw the buttons; each file is made on its click."""
    with st.expander("下载空白填报表，或把事实表存成文件", icon=":material/download:"):
        form, facts = st.columns(2)
        form.markdown(f"发给各科室、网格填写的空白表，按“{skeleton.name}”列出事项；填好后在上面「导入」里传回来。")
        with form:
            _button("下载空白填报表（.xlsx）", f"{skeleton.name}填报表.xlsx", partial(form_xlsx, skeleton), _EXCEL)
        facts.markdown("把填好的事实存成文件，可留底，也可发给别人接着填，再「导入」回来。")
        sheet, name = sheet_of(work), f"{work.unit or '事实表'}{work.period}"
        with facts:
            _button("下载事实表（.xlsx）", f"{name}.xlsx", partial(facts_xlsx, sheet), _EXCEL)
            _button("下载事实表（.yaml）", f"{name}.yaml", partial(dump_facts, sheet, "yaml"), "application/yaml")
            _button("下载事实表（.json）", f"{name}.json", partial(dump_facts, sheet, "json"), "application/json")


def _button(label: str, name: str, data: Callable[[], bytes | str], mime: str) -> None:
    st.download_button(label, data=data, file_name=name, mime=mime, on_click="ignore")
