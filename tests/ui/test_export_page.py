"""Page 导出: the gate, the three files, the layout, and the pages to look at."""

import io
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from export_work import finished, spoiled, words
from streamlit.testing.v1 import AppTest

from drafter.errors import DrafterError
from drafter.models import Table
from drafter.store import Store, Work
from drafter.ui import export_preview
from drafter.ui.drafting import with_table, with_text
from drafter.ui.judged import judge
from drafter.word.export import docx_bytes

OpenApp = Callable[..., AppTest]


def download(at: AppTest, label: str) -> Any:
    return next(b for b in at.download_button if b.label == label)


def page(open_app: OpenApp, store: Store, work: Work) -> tuple[AppTest, str]:
    kept = store.create(work)
    return open_app(kept.id, "export"), kept.id


def test_without_flags_all_three_files_are_there_at_once(open_app: OpenApp, store: Store):
    at, _ = page(open_app, store, finished())
    assert {b.label: b.disabled for b in at.download_button} == {
        "下载 Word": False,
        "下载复核稿": False,
        "下载核对台账": False,
    }
    assert not at.checkbox
    assert "可以导出" in words(at)


def test_the_clean_file_with_flags_names_their_count_and_asks_once(open_app: OpenApp, store: Store):
    at, work_id = page(open_app, store, spoiled(finished(), "volunteer", "新建充电桩88123个，栽树77451棵。"))
    assert "还有2处数字待核" in words(at)
    assert download(at, "下载 Word").disabled
    assert not download(at, "下载复核稿").disabled
    at.checkbox[0].check().run()
    assert not download(at, "下载 Word").disabled
    at.switch_page("drafter/ui/facts_page.py").run()
    at.switch_page("drafter/ui/export_page.py").run()
    assert not download(at, "下载 Word").disabled, "it is asked once, not on every visit"
    store.change(work_id, lambda w: spoiled(w, "environment", "清理楼道911处。"))
    at.run()
    assert download(at, "下载 Word").disabled, "other flags are another question"


def test_the_title_is_staffs_own_until_it_is_emptied(open_app: OpenApp, store: Store):
    at, work_id = page(open_app, store, finished())
    given = next(t for t in at.text_input if t.label == "标题").value
    next(t for t in at.text_input if t.label == "标题").set_value("南苑社区创建工作情况汇报").run()
    assert store.load(work_id).title == "南苑社区创建工作情况汇报"
    assert "南苑社区创建工作情况汇报" in words(at)
    next(t for t in at.text_input if t.label == "标题").set_value("").run()
    assert store.load(work_id).title == ""
    assert next(t for t in at.text_input if t.label == "标题").value == given
    next(t for t in at.text_input if t.label == "标题").set_value("长" * 81).run()
    assert "最多 80 个" in words(at)
    next(t for t in at.text_input if t.label == "标题").set_value("南苑社区500名志愿者工作总结").run()
    assert "“500”没有出处" in words(at)
    assert store.load(work_id).title == ""


def test_the_font_set_is_kept_with_the_document(open_app: OpenApp, store: Store):
    at, work_id = page(open_app, store, finished())
    at.selectbox[0].select("gb2312").run()
    assert not at.exception
    assert store.load(work_id).fonts == "gb2312"
    assert "仿宋_GB2312" in "\n".join(str(h.value) for h in at.html)
    assert open_app(work_id, "export").selectbox[0].value == "gb2312"


