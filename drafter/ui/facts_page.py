"""Page 填写事实: the head, the form in groups, the table of further facts, and the sheet from and to a file."""

from functools import partial

import streamlit as st

from drafter.factfile import MAX_BYTES, FileFormat, dump_facts, parse_facts
from drafter.store import Work
from drafter.structure.catalogue import load_catalogue
from drafter.ui import form, frame, harvest_panel, pages, session, table
from drafter.ui.document_types import planned_type, type_names
from drafter.ui.entries import HEAD, sheet_of, work_of
from drafter.ui.plain import as_markdown
from drafter.ui.upload import file_field


@session.guarded
def _import(work_id: str, key: str) -> None:
    given = session.uploaded(key)
    if given is None:
        return
    name, content = given
    read = work_of(parse_facts(content, name))
    before = session.store().load(work_id)
    kept = session.change(work_id, lambda w: _merged(w, read))
    if kept:
        session.renew_form(work_id)
        added = len(kept.entries) - len(before.entries)
        same = len(read.entries) - added
        session.notify(
            "success", f"已从 {name} 读入 {len(read.entries)} 项事实：新增 {added} 项，更新同编号的 {same} 项。"
        )


def _merged(work: Work, read: Work) -> Work:
    """Put the facts of a file beside those that are there; an equal id means the same fact."""
    merged = work.model_copy(update={name: getattr(read, name) for name in HEAD if getattr(read, name)})
    for entry in read.entries:
        merged = merged.with_entry(entry)
    return merged


def _draw_files(work: Work) -> None:
    with st.expander("从文件导入，或把事实表存成文件", icon=":material/swap_vert:"):
        give, take = st.columns(2)
        key = f"{work.id}:{session.edition(work.id)}:file"
        with give:
            file_field(
                "导入事实表",
                ["yaml", "yml", "json"],
                key,
                most_mb=MAX_BYTES // 1_000_000,
                on_change=_import,
                args=(work.id, key),
                help="同编号的事实以文件为准，其余保留。",
            )
        sheet = sheet_of(work)
        formats: tuple[tuple[FileFormat, str], ...] = (("yaml", "application/yaml"), ("json", "application/json"))
        take.markdown("把填好的事实存成文件，可留底，也可发给别人接着填。")
        for kind, mime in formats:
            take.download_button(
                f"下载事实表（.{kind}）",
                data=partial(dump_facts, sheet, kind),
                file_name=f"{work.unit or '事实表'}{work.period}.{kind}",
                mime=mime,
                on_click="ignore",
            )


work = frame.require_work()
st.title("填写事实")
frame.draw_steps(work, "facts")
catalogue = load_catalogue()
types = type_names()
form.draw_head(work, types)
if work.document not in types:
    st.warning(f"没有文种“{as_markdown(work.document)}”，请在上面的「文种」里选一种。")
    st.stop()
_draw_files(work)
harvest_panel.draw(work)
st.subheader("各方面的事实", anchor=False)
st.caption("只填有的，不必填全。数字照手头的材料写：326、约3万、三千多、96.5% 都可以。离开一格就自动保存。")
form.draw_groups(work, catalogue, planned_type(work))
st.subheader("更多事实", anchor=False)
st.caption("表单里没有的，在这里一行一条地添；说不成一个数的，写在“文字说明”里。点表格最下面的空行即可添加。")
table.draw_table(work, catalogue)
frame.draw_next(pages.writing, "下一步：撰写与核查")
