"""Page 核对文稿: a text that others wrote, its numbers held against facts; nothing is written, stored or sent."""

import streamlit as st

from drafter.errors import InputError
from drafter.models import FactSheet
from drafter.structure.lines import Line
from drafter.structure.read import lines_of
from drafter.ui import check_facts, check_result, session
from drafter.ui.reading_files import SUFFIXES
from drafter.ui.upload import file_field
from drafter.word.checked import Checked, check_lines


@st.cache_data(max_entries=4, ttl=1800, scope="session", show_spinner="正在读取……")
def _read(name: str, data: bytes, max_bytes: int) -> tuple[Line, ...]:
    return lines_of(name, data, max_bytes)


@st.cache_data(
    max_entries=4, ttl=1800, scope="session", show_spinner="正在核对……",
    hash_funcs={FactSheet: FactSheet.model_dump_json, Line: repr},
)  # fmt: skip
def _check(lines: tuple[Line, ...], sheet: FactSheet, name: str) -> Checked:
    return check_lines(lines, sheet, name)


def _draw_document() -> tuple[str, tuple[Line, ...]] | None:
    st.markdown("**1 要核对的文稿**")
    file = file_field("别人写好的文稿", SUFFIXES, "check:file")
    if file is None:
        return None
    lines = _read(file.name, file.getvalue(), session.max_mb() * 1024 * 1024)
    st.caption(f"{len(lines)} 段，{sum(len(line.text) for line in lines)} 字。")
    return file.name, lines


def _draw_facts() -> FactSheet | None:
    st.markdown("**2 对照的事实**")
    return check_facts.draw()


st.title("核对文稿")
st.markdown("上传别人写好的文稿，再给一份事实，程序逐个核对文中的数字有没有出处。只核对，不改文稿。")
st.caption("文件只在本机读取和核对，不保存，也不发给模型；关掉网页就没有了，要留底请下载。")
left, right = st.columns(2, border=True)
document = sheet = None
with left:
    try:
        document = _draw_document()
    except InputError as e:
        st.error(str(e), icon=":material/error:")
with right:
    try:
        sheet = _draw_facts()
    except InputError as e:
        st.error(str(e), icon=":material/error:")
if document and sheet:
    try:
        check_result.draw(_check(document[1], sheet, document[0]), sheet, document[0])
    except InputError as e:
        st.error(str(e), icon=":material/error:")