def own_template() -> bytes:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "南苑社区文件"
    document.add_paragraph("模板里的字")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_unit_template_is_used_its_missing_styles_named_and_kept(open_app: OpenApp, store: Store):
    at, work_id = page(open_app, store, finished())
    at.file_uploader[0].upload("红头.docx", own_template())
    at.run()
    assert not at.exception
    assert "红头.docx" in words(at)
    assert "种样式，已按国标补上：" in words(at)
    assert "落款单位" in words(at)
    assert "没有带入" in words(at)
    again = open_app(work_id, "export")
    assert "红头.docx" in words(again)
    next(b for b in again.button if b.label == "不用这个模板").click().run()
    assert store.template(work_id) is None
    assert "按国标" in again.expander[0].label


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("坏.docx", b"PK\x03\x04 broken", "坏.docx"),
        ("空.docx", b" ", "空文件"),
        ("旧.docx", b"\xd0\xcf\x11\xe0", "旧版"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_in_one_sentence(
    open_app: OpenApp, store: Store, name: str, content: bytes, says: str
):
    at, work_id = page(open_app, store, finished())
    at.file_uploader[0].upload(name, content)
    at.run()
    assert not at.exception
    assert says in at.toast[0].value
    assert store.template(work_id) is None


def test_a_template_changed_in_two_windows_is_told_and_never_taken_off_unseen(open_app: OpenApp, store: Store):
    work_id = store.create(finished()).id
    first, second, third = (open_app(work_id, "export") for _ in range(3))
    first.file_uploader[0].upload("甲.docx", own_template())
    first.run()
    second.file_uploader[0].upload("乙.docx", own_template())
    second.run()
    assert [t.value for t in second.toast if "甲.docx" in t.value and "乙.docx" in t.value]
    third.run()
    store.keep_template(work_id, ("丙.docx", own_template()))
    next(b for b in third.button if b.label == "不用这个模板").click().run()
    assert [t.value for t in third.toast if "换成了“丙.docx”，没有去掉" in t.value]
    kept = store.template(work_id)
    assert kept is not None
    assert kept[0] == "丙.docx"


def test_a_copy_for_the_next_period_keeps_the_template_and_drops_the_title(open_app: OpenApp, store: Store):
    kept = store.create(finished(title="去年的标题", fonts="gb2312"))
    given = ("红头.docx", own_template())
    store.keep_template(kept.id, given)
    at = open_app()
    next(b for b in at.button if b.label == "复制到下一期").click().run()
    assert not at.exception
    copied = next(w.work for w in store.works() if w.work.id != kept.id)
    assert (copied.title, copied.fonts) == ("", "gb2312")
    assert store.template(copied.id) == given


def rendered(at: AppTest) -> None:
    """Run the page, as it does by itself, until the pages are there or could not be rendered."""
    limit = time.monotonic() + 5
    while "正在排出页面" in words(at):
        assert time.monotonic() < limit
        time.sleep(0.02)
        at.run()


def test_the_page_answers_while_its_pages_are_rendered(
    open_app: OpenApp, store: Store, monkeypatch: pytest.MonkeyPatch
):
    go_on = threading.Event()

    def slow_page(docx: bytes) -> tuple[bytes, ...]:
        assert go_on.wait(10)
        return (PNG,)

    monkeypatch.setattr(export_preview, "can_render", lambda: True)
    monkeypatch.setattr(export_preview, "page_images", slow_page)
    at, work_id = page(open_app, store, spoiled(finished(), "opening", "社区邻里和睦。"))
    at.button(key=f"{work_id}:show").click().run()
    assert "正在排出页面" in words(at)
    title = next(t for t in at.text_input if t.label == "标题")
    title.set_value("和睦社区总结").run()
    assert store.load(work_id).title == "和睦社区总结", "what is typed meanwhile is kept"
    title = next(t for t in at.text_input if t.label == "标题")
    title.set_value("").run()
    go_on.set()
    rendered(at)
    assert "共 1 页" in words(at)


def test_pages_are_rendered_on_a_click_and_only_until_the_text_changes(
    open_app: OpenApp, store: Store, monkeypatch: pytest.MonkeyPatch
):
    made: list[bytes] = []

    def one_page(docx: bytes) -> tuple[bytes, ...]:
        made.append(docx)
        return (PNG,)

    monkeypatch.setattr(export_preview, "can_render", lambda: True)
    monkeypatch.setattr(export_preview, "page_images", one_page)
    at, work_id = page(open_app, store, finished())
    assert not made, "rendering is slow, so nobody waits for it unasked"
    at.button(key=f"{work_id}:show").click().run()
    rendered(at)
    at.run()
    assert len(made) == 1
    assert "共 1 页" in words(at)
    store.change(work_id, lambda w: spoiled(w, "opening", "居民满意。"))
    at.run()
    assert "共 1 页" not in words(at)
    assert "居民满意。" in words(at)


def test_where_pages_cannot_be_rendered_the_text_is_shown_all_the_same(
    open_app: OpenApp, store: Store, monkeypatch: pytest.MonkeyPatch
):
    def fails(docx: bytes) -> tuple[bytes, ...]:
        raise DrafterError("LibreOffice没有排出页面，请直接下载后用Word打开查看。")

    monkeypatch.setattr(export_preview, "can_render", lambda: True)
    monkeypatch.setattr(export_preview, "page_images", fails)
    at, work_id = page(open_app, store, spoiled(finished(), "opening", "社区环境整洁。"))
    at.button(key=f"{work_id}:show").click().run()
    rendered(at)
    assert not at.exception
    assert "没有排出页面" in words(at)
    monkeypatch.setattr(export_preview, "page_images", lambda docx: (PNG,))
    at.button(key=f"{work_id}:show").click().run()
    rendered(at)
    assert "共 1 页" in words(at), "what failed can be tried again"
    monkeypatch.setattr(export_preview, "page_images", fails)
    store.change(work_id, lambda w: spoiled(w, "opening", "社区环境优美。"))
    at.run()
    assert "社区现有志愿者326人" in words(at)
    monkeypatch.setattr(export_preview, "can_render", lambda: False)
    at.run()
    assert "不分页" in words(at)
    assert "看分页效果" not in [b.label for b in at.button]


def test_a_section_that_is_a_table_alone_is_exported_and_its_numbers_count(open_app: OpenApp, store: Store):
    table = Table(
        caption="表1　对比", header=("项目", "本期", "上期", "增减情况"), rows=(("志愿者", "999人", "280人", "—"),)
    )
    work = with_table(with_text(finished(), "volunteer", ""), "volunteer", table)
    at, _ = page(open_app, store, work)
    assert "还有1处数字待核" in words(at)
    assert "999人" in words(at)


PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\nIDATx\x9cc"
    b"\xf8\x0f\x00\x01\x01\x01\x00\x1b\xb6\xeeV\x00\x00\x00\x00IEND\xaeB`\x82"
)
"""A picture of one dot."""


