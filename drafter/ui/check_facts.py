"""The facts that a text of others is held against: a fact sheet file, a draft of the unit, or another document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from drafter.models import FactSheet
from drafter.structure.harvest import harvest, harvested_sheet
from drafter.structure.outline import Outline
from drafter.tables.harvested import candidate_rows
from drafter.tables.rows import Reading, Row, Unread
from drafter.tables.sheet import sheet_of_rows
from drafter.tables.sheetfile import SUFFIXES as SHEETS
from drafter.tables.sheetfile import facts_of
from drafter.ui import frame, session
from drafter.ui.entries import sheet_of
from drafter.ui.plain import as_markdown
from drafter.ui.reading_files import SUFFIXES as DOCUMENTS
from drafter.ui.reading_files import choose_outline, outlines_of
from drafter.ui.upload import file_field

_FILE, _DRAFT, _OTHER = "事实表文件", "本单位的文稿", "另一份材料"
_HELP = {
    _FILE: "Excel、CSV 表格，填好的填报表，或从「填写事实」存出的事实表。",
    _DRAFT: "用「文稿」页里某一份填好的事实。",
    _OTHER: "从另一份材料（如已审定的总结、去年的材料）里收数字，勾选后作为依据。",
}


def draw() -> FactSheet | None:
    """Draw where the facts come from; return them once there are any. Raises InputError where they can't be read."""
    way = st.radio("对照什么", list(_HELP), horizontal=True, key="check:way", label_visibility="collapsed")
    st.caption(_HELP[way])
    sheet = {_FILE: _from_file, _DRAFT: _from_draft, _OTHER: _from_document}[way]()
    return _with_period(sheet) if sheet else None


def _from_file() -> FactSheet | None:
    file = file_field("事实表", [suffix[1:] for suffix in SHEETS], "check:sheet")
    if file is None:
        return None
    sheet, left = _read_sheet(file.name, file.getvalue(), session.max_mb() * 1024 * 1024)
    _draw_facts(sheet)
    if left:
        with st.expander(f"有 {len(left)} 处没有用", icon=":material/warning:"):
            st.dataframe([{"位置": u.place, "内容": u.said, "原因": u.because} for u in left], hide_index=True)
    return sheet


@st.cache_data(max_entries=4, ttl=1800, scope="session", show_spinner="正在读取……")
def _read_sheet(name: str, data: bytes, max_bytes: int) -> tuple[FactSheet, tuple[Unread, ...]]:
    return facts_of(name, data, max_bytes)


def _from_draft() -> FactSheet | None:
    works = [listed.work for listed in session.store().works() if listed.work.entries]
    if not works:
        st.info("还没有填过事实的文稿：请在「填写事实」里填好，或者改用事实表文件。")
        return None
    ids = [work.id for work in works]
    names = {work.id: frame.name_of(work) for work in works}
    # Unlike the names, ids tell two drafts of one name apart.
    chosen = st.selectbox("用哪一份的事实", ids, format_func=lambda i: names.get(i, ""), key="check:work")
    work = next((w for w in works if w.id == chosen), works[0])
    sheet = sheet_of(work)
    _draw_facts(sheet)
    return sheet


def _from_document() -> FactSheet | None:
    file = file_field("作依据的材料", DOCUMENTS, "check:other")
    if file is None:
        return None
    outline = choose_outline(outlines_of(file.name, file.getvalue()), f"check:other:{file.file_id}")
    return _ticked(outline, f"check:rows:{file.file_id}:{outline.title}")


def _ticked(outline: Outline, key: str) -> FactSheet | None:
    """Draw the numbers of a document to be ticked and corrected; return those that are ticked as facts."""
    head, rows = _harvested(outline)
    if not rows:
        st.warning("这份材料里没有可以作依据的数字，请换一份。")
        return None
    with st.expander(f"从这份材料收到 {len(rows)} 个数，看一看、改一改", icon=":material/fact_check:"):
        st.caption("增长率、占比等推算出来的数和单独的年份默认不作依据；名称读得不对，直接在格里改。")
        edited = st.data_editor(
            [{"use": r.ticked, "label": r.label, "value": r.value or r.text, "unit": r.unit, "note": r.note,
              "remark": r.remark} for r in rows],
            key=key,
            hide_index=True,
            disabled=["note", "remark"],
            height=min(380, 40 + 35 * len(rows)),
            column_config={
                "use": st.column_config.CheckboxColumn("用", width=40),
                "label": st.column_config.TextColumn("事项"),
                "value": st.column_config.TextColumn("数"),
                "unit": st.column_config.TextColumn("单位", width=50),
                "note": st.column_config.TextColumn("原句", width="large"),
                "remark": st.column_config.TextColumn("提示"),
            },
            alt="收到的数字",
        )  # fmt: skip
    facts = sheet_of_rows(Reading(tuple(_corrected(rows, edited)))).facts
    st.caption(f"用其中 {len(facts)} 个作依据。")
    return head.model_copy(update={"facts": facts})


@st.cache_data(max_entries=4, ttl=1800, scope="session", show_spinner=False, hash_funcs={Outline: repr})
def _harvested(outline: Outline) -> tuple[FactSheet, tuple[Row, ...]]:
    """Return the head of the sheet that a document gives, and its numbers as rows."""
    sheet = harvested_sheet(outline)
    return sheet.model_copy(update={"facts": ()}), candidate_rows(harvest(outline), "value")


def _corrected(rows: tuple[Row, ...], edited: Iterable[dict[str, object]]) -> Iterable[Row]:
    for row, now in zip(rows, edited, strict=True):
        value = str(now["value"] or "").strip()
        said = {"text": value} if row.text and not row.value else {"value": value}
        label, unit = str(now["label"] or "").strip(), str(now["unit"] or "").strip()
        yield replace(row, ticked=bool(now["use"]), label=label, unit=unit, **said)


def _with_period(sheet: FactSheet) -> FactSheet:
    """Ask for the period where the facts name none: without it no year of the text has a source."""
    if sheet.period:
        return sheet
    tip = "事实里没有写时段；不填，文中的年份会标为待核。"
    given = st.text_input("事实的时段（选填）", key="check:period", placeholder="如：2025年度", max_chars=40, help=tip)
    return sheet.model_copy(update={"period": given.strip()})


def _draw_facts(sheet: FactSheet) -> None:
    about = "　".join(as_markdown(p) for p in (sheet.unit, sheet.period) if p)
    with st.expander(f"{len(sheet.facts)} 条事实　{about}", icon=":material/list_alt:"):
        shown = [{"事实": f.wording, "上期": f.previous, "来源": f.note} for f in sheet.facts]
        st.dataframe(shown, hide_index=True)
