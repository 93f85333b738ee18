"""What comes back from Word: shown section by section, taken over by a click, kept as versions, traced anew."""

import io
from collections.abc import Callable

import pytest
from docx import Document
from export_work import finished, spoiled, words
from streamlit.testing.v1 import AppTest

from drafter.models import Draft
from drafter.store import Store, Work
from drafter.structure.skeletons import load_skeleton
from drafter.ui.comeback_diff import diff_html
from drafter.ui.drafting import MAX_CHARS, exported, with_lock
from drafter.word.export import docx_bytes

OpenApp = Callable[..., AppTest]


def edited(work: Work, replaced: dict[str, str], **more: str) -> bytes:
    """The document's Word file after somebody edited it."""
    draft = exported(work, load_skeleton(work.document))
    assert isinstance(draft, Draft)
    document = Document(io.BytesIO(docx_bytes(draft)))
    for paragraph in document.paragraphs:
        for old, new in replaced.items():
            if old in paragraph.text:
                paragraph.runs[0].text = paragraph.text.replace(old, new)
                for run in paragraph.runs[1:]:
                    run.text = ""
    if "table" in more:
        document.add_table(1, 1).cell(0, 0).text = more["table"]
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def give_back(at: AppTest, content: bytes, name: str = "改好.docx") -> AppTest:
    at.file_uploader[-1].upload(name, content)
    at.run()
    assert not at.exception
    return at


def click(at: AppTest, label: str) -> None:
    next(b for b in at.button if b.label.startswith(label)).click().run()
    assert not at.exception


def test_a_file_that_nobody_changed_has_nothing_to_take_over(open_app: OpenApp, store: Store):
    work = store.create(finished())
    at = give_back(open_app(work.id, "export"), edited(work, {}))
    assert "没有要采用的改动" in words(at)
    assert "采用这一节" not in [b.label for b in at.button]


def test_a_change_is_shown_taken_over_as_a_version_and_traced_anew(open_app: OpenApp, store: Store):
    work = store.create(spoiled(finished(), "volunteer", "新建充电桩88123个。"))
    at = open_app(work.id, "export")
    assert "还有1处数字待核" in words(at)
    give_back(at, edited(work, {"新建充电桩88123个。": "", "全年清运": "全年共清运"}))
    assert "2 节有改动" in words(at)
    assert "88123" in words(at)
    before = store.load(work.id).draft
    assert before == work.draft, "nothing is taken over unasked"
    at.button(key=f"{work.id}:comeback:volunteer").click().run()
    assert not at.exception
    after = store.load(work.id).draft
    assert after is not None
    assert after.section("volunteer").text.endswith("居民都说好。")
    assert (after.section("volunteer").origin, after.section("volunteer").revision) == ("staff", 1)
    assert after.section("environment") == work.draft.section("environment")
    assert [v.section.text for v in store.versions(work.id, "volunteer")][1].endswith("88123个。")
    assert "处数字待核" not in "\n".join(str(w.value) for w in at.warning)
    assert "1 节有改动" in words(at)


def test_a_number_that_was_written_in_word_is_flagged_before_it_is_taken_over(open_app: OpenApp, store: Store):
    work = store.create(finished())
    at = give_back(open_app(work.id, "export"), edited(work, {"326人": "362人"}))
    assert any("362" in str(e.value) for e in at.error)
    click(at, "采用这一节")
    assert "还有1处数字待核" in words(at)


def test_a_heading_that_was_reworded_comes_back_and_is_kept_as_a_version(open_app: OpenApp, store: Store):
    work = store.create(finished())
    at = give_back(open_app(work.id, "export"), edited(work, {"整治环境卫生": "整治环境卫生和秩序"}))
    click(at, "采用这一节")
    assert store.load(work.id).draft.section("environment").heading == "整治环境卫生和秩序"
    assert [v.section.heading for v in store.versions(work.id, "environment")] == ["整治环境卫生和秩序", "整治环境卫生"]


def test_a_heading_that_states_a_number_without_a_source_is_not_taken_over(open_app: OpenApp, store: Store):
    work = store.create(finished())
    at = give_back(open_app(work.id, "export"), edited(work, {"整治环境卫生": "整治环境卫生500次", "全年": "一年来"}))
    assert "标题里的数没有出处" in words(at)
    assert at.button(key=f"{work.id}:comeback:environment").disabled
    assert store.load(work.id).draft == work.draft


def test_everything_can_be_taken_over_at_once_but_for_locked_sections(open_app: OpenApp, store: Store):
    work = store.create(with_lock(finished(), "opening", locked=True))
    changes = {"社区现有": "全社区现有", "居民都说好": "居民都叫好", "全年": "一年来"}
    at = give_back(open_app(work.id, "export"), edited(work, changes))
    assert at.button(key=f"{work.id}:comeback:opening").disabled
    click(at, "全部采用")
    draft = store.load(work.id).draft
    assert draft.section("opening") == work.draft.section("opening")
    assert draft.section("volunteer").text == "全社区现有志愿者326人，比上年增加46人。\n居民都叫好。"
    assert draft.section("environment").text == "一年来清运垃圾200多吨。"


def test_another_title_is_offered_and_a_table_named_as_not_taken_over(open_app: OpenApp, store: Store):
    work = store.create(finished())
    title = exported(work, load_skeleton(work.document)).title
    content = edited(work, {title: "南苑社区创建情况汇报"}, table="外面加的表")
    at = give_back(open_app(work.id, "export"), content)
    assert "表格没有带回" in words(at)
    click(at, "采用文件里的标题")
    assert store.load(work.id).title == "南苑社区创建情况汇报"


@pytest.mark.parametrize(
    ("content", "says"), [(b"PK\x03\x04 x", "不是能读的Word文件"), (b"<html>", "不是Word文档"), (b"", "空文件")]
)
def test_a_file_that_is_no_sound_word_document_is_refused_in_one_sentence(
    open_app: OpenApp, store: Store, content: bytes, says: str
):
    work = store.create(finished())
    at = give_back(open_app(work.id, "export"), content)
    assert says in at.error[0].value
    assert store.load(work.id).draft == work.draft


def test_a_section_that_became_a_book_is_not_taken_over(open_app: OpenApp, store: Store):
    work = store.create(finished())
    at = give_back(open_app(work.id, "export"), edited(work, {"居民都说好": "好" * MAX_CHARS}))
    click(at, "采用这一节")
    assert f"最多 {MAX_CHARS} 个" in words(at)
    assert store.load(work.id).draft == work.draft


def test_a_reworded_line_has_its_words_marked_and_a_number_counts_as_one_word():
    markup = diff_html((("removed", "现有志愿者88123人。"), ("added", "现有志愿者24人。")))
    assert ">88123</del>" in markup
    assert ">24</ins>" in markup
    assert ">现有" not in markup.replace("<span>现有", "")


def test_lines_that_have_nothing_in_common_are_shown_whole_and_html_is_text():
    markup = diff_html((("same", "<b>"), ("removed", "甲乙丙丁"), ("added", "春夏秋冬")))
    assert "&lt;b&gt;" in markup
    assert ">甲乙丙丁</del>" in markup
    assert ">春夏秋冬</ins>" in markup