def test_what_the_page_hands_out_is_a_word_file(open_app: OpenApp, store: Store):
    """The page's own button can only be pressed in a browser; this is the function behind it."""
    draft = finished().draft
    assert draft is not None
    assert Document(io.BytesIO(docx_bytes(draft))).paragraphs[0].text.startswith("南苑社区")


def test_a_title_whose_fact_changed_since_waits_at_the_gate_too(open_app: OpenApp, store: Store):
    at, work_id = page(open_app, store, finished(title="南苑社区326名志愿者工作总结"))
    assert not download(at, "下载 Word").disabled
    entries = tuple(e.model_copy(update={"value": "300"}) if e.id == "F2" else e for e in finished().entries)
    draft = finished().draft
    assert draft is not None
    told = draft.model_copy(update={"sections": tuple(s for s in draft.sections if s.key != "volunteer")})
    store.change(work_id, lambda w: w.model_copy(update={"entries": entries, "draft": told}))
    at.run()
    assert "题目或落款里的 **326** 待核" in words(at)
    assert "还有1处数字待核" in words(at)
    assert download(at, "下载 Word").disabled


def test_a_heading_with_a_number_of_its_own_is_counted_and_shown_beside_its_section(open_app: OpenApp, store: Store):
    work = finished()
    assert work.draft is not None
    section = work.draft.sections[1].model_copy(update={"heading": "发展志愿者999人"})
    at, work_id = page(open_app, store, work.model_copy(update={"draft": work.draft.with_section(section)}))
    assert "还有1处数字待核" in words(at)
    assert "到「章节安排」里改标题" in words(open_app(work_id, "writing"))


def test_a_document_whose_own_type_was_deleted_is_still_judged(store: Store):
    work = finished(document="deleted_type")
    assert judge(work).line.startswith("6 处数字")
    assert not judge(work).flagged
